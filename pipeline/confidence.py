"""How far a fact can be trusted: the evidence it was told by, and how often such facts are right."""

import re
from collections.abc import Sequence

from spacy.tokens import Span

from pipeline.extensions import text_of
from pipeline.lexicons import weights

# Confidence where no such evidence was ever scored.
_UNSEEN = (0.8,)


def evidence(fact_type: str, spans: Sequence[Span]) -> str:
    """What a fact was told by: its first mention's evidence, and whether it is told again."""
    first = spans[0]
    match fact_type:
        case "dates":
            told = f"date-{first._.date.kind}"
        case "percentages":
            told = first._.percentage.evidence
        case "populations":
            told = first._.population.evidence
        case _:
            told = first._.organization.evidence + (":open" if _may_go_on(first) else "")
    return f"{told}:again" if len(spans) > 1 else str(told)


def _may_go_on(body: Span) -> bool:
    """Whether a word follows a name that a longer one may go on with: "Society | for the Study of …"."""
    return _JOINT.match(text_of(body.doc), body.end_char) is not None


_JOINT = re.compile(r" (?:of|in|on|for|at|under|by|with|from|to|and|or)\b")


def confidence(told: str) -> float:
    """The share of facts with such evidence that were right, smoothed (0-1)."""
    return weights("confidence").get(told, _UNSEEN)[0]
