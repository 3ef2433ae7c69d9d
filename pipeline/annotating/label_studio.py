"""Label Studio: JSON tasks with predictions out, its JSON export in.

Formats: labelstud.io/guide/task_format, /guide/predictions, /tags/text, /tags/textarea. A region and
its per-region text area are two results of one id. Offsets count code points (web editor since
2021), "\\r\\n" as two; editors before that counted UTF-16 code units, which the surfaces tell.
"""

import codecs
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from xml.sax.saxutils import quoteattr

from pydantic import TypeAdapter, ValidationError

from pipeline.annotating.formats import Format, Shape, guarded, mismatch, sound
from pipeline.annotating.tasks import (
    IGNORE,
    LABELS,
    Answer,
    LeftOut,
    Mark,
    Returned,
    marks_of,
    pack,
    unpack,
)
from pipeline.annotating.utf16 import Utf16
from pipeline.errors import AnnotationError
from pipeline.evaluating.gold import GoldArticle
from pipeline.versions import explain

LABEL_TAG, FIELDS_TAG, TEXT_TAG = "label", "fields", "text"
_COLORS = {
    "population": "#d9480f",
    "percentage": "#2b8a3e",
    "organization": "#1864ab",
    "date": "#862e9c",
    IGNORE: "#868e96",
}
_INTERFACE = """\
<View>
  <Style>.htx-text{{ white-space: pre-wrap; }}</Style>
  <Labels name="{label}" toName="{text}">
{labels}
  </Labels>
  <Text name="{text}" value="$text" granularity="symbol" saveTextResult="yes"/>
  <TextArea name="{fields}" toName="{text}" perRegion="true" editable="true" maxSubmissions="1"
            rows="6" placeholder="the fact's fields as JSON"/>
</View>
"""


def interface() -> str:
    """The labeling interface that the tasks are made for."""
    labels = "\n".join(
        f"    <Label value={quoteattr(name)} background={quoteattr(_COLORS[name])}/>"
        for name in (*LABELS, IGNORE)
    )
    return _INTERFACE.format(label=LABEL_TAG, fields=FIELDS_TAG, text=TEXT_TAG, labels=labels)


def _results(article: GoldArticle) -> Iterator[dict[str, object]]:
    for mark in marks_of(article):
        span = {"start": mark.start, "end": mark.end}
        named = {"id": mark.ref, "to_name": TEXT_TAG}
        surface = article.text[mark.start : mark.end]
        yield {
            **named,
            "from_name": LABEL_TAG,
            "type": "labels",
            "value": {**span, "text": surface, "labels": [mark.label]},
        }
        yield {
            **named,
            "from_name": FIELDS_TAG,
            "type": "textarea",
            "value": {**span, "text": [mark.fields]},
        }


def _task(article: GoldArticle) -> dict[str, object]:
    results = list(_results(article))
    made = f"{article.provenance.pipeline} {article.provenance.model}"
    return {
        "data": {"article": article.article.id, "text": article.text, "ehistory": pack(article)},
        "predictions": [{"model_version": made, "result": results}] if results else [],
    }


def write(articles: Sequence[GoldArticle]) -> str:
    """One JSON array of tasks, what is known of an article as a prediction."""
    return json.dumps([_task(article) for article in articles], indent=1) + "\n"


class _Value(Shape):
    start: int | None = None
    end: int | None = None
    text: str | tuple[str, ...] | None = None
    labels: tuple[str, ...] = ()


class _Result(Shape):
    id: str = ""
    type: str
    value: _Value = _Value()


class _Annotation(Shape):
    result: tuple[_Result, ...] = ()
    was_cancelled: bool = False
    ground_truth: bool = False
    updated_at: str = ""
    completed_by: int | str | dict[str, object] | None = None

    @property
    def annotator(self) -> str | None:
        """The user's e-mail where the export has it, else the user's number."""
        by = self.completed_by
        if isinstance(by, dict):
            by = str(by.get("email") or by.get("id"))
        return None if by is None else str(by)


