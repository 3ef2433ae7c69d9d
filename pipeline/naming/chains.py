"""Lower-case names told by a chain: "institute of regional pathology of | the Academy of Sciences of the KazSSR".

Such a head has no capital of its own; what it works in, and the capital at the end of the chain, make it one body's.
"""

from collections.abc import Sequence

from pipeline.lexicons import Row
from pipeline.naming.led_to import another_body
from pipeline.naming.nouns import head_at, is_head, word_set
from pipeline.naming.tail_nouns import is_bracketed, is_memorial_joint
from pipeline.naming.word_kinds import word_at
from pipeline.naming.words import Word

# What opens the name of a land's own body.
OF_THE_LAND = ("Central", "International", "National", "Republican", "State")
_JOINTS = ("of", "on", "for")
_LINKS = 4
_LINK_WORDS = 6
# Bodies whose lower-case noun is as often an armed force, a firm or what is printed: "army of workers of …".
_NO_CHAIN = ("military", "company", "media")


def leads_to_name(words: Sequence[Word], after: int, row: Row) -> bool:
    """Whether lower-case nouns behind a head that ends before `after` lead to a body, land or memorial name."""
    if _museum_of_state(words, after, row) or _lettered_field(words, after, row):
        return True
    if row["strength"] != "strong" or row["type"] in _NO_CHAIN or not _tells_field(words, after):
        return False
    if is_branch_union(words, after, row):
        return True
    if _is_common(row["head"], words[after + 1].lower):
        return False
    return _of_the_land(words, after, row) or _chain(words, after, row)


def _museum_of_state(words: Sequence[Word], after: int, row: Row) -> bool:
    """Whether a museum is of a ministry or of armed forces: "museum of | Ministry of defence of RK"."""
    start = _behind_joint(words, after) if row["type"] == "museum" else None
    body = head_at(words, start) if start is not None and words[start].capital else None
    return body is not None and body[0]["type"] in ("government", "military")


def _lettered_field(words: Sequence[Word], after: int, row: Row) -> bool:
    """Whether letters in brackets follow a head's field: "Center of international programs | (CIP)".

    A head in small letters must be one that makes names by itself.
    """
    told = words[after - 1].capital or row["strength"] == "strong"
    if not told or not _tells_field(words, after):
        return False
    return is_bracketed(words, _field_end(words, after + 1))


def _of_the_land(words: Sequence[Word], after: int, row: Row) -> bool:
    """Whether a sentence opens with a land's own body of a field that is known: "National bureau of statistics"."""
    start = after - len(row["head"].split()) - 1
    opens = start >= 0 and words[start].first and words[start].text in OF_THE_LAND
    field = words[after + 1 : _field_end(words, after + 1)] if opens else []
    return bool(field) and all(_is_known(word) for word in field)


def _is_common(head: str, field: str) -> bool:
    """Whether a noun of this field is no body: "the union of peoples", "the institute of family"."""
    bound = head in word_set("bond") and field in word_set("bound")
    return bound or (head == "institute" and field in word_set("custom"))


def _chain(words: Sequence[Word], after: int, row: Row) -> bool:
    """Whether links of lower-case words end in a memorial name, a body, or a capital behind fields that are known."""
    index, known = after, True
    for link in range(_LINKS):
        if link and is_memorial_joint(words, index):
            return True
        start = _behind_joint(words, index)
        if start is None:
            return False
        if words[start].capital:
            return link > 0 and (known or another_body(words, start))
        index = _field_end(words, start)
        if index > start and is_memorial_joint(words, index):
            return True
        known = known and all(_is_known(word) for word in words[start:index])
        if index == start or (row["head"] in word_set("unit") and not known):
            return False
    return False


def is_branch_union(words: Sequence[Word], after: int, row: Row) -> bool:
    """Whether a trade union is of one branch of work: "trade union of workers of culture", "… of railway workers"."""
    if row["head"] != "trade union" or not _tells_field(words, after):
        return False
    end = _field_end(words, after + 1)
    workers = words[end - 1].lower in _WORKERS
    if end > after + 2:
        return workers
    return workers and _tells_field(words, end) and words[end].lower == "of"


_WORKERS = ("workers", "employees")


def _tells_field(words: Sequence[Word], after: int) -> bool:
    """Whether a lower-case field of work follows a head: "department of culture", not "of the city"."""
    joint = word_at(words, after)
    if joint is None or joint.lower not in _JOINTS:
        return False
    field = word_at(words, after + 1)
    behind = word_at(words, after + 2) if field is not None and field.lower == "the" else None
    # "society for | the study of Kazakhstan", "small assembly of | the peoples of Turan region"
    if behind is not None and (joint.lower == "for" or behind.lower == "peoples"):
        field = behind
    return field is not None and not field.capital and field.lower != "the" and _is_field(field)


def _behind_joint(words: Sequence[Word], index: int) -> int | None:
    """The word behind a joint and its article, where there is one."""
    joint = word_at(words, index)
    if joint is None or joint.lower not in _JOINTS:
        return None
    article = word_at(words, index + 1)
    start = index + 1 + (article is not None and article.lower == "the")
    return start if word_at(words, start) is not None else None


def _field_end(words: Sequence[Word], start: int) -> int:
    """Where the lower-case words of one link end."""
    index = start
    while index - start < _LINK_WORDS and (word := word_at(words, index)) is not None:
        if word.capital or not (_is_field(word) or (index > start and word.text in ("and", ","))):
            break
        index += 1
    return index


def _is_field(word: Word) -> bool:
    if not word.spoken or word.dated or word.lower in word_set("never") - word_set("tail"):
        return False
    return _is_known(word) or word.pos in ("NOUN", "ADJ")


def _is_known(word: Word) -> bool:
    known = word.text in ("and", ",") or is_head(word.lower)
    return known or word.lower in word_set("tail") or word.lower in word_set("inside")
