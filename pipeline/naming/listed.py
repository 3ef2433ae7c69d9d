"""Names that the lexicon lists, and names made of first syllables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from pipeline.alternatives import any_of
from pipeline.lexicons import Row, table, values
from pipeline.naming.candidates import Candidate
from pipeline.naming.nouns import sure_noun, type_of_head, word_set
from pipeline.normalising.gazetteer import is_people_or_place, places
from pipeline.phrases import PhraseIndex, phrase_index

# A name that a building or street bears is no body, nor are the lands of one.
_BUILDING = re.compile(
    r" (?:countries|tower|monument|square|street|avenue|hall|hotel|stadium|district)\b"
    r"| (?:Prize|Street|Avenue|Square|Award|District|Stadium|Bridge|Park|Badge|Cup|Building)\b"
)
# "57 | Red Army | men", "1140 | Komsomol | members": a noun of people in two words, not the body's.
_OF_MEN = re.compile(r" m[ae]n\b")
_COUNT_BEFORE = re.compile(r"\d(?: (?:thousand|million|thous\.|mln))? $")
_COUNT_REACH = 12
_MEMBERS = re.compile(r" (?:members|soldiers|fighters|sailors|volunteers|youths)\b")
# A listed acronym with its memorial name: "KazNTU named after K.I. Satpayev".
_MEMORIAL = re.compile(
    r" (?:named after|n\.a\.) ?(?:[A-Z][a-z]?\. ?){0,3}(?:(?:Kh?o[jz]h?a|Hoja) )?[a-z-]*[A-Z][\w-]+(?: [A-Z][\w-]+)?"
)
# "KazPI of Abay", "KazGU of S.M. Kirov", "MGU of a name of Lomonosov"
_PATRON = re.compile(
    r" of (?:(?:a |the )?name of (?:[A-Z][a-z]?\. ?){0,3}|(?P<initials>(?:[A-Z][a-z]?\. ?){1,3}))?"
    r"(?P<patron>[A-Z][\w-]+)"
)
_LANDED_TYPES = ("government", "party", "assembly", "association")
_OF_LAND = re.compile(
    r" of (?:the )?(?:RSFSR|Kazakhstan|\w*SSR|(?:[A-Z][\w-]+ ){1,4}(?:A?SSR|Region|region|oblast|Republic))\b"
    r"| for (?:the )?(?:[A-Z][\w-]+ ){1,3}(?:Region|region|Oblast|oblast|Krai)\b"
    r"| (?:RSFSR|\w*SSR|RK|RoK)\b"
)
# "KazFAN | USSR", "KazFAN | of the USSR"
_OF_STATE = re.compile(r" (?:of (?:the )?)?(?:USSR|RSFSR|\w*SSR)\b")
# "UNKVD | for Alma-Ata Region"
_FOR_REGION = re.compile(
    r" (?:for|on) (?:the )?(?:[A-Z][\w-]+ ){1,3}(?:A?SSR|Region|region|oblast|Oblast)\b"
)


@cache
def _names() -> tuple[PhraseIndex, Mapping[str, Row]]:
    forms: dict[str, Row] = {}
    for row in table("organization_names"):
        for form in (row["name"], *values(row["aliases"])):
            forms.setdefault(form.strip('"'), row)
            # "Alash–Orda"
            forms.setdefault(form.strip('"').replace("-", "–"), row)
    return phrase_index(forms, lower=False), forms


def is_listed(name: str) -> bool:
    """Whether the lexicon lists a name, spelt so."""
    return name in _names()[1]


def type_listed(name: str) -> str | None:
    """The type of a listed name."""
    row = _names()[1].get(name)
    return row["type"] if row else None


@cache
def _endings() -> tuple[re.Pattern[str], Mapping[str, Row]]:
    rows = {row["ending"]: row for row in table("name_endings")}
    endings = any_of(rows)
    # Inner capitals, too: "SaryarkaAvtoProm".
    inner = any_of(end.title() for end in rows if end.islower())
    small, large = rf"[A-Z][a-z]{{2,}}({endings})", rf"[A-Z][a-z]{{2,}}(?:[A-Z][a-z]+)*({inner})"
    return re.compile(rf"(?<![\w-])(?:{small}|{large})(?![\w])"), rows


def shortened(text: str) -> Iterator[Candidate]:
    """Names made of a body's first syllables, told by their endings: "Embaneft", "Turanbank"."""
    pattern, rows = _endings()
    found = list(pattern.finditer(text))
    persons = {match[0] for match in found if _is_surname(text, match.start())}
    for match in found:
        if match[0] in persons:
            continue
        kind = rows[match[1] or match[2].lower()]["type"]
        # The chief administrations of the ministries: "Glavzoloto".
        kind = "government" if match[0].startswith("Glav") else kind
        start, end = match.start(), _committee_end(text, match.end(), kind)
        if not text.endswith(_AGES, 0, start):
            yield Candidate(start, end, text[start:end], kind, "shortened")  # type: ignore[arg-type]


