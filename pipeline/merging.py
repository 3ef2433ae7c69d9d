"""Which mentions tell one fact.

A mention is compared with those alone that may tell the same fact: facts of numbers and dates with those of the same
value, names of bodies with those that `pipeline.naming.alike` finds, so that long articles take no longer a mention.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.extensions import covering, is_retold, once, sentence_index, text_of
from pipeline.linking.leaders import Leading
from pipeline.naming.alike import Names, own_name, same_name, without_patron
from pipeline.naming.nouns import type_of_head
from pipeline.naming.renaming import renamed, renamed_it, renaming_words
from pipeline.normalising.gazetteer import places
from pipeline.normalising.names import is_partial, name_key, same_person
from pipeline.normalising.qualifiers import Quantity


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
    for span, home in zip(spans, _homes(spans) if spans else (), strict=True):
        if home == len(groups):
            groups.append([])
        groups[home].append(span)
    return groups


@dataclass(frozen=True, slots=True)
class _Called:
    """What a mention of a body is compared by, its Span aside; names of the press stand apart.

    A newspaper is often called as the body that prints it.
    """

    start: int
    end: int
    label: str
    name: str
    press: bool


def _homes(spans: Sequence[Span]) -> Sequence[int]:
    """The number of each mention's group, worked out once for the bodies as they are called."""
    called = tuple(
        _Called(s.start, s.end, s.label_, s._.organization.name, s._.organization.type == "media")
        for s in spans
    )
    known: dict[tuple[_Called, ...], Sequence[int]] = once(spans[0].doc, "homes", dict)
    if called not in known:
        known[called] = _placed(spans, called)
    return known[called]


def _placed(spans: Sequence[Span], called: Sequence[_Called]) -> Sequence[int]:
    names = {True: Names(), False: Names()}
    homes: dict[tuple[bool, str], int] = {}
    fulls: list[set[str]] = []
    placed: list[int] = []
    own: dict[str | None, int] = {}
    for index, (press, name) in enumerate((one.press, one.name) for one in called):
        others = [n for n in names[press].alike(name) if (press, n) in homes]
        homed = _at_home([(homes[press, n], n) for n in others], name)
        alike = [home for home, n in homed if not _another_full(fulls[home], n, name)]
        if (key := own_name(name)) in own:
            alike.append(own[key])
        renamed = [placed[i] for i in _renamed_from(spans, called, index)]
        if not alike and not renamed and (last := _told_last(spans, called, index)) is not None:
            renamed = [placed[last]]
        home = min([*alike, *renamed], default=len(fulls))
        if key is not None:
            own.setdefault(key, home)
        if home == len(fulls):
            fulls.append(set())
        fulls[home].add(name)
        placed.append(home)
        homes[press, name] = min(home, homes.get((press, name), home))
    return placed


def _at_home(homed: list[tuple[int, str]], name: str) -> list[tuple[int, str]]:
    """The homes of a short name; where several bodies may be meant, not one that is another state's by its tail."""
    own = [(home, full) for home, full in homed if not _foreign(full, name)]
    return own if own and len({home for home, _ in homed}) > 1 else homed


def _foreign(full: str, short: str) -> bool:
    """Whether what a name has beyond a short form is another state: "Ministry of Education | of Turkey"."""
    one, two = name_key(short), name_key(full)
    place = places().get(two.removeprefix(one).strip()) if two.startswith(f"{one} ") else None
    return place is not None and place.code is not None and not place.code.startswith("KZ")


def _another_full(fulls: AbstractSet[str], short: str, name: str) -> bool:
    """Whether a name's short form has been used of another body: "Administration of … Central Asia", then "… of …"."""
    if len(short) >= len(name):
        return False
    return any(
        (is_partial(short, full) or without_patron(short, full)) and not same_name(full, name)
        for full in fulls - {short}
    )


def _renamed_from(spans: Sequence[Span], called: Sequence[_Called], index: int) -> Iterator[int]:
    """The mentions right before one that it is a new name of."""
    new = called[index]
    for i in range(index - 1, -1, -1):
        if new.start - called[i].end > _RENAMING_REACH:
            break
        if called[i].press == new.press and renamed(spans[i], spans[index]):
            yield i


