"""`ehistory_parts_of_speech`: what the base model's attribute ruler says of parts of speech, each answer found once.

The ruler matches every pattern at every token, a tenth of the whole pipeline's time. Its patterns of parts of speech
read tag, dependency and a few words, so their answers are few and can be remembered; lemmas and morphology, which no
rule reads, are left unset. The ruler itself stays in the config, disabled, as the source of the patterns.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from pipeline.components.base_pipes import base_pipe
from pipeline.errors import ModelError

RULER = "attribute_ruler"

# What a pattern may read of a token, and what of its answer is kept.
_READ: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
_KEPT = ("TAG", "DEP", "POS")

Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Condition:
    """That the value at `place` of a key is, or is none of, `values`."""

    place: int
    values: frozenset[int]
    wanted: bool

    def holds(self, key: Key) -> bool:
        return (key[self.place] in self.values) is self.wanted


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What must hold of a token and of the one before it, and what the token then gets."""

    before: tuple[_Condition, ...]
    here: tuple[_Condition, ...]
    given: Mapping[str, int]


class PartsOfSpeech:
    """The component; the ruler's patterns are read at the first Doc."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._patterns: list[_Pattern] = []
        self._named: frozenset[int] = frozenset()
        self._leading: dict[Key, frozenset[int]] = {}
        self._answers: dict[tuple[frozenset[int], Key], Mapping[str, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the parts of speech, and the tags and dependencies that the patterns mend."""
        if not self._patterns:
            self._read_patterns()
        parts: list[int] = []
        before: frozenset[int] = frozenset()
        for i, (tag, lower, dep, space) in enumerate(doc.to_array(_READ).tolist()):
            key = (tag, lower if lower in self._named else 0, dep, space)
            answer = self._answers.get((before, key))
            if answer is None:
                answer = self._answers[before, key] = self._answer(before, key)
            parts.append(answer.get("POS", 0))
            if space:
                doc[i].tag, doc[i].dep = answer.get("TAG", tag), answer.get("DEP", dep)
            before = self._leads(key)
        doc.from_array(["POS"], np.array(parts, dtype="uint64"))  # type: ignore[arg-type]
        return doc

    def _answer(self, before: frozenset[int], key: Key) -> Mapping[str, int]:
        """The last pattern that holds gives each attribute."""
        given: dict[str, int] = {}
        for number, pattern in enumerate(self._patterns):
            led = not pattern.before or number in before
            if led and all(condition.holds(key) for condition in pattern.here):
                given |= pattern.given
        return given

    def _leads(self, key: Key) -> frozenset[int]:
        """The patterns whose first token of two a token may be."""
        if key not in self._leading:
            self._leading[key] = frozenset(
                number
                for number, pattern in enumerate(self._patterns)
                if pattern.before and all(condition.holds(key) for condition in pattern.before)
            )
        return self._leading[key]

    def _read_patterns(self) -> None:
        remedy = "start from a model that has one, and disable it"
        ruler = base_pipe(self._nlp, RULER, AttributeRuler, "ehistory_parts_of_speech", remedy)
        rows: list[dict[str, Any]] = ruler.patterns
        for row in rows:
            attrs = {name: value for name, value in row["attrs"].items() if name in _KEPT}
            if attrs:
                self._patterns += [
                    self._pattern(list(tokens), int(row["index"]), attrs)
                    for tokens in row["patterns"]
                ]
        lower = _READ.index("LOWER")
        conditions = [c for pattern in self._patterns for c in (*pattern.before, *pattern.here)]
        self._named = frozenset(v for c in conditions if c.place == lower for v in c.values)

    def _pattern(
        self, tokens: list[dict[str, Any]], index: int, attrs: Mapping[str, str]
    ) -> _Pattern:
        mends = bool(set(attrs) - {"POS"}) and "IS_SPACE" not in tokens[-1]
        if len(tokens) > 2 or index != len(tokens) - 1 or mends:
            raise ModelError(f"{RULER}: {tokens} is no pattern that can be remembered")
        *before, here = [self._conditions(token) for token in tokens]
        strings = self._nlp.vocab.strings
        given = {name: int(strings.add(value)) for name, value in attrs.items()}
        return _Pattern(before[0] if before else (), here, given)

    def _conditions(self, token: Mapping[str, Any]) -> tuple[_Condition, ...]:
        return tuple(self._condition(name, told) for name, told in token.items())

    def _condition(self, name: str, told: Any) -> _Condition:  # noqa: ANN401 - as patterns write it
        place = _READ.index(name)
        if isinstance(told, bool):
            return _Condition(place, frozenset([1]), told)
        alternatives = told if isinstance(told, dict) else {"IN": [told]}
        ((relation, words),) = alternatives.items()
        values = frozenset(int(self._nlp.vocab.strings.add(word)) for word in words)
        return _Condition(place, values, relation == "IN")


@Language.factory("ehistory_parts_of_speech")
def create_parts_of_speech(nlp: Language, name: str) -> PartsOfSpeech:  # noqa: ARG001
    """The component; it needs the tagger, the parser and the disabled ruler."""
    return PartsOfSpeech(nlp)
