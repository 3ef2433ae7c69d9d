"""The day that relative dates are told from."""

from datetime import datetime

# Where an article doesn't say when it was published: any fixed day, so that a run does not depend
# on the day it is made.
FALLBACK = datetime(2015, 1, 1)


def reference(published: str | None) -> datetime:
    """The publication day, else `FALLBACK`."""
    return datetime.fromisoformat(published) if published and len(published) == 10 else FALLBACK
