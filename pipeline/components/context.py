"""`ehistory_context`: places and peoples of the lexicons, in `doc.spans["places"]` and `["groups"]`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.anchors import Anchored, anchored
from pipeline.extensions import char_span, columns, once, text_of
from pipeline.lexicons import table, values
from pipeline.naming.listed import is_listed
from pipeline.naming.nouns import blocked, is_head
from pipeline.normalising.former_lands import place_called
from pipeline.normalising.gazetteer import peoples, place_index, places
from pipeline.normalising.shared_kinds import with_shared_kind
from pipeline.phrases import PhraseIndex, phrase_index
from pipeline.records import Place

_OPENING = (
    r"(?!(?:In|At|From|To|Of|Near|By|On|The|For|And|But|As|Into|After|Before|This|That|Each|Every"
    r"|War|A|An|One|Two|Three|No|Any|Some|Such|Another|Among|Between|Within|Across|Throughout|Our|Their|His|Its)\b)"
)
_REGION = re.compile(
    rf"(?<!\w)(?:the )?{_OPENING}"
    r"(?P<name>(?:[A-Z]|(?=(?:north|south|east|west|central)-))[\w-]+(?: (?!War\b)[A-Z][\w-]+)?)"
    r" (?P<kind>region|oblast|province|(?:rural )?(?:district|okrug)|uyezd|uezd|volost)(?!\w)"
)
# What a part of a land is called; the rest are regions.
_KINDS = {
    "district": "District",
    "okrug": "Okrug",
    "rural district": "Rural District",
    "rural okrug": "Rural Okrug",
    "uyezd": "Uyezd",
    "uezd": "Uezd",
    "volost": "Volost",
}
# "The south region", short for one told before: "South Kazakhstan Region".
_DIRECTION = re.compile(r"\b(?P<way>north|south|east|west)(?:ern)? (?:region|oblast)\b")
# A name as a place that no lexicon lists has it: "Razumovka", "Dogal-Urpek", "Altaiköy".
_CAPITAL = r"[A-Z]\w+(?:-\w+){0,3}"
# A town or village that no lexicon lists, told with its kind: "in the village of Razumovka", "settlement Sergiopol".
_SETTLEMENT = re.compile(
    r"\b(?:village|town|city|settlement|station|aul|fortress|township|hamlet|farmstead|siding|junction|outpost|post"
    r"|volost|bazaar|cemetery|mine|pass|gorge|tract|well|hill|barrow|orphanage)s? (?:of )?"
    rf"(?P<name>{_CAPITAL})(?! [A-Z]|[\w'])"
)
# … or with the kind behind it: "at the Zatobol station", "on the Koyandy fair".
_STATION = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Oo]n|[Nn]ear|[Tt]o|[Ff]rom|[Ii]nto) (?:the )?(?P<name>{_CAPITAL})"
    r" (?:station|fair|crossing|siding|junction|gorge|mine|outpost|well|wells|port|railway station)(?![\w-]| [A-Z])"
)
# "The population of Razumovka", "inhabitants of Razumovka".
_PEOPLED = re.compile(
    rf"\b(?:[Pp]opulation|[Ii]nhabitants|[Rr]esidents|[Vv]illagers) of (?P<name>{_CAPITAL})(?![\w'-]| [A-Z\"])"
)
# … or behind a preposition of place, a capital that nothing else explains.
_SOMEWHERE = re.compile(
    # Whom one writes to, or who is cited, is nowhere.
    r"(?<!ccording )(?<!hanks )(?<!etter )(?<!wrote )(?<!elegram )(?<!report )(?<!elonged )"
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Ff]rom|[Ii]nto) (?P<name>{_CAPITAL})(?![\w'-]| [A-Z\"])"
)
# … or in a list of places with their households: "Rozovka (68 households)".
_COUNTED = re.compile(
    rf"\b(?P<name>{_CAPITAL}) \(\d[\d ,.]* (?:households|inhabitants|yards|houses|homesteads)\)"
)


@Language.factory("ehistory_context")
def create_context(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The component; it needs nothing but tokens."""
    return mark_context


