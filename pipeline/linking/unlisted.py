"""Places of a body that no span of the article holds: what "there" means, names of no lexicon, a whole region."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from pipeline.extensions import sentence_of, spans_of, text_of
from pipeline.linking.places_told import place_told, region_of, size_of
from pipeline.linking.ranking import Option
from pipeline.normalising.gazetteer import places
from pipeline.records import Place

Options = Iterator[Option[Place | None]]

# "There too", "in the same city".
_THERE = re.compile(
    r"\b(?:[Tt]here|[Hh]ere"
    r"|[Ii]n (?:the|this|that|our) (?:same )?(?P<noun>city|town|village|settlement|region|district))\b"
    r"(?! (?:is|are|was|were) )"
)


def meant(mentions: Sequence[Span], kind: str) -> Options:
    """The place told last before "there" or "in the same city" of a mention's sentence."""
    for mention in mentions:
        doc, sentence = mention.doc, sentence_of(mention)
        for match in _THERE.finditer(text_of(doc), sentence.start_char, sentence.end_char):
            size = match["noun"] if match["noun"] in ("region", "district") else "town"
            earlier = [p._.place for p in spans_of(doc, "places") if p.end_char <= match.start()]
            fitting = [place for place in earlier if size_of(place) == size]
            if fitting:
                side = "before" if match.end() <= mention.start_char else "after"
                word = match["noun"] or "there"
                features = ("meant", f"meant:{word}", f"meant:{side}", f"meant:{kind}")
                yield Option(fitting[-1], features)


# "University of Edinburgh", "the institute in Gvardeisky, whose …".
_TAIL = re.compile(r" (?P<word>of|in|at) (?P<name>[A-Z][\w'-]+(?: (?:District|Region))?)$")
_BEHIND = re.compile(
    r"[\")]*,? (?P<word>in|at|of|near|from) (?:the )?(?:[a-z]+ )?(?P<name>[A-Z][\w'-]+)(?=[,.;:) ])"
)


# Of "Kyzyl-Tu".
_CAPITALS = 2


def unlisted(mentions: Sequence[Span], kind: str) -> Options:
    """Names that no lexicon has, at the tail of a body's name or right behind it."""
    doc = mentions[0].doc
    text = text_of(doc)
    known = {s.start_char for key in ("places", "groups", "dates") for s in spans_of(doc, key)}
    for mention in mentions:
        tail = _TAIL.search(text, mention.start_char, mention.end_char)
        behind = _BEHIND.match(text, mention.end_char)
        for where, match in (("tail", tail), ("behind", behind)):
            # "the council of | KazCTU": letters are a body's.
            letters = match is not None and sum(map(str.isupper, match["name"])) > _CAPITALS
            if match and match.start("name") not in known and not letters:
                word = f"unlisted:{where}:{match['word']}"
                yield Option(Place(name=match["name"]), ("unlisted", word, f"{word}:{kind}"))


# "us" and "US" are one word to the gazetteer, so that it has but "USA".
_STATES = re.compile(r"(?:US|U\.S\.) (?=[A-Z])")


def lettered_state(mentions: Sequence[Span], kind: str) -> Options:
    """The United States before a name: "US Senate"."""
    if any(_STATES.match(mention.text) for mention in mentions):
        front = ("in:front", f"in:front:{kind}", "in:front:country")
        last = ("in:last", "in:last:country", f"in:{kind}:country")
        yield Option(places()["usa"], ("in", *front, *last))


_REGIONAL = re.compile(r" (?:[Rr]egional|[Oo]blast)\b")


def whole_region(place: Span) -> Place | None:
    """The region that "Kyzylorda regional museum" tells of, where a place span holds the town alone."""
    if _REGIONAL.match(text_of(place.doc), place.end_char) is None:
        return None
    # "Akmola" alone is the town of Astana, "Ural" the mountains.
    return region_of(place_told(place).value) or places().get(f"{place.text.lower()} region")
