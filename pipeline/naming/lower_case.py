"""Lower-case heads that something makes a name: "library named after Gogol", "coal trust of Karaganda"."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.naming.candidates import Candidate
from pipeline.naming.chains import OF_THE_LAND, is_branch_union, leads_to_name
from pipeline.naming.clubs import is_club
from pipeline.naming.found_heads import (
    RUSSIAN_ADJECTIVE,
    FoundHead,
    is_of_a_theatre,
    is_plain,
    kept,
    named,
    opens_sentence,
)
from pipeline.naming.listed import is_listed, is_shortened
from pipeline.naming.name_ends import LANDS
from pipeline.naming.named_after import (
    BEARS_NAME,
    NAMES_OF_A_LEADER,
    adjectives_from,
    is_calque,
    may_name,
    named_after,
)
from pipeline.naming.nouns import is_head, type_of_head, word_set
from pipeline.naming.seats import of_a_state
from pipeline.naming.tail_nouns import Tail, is_bracketed
from pipeline.naming.word_kinds import names_bodies, of_people
from pipeline.naming.words import Word, closes_quote
from pipeline.normalising.gazetteer import is_people, is_people_or_place, places

# "The Zhastar Rukhy organization".
_ANY_BODY = ("organization", "organisation", "foundation", "charitable foundation")


def lower_case(text: str, found: FoundHead) -> Candidate | None:
    """ "library named after Gogol", "coal trust of Karaganda": a lower-case head that something makes a name."""
    found = _without_its_owner(_without_its_leader(found))
    if found.tail.memorial and (found.left or not _in_another(found)):
        return _of_patron(text, found)
    if _is_barred(found) or _counted_part(found):
        return None
    if behind := named_after(found):
        return behind
    before = found.words[found.start - 1].lower if found.start else ""
    # "the first | Kazakh school of girls"
    if before in _OF_A_KIND and not found.tail.capital and found.tail.present:
        return None
    if not found.left:
        whole = replace(found, start=adjectives_from(found))
        sure = whole.strong or _of_youth(whole) or _is_of_a_state(whole)
        return kept(text, whole, "tailed") if sure and _told_by_tail(whole) else None
    if is_listed(" ".join(word.text for word in found.left)):
        # "the ALZHIR | museum" is not the camp
        return kept(text, found, "adjectival") if found.row["type"] == "museum" else None
    found = _without_seat(found)
    if _is_the_lands(found):
        return kept(text, found, "tailed")
    bears = found.row["type"] in BEARS_NAME or found.row["head"] in _ANY_BODY
    if found.takes_name and bears and not found.tail.present:
        return _bare(text, found) or _adjectival(text, found)
    first = found.left[0]
    capital = not first.first or of_people(first) or first.lower in places()
    if found.tail.capital or (found.tail.present and capital):
        return kept(text, found, "tailed")
    return _adjectival(text, found)


def _of_patron(text: str, found: FoundHead) -> Candidate | None:
    """The memorial name; '"Kazakhfilm" | film studio named after Sh. Aimanov' has its own in the quote."""
    if found.takes_name and closes_quote(found.words, found.start):
        return None
    return kept(text, replace(found, start=adjectives_from(found)), "memorial")


def _is_of_a_state(found: FoundHead) -> bool:
    envoys = found.row["head"] in ("embassy", "consulate", "consulate general")
    return envoys and of_a_state(found.words, found.after, found.end)


# What bodies with a name of first syllables are called besides: "the Embaneft | association".
_OF_WORKS = ("association", "production association", "combine")


def _is_the_lands(found: FoundHead) -> bool:
    """Whether a head is the one body of a land: "in the | National library"; not where it opens a sentence."""
    alone = not found.tail.present and found.row["head"] in _ONE_OF_A_LAND
    return alone and all(word.text in OF_THE_LAND and not word.first for word in found.left)


_ONE_OF_A_LAND = ("museum", "library", "archive", "archives", "theatre", "theater", "gallery")


def _is_barred(found: FoundHead) -> bool:
    """Whether something beside a head says that it names no body of its own."""
    quoted = found.takes_name and _quote_beside(found)
    certain = found.strong and found.tail.capital
    # "Kazakh | branch of the Academy of Sciences" has its capital everywhere.
    certain = certain or (found.tail.capital and found.left[:1] != [] and of_people(found.left[0]))
    opens = bool(found.left) and opens_sentence(found) and not certain
    indefinite = found.start > 0 and found.words[found.start - 1].lower in ("a", "an")
    works = found.row["head"] in _OF_WORKS and any(is_shortened(w.text) for w in found.left[-1:])
    return quoted or opens or indefinite or works or (not found.left and _is_part(found))


# Troops and the like that are told by who leads them.
_LED = ("party", "detachment", "group", "squad", "expedition", "regiment", "army", "troops", "gang")


def _without_its_leader(found: FoundHead) -> FoundHead:
    """The head without a person behind "of": "the cavalry regiment | of Magaza Masanchi"."""
    if found.row["head"].split()[-1] not in _LED or found.tail.memorial:
        return found
    tail = [word for word in found.words[found.after : found.end] if not word.initial]
    if len(tail) != 1 + NAMES_OF_A_LEADER or tail[0].lower != "of":
        return found
    _, given, surname = tail
    # A village bears a surname, too: "Masanchi".
    person = given.capital and surname.capital and not names_bodies(given)
    return replace(found, tail=Tail(0)) if person and not is_head(surname.lower) else found


def _without_its_owner(found: FoundHead) -> FoundHead:
    """The head without whose it is, where its own name follows: "Kerensky's | newspaper Dni"."""
    owned = found.takes_name and bool(found.left) and _is_owner(found.left[-1])
    following = found.words[found.after : found.after + 1]
    named_behind = owned and any(may_name(word) for word in following)
    return replace(found, start=found.head) if named_behind else found


_TEACHING_PARTS = ("department", "faculty", "chair", "laboratory", "sector")


def _is_part(found: FoundHead) -> bool:
    """Whether a part of a school is told, which is no body: "department of history of the Pedagogical Institute"."""
    tail = found.words[found.after : found.end]
    school = any(type_of_head(word.lower) == "education" for word in tail)
    taught = any(word.lower in _SUBJECTS for word in tail[1:2])
    return found.row["head"] in _TEACHING_PARTS and (school or taught)


_SUBJECTS = (
    *("history", "philosophy", "philology", "literature", "pedagogy", "mathematics", "physics"),
    *("chemistry", "biology", "geography", "archaeology", "ethnography", "linguistics"),
)


# Parts that a number or a field tells apart inside their body.
_PARTS = ("department", "branch", "section")


def _counted_part(found: FoundHead) -> bool:
    """Whether a body's part has but a number and small letters: "17th special | department of Karlag"."""
    counted = any(word.ordinal for word in found.left) and not found.tail.memorial
    plain = not any(word.capital for word in found.left)
    return counted and plain and found.row["head"] in _PARTS and found.tail.present


