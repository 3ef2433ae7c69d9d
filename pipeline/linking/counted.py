"""Which people a count counts: the words of its phrase, what follows it, whose number it is.

Notes for a newcomer: the readers of `_READERS` are tried in order, the first that finds a group wins.
"""

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Span

from pipeline.extensions import is_covered, sentence_of, spans_in, text_of
from pipeline.linking.counted_again import (
    in_another_unit,
    in_series,
    of_share,
    or_else,
    part_of_previous,
    told_otherwise,
)
from pipeline.linking.counts import Count
from pipeline.linking.groups import OTHERS, group_mentions
from pipeline.linking.led_in import led_in
from pipeline.linking.people_beside import (
    is_of_all,
    is_part,
    own_people,
    people_out_of,
)
from pipeline.linking.respective import respective
from pipeline.linking.surroundings import paragraph_of
from pipeline.normalising.change_words import change_pattern
from pipeline.normalising.context import (
    governed_words,
    noun_in,
    person_nouns,
)
from pipeline.normalising.gazetteer import is_people
from pipeline.normalising.odd_heads import singulars


def counted_group(count: Count) -> str | None:
    """The people or kind of people that a count counts, null for people as such and for "others"."""
    if OTHERS.search(count.before):
        return None
    value = count.match.quantity.value
    if count.is_bare and not count.noun.ethnic and is_of_all(count.span, value, count.previous):
        return None
    if count.is_bare and is_part(count.previous) and _THEIR_NUMBER.search(count.before):
        return _theirs(count)
    in_turn = respective(count.span, "groups")
    if in_turn is not None:
        return str(in_turn._.group)
    return next((group for read in _READERS if (group := read(count))), None)


def _own(count: Count) -> str | None:
    """ "Koreans with 100 thousand", "troops numbering 50 thousand": by the words right before."""
    return own_people(count.before) if count.is_bare else None


def _in_phrase(count: Count) -> str | None:
    """Peoples named in the phrase: the last, two that "and" joins, or all of a list that begins with it."""
    start = count.doc.char_span(count.match.start, count.span.end_char, alignment_mode="expand")
    assert start is not None
    inside = [g._.group for g in spans_in(count.doc, "groups", start.start, start.end)]
    if not inside:
        return None
    text, two = text_of(count.doc), spans_in(count.doc, "groups", start.start, start.end)[-2:]
    if listed := _listed_peoples(text, two[-1].start_char):
        return listed
    paired = len(two) > 1 and text[two[0].end_char : two[1].start_char] == " and "
    return " and ".join(dict.fromkeys(inside[-2:])) if count.joined or paired else str(inside[-1])


# "Kazakhs, Ukrainians and Greeks", behind one number.
_LIST = re.compile(
    r"(?P<first>[A-Z][\w-]+(?:, [A-Z][\w-]+){1,8}) and (?:the )?(?P<last>[A-Z][\w-]+)"
)


def _listed_peoples(text: str, start: int) -> str | None:
    """Three peoples and more that a list names from an offset on."""
    listed = _LIST.match(text, start)
    named = (*listed["first"].split(", "), listed["last"]) if listed else ()
    nouns = [person_nouns().get(word.lower()) for word in named]
    groups = [noun.group for noun in nouns if noun is not None and noun.ethnic and noun.group]
    whole = bool(groups) and len(groups) == len(named)
    return f"{', '.join(groups[:-1])} and {groups[-1]}" if whole else None


_OF_NATION = re.compile(r" of (?:the )?[A-Z]\w+ (?:nationality|origin|ethnicity|descent)")


def _of_nation(count: Count) -> str | None:
    """ "300 people of German nationality"."""
    if not _OF_NATION.match(text_of(count.doc), count.span.end_char):
        return None
    named = group_mentions(count.doc, count.span.end, min(count.span.end + 6, len(count.doc)))
    return named[0].group if named else None


# "PhD holders", "book lovers": nobody without what they hold or love.
_OF_SOMETHING = (
    "bearers",
    "breeders",
    "carriers",
    "goers",
    "growers",
    "holders",
    "keepers",
    "lovers",
    "makers",
    "players",
    "producers",
    "seekers",
)


_TITLE = re.compile(
    r" (?P<title>Heroes of (?:the )?(?:Socialist Labou?r|Labou?r|Soviet Union|USSR))\b"
)


