"""Names of bodies and persons: canonical forms, and when two of them name one thing."""

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio, token_sort_ratio

# Words alike in spelling that part two bodies: "Men's Gymnasium" and "Women's Gymnasium".
_OPPOSED = (
    frozenset(("men", "women")),
    frozenset(("male", "female")),
    frozenset(("northern", "southern")),
    frozenset(("north", "south")),
    frozenset(("eastern", "western")),
    frozenset(("east", "west")),
)
# Words that no short form leaves out: a Women's Pedagogical Institute is not the Pedagogical Institute.
_TELLING = frozenset(("women", "girls", "children", "evening"))
# rapidfuzz ratios, 0-100. Origin: development articles: spellings of one body ("centers"/"centres", a
# missing article) stay above 92, two bodies of one kind ("… of Almaty"/"… of Astana") below 90.
SAME_BODY = 92
# Two tellings of one person transpose parts and misspell the given name. A shared surname with a
# similar given name meets the lower thresholds, two persons with one given name do not.
SAME_PERSON = 85

# The one word in which two spellings of a name differ; "Gumilyov" and "Gumilev" have 80.
_SAME_WORD, _ONE_WORD_EACH = 75, 2

# A part of the name told alike, and one that is the same but for a letter.
_ALIKE_PART, _SAME_PART = 65, 90

_SMALL = frozenset(
    ("of", "the", "and", "for", "on", "in", "at", "by", "to", "named", "after", "with", "from")
)
_ARTICLES = ("the", "a", "an")
_EDGE = " \"'.,;:–—-"


_ACRONYM_INSIDE = re.compile(r" \([A-Z]{2,}\)(?= named )")
# "named after. A. Baitursynov"
_STRAY_STOP = re.compile(r"(?<= named after)\.(?= )")


# "named after Satpayev K.I."
_LAST_INITIAL = re.compile(r" named (?:after|for|by) [^,;\"]{1,40}[ .][A-Z][a-z]?\.$")


def canonical_name(text: str) -> str:
    """A body's name as written, without quotes, leading article, a stray stop, and an acronym in brackets inside it.

    Where the article took the capital ("The union of …"), the name's own words get theirs.
    """
    plain = _STRAY_STOP.sub("", _ACRONYM_INSIDE.sub("", re.sub(r"[\"«»“”]", "", text)))
    words = plain.strip(_EDGE).split()
    cut = words[-2:] == ["&", "Co"] and "& Co." in text
    cut = cut or (words[-1:] == ["e.V"] and "e.V." in text)
    if cut or _LAST_INITIAL.search(plain):
        words[-1] += "."
    if len(words) < 2 or words[0].lower() not in _ARTICLES:
        return " ".join(words)
    if words[0][0].islower() or words[1][0].isupper():
        return " ".join(words[1:])
    titled = (w if w in _SMALL else w[0].upper() + w[1:] for w in words[2:])
    return " ".join((words[1].capitalize(), *titled))


# Initials of a person's name, digraphs of transliteration among them.
_INITIALS = re.compile(r"\b(?:[A-Z]|[A-Z][a-z])\. ?")


# "101-st", "101st" and "101" count one brigade.
_ORDINAL = re.compile(r"(?<=\d)-?(?:st|nd|rd|th)\b")
_LAND_LETTERS = re.compile(r"\b(?:rk|rok)\b")


# The names of some articles: each is compared with many.
@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What two spellings of one name share: lower case, no article or punctuation, one spelling."""
    plain = re.sub(r"[^\w\s]", " ", _ORDINAL.sub("", _INITIALS.sub("", name).lower()))
    plain = (
        plain.replace("centre", "center")
        .replace("theatre", "theater")
        .replace("organis", "organiz")
    )
    plain = _LAND_LETTERS.sub("republic kazakhstan", plain.replace("peoples", "people"))
    return " ".join(word for word in plain.split() if word not in ("the", "a", "of"))


def same_body(first: str, second: str) -> bool:
    """Whether two names are spellings of one body's name."""
    one, two = name_key(first), name_key(second)
    if re.findall(r"\d+", one) != re.findall(r"\d+", two):
        return False
    parting = set(one.split()) ^ set(two.split())
    if any(pair <= parting for pair in _OPPOSED):
        return False
    # "… Centre Tan" and "… Centre Van" are two.
    if len(parting) == _ONE_WORD_EACH and ratio(*parting) < _SAME_WORD:
        return False
    return one == two or (min(len(one), len(two)) > 8 and ratio(one, two) >= SAME_BODY)


