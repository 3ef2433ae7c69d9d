"""HeidelTime's examples of historic dates, read from the comments of its English date rules.

The file gives the words and what to find in them; the values below are this project's, by the contract
of the record. Its licence is the GPL, so cases are named by their number and never quoted.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.others.scoring import Case, Result, dates_of, peers_file, share
from pipeline.normalising.dates import DateValue

_FILE = "heideltime/english_daterules_examples.txt"
_BAR = 95.0
_EXAMPLE = re.compile(r"EXAMPLE (?:date_)?historic_(?P<id>\w+?)(?:-BCADhint)?:(?P<text>.*)")
# What a comment says about its example: which year lengths, what to find.
_REMARK = re.compile(r"\s*\((?:find|newline|,|[\dto -]+digit)[^)]*\)")
_LIST = re.compile(r"\((in|find)\)")

# The dates of each example, in order; none where the example is one of what is no date.
_VALUES: dict[str, tuple[str, ...]] = {
    "1a": ("-0189",),
    "1b": ("-0189",),
    "1c": ("-0189", "-0179"),
    "2a": ("-0189-03",),
    "2b": ("0190-03",),
    "2c": ("0090-03",),
    "2d": ("0090-03",),
    "3a": ("-0189-03-29",),
    "3b": ("-0189-03-29",),
    "3c": ("-0189-03-29",),
    "3d": ("0190-03-29",),
    "3e": ("0090-03-29",),
    "4a": ("-0189-22",),
    "5a": ("-01XX",),
    "5b": ("-01XX beginning",),
    "5c": ("-01XX", "-02XX"),
    "5d": ("-01XX beginning", "-02XX"),
    "6a": ("-199X",),
    "6b": ("-019X",),
    "6c": ("-009X",),
    "7a": ("0190",),
    "7b": ("0190",),
    "7c": ("0190",),
    "7d": ("0090",),
    "7e": ("0190",),
    "8a": ("0090",),
    "8b": ("0090",),
    "0a": (),
    "0b": (),
    "0c": (),
    "0d": (),
}


def results(peers: Path) -> Iterator[Result]:
    """The historic examples, negative ones included."""
    lines = peers_file(peers, _FILE).read_text(encoding="utf-8").splitlines()
    examples = [match for line in lines if (match := _EXAMPLE.search(line))]
    failing = [
        Case("", f"example {example['id']}", "", "another value or span")
        for example in examples
        if tuple(map(_shown, dates_of(words(example["text"])))) != _VALUES[example["id"]]
    ]
    total = len(examples)
    right = total - len(failing)
    notes = [f"failing: {', '.join(case.expected for case in failing)}"] if failing else []
    yield Result(
        "HeidelTime, historic dates",
        "examples with every date and value right",
        total,
        right,
        share(right, total),
        _BAR,
        notes,
    )


def words(comment: str) -> str:
    """The example's text: remarks out, "(in) X" as "in X", "(,)" as a comma, a line of its own."""
    alone = "(newline)" in comment
    text = comment.replace("(newline)", "").replace("(in)", "in").replace("(,)", ",")
    text = _REMARK.sub("", text).strip()
    return f"It fell.\n\n{text}\n\nIt rose." if alone else text


def _shown(value: DateValue) -> str:
    return f"{value.edtf} {value.part}" if value.part else str(value.edtf)