def _of_head(count: Count) -> str | None:
    """The head noun's own group, both of two joined nouns'; a title whole."""
    if titled := _TITLE.match(text_of(count.doc), count.match.end):
        return titled["title"]
    if count.noun.group in _OF_SOMETHING and not count.is_bare:
        return " ".join(text_of(count.doc)[count.match.end : count.span.end_char].split()[-2:])
    if count.noun.group is None or count.joined is None:
        return count.noun.group
    assert count.joined.noun is not None
    return f"{count.noun.group} and {count.joined.noun.group}"


_OF_PEOPLE = re.compile(
    r" of (?:the |these )?(?P<words>[\w'-]+(?: (?!and )[\w'-]+)?)(?: and (?P<second>[A-Z][\w'-]+))?"
)


def _families_of(count: Count) -> str | None:
    """ "Thirty thousand families of Torgouts"."""
    if count.noun.unit == "persons":
        return None
    named = _OF_PEOPLE.match(text_of(count.doc), count.span.end_char)
    if named and (listed := _listed_peoples(text_of(count.doc), named.start("words"))):
        return listed
    found = (noun_in(words) for words in named.groups() if words) if named else ()
    groups = [noun.group for noun in found if noun is not None and noun.group]
    return " and ".join(dict.fromkeys(groups)) or None


_SHARE = r"(?: \([\d.,]+ ?(?:%|per ?cents?)\))?"
_WERE = re.compile(
    rf"{_SHARE}(?:(?: (?:of|from|among) (?:them|whom|these|which))?"
    r" (?:were|are|being|proved|turned out)(?: found to be| to be)?"
    r"| (?:of|from|among) (?:them|whom|these|which)(?:,| [-–—])?)"
    r" (?:the |ethnic )?(?P<word>[\w'-]+)(?: (?P<head>[a-z-]+))?"
)
# "150 thousand – builders": the noun ends the item of a list.
_DASHED = re.compile(r" [-–—] (?P<word>[\w-]+)(?: (?P<head>[a-z-]+))?(?=\s*(?:[.,;](?!\d)|$))")


def _told_after(count: Count) -> str | None:
    """ "Of whom N were Kazakhs", "N of them women", where the number has no noun of its own."""
    if not count.is_bare:
        return None
    text, end = text_of(count.doc), count.match.end
    behind = _DASHED.match(text, end)
    named = behind or _WERE.match(text, end)
    # "Another 670,000 were mobilized": a verb.
    if named is None or named["word"].endswith("ed"):
        return None
    word = named["word"].lower()
    forms = (f"{word} {named['head']}", word, behind and behind["head"])
    noun = next((found for form in forms if form and (found := person_nouns().get(form))), None)
    if noun is not None and noun.ethnic and (second := _second_people(text, named.end("word"))):
        return f"{noun.group} and {second}"
    return noun.group if noun else singulars().get(named["word"])


_AND_PEOPLE = re.compile(r" and (?P<word>[A-Z][\w-]+)(?=[.,;:)]| (?:by|in|from|of|who)\b)")


def _second_people(text: str, end: int) -> str | None:
    """The people that "and" joins to one that ends there: "118 were Kazakhs | and Tatars"."""
    joined = _AND_PEOPLE.match(text, end)
    noun = person_nouns().get(joined["word"].lower()) if joined else None
    return noun.group if noun is not None and noun.ethnic else None


_BEHIND_SHARE = re.compile(
    r" \([\d.,]+ ?(?:%|per ?cents?)\) (?:ethnic )?(?P<word>[A-Z][\w-]+)\s*(?:[.,;]|$| and\b)"
)


def _behind_share(count: Count) -> str | None:
    """ "Germans - 9 thousand and 4 thousand (25 %) Poles": the people behind the bracket."""
    named = _BEHIND_SHARE.match(text_of(count.doc), count.span.end_char) if count.is_bare else None
    noun = person_nouns().get(named["word"].lower()) if named else None
    return noun.group if noun is not None and noun.ethnic else None


def _governed(count: Count) -> str | None:
    """ "The number of Greeks reached N"."""
    words = governed_words(count.before, 0, len(count.before))
    noun = noun_in(words) if words and not _in_next_clause(count, words) else None
    return noun.group if noun else None


