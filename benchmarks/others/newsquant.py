"""NewsQuant (CQE, EMNLP 2023): the values of the quantities of a sentence.

The paper's rule: a value is right when it equals the annotated one (numpy.isclose with its own
tolerances), and a range, written low-high there, only when both its ends do; each annotated value is
matched once. Here a found value is matched once too, so precision can't be earned twice.

What is found: the numbers of the whole pipeline that count or measure (`MEASURING`), without those
inside a date (a relative one, "the past two years", keeps its number).
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from spacy.tokens import Doc, Span

from benchmarks.others.scoring import Case, Result, peers_file, read_json
from pipeline import load
from pipeline.extensions import QUANTITY

_BAR = 92.0
# The labels of what counts or measures; the rest name, order or point.
MEASURING = frozenset((QUANTITY, "FRACTION", "VAGUE", "AGE", "DURATION", "MONEY", "COMPOUND"))

Value = tuple[float, ...]


class Number(NamedTuple):
    """A value of one number, or of a range's two; `why` is empty where it counts or measures."""

    value: Value
    text: str
    why: str


def results(peers: Path) -> Iterator[Result]:
    """One result a file: `newsquant-*.json` of the folder."""
    peers_file(peers, "newsquant-dev.json")
    for path in sorted(peers.glob("newsquant-*.json")):
        yield _result(peers, path.name)


def _result(peers: Path, name: str) -> Result:
    nlp = load()
    annotated = found = right = 0
    failing: list[Case] = []
    for sentence in read_json(peers, name):
        gold = [annotated_value(quantity) for quantity in sentence["quantities"]]
        numbers = numbers_of(nlp(sentence["text"]))
        measured = [number for number in numbers if not number.why]
        missed, spurious = unmatched(gold, measured)
        annotated, found = annotated + len(gold), found + len(measured)
        right += len(gold) - len(missed)
        failing += [_missed(value, numbers, spurious) for value in missed]
        failing += [_spurious(number, missed) for number in spurious]
    precision, recall = right / found if found else 0.0, right / annotated
    f1 = 100 * 2 * right / (found + annotated)
    notes = [f"precision {100 * precision:.1f}, recall {100 * recall:.1f}, {found} values found"]
    for reason, count in Counter(case.reason for case in failing).most_common():
        values = ", ".join(case.expected or case.found for case in failing if case.reason == reason)
        notes.append(f"{count} {reason}: {values}")
    return Result(f"NewsQuant ({name})", "F1 of values", annotated, right, f1, _BAR, notes)


def annotated_value(quantity: dict[str, Any]) -> Value:
    """The annotated value: one number, or the two of a range."""
    text: str = quantity["value"]
    if "-" in text.strip()[1:] and "E" not in text:
        low, _, high = text.strip().partition("-")
        return float(low), float(high)
    return (float(text),)


def numbers_of(doc: Doc) -> list[Number]:
    """Every number of a text, and why one does not count or measure."""
    return [Number(_value(span), span.text, _why(doc, span)) for span in doc.spans["numbers"]]


def _value(span: Span) -> Value:
    match = span._.number
    if match.parts:
        return tuple(float(part.quantity.value) for part in match.parts)
    ends = match.quantity.value, match.quantity.low, match.quantity.high
    return (float(ends[0]),) if ends[0] is not None else (float(ends[1]), float(ends[2]))


def _why(doc: Doc, span: Span) -> str:
    dates = (date for date in doc.spans["dates"] if date._.date.kind != "relative")
    if any(date.start < span.end and span.start < date.end for date in dates):
        return "date"
    return "" if span.label_ in MEASURING else str(span.label_).lower()


def same(one: Value, other: Value) -> bool:
    """Equality by the paper's tolerances."""
    return len(one) == len(other) and bool(np.isclose(one, other, rtol=1e-05, atol=1e-08).all())


def unmatched(gold: list[Value], found: list[Number]) -> tuple[list[Value], list[Number]]:
    """What is left of both sides when equal values are paired one to one."""
    left = list(found)
    missed = []
    for value in gold:
        pair = next((number for number in left if same(value, number.value)), None)
        if pair is None:
            missed.append(value)
        else:
            left.remove(pair)
    return missed, left


def _missed(value: Value, numbers: list[Number], spurious: list[Number]) -> Case:
    taken = next((number.why for number in numbers if number.why and same(value, number.value)), "")
    if taken:
        reason = f"missed: labelled {taken} here"
    elif any(set(value) & set(number.value) for number in spurious):
        reason = "missed: a range on one side, single values on the other"
    elif spurious:
        reason = "missed: another value was found in the sentence"
    else:
        reason = "missed: not seen as a number"
    return Case("", shown(value), "", reason)


def _spurious(number: Number, missed: list[Value]) -> Case:
    if any(set(value) & set(number.value) for value in missed):
        reason = "found: a range on one side, single values on the other"
    elif number.value == (1.0,) and number.text.lower().endswith("one"):
        reason = 'found: a "one" that the annotators leave out'
    elif missed:
        reason = "found: another value is annotated in the sentence"
    else:
        reason = "found: a number that the annotators leave out"
    return Case("", "", shown(number.value), reason)


def shown(value: Value) -> str:
    """A value as the data writes it."""
    return "-".join(f"{end:.12g}" for end in value)
