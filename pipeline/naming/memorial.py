"""The end of a name that honours someone: "named after N. Surname", "of the name of Voroshilov"."""

import re
from collections.abc import Sequence

from pipeline.naming.nouns import head_at, person_endings, type_of_head, word_set
from pipeline.naming.tail_nouns import (
    BRACKETED,
    EPITHET,
    NAMED_AFTER,
    Tail,
    is_bracketed,
    is_epithet,
    is_memorial_joint,
)
from pipeline.naming.word_kinds import names_bodies, word_at
from pipeline.naming.words import Word, is_calling


def memorial(words: Sequence[Word], index: int) -> Tail | None:
    """The memorial name at a word, or behind an acronym in brackets there; none where there is no such name."""
    if found := _memorial(words, index):
        return found
    return _memorial(words, index + BRACKETED) if is_bracketed(words, index) else None


def _memorial(words: Sequence[Word], index: int) -> Tail | None:
    """ "named after N. Surname", "named for the 30th anniversary of Kazakhstan"."""
    first, second = word_at(words, index), word_at(words, index + 1)
    if first is None or second is None:
        return None
    if not is_memorial_joint(words, index):
        return None
    # "of the name of Voroshilov"
    position = index + 2 + (first.lower in ("of", "in") and second.lower in ("the", "a"))
    position -= first.text == NAMED_AFTER
    position += _stray_stop(words, position)
    if (of := word_at(words, position)) is not None and of.lower in ("of", "the"):
        position += 1
    # "named after the cosmonaut Gagarin"
    title = word_at(words, position)
    if title is not None and not (title.capital or title.ordinal) and _titles(title):
        position += 1
    position += _hero(words, position)
    if end := _president(words, position) or _jubilee(words, position):
        return Tail(end, capital=True, memorial=True)
    start = position
    while (word := word_at(words, position)) is not None and (word.capital or word.ordinal):
        most = _most_words(words[start:position])
        # "named after Satpayev K. | I."
        behind = word.initial and words[position - 1].initial and not words[start].initial
        spoken = _spoken(words, start, position)
        if word.text in word_set("outside") or (spoken >= most and not behind):
            break
        if _next_person(words, start, position) or _next_body(words, start, position):
            break
        position += 1
    if _three_names(words, start, position):
        return Tail(position + 1, capital=True, memorial=True)
    position -= _lone_name(words, start, position)
    position += EPITHET * is_epithet(words, position)
    return Tail(position, capital=True, memorial=True) if position > start else None


_HERO = re.compile(r"(?:twice )?hero of (?:the )?(?:soviet union|socialist labou?r|kazakhstan)")
_HERO_WORDS = 6


def _hero(words: Sequence[Word], index: int) -> int:
    """How many words are a hero's title before a name: "named after | Hero of the Soviet Union | T. Tokhtarov"."""
    run = words[index : index + _HERO_WORDS]
    title = _HERO.match(" ".join(word.lower for word in run))
    return len(title[0].split()) if title else 0


# "First President of the Republic of Kazakhstan – Elbasy"
_PRESIDENT = re.compile(
    r"first president(?: of (?:the )?(?:republic of )?(?:kazakhstan|rk))?"
    r"(?: [-–—] (?:elbasy|(?:the )?leader of the nation))?(?: n \. a \. nazarbayev)?(?!\w)"
)
_PRESIDENT_WORDS = 15


def _president(words: Sequence[Word], index: int) -> int | None:
    """Where a president's title ends that a body bears: "named after the | First President - Elbasy"."""
    run = words[index : index + _PRESIDENT_WORDS]
    title = _PRESIDENT.match(" ".join(word.lower for word in run))
    return index + len(title[0].split()) if title else None


def _stray_stop(words: Sequence[Word], index: int) -> bool:
    """Whether a stop that ends nothing parts "named after" from initials: "named after | . A. Bekturov"."""
    after, stop, name = words[index - 1], words[index : index + 1], words[index + 1 : index + 2]
    parted = bool(stop) and stop[0].text == "." and stop[0].start == after.end
    return parted and after.lower == "after" and any(word.initial for word in name)


_COUNTED = ("anniversary", "congress", "conference", "jubilee", "plenum", "years")
# Words between a number and what it counts: "XVII | party congress", "the 19th | All-Union Party Conference".
_KIND_WORDS = 3


