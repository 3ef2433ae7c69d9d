"""A count whose noun stands elsewhere: "of them N", "Germans – N", "the number of Greeks reached N".

Notes for a newcomer: a number with nothing to count behind it is tried against the cues of `cues` in order; one
that none tells of is weighed (`weighing`).
"""

import re

from spacy.tokens import Doc, Span

from pipeline.extensions import QUANTITY, is_covered, sentence_of, spans_in, text_of
from pipeline.linking.bare.cues import CUES, FEWER, found_to_be
from pipeline.linking.bare.figures import set_off, there_were
from pipeline.linking.bare.gaps import behind_aside
from pipeline.linking.bare.labels import labels_thing
from pipeline.linking.bare.numbers import NUMBER, PLAIN, WHOLE, Bare, things_counted
from pipeline.linking.bare.parts import alike, one_of_two
from pipeline.linking.bare.things import (
    has_owned_things,
    has_things_of_a_people,
    is_of_things,
    is_one_thing,
)
from pipeline.linking.bare.verbs import FATE, INVERTED, WHO
from pipeline.linking.bare.weighing import weighed_count, weighed_unit
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import (
    PersonNoun,
    counted_head,
    noun_in,
    person_nouns,
)
from pipeline.normalising.numerals import NumberMatch

# A bare number in words under this is an age more often than a count: "they were under twenty-five".
_SMALLEST_AGE_FREE = 100
# The counted noun, the end of the span and what the count was told by.
Found = tuple[PersonNoun | None, int, str]
NONE: Found = (None, 0, "")
# "Men from 17 to 50 were mobilized".
_AGED = re.compile(
    r"\b(?:men|women|males|females|boys|girls|youths?|persons|people|citizens|[Tt]hose) $"
)
_OLDEST = 100
# "Men of call-up age, between 18 and 50".
_OF_AGE = re.compile(r"\b[Aa]ged?(?: of [a-z]+)?(?:,| [-–—]|:)? $")
# "Who as a youth of 22 was arrested".
_AGE_OF = re.compile(
    r"\b(?:(?:youth|boy|lad|girl|man|woman|child|orphan|age) of|(?:[Hh]e|[Ss]he) (?:was|is|turned)"
    r"|(?:youngest|oldest|eldest|senior|junior)(?: of (?:them|whom|these|which))?"
    r"(?:,| (?:was|is|are|were|turned))?)"
    r" (?:only |just |already |about |barely |hardly )?$"
)
# "Most of them had not reached 25".
_OF_NO_AGE = re.compile(
    r"\b(?:them|who|he|she|they|persons|people|men|women|children) (?:had|has|have) not (?:yet |even )?"
    r"(?:reached|turned) $"
)
# "12% of the pilgrims are over 60".
_SHARE_ARE = re.compile(
    r"(?:%|\bper ?cents?|\d/\d|\b(?:[Hh]alf|thirds?|quarters?|[Mm]ost|[Mm]ajority|[Mm]any|[Pp]art)) of [^.;,:]{2,60}"
    r" (?:are|were|is|was) (?:aged )?$"
)
# "60 people out of 100".
_OF_ROUND = re.compile(r"\b(?:out )?of (?:each |every )?$")
_ROUND = (10, 100, 1000)
# What may follow a number that has no noun of its own.
_ENDS = re.compile(
    r"(?:[ \t]*\n|\s*$)| out of (?:the |all )?(?:\d|[a-z]+ (?:thousand|million)\b)"
    r"| or (?:\d[\d.,]*|[a-z-]+) ?(?:%|per ?cents?)"
    rf"| (?:out )?of {WHOLE}\d"
    r"|\s*(?:[.;:,()!?\"”»]|[-–—] |\n|[A-Z][a-z]+s?\b(?= [-–—(])|(?:Between|In|By|From|The|At|On|After|For)\b"
    r"|(?:in|were|was|are|live|lived|of them|from|to|at|on|and|by|who|which|for|according|have|had"
    r"|of (?:the )?(?-i:[A-Z])[\w-]+"
    r"|left|died|perished|arrived|came|against|under|only|since|during|did|of the same|this|these|after"
    r"|when|before|with|without|more|last|never|annually|yearly|an? (?:day|week|month|year)|between|respectively"
    r"|of (?:the |an? )?(?:[a-z]+ )?(?:category|rank|degree|age|sex|nationality|origin|faith)\b"
    r"|[a-z]+ly(?= ?[.,;:)])|[a-z]+ (?:years|months|weeks|days) (?:later|before|earlier)"
    r"|correspondingly|altogether|in all|abroad|near|each|apiece|as of|as at|that (?:year|time|day)|then|now|today)\b)"
)
_OF_PRONOUN = re.compile(
    r" (?:of|from|among) (?:(?:them|whom|these|those|which)\b"
    r"|the (?P<one>latter|former(?! (?!in\b|and\b|were\b)[a-z\d])))"
)
_OF_US = re.compile(r" of (?:us|you)\b")
# Where a number under a hundred in words is a count: "among them seventeen", "in 1958 - thirty-six".
_SMALL_TOLD = re.compile(
    r"(?:\b(?:(?:of|from|among) (?:them|whom|which|these|those)|including)|[-–—]"
    r"|\bincluding \d+ from [A-Z]\w+(?:,| and)|\b(?:names|surnames|fates|remains|bodies|graves|photographs) of"
    r"|\b(?:the|all the|these|those) (?:other|remaining)"
    r"|\bthere (?:is|are|was|were|remain(?:ed|s)?) (?:only|just|but)) (?:about |only |some )?$",
    re.IGNORECASE,
)
# "Out of 28 speakers | fifteen were for it".
_OUT_OF = re.compile(
    r"(?:^|[.;:,] |\bthat )(?:[Oo]ut of|[Oo]f|[Ff]rom) (?:the |these |those |its |his |their |our )?\d+ "
    r"(?:[\w'-]+ ){1,3}(?:only |just )?"
    r"(?:(?:on|of|in|at|from|by) [^.;:,()]{3,60} )?$"
)
# "The shell | killed forty": who is struck is counted, whom nothing else names; not "he was killed".
_STRUCK = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!and )\b(?:killed|injured|wounded|maimed) (?:about |some |only )?$"
)
# "From its pupils | sixteen arrived".
_FROM_ITS = re.compile(
    r"(?:^|[.;:,] )\s{0,3}(?:[Oo]ut of|[Oo]f|[Ff]rom|[Aa]mong) (?:its|his|her|their|our|my|these|those)"
    r" (?P<words>[\w'-]+(?: [\w'-]+)?) $"
)
# "There were 412 families, by spring I found | ninety-six", "there were 52 of us, reached | forty-seven".
_AGAIN = re.compile(
    r"(?:\b(?:I|we|they|he|she) (?:found|met|counted|saw)|, reached) (?:only |just |about )?$"
)
# "Of the 31 classmates she can name | fourteen who are dead".
_WHO_ARE = re.compile(r" who (?:are|were|is|was|had|have|did|could)\b")
# "The cell of 136 members had melted to | twenty".
_CHANGED_TO = re.compile(
    rf"\b{change_pattern()}(?: (?:from [^.;,]{{2,20}}|down))? to (?:only |just |some |about )?$"
)
# "52 voted for, | twelve against".
_VOTED = re.compile(r" (?:against|abstain\w*)(?=\s*(?:[.,;:)]|and\b|$))")
# What may stand before a number that opens its sentence.
_OPENING = ' \n\t"“«(–—-'


