"""Where and when a count holds, found around its span."""