def _told_last(spans: Sequence[Span], called: Sequence[_Called], index: int) -> int | None:
    """The mention of the body that "it was renamed" before one means: the last of its type, a few lines back."""
    new, end = called[index], spans[index].start_char
    text, start = text_of(spans[index].doc), max(0, end - _IT_REACH)
    if not renaming_words().search(text[start:end].lower()):
        return None
    told = renamed_it().search(text, start, end)
    if told is None:
        return None
    back = range(index - 1, -1, -1)
    if told["noun"]:
        return _told_as(called, index, told["noun"].lower())
    alike = [i for i in back if _kind_word(called[i].name) == _kind_word(new.name)]
    typed = [i for i in back if called[i].label == new.label]
    near = [i for i in alike[:1] if new.start - called[i].end < _ALIKE_REACH]
    return next(
        iter([*near, *(i for i in typed[:1] if new.start - called[i].end < _TOLD_REACH)]), None
    )


def _told_as(called: Sequence[_Called], index: int, noun: str) -> int | None:
    """The last body before a mention that "the institute" means: one of the noun, or else of its type."""
    new = called[index]
    near = [i for i in range(index - 1, -1, -1) if new.start - called[i].end < _NOUN_REACH]
    named = (i for i in near if noun in called[i].name.lower().split())
    typed = (i for i in near if called[i].label.lower() == type_of_head(noun) == new.label.lower())
    return next(named, next(typed, None))


def _kind_word(name: str) -> str:
    """The last word before any "of", which tells what a body is: "division", "institute"."""
    words = name.split(" of ")[0].split(" named ")[0].split()
    return words[-1].lower() if words else ""


# Tokens that "was later renamed into the" and its like take; characters from "it" to the new name; tokens from
# the old name to it, where both have one noun, where but one type, and where "the institute" tells which.
_RENAMING_REACH = 25
_IT_REACH, _ALIKE_REACH, _TOLD_REACH, _NOUN_REACH = 90, 250, 70, 150


def name_of_body(names: Sequence[str]) -> str:
    """The best-formed name: the fullest, then the one without idle words, then the most frequent.

    Of a body that was renamed it is one of those that the article tells most, or else the fullest or first.
    """
    counts = Counter(_most_told(names))

    def rank(name: str) -> tuple[int, int, int, int]:
        capitals = sum(map(str.isupper, name))
        return len(_telling_words(name)), -len(name.split()), counts[name], capitals

    return max(counts, key=rank)


def _telling_words(name: str) -> list[str]:
    """The words of a name but for a number of the assembly: "II State Duma" tells no more than "State Duma"."""
    words = name_key(name).split()
    return words[1:] if words and re.fullmatch("[ivx]+", words[0]) else words


def _most_told(names: Sequence[str]) -> list[str]:
    """Of names that are not alike, those told most often; of equal ones those with the fullest name."""
    groups: list[list[str]] = []
    for name in names:
        home = next((g for g in groups if any(same_name(name, other) for other in g)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return max(groups, key=lambda group: (len(group), max(map(_fullness, group))))


def _fullness(name: str) -> int:
    """How many words tell a body; a unit is known by its first number, however its later name is adorned."""
    return 0 if name[:1].isdigit() else len(_telling_words(name))


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


def _told_at_once(a: Span, b: Span) -> bool:
    """Whether one sentence tells two equal numbers: "300 families in the first train, 300 in the second"."""
    return sentence_index(a) == sentence_index(b)


def _tells_one(quantity: Quantity) -> bool:
    """Whether a number is too exact for two places to share it: 46,746, not 300 or 12 thousand."""
    value = quantity.value
    return value is not None and value >= _EXACT and value % _ROUND != 0


_EXACT, _ROUND = 1000, 100


def _same_population(a: Span, b: Span) -> bool:
    one, two = a._.population, b._.population
    retold = is_retold(a) or is_retold(b)
    if retold:
        return True
    if _told_at_once(a, b) or ("lost" in (one.kind, two.kind) and one.kind != two.kind):
        return False
    return (
        _compatible(one.group, two.group)
        and (_compatible(one.place, two.place) or _tells_one(one.quantity))
        and _same_time(one.time, two.time)
    )


def _same_percentage(a: Span, b: Span) -> bool:
    one, two = a._.percentage, b._.percentage
    if _told_at_once(a, b):
        return False
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


def _is_in_name(date: Span) -> bool:
    """Whether a day of no year is part of a body's name: "the mill named after the 8th of March"."""
    if date._.date.kind != "recurring":
        return False
    body = covering(date, "organizations")
    return body is not None and body.start <= date.start and date.end <= body.end


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
            spans = [span for span in spans if not _is_in_name(span)]
            return clusters(spans, _date_key, lambda _a, _b: True)
