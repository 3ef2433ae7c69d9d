"""Imported by the server process that workers are forked from: all that a request needs, once.

An extraction and a correction fill the caches of lexicons and weights, so that every worker shares
them and the first request is as quick as the next.
"""

import contextlib
import signal

import trafilatura  # noqa: F401 - half a second that the first page would pay

from pipeline.errors import EhistoryError
from pipeline.extracting import extract
from pipeline.serving import correcting  # noqa: F401 - the annotation rules, in every worker

# A signal to the whole group is for the service alone, which lets its workers finish.
signal.signal(signal.SIGTERM, signal.SIG_IGN)

# A worker meets the error again, where it is reported.
with contextlib.suppress(EhistoryError):
    extract("In 1970 6.2 percent of the 81 thousand Koreans had joined the Union of Writers.")