def bare_count(bare: Bare) -> Found:
    """A bare number whose noun stands elsewhere: by the first cue that finds one, else as its surroundings weigh."""
    text, match = text_of(bare.doc), bare.match
    if _OF_US.match(text, match.end):
        return PLAIN, match.end, "bare_of_pronoun"
    if not is_weighable(bare):
        return NONE
    if of := _OF_PRONOUN.match(text, match.end):
        meant = one_of_two(bare, of["one"]) if of["one"] else _of_those_before(bare)
        return (meant, match.end, "bare_of_pronoun") if meant else NONE
    if _is_small(bare):
        return NONE
    if _is_rest(bare):
        return bare.counted_before, match.end, "bare_rest"
    noun, evidence = _by_cue(bare) if _is_closed(bare) else (None, "")
    if noun is not None:
        # "5,535 families, and in the autumn another 9,465" are of one unit.
        told = evidence == "bare_another" and bare.previous_in_sentence
        return (noun if told else weighed_unit(bare, noun)), match.end, evidence
    noun = weighed_count(bare)
    return (noun, match.end, "bare_weighed") if noun is not None else NONE


# "From 900 families there | remained less than 200".
_REST = re.compile(
    r"(?: (?:in|by|after) [^.;,]{3,40})?,? (?:there )?(?:remained|survived|were left)(?: only| just)? "
)


def _is_rest(bare: Bare) -> bool:
    """Whether a number is what remained of the count right before it."""
    if bare.previous is None or not bare.previous_in_sentence:
        return False
    text = text_of(bare.doc)
    return _REST.fullmatch(text, bare.previous.end_char, bare.match.start) is not None


# Characters before a number that hold a word, unless it stands in rows of figures: ten to twenty numbers.
_WORDLESS = 120
_LETTER = re.compile(r"[^\W\d_]")


