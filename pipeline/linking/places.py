"""The place where a count or share holds, chosen among the places told in and before its sentence."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Span

from pipeline.extensions import columns, once, sentence_of, spans_in, spans_of, text_of
from pipeline.linking.previous import told_of, with_previous
from pipeline.linking.ranking import Option, chosen
from pipeline.linking.respective import respective
from pipeline.linking.surroundings import (
    first_told,
    inside,
    is_within,
    lead_in,
    paragraph_of,
    preposition,
    relation,
    sentences_apart,
    standing,
    told_near,
)
from pipeline.normalising.gazetteer import places
from pipeline.phrases import PhraseIndex, phrase_index
from pipeline.records import Place

# "Heroes of the Soviet Union": a title holds a place that is none.
_TITLE_BEFORE = re.compile(
    r"\b(?:Hero|Heroes|Marshal|Artist|Ambassador|embassy|Constitution|history|History|President"
    r"|independence|Independence|government|Treaty"
    r"|[Cc]ollapse|[Dd]issolution|[Dd]isintegration|[Bb]reak-?up|[Dd]ownfall|[Ff]all) of (?:the )?(?:former )?$"
)
# "The Petersburg treaty": where an act was signed holds no people.
_NAMES_ACT = re.compile(
    r" (?:treaty|contract|agreement|protocol|peace|convention|pact)\b", re.IGNORECASE
)
_SENTENCES_BACK = 6
# Words that stand for a place told before, and the kinds of place they can stand for.
_ANAPHORS = {
    "republic": ("country", "republic"),
    "country": ("country", "republic"),
    "city": ("town",),
    "town": ("town",),
    "settlement": ("town",),
    "village": ("town",),
    "region": ("region",),
    "oblast": ("region",),
    "province": ("region",),
    "here": ("town", "region"),
    "there": ("town", "region"),
}


def place_of(doc: Doc, span: Span, kind: str, previous: Span | None) -> Place | None:
    """Where a count holds; for `moved` the place people came to, else the one they left."""
    named = respective(span, "places")
    if named is not None:
        return named._.place  # type: ignore[no-any-return]
    return (
        _tied(doc, span, previous) or chosen(place_options(doc, span, kind, previous), "place")[0]
    )


def _tied(doc: Doc, span: Span, previous: Span | None) -> Place | None:
    """The place right behind a count where people came to it, or where the count before has the one behind it.

    "400 families to Taraz", "60 in Oral, 12 in Semey".
    """
    behind = _right_behind(doc, span)
    if behind is None or behind[0] == "to" or _dashed_on(doc, span, behind[0]):
        return behind and behind[1]
    if previous is None or sentences_apart(span, previous):
        return None
    before = _right_behind(doc, previous)
    alike = before is not None and before[0] == behind[0]
    return behind[1] if alike and told_of(previous, "place") == before[1] else None  # type: ignore[index]


_BEHIND = re.compile(r" (?P<word>in|at|from|to|[-–—]) (?:the )?(?:city of |town of |village of )?")
# "61% are natives of Uzbekistan, 14% – China": a dash for what the share before says.
_DASHED_ON = re.compile(r"[,;] (?:and )?$")
_BEHIND_REACH = 24


def _dashed_on(doc: Doc, span: Span, word: str) -> bool:
    """Whether a list of counts goes on with a dash before the place, and the item ends there."""
    if word not in "-–—" or not _DASHED_ON.search(text_of(doc)[: span.start_char][-6:]):
        return False
    near = spans_in(doc, "places", span.end, span.end + _BEHIND_REACH)
    return bool(near) and _ITEM_ENDS.match(text_of(doc), near[0].end_char) is not None


_ITEM_ENDS = re.compile(r"\s*(?:[,.;]|$)")


def _right_behind(doc: Doc, span: Span) -> tuple[str, Place] | None:
    """The place that a preposition ties to a count, with the preposition."""
    behind = _BEHIND.match(text_of(doc), span.end_char)
    if behind is None:
        return None
    near = spans_in(doc, "places", span.end, span.end + _BEHIND_REACH)
    found = next((p for p in near if p.start_char == behind.end()), None)
    return (behind["word"], found._.place) if found is not None else None


def place_options(
    doc: Doc, span: Span, kind: str, previous: Span | None
) -> list[Option[Place | None]]:
    """Every place that may be the count's, and none; `previous` is the count or share before it."""
    named: list[Option[Place | None]] = [
        Option(place._.place, _features(doc, span, place, kind)) for place in _near(doc, span)
    ]
    told = [*named, *_anaphors(doc, span, kind)]
    signs = _Signs(
        local=any("here=same" in option.features for option in named),
        named=bool(named),
        meant=len(told) > len(named),
        row=lead_in(doc, span.start_char) is not None,
    )
    none: Option[Place | None] = Option(None, _features_of_none(kind, signs))
    return with_previous([*told, *_of_article(doc, told, signs), none], span, previous, "place")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What is told around a count: a place in its sentence, or near, or by "the town"; whether it is a list's row."""

    local: bool
    named: bool
    meant: bool
    row: bool


