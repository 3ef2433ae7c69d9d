"""Tuning the encoder on gold (`ehistory train-encoder`; needs the extra `train`)."""