# "The number of the starving grew; by spring | 14 thousand people had died", "was; in 1926 | 300 people" goes on.
_CLAUSE = re.compile(r".*(?:;|, (?:and|but|while|whereas)) (?P<words>[^;]*)", re.DOTALL)
_GOES_ON = re.compile(
    r"(?:[\d\W]|\b(?:and|in|by|to|for|of|the|years?|already|only|about|then|it|was|is|were|reached|this|number|amounted"
    r"|rose|fell|grew|from|[A-Z]\w+)\b)*"
)
_DOES = re.compile(r" (?!(?:in|by|at|of|for|against|and|or|as|on|to)\b)[a-z]")


def _in_next_clause(count: Count, words: str) -> bool:
    """Whether people with a noun of their own stand in a clause behind that of the words whose number it tells."""
    behind = count.before.rpartition(words)[2]
    told = None if count.is_bare or count.noun.group else _CLAUSE.fullmatch(behind)
    if told is None:
        return False
    own = _DOES.match(text_of(count.doc), count.span.end_char)
    return not _GOES_ON.fullmatch(told["words"]) or (not told["words"] and own is not None)


def _governed_pair(count: Count) -> str | None:
    """ "The number of Poles and Germans reached N"."""
    words = governed_words(count.before, 0, len(count.before))
    if not words or (count.noun.group and not count.noun.ethnic):
        return None
    nouns = [person_nouns().get(word) for word in words.lower().split(" and ")]
    groups = [noun.group for noun in nouns if noun is not None and noun.ethnic and noun.group]
    return " and ".join(groups) if len(groups) > 1 else None


_IS_COUNTED = re.compile(
    r"(?: population)?(?: alone)?(?:[^.;,:]{0,30}?[-–—(]"
    r"|[^.;,:]{0,45}?\b(?:numbered|numbers|numbering|were|was|reached|is|are|ma[dk]es?(?: up)?"
    r"|constituted|counts?|counted|totals?|totall?ed|number|amounted to|comprised|exceeded|(?:re)?presented by"
    r"|(?<!who )(?<!and )lost"
    rf"|{change_pattern()} (?:by|to|from)))"
    r" ?(?:only |already )?(?:there (?:were|are) )?"
    r"|(?: [^.;,:]{3,30})? (?:together|in all|in total) came to (?:(?:about|some|nearly|almost|only) )*"
    r"|[^.;,:]{0,80} in (?:the |a )?(?:number|amount|quantity) of "
    r"| with (?:only |about |some |nearly |over )?"
    r"|(?: population)?(?: (?:of|in) [^.;,:]{3,30})?: (?:in )?\d{4} ?[-–—] ?"
)
# Tokens between a people and its count that `_IS_COUNTED` can take.
_SUBJECT_REACH = 25
_THEIR_NUMBER = re.compile(
    r"\b[Tt]heir (?:total )?(?:number|numbers|quantity|population)\b"
    r"|\b[Tt]hey (?:were|are|amounted(?: to)?|numbered|counted|made(?: up)?|composed)"
    r" (?:only |already |again |mere |some |about |nearly |more than )*$"
)


def _theirs(count: Count) -> str | None:
    """ "Germans were deported here, and their number rose to N people": the people told of last before "their"."""
    named = _THEIR_NUMBER.search(count.before)
    if named is None:
        return None
    sentence = sentence_of(count.span)
    low, _ = paragraph_of(count.doc, count.span.start_char)
    told = spans_in(count.doc, "groups", 0, count.span.start)
    end = sentence.start_char + named.start()
    groups = [g for g in told if low <= g.start_char and g.end_char <= end]
    return str(groups[-1]._.group) if groups else None


_COUNTED_NOUN = re.compile(
    r"\b(?P<words>(?:[A-Za-z-]+ )?(?<!number )[A-Za-z-]+)"
    r" (?:were|are|was|will be|number(?:ed)?|totall?ed) (?:only |already )?$"
)


def _subject(count: Count) -> str | None:
    """Who stands right before a verb of counting, a dash or bracket: "Usuns numbered N families"."""
    low = max(0, count.span.start - _SUBJECT_REACH)
    groups = spans_in(count.doc, "groups", low, count.span.start)
    # "Kazakh ASSR counted N inhabitants": a land.
    named = (g for g in groups if g.end_char <= count.match.start)
    before = [g for g in named if not is_covered(g, "places")]
    if before and _IS_COUNTED.fullmatch(text_of(count.doc), before[-1].end_char, count.match.start):
        return _with_joined(before)
    # "Poles N people", "… who called themselves Kazakhs: N people".
    if before and text_of(count.doc)[before[-1].end_char : count.match.start] in (" ", ": "):
        return str(before[-1]._.group) if is_people(before[-1].text) else None
    told = _COUNTED_NOUN.search(count.before)
    noun = noun_in(told["words"]) if told else None
    return noun.group if noun else None


