"""Names with a head noun: "Kazakh Research Institute of Horticulture", "library named after Gogol".

Notes for a newcomer: a name is LEFT + HEAD + RIGHT. `_left` goes back over capitalised words, initials and
lower-case adjectives that a capital opens; `tails.right` goes forward over "of …", "named after …" and lists;
`accepting.accepted` weighs what was found: a capitalised head needs less around it than a lower-case one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.lexicons import Row
from pipeline.naming.accepting import accepted
from pipeline.naming.candidates import Candidate
from pipeline.naming.chains import leads_to_name
from pipeline.naming.found_heads import FoundHead, has_motto, is_plain
from pipeline.naming.joining import both_heads, inside, joins_adjectives, listed_from, paired
from pipeline.naming.listed import is_listed
from pipeline.naming.memorial import is_person
from pipeline.naming.nouns import head_at, head_places, heads, is_head, person_endings, word_set
from pipeline.naming.tail_nouns import EPITHET, NONE, is_epithet
from pipeline.naming.tails import right
from pipeline.naming.verbs import does, done_in
from pipeline.naming.word_kinds import names_bodies, of_people
from pipeline.naming.words import Word, next_to, roles
from pipeline.normalising.calendar_words import calendar_words
from pipeline.normalising.dates_in_names import SHORT_MONTHS
from pipeline.normalising.gazetteer import is_people_or_place, places

_LEFT_REACH = 8
# Adjectives that may part a head from the capital that opens its name: "Balkhash copper-smelting plant".
_INNER_WORDS = 3
# "the Astana and Almaty | Diocese"
_OF_TWO_SEATS = ("diocese", "eparchy", "metropolitanate")
_LED_BY = ("-led", "-based", "-backed", "-owned", "-run", "-sponsored", "-funded")
# A sentence's first word is capitalised whatever it is; these parts of speech open no name.
_NO_NAME = ("DET", "ADV", "VERB", "ADP", "PRON", "SCONJ", "CCONJ", "AUX", "INTJ", "NUM", "PART")


def headed(text: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """Names around every head noun of the text."""
    after = 0
    for index in head_places(words):
        match = head_at(words, index) if index >= after else None
        if match is None:
            continue
        row, after = match
        start = _left(words, index, row)
        after = both_heads(words, after) if start < index else after
        opened = _opens_name(words, start, index) or leads_to_name(words, after, row)
        told = start < index or after - index > 1
        whole = has_motto(row) and told and words[index].capital
        motto = whole or not is_plain(words[start:index])
        tail = right(words, after, capital=opened, motto=motto)
        if tail.present and not tail.memorial and _led(words[after : tail.end], row, told):
            tail = NONE
        if not tail.present and _is_a_bodys(words, start, index, row):
            continue
        found = _without_post(_without_place(FoundHead(words, row, start, index, after, tail)))
        candidate = accepted(text, found)
        if candidate is not None:
            yield candidate


def _is_a_bodys(words: Sequence[Word], start: int, head: int, row: Row) -> bool:
    """Whether a name is of a body whose part is told: "the State Bank | branch in Akmolinsk"."""
    whole = head - start > 1 and words[head - 1].capital and is_head(words[head - 1].lower)
    return whole and row["head"] in _PARTS and not words[head].capital


_PARTS = ("branch", "department", "office")


# Bodies that are told by who leads them.
_LED = ("assembly", "government", "military", "party")


def _led(tail: Sequence[Word], row: Row, told: bool) -> bool:
    """Whether a tail tells but who leads: "1073rd Rifle Regiment | of the famous general", "… of V.I. Chapayev".

    Of a head that no word has `told` before, the person is the name: "Brigade of Panfilov".
    """
    if row["type"] not in _LED or tail[0].lower != "of":
        return False
    if told and is_person(tail[1:]):
        return True
    if row["type"] != "military":
        return False
    surname = len(tail) == 1 + 1 and tail[1].lower.endswith(person_endings("surname"))
    ranks = any(word.lower.capitalize() in _RANKS for word in tail[1:3])
    plain = not any(word.capital or word.ordinal for word in tail)
    leader = surname and tail[1].lower not in places()
    return ranks or plain or (told and (leader or _is_leader(tail)))


def _is_leader(tail: Sequence[Word]) -> bool:
    """Whether "of" and one proper noun, no place, body or plural, tell who leads: "Brigade | of Zhangir"."""
    if len(tail) != 1 + 1 or tail[1].pos != "PROPN":
        return False
    name = tail[1].text
    other = names_bodies(tail[1]) or is_listed(name) or is_people_or_place(name) or name.isupper()
    return name[0].isupper() and not other and not name.endswith("s")


_RANKS = ("Admiral", "Ataman", "Captain", "Colonel", "General", "Lieutenant", "Major", "Marshal")


def _opens_name(words: Sequence[Word], start: int, head: int) -> bool:
    """Whether a capital that the sentence's beginning does not explain stands before or on the head."""
    return any(
        word.capital and (not word.first or of_people(word) or word.lower in places())
        for word in words[start : head + 1]
    )


