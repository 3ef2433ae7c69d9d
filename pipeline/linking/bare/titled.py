"""A cue of articles about one people: what they count by places and years, with nothing else named, is that people."""

import re

from pipeline.extensions import columns, sentence_of, spans_in, text_of
from pipeline.linking.bare.numbers import Bare
from pipeline.linking.bare.series import names_nothing
from pipeline.linking.groups import titled_peoples
from pipeline.normalising.context import PersonNoun


def of_the_titled(bare: Bare) -> PersonNoun | None:
    """ "The republic counted 3,683 in 1959" under the title "Estonians of Kazakhstan"."""
    titled = titled_peoples(bare.doc)
    if len(titled) != 1 or not bare.many or not names_nothing(bare, _clause_start(bare)):
        return None
    told = bare.behind(_AT_YEAR) or _is_of_place(bare)
    return PersonNoun(None, titled[0], "persons", ethnic=True) if told else None


def _clause_start(bare: Bare) -> int:
    """The token behind the last colon or semicolon of the sentence before a number, else where it begins."""
    start, words = sentence_of(bare.number).start, columns(bare.doc).words
    return next((i + 1 for i in range(bare.number.start - 1, start, -1) if words[i] in ":;"), start)


# "3,683 | in 1959", "248 954 | (1999)", "2,714 | for 1970".
_AT_YEAR = re.compile(
    r" ?(?:(?:in|for|by) (?:1[5-9]|20)\d\d\b|\((?:in )?(?:1[5-9]|20)\d\d(?:[);,]| y))"
)
# "Zhambyl region – | 5,541", "Almaty city for some | 11,000", "Pavlodar region still has | 231".
_TO_COUNT = re.compile(
    r"(?: (?:region|city|oblast|district))?(?: (?:still|now|today|alone))?,?"
    r"(?: (?:has|have|had|counts|counted|received|took|gave|accounts? for|for|with)| ?[-–—:])?"
    r"(?: (?:only|just|already|some|about|around|nearly|almost|barely))? ?"
)
# Tokens that a place and what leads on from it to a number take.
_REACH = 9


def _is_of_place(bare: Bare) -> bool:
    """Whether a place stands before a number, which its clause closes behind."""
    text, start = text_of(bare.doc), bare.number.start
    low = max(sentence_of(bare.number).start, start - _REACH)
    places = [p for p in spans_in(bare.doc, "places", low, start) if p.end <= start]
    closed = _CLOSED.match(text, bare.match.end) is not None
    return bool(
        closed and places and _TO_COUNT.fullmatch(text, places[-1].end_char, bare.match.start)
    )


_CLOSED = re.compile(r"\s*(?:[.;,)]|$| and [A-Z]| \()")
