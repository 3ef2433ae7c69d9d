"""What a text says of a body's later or earlier name: "was renamed the", "(formerly", "Today it is the"."""

import re
from functools import cache

from spacy.tokens import Span

from pipeline.anchors import literals
from pipeline.extensions import text_of
from pipeline.naming.alike import own_name
from pipeline.naming.nouns import all_heads, word_set

_WHEN = (
    r"(?:(?:and|which|that|it|was|were|is|has|had|been|later|then|finally|officially|soon|again|thus|also|in|on"
    r"|since|from|by|at first|at that time|now|today|nowadays|january|february|march|april|may|june|july|august"
    r"|september|october|november|december"
    r"|\d{1,4}|year|of|the end|the beginning|spring|summer|autumn|winter),? ){0,20}"
)
_RENAMING = (
    rf"[\")]*,? {_WHEN}"
    r"(?:renamed|reorgani[sz]ed|transformed|turned|converted|(?:received|got|bore|bears|took) the name"
    r"|became known|(?:better |more |widely )?known(?: to (?:the )?[a-z]+(?: [a-z]+)?(?= as))?"
    r"(?: (?:by|under) (?:(?:its|the|an) )?(?:[A-Z][a-z]+ )?(?:acronym|abbreviation|initials|letters)(?: of)?)?"
    r"|known officially|(?:(?:by the people|everyone|everybody|people|locals) )?(?:simply )?called(?: simply)?"
    r"|named|under the name|had the name|changed its name"
    r"|re-?registered|grown|grew|evolved|became|(?:to )?become"
    r"|(?:took|bore|bears|got|received) (?:already )?(?:its|the) (?:present|new|first|second|third|fourth) name"
    rf"|(?:appeared|began|founded|established|created|organi[sz]ed|opened|formed|published) {_WHEN}(?:in [\w-]+,? )?as"
    rf"|(?:refounded|re-founded|reopened|revived) (?:(?:in|at) [\w-]+,? )?{_WHEN}as)"
    r"(?: (?:into|in|to|as|of|the|a|an)){0,9}"
)
# "was founded in 1920 and in 1932 | renamed".
_FOUNDED = (
    r"(?:[\")]*,? (?:(?:was|were) (?:founded|established|created|formed|organi[sz]ed|opened|set up)"
    r"|(?:first )?(?:came out|appeared))[^.;\"]{0,45}?(?= and |,))"
)
_OTHER_NAME = (
    r"[\")]*,? \(?(?:former|formerly|now|today|nowadays|later|afterwards"
    r"|(?<=\()then|then as|first as|at first as|initially|originally|previously"
    r"|(?:in those|at that|in that) (?:years|time)"
    r"|(?:until|before|since|from) \d{4}(?: year)?)(?: [–—-])?(?: the)?"
)
# "was turned into the Polytechnic Institute, | and in 1996 into the Technical University".
_THEN_INTO = (
    r",? and (?:(?:in|since|from) \d{4}(?: year)?,? (?:in)?to|(?:later|then),? into)(?: the)?"
)
# "…, opened in 1928, | nowadays", "…, which began with one room, | and today is called".
_TOLD_OF_IT = (
    r"(?:\"?, (?:founded|established|created|formed|organi[sz]ed|opened) in [^,.;\"()]{4,40}?"
    r"(?=,| and (?:re|later|then))"
    r"(?:, (?:was )?(?:moved|transferred|evacuated) [^,.;\"()]{1,40}(?= and ))?"
    r"|, (?:(?:in|from) )?which [^.;\"()]{1,70}?(?= and |,)"
    r"|\"?, the first (?:number|issue) of which[^.;\"()]{0,70}?(?=,))"
)
# "Today | it is the Technical University".
_NOWADAYS = r"today|now|nowadays|at present|currently|since \d{4}|in (?:the )?years of independence"


