"""Which of the heads found, with the words before and behind them, are names of bodies, and what they are called.

A capitalised head needs less around it than a lower-case one (lower_case.py), which a memorial name, a place, a
quoted or a bare name must make one body's own.
"""

from pipeline.naming.candidates import Candidate
from pipeline.naming.found_heads import FoundHead, has_motto, is_plain, kept
from pipeline.naming.listed import type_listed
from pipeline.naming.lower_case import lower_case
from pipeline.naming.nouns import legal_forms, type_of_head, word_set
from pipeline.naming.tail_nouns import names_bodies
from pipeline.naming.words import next_to
from pipeline.normalising.gazetteer import peoples, places


def accepted(text: str, found: FoundHead) -> Candidate | None:
    """The name that a head makes with what was found around it, or none."""
    if _meeting(found):
        return None
    if _work_team(found) or _of_a_company(found) or _titles_a_work(found) or _laid(found):
        return None
    if found.capital and not (_opens_with_a_part(found) or _bears_a_name(found)):
        return _capitalised(text, found)
    return lower_case(text, found)


def _bears_a_name(found: FoundHead) -> bool:
    """Whether a head of which but the first word is a capital only tells the kind: "TV channel | KTK"."""
    head = found.words[found.head : found.after]
    alone = not found.left and not found.tail.present
    return alone and found.takes_name and len(head) > 1 and not head[-1].capital


def _work_team(found: FoundHead) -> bool:
    """Whether a brigade is of the person who leads it: "Brigade of G. Sadykova fulfilled the norm"."""
    tail = found.words[found.after : found.end]
    return found.row["head"] == "brigade" and len(tail) > 1 and tail[1].initial


# "Collected Works of Abai"
_EDITIONS = ("Collected", "Selected", "Complete")


def _titles_a_work(found: FoundHead) -> bool:
    """Whether what a head seems to name is the title of a book or treaty: "the trilogy | School of life"."""
    before = [word.lower for word in found.words[max(0, found.start - 2) : found.start]]
    titled = before in (["treaty", "on"], ['"', "on"], ['"', "about"])
    collected = found.row["head"] == "works" and found.left and found.left[-1].text in _EDITIONS
    titled = titled or bool(collected) or _numbered_title(found)
    return titled or any(word in word_set("literary") for word in before[-1:])


# "The 9th Company | film"
_SHOWN = ("film", "movie", "series", "novel")


def _numbered_title(found: FoundHead) -> bool:
    """Whether a number and a head are what a film is called."""
    following = [word.lower for word in found.words[found.end : found.end + 1]]
    counted = bool(found.left) and all(word.ordinal for word in found.left)
    return counted and any(word in _SHOWN for word in following)


# What is done to a railway that is a line, no company, and what tells where it runs.
_LAYING = ("building", "completion", "construction", "extension", "laying")
_RUNNING = ("between", "from")


def _laid(found: FoundHead) -> bool:
    """Whether a railway is the line: "the completion of the Turgai Railway", "the Turgai Railway | from Torgai"."""
    before = [word.lower for word in found.words[max(0, found.start - 3) : found.start]]
    behind = found.words[found.end : found.end + 2]
    laid = before[-2:] == ["of", "the"] and before[0] in _LAYING
    runs = len(behind) > 1 and behind[0].lower in _RUNNING and behind[1].capital
    return found.row["head"] == "railway" and (laid or runs)


def _of_a_company(found: FoundHead) -> bool:
    """Whether a board is of a company that its legal form and its own name tell: 'Board of | JSC "KazContent"'."""
    tail = found.words[found.after : found.end]
    return found.row["head"] == "board" and any(word.text in legal_forms() for word in tail)


def _opens_with_a_part(found: FoundHead) -> bool:
    """Whether a sentence opens with a part of a body: "Detachment | of the Russian Red Cross Society came"."""
    weak = not found.strong and found.row["head"] in word_set("unit") and not found.left
    weak = weak and found.row["type"] not in ("government", "assembly")
    behind = [word.lower for word in found.words[found.after : found.after + 2]]
    return weak and found.words[found.head].first and behind == ["of", "the"]


