"""Who works on the articles of a run: this process, several on this machine, or a Ray cluster."""