def is_partial(short: str, full: str) -> bool:
    """Whether a name is a fuller one cut short at its end ("Ministry of Justice" … "of Kazakhstan") or
    in its middle ("Agency on statistics" of "Agency of the Republic of Kazakhstan on statistics")."""
    one, two = name_key(short).split(), name_key(full).split()
    if not 1 < len(one) < len(two):
        return False
    if _TELLING.intersection(two).difference(one):
        return False
    left = iter(two)
    middle = one[0] == two[0] and one[-2:] == two[-2:] and all(word in left for word in one)
    # "316th division" of "316th Rifle Division".
    numbered = one[0][0].isdigit() and one[0] == two[0] and one[-1] == two[-1]
    # "hospital No. 3921" of "Evacuation Hospital № 3921"; there are many schools No. 1.
    told = one[-1].isdigit() and len(one[-1]) >= _TELLING_DIGITS and two[-len(one) :] == one
    return two[: len(one)] == one or middle or numbered or told


_TELLING_DIGITS = 3


def stands_for(acronym: str, name: str) -> bool:
    """Whether capitals are those of a name's words ("APK"), the first word's syllable among them ("KarSTU")."""
    if len(acronym) > 2 and acronym.isupper():
        return acronym == acronym_of(name)
    letters = capitals_of(acronym)
    return letters is not None and letters == acronym_of(name) and abbreviates(acronym, name)


_WITH_SYLLABLE = re.compile(r"[A-Z][a-z]{1,4}[A-Z]{2,4}")


def capitals_of(short: str) -> str | None:
    """The capitals of letters that open with a syllable: "KSTU" of "KarSTU"; none of another word."""
    return re.sub("[a-z]", "", short) if _WITH_SYLLABLE.fullmatch(short) else None


def abbreviates(short: str, name: str) -> bool:
    """Whether a name's words begin, in order, with the parts of a short form: "KazSU" of "Kazakh State University"."""
    parts = re.findall(r"[A-Z][a-z]*", short)
    words = [word for word in re.findall(r"\w+", name.lower()) if word not in _SMALL]
    if len(parts) < 2 or "".join(parts) != short or not words:
        return False
    if not words[0].startswith(parts[0].lower()):
        return False
    left = iter(words)
    return all(any(word.startswith(part.lower()) for word in left) for part in parts)


def acronym_of(name: str) -> str:
    """The capitals of a name's words, small words left out."""
    return "".join(
        word[0].upper() for word in re.findall(r"\w+", name) if word.lower() not in _SMALL
    )


def person_name(text: str) -> str:
    """A person's name without the translator's "of" between its parts and brackets: "Nicholas (Mogilevsky)"."""
    return " ".join(word.strip("()") for word in text.split() if word != "of")


def same_person(first: str, second: str) -> bool:
    """Whether two names share a surname-like part, in any order and nearly the same spelling."""
    one, two = person_name(first), person_name(second)
    if token_sort_ratio(one, two) >= SAME_PERSON or _shortens(one, two) or _shortens(two, one):
        return True
    pairs = [(a, b) for a in one.split() for b in two.split() if min(len(a), len(b)) > 2]
    alike = sum(ratio(a.lower(), b.lower()) >= _ALIKE_PART for a, b in pairs)
    exact = any(ratio(a.lower(), b.lower()) >= _SAME_PART for a, b in pairs)
    return exact and alike >= 2


def _shortens(short: str, full: str) -> bool:
    """Whether a name is one of the other's parts and initials: "R.A. Kim" of "Roman Kim".

    The initial of a patronymic may be missing in the full name where that of the given name is not.
    """
    rest, missed = full.split(), 0
    parts = sorted(re.findall(r"[\w'-]+", short), key=len, reverse=True)
    for part in parts:
        initial = len(part) < _SHORTEST_PART
        match = next((o for o in rest if o == part or (initial and o.startswith(part))), None)
        if match is not None:
            rest.remove(match)
        elif initial and part != parts[0]:
            missed += 1
        else:
            return False
    return missed == 0 or len(parts) - missed > 1


_SHORTEST_PART = 3