def _left(words: Sequence[Word], head: int, row: Row) -> int:
    """Where the capitalised words before a head begin."""
    best = index = head
    inner = 0
    while index > 0 and head - index < _LEFT_REACH and next_to(words, index):
        word = words[index - 1]
        seats = row["head"] in _OF_TWO_SEATS
        if (
            word.lower == "and"
            and (first := paired(words, index - 1, best, head, seats=seats)) is not None
        ):
            best = index = listed_from(words, first)
            continue
        if word.lower == "and" and joins_adjectives(words, index, head):
            index -= 1
            continue
        if _names(words, index - 1, row):
            best = index = index - 1
            continue
        if _styled(words, index) or (index == head and _is_arm(words, index - 1, row)):
            index -= 1
            continue
        inner += word.lower not in word_set("inside")
        # "In the city | function | Uyghur theatre"
        turned = word.lower in word_set("turned") and words[index].capital
        if turned or not inside(word) or inner > _INNER_WORDS:
            break
        index -= 1
    return _from_academy(words, best)


# Who bears an epithet of the Church.
_SAINTS = ("St", "St.", "Saint", "SS", "Holy")
_SAINTS_REACH = 3


def _styled(words: Sequence[Word], index: int) -> bool:
    """Whether "the" parts a ruler or saint from the epithet at `index`: "Peter the | Great", "St Nicholas the | …"."""
    if index < EPITHET or not is_epithet(words, index - 1) or not words[index - 2].capital:
        return False
    saints = words[max(0, index - EPITHET - _SAINTS_REACH) : index - EPITHET + 1]
    return words[index].text == "Great" or any(word.text in _SAINTS for word in saints)


_COUNTED_REACH = 3


def _is_arm(words: Sequence[Word], index: int, row: Row) -> bool:
    """Whether a head but tells the arm of a unit with a number: "7th separate | railway | brigade"."""
    word = words[index]
    arm = row["type"] == "military" and not word.capital and is_head(word.lower)
    return arm and any(w.ordinal for w in words[max(0, index - _COUNTED_REACH) : index])


_ACADEMY = ("academy", "of", "sciences")


def _from_academy(words: Sequence[Word], start: int) -> int:
    """Where the academy begins whose a body is, in turned order: "Kazakh SSR Academy of | Sciences Institute of …"."""
    academy = start + 1 - len(_ACADEMY)
    whose = academy >= 0 and tuple(word.lower for word in words[academy : start + 1]) == _ACADEMY
    return _left(words, academy, heads()[_ACADEMY[0]]) if whose else start


_WHERE = ("in", "near", "at", "from", "to")


def _is_fund_abroad(found: FoundHead) -> bool:
    """Whether but a fund's foreign seat stands before what it is called: "the Seoul | Fund of Overseas Koreans"."""
    called = found.tail.present or len(found.left) > 1
    abroad = found.left[0].text in word_set("abroad")
    return found.capital and found.row["head"] in _FUNDS and abroad and called


_FUNDS = ("fund", "foundation")
_RANKED_BY_PLACE = ("City", "District", "Oblast", "Provincial", "Regional")


def _without_place(found: FoundHead) -> FoundHead:
    """The name without the place before it: "was opened in Kyzylorda | Laboratory of …"."""
    words, start = found.words, found.start
    if start == found.head or start == 0:
        return found
    if _is_fund_abroad(found):
        return replace(found, start=start + 1)
    if told_where := _told_where(found):
        return replace(found, start=told_where)
    # "Near Akmolinsk | 310th Division was formed", "In Uralsk | Leningrad Plant worked"
    placed = words[start - 1].lower in _WHERE and words[start].lower in places()
    behind = words[start + 1]
    counted = behind.ordinal or behind.text in word_set("ordinal")
    if placed and (counted or behind.lower in places()):
        return replace(found, start=start + 1)
    if words[start - 1].lower != "in":
        return found
    if not words[start + 1].capital or words[start].lower not in places():
        return found
    # "opened in Mangystau Regional Museum": a region's body has its region before it.
    if words[start + 1].text in _RANKED_BY_PLACE:
        return found
    apart = done_in(words, start - 1) or (words[start - 1].first and does(words, found.end))
    return replace(found, start=start + 1) if apart else found


