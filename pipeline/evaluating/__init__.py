"""Predicted records held against gold: facts aligned, scored, compared, reported, and held to floors."""