def _told_by_tail(found: FoundHead) -> bool:
    """Whether the tail of a lower-case head that nothing stands before makes it one body's."""
    words, head = found.words, found.row["head"]
    # "the company of Shymkent | theatre"
    if any(is_head(word.lower) for word in words[found.end : found.end + 1]):
        return False
    if is_of_a_theatre(found):
        return False
    if is_branch_union(words, found.after, found.row):
        return True
    if _lettered(found):
        return True
    if not found.tail.capital or _of_a_people_only(found):
        return False
    # "the society of Kazakhs" is no body, the one of Kazakhs of Omsk is.
    if (
        head == "society"
        and found.tail.end == found.after + 2
        and is_people(words[found.tail.end - 1].text)
    ):
        return False
    # "the fund of | Central State Archive": its papers.
    if head == "fund" and any(
        type_of_head(w.lower) == "culture" for w in words[found.after : found.end]
    ):
        return False
    unit = found.row["type"] == "military" or head in word_set("unit")
    if unit and found.left and found.left[-1].lower in _OF_THE_LAND:
        return True
    # "regional committee", "city | committee"
    ranked = bool(found.left) or " " in head
    if unit and ranked and _of_youth(found):
        return True
    # "the alliance of Kenesary with …", "the union of Kazakhstan with …"
    bond = head in word_set("bond") and not _of_many(words[found.after : found.end])
    return not (unit or bond) or leads_to_name(words, found.after, found.row)


def _lettered(found: FoundHead) -> bool:
    """Whether letters in brackets say that a field makes a name: "state archive of modern history (SAMH)"."""
    words, end = found.words, found.end
    return found.tail.present and is_bracketed(words, end) and words[end + 1].text not in LANDS


