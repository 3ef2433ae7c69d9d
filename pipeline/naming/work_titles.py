"""The titles of works in quotes, and what else no body is called: 'the novels "Steppe" and "Ministry of Hopes"'."""

import re
from functools import cache

from pipeline.alternatives import any_of
from pipeline.naming.nouns import word_set

# Characters before a quote in which its noun stands, and those of the clause.
_AROUND, _SAID_REACH = 40, 120


# Before the noun of a work; a museum-monument and a radio station are bodies.
_WORK = r"\b(?<!museum-)(?<!radio )(?<!TV )"
# "A film about him, "Height 5"".
_ABOUT = r" about (?:him|her|them|it)"


@cache
def _called_work() -> re.Pattern[str]:
    """The noun of a work before a quote without a joint, which may lead to who made it: 'the film of "Kazakhfilm"'."""
    return re.compile(rf"{_WORK}(?:{any_of(word_set('work'))})(?: (?:named|called)|{_ABOUT})?,? $")


def titles_a_work(text: str, start: int) -> bool:
    """Whether what a quote opens with is the title of a book, film …: 'the collection "Alash-Orda"'."""
    first = _list_start(text, start)
    called = first < start or _called_work().search(text, max(0, start - _AROUND), start)
    return bool(called) and names_a_work(text, start)


@cache
def _work() -> re.Pattern[str]:
    return re.compile(
        rf"{_WORK}(?i:{any_of(word_set('work'))})(?: (?:of|by|from|named|called)|{_ABOUT})?,? $"
    )


@cache
def work_behind() -> re.Pattern[str]:
    """The noun behind a quote that tells a work or an event: '"Role of museums" event'; "works" may be a verb."""
    singular = [word for word in word_set("work") if not word.endswith("s")]
    return re.compile(rf" (?:{any_of(singular)})\b")


@cache
def _scheme_behind() -> re.Pattern[str]:
    kinds = any_of(word_set("inside"))
    return re.compile(rf" (?:(?:{kinds}) )?(?:{any_of(word_set('scheme'))})\b")


def is_a_scheme(text: str, end: int) -> bool:
    """Whether the noun behind a quote that ends at `end` is a programme's or an event's, never a body's."""
    return _scheme_behind().match(text, end) is not None


def names_a_work(text: str, start: int) -> bool:
    """Whether the noun before a quote is of a book, prize, programme …: 'the scholarship "Bolashak"'."""
    if text.startswith(_PAPERS, start + 1):
        return _PRESS.search(text, max(0, start - _AROUND), start) is None
    start = _list_start(text, start)
    around = max(0, start - _AROUND), start
    works = _work().search(text, *around) or _many_works().search(text, *around)
    if works is None or VERB_BEFORE.search(text, *around) or _OWN_BEFORE.search(text, *around):
        return False
    return not founded_as(text, start)


# What a body prints, no journal where none is told: "Proceedings | of the Society".
_PAPERS = ("Proceedings of ", "Transactions of ", "Notes of ", "Reports of ", "Materials ")
_PRESS = re.compile(r"\b(?:newspaper|journal|magazine|bulletin|periodical|almanac)s? $")


# 'The novels "Steppe", "Ministry of Hopes" and "School"', 'her works: "Steppe"'.
_BEFORE_IN_LIST = re.compile(r'"[^"\n]{1,60}"(?: \([^()\n]{1,20}\))?(?:,|,? and) $')
_ITEM_REACH = 90
_ITEMS = 12


def _list_start(text: str, start: int) -> int:
    """Where the list of quotes opens that a plural noun of works tells of; the quote's own start in no such list."""
    first = start
    for _ in range(_ITEMS):
        before = _BEFORE_IN_LIST.search(text, max(0, first - _ITEM_REACH), first)
        if before is None:
            break
        first = before.start()
    return first if _many_works().search(text, max(0, first - _AROUND), first) else start


@cache
def _many_works() -> re.Pattern[str]:
    plural = any_of(word for word in word_set("work") if word.endswith("s"))
    return re.compile(rf"{_WORK}(?i:{plural}):? $")


# "The newspaper was founded in 1918 under the title "Izvestia of Kirgiz Region"".
_FOUNDED_AS = re.compile(
    r"\b(?:newspaper|journal|magazine)\b[^.\n\"]{0,70}\bunder the (?:title|name)(?: of)? $"
    r"|\bfounded\b[^.\n\"]{0,30}\bunder the title(?: of)? $"
)


def founded_as(text: str, start: int) -> bool:
    """Whether a quote is what the press was called at first."""
    return _FOUNDED_AS.search(text, max(0, start - _SAID_REACH), start) is not None


# "In Aktobe works "Sabantuy"": a verb, no works of anybody; "was put into operation "Kazmys"".
VERB_BEFORE = re.compile(
    r"\b(?:[Ii]n (?:[A-Z][\w-]+ |the (?:city|village|region) ){1,2}works|put into operation) $"
)


# 'The Leningrad works "Dvigatel"', 'the newspaper of district "Karasor tany"': whose the plant or paper is.
_OWN_BEFORE = re.compile(
    r"\bthe [A-Z][\w-]+ works $"
    r"|\b(?:newspaper|journal|magazine) of (?:the )?(?:district|region|city|village|settlement|station) $"
)
