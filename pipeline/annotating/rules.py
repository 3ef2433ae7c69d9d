"""The formal rules of the record contract, one function each; what they can't see is whether a fact is true.

A rule yields what it saw and what to do, fact by fact; `RULES` is the list of all of them.
"""

import hashlib
import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

from pipeline.annotating.bounds import days_of
from pipeline.annotating.tasks import LABELS, PREFIXES
from pipeline.cleaning.characters import plain_characters, without_footnote_marks
from pipeline.evaluating.gold import GoldArticle, Ignored
from pipeline.evaluating.matching import TEXT_SIMILARITY, plain, similarity
from pipeline.lexicons import table
from pipeline.normalising.context import abbreviated_multipliers
from pipeline.offsets import MappedText
from pipeline.records import Date, Fact, Mention, Organization, Percentage, Place, Population


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong, in which fact (null for the article itself), and what mends it."""

    fact: str | None
    seen: str
    remedy: str


Rule = Callable[[GoldArticle], Iterator[Flaw]]


def _by_label(article: GoldArticle) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    for label, kind in LABELS.items():
        yield label, getattr(article, kind)


def _counts(article: GoldArticle) -> tuple[Population | Percentage, ...]:
    return (*article.populations, *article.percentages)


def text(article: GoldArticle) -> Iterator[Flaw]:
    """`n_chars` and `sha256` are those of the text, or of the file it was read from."""
    size, info = len(article.text), article.article
    if info.n_chars != size:
        yield Flaw(None, f"n_chars {info.n_chars}, the text has {size}", "set it to that")
    source = Path(info.source)
    hashes = [hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()]
    if source.is_file():
        hashes.append(hashlib.sha256(source.read_bytes()).hexdigest())
    if info.sha256 not in hashes:
        seen = f"sha256 {info.sha256[:12]}… is neither the text's nor that of {source}"
        yield Flaw(None, seen, f"set it to {hashes[0]}")


def surfaces(article: GoldArticle) -> Iterator[Flaw]:
    """Mentions and ignored stretches give back their text."""
    spans: list[tuple[str | None, Mention | Ignored]]
    spans = [(fact.id, mention) for fact in article.facts() for mention in fact.mentions]
    spans += [(None, span) for span in article.ignore]
    for fact, span in spans:
        there = article.text[span.start : span.end]
        if there != span.text:
            what = "mention" if fact else "ignored"
            seen = f"{what} {span.start}:{span.end} is {there!r} in the text, not {span.text!r}"
            yield Flaw(fact, seen, "mend the offsets or the text")


_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def _read(raw: str) -> str:
    """Raw characters as cleaning gives them to a reader: no tags, plain quotes, single spaces."""
    told = MappedText.identity(html.unescape(_TAG.sub("", raw)))
    return " ".join(without_footnote_marks(plain_characters(told)).text.split())


def _stands_in(words: str, sentence: str) -> bool:
    """Whether the words are in the sentence, or run on where the parser may have cut it too early."""
    if words in sentence:
        return True
    heads = (words[: match.start()] for match in re.finditer(r"(?<=\S) ", words))
    return any(sentence.endswith(head) and _may_be_cut(head, words[len(head) :]) for head in heads)


# Abbreviated as a capital and at most one more letter: "A.", "Kh.", "St.".
_INITIAL_CHARS = 2


def _may_be_cut(head: str, rest: str) -> bool:
    """Whether a parser ends sentences there: behind an abbreviation, an initial, a table's number, before "No. 2"."""
    last = head.rpartition(" ")[2].lstrip('"(')
    letters = last.removesuffix(".").rpartition(".")[2]
    initial = last.endswith(".") and len(letters) <= _INITIAL_CHARS and letters[:1].isupper()
    number = last[-1:].isdigit() or rest.startswith(" No. ")
    return initial or number or last.lower() in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    """Words of numbers that are written with a full stop: "mln.", "approx."."""
    qualifiers = (row["phrase"] for row in table("qualifiers"))
    multipliers = (f"{form}." for form in abbreviated_multipliers())
    return frozenset((*multipliers, *(phrase for phrase in qualifiers if phrase.endswith("."))))


def sentences(article: GoldArticle) -> Iterator[Flaw]:
    """A mention stands in its sentence, as both are read; beyond its end only where a stop may not be the end."""
    for fact in article.facts():
        for mention in fact.mentions:
            if not _stands_in(_read(mention.text), _read(mention.sentence)):
                seen = f"{mention.text!r} is not in its sentence {mention.sentence!r}"
                yield Flaw(fact.id, seen, "give the sentence that holds it")


# A date's span begins behind its preposition; "At present" is a wording of its own.
_PREPOSITIONS = frozenset(
    ("in", "on", "at", "by", "since", "until", "till", "during", "after", "before")
)
_OPENING = re.compile(r"(?:the|an?)\s|[\"'«“„‘]", re.IGNORECASE)