def _of_youth(found: FoundHead) -> bool:
    """Whether a committee is of the young Communists of a town or land: "city committee | of Komsomol"."""
    return any(word.text in _YOUTH for word in found.words[found.after : found.end])


_YOUTH = ("Komsomol", "LKSM", "LKSMK", "RKSM", "VLKSM")
# Adjectives by which a museum, library or committee is a land's one: "national museum of the Republic of Kazakhstan".
_OF_THE_LAND = ("national", "state", "central", "republican")


def _of_many(tail: Sequence[Word]) -> bool:
    """Whether a tail begins with those who are joined: "of Writers of …", "of Muslims of …"."""
    return any(
        word.lower in word_set("tail") or word.lower.endswith(("s", "ers"))
        for word in tail[1:3]
        if word.lower != "the"
    )


def _without_seat(found: FoundHead) -> FoundHead:
    """A bare name's head without the place where the body is: "the Foliant publishing house | of Nur-Sultan"."""
    tail = found.words[found.after : found.end]
    seat = " ".join(word.lower for word in tail[1:]) in places() and tail[0].lower == "of"
    bare = found.takes_name and found.row["type"] in BEARS_NAME
    return replace(found, tail=Tail(0)) if seat and bare and _named_before(found) else found


def _of_a_people_only(found: FoundHead) -> bool:
    """Whether the tail's capitals are but adjectives of peoples: "society of Kazakh youth"."""
    capitals = [word for word in found.words[found.after : found.end] if word.capital]
    return all(of_people(word) for word in capitals)


def _in_another(found: FoundHead) -> bool:
    """Whether the memorial name is of a body in the tail: "museum at the University named after …"."""
    tail = found.words[found.after : found.end]
    own = tail[0].lower in ("named", "by", "after") or tail[1].lower in ("hero", "twice")
    return not own and any(is_head(word.lower) for word in tail)


def _quote_beside(found: FoundHead) -> bool:
    """Whether a quoted name stands before or behind: then the name alone is the body's."""
    before = [word.text for word in found.words[max(0, found.start - 2) : found.start]]
    behind = found.words[found.end : found.end + 1]
    # '"Ahiska" – | Turkish cultural centre'
    return (
        before[-1:] == ['"']
        or before in (['"', "–"], ['"', "-"], ['"', "—"])
        or (bool(behind) and behind[0].text == '"')
    )


# Words before what is one of its kind.
_OF_A_KIND = ("first", "only", "oldest", "largest")
# Heads that a people's or town's adjective makes no name: "Dzungar army", "the Almaty association".
_OF_A_NATION = ("army", "troops", "company", "association")
# … and that no one word does, which but tells a part of a body: "the camp's Spassk department", "Trade department".
_OF_ONE_WORD = ("department",)


def _adjectival(text: str, found: FoundHead) -> Candidate | None:
    """ "Karaganda coal trust", "State Korean theatre": a lower-case head that its adjectives make a name."""
    left = found.words[found.start : found.head]
    # "the Alma-Ata Dynamo society"
    if found.row["type"] == "association" and is_club(left[-1].text):
        return named(left[-1:], left[-1].text, found.row, "named-before")
    before = found.words[found.start - 1].lower if found.start else ""
    if before in word_set("indefinite") or opens_sentence(found):
        return None
    # "the Interregional museum | festival"
    if any(word.text in word_set("event") for word in found.words[found.end : found.end + 1]):
        return None
    if _names_nobody(found):
        return None
    plain = len(left) == 1 and is_people_or_place(left[0].text)
    # "the first | Kazakh theatre", "the first | Kazakh professional theatre"
    kind = plain or (of_people(left[0]) and not any(word.capital for word in left[1:]))
    if kind and before in _OF_A_KIND:
        return None
    if len(left) == 1 and found.row["head"] in _OF_ONE_WORD:
        return None
    # "Kazakh society", "Dzungar army"
    if plain and found.row["head"] in (*word_set("bond"), *_OF_A_NATION):
        return None
    local = _named_school(found) or _of_a_town(found) or _of_a_nation(found)
    if not found.strong and (len(left) < 2 or is_plain(left)) and not local:
        return None
    # "Kazakh party", but "Semipalatinsk obkom"
    if plain and found.takes_name and found.row["type"] in ("media", "party"):
        return None
    return kept(text, found, "adjectival")