def _jubilee(words: Sequence[Word], index: int) -> int | None:
    """Where a counted event or a day ends: "the 30th anniversary of the Kazakh SSR", "8 March", "the 1st of May"."""
    number, following = word_at(words, index), word_at(words, index + 1)
    # "May 1"
    if number is not None and number.dated and number.capital and not number.ordinal:
        return index + 2 if following is not None and following.ordinal else None
    if number is None or not number.ordinal:
        return None
    if day := _month(words, index + 1):
        return day
    for counted in range(index + 1, index + 2 + _KIND_WORDS):
        word = word_at(words, counted)
        if word is None or not word.spoken or word.lower in ("of", "and"):
            return None
        if word.lower in _COUNTED:
            return _counted_of(words, counted + 1)
    return None


def _month(words: Sequence[Word], index: int) -> int | None:
    """Where the month of a day ends, behind "of" or not."""
    of = word_at(words, index)
    month = index + (of is not None and of.lower == "of")
    word = word_at(words, month)
    return month + 1 if word is not None and word.dated and word.capital else None


def _counted_of(words: Sequence[Word], index: int) -> int:
    """Where what an anniversary is of, or who met, ends: "of October", "of the Komsomol of Kazakhstan"."""
    end = index
    while (of := word_at(words, end)) is not None and of.lower == "of":
        start = end + 1
        if (article := word_at(words, start)) is not None and article.lower == "the":
            start += 1
        last = start
        while (word := word_at(words, last)) is not None and word.capital:
            last += 1
        if last == start:
            break
        end = last
    return end


def of_person(words: Sequence[Word], index: int) -> Tail | None:
    """Whose a body is behind "of": "of the Nobel | brothers", a museum "of F.M.Dostoevsky", "of poet Marat Isaev"."""
    of = word_at(words, index)
    if of is None or of.lower != "of" or index == 0:
        return None
    kind = type_of_head(words[index - 1].lower)
    start = index + 1
    if (article := word_at(words, start)) is not None and article.lower == "the":
        start += 1
    calling = _calling(words, start) if kind in PATRONISED else 0
    start += calling
    end = start
    while (word := word_at(words, end)) is not None and word.capital and end - start < _NAME_PARTS:
        end += 1
    if end == start:
        return None
    if (
        (word := word_at(words, end)) is not None
        and word.lower == "brothers"
        and kind != "military"
    ):
        return Tail(end + 1, capital=True, memorial=True)
    named = (calling or start == index + 1) and is_person(words[start:end])
    # "of Hero of the Soviet Union | Mametova"
    named = named or (calling > 1 and words[end - 1].lower.endswith(person_endings("surname")))
    # "Karaganda State University of academician | E. A. Buketov"
    borne = kind == "museum" or (calling > 0 and words[start].initial)
    return Tail(end, capital=True, memorial=True) if borne and named else None


def _calling(words: Sequence[Word], index: int) -> int:
    """How many words tell what a person was before the name: "of | painter | K. Telzhanov"."""
    word = word_at(words, index)
    calling = word is not None and not word.capital and is_calling(word.lower)
    return int(calling) or _hero(words, index)


_NAME_PARTS = 4


def is_person(name: Sequence[Word]) -> bool:
    """Whether capitals are a surname behind initials or behind a given name."""
    *given, surname = name
    if not given or surname.initial or any(map(names_bodies, name)):
        return False
    full = len(given) == 1 and surname.lower.endswith(person_endings("surname"))
    return all(word.initial for word in given) or full


# Bodies of these types have patrons.
PATRONISED = ("education", "culture", "museum")
# Who heads a body or comes to it does so after another: "led the theatre | after Abai".
_SUCCEEDING = (
    "head",
    "lead",
    "led",
    "direct",
    "chair",
    "ran",
    "run",
    "join",
    "enter",
    "left",
    "leave",
)


