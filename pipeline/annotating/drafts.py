"""Facts as corrected: which spans tell one fact, and what its fields are."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from pipeline.annotating.bounds import days_of
from pipeline.annotating.matching import Matching
from pipeline.annotating.notes import Level
from pipeline.annotating.surroundings import Surroundings
from pipeline.annotating.tasks import FACT_CLASSES, IGNORE, LABELS, Mark, fact_id
from pipeline.annotating.valuing import valued
from pipeline.errors import AnnotationError
from pipeline.evaluating.gold import GoldArticle
from pipeline.records import Date, Fact, Mention
from pipeline.versions import explain

Remark = tuple[Level, str]


@dataclass(frozen=True, slots=True)
class Placed:
    """A span that came back, its exported self (null for an added one), and the fields edited on it."""

    mark: Mark
    old: Mark | None
    edits: Mapping[str, Any]
    moved: bool = False


@dataclass(slots=True)
class Draft:
    """A fact before it has its number, and what was noted of it.

    `known` where it was exported; `redated` where its EDTF string was edited.
    """

    label: str
    fields: dict[str, Any]
    mentions: list[Mention]
    known: bool = False
    remarks: list[Remark] = field(default_factory=list)
    redated: bool = False

    def fact(self, id_: str) -> Fact:
        """The fact; raises AnnotationError where its fields don't fit the record."""
        whole = {**self.fields, "id": id_, "mentions": self.mentions}
        try:
            fact = FACT_CLASSES[self.label].model_validate(whole)
        except ValidationError as error:
            raise AnnotationError(
                f"the {self.label} {self.mentions[0].text!r}: {explain(error)}; mend its fields"
            ) from error
        if not self.redated or not isinstance(fact, Date):
            return fact
        earliest, latest = days_of(fact.edtf) or (None, None)
        return fact.model_copy(update={"earliest": earliest, "latest": latest})


def _fields(mark: Mark) -> dict[str, Any]:
    if not (mark.fields or "").strip():
        return {}
    try:
        fields = json.loads(mark.fields or "")
    except ValueError as error:
        raise AnnotationError(f"{mark.where}: fields are no JSON: {error}; mend them") from error
    if not isinstance(fields, dict):
        raise AnnotationError(f'{mark.where}: fields are no JSON object; write {{"name": value}}')
    return fields


def _edited(mark: Mark, exported: Mapping[str | None, Mark]) -> Mapping[str, Any]:
    """The fields that are not as they were exported with this span."""
    before = _fields(exported[mark.ref]) if mark.ref in exported else {}
    return {
        name: value
        for name, value in _fields(mark).items()
        if name not in before or before[name] != value
    }


def placed(matching: Matching, exported: Iterable[Mark]) -> list[Placed]:
    """Every span that came back, in text order."""
    known = {mark.ref: mark for mark in exported}
    found = [Placed(new, old, _edited(new, known)) for old, new in matching.kept]
    found += [Placed(new, old, _edited(new, known), moved=True) for old, new in matching.moved]
    found += [Placed(new, None, _edited(new, known)) for new in matching.added]
    return sorted(found, key=lambda span: (span.mark.start, span.mark.end))


Key = tuple[str, str]


def _own_id(span: Placed) -> str | None:
    if span.edits.get("id"):
        return str(span.edits["id"])
    return _exported_id(span)


def _exported_id(span: Placed) -> str | None:
    return fact_id(span.old.ref) if span.old and span.old.ref else None


def grouped(spans: Iterable[Placed]) -> dict[Key, list[Placed]]:
    """The spans of each fact, by label and id; new facts have ids of their own.

    The id an annotator wrote comes first, then the group the tool made (it takes the id of its first
    span that has one), then the exported fact.
    """
    facts = [span for span in spans if span.mark.label != IGNORE]
    homes: dict[Key, str] = {}
    for span in facts:
        own = _own_id(span)
        if span.mark.group is not None and own is not None:
            homes.setdefault((span.mark.label, span.mark.group), own)
    found: dict[Key, list[Placed]] = {}
    for number, span in enumerate(facts):
        group = span.mark.group
        home = None
        if group is not None:
            home = homes.get((span.mark.label, group), f"new group {group}")
        id_ = home or _own_id(span) or f"new {number}"
        found.setdefault((span.mark.label, id_), []).append(span)
    return found


def _mention(span: Placed, mentions: Mapping[str | None, Mention], around: Surroundings) -> Mention:
    if span.old is not None and not span.moved:
        return mentions[span.old.ref]
    words = around.article.text[span.mark.start : span.mark.end]
    start = span.mark.start + len(words) - len(words.lstrip())
    if not words.strip():
        raise AnnotationError(f"{span.mark.where} covers white space alone; delete it")
    return around.mention(start, start + len(words.strip()))


def _one_edit(spans: Sequence[Placed]) -> dict[str, Any]:
    """The fields edited on the spans of one fact; raises AnnotationError where two spans disagree."""
    edits: list[dict[str, Any]] = []
    for span in spans:
        changes = {name: value for name, value in span.edits.items() if name != "id"}
        if changes and changes not in edits:
            edits.append(changes)
    if len(edits) > 1:
        places = ", ".join(span.mark.where for span in spans if span.edits)
        raise AnnotationError(f"{places} are one fact, but their fields differ; make them agree")
    return edits[0] if edits else {}


def _remarks(spans: Sequence[Placed], edits: Mapping[str, Any]) -> Iterator[Remark]:
    for span in spans:
        if span.moved and span.old:
            before = f"{span.old.start}:{span.old.end}"
            yield Level.CHECK, f"moved from {before}; its fields are as before: check them"
    if edits:
        yield Level.CHANGED, f"edited: {', '.join(edits)}"


def _new_fields(
    label: str, text: str, published: str | None, edits: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Remark]]:
    found = valued(label, text, published)
    remarks: list[Remark] = []
    missing = [name for name in found.missing if edits.get(name) is None]
    defaulted = [name for name in found.defaulted if name not in edits]
    if missing:
        remarks.append((Level.NEEDS_FIELDS, f"{text!r} does not tell {', '.join(missing)}"))
    if defaulted:
        remarks.append((Level.CHECK, f"new; not told by {text!r} alone: {', '.join(defaulted)}"))
    return dict(found.fields), remarks or [(Level.CHANGED, f"new: {text!r}")]


class Drafting:
    """Drafts of one article's facts."""

    def __init__(self, article: GoldArticle) -> None:
        self.article = article
        self.around = Surroundings(article)
        facts = [(label, f) for label, kind in LABELS.items() for f in getattr(article, kind)]
        self.facts: Mapping[Key, Fact] = {(label, fact.id): fact for label, fact in facts}
        self.mentions: Mapping[str | None, Mention] = {
            f"{fact.id}_{number}": mention
            for _, fact in facts
            for number, mention in enumerate(fact.mentions)
        }

    def draft(self, key: Key, spans: Sequence[Placed]) -> Draft:
        """The fact of a group of spans; raises AnnotationError where its fields can't be known."""
        label = key[0]
        mentions = [_mention(span, self.mentions, self.around) for span in spans]
        edits = _one_edit(spans)
        # A mention given an id of its own begins with the fields of the fact it leaves.
        home = self.facts.get(key) or self.facts.get((label, _exported_id(spans[0]) or ""))
        if home is None:
            published = self.article.article.published
            fields, remarks = _new_fields(label, mentions[0].text, published, edits)
        else:
            fields, remarks = home.model_dump(exclude={"id", "mentions"}), []
        remarks += _remarks(spans, edits)
        return Draft(label, fields | edits, mentions, key in self.facts, remarks, "edtf" in edits)