def _is_among_figures(bare: Bare) -> bool:
    """Whether nothing but figures stands far before a number, as in coordinates or a dump: no words tell of it."""
    start = bare.match.start
    text = text_of(bare.doc)
    return start > _WORDLESS and _LETTER.search(text, start - _WORDLESS, start) is None


def is_weighable(bare: Bare) -> bool:
    """Whether a number can count people at all: it is no age, base or bound, and has no people of its own."""
    before, match = bare.before, bare.match
    return not (
        _is_among_figures(bare)
        or _is_age(before, match)
        or _is_base(before, match)
        or _is_passed(bare)
        or _has_people(bare)
        or has_owned_things(bare)
        or has_things_of_a_people(bare)
        or _is_owned(bare)
        or is_of_things(bare)
        or is_one_thing(bare)
        or labels_thing(bare)
    )


# "26 thousand sheep of those who owned | fewer than twenty thousand", "8 thousand horses, though they kept | 5".
_OWNED_BY = re.compile(
    r"\b(?:(?P<own>own|owns|owned|possess(?:es|ed)?)|keeps?|kept|had|have|bred|grazed?|herded|drove)"
    r" (?:only |just |barely |about )?$"
)


def _is_owned(bare: Bare) -> bool:
    """Whether a number is of what people have: they own it, or things are what was counted last."""
    owned = _OWNED_BY.search(bare.before)
    if owned is None or bare.previous_in_sentence:
        return False
    start = sentence_of(bare.number).start
    return owned["own"] is not None or things_counted(bare.doc, start, bare.number)


def _by_cue(bare: Bare) -> tuple[PersonNoun | None, str]:
    """The noun that the first cue finds, and the cue's name."""
    for cue in CUES:
        noun = cue(bare)
        if noun is not None:
            return noun, f"bare_{cue.__name__.lstrip('_')}"
    return None, ""


def _is_closed(bare: Bare) -> bool:
    """Whether what stands behind a number lets a cue tell of it."""
    text, match = text_of(bare.doc), bare.match
    return bool(
        FATE.match(text, behind_aside(text, match.end))
        or _ENDS.match(text, match.end)
        or WHO.match(text, match.end)
        or FEWER.match(text, match.end)
        or _verb_follows(bare.doc, bare.number)
    )


def _is_small(bare: Bare) -> bool:
    """Whether a number under a hundred is likelier an age, an hour or a place than a count."""
    size = bare.size
    if size >= _SMALLEST_AGE_FREE:
        return False
    return bare.before.endswith((" at ", " in ")) or (bare.match.words and not _small_told(bare))


def _small_told(bare: Bare) -> bool:
    """Whether the words around a small number in words say that it counts."""
    text, end, before = text_of(bare.doc), bare.match.end, bare.before
    fated = FATE.match(text, behind_aside(text, end)) is not None
    more = text.startswith(" more", end)
    told = more or fated or found_to_be(bare) or _told_before(before) or _WHO_ARE.match(text, end)
    opens = fated and not before.strip(_OPENING)
    return bool(
        (bare.near and bare.previous_in_sentence and _AGAIN.search(before))
        or (bare.near and (told or _VOTED.match(text, end) or there_were(bare)))
        or opens
        or _are_people(text, end)
        or _of_its_people(before)
        or alike(bare)
        or _STRUCK.search(before)
        or set_off(bare)
    )


# "Of the fifty who came, | thirty-eight were Kazakhs".
_WERE = re.compile(r" (?:were|are) (?:all |only |mostly )?(?P<who>[\w-]+)")


def _are_people(text: str, end: int) -> bool:
    """Whether those counted by a number that ends at `end` are said to be people of a kind."""
    told = _WERE.match(text, end)
    return told is not None and noun_in(told["who"]) is not None


def _of_its_people(before: str) -> bool:
    """Whether the words before a small number name the people that it is of, and those alone."""
    told = _FROM_ITS.search(before)
    return told is not None and noun_in(told["words"]) is not None


def _told_before(before: str) -> bool:
    """Whether the words before a small number say that it counts."""
    return any(cue.search(before) for cue in (_OUT_OF, _SMALL_TOLD, INVERTED, _CHANGED_TO))


_WHO = re.compile(r" (?:of|from|among) those who\b")


def _of_those_before(bare: Bare) -> PersonNoun | None:
    """Whom "N of them" is of: those counted before, though fewer things are between; else those named."""
    if bare.behind(_WHO):
        return PLAIN
    if _is_part(bare):
        return bare.counted_before
    if not bare.previous_in_sentence and _THERE_ARE.search(bare.before) and bare.of_things:
        return None
    if _of_things_apposed(bare) or _of_counted_things(bare):
        return None
    if _is_of_more(bare):
        return PLAIN
    they = bare.behind(_THEY_DIED) and not bare.of_things
    return bare.near or bare.named or (PLAIN if they else None)


