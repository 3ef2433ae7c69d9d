"""The components of the spaCy pipeline, one a file: each sets a group of `doc.spans` and its values."""
