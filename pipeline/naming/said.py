"""Quotes that hold what somebody said or wrote, no name."""

import re

# Who said or wrote what is quoted: "Trust of the people obliges", - was written by; "…," he wrote.
_SAID_BEHIND = re.compile(
    r"(?:,? [-–—] |, )(?:(?:was|were) )?(?:said|says?|wrote|writes?|written|told|tells?|recalled|recalls?|noted)\b"
    r"|(?:(?<=,\")|, [-–—]|,) ?(?:he|she|they) (?:said|wrote|told|recalled|noted)\b"
)
_FEWEST_SAID = 3


def is_said(text: str, inner: str, end: int) -> bool:
    """Whether a quote that a small word ends is what somebody said or wrote."""
    words = inner.split()
    spoken = len(words) >= _FEWEST_SAID and words[-1].islower()
    return spoken and _SAID_BEHIND.match(text, end) is not None


# A finite verb between other words.
_VERB = re.compile(
    r" (?:is|are|was|were|has|have|had|will|would|can|could|must|should|does|did|do)(?: not)?"
    r" (?:(?:been|being|be|already|now|always) ){0,3}[a-z]"
)
_FEWEST_OF_A_SENTENCE = 5


def is_sentence(inner: str) -> bool:
    """Whether what is quoted says something: "The Tatar has been driven from his land"; "Tomorrow is ours" may name."""
    return len(inner.split()) >= _FEWEST_OF_A_SENTENCE and _VERB.search(inner) is not None