# "In the region 6 thousand | of them died": people, whoever told of them.
_THEY_DIED = re.compile(
    r" of (?:them|whom) (?:(?:had|have|has) )?(?:already )?(?:died|perished|starved|fled|returned home|emigrated"
    r"|(?:were|was|been) (?:shot|executed|arrested|convicted|sentenced|deported|exiled|resettled|mobili[sz]ed|repressed"
    r"|wounded|imprisoned|drafted|conscripted|elected))\b"
)


def _is_of_more(bare: Bare) -> bool:
    """Whether more are told than the families of a sentence before: "8 families had one house. 812 of them died"."""
    previous = None if bare.previous_in_sentence else bare.previous
    value = previous._.population.quantity.value if previous is not None else None
    part = bare.match.quantity.value
    return bool(value and part and part > value and bare.near and bare.near.unit != "persons")


# "They kept letters; there are | 300 of them": of what was told last.
_THERE_ARE = re.compile(
    r"\bthere (?:are|were|was|is|had been|have been)(?: (?:now|already|only|still|today|just|about|some))* $",
    re.IGNORECASE,
)


def _of_things_apposed(bare: Bare) -> bool:
    """Whether "N of them" stands behind the plural of a thing: "they were registers, 300 of them"."""
    named = bare.doc[max(0, bare.number.start - 2) : bare.number.start]
    if not bare.before.endswith(", ") or len(named) < 2 or named[0].tag_ != "NNS":
        return False
    return person_nouns().get(named[0].lower_) is None


def _of_counted_things(bare: Bare) -> bool:
    """Whether "N of them" is part of the things that were counted last in its sentence: "1,120 graves; 340 of them"."""
    since = spans_in(bare.doc, "numbers", sentence_of(bare.number).start, bare.number.start)
    last = next(
        (n for n in reversed(since) if n.label_ == QUANTITY and n.end <= bare.number.start), None
    )
    if last is None or (bare.previous is not None and bare.previous.end > last.start):
        return False
    whole, part = last._.number.quantity.value, bare.match.quantity.value
    larger = bool(whole and part and part < whole) and not is_covered(last, "dates")
    return larger and things_counted(bare.doc, last.start, bare.number)


def _is_part(bare: Bare) -> bool:
    """Whether a number can be part of the count before it in its sentence, and of nothing counted since."""
    if bare.previous is None or not bare.previous_in_sentence:
        return False
    part, whole = bare.match.quantity.value, bare.previous._.population.quantity.value
    since = spans_in(bare.doc, "numbers", bare.previous.end, bare.number.start)
    others = [number._.number.quantity.value or 0 for number in since]
    return bool(part and whole and max(others, default=0) < part <= whole)


def _is_age(before: str, match: NumberMatch) -> bool:
    """Whether a number tells how old people are."""
    ages = (match.quantity.high or _OLDEST + 1) <= _OLDEST and match.quantity.low is not None
    aged = ages and ((match.from_to and _AGED.search(before)) or _OF_AGE.search(before))
    bounded = match.quantity.qualifier in ("less_than", "more_than")
    told = (
        _AGE_OF.search(before)
        or _OF_NO_AGE.search(before)
        or (bounded and _SHARE_ARE.search(before))
    )
    of_age = told and (match.quantity.value or 0) < _SMALLEST_AGE_FREE
    return bool(aged or of_age)


def _is_base(before: str, match: NumberMatch) -> bool:
    """Whether a round number is what a part is told of: "60 people out of 100"."""
    return _OF_ROUND.search(before) is not None and match.quantity.value in _ROUND


def _is_passed(bare: Bare) -> bool:
    """Whether a number is a bound that was passed on the way to another: "fell below a thousand, to 995"."""
    bounded = bare.match.quantity.qualifier in ("less_than", "more_than")
    return bounded and bare.behind(_ON_TO) is not None


_ON_TO = re.compile(r", to (?:about |just |only )?\d")


def _has_people(bare: Bare) -> bool:
    """Whether a number counts what has people: "12 schools with 388 pupils, in 1917 | 89 | with 3 410"."""
    text = text_of(bare.doc)
    having = _WITH.match(text, bare.match.end)
    if having is None:
        return False
    head = counted_head(text, having.end())
    before = bare.previous is not None and text.endswith(" with ", 0, bare.previous.start_char)
    return before if head is None else head.noun is not None


_WITH = re.compile(rf" with {NUMBER}")


def _verb_follows(doc: Doc, number: Span) -> bool:
    return number.end < len(doc) and doc[number.end].pos_ in ("VERB", "AUX")
