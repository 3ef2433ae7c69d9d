"""What follows a head noun in a name: "of the Ministry of …", "named after …", lists, a quoted ending."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.naming.counted import numbered_tail, school_number
from pipeline.naming.found_heads import has_motto
from pipeline.naming.joining import inside
from pipeline.naming.led_to import another_body
from pipeline.naming.memorial import after_patron, memorial, of_person, patronised
from pipeline.naming.name_ends import ends_named, letters_or_land, of_land
from pipeline.naming.nouns import head_at, heads, is_head, type_of_head, word_set
from pipeline.naming.seats import seated
from pipeline.naming.tail_lists import JOINTS, adds, common, item
from pipeline.naming.tail_nouns import LONGEST, NONE, Tail, noun_phrase
from pipeline.naming.word_kinds import word_at
from pipeline.naming.words import Word, next_to
from pipeline.normalising.gazetteer import places

# Nouns of doing that take "to": "Commission for Aid to the Starving".
_TAKES_TO = ("aid", "assistance", "help")
# Bodies of all work: "to the city akimat | for support".
_TAKES_NO_FOR = (
    "akimat",
    "akimats",
    "maslikhat",
    "parliament",
    "mazhilis",
    "majilis",
    "senate",
    "university",
)
# … and of dealing that take "with": "Cultural Relations with Foreign Countries".
_TAKES_WITH = ("relations", "ties", "contacts", "cooperation", "friendship")
# … and of watching that take "over": "Control over Execution of the Budget".
_TAKES_OVER = ("control", "supervision", "oversight")
# … and of fighting that take "against": "Measures against Plague".
_TAKES_AGAINST = ("measures", "fight", "struggle", "protection", "campaign")
# … and of watching that take "in": "Control in the Sphere of Education".
_TAKES_IN = ("control", "supervision")
# Whom or what a university is for all the same.
_SERVED = ("foreign", "minorities", "nationalities", "women")
_QUOTED_WORDS = 6


def right(words: Sequence[Word], after: int, *, capital: bool, motto: bool) -> Tail:
    """The tail of a head that ends before `after`.

    `capital` (a capital on or before the head) lets lower-case nouns be part of it, `motto` a quoted
    ending where there is no tail before it.
    """
    tail = _tail(words, after, capital)
    if not tail.present and ends_named(words, after, own=motto):
        return Tail(after + 1, capital=True)
    tail = seated(words, after, tail) or school_number(words, after, tail) or tail
    position = tail.end or after
    if letters := letters_or_land(words, position) or _over(words, position):
        return replace(tail, end=position + letters, capital=True)
    if not words[after - 1].capital:
        return _named_superior(words, after, tail)
    quoted = _of_quoted(words, after, position, tail)
    named = quoted or (_motto(words, position, tail) if motto or tail.present else tail)
    return _whose_land(words, named) if named.end > position else named


def _named_superior(words: Sequence[Word], after: int, tail: Tail) -> Tail:
    """The tail with the name of the body that it is of: 'service of the Radio | "Azattyk"'.

    The body may have a field: 'branch of the Union of Weavers | "Zhibek"'.
    """
    if not tail.present:
        return tail
    last, first = tail.end - 1, after + 1
    first += words[first].lower == "the"
    rows = [heads().get(words[last].lower)] if words[last].capital else []
    opened = head_at(words, first) if first < last and words[first].capital else None
    rows += [opened[0]] if opened is not None and has_motto(opened[0]) else []
    named = any(row is not None and row["takes_name"] == "yes" for row in rows)
    return _motto(words, tail.end, tail) if named else tail


def _whose_land(words: Sequence[Word], tail: Tail) -> Tail:
    """The tail with the land behind its quoted end: 'Association of Kurds "Barbang" | of Kazakhstan'."""
    of, land = word_at(words, tail.end), words[tail.end + 1 : tail.end + 2]
    if of is None or of.lower != "of" or not any(word.lower in places() for word in land):
        return tail
    whole = noun_phrase(words, tail.end + 1, True)
    return replace(tail, end=whole.end) if whole else tail


def _affairs(words: Sequence[Word], after: int) -> Tail:
    """What a ministry is of where the "of" is left out: "Ministry | Foreign Affairs"."""
    first = word_at(words, after)
    of_state = words[after - 1].text == "Ministry" and first is not None and first.capital
    known = of_state and (words[after].lower in word_set("tail") or words[after].text in _OF_STATE)
    return (noun_phrase(words, after, True) or NONE) if known else NONE


_OF_STATE = ("Foreign", "Internal", "Higher", "Public", "National")


def _tail(words: Sequence[Word], after: int, capital: bool) -> Tail:
    """The number, "of" phrases and memorial name behind a head."""
    tail = _affairs(words, after)
    tail = tail if tail.present else numbered_tail(words, after)
    position = tail.end or after
    while position - after < LONGEST:
        grown = _honouring(words, after, position) or _phrase(words, position, capital, tail)
        if grown is None:
            break
        tail = Tail(grown.end, tail.capital or grown.capital, tail.memorial or grown.memorial)
        position = tail.end
    return tail


def _honouring(words: Sequence[Word], after: int, position: int) -> Tail | None:
    """The name of someone whose a body is or who is honoured by it."""
    if named := memorial(words, position) or (position == after and of_person(words, position)):
        return named
    return after_patron(words, position) if patronised(words, after) else None


def _phrase(words: Sequence[Word], index: int, capital: bool, tail: Tail) -> Tail | None:
    """One joint and the noun phrase behind it."""
    joint = word_at(words, index)
    if joint is None:
        return None
    # "Museum of Abai Isin of the Department of culture | , archives"
    ends = tail.memorial and words[index - 1].lower not in word_set("tail")
    if ends and joint.lower != "of" and not _for_pupils(words, index):
        return None
    if joint.text == "(":
        return _wing(words, index)
    if not (_joins(words, index, tail) or (tail.present and adds(words, index))):
        return None
    start = index + 1
    if (article := word_at(words, start)) is not None and article.lower in ("the", "all"):
        start += 1
        # "station of the camp" names no body, "Society of the deaf" does.
        whole = tail.present or words[index - 1].capital or _of_those(words, start)
        # "Centre of documentation | of the modern history"
        before = words[index - 1].lower
        whole = whole or (before in word_set("tail") and not is_head(before))
        capital = capital and whole
    start += _indefinite(words, index)
    named = tail.present or words[index - 1].capital or words[index - 1].lower in word_set("tail")
    named = named or capital
    start += (_rank_of_a_town(words, start) if named else 0) or _former(words, start)
    if joint.lower in ("at", "under") and not (
        another_body(words, start) or _of_state(words[start : start + 1])
    ):
        return None
    if _is_generic(words, start) or not _governs(words, index, words[start : start + 1], tail):
        return None
    if (
        _happens(words, start)
        if joint.lower in ("on", "at", "under")
        else _counted_off(words, start)
    ):
        return None
    named_tail = noun_phrase(words, start, capital)
    # "Museum of Virgin Lands | at the school" is one body, "Council | at the Ministry" another.
    unnamed = joint.lower == "at" and named_tail is not None and not named_tail.capital
    return None if unnamed else named_tail


def _former(words: Sequence[Word], index: int) -> bool:
    """Whether a body's name of old follows: "of the former | Turkestan Military District"."""
    former, following = words[index : index + 1], word_at(words, index + 1)
    old = bool(former) and former[0].lower == "former"
    return old and following is not None and following.capital