def edges(article: GoldArticle) -> Iterator[Flaw]:
    """A span has no white space at its edges, a date no preposition, a name no article or quote."""
    for fact in article.facts():
        for mention in fact.mentions:
            words = mention.text.split()
            if mention.text != mention.text.strip() or not words:
                yield Flaw(fact.id, f"white space at an edge of {mention.text!r}", "leave it out")
            elif isinstance(fact, Date) and _led(fact, words):
                yield Flaw(fact.id, f"{mention.text!r} begins with {words[0]!r}", "leave it out")
            elif isinstance(fact, Organization) and (m := _OPENING.match(mention.text)):
                yield Flaw(fact.id, f"{mention.text!r} begins with {m[0]!r}", "leave it out")


def _led(date: Date, words: list[str]) -> bool:
    named = date.kind in ("relative", "period")
    return not named and len(words) > 1 and words[0].lower() in _PREPOSITIONS


def overlaps(article: GoldArticle) -> Iterator[Flaw]:
    """Mentions of one fact type share no characters."""
    for _, facts in _by_label(article):
        spans = sorted((m.start, m.end, fact.id) for fact in facts for m in fact.mentions)
        for (start, end, fact), (other_start, other_end, other) in pairwise(spans):
            if other_start < end:
                seen = f"mention {other_start}:{other_end} overlaps {start}:{end} of {fact}"
                yield Flaw(other, seen, "keep one of them, or cut them apart")


def ignored(article: GoldArticle) -> Iterator[Flaw]:
    """Ignored stretches stand in text order, and no mention lies in one: there it would count for nothing."""
    if list(article.ignore) != sorted(article.ignore, key=lambda span: (span.start, span.end)):
        yield Flaw(None, "ignored stretches are not in text order", "sort them by start")
    for fact in article.facts():
        for m in fact.mentions:
            for span in article.ignore:
                if m.start < span.end and span.start < m.end:
                    seen = f"mention {m.start}:{m.end} is in the ignored {span.start}:{span.end}"
                    yield Flaw(fact.id, seen, "take out the mention or the ignored stretch")


def ids(article: GoldArticle) -> Iterator[Flaw]:
    """Ids are pop-1, pop-2 … in order of first mention, a fact's mentions in text order."""
    for label, facts in _by_label(article):
        ordered = sorted(facts, key=lambda fact: min((m.start, m.end) for m in fact.mentions))
        for number, fact in enumerate(ordered, start=1):
            expected = f"{PREFIXES[label]}-{number}"
            if fact.id != expected:
                seen = f"id {fact.id!r} of the {number}. {label} of the text"
                yield Flaw(fact.id, seen, f"call it {expected!r}")
            if list(fact.mentions) != sorted(fact.mentions, key=lambda m: (m.start, m.end)):
                yield Flaw(fact.id, "its mentions are not in text order", "sort them by start")
        if list(facts) != ordered:
            seen = f"{LABELS[label]} are not in order of first mention"
            yield Flaw(None, seen, "sort them")


# Qualifier to what must hold of value, low and high, in words.
_QUANTITIES: Mapping[str, tuple[str, Callable[[Population | Percentage], bool]]] = {
    **dict.fromkeys(
        ("exact", "approximate"),
        (
            "a value and no bounds",
            lambda q: q.value is not None and q.low is None and q.high is None,
        ),
    ),
    **dict.fromkeys(
        ("more_than", "at_least"),
        (
            "value = low and no high",
            lambda q: q.value is not None and q.value == q.low and q.high is None,
        ),
    ),
    **dict.fromkeys(
        ("less_than", "at_most"),
        (
            "value = high and no low",
            lambda q: q.value is not None and q.value == q.high and q.low is None,
        ),
    ),
    "range": (
        "low below high and no value",
        lambda q: q.value is None and q.low is not None and q.high is not None and q.low < q.high,
    ),
}


def quantities(article: GoldArticle) -> Iterator[Flaw]:
    """Value and bounds are those that the qualifier asks for."""
    for fact in _counts(article):
        wanted, holds = _QUANTITIES[fact.qualifier]
        if not holds(fact):
            seen = f"{fact.qualifier} with value {fact.value}, low {fact.low}, high {fact.high}"
            yield Flaw(fact.id, seen, f"give {wanted}, or another qualifier")


# Kind to the EDTF string it has; a period and a relative date have any.
_KINDS: Mapping[str, re.Pattern[str]] = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "day": r"-?\d{4}-\d\d-\d\d",
        "month": r"-?\d{4}-(?:0\d|1[0-2])",
        "season": r"-?\d{4}-2[1-4]",
        "year": r"-?\d{4}",
        "decade": r"-?\d{3}X",
        "century": r"-?\d{2}XX",
        "millennium": r"-?\dXXX",
        "interval": r".*/.*",
        "recurring": r"XXXX-.*",
        "period": r".*",
        "relative": r".*",
    }.items()
}