def mark_context(doc: Doc) -> Doc:
    """Set `places` (with `_.place`) and `groups` (with `_.group`)."""
    doc.spans["places"] = list(_places(doc))
    doc.spans["groups"] = list(_groups(doc))
    return doc


def _places(doc: Doc) -> Iterator[Span]:
    found = [
        (start + _ranked(form), end, place_called(form, text_of(doc), start))
        for start, end, form in place_index().find(text_of(doc))
        if text_of(doc)[start + _ranked(form)].isupper() and not _of_clan(text_of(doc), start)
    ]
    regions = [m for m in _regions().finditer(text_of(doc)) if not _known(found, m)]
    stretches = [(match.start("name"), match.end()) for match in regions]
    found = [item for item in found if not _holding(stretches, item[0], item[1])]
    found += [(match.start("name"), match.end(), _part(match)) for match in regions]
    found += list(_directed(text_of(doc), found))
    parts = {m["name"]: _part(m) for m in regions if m["kind"] in _PARTS}
    found += _unlisted(doc, sorted((start, end) for start, end, _ in found), parts)
    ordered = sorted(found, key=lambda item: item[:2])
    for start, end, place in with_shared_kind(text_of(doc), ordered):
        span = char_span(doc, start, end, "PLACE")
        span._.place = place
        yield span


def _ranked(form: str) -> int:
    """The length of the rank that a form of the lexicon opens with, which is no part of the name: "city of | Rudny"."""
    return len(_RANK) if form.startswith(_RANK) else 0


_RANK = "city of "


def _of_clan(text: str, start: int) -> bool:
    """Whether a name that places have too is that of a clan: "30 families of the clan | Altai"."""
    return text.endswith(("clan ", "tribe ", "subclan "), 0, start)


def _part(match: re.Match[str]) -> Place:
    """The part of a land that a name and its kind tell: "Karkaraly uyezd"."""
    name = match["name"][0].upper() + match["name"][1:]
    kind = _KINDS.get(match["kind"], "Region")
    # "north-Kazakhstan region"
    known = places().get(f"{name} {kind}".lower().replace("-", " "))
    return known or _of_town(name, kind)


# Parts of a land that are seldom told by the kind again: "Karasor volost", then "in Karasor".
_PARTS = ("volost",)


def _of_town(name: str, kind: str) -> Place:
    """A part of a land that no lexicon has under this name; a district that has its town's name of today is that."""
    town = places().get(name.lower()) if kind == "District" else None
    known = places().get(f"{town.name} {kind}".lower()) if town else None
    return known or Place(name=f"{name} {kind}")


def _directed(text: str, told: list[tuple[int, int, Place]]) -> Iterator[tuple[int, int, Place]]:
    """Regions told by their direction alone, where the article named them before."""
    for match in _DIRECTION.finditer(text):
        name = f"{match['way'].title()} Kazakhstan Region"
        place = next((p for start, _, p in told if start < match.start() and p.name == name), None)
        if place is not None:
            yield *match.span(), place


def _known(found: list[tuple[int, int, Place]], match: re.Match[str]) -> bool:
    """Whether a place of the lexicon holds a region's name and kind, or ends with it: "the War | Aktobe region"."""
    end = match.end()
    before = bisect_left(found, end, key=lambda item: item[0])
    return before > 0 and end <= found[before - 1][1]