def _rank_of_a_town(words: Sequence[Word], index: int) -> int:
    """How many words tell what a place is before its name: "of the | city of | Semey", "of the | town | Aksu"."""
    rank, of, town = (word_at(words, place) for place in range(index, index + 3))
    if rank is None or of is None or rank.lower not in _LANDS:
        return 0
    if of.capital and not rank.capital:
        return 1
    return 2 if town is not None and of.lower == "of" and town.capital else 0


def _indefinite(words: Sequence[Word], joint: int) -> bool:
    """Whether an article opens what a body is for: "Society for | a Living Sea"."""
    article, following = words[joint + 1 : joint + 2], words[joint + 2 : joint + 3]
    opens = words[joint].lower == "for" and any(word.lower in ("a", "an") for word in article)
    return opens and any(word.capital for word in following)


def _is_generic(words: Sequence[Word], index: int) -> bool:
    """Whether a tail tells but where a body is, in small letters: "Soviet of Deputies | of the city"."""
    following = word_at(words, index + 1)
    alone = following is None or not (
        following.capital or following.lower == "of" or inside(following)
    )
    return (
        alone
        and words[index - 1].lower == "the"
        and words[index : index + 1] != []
        and (words[index].lower in _LANDS)
    )


_LANDS = ("city", "country", "district", "oblast", "region", "republic", "town", "village")


