"""The end of a name that honours someone: "named after N. Surname", "of the name of Voroshilov"."""

from collections.abc import Sequence

from pipeline.naming.nouns import head_at, person_endings, word_set
from pipeline.naming.tail_nouns import Tail, is_memorial_joint, names_bodies, word_at
from pipeline.naming.words import Word


def memorial(words: Sequence[Word], index: int) -> Tail | None:
    """The memorial name at a word, or behind an acronym in brackets there; none where there is no such name."""
    if found := _memorial(words, index):
        return found
    behind = _bracketed(words, index)
    return _memorial(words, index + behind) if behind else None


def _memorial(words: Sequence[Word], index: int) -> Tail | None:
    """ "named after N. Surname", "named for the 30th anniversary of Kazakhstan"."""
    first, second = word_at(words, index), word_at(words, index + 1)
    if first is None or second is None:
        return None
    if not is_memorial_joint(words, index):
        return None
    # "of the name of Voroshilov"
    position = index + 2 + ((first.lower, second.lower) in (("of", "the"), ("in", "the")))
    if (of := word_at(words, position)) is not None and of.lower in ("of", "the"):
        position += 1
    # "named after the cosmonaut Gagarin"
    title = word_at(words, position)
    if title is not None and not title.capital and _titles(title):
        position += 1
    start = position
    while (word := word_at(words, position)) is not None and (word.capital or word.ordinal):
        most = _most_words(words[start:position])
        if word.text in word_set("outside") or _spoken(words, start, position) >= most:
            break
        if _next_person(words, start, position) or _next_body(words, start, position):
            break
        position += 1
    position -= _lone_name(words, start, position)
    return Tail(position, capital=True, memorial=True) if position > start else None


def _titles(word: Word) -> bool:
    return word.pos == "NOUN" or word.lower in word_set("honour")


def _bracketed(words: Sequence[Word], index: int) -> int:
    """How many words an acronym in brackets takes: "Karaganda Medical University | (KMU) named after …"."""
    run = words[index : index + 3]
    letters = len(run) == 3 and len(run[1].text) > 1 and run[1].text.isupper()
    return 3 if letters and (run[0].text, run[2].text) == ("(", ")") else 0


def _most_words(name: Sequence[Word]) -> int:
    """How many words a name in honour of someone can have: a surname behind initials, else two or three."""
    if any(word.initial and word.text != "St." for word in name):
        return 1
    return _MEMORIAL_WORDS + bool(name and name[-1].lower.endswith(person_endings("patronymic")))


def _next_person(words: Sequence[Word], start: int, index: int) -> bool:
    """Whether a second person's initials begin: "named after A. Baitursynov | S. Bekmagambetov"."""
    initials = words[start].initial and words[index].initial
    return initials and index > start + 1 and not words[index - 1].initial


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


def _spoken(words: Sequence[Word], start: int, end: int) -> int:
    """How many of the words are no initials, numbers and titles."""
    names = (word for word in words[start:end] if not (word.initial or word.ordinal))
    return sum(1 for word in names if word.lower not in word_set("honour"))


# A name has two parts, or three with a patronymic between them.
_MEMORIAL_WORDS = 2