def dates(article: GoldArticle) -> Iterator[Flaw]:
    """EDTF string, kind, marks and bounds of a date tell the same."""
    for date in article.dates:
        if date.edtf is None:
            if date.kind != "relative":
                yield Flaw(date.id, f"{date.kind} without edtf", "give its EDTF string")
            continue
        if not _KINDS[date.kind].fullmatch(date.edtf.rstrip("~?%")):
            seen = f"kind {date.kind} with edtf {date.edtf!r}"
            yield Flaw(date.id, seen, "give the kind of its first mention, or another edtf")
        yield from _marks(date)


def _marks(date: Date) -> Iterator[Flaw]:
    """A date's `~` and `?`: the grammar has them not for every form, but what is written must hold."""
    edtf = date.edtf or ""
    markable = "X" not in edtf and "/" not in edtf
    for name, signs in (("approximate", "~%"), ("uncertain", "?%")):
        written, said = any(sign in edtf for sign in signs), getattr(date, name)
        if (written and not said) or (said and markable and not written):
            seen = f"{name} {str(said).lower()} with edtf {edtf!r}"
            yield Flaw(date.id, seen, f"let {name} and the mark {signs[0]} agree")


def bounds(article: GoldArticle) -> Iterator[Flaw]:
    """`earliest` and `latest` are the bounds of the EDTF string."""
    for date in article.dates:
        days = days_of(date.edtf)
        if days is None:
            seen = f"edtf {date.edtf!r} is EDTF, but no form of the contract"
            yield Flaw(date.id, seen, "write it as the contract's table does")
        elif days != (date.earliest, date.latest):
            seen = f"bounds {date.earliest} to {date.latest} of {date.edtf}"
            yield Flaw(date.id, seen, f"set them to {days[0]} and {days[1]}")


def times(article: GoldArticle) -> Iterator[Flaw]:
    """The time of a count is bare EDTF, without marks."""
    for fact in _counts(article):
        if fact.time and re.search(r"[~?%]", fact.time):
            yield Flaw(fact.id, f"time {fact.time!r} has a mark", "write the bare EDTF string")


_CODE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")


def places(article: GoldArticle) -> Iterator[Flaw]:
    """A place has a name, and a code of the form of ISO 3166 if any."""
    for fact in article.facts():
        place: Place | None = getattr(fact, "place", None)
        if place is not None and not place.name.strip():
            yield Flaw(fact.id, "a place without name", "name it, or set place to null")
        if place is not None and place.code is not None and not _CODE.fullmatch(place.code):
            seen = f"place code {place.code!r}"
            yield Flaw(fact.id, seen, 'write ISO 3166 ("KZ", "KZ-ALM") or null')


def names(article: GoldArticle) -> Iterator[Flaw]:
    """A body's name begins with no article and is in no quotes; its aliases are others, each once."""
    for body in article.organizations:
        if match := _OPENING.match(body.name):
            yield Flaw(body.id, f"name {body.name!r} begins with {match[0]!r}", "leave it out")
        twice = {name for name in body.aliases if body.aliases.count(name) > 1}
        for alias in sorted(twice | ({body.name} & set(body.aliases))):
            yield Flaw(body.id, f"alias {alias!r} comes twice", "name it once")


def leaders(article: GoldArticle) -> Iterator[Flaw]:
    """A leader's offsets are those of the person's name, in full or in part."""
    for body in article.organizations:
        for leader in body.leaders:
            there = article.text[leader.start : leader.end]
            part = bool(_long_words(there)) and _long_words(there) <= _long_words(leader.person)
            if not part and similarity(there, leader.person) < TEXT_SIMILARITY:
                seen = f"leader {leader.person!r} at {leader.start}:{leader.end}: {there!r}"
                yield Flaw(body.id, seen, "mend the offsets")


def _long_words(name: str) -> set[str]:
    return set(re.findall(r"\w{3,}", name.casefold()))


def _identity(fact: Fact) -> tuple[object, ...] | None:
    match fact:
        case Date():
            value = fact.edtf or plain(fact.mentions[0].text)
            return fact.edtf is None, value, fact.part
        case Organization():
            # A centre and its newspaper may have one name: the type tells them apart.
            return plain(fact.name), fact.type
        case _:
            known = fact.model_dump(exclude={"id", "mentions", "confidence", "qualifier", "kind"})
            return tuple(str(value) for value in known.values())


def duplicates(article: GoldArticle) -> Iterator[Flaw]:
    """Two facts that say the same are one fact with two mentions."""
    for _, facts in _by_label(article):
        for first, second in combinations(facts, 2):
            if _identity(first) == _identity(second):
                seen = f"says what {first.id} says: {second.mentions[0].text!r}"
                yield Flaw(second.id, seen, f"give its mentions to {first.id}")


RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        text,
        surfaces,
        sentences,
        edges,
        overlaps,
        ignored,
        ids,
        quantities,
        dates,
        bounds,
        times,
        places,
        names,
        leaders,
        duplicates,
    )
}


def flaws_of(article: GoldArticle) -> Iterable[tuple[str, Flaw]]:
    """Every flaw of an article, with the name of its rule."""
    return ((name, flaw) for name, rule in RULES.items() for flaw in rule(article))
