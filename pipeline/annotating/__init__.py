"""Gold by way of annotation tools: tasks out, corrected tasks in, gold checked, agreement measured."""
