"""The work that an article takes grows with its length, not with the square of it."""

import re
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from pipeline import load
from pipeline.assembling import assemble
from pipeline.extracting import article_of
from pipeline.nlp import make_doc

# Where the work is counted.
_COUNTED = re.compile(
    r"pipeline/(?:naming/|linking/|components/|merging|assembling|phrases|anchors)"
)
_TIMES = 4
# Calls at four times the length, as a multiple; the square would give 16.
_LINEAR = 8


def _paragraph(number: int) -> str:
    year = 1900 + number % 90
    return (
        f"In {year} about {number + 100} Koreans and {number + 211} Germans lived in the village of"
        f" Samal{number} in Karaganda Region. The share of Kazakhs rose to {number % 40 + 20} percent,"
        f' of them {number % 50 + 1} percent in Astana. The "Samal {number}" society met in May {year}.'
    )


def paragraphs(size: int) -> str:
    return "\n\n".join(map(_paragraph, range(size)))


def one_paragraph(size: int) -> str:
    return " ".join(map(_paragraph, range(size)))


def one_sentence(size: int) -> str:
    return " ".join(f"{number + 100} Koreans in Almaty," for number in range(size * 4))


def capitals(size: int) -> str:
    return " ".join(f"Institute of Alma{number % 7} Bank" for number in range(size * 8))


def quotes(size: int) -> str:
    return " ".join(f'The society "Samal {number} Bereke" met.' for number in range(size * 4))


def seats(size: int) -> str:
    bodies = (f"the Samal Bereke{number} Institute in Almaty" for number in range(size * 4))
    return f"There worked {', '.join(bodies)} and others."


def _calls(text: str) -> int:
    """Calls of the project's own functions while an article is processed."""
    article = article_of(text)
    doc = make_doc(load(), article)
    count = 0

    def seen(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call" and bool(_COUNTED.search(frame.f_code.co_filename))

    sys.setprofile(seen)
    try:
        assemble(load()(doc), article)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "text",
    [paragraphs, one_paragraph, one_sentence, capitals, quotes, seats],
    ids=lambda f: f.__name__,
)
def test_work_grows_with_length(text: Callable[[int], str]) -> None:
    """Four times the text makes four times the calls, or a little more."""
    size = 8
    _calls(text(1))  # tables are read once
    assert _calls(text(size * _TIMES)) < _LINEAR * _calls(text(size))