def _of_article(
    doc: Doc, told: Sequence[Option[Place | None]], signs: _Signs
) -> Iterator[Option[Place | None]]:
    """What the whole article tells of: the first place that its title names, and the one it tells of most often."""
    titled, frequent = _titled(doc, _SIZES), _frequent(doc)
    for name, place in {"title": titled, "frequent": frequent}.items():
        if place is None or (name == "frequent" and place == titled):
            continue
        size = size_of(place)
        features = (
            name,
            f"{name}={size}",
            f"{name}={size}:named={signs.named}:{signs.row}",
            f"{name}:local={signs.local}",
            f"{name}:named={signs.named}",
            f"{name}:meant={signs.meant}",
            f"{name}:row={signs.row}",
            f"{name}:both={titled == frequent}",
            f"{name}:told={any(option.value == place for option in told)}",
        )
        yield Option(place, features)


def _features_of_none(kind: str, signs: _Signs) -> tuple[str, ...]:
    """What speaks for a count that holds at no place."""
    return (
        "none",
        f"none:{kind}",
        f"none:local={signs.local}:{kind}",
        f"none:named={signs.named}:{signs.row}",
        f"none:named={signs.named}:meant={signs.meant}",
    )


_SIZES = ("country", "republic", "region", "town")


def size_of(place: Place) -> str:
    """Whether a place is a country, a republic of the union, a region or a town."""
    if place.code and len(place.code) == 2:
        return "country"
    if place.name.endswith(("SSR", "Republic", "Union", "Empire")) or place.name == "USSR":
        return "republic"
    return "region" if place.name.endswith(("Region", "District", "Province")) else "town"


def _near(doc: Doc, span: Span) -> list[Span]:
    """Places of the sentence and of the paragraph before it, titles' and awards' left out."""
    return [
        place
        for place in told_near(span, "places", _SENTENCES_BACK)
        if not inside(span, place)
        and not _in_title(text_of(doc), place.start_char)
        and not _NAMES_ACT.match(text_of(doc), place.end_char)
    ]


def _in_title(text: str, start: int) -> bool:
    of = text.find("of ", max(0, start - len("of the former ")), start) >= 0
    return of and _TITLE_BEFORE.search(text, max(0, start - 40), start) is not None


def _features(doc: Doc, span: Span, place: Span, kind: str) -> tuple[str, ...]:
    moved = "moved" if kind == "moved" else "still"
    near, here = standing(span, place)
    size = size_of(place._.place)
    found = [f"here={here}", f"size={size}"]
    role = place_role(place)
    found += [f"role={role}:{near}", f"role={role}:{near}:{moved}", f"kind={kind}:{near}"]
    if _coordinated(doc, place):
        found.append(f"list:{near}")
    if place._.place == _frequent(doc):
        found.append(f"frequent:{near}")
    found += _topic(doc, span, place, near)
    if near == "same":
        found += relation(span, place)
        found += _nearest(doc, span, place)
    else:
        found += [f"back:size={size}", f"back:last={_is_last(doc, span, place)}"]
    return tuple(found)


def place_role(place: Span) -> str:
    """What a place does in its sentence: in a body's name, subject, object, adjective, or its preposition."""
    before = preposition(place)
    if is_within(place, "organizations"):
        return "body"
    if before != "none":
        return before
    dep = place.root.dep_
    if dep in ("nsubj", "nsubjpass"):
        return "subject"
    if dep in ("dobj", "obj", "dative"):
        return "object"
    return "adjective" if dep in ("compound", "amod", "poss", "nmod") else "other"


def _topic(doc: Doc, span: Span, place: Span, near: str) -> Iterator[str]:
    """Whether the paragraph, up to the count, tells of this place first, or of it alone."""
    low, _ = paragraph_of(doc, span.start_char)
    first, other = first_told(doc, "places", low, lambda p: p._.place)
    if first is None or first.start_char >= span.start_char:
        return
    if first.start == place.start:
        yield f"first:{near}"
    if other >= span.start_char and first._.place == place._.place:
        yield f"alone:{near}"


def _coordinated(doc: Doc, place: Span) -> bool:
    """Whether it stands in a list of places: "China, Mongolia and Iran"."""
    text = text_of(doc)
    places = spans_of(doc, "places")
    index = bisect_left(places, place.start, key=lambda p: p.start)
    around = places[max(0, index - 1) : index + 2]
    return any(
        text[first.end_char : second.start_char] in (", ", " and ", ", and ")
        for first, second in pairwise(around)
    )