@cache
def _renaming() -> re.Pattern[str]:
    """What stands between two names of one body, with a noun of bodies and a quote before the second."""
    return re.compile(
        rf"(?:\"? \( ?[A-Z][A-Za-z]{{1,12}} ?\))?(?:{_FOUNDED}|{_TOLD_OF_IT})?"
        rf"(?:{_RENAMING}|{_OTHER_NAME}|{_THEN_INTO})"
        rf"(?: (?:{all_heads()}))?[ \"–—-]*(?:(?<=\")the )?",
        re.IGNORECASE,
    )


_NAME_REACH = 160


def takes_name(between: str) -> bool:
    """Whether the words behind a body and before a quote say in so many words that the quote is a name of it."""
    told = len(between) < _NAME_REACH and " name " in between
    return told and _renaming().fullmatch(between) is not None


@cache
def renamed_it() -> re.Pattern[str]:
    """The same where a pronoun or noun means the body told last: "On 18 November it was renamed the"."""
    subject = rf"(?:\b(?:it|they|(?:the|this|the same) (?P<noun>{all_heads()}))\b)"
    being = (
        rf"\b(?:{_NOWADAYS}),? it (?:is|has been)(?: the)?|(?<=[.!?] )Renamed(?: the)?"
        r"|\b(?:from|since|until|till|before) \d{4}(?: (?:to|till|until) \d{4})?,? it (?:is|was|had been)(?: the)?"
    )
    return re.compile(
        rf"(?:{subject}{_RENAMING}|{being})(?: (?:{all_heads()}))?[ \"–—-]*$", re.IGNORECASE
    )


@cache
def renaming_words() -> re.Pattern[str]:
    """What any match of `renamed_it` holds, lower case; cheaper to look for."""
    return re.compile("|".join(map(re.escape, literals(renamed_it().pattern))))


# "«Turgai Newspaper» («Turgayskaya gazeta»)", "… (others write: «Dala Gazeti»)".
_GLOSS = re.compile(
    r"\"?(?: in [A-Z][\w-]+)? \( ?(?:(?:others write|in [A-Z][a-z]+|translated(?: as)?|that is|i\.e\.|or)[:,]? )?\""
)
_GLOSS_END = re.compile(r"\" ?\)")


# "The shops of the | Luhansk Locomotive Plant became" another body.
_PART_BEFORE = re.compile(
    r"\b(?:work)?(?:shops?|equipment|machines|workers|specialists) of (?:the )?\"?$"
)
_PART_REACH = 30


def renamed(old: Span, new: Span) -> bool:
    """Whether the words between two names say that the second is a later or earlier name of the first."""
    text = text_of(old.doc)
    if _PART_BEFORE.search(text, max(0, old.start_char - _PART_REACH), old.start_char):
        return False
    between = text[old.end_char : new.start_char]
    glossed = _GLOSS.fullmatch(between) and _GLOSS_END.match(text, new.end_char)
    # "Kazak Turks Foundation | (Kazak Türkleri Vakfı)"
    foreign = new.text.lower().split()[-1] in word_set("foreign")
    told_in_full = (between == '" (' or (between == " (" and foreign)) and text[
        new.end_char : new.end_char + 1
    ] == ")"
    if told_in_full and old._.organization.type == new._.organization.type:
        return own_name(new._.organization.name) is not None
    if new.label_ != old.label_ and _UNDER_A_NAME.fullmatch(between):
        return False
    if _LATER.search(between) and _BEGINS.match(text, new.end_char):
        return False
    return glossed is not None or _renaming().fullmatch(between) is not None


# "By a member of the Statistical Committee, | under the name | "Public Library"": what something else was called.
_UNDER_A_NAME = re.compile(r'"?,? under the name(?: of)?(?: the)? "?')
# "…, later the Academy of Sciences | was opened": another body, whose own beginning is told.
_LATER = re.compile(r', (?:and )?(?:later|then|afterwards)(?: the)? "?$')
_BEGINS = re.compile(
    r'"? (?:was|were) (?:founded|established|created|formed|organi[sz]ed|opened|set up)\b'
)
