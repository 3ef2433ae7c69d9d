"""Which mentions tell one fact."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from spacy.tokens import Doc, Span

from pipeline.extensions import is_retold, text_of
from pipeline.linking.leaders import Leading
from pipeline.naming.listed import same_listed
from pipeline.normalising.names import (
    is_partial,
    name_key,
    same_body,
    same_person,
    stands_for,
)


def clusters(spans: Iterable[Span], same: Callable[[Span, Span], bool]) -> list[list[Span]]:
    """Spans grouped, each with the first group that has a span of the same fact; in text order."""
    groups: list[list[Span]] = []
    for span in spans:
        home = next((g for g in groups if any(same(other, span) for other in g)), None)
        if home is None:
            groups.append([span])
        else:
            home.append(span)
    return groups


def same_body_named(a: Span, b: Span) -> bool:
    """Whether two mentions name one body: alike spellings, a short form, an acronym, a new name."""
    one, two = a._.organization.name, b._.organization.name
    # A newspaper is often called as the body that prints it.
    if (a._.organization.type == "media") != (b._.organization.type == "media"):
        return False
    if same_body(one, two) or is_partial(one, two) or is_partial(two, one):
        return True
    if stands_for(one, two) or stands_for(two, one) or same_listed(one, two):
        return True
    return _renamed(a, b) or _renamed(b, a)


_RENAMING = re.compile(
    r"[\")]*,? (?:which |it |was |were |is |has been |had been |later |then |in \d{4} (?:year )?)*"
    r"(?:renamed|reorgani[sz]ed|transformed|turned|converted|received the name|got the name|became known"
    r"|changed its name)(?: (?:into|in|to|as|of|the))*[ \"]*"
)
_OTHER_NAME = re.compile(
    r"[\")]*,? \(?(?:former|formerly|now|today|nowadays|later|afterwards)(?: the)?[ \"]*"
)


def _renamed(old: Span, new: Span) -> bool:
    """Whether the words between two names say that the second is a later or earlier name of the first."""
    if old.end > new.start or new.start - old.end > _RENAMING_REACH:
        return False
    between = text_of(old.doc)[old.end_char : new.start_char]
    return bool(_RENAMING.fullmatch(between) or _OTHER_NAME.fullmatch(between))


# Tokens that "was later renamed into the" and its like take.
_RENAMING_REACH = 12


def name_of_body(names: Sequence[str]) -> str:
    """The best-formed name: the fullest, then the one without idle words, then the most frequent."""
    counts = Counter(names)

    def rank(name: str) -> tuple[int, int, int]:
        return len(name_key(name).split()), -len(name.split()), counts[name]

    return max(counts, key=rank)


def merged_leaders(leaders: Iterable[Leading]) -> tuple[Leading, ...]:
    """One leader a person, the first telling kept."""
    kept: list[Leading] = []
    for leading in leaders:
        if not any(same_person(leading.person, other.person) for other in kept):
            kept.append(leading)
    return tuple(kept)


def _compatible(first: object, second: object) -> bool:
    return first is None or second is None or first == second


def _same_time(first: str | None, second: str | None) -> bool:
    """Whether two times may be one: a text gives the day of a census, its table the year."""
    if first is None or second is None or first == second:
        return True
    return first.startswith(f"{second}-") or second.startswith(f"{first}-")


def _same_population(a: Span, b: Span) -> bool:
    one, two = a._.population, b._.population
    retold = is_retold(a) or is_retold(b)
    return (
        (one.quantity.value, one.quantity.low, one.quantity.high, one.unit)
        == (two.quantity.value, two.quantity.low, two.quantity.high, two.unit)
        and (retold or _compatible(one.group, two.group))
        and (retold or _compatible(one.place, two.place))
        and (retold or _same_time(one.time, two.time))
    )


def _same_percentage(a: Span, b: Span) -> bool:
    one, two = a._.percentage, b._.percentage
    return (
        (one.quantity.value, one.quantity.low, one.quantity.high)
        == (two.quantity.value, two.quantity.low, two.quantity.high)
        and one.kind == two.kind
        and _compatible(one.group, two.group)
        and _same_time(one.time, two.time)
    )


def _same_date(a: Span, b: Span) -> bool:
    one, two = a._.date, b._.date
    if one.edtf is None or two.edtf is None:
        return one.edtf is two.edtf and a.text.lower() == b.text.lower()
    return (one.edtf, one.part) == (two.edtf, two.part)


_SAME: Mapping[str, Callable[[Span, Span], bool]] = {
    "populations": _same_population,
    "percentages": _same_percentage,
    "organizations": same_body_named,
    "dates": _same_date,
}


def fact_spans(doc: Doc, fact_type: str) -> list[list[Span]]:
    """The mentions of each fact of a type, in the order of first mention."""
    return clusters(doc.spans[fact_type], _SAME[fact_type])
