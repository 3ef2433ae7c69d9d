"""What a percentage is of or about: "number of Azerbaijanis", "workers", "turnout".

Notes for a newcomer: every reader of `_READERS` may find a phrase; which one is taken, weights decide (ranking.py), by
features say which reader found a phrase and what the words around the percentage are.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from pipeline.extensions import children_of, sentence_of, text_of
from pipeline.linking.groups import GroupMention, group_mentions
from pipeline.linking.previous import told_of
from pipeline.linking.ranking import Option
from pipeline.linking.subject_phrases import clause_phrase, leading_words, noun_phrase
from pipeline.linking.surroundings import in_one_sentence
from pipeline.normalising.context import counted_head, noun_in

WHOLE = "population"
PRONOUN = re.compile(r",? ?(?:of|from|among) (?:them|these|those|whom|which|it)\b", re.IGNORECASE)
_RATES = re.compile(
    r"\b(turnout|threshold|plan|inflation|literacy|birth rate|death rate|mortality|unemployment|budget|tax)\b",
    re.IGNORECASE,
)
_POLL = re.compile(r"\b(votes?|voted|ballots?|elections?|voters)\b", re.IGNORECASE)
# "Was elected by 98 percent", "won 12 percent".
_WON = re.compile(
    r"\b(?:elected|won)\b[^.;]{0,60}?\b(?:by|with|on) [^.;,]{0,20}$|\bwon [^.;,]{0,25}$",
    re.IGNORECASE,
)
# "Received 80.99 % and 83 mandates".
_SEATED = re.compile(
    r"(?:,|,? (?:and|or|with|that is,?)) (?:[a-z]+ )?\d+ (?:mandates?|seats?|deput(?:y|ies))\b"
)
_MEASURE = re.compile(
    r"\b(?P<measure>number|numbers|quantity|amount|share|part|proportion|percentage) of"
    r" (?:the |all |local |ethnic )?(?P<words>(?:[\w'-]+ ?){1,4})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Percent:
    """A percentage at `span` with what is known of it: its kind, its group, the percentage before it."""

    span: Span
    kind: str
    group: str | None
    previous: Span | None

    @property
    def doc(self) -> Doc:
        """The Doc it stands in."""
        return self.span.doc

    @cached_property
    def before(self) -> str:
        """The words of the sentence before it."""
        return text_of(self.doc)[sentence_of(self.span).start_char : self.span.start_char]

    @cached_property
    def after(self) -> str:
        """The words of the sentence behind it."""
        return text_of(self.doc)[self.span.end_char : sentence_of(self.span).end_char]

    @cached_property
    def mentions(self) -> list[GroupMention]:
        """The peoples and kinds of people that its sentence names."""
        sentence = sentence_of(self.span)
        return group_mentions(self.doc, sentence.start, sentence.end)

    def phrase_from(self, start: int) -> str | None:
        """The noun phrase of its sentence that begins at a token."""
        return noun_phrase(self.doc, start, sentence_of(self.span).end)


# Words of numbers and time, which a share is not of.
_NO_WHOLE = re.compile(
    r"(?:per ?cents?|%|thousand|million|billion|till|until|up|years?|months?|found|turn|times|share|part|number)"
    r"\b(?! of)",
    re.IGNORECASE,
)


# "Out of five", "more than half": no noun that it could be of.
_NO_NOUN = re.compile(
    r"out of .*|(?:more|less|fewer) than .*|(?:number|share|part) of(?: the| all)?|of (?:them|these|those|whom).*",
    re.IGNORECASE,
)


def subject_options(percent: Percent) -> list[Option[str | None]]:
    """What every reader finds, the same without its tail, and none."""
    found = [
        (name, phrase.rstrip(" -–—"))
        for name, read in _READERS.items()
        if (phrase := read(percent)) is not None
        and not _NO_WHOLE.match(phrase)
        and not _NO_NOUN.fullmatch(phrase)
    ]
    cues = tuple(_cues(percent))
    options: list[Option[str | None]] = []
    for name, phrase in found:
        features = (name, f"{name}:{percent.kind}", *(f"{name}&{cue}" for cue in cues))
        options.append(Option(phrase, features))
        head = phrase.split(" of ")[0]
        if head != phrase and head.lower() not in _MEASURES:
            options.append(Option(head, tuple(f"head:{feature}" for feature in features)))
    none = ("none", f"none:{percent.kind}", f"none:any={bool(found)}")
    return [*options, Option(None, none)]


def _cues(percent: Percent) -> Iterator[str]:
    """What the words around a percentage say of where its whole is told."""
    yield f"people={percent.group is not None}"
    for name, pattern in _CUES_BEFORE.items():
        if pattern.search(percent.before):
            yield name
    if PRONOUN.match(percent.after):
        yield "them"
    elif percent.after.startswith(" of "):
        yield "of"
    if percent.previous is not None:
        alike = percent.kind == told_of(percent.previous, "kind")
        yield f"listed={in_one_sentence(percent.span, percent.previous)}:{alike}"


_CUES_BEFORE = {
    "them-before": re.compile(
        r"\b(?:of|from|among) (?:them|these|those|whom|which)\b[^.;]{0,300}$", re.IGNORECASE
    ),
    "open": re.compile(r"\($"),
    "or": re.compile(r"\b(?:or|that is|i\.e\.)[, ]*$"),
}
_MEASURES = frozenset(("number", "share", "part", "quantity"))


def _of_phrase(percent: Percent) -> str | None:
    """The noun phrase after "of", its own "of" tails included."""
    span, doc = percent.span, percent.doc
    if span.end >= len(doc) or doc[span.end].lower_ != "of" or PRONOUN.match(percent.after):
        return None
    return percent.phrase_from(span.end + 1)


def _rate(percent: Percent) -> str | None:
    """ "Turnout was 63 percent", "the plan was carried out by 104 percent"."""
    if percent.kind != "other":
        return None
    found = _RATES.findall(percent.before) or _RATES.findall(percent.after[:40])
    return str(found[-1]).lower() if found else None


def _changed(percent: Percent) -> str | None:
    """ "The number of Kurds increased by N", "Germans became less on N"."""
    if percent.kind not in ("increase", "decrease"):
        return None
    measures = list(_MEASURE.finditer(percent.before))
    people = _ethnic_before(percent)
    low = sentence_of(percent.span).start_char
    # "The quantity of Uzbeks grew on 23 %, Germans became less on 49 %"
    nearer = (
        bool(measures) and people is not None and people.span.start_char > low + measures[-1].end()
    )
    counts = measures and measures[-1]["measure"].lower() not in ("share", "part", "proportion")
    if counts and not nearer:
        words = leading_words(measures[-1]["words"])
        return f"number of {words}" if words else None
    if people is not None:
        return f"number of {people.group}"
    return _verb_subject(percent) or (f"number of {percent.group}" if percent.group else None)


def _counted_before(percent: Percent) -> str | None:
    """ "1,150 workers, 41 percent of them Belarusians": what the count before counts."""
    if not PRONOUN.match(percent.after):
        return None
    return _last_counted(percent)


def _last_counted(percent: Percent) -> str | None:
    """The noun of the last number before the percentage, in its sentence or the one before."""
    text = text_of(percent.doc)
    low = max(0, sentence_of(percent.span).start_char - 200)
    for match in reversed(list(_NUMBER.finditer(text, low, percent.span.start_char))):
        if _PER_CENT.match(text, match.end()):
            continue
        head = counted_head(text, match.end())
        if head is not None:
            return text[head.start : head.end]
    nouns = [m for m in _mentions_before(percent) if not m.ethnic]
    return nouns[-1].group if nouns else None


_PER_CENT = re.compile(r" ?(?:%|per ?cents?\b)")
_NUMBER = re.compile(r"(?:\d[\d ,.]*\d|\d)(?: (?:thousand|million|mln|thous)\b)?")


def _part(percent: Percent) -> str | None:
    """ "The share of books in the state language": of a people, the population's."""
    measures = [m for m in _MEASURE.finditer(percent.before) if m["measure"].lower() != "number"]
    if percent.kind != "share" or not measures:
        return None
    words = leading_words(measures[-1]["words"])
    lowered = words.lower().split()
    ethnic = percent.group is not None and percent.group.lower() in " ".join(lowered)
    return WHOLE if ethnic or not words else words


