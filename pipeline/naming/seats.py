"""Where envoys sit, what alliances are for and the sees of churches: "Embassy of Greece | in Kazakhstan"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.naming.listed import is_listed
from pipeline.naming.nouns import type_of_head, word_set
from pipeline.naming.tail_nouns import Tail
from pipeline.naming.word_kinds import of_people, word_at
from pipeline.naming.words import Word
from pipeline.normalising.gazetteer import is_people, places

_LETTERS = ("USA", "US", "UK", "UAE", "PRC", "RK", "RF", "USSR")


def of_a_state(words: Sequence[Word], after: int, end: int) -> bool:
    """Whether a tail tells a state whose embassy stands somewhere, no journey: "embassy of Turkey | in Astana"."""
    land = [word.text for word in words[after:end] if word.lower not in ("of", "the")]
    if land[:1] == ["Republic"] or (land and land[0] in _LETTERS):
        return True
    land = land[: land.index("in")] if "in" in land else land
    place = places().get(" ".join(land).lower())
    seat = [word for word in words[after + len(land) : end + 3] if word.lower != "the"]
    sits = any(joint.lower == "in" and town.capital for joint, town in pairwise(seat))
    return sits and place is not None and place.code is not None and len(place.code) == 2


def seated(words: Sequence[Word], after: int, tail: Tail) -> Tail | None:
    """The land where an envoy sits or that an alliance is for: "Embassy of Greece in Kazakhstan", "… in Europe"."""
    position = tail.end or after
    joint = word_at(words, position)
    if joint is None or joint.lower not in ("in", "to"):
        return None
    if joint.lower == "in" and (field := _field(words, after, position)):
        return replace(tail, end=field, capital=True)
    start, end = _land(words, position + 1)
    land = " ".join(word.text for word in words[start:end]).lower()
    place = places().get(land)
    head = words[after - 1].lower
    state = place is not None and place.code is not None and len(place.code) == 2
    if joint.lower == "to":
        sent = state or is_listed(" ".join(word.text for word in words[start:end]))
        envoy = head in word_set("envoy") and words[after - 1].capital and tail.capital
        return replace(tail, end=end, capital=True) if sent and envoy else None
    sits = (
        place is not None
        if head in ("office", "mission", "representation", "consulate", "general")
        else place is not None and ((state and tail.capital) or not tail.present)
    )
    named = any(w.capital and w.lower in word_set("envoy") for w in words[after:position])
    sent = words[after - 1].capital or of_a_state(words, after, position)
    envoy = (head in word_set("envoy") and sent and sits) or (named and state)
    abroad = type_of_head(head) == "association" and words[after - 1].capital
    of_many = is_people(words[position - 1].text) or _of_a_people(words, position)
    abroad = (abroad and of_many) or _army_of_a_people(words, after, tail)
    if abroad and (state or land in _UNIONS):
        return replace(tail, end=end, capital=True)
    envoy = envoy or (
        place is not None and _church_in(words, after, tail, state=state, ranked=" of " in land)
    )
    alliance = tail.capital and land in _CONTINENTS and words[after].lower in ("for", "on")
    return replace(tail, end=end, capital=True) if envoy or alliance else None


# What is done in a field: "Agency for Quality Assurance | in Education", "Centre for Research | in Medicine".
_DONE_IN_A_FIELD = (
    "assurance",
    "control",
    "cooperation",
    "innovation",
    "research",
    "studies",
    "training",
)


def _field(words: Sequence[Word], after: int, position: int) -> int:
    """Where the capitalised field ends in which a full name's body works, behind "in"; 0 where there is none."""
    field = word_at(words, position + 1)
    done = position > after and words[position - 1].text.istitle()
    done = done and words[position - 1].lower in _DONE_IN_A_FIELD and words[after - 1].capital
    if not done or field is None or not field.capital or not _tells_a_field(field):
        return 0
    end, joint, second = position + 2, word_at(words, position + 2), word_at(words, position + 3)
    both = joint is not None and joint.lower == "and" and second is not None and second.capital
    return end + 2 if both and second is not None and _tells_a_field(second) else end


def _tells_a_field(word: Word) -> bool:
    return word.lower in word_set("tail") or word.lower in word_set("closing")


# States of old without a code, where peoples had societies of their own.
_UNIONS = ("ussr", "soviet union", "rsfsr")


def _army_of_a_people(words: Sequence[Word], after: int, tail: Tail) -> bool:
    """Whether a people's army is told, which stood abroad: "Polish Army | in the USSR"."""
    return not tail.present and words[after - 1].text == "Army" and of_people(words[after - 2])


def _of_a_people(words: Sequence[Word], end: int) -> bool:
    """Whether a people's adjective and who they are end a name: "Union of | Polish Patriots"."""
    many = words[end - 1].capital and words[end - 1].lower.endswith("s")
    return many and of_people(words[end - 2])


# What stands before the land or town of an envoy: "the Kingdom of Saudi Arabia", "the city of Kazan".
_RANKS = ("republic", "kingdom", "emirate", "sultanate", "principality", "duchy", "state", "city")
# … and before that rank: "the Arab Republic of Egypt".
_STYLES = (
    "arab",
    "islamic",
    "people's",
    "federal",
    "democratic",
    "socialist",
    "grand",
    "hashemite",
)


def _land(words: Sequence[Word], start: int) -> tuple[int, int]:
    """Where the name of a land begins, its rank left out where it is known without, and where it ends."""
    if (article := word_at(words, start)) is not None and article.lower == "the":
        start += 1
    style = any(word.lower in _STYLES for word in words[start : start + 1])
    run = words[start + style : start + style + 2]
    ranked = len(run) > 1 and run[0].lower in _RANKS and run[1].lower == "of"
    end = start + (style + 2) * ranked
    while (word := word_at(words, end)) is not None and word.capital and not word.dated:
        end += 1
    whole = " ".join(word.lower for word in words[start:end])
    return (start if whole in places() or not ranked else start + style + 2), end


def _church_in(words: Sequence[Word], after: int, tail: Tail, *, state: bool, ranked: bool) -> bool:
    """Whether a church or its district has a land, or a saint's see a town: "archdiocese of Maria … in Astana"."""
    head = words[after - 1].lower
    if head == "district":
        return state and words[after - 2].text == "Metropolitan"
    # "Evangelical Lutheran Church in the Republic of Kazakhstan"
    if head in ("church", "union"):
        of_faith = words[after - 1].capital and (head == "church" or tail.capital)
        return state and ranked and of_faith
    see = head in ("diocese", "archdiocese", "eparchy") and tail.capital
    saint = " ".join(word.lower for word in words[after + 1 : tail.end] if word.lower != "the")
    return see and saint not in places()


_CONTINENTS = frozenset(["europe", "asia", "central asia", "africa"])