def _for_pupils(words: Sequence[Word], index: int) -> bool:
    """Whether a school's pupils are told behind its patron: "named after Abai | for Gifted Children"."""
    following = [word.lower for word in words[index + 1 : index + 3]]
    return words[index].lower == "for" and any(word in _PUPILS for word in following)


_PUPILS = ("children", "girls", "boys", "orphans", "pupils", "students")


def _governs(words: Sequence[Word], index: int, following: Sequence[Word], tail: Tail) -> bool:
    """Whether the word before a "to" or "for" takes it: "aid to", no "akimat for"."""
    joint, before = words[index].lower, words[index - 1].lower
    if joint == "to":
        return before in _TAKES_TO
    if joint == "for":
        # "Central University for | Nationalities"
        if any(word.capital and word.lower in _SERVED for word in following):
            return True
        return before not in _TAKES_NO_FOR and (not tail.present or item(following))
    return True


def _of_those(words: Sequence[Word], index: int) -> bool:
    """Whether "the" opens what a society is of or for: "of the | blind", "for the | study of Kazakhstan"."""
    word = word_at(words, index)
    if word is None:
        return False
    study = words[index - 2].lower == "for" and word.lower in word_set("tail")
    return study or word.lower in ("blind", "deaf", "disabled", "peoples")


def _joins(words: Sequence[Word], index: int, tail: Tail) -> bool:
    """Whether a word ties a tail to its name; "on" behind an army is where it stood ("52nd Army | on the Volkhov")."""
    army = index > 0 and type_of_head(words[index - 1].lower) == "military"
    if words[index].lower == "with":
        return words[index - 1].lower in _TAKES_WITH
    if words[index].lower == "over":
        return words[index - 1].lower in _TAKES_OVER
    if words[index].lower == "in":
        watched = words[index - 1].lower in _TAKES_IN and words[index - 1].capital
        return watched and not any(w.lower in places() for w in words[index + 1 : index + 2])
    if words[index].lower == "across":
        return _holds_for(words, index)
    if words[index].lower == "against":
        return words[index - 1].lower in _TAKES_AGAINST
    # "Regional Committee of the RKP(b) | on the return of lands", but "Council of RK on the affairs of youth"
    affairs = index + 2 < len(words) and words[index + 2].lower == "affairs"
    topic = tail.capital and index + 1 < len(words) and common(words, index + 1) and not affairs
    apart = army or topic or words[index - 1].lower in (*_OF_PUPILS, "party")
    return words[index].lower in JOINTS and not (apart and words[index].lower == "on")


def _holds_for(words: Sequence[Word], joint: int) -> bool:
    """Whether a land follows that a state body holds: "Department of the NKVD | across the Omsk region"."""
    before, start = words[joint - 1], joint + 1
    start += [word.lower for word in words[start : start + 1]] == ["the"]
    land = words[start : start + 2]
    state = before.text.isupper() or type_of_head(before.lower) == "government"
    state = state or before.lower in word_set("tail")
    return state and len(land) > 1 and land[0].capital and land[1].lower in _LANDS