def _listed(percent: Percent) -> str | None:
    """The subject of the percentage before it in the sentence, if it is of the same kind."""
    previous = percent.previous
    if previous is None or not in_one_sentence(percent.span, previous):
        return None
    if percent.kind != told_of(previous, "kind"):
        return None
    subject = told_of(previous, "subject")
    # "Germans became less on 49 %, Russians on 15 %": each people's own number.
    if percent.group and subject == f"number of {told_of(previous, 'group')}":
        return f"number of {percent.group}"
    return str(subject) if subject else None


def _polled(percent: Percent) -> str | None:
    told = (
        _POLL.search(percent.before + percent.after[:60])
        or _WON.search(percent.before)
        or _SEATED.match(percent.after)
    )
    return "votes" if percent.kind == "share" and told else None


def _of_population(percent: Percent) -> str | None:
    """A share that a people has is one of the population."""
    ethnic = percent.group is not None and any(
        m.ethnic and m.group == percent.group for m in percent.mentions
    )
    return WHOLE if percent.kind == "share" and ethnic else None


_SAYING = frozenset(
    ("believe", "think", "say", "consider", "estimate", "note", "calculate", "suppose", "reckon")
)


def _verb_subject(percent: Percent) -> str | None:
    """The subject of the verb that governs the percentage."""
    verb = percent.span.root.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if verb.lemma_.lower() in _SAYING:
        # "Oncology grew, the doctors believe, by 2 percent"
        verb = next((c for c in children_of(verb) if c.dep_ == "ccomp"), verb)
    for child in children_of(verb):
        if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ != "PRON":
            return clause_phrase(child.doc[child.left_edge.i : child.right_edge.i + 1])
    return _noun_before(verb, sentence_of(percent.span).start) if verb.pos_ == "VERB" else None


