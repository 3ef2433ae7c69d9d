"""Bodies that a number names: "evacuation hospital No. 3991", "Spassky Camp No. 99", "mine No. 18-bis"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pipeline.lexicons import Row, table
from pipeline.naming.candidates import Candidate
from pipeline.naming.nouns import head_at, word_set
from pipeline.naming.tails import right
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import is_people

_SIGNS = ("No", "№", "Nr", "no")
_LONGEST_NOUN = 2
_LEFT_REACH = 3


def numbered(text: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """The numbered bodies of the text; a number that a name explains ("camp No. 4 – Steplag") names none."""
    for index in (i for i, word in enumerate(words) if i and _opens_number(words, word, i)):
        noun = _noun_before(words, index)
        end = _number_end(words, index - (words[index].text not in _SIGNS))
        if noun is None or end is None or _explained(words, end):
            continue
        row, head = noun
        seat = _superior(words, end) or _seat(words, end) or _served(words, head, end)
        if row["of"] == "no" and seat is not None:
            continue
        start, end = _left(words, head), seat or end
        surface = text[words[start].start : words[end - 1].end]
        kind = row["type"]
        yield Candidate(words[start].start, words[end - 1].end, surface, kind, "full-weak")  # type: ignore[arg-type]


def _opens_number(words: Sequence[Word], word: Word, index: int) -> bool:
    """Whether a sign is at a word, or the number itself of a unit: "military unit | 5451"."""
    bare = len(word.text) >= _UNIT_DIGITS and word.text.isdigit()
    if word.text == "no":
        return [dot.text for dot in words[index + 1 : index + 2]] == ["."]
    return word.text in _SIGNS or (bare and words[index - 1].lower == "unit")


_UNIT_DIGITS = 4


@cache
def _nouns() -> Mapping[tuple[str, ...], Row]:
    return {tuple(row["noun"].split()): row for row in table("numbered_bodies")}


# Of "EH", an evacuation hospital.
_LETTERS = 2


def _noun_before(words: Sequence[Word], sign: int) -> tuple[Row, int] | None:
    """The row of the noun right before a sign, and where it begins."""
    for size in range(_LONGEST_NOUN, 0, -1):
        head = max(0, sign - size)
        row = _nouns().get(tuple(word.lower for word in words[head:sign]))
        # "EH No. 2079", but "schools (eg No. 5)"
        letters = row is not None and len(row["noun"]) == _LETTERS
        if row is not None and not (letters and words[head].text.islower()):
            return row, head
    return None


def _number_end(words: Sequence[Word], sign: int) -> int | None:
    """Where the number behind a sign ends: "No. 4", "№99", "No. 18-bis"."""
    number = sign + (2 if [word.text for word in words[sign + 1 : sign + 2]] == ["."] else 1)
    return number + 1 if number < len(words) and words[number].text[0].isdigit() else None


def _explained(words: Sequence[Word], end: int) -> bool:
    """Whether a dash and a name follow."""
    dash, name = words[end : end + 1], words[end + 1 : end + 2]
    return bool(name) and dash[0].text in ("-", "–", "—") and name[0].capital


def _superior(words: Sequence[Word], end: int) -> int | None:
    """Where the state body ends that a numbered one is under: "plant No. 231 | of the People's Commissariat of …"."""
    of = [word.lower for word in words[end : end + 1]] == ["of"]
    first = end + 1 + ([word.lower for word in words[end + 1 : end + 2]] == ["the"])
    if not of or first >= len(words) or not words[first].capital:
        return None
    body = head_at(words, first)
    if body is None or body[0]["type"] != "government":
        return None
    # "of the | Ministry" alone means one told before
    last = right(words, end, capital=False, motto=False).end
    return last if last > body[1] else None


def _seat(words: Sequence[Word], end: int) -> int | None:
    """Where an "of" behind a number ends with the capitals it opens: "School No. 23 | of Temirtau"."""
    if end + 1 >= len(words) or words[end].lower != "of":
        return None
    last = end + 1
    while last < len(words) and words[last].capital and next_to(words, last):
        last += 1
    return last if last > end + 1 else end


def _served(words: Sequence[Word], head: int, end: int) -> int | None:
    """Where whom a capitalised body is for ends, in capitals: "Camp No. 99 | for Prisoners of War"."""
    if not words[head].capital or [word.lower for word in words[end : end + 1]] != ["for"]:
        return None
    last = start = end + 1
    while last < len(words) and next_to(words, last):
        of = words[last].lower == "of" and last > start
        if not of and (not words[last].capital or words[last].dated):
            break
        last += 1
    last -= last > start and words[last - 1].lower == "of"
    many = last > start and words[start].text.endswith(("s", "ren"))
    return last if many and not is_people(words[start].text) else None


def _left(words: Sequence[Word], head: int) -> int:
    """Where the adjectives before a noun begin: "secondary school", "Spassky Camp"."""
    start = head
    while start and head - start < _LEFT_REACH and next_to(words, start):
        word = words[start - 1]
        opens = word.text in word_set("outside") or word.dated or word.initial
        owner = word.lower.endswith("'s") and word.lower in word_set("inside")
        adjective = word.pos == "ADJ" and word.lower not in word_set("never")
        # "the closed | Dispensary No. 4"
        lower = not (word.capital or words[head].capital) and (owner or adjective)
        if opens or not (lower or (word.capital and word.pos in ("PROPN", "ADJ", "NOUN"))):
            break
        start -= 1
    return start
