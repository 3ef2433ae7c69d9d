"""Imported by the server process that workers are forked from: the model is loaded before, once."""

import contextlib

from pipeline.errors import EhistoryError
from pipeline.nlp import load

# A worker meets the error again, where it is reported.
with contextlib.suppress(EhistoryError):
    load()