def _noun_before(verb: Token, low: int) -> str | None:
    """The noun phrase that ends at a verb: "in 2010 GDP of the country grew", where the parse gives the verb none."""
    start = verb.i
    while start > low and (
        verb.doc[start - 1].pos_ in _NOMINAL or verb.doc[start - 1].lower_ == "of"
    ):
        start -= 1
    return clause_phrase(verb.doc[start : verb.i]) if start < verb.i else None


_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "DET"))


def _group_itself(percent: Percent) -> str | None:
    return percent.group


_OF_ALL = re.compile(
    r"(?:^(?:Of|From)|\b[Aa]mong|\b(?:of|from)(?= (?:all|\d)))(?: the| all| these| those| its)*"
    r"(?: [\d ,.]*\d(?: (?:thousand|million|mln\.?|thous\.?))?)? (?P<words>(?:[a-z'-]+ ?){1,4}|[A-Z][a-z]+s\b)"
)


def _out_of(percent: Percent) -> str | None:
    """ "Of 300 thousand bones 99 percent", "among engineers they were 1,5 percent"."""
    wholes = list(_OF_ALL.finditer(percent.before))
    words = leading_words(wholes[-1]["words"]) if wholes else ""
    # "Among workers women made 15 percent", but "among foreign guests 39 percent".
    whole = words.removesuffix(f" {percent.group}")
    words = whole if noun_in(whole) is not None else words
    return words if words and not PRONOUN.match(f" of {words}") else None


def _measured(percent: Percent) -> str | None:
    """ "The share of city dwellers", whatever they are part of."""
    measures = list(_MEASURE.finditer(percent.before))
    return (leading_words(measures[-1]["words"]) or None) if measures else None


def _people_of_whole(percent: Percent) -> str | None:
    return f"{percent.group} in the {WHOLE}" if percent.group and percent.kind == "share" else None


_READERS: Mapping[str, Callable[[Percent], str | None]] = {
    "of": _of_phrase,
    "rate": _rate,
    "changed": _changed,
    "them": _counted_before,
    "part": _part,
    "listed": _listed,
    "peoples": _of_population,
    "polled": _polled,
    "out-of": _out_of,
    "measured": _measured,
    "verb": _verb_subject,
    "group": _group_itself,
    "counted": _last_counted,
    "people-of-whole": _people_of_whole,
}


def _mentions_before(percent: Percent) -> list[GroupMention]:
    return [m for m in percent.mentions if m.span.end <= percent.span.start]


def _ethnic_before(percent: Percent) -> GroupMention | None:
    before = [m for m in _mentions_before(percent) if m.ethnic and m.span.text.endswith("s")]
    return before[-1] if before else None