# What a bracket that opens behind a people may hold before its count: "(in 1989 | 182 601 people, in 2009 | …".
_IN_BRACKET = re.compile(r"(?: (?:of|in) (?:the )?[\w-]+){0,2} \([^()]{0,60}")


def _bracketed(count: Count) -> str | None:
    """ "Belarusians of the republic (in 1989 N people, in 2009 N people)": whom the bracket stands behind."""
    low = max(0, count.span.start - _SUBJECT_REACH)
    told = spans_in(count.doc, "groups", low, count.span.start)
    last = told[-1] if told and told[-1].end_char <= count.match.start else None
    if last is None or count.noun.group is not None:
        return None
    inside = _IN_BRACKET.fullmatch(text_of(count.doc), last.end_char, count.match.start)
    return str(last._.group) if inside else None


_HEADING = re.compile(r"\s*(?P<name>[A-Z][\w-]+)(?: (?:in|of) [A-Z][\w-]+)?: ")


def _headed(count: Count) -> str | None:
    """ "Ingush: deported in 1944 – N persons; died by 1949 – N persons": the people before the colon."""
    named = _HEADING.match(count.before)
    noun = person_nouns().get(named["name"].lower()) if named else None
    return noun.group if noun is not None and noun.ethnic else None


def _with_joined(groups: Sequence[Span]) -> str:
    """The last of some peoples, with one that "and" joins to it: "Kazakhs and Kirghiz – 794 815"."""
    *_, last = groups
    text = text_of(last.doc)
    pair = [g for g in groups[-2:-1] if text[g.end_char : last.start_char] == " and "]
    return " and ".join(dict.fromkeys(str(g._.group) for g in (*pair, last)))


# "Representatives of this people", "92 persons of this nationality": the one told of last.
_OF_THIS_PEOPLE = re.compile(
    r" of (?:this|the(?: same)?|that|our) (?:people|nation|nationality|ethnos|ethnic group|diaspora)\b"
)


def _of_this_people(count: Count) -> str | None:
    if count.noun.group not in (None, "representatives"):
        return None
    if not _OF_THIS_PEOPLE.match(text_of(count.doc), count.span.end_char):
        return None
    told = spans_in(count.doc, "groups", 0, count.span.start)
    return str(told[-1]._.group) if told else None


def _out_of(count: Count) -> str | None:
    """ "From builders of the road were living 31 persons", "300 persons call themselves Kazakhs"."""
    if count.noun.group is not None:
        return None
    low, high = count.span.end_char, sentence_of(count.span).end_char
    return people_out_of(count.before, text_of(count.doc)[low:high])


_NAMED = re.compile(
    r"\b(?P<word>[A-Za-z][\w-]+)(?: (?:of|from|at|in) (?:the )?[A-Z][\w-]+(?: [\w-]+)?)?"
    r"(?:, (?:about |some |only |over |more than |from |between )?| \()$"
)
_CLOSED = re.compile(r"(?: in (?:all|total))?[,;.)]| of (?:whom|which)\b")
_IN_NUMBER = re.compile(
    r"\b(?P<word>[A-Za-z][\w-]+) in (?:the |a )?(?:number|amount|quantity) of (?:about |some )?$"
)


def _apposed(count: Count) -> str | None:
    """ "The fishermen, 2871 persons, were accepted", "Germans of Volga, 9 men of whom", "smiths in number of 7"."""
    closed = _CLOSED.match(text_of(count.doc), count.span.end_char)
    named = (closed and _NAMED.search(count.before)) or _IN_NUMBER.search(count.before)
    noun = person_nouns().get(named["word"].lower()) if named else None
    return noun.group if noun else None


_READERS: tuple[Callable[[Count], str | None], ...] = (
    _own,
    _in_phrase,
    of_share,
    _of_nation,
    _of_this_people,
    _families_of,
    told_otherwise,
    or_else,
    _told_after,
    _behind_share,
    _governed_pair,
    _of_head,
    _governed,
    _theirs,
    _subject,
    _bracketed,
    _headed,
    in_another_unit,
    in_series,
    _out_of,
    _apposed,
    part_of_previous,
    led_in,
)