def _names_nobody(found: FoundHead) -> bool:
    """Whether what stands before a head but tells its kind: "the Sunni Hanafi | school", "Volga German | community"."""
    last = found.left[-1].text
    kind = any(map(_is_owner, found.left)) or all(
        word.text in word_set("plain") for word in found.left
    )
    kind = kind or (_but_counted(found) and found.row["type"] not in _COUNTED)
    return kind or (found.row["head"] == "community" and is_people_or_place(last))


# Bodies that a number tells from others: "1075th regiment".
_COUNTED = ("military", "education")


def _but_counted(found: FoundHead) -> bool:
    """Whether a number is all that stands before a head: "the 20th | party congress", "the 5th | theatre"."""
    return all(word.ordinal for word in found.left)


def _is_owner(word: Word) -> bool:
    """Whether a word tells whose a body is, and is no part of its name: "Kerensky's newspaper"."""
    return word.text.endswith("'s") and word.lower not in word_set("inside")


_SCHOOLS = ("school", "gymnasium", "lyceum", "orphanage", "school-gymnasium", "school-lyceum")
_OF_TOWNS = ("hospital", "dispensary", "polyclinic")


def _of_a_town(found: FoundHead) -> bool:
    """Whether a town and its rank tell one hospital from others: "Semipalatinsk regional hospital"."""
    place = found.row["head"] in _OF_TOWNS and found.left[0].lower in places()
    return place and any(word.lower in word_set("inside") for word in found.left[1:])


def _of_a_nation(found: FoundHead) -> bool:
    """Whether a people and "national" tell a centre: "the Korean national | centre"."""
    national = any(word.lower == "national" for word in found.left[1:])
    return found.row["head"] in ("center", "centre") and of_people(found.left[0]) and national


def _named_school(found: FoundHead) -> bool:
    """Whether a school has a name of one word: "the Daryn school"; "Kazakh school" has none."""
    if found.row["head"].split()[-1] not in _SCHOOLS or len(found.left) != 1:
        return False
    name = found.left[0]
    bears = name.capital and name.pos == "PROPN" and "-" not in name.text
    return bears and not is_plain([name])


def _bare(text: str, found: FoundHead) -> Candidate | None:
    """The bare name before a head, with heads that belong to it: "Gulder" dance ensemble, "Aristotle library"."""
    before = _named_before(found)
    press = found.row["type"] == "media" or found.row["head"] == "publishing house"
    whole = found.words[found.after - 1].lower in word_set("whole") and not press
    return kept(text, found, "adjectival") if before is not None and whole else before


def _named_before(found: FoundHead) -> Candidate | None:
    """The capitalised name before a lower-case head, unless it is a people or place."""
    printed = found.row["type"] == "media" or found.row["head"] == "publishing house"
    if printed and len(found.left) > 1 and is_calque(*found.left[:2]):
        whole = " ".join(word.text for word in found.left)
        return named(found.left, whole, found.row, "named-before")
    # "the XX | party congress" has but a number.
    name = [] if _but_counted(found) else _capitals(found.left)
    if not name or name != list(found.left[: len(name)]) or _does_two_things(found):
        return None
    surface = " ".join(word.text for word in name)
    joined = any(word.lower in _KAZAKH_AND for word in name)
    adjective = name[-1].pos == "ADJ" and not (joined or _names_a_farm(found, name[-1]))
    if is_people_or_place(surface) or is_plain(name) or adjective or any(map(_is_owner, name)):
        return None
    return named(name, surface, found.row, "named-before")


def _does_two_things(found: FoundHead) -> bool:
    """Whether a works is told by what it does: "Sokolov mining and processing | association"."""
    return found.row["type"] == "company" and any(word.lower == "and" for word in found.left)


def _names_a_farm(found: FoundHead, word: Word) -> bool:
    """Whether a Russian adjective names a farm or plant: "the Amankaragaisky collective farm"."""
    return found.row["type"] == "company" and word.lower.endswith(RUSSIAN_ADJECTIVE)


# "and" of Kazakh and Tatar names: "Bilim zhane Enbek", "Til men Adebiet".
_KAZAKH_AND = ("zhane", "jane", "men", "ben", "pen", "hem", "ham")


def _capitals(left: Sequence[Word]) -> list[Word]:
    """The capitalised words before a head, a Kazakh "and" between two of them too."""
    return [
        word
        for word, following in zip(left, (*left[1:], None), strict=True)
        if word.capital
        or (word.lower in _KAZAKH_AND and following is not None and following.capital)
    ]