_GIVEN_BEFORE = re.compile(r"(?<=[\w\",] )(?P<given>[A-Z][a-z]+(?:iya|ya|ia|na|ra)) $")
_GIVEN_REACH = 20


def _is_surname(text: str, start: int) -> bool:
    """Whether a woman's given name stands before what looks like first syllables: "Lidiya | Garmash"."""
    before = _GIVEN_BEFORE.search(text, max(0, start - _GIVEN_REACH), start)
    return before is not None and not is_people_or_place(before["given"])


def of_ministries(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The shortened names with the ministry whose they are: "Glavsovkhozstroy | of the Ministry of Agriculture"."""
    for one, whole in pairwise(found):
        tied = text[one.end : whole.start] in (" of ", " of the ")
        if one.evidence == "shortened" and tied and whole.name.startswith(_MINISTRIES):
            name = text[one.start : whole.end]
            yield Candidate(one.start, whole.end, name, one.type, "shortened")


_MINISTRIES = ("Ministry ", "People's Commissariat ", "State Committee ")


def _committee_end(text: str, end: int, kind: str) -> int:
    """Where the party or town of a committee ends: "Kirobkom | of RCP(b)", "Gubrevkom | of Semipalatinsk"."""
    party = _OF_COMMITTEE.match(text, end) or _OF_PARTY.match(text, end)
    if kind == "party" and party:
        return party.end()
    seat = _OF_SEAT.match(text, end) if text.endswith("kom", 0, end) else None
    return seat.end() if seat and seat["seat"].lower() in places() else end


def is_shortened(word: str) -> bool:
    """Whether a word is a body's name of its own, made of first syllables: "Turanbank"."""
    return _endings()[0].fullmatch(word) is not None


# "Turkburo | of the CC of the RKP(b)".
_OF_COMMITTEE = re.compile(
    r" of (?:the )?(?:CC|TsK)\b(?: (?:of (?:the )?)?(?:RCP|RKP|VKP|AUCP|CPSU|CP)\b(?:\(b\))?)?"
)
_OF_PARTY = re.compile(r" of (?:the )?(?:RCP|RKP|VKP|AUCP|CPSU|CP)\b(?:\(b\)K?)?")
_OF_SEAT = re.compile(r" of (?:the )?(?P<seat>[A-Z][\w-]+)(?! [A-Z])\b")
# "The epoch of Paleometal".
_AGES = (" age of ", " epoch of ", " era of ", " period of ")


_NAMED_AFTER = " named after "
_LETTERED = re.compile(
    r"(?<![\w.-])(?![IVXLC]+ |\w*SSR\b|RSFSR\b)(?:[A-Z]{3,6}|[A-Z][a-z]{1,3}[A-Z]{2,4})"
    rf"(?={_NAMED_AFTER})"
)


def lettered(text: str) -> Iterator[Candidate]:
    """Letters that no lexicon knows with a memorial name behind them: "IHE named after Ch. Valikhanov"."""
    if _NAMED_AFTER not in text:
        return
    for match in _LETTERED.finditer(text):
        memorial = _MEMORIAL.match(text, match.end())
        if memorial and not is_listed(match[0]):
            name, kind = match[0] + memorial[0], type_of_head(match[0]) or "education"
            yield Candidate(match.start(), memorial.end(), name, kind, "memorial")  # type: ignore[arg-type]


def listed_as(name: str) -> str | None:
    """The lexicon's own name of a body that it lists, spelt so, a patron behind it or not."""
    row = _names()[1].get(_without_patron(name))
    return row["name"] if row else None


def same_listed(first: str, second: str) -> bool:
    """Whether the lexicon lists two names as those of one body."""
    forms = _names()[1]
    first, second = _without_patron(first), _without_patron(second)
    return first in forms and forms[first] is forms.get(second)


def _without_patron(name: str) -> str:
    """A university's letters without the patron behind them."""
    found = _PATRON.search(name)
    whole = found is not None and found.end() == len(name)
    letters = name[: found.start()] if found and whole else ""
    return letters if letters and _patron_behind(name, len(letters), "education") else name


def apart_listed(first: str, second: str) -> bool:
    """Whether the lexicon lists two names as those of two bodies: the UN and its Population Fund."""
    forms = _names()[1]
    return first in forms and second in forms and forms[first] is not forms[second]


def listed(text: str) -> Iterator[Candidate]:
    """Names of the lexicon, as the text spells them."""
    index, forms = _names()
    told = [(*found, forms[found[2]]) for found in index.find(text)]
    best = _best_forms(told)
    for start, end, _, row in told:
        if _BUILDING.match(text, end) or _counts_men(text, start, end, row["type"]):
            continue
        name = best[row["name"]]
        if group := _group_before(text, start, row["type"]):
            yield Candidate(group.start(), end, text[group.start() : end], "party", "listed")
            continue
        noun = sure_noun(text, start)
        if noun is not None and noun["type"] != row["type"]:
            # "newspaper Ak Zhol": another body of that name.
            yield Candidate(start, end, text[start:end], noun["type"], "listed")  # type: ignore[arg-type]
            continue
        if land := _land_behind(text, end, row["type"]):
            name, end = name + land[0], land.end()
        if (
            row["type"] in _BRANCHING
            and not text[start:end].isupper()
            and (own := _OF_HERE.match(text, end))
        ):
            name, end = text[start : own.end()], own.end()
        if memorial := _MEMORIAL.match(text, end) or _patron_behind(text, end, row["type"]):
            name, end = text[start : memorial.end()], memorial.end()
        yield Candidate(start, end, name, row["type"], "listed")  # type: ignore[arg-type]


def _patron_behind(text: str, end: int, kind: str) -> re.Match[str] | None:
    """The patron of a university's letters behind a mere "of"; without initials one of those known."""
    found = _PATRON.match(text, end) if kind == "education" else None
    if found is None:
        return None
    known = found["patron"].lower() in word_set("patron")
    told = found["initials"] or "name of" in found[0]
    return found if known or (told and not is_people_or_place(found["patron"])) else None


def _counts_men(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a body but tells what people were counted, or an army who its men are."""
    counted = _COUNT_BEFORE.search(text, max(0, start - _COUNT_REACH), start)
    men = kind == "military" and _OF_MEN.match(text, end)
    return bool(men or (counted and _MEMBERS.match(text, end)))


def _land_behind(text: str, end: int, kind: str) -> re.Match[str] | None:
    """The land or region that a body's name goes on with."""
    land = _OF_LAND.match(text, end) if kind in _LANDED_TYPES else None
    if kind == "education":
        land = _OF_STATE.match(text, end)
    return land or (_FOR_REGION.match(text, end) if kind == "government" else None)


# "Uralsk group of | RSDRP"
_GROUP_OF = re.compile(r"\b(?P<town>[A-Z][\w-]+) (?:[a-z]+ )?(?:group|cell) of (?:the )?$")
_GROUP_REACH = 50


def _group_before(text: str, start: int, kind: str) -> re.Match[str] | None:
    """The town's group that a party's name tells."""
    group = _GROUP_OF.search(text, max(0, start - _GROUP_REACH), start)
    told = kind == "party" and group is not None and group["town"].lower() in places()
    return group if told else None


# "Caritas | Kazakhstan": the branch of a body that many lands have.
_BRANCHING = ("international", "association", "education", "religious", "culture")
_OF_HERE = re.compile(r" Kazakhstan\b(?!'s)")


def _best_forms(told: Sequence[tuple[int, int, str, Row]]) -> dict[str, str]:
    """Of each listed body the fullest of the forms that the article has, then the lexicon's own."""
    best: dict[str, str] = {}
    for _, _, form, row in told:
        best[row["name"]] = max(best.get(row["name"], form), form, key=lambda f: _fullness(f, row))
    return best


def _fullness(form: str, row: Row) -> tuple[int, bool]:
    return len(re.findall(r"\w+", form)), form == row["name"]