def _capitalised(text: str, found: FoundHead) -> Candidate | None:
    """ "Ministry of Education": a capitalised head with something beside it."""
    head = found.words[found.head : found.after]
    whole = all(word.capital or word.lower in ("of", "and") for word in head)
    complete = found.strong and len(head) > 1 and (whole or not head[0].first)
    alone = not found.left and not found.tail.present
    if (alone and not complete) or _heads_an_event(found) or _legal_form(found):
        return None
    if _adjective(found) or _on_a_land(found) or _told_by_quote(found) or _of_any_body(found):
        return None
    # "Center of migration researches" is a name inside a sentence, not at its beginning.
    if not found.left and not complete and head[0].first and not found.tail.capital:
        return None
    return kept(text, found, "full-strong" if found.strong else "full-weak")


def _legal_form(found: FoundHead) -> bool:
    """Whether a head but tells the kind of a quoted name: 'Republican State Enterprise "Kazakhstan Temir Zholy"'."""
    following = found.words[found.end : found.end + 1]
    if found.tail.present or not following:
        return False
    # "National Company | KazMunayGas"
    if found.row["head"].endswith("company") and type_listed(following[0].text) == "company":
        return is_plain(found.left)
    quoted = following[0].text == '"'
    if not quoted or not found.takes_name or not is_plain(found.left):
        return False
    opens = following[0].start > found.words[found.end - 1].end
    told = found.left or found.after - found.head > 1
    return not (opens and told and has_motto(found.row))


def _adjective(found: FoundHead) -> bool:
    """Whether a capitalised head is an adjective of the noun behind it: "Soviet citizens"."""
    following = found.words[found.end : found.end + 1]
    plain = found.words[found.head].lower == "soviet" and not found.tail.present
    return plain and bool(following) and following[0].pos in ("NOUN", "ADJ", "PROPN")


# Types of bodies of which there are many, each with a board, a committee, a library of its own.
_MANY = ("company", "culture", "education", "museum")


def _of_any_body(found: FoundHead) -> bool:
    """Whether a part is told of a body without a name: "Board of Trustees | of the university"."""
    tail = found.words[found.after : found.end]
    if len(tail) < 3 or tail[-1].capital or not is_plain(found.left):
        return False
    whose = [word.lower for word in tail[-3:-1]]
    # "of Trustees", "of History"
    common = (word.lower.endswith("s") or names_bodies(word) for word in tail if word.capital)
    return whose == ["of", "the"] and type_of_head(tail[-1].lower) in _MANY and all(common)


def _told_by_quote(found: FoundHead) -> bool:
    """Whether a quoted name right before is the body's: '"Vatan" | Kurdish Cultural Centre'."""
    quote = found.start - 1
    closes = quote > 0 and found.words[quote].text == '"' and next_to(found.words, found.start)
    return closes and found.takes_name and found.words[quote - 1].end == found.words[quote].start


def _on_a_land(found: FoundHead) -> bool:
    """Whether the tail tells but the land that a body looks after: "Council | on the Kazakh SSR"."""
    tail = [word.lower for word in found.words[found.after : found.end] if word.lower != "the"]
    return not found.left and tail[:1] == ["on"] and " ".join(tail[1:]) in places()


def _meeting(found: FoundHead) -> bool:
    """Whether a congress is one that met: a body is of a people or nation and of a land ("Jewish Congress of …")."""
    if found.row["head"] != "congress":
        return False
    of = found.left[-1].lower if found.left else ""
    return not (found.capital and found.tail.capital) or not (
        of in peoples() or of in ("people's", "national")
    )


def _heads_an_event(found: FoundHead) -> bool:
    """Whether a capital behind the head makes it another thing: "Party Congress", "Theatre Day"."""
    following = found.words[found.end : found.end + 1]
    event = bool(following) and following[0].text in word_set("event")
    return event and following[0].capital