def _holding(stretches: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether any of some stretches in order, none of which nest, holds another."""
    before = bisect_right(stretches, start, key=lambda stretch: stretch[0])
    return before > 0 and end <= stretches[before - 1][1]


def _unlisted(
    doc: Doc, taken: list[tuple[int, int]], parts: Mapping[str, Place]
) -> Iterator[tuple[int, int, Place]]:
    """Places that the words before them make ones, and that nothing else is known of, wherever they are told; `parts`
    are those that the article tells with their kind, by their names."""
    text = text_of(doc)
    shapes = (_settlements(), *_SHAPES)
    told = [match for shape in shapes for match in shape.finditer(text)]
    # Who sends and who gets something stands behind "from" and "to" as well.
    sure = {m["name"] for m in told if not m[0].lower().startswith(("from ", "to "))}
    again = (m.span() for m in _NAME.finditer(text) if m[0] in sure and _alone(doc, m))
    for start, end in (*(match.span("name") for match in told), *again):
        before = bisect_left(taken, (end, 0))
        if (before and start < taken[before - 1][1]) or not _may_be_place(doc, start, end):
            continue
        taken.insert(before, (start, end))
        name = text[start:end]
        # "Shevchenko" is listed as a city alone: it is a person's name as well.
        town = places().get(f"city of {name.lower()}")
        yield start, end, parts.get(name) or town or Place(name=name)


_SHAPES = (_STATION, _PEOPLED, _SOMEWHERE, _COUNTED)
_NAME = re.compile(r"(?<![\w'-])[A-Z][\w-]+(?![\w'-]| [A-Z\"])")


def _alone(doc: Doc, name: re.Match[str]) -> bool:
    """Whether a name is no part of a longer one."""
    start = char_span(doc, *name.span(), "PLACE").start
    return start == 0 or doc[start - 1].pos_ != "PROPN"


# Characters that a name takes on either side of the word for a region or settlement.
_REACH = 90


@cache
def _regions() -> Anchored:
    return anchored(_REGION, _REACH)


@cache
def _settlements() -> Anchored:
    return anchored(_SETTLEMENT, _REACH)


def _may_be_place(doc: Doc, start: int, end: int) -> bool:
    token = char_span(doc, start, end, "PLACE").root
    known = (
        token.lower_ in peoples() or token.lower_ in _days_and_buildings() or is_listed(token.text)
    )
    known = known or is_head(token.text) or token.lower_ in blocked() or token.lower_ == "no"
    known = known or text_of(doc)[start:end].lower() in _plain_words(doc)
    return token.pos_ == "PROPN" and not known and not token.text.isupper()


# "Committee for Control in Education" of the "Ministry of Education".
_TOPIC = re.compile(
    r"\b(?:Ministr(?:y|ies)|Minister|Departments?|Facult(?:y|ies)|Commissariat|Chair) (?:of|for) (?P<topic>[A-Z]\w+)"
)


def _plain_words(doc: Doc) -> frozenset[str]:
    """Words that are no names: those that an article writes small too, and what ministries and faculties are of."""

    def told() -> frozenset[str]:
        table = columns(doc)
        # A sentence may open small by mistake: "koyandy fair – market of the steppe".
        words = zip(table.words, table.opens, strict=True)
        small = (word for word, opens in words if word.islower() and not opens)
        return frozenset((*small, *(m["topic"].lower() for m in _topics().finditer(text_of(doc)))))

    return once(doc, "plain_words", told)


@cache
def _topics() -> Anchored:
    return anchored(_TOPIC, _REACH)


@cache
def _days_and_buildings() -> frozenset[str]:
    """What a capital makes no name of a place: days and months, buildings ("in the Palace of miners")."""
    rows = (row for row in table("date_words") if row["kind"] in ("month", "season", "weekday"))
    buildings = (r["noun"] for r in table("quantity_blockers") if r["reason"] == "building")
    return frozenset((*(word for row in rows for word in values(row["word"])), *buildings))


@cache
def _group_index() -> PhraseIndex:
    return phrase_index(peoples())


def _groups(doc: Doc) -> Iterator[Span]:
    text = text_of(doc)
    for start, end, form in _group_index().find(text):
        if text[start].isupper() or form in _plurals() or _WHOSE.match(text, end):
            span = char_span(doc, start, end, "GROUP")
            span._.group = peoples()[form]
            yield span


# Plurals that are plain words first of all, where no capital says otherwise.
_PLAIN_WORDS = frozenset(("maris", "poles", "shors", "tats", "tores"))
# What makes a people's lower-cased adjective one: "83 armenian | families".
_WHOSE = re.compile(r" (?:famil|household|population|diaspora|communit|people|person)")


@cache
def _plurals() -> frozenset[str]:
    """Plurals of peoples that translators write small: "14 130 dungans"."""
    plurals = (form.lower() for row in table("ethnonyms") for form in values(row["plural"]))
    return frozenset(form for form in plurals if form.endswith("s")) - _PLAIN_WORDS