def _told_where(found: FoundHead) -> int:
    """Where a unit's number stands behind a shore or town that "of" ties on: "on the bank of Ural | 318th division"."""
    words, start = found.words, found.start
    site = start > 1 and words[start - 1].lower == "of" and words[start - 2].lower in _SITES
    if not site or found.row["type"] != "military" or words[start].ordinal:
        return 0
    return next((i for i in range(start + 1, found.head) if words[i].ordinal), 0)


_SITES = (
    *("area", "bank", "banks", "city", "coast", "environs", "outskirts", "shore", "shores"),
    *("station", "steppe", "steppes", "territory", "town", "vicinity", "village"),
)


def _without_post(found: FoundHead) -> FoundHead:
    """The name without the post of who is named behind it: "Doctor | Saran district hospital Anna Belova"."""
    person = found.words[found.end : found.end + 2]
    named = len(person) == _TWO_NAMES and next_to(found.words, found.end) and is_person(person)
    post = len(found.left) > 1 and found.left[0].first and found.left[0].lower in roles()
    return replace(found, start=found.start + 1) if named and post else found


_TWO_NAMES = 2


# Bodies of which a town has several, told by a capitalised ordinal.
_ORDERED = ("education", "religious")


def _by_the(words: Sequence[Word], index: int) -> bool:
    """Whether an article or a small word stands before a capital, which its sentence does not explain."""
    return index > 0 and words[index - 1].spoken and not words[index].first


def _era(words: Sequence[Word], index: int) -> bool:
    """Whether an era's name, no month's, opens a body's: "the Renaissance | Center", "Bronze Age | Museum"."""
    word = words[index]
    told = word.text.isalpha() and word.capital and words[index + 1].capital
    return told and word.lower not in calendar_words("month") and is_head(words[index + 1].lower)


def _patron_in_a_unit(words: Sequence[Word], index: int, row: Row) -> bool:
    """Whether what is read as a day is a unit's number and its patron's given name: "3rd | Jan | Hus Regiment"."""
    given = index + words[index].ordinal
    run = words[given : given + 2]
    named = row["type"] == "military" and run[0].text in SHORT_MONTHS and run[-1].capital
    return named and words[given - 1].ordinal and not words[given - 1].text.isdigit()


def _is_of_a_date(words: Sequence[Word], index: int, row: Row) -> bool:
    """Whether a word is part of a date and of no name."""
    word = words[index]
    named = _era(words, index) or _patron_in_a_unit(words, index, row) or _unit(word, row)
    return word.dated and not named


def _unit(word: Word, row: Row) -> bool:
    """Whether a number before a unit is too small for a year in which there was one: "1075 | rifle regiment"."""
    number = word.text.isdigit() and int(word.text) < _FIRST_YEAR
    return number and row["type"] == "military"


# No article tells a year of regiments before it without a word that tells it as one.
_FIRST_YEAR = 1600


def _names(words: Sequence[Word], index: int, row: Row) -> bool:
    """Whether a word before a head belongs to its name: capitals, initials, numbers of units."""
    word = words[index]
    if row["type"] in ("assembly", "military") and word.text in word_set("ordinal"):
        return True
    # "the | First President's Foundation", "the | Second Moscow Medical Institute"
    if word.text == "First" and words[index + 1].text in ("President's", "President"):
        return True
    if word.text in word_set("ordinal") and row["type"] in _ORDERED and _by_the(words, index):
        return words[index + 1].capital
    turned = word.first and word.lower in word_set("turned")
    if turned or _is_of_a_date(words, index, row) or word.text in word_set("outside"):
        return False
    # "Kazakhstan's | Foreign Affairs Ministry", "the Omsk-led | Cotton Consortium"
    owner = word.text.removesuffix("'s").lower()
    # "General Ivan Panfilov's | 316th Division", "Ataman Annenkov's | Partisan Division"
    ranked = any(before.text in _RANKS for before in words[max(0, index - 2) : index])
    if owner != word.lower and (
        words[index + 1].ordinal or (ranked and not is_head(words[index + 1].lower))
    ):
        return False
    if (owner != word.lower and owner in places()) or word.lower.endswith(_LED_BY):
        return False
    if word.ordinal:
        # "86 | Red Army men"
        if is_listed(" ".join(other.text for other in words[index + 1 : index + 3])):
            return False
        return row["type"] in ("military", "education") or not word.text.isdigit()
    # The tagger takes an owner that opens a sentence for a particle: "Women's | Pedagogical Institute".
    owner_first = owner != word.lower or word.text.endswith("s'")
    if word.first and word.capital and word.pos in _NO_NAME and not owner_first:
        return False
    return word.capital
