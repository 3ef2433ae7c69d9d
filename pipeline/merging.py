"""Which mentions tell one fact.

A mention is compared with those alone that may tell the same fact: facts of numbers and dates with those of the same
value, names of bodies with those that `pipeline.naming.alike` finds, so that long articles take no longer a mention.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from pipeline.extensions import is_retold, text_of
from pipeline.linking.leaders import Leading
from pipeline.naming.alike import Names
from pipeline.naming.nouns import all_heads
from pipeline.normalising.names import name_key, same_person


def clusters(
    spans: Iterable[Span], key: Callable[[Span], Hashable], same: Callable[[Span, Span], bool]
) -> list[list[Span]]:
    """Spans grouped, each with the first group that has a span of the same fact; in text order.

    Spans of one fact have one key.
    """
    groups: list[list[Span]] = []
    by_key: defaultdict[Hashable, list[list[Span]]] = defaultdict(list)
    for span in spans:
        alike = by_key[key(span)]
        home = next((g for g in alike if any(same(other, span) for other in g)), None)
        if home is None:
            home = []
            groups.append(home)
            alike.append(home)
        home.append(span)
    return groups


def body_clusters(spans: Sequence[Span]) -> list[list[Span]]:
    """Mentions of bodies grouped: alike spellings, a short form, an acronym, a name from the lexicon, a new name."""
    groups: list[list[Span]] = []
    # A newspaper is often called as the body that prints it: names of the press stand apart.
    names = {True: Names(), False: Names()}
    homes: dict[tuple[bool, str], int] = {}
    placed: list[int] = []
    for index, span in enumerate(spans):
        press, name = span._.organization.type == "media", span._.organization.name
        alike = [
            homes[press, other] for other in names[press].alike(name) if (press, other) in homes
        ]
        renamed = [placed[i] for i in _renamed_from(spans, index)]
        home = min([*alike, *renamed], default=len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(span)
        placed.append(home)
        homes[press, name] = min(home, homes.get((press, name), home))
    return groups


_RENAMING = (
    r"[\")]*,? (?:which |it |was |were |is |has been |had been |later |then |in \d{4} (?:year )?)*"
    r"(?:renamed|reorgani[sz]ed|transformed|turned|converted|received the name|got the name|became known"
    r"|changed its name)(?: (?:into|in|to|as|of|the))*"
)
_OTHER_NAME = r"[\")]*,? \(?(?:former|formerly|now|today|nowadays|later|afterwards)(?: the)?"


@cache
def _renaming() -> re.Pattern[str]:
    """What stands between two names of one body, with a noun of bodies and a quote before the second."""
    return re.compile(rf"(?:{_RENAMING}|{_OTHER_NAME})(?: (?:{all_heads()}))?[ \"]*")


def _renamed_from(spans: Sequence[Span], index: int) -> Iterator[int]:
    """The mentions right before one that it is a new name of."""
    new = spans[index]
    press = new._.organization.type == "media"
    for i in range(index - 1, -1, -1):
        if new.start - spans[i].end > _RENAMING_REACH:
            break
        if (spans[i]._.organization.type == "media") == press and _renamed(spans[i], new):
            yield i


def _renamed(old: Span, new: Span) -> bool:
    """Whether the words between two names say that the second is a later or earlier name of the first."""
    between = text_of(old.doc)[old.end_char : new.start_char]
    return _renaming().fullmatch(between) is not None


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
        (retold or _compatible(one.group, two.group))
        and (retold or _compatible(one.place, two.place))
        and (retold or _same_time(one.time, two.time))
    )


def _same_percentage(a: Span, b: Span) -> bool:
    one, two = a._.percentage, b._.percentage
    return _compatible(one.group, two.group) and _same_time(one.time, two.time)


def _population_key(span: Span) -> Hashable:
    value = span._.population
    return value.quantity.value, value.quantity.low, value.quantity.high, value.unit


def _percentage_key(span: Span) -> Hashable:
    value = span._.percentage
    return value.quantity.value, value.quantity.low, value.quantity.high, value.kind


def _date_key(span: Span) -> Hashable:
    """EDTF and part say all of a date, the wording where it has none."""
    value = span._.date
    return (value.edtf, value.part) if value.edtf else span.text.lower()


def fact_spans(doc: Doc, fact_type: str) -> list[list[Span]]:
    """The mentions of each fact of a type, in the order of first mention."""
    spans = list(doc.spans[fact_type])
    match fact_type:
        case "organizations":
            return body_clusters(spans)
        case "populations":
            return clusters(spans, _population_key, _same_population)
        case "percentages":
            return clusters(spans, _percentage_key, _same_percentage)
        case _:
            return clusters(spans, _date_key, lambda _a, _b: True)
