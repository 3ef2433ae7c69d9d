"""Counts whose noun stands elsewhere or nowhere: cues that tell of one, and weights where no cue does."""