class _Data(Shape):
    text: str
    ehistory: str | None = None


class _Task(Shape):
    id: int | str | None = None
    data: _Data
    # Required, so that the short export (JSON-MIN), which has none, is told from an empty task.
    annotations: tuple[_Annotation, ...]


def _region(id_: str, results: Iterable[_Result]) -> tuple[Mark, str | None]:
    """The span of one region, and the surface that the tool shows."""
    where, label, fields = f"region {id_}", None, None
    for result in results:
        if result.type == "labels":
            label = result
        elif result.type == "textarea" and isinstance(result.value.text, tuple):
            fields = "\n".join(result.value.text)
    if label is None or len(label.value.labels) != 1:
        raise AnnotationError(f"{where} has not exactly one label; label it or delete it")
    value = label.value
    if value.start is None or value.end is None:
        raise AnnotationError(f"{where} has no offsets; use the interface of `annotate export`")
    shown = value.text if isinstance(value.text, str) else None
    return Mark(value.start, value.end, value.labels[0], id_, fields, where=where), shown


def _regions(annotation: _Annotation) -> list[tuple[Mark, str | None]]:
    grouped: dict[str, list[_Result]] = {}
    for result in annotation.result:
        if result.type in ("labels", "textarea"):
            grouped.setdefault(result.id, []).append(result)
    return [_region(id_, results) for id_, results in grouped.items()]


def _mismatches(regions: Iterable[tuple[Mark, str | None]], text: str) -> list[str]:
    found = (mismatch(mark, text, shown) for mark, shown in regions if shown is not None)
    return [words for words in found if words]


def _in_characters(mark: Mark, units: Utf16) -> Mark | None:
    start, end = units.character(mark.start), units.character(mark.end)
    if start is None or end is None:
        return None
    return replace(mark, start=start, end=end)


def _marks(annotation: _Annotation, text: str) -> tuple[Mark, ...]:
    """The spans of an annotation; raises AnnotationError where they don't give back their surfaces."""
    regions = _regions(annotation)
    wrong = _mismatches(regions, text)
    if wrong:
        units = Utf16(text)
        converted = [(_in_characters(mark, units), shown) for mark, shown in regions]
        if any(mark is None for mark, _ in converted):
            raise AnnotationError("; ".join(wrong))
        regions = [(mark, shown) for mark, shown in converted if mark is not None]
        if _mismatches(regions, text):
            raise AnnotationError("; ".join(wrong))
    return sound([mark for mark, _ in regions], text)


def _answers(task: _Task, where: str) -> Iterator[Returned]:
    article = unpack(task.data.ehistory, task.data.text)
    if not task.annotations:
        yield LeftOut(where, "not annotated")
    # The last answer of an article is the one that counts.
    for annotation in sorted(task.annotations, key=lambda a: (a.ground_truth, a.updated_at)):
        if annotation.was_cancelled:
            yield LeftOut(where, "skipped in the tool")
        else:
            marks = _marks(annotation, article.text)
            yield Answer(article, marks, where, annotation.annotator)


_TASKS = TypeAdapter(list[dict[str, object]])


def read(data: bytes, name: str) -> Iterator[Returned]:
    """The answers of a JSON export; raises AnnotationError where the file is no array of tasks."""
    try:
        tasks = _TASKS.validate_json(data.removeprefix(codecs.BOM_UTF8))
    except ValidationError as error:
        raise AnnotationError(
            f"{name}: {explain(error)}; give Label Studio's export in the format JSON"
        ) from error
    for number, task in enumerate(tasks, start=1):
        where = f"{name}: task {task.get('id', number)}"
        yield from guarded(
            where,
            lambda task=task, where=where: _answers(_Task.model_validate(task), where),  # type: ignore[misc]
        )


FORMAT = Format(write, read)
