"""Speed and memory beside bare spaCy and the peers, in one run, as ratios: `make bench`."""