# Schools teach whatever there is: "gymnasium | on the Vinogradov street"; a party decides on it.
_OF_PUPILS = (
    "academy",
    "madrasah",
    "madrasa",
    "madrassah",
    "college",
    "gymnasium",
    "lyceum",
    "school",
    "seminary",
    "university",
)


def _of_state(word: Sequence[Word]) -> bool:
    """Whether a council's superior is named by a post: "council at | the President"."""
    return any(w.text in ("President", "Government", "Prime", "Akim") for w in word)


def _counted_off(words: Sequence[Word], index: int) -> bool:
    """Whether terms of office follow: "Mazhilis | of the V convocation", "… of IV and V convocations"."""
    while (word := word_at(words, index)) is not None and (word.ordinal or word.lower == "and"):
        index += 1
    return word is not None and word.lower in _TERMS


_TERMS = ("convocation", "convocations", "session", "call")


def _happens(words: Sequence[Word], index: int) -> bool:
    """Whether capitals name a street, an event, a list, a shore: "on Lenin Street", "on the Alash list"."""
    for word in words[index : index + 4]:
        if word.text in word_set("event") or word.text in (*word_set("outside"), *_NAMED_SO):
            return True
        if not word.capital:
            return False
    return False


_NAMED_SO = ("list", "ticket", "coast", "shore", "street", "avenue", "square", "highway")


def _wing(words: Sequence[Word], index: int) -> Tail | None:
    """ "(Bolsheviks)" inside the name of a party."""
    wing = "".join(word.text for word in words[index : index + 3]).lower()
    return Tail(index + 3) if wing in ("(bolsheviks)", "(b)") else None


def _motto(words: Sequence[Word], index: int, tail: Tail) -> Tail:
    """A quoted name that ends a full one: 'Association of Kurds "Barbang"'."""
    if index + 1 >= len(words) or words[index].text != '"' or not next_to(words, index):
        return tail
    if words[index + 1].text in word_set("outside"):
        return tail
    for closing in range(index + 2, min(index + 2 + _QUOTED_WORDS, len(words))):
        if words[closing].text == '"' and words[closing].start == words[closing - 1].end:
            return Tail(closing + 1, capital=True, memorial=tail.memorial)
        if not words[closing].spoken and words[closing].text not in ("-", "–"):
            break
    return tail


# Bodies that others have: "Council of Veterans of “Kazmetallurgstroy”".
_OWNED = (*("club", "committee", "council", "culture", "museum", "society", "union", "veterans"),)


def _of_quoted(words: Sequence[Word], after: int, index: int, tail: Tail) -> Tail | None:
    """A quoted name behind "of", of those whose a body is; none where a noun follows that it is the name of."""
    of = word_at(words, index)
    if of is None or of.lower != "of" or words[after - 1].lower not in _OWNED:
        return None
    if not (tail.present or words[after - 2].lower == "of"):
        return None
    whole = _motto(words, index + 1, tail)
    told = any(is_head(word.lower) for word in words[whole.end : whole.end + 1])
    return whole if whole.end > index and not told else None


# What an institute is part of: "Institute of Botany, Committee of Forests, Ministry of Agriculture | and".
_SUPERIORS = ("committee", "ministry")


def _over(words: Sequence[Word], index: int) -> int:
    """How many words name, behind commas, what a body is part of; it ends with a ministry or the letters of one."""
    end = index
    while (comma := word_at(words, end)) is not None and comma.text == ",":
        if letters := of_land(words, end + 1):
            return end + 1 + letters - index
        match = head_at(words, end + 1) if word_at(words, end + 1) is not None else None
        if match is None or match[0]["head"] not in _SUPERIORS or not words[end + 1].capital:
            return 0
        tail = _tail(words, match[1], True)
        if not tail.present:
            return 0
        end = tail.end
        if match[0]["head"] == "ministry":
            # "The Institute of History, Ministry of Culture and Museum of Arts": a list.
            following = word_at(words, end)
            listed = following is not None and (following.text == "," or following.lower == "and")
            return 0 if listed else end - index
    return 0
