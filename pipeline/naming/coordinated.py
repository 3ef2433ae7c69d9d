"""Bodies that share a plural head: "the 100th and 101st Rifle Brigades", "the Ministries of Health and Education"."""

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.lexicons import Row, table
from pipeline.naming.candidates import Candidate
from pipeline.naming.joining import inside
from pipeline.naming.nouns import is_head, type_of, word_set
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import is_people_or_place, places

_LONGEST_HEAD = 3
# Words between the last of a list and the head: "101st | Kazakh national | rifle brigades".
_SHARED = 3
_FEWEST = 2
_LONGEST_FIELD = 3


def coordinated(text: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """One body for each ordinal or town before a plural head, and for each field behind its "of"."""
    firsts, after = _firsts(), 0
    for index in [i for i, word in enumerate(words) if word.lower in firsts]:
        match = _plural_at(words, index) if index >= after else None
        if match is not None:
            yield from _told_before(words, index, match)
            yield from _told_behind(text, words, index, match)
            after = match[1]


@cache
def _plurals() -> dict[tuple[str, ...], Row]:
    """Plural heads as tuples of words; a corps is spelt as its plural."""
    rows = (row for row in table("organization_heads") if row["plural"])
    forms = ((_plural(row), row) for row in rows)
    return {tuple(form.split()): row for form, row in forms}


def _plural(row: Row) -> str:
    return row["head"] if row["head"].endswith("corps") else row["plural"].lower()


@cache
def _firsts() -> frozenset[str]:
    return frozenset(parts[0] for parts in _plurals())


def _plural_at(words: Sequence[Word], index: int) -> tuple[Row, int] | None:
    """The longest plural head that begins at a word, and where it ends."""
    for end in range(min(index + _LONGEST_HEAD, len(words)), index, -1):
        row = _plurals().get(tuple(word.lower for word in words[index:end]))
        if row is not None:
            return row, end
    return None


def _told_before(words: Sequence[Word], head: int, match: tuple[Row, int]) -> Iterator[Candidate]:
    """ "the 5th and 6th Cavalry Regiments", "the Semey and Aktobe Medical Institutes"."""
    row, after = match
    if row["type"] != "military" and not (words[head].capital and row["strength"] == "strong"):
        return
    items, shared = _items_before(words, head, row)
    kind = [word.text for word in words[shared:head]] + _singular(words[head:after], row)
    for item in items:
        end = words[after - 1].end if item == items[-1] else words[item].end
        yield _candidate(words[item].start, end, [words[item].text, *kind], row)


def _items_before(words: Sequence[Word], head: int, row: Row) -> tuple[list[int], int]:
    """The places of the ordinals or towns of a list, which "and" closes, and where the words they share begin."""
    shared = head
    while (item := _item_before(words, shared, row)) is None:
        if not shared or head - shared == _SHARED or not _is_shared(words, shared - 1):
            return [], head
        shared -= 1
    items = [item]
    while item > 1 and _is_joint(words, item - 1, last=len(items) == 1):
        item = _item_before(words, item - 1, row)
        if item is None:
            break
        items.insert(0, item)
    return (items if len(items) >= _FEWEST else []), shared


# A town in brackets behind the number of its unit: "105th | (Semey)".
_BRACKETED = 3


def _item_before(words: Sequence[Word], end: int, row: Row) -> int | None:
    """The place of the ordinal or town right before a word, a bracket between or not."""
    bracket = [word.text for word in words[max(0, end - _BRACKETED) : end]]
    place = end - 1 - (_BRACKETED if bracket[:1] == ["("] and bracket[-1] == ")" else 0)
    return place if place >= 0 and _is_item(words[place], row) else None


def _is_joint(words: Sequence[Word], joint: int, *, last: bool) -> bool:
    """Whether a word joins two of a list; the last two "and" does, or a comma where they are ordinals."""
    if last and words[joint].lower == "and":
        return True
    ordinals = (words[joint - 1].ordinal or words[joint - 1].text == ")") and words[
        joint + 1
    ].ordinal
    return words[joint].text == "," and (ordinals or not last)


def _is_item(word: Word, row: Row) -> bool:
    # "1290th" is no year.
    if word.dated and len(word.text) < len("100th"):
        return False
    if word.ordinal:
        return row["type"] == "military" and word.text[0].isdigit()
    return row["type"] != "military" and word.capital and word.lower in places()


def _is_shared(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    told = word.capital and word.text not in word_set("outside") and not word.initial
    return (told or inside(word)) and next_to(words, index + 1)


def _singular(head: Sequence[Word], row: Row) -> list[str]:
    """The head in the singular with the capitals it has in the text."""
    return [
        part.capitalize() if word.capital else part
        for word, part in zip(head, row["head"].split(), strict=True)
    ]


def _told_behind(
    text: str, words: Sequence[Word], head: int, match: tuple[Row, int]
) -> Iterator[Candidate]:
    """ "the Ministries of Health and Education": capitalised fields alone."""
    row, after = match
    joint = [word.lower for word in words[after : after + 1]]
    if joint != ["of"] or row["strength"] != "strong" or not words[head].capital:
        return
    fields = _fields(words, after + 1)
    kind = [*_singular(words[head:after], row), "of"]
    for field in fields:
        first, last = words[field.start], words[field.stop - 1]
        start = words[head].start if field is fields[0] else first.start
        yield _candidate(start, last.end, [*kind, text[first.start : last.end]], row)


def _fields(words: Sequence[Word], start: int) -> list[range]:
    """Where the capitalised fields of a list that "and" closes stand; none where one is a place, people or body."""
    found: list[range] = []
    closed = False
    while start < len(words):
        end = start
        while end < len(words) and end - start < _LONGEST_FIELD and words[end].capital:
            end += 1
        if end == start or _is_other(words[start:end]):
            return []
        found.append(range(start, end))
        joint = words[end].lower if end < len(words) else ""
        if closed or joint not in (",", "and"):
            break
        closed = joint == "and"
        start = end + 1
    return found if closed and len(found) >= _FEWEST else []


def _is_other(field: Sequence[Word]) -> bool:
    surface = " ".join(word.text for word in field)
    return is_people_or_place(surface) or any(
        word.dated or word.initial or is_head(word.lower) or word.text in word_set("outside")
        for word in field
    )


def _candidate(start: int, end: int, name: Sequence[str], row: Row) -> Candidate:
    surface = " ".join(name)
    return Candidate(start, end, surface, type_of(surface, row), "full-strong")
