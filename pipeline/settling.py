"""What becomes of the outcomes in one run: records, rejects, duplicates, articles left out.

The outcomes come in the order of the inputs, and what becomes of one depends on those before it alone.
So the result is the same however many processes worked, and however often the run was begun again.
"""

from dataclasses import dataclass
from enum import StrEnum

from pydantic_core import to_json

from pipeline.addresses import canonical_address
from pipeline.claims import Claims
from pipeline.errors import Code, RejectedInput
from pipeline.outcomes import Outcome, bound_line
from pipeline.reading import Parcel
from pipeline.selection import Selection


class Fate(StrEnum):
    """What became of an article."""

    RECORD = "record"
    REJECT = "reject"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Settled:
    """An input's fate, with the record's line or the reject; `fresh` where it was worked on just now."""

    fate: Fate
    source: str
    id: str = ""
    line: str = ""
    reject: RejectedInput | None = None
    fresh: bool = False
    facts: tuple[int, ...] = ()


def settle_reject(reject: RejectedInput) -> Settled:
    """An input that could not even be opened."""
    return Settled(Fate.REJECT, reject.source, reject=reject)


def early_duplicate(parcel: Parcel, claims: Claims) -> RejectedInput | None:
    """The reject of an article whose given address is claimed, so that it need not be opened."""
    address = canonical_address(parcel.url)
    first = claims.holder("address", address) if address else None
    return _same(parcel, f"has the address of {first}") if first else None


def judge(
    parcel: Parcel, outcome: Outcome, selection: Selection, claims: Claims
) -> RejectedInput | Fate:
    """What the run makes of an article; `Fate.RECORD` where its own outcome, if a reject, stands.

    What the article is recognised by is claimed for it.
    """
    if reject := early_duplicate(parcel, claims) or _unusable(parcel, outcome, selection):
        return reject
    if selection.too_old(outcome.published):
        return Fate.LEFT_OUT
    if reject := _duplicate(parcel, outcome, claims):
        return reject
    _claim(parcel, outcome, claims)
    return Fate.RECORD


def settled(
    parcel: Parcel, outcome: Outcome, verdict: RejectedInput | Fate, *, fresh: bool
) -> Settled:
    """The article's fate by the verdict and its own outcome."""
    if verdict is Fate.RECORD and outcome.code is not None:
        verdict = RejectedInput(outcome.code, parcel.source, outcome.reason)
    if isinstance(verdict, RejectedInput):
        return Settled(Fate.REJECT, parcel.source, parcel.id, reject=verdict, fresh=fresh)
    if verdict is Fate.LEFT_OUT:
        return Settled(Fate.LEFT_OUT, parcel.source, parcel.id)
    assert outcome.line is not None, "an article that is kept has a record or a code"
    line = bound_line(outcome.line, to_json(parcel.id).decode(), to_json(parcel.source).decode())
    return Settled(
        Fate.RECORD, parcel.source, parcel.id, line=line, fresh=fresh, facts=outcome.facts
    )


def _unusable(parcel: Parcel, outcome: Outcome, selection: Selection) -> RejectedInput | None:
    """The reject of contents that can't be read, or are too long for this run."""
    try:
        selection.limits.check(outcome.chars, parcel.source)
    except RejectedInput as reject:
        return reject
    if outcome.code is not None and outcome.text is None:
        return RejectedInput(outcome.code, parcel.source, outcome.reason)
    return None


def _duplicate(parcel: Parcel, outcome: Outcome, claims: Claims) -> RejectedInput | None:
    if outcome.address and (first := claims.holder("address", outcome.address)):
        return _same(parcel, f"has the address of {first}")
    if outcome.text and (first := claims.holder("text", outcome.text)):
        return _same(parcel, f"has the text of {first}")
    if first := claims.holder("id", parcel.id):
        reason = f"id {parcel.id!r} was already given by {first}"
        return RejectedInput(Code.DUPLICATE_ID, parcel.source, reason)
    return None


def _same(parcel: Parcel, reason: str) -> RejectedInput:
    return RejectedInput(Code.DUPLICATE_ARTICLE, parcel.source, reason)


def _claim(parcel: Parcel, outcome: Outcome, claims: Claims) -> None:
    identities = {"address": outcome.address, "text": outcome.text, "id": parcel.id}
    for kind, value in identities.items():
        if value:
            claims.claim(kind, value, parcel.source)