def after_patron(words: Sequence[Word], index: int) -> Tail | None:
    """A patron behind a mere "after", a calque of "named after": "School No. 8 | after Abai", "… after I.Esenberlin".

    A clause may begin so, too ("the institute | after Valikhanov left"): the name must end the clause, or have the
    sentence's first verb behind it.
    """
    after = word_at(words, index)
    if after is None or after.lower != "after":
        return None
    end = index + 1
    while (word := word_at(words, end)) is not None and word.initial:
        end += 1
    name, behind = word_at(words, end), word_at(words, end + 1)
    # "after Mukhtar | Auezov"
    if name is not None and behind is not None and behind.capital and name.capital:
        end += behind.lower in word_set("patron")
        name = words[end]
    if name is None or not name.capital or name.dated:
        return None
    known = end > index + 1 or name.lower in word_set("patron")
    return Tail(end + 1, True, memorial=True) if known and _closes(words, index, end + 1) else None


def _closes(words: Sequence[Word], after: int, end: int) -> bool:
    """Whether the clause ends at `end`, or goes on with the sentence's first verb."""
    start = after
    while start > 0 and not words[start].first:
        start -= 1
    verbs = [word for word in words[start:after] if word.pos in ("VERB", "AUX")]
    if any(word.lower.startswith(_SUCCEEDING) for word in verbs):
        return False
    following = words[end : end + 1]
    if not following or not following[0].spoken:
        return not following or following[0].text not in ("'", "-")
    return not verbs and following[0].pos in ("VERB", "AUX")


def patronised(words: Sequence[Word], after: int) -> bool:
    """Whether a head that ends before `after` is of a school, theatre or museum."""
    return type_of_head(words[after - 1].lower) in PATRONISED


def _titles(word: Word) -> bool:
    return word.pos == "NOUN" or word.lower in word_set("honour")


def _most_words(name: Sequence[Word]) -> int:
    """How many words a name in honour of someone can have: a surname behind initials, else two or three."""
    if any(word.initial and word.text != "St." for word in name):
        return 1
    return _MEMORIAL_WORDS + bool(name and name[-1].lower.endswith(person_endings("patronymic")))


def _next_person(words: Sequence[Word], start: int, index: int) -> bool:
    """Whether a second person's initials begin: "named after A. Baitursynov | S. Bekmagambetov"."""
    if not words[index].initial or index == start or words[index - 1].initial:
        return False
    return index > start + 1 if words[start].initial else _names_another(words, index)


def _names_another(words: Sequence[Word], index: int) -> bool:
    """Whether initials behind a surname are another's, whose surname follows: "after Valikhanov | S.B. Seitov"."""
    patron = words[index - 1].lower
    if not (patron.endswith(person_endings("surname")) or patron in word_set("patron")):
        return False
    while (word := word_at(words, index)) is not None and word.initial:
        index += 1
    return word is not None and word.capital and not word.first and not names_bodies(word)


def _next_body(words: Sequence[Word], start: int, index: int) -> bool:
    """Whether a body's own head follows a person's name: "named after A. Margulan | Committee of Culture"."""
    following = word_at(words, index + 1)
    headed = head_at(words, index) is not None and following is not None and following.lower == "of"
    return headed and index > start and not words[index - 1].initial


def _lone_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the second of three capitals begins a person's name: "named after Abai | Marat Iskakov"."""
    third, fourth = word_at(words, end), word_at(words, end + 1)
    if end != start + 2 or third is None or not third.capital or third.initial:
        return False
    last = fourth is None or not fourth.capital
    plain = not any(word.initial or word.ordinal for word in words[start:end])
    return last and plain and not names_bodies(third)


def _three_names(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a third capital is the end of a patron's name, no leader's: "named after | Mukhammed Khaidar Dulati".

    A patron of one name, or a surname first, has another person behind; so has what a verb follows.
    """
    if not _lone_name(words, start, end):
        return False
    surname = person_endings("surname")
    first, third = words[start], words[end]
    known = first.lower in word_set("patron") or first.lower.endswith(surname)
    behind = word_at(words, end + 1)
    acts = behind is not None and behind.pos in ("VERB", "AUX")
    return not (known or acts or third.lower.endswith(surname))


def _spoken(words: Sequence[Word], start: int, end: int) -> int:
    """How many of the words are no initials, numbers and titles."""
    names = (word for word in words[start:end] if not (word.initial or word.ordinal))
    return sum(1 for word in names if word.lower not in word_set("honour"))


# A name has two parts, or three with a patronymic between them.
_MEMORIAL_WORDS = 2