def _frequent(doc: Doc) -> Place | None:
    """The place told most often in the article, twice at least; titles' and awards' left out."""

    def most_told() -> Place | None:
        text = text_of(doc)
        told = (p for p in spans_of(doc, "places") if not _in_title(text, p.start_char))
        counts = Counter(place._.place for place in told)
        return next((place for place, times in counts.most_common(1) if times > 1), None)

    return once(doc, "frequent_place", most_told)


def _nearest(doc: Doc, span: Span, place: Span) -> Iterator[str]:
    """Whether no other place of the sentence stands nearer on this side, or on any."""
    sentence = sentence_of(span)
    told = spans_in(doc, "places", sentence.start, sentence.end)
    others = [p for p in told if inside(sentence, p) and p.start != place.start]
    before = place.end <= span.start
    if before and not any(place.start < p.start < span.start for p in others):
        yield "nearest=before"
    if not before and not any(span.end <= p.start < place.start for p in others):
        yield "nearest=after"
    if not others:
        yield "only"


def _is_last(doc: Doc, span: Span, place: Span) -> bool:
    return not spans_in(doc, "places", place.start + 1, sentence_of(span).start)


def _anaphors(doc: Doc, span: Span, kind: str) -> Iterator[Option[Place | None]]:
    """What "the republic", "the town", "here" of the count's sentence stand for."""
    sentence, words = sentence_of(span), columns(doc).lowers
    for i in _anaphors_in(doc, sentence.start, sentence.end):
        if span.start <= i < span.end or not _definite(doc, i):
            continue
        sizes = _ANAPHORS[words[i]]
        earlier, titled = _last_of(doc, sizes, i), _titled(doc, sizes)
        word = "here" if words[i] in ("here", "there") else sizes[0]
        mark = doc[i : i + 1]
        role = preposition(mark)
        near = earlier is not None and earlier.start_char >= paragraph_of(doc, span.start_char)[0]
        if earlier is not None:
            features = ("meant", f"meant={word}", f"meant={role}:{kind}", f"meant:near={near}")
            yield Option(earlier._.place, (*features, *relation(span, mark)))
        if titled is not None and (earlier is None or titled != earlier._.place):
            features = ("titled", f"titled={word}", f"titled={role}:{kind}", f"titled:near={near}")
            yield Option(titled, (*features, *relation(span, mark)))
    yield from _meant_above(doc, span)


@cache
def _place_index() -> PhraseIndex:
    return phrase_index(places())


def _titled(doc: Doc, sizes: tuple[str, ...]) -> Place | None:
    """The first place of some sizes that the article's title names."""
    title = doc._.clean.title if doc._.clean is not None else None
    if not title:
        return None
    told: list[Place] = once(
        doc,
        "titled_places",
        lambda: [
            places()[form]
            for start, _, form in _place_index().find(title)
            if title[start].isupper()
        ],
    )
    return next((place for place in told if size_of(place) in sizes), None)


def _meant_above(doc: Doc, span: Span) -> Iterator[Option[Place | None]]:
    """What "the city" of the paragraph that leads in to a list stands for: "The population of the city by years:"."""
    lead = lead_in(doc, span.start_char)
    if lead is None:
        return
    starts, words = columns(doc).starts, columns(doc).lowers
    for i in _anaphors_in(doc, *(bisect_left(starts, offset) for offset in lead)):
        sizes = _ANAPHORS[words[i]]
        earlier = _last_of(doc, sizes, i)
        if earlier is not None:
            yield Option(earlier._.place, ("meant:lead", f"meant:lead={sizes[0]}"))


def _anaphors_in(doc: Doc, start: int, end: int) -> list[int]:
    """The tokens of a stretch that may stand for a place."""
    found = once(
        doc, "anaphors", lambda: [i for i, w in enumerate(columns(doc).lowers) if w in _ANAPHORS]
    )
    return found[bisect_left(found, start) : bisect_left(found, end)]


def _last_of(doc: Doc, sizes: tuple[str, ...], before: int) -> Span | None:
    """The last place of some sizes told before a token; no empire or union of republics is "the republic"."""
    told = once(
        doc,
        f"places_{'_'.join(sizes)}",
        lambda: [
            p
            for p in spans_of(doc, "places")
            if size_of(p._.place) in sizes and p._.place.name not in _OF_MANY_LANDS
        ],
    )
    index = bisect_left(told, before, key=lambda p: p.start)
    return told[index - 1] if index else None


def _definite(doc: Doc, index: int) -> bool:
    """Whether "the", "our" or "this" stands before the word, or it needs none."""
    table = columns(doc)
    if table.lowers[index] in ("here", "there"):
        return index + 1 >= len(doc) or table.pos[index + 1] != "AUX"
    definite = not _DEFINITE.isdisjoint(table.lowers[max(0, index - 2) : index])
    return definite and table.lowers[index + 1 : index + 2] not in (["of"], ["'s"])


_OF_MANY_LANDS = ("USSR", "Russian Empire", "Soviet Russia", "RSFSR")
_DEFINITE = frozenset(("the", "our", "this", "that"))
