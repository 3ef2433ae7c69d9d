"""What a percentage is of or about: "number of Azerbaijanis", "workers", "turnout".

Notes for a newcomer: the readers of `_READERS` are tried in order, the first that finds a phrase wins. A share of
a people is one of the population unless its sentence names another whole.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.extensions import children_of, sentence_of, text_of
from pipeline.linking.groups import GroupMention, group_mentions
from pipeline.normalising.context import closing_words, counted_head

WHOLE = "population"
_LEADING = frozenset(("the", "a", "an", "its", "their", "his", "this", "all", "total", "whole"))
_LONGEST = 6
_PRONOUN = re.compile(r",? ?(?:of|from|among) (?:them|these|those|whom|which|it)\b", re.IGNORECASE)
_RATES = re.compile(
    r"\b(turnout|threshold|plan|inflation|literacy|birth rate|death rate|mortality|unemployment|budget|tax)\b",
    re.IGNORECASE,
)
_POLL = re.compile(r"\b(votes?|ballots?|elected|election|elections|won|voters)\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(?P<measure>number|numbers|quantity|amount|share|part|proportion|percentage) of"
    r" (?:the |all |local |ethnic )?(?P<words>(?:[\w'-]+ ?){1,4})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage at `span` with what is known of it: its kind, its group, the subject before it."""

    span: Span
    kind: str
    group: str | None
    previous: tuple[Span, str, str | None] | None

    @property
    def doc(self) -> Doc:
        """The Doc it stands in."""
        return self.span.doc

    @property
    def before(self) -> str:
        """The words of the sentence before it."""
        return text_of(self.doc)[sentence_of(self.span).start_char : self.span.start_char]

    @property
    def after(self) -> str:
        """The words of the sentence behind it."""
        return text_of(self.doc)[self.span.end_char : sentence_of(self.span).end_char]


def subject_of(percent: Percent) -> str | None:
    """The phrase that a percentage is of or about, null where nothing names it."""
    return next((found for read in _READERS if (found := read(percent))), None)


def _of_phrase(percent: Percent) -> str | None:
    """The noun phrase after "of", its own "of" tails included."""
    span, doc = percent.span, percent.doc
    if span.end >= len(doc) or doc[span.end].lower_ != "of" or _PRONOUN.match(percent.after):
        return None
    words = []
    for token in doc[span.end + 1 : sentence_of(span).end]:
        closing = token.pos_ in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ", "SPACE")
        if closing or (token.pos_ == "ADP" and token.lower_ != "of"):
            break
        words.append(token)
    return _words(words)


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
    if measures and measures[-1]["measure"].lower() not in ("share", "part", "proportion"):
        words = _phrase_words(measures[-1]["words"])
        return f"number of {words}" if words else None
    people = _ethnic_before(percent)
    if people is not None:
        return f"number of {people.group}"
    return _verb_subject(percent) or (f"number of {percent.group}" if percent.group else None)


def _counted_before(percent: Percent) -> str | None:
    """ "1,150 workers, 41 percent of them Belarusians": what the count before counts."""
    if not _PRONOUN.match(percent.after):
        return None
    return _last_counted(percent)


def _last_counted(percent: Percent) -> str | None:
    """The noun of the last number before the percentage, in its sentence or the one before."""
    text = text_of(percent.doc)
    low = max(0, sentence_of(percent.span).start_char - 200)
    for match in reversed(
        list(re.finditer(r"\d[\d ,.]*\d|\d", text[low : percent.span.start_char]))
    ):
        head = counted_head(text, low + match.end())
        if head is not None:
            return text[head.start : head.end]
    nouns = [m for m in _mentions_before(percent) if not m.ethnic]
    return nouns[-1].group if nouns else None


def _part(percent: Percent) -> str | None:
    """ "The share of books in the state language": of a people, the population's."""
    measures = [m for m in _MEASURE.finditer(percent.before) if m["measure"].lower() != "number"]
    if percent.kind != "share" or not measures:
        return None
    words = _phrase_words(measures[-1]["words"])
    lowered = words.lower().split()
    ethnic = percent.group is not None and percent.group.lower() in " ".join(lowered)
    return WHOLE if ethnic or not words else words


def _listed(percent: Percent) -> str | None:
    """The subject of the percentage before it in the sentence, if it is of the same kind."""
    if percent.previous is None:
        return None
    span, kind, subject = percent.previous
    near = sentence_of(span).start == sentence_of(percent.span).start
    return subject if near and kind == percent.kind else None


def _polled(percent: Percent) -> str | None:
    if percent.kind == "share" and _POLL.search(percent.before + percent.after[:60]):
        return "votes"
    return None


def _of_population(percent: Percent) -> str | None:
    """A share that a people has is one of the population."""
    ethnic = percent.group is not None and any(
        m.ethnic and m.group == percent.group for m in _mentions_around(percent)
    )
    return WHOLE if percent.kind == "share" and ethnic else None


def _verb_subject(percent: Percent) -> str | None:
    """The subject of the verb that governs the percentage."""
    verb = percent.span.root.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    for child in children_of(verb):
        if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ != "PRON":
            return _phrase(child.doc[child.left_edge.i : child.right_edge.i + 1])
    return None


def _group_itself(percent: Percent) -> str | None:
    return percent.group


_READERS: tuple[Callable[[Percent], str | None], ...] = (
    _of_phrase,
    _rate,
    _changed,
    _counted_before,
    _part,
    _listed,
    _of_population,
    _polled,
    _verb_subject,
    _group_itself,
    _last_counted,
)


def _mentions_around(percent: Percent) -> list[GroupMention]:
    sentence = sentence_of(percent.span)
    return group_mentions(percent.doc, sentence.start, sentence.end)


def _mentions_before(percent: Percent) -> list[GroupMention]:
    return [m for m in _mentions_around(percent) if m.span.end <= percent.span.start]


def _ethnic_before(percent: Percent) -> GroupMention | None:
    before = [m for m in _mentions_before(percent) if m.ethnic and m.span.text.endswith("s")]
    return before[-1] if before else None


def _phrase_words(words: str) -> str:
    """The words up to the first that begins another phrase."""
    kept = []
    for word in words.split():
        if word.lower() in closing_words() or word.endswith(("ed", "ew")) or word[0].isdigit():
            break
        kept.append(word)
    return " ".join(kept)


def _phrase(span: Span) -> str | None:
    """The phrase up to its first clause."""
    words = []
    for token in span:
        if token.dep_ in ("acl", "relcl") or token.pos_ in ("PUNCT", "VERB", "AUX"):
            break
        words.append(token)
    return _words(words)


def _words(tokens: Iterable[Token]) -> str | None:
    """The words without leading articles and numbers; null where only a percentage is left."""
    kept = list(tokens)
    while kept and (kept[0].lower_ in _LEADING or kept[0].pos_ in ("NUM", "ADV", "DET", "PRON")):
        kept = kept[1:]
    text = " ".join(token.text for token in kept[:_LONGEST])
    return text if re.search("[A-Za-z]{3}", text) and "percent" not in text.lower() else None
