"""The gate: floors under the scores, pinned with the hash of the gold they were measured on.

A baseline file holds one entry per gold file, by its name. Floors go up with `update`; a lower
score fails unless regressions are allowed; a gold that changed must be pinned anew.
"""

import math
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError

from pipeline.errors import GoldError
from pipeline.evaluating.gold import read_bytes
from pipeline.evaluating.results import ROWS, Evaluation
from pipeline.versions import explain

# Floors are cut, not rounded, to four digits: a score never falls under its own floor.
STEPS = 10_000


class Pinned(BaseModel):
    """One gold file: its hash and the floors, by "populations f1" or "populations kind"."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gold_sha256: str
    floors: dict[str, float]


class Baseline(RootModel[dict[str, Pinned]]):
    """The pinned entries by name of the gold file."""


class Shortfall(BaseModel):
    """A score under its floor; `value` is null where it can't be measured any more."""

    model_config = ConfigDict(frozen=True)

    name: str
    floor: float
    value: float | None


class Verdict(BaseModel):
    """What the gate found; `raised` names scores above their floors or without one."""

    model_config = ConfigDict(frozen=True)

    shortfalls: tuple[Shortfall, ...] = ()
    raised: tuple[str, ...] = ()
    gold_changed: bool = False

    @property
    def passed(self) -> bool:
        """Whether nothing stands under a floor and the gold is the pinned one."""
        return not self.shortfalls and not self.gold_changed


def _cut(value: float) -> float:
    # The nudge keeps 0.7 from becoming 0.6999 where binary fractions fall short.
    return math.floor(value * STEPS + 1e-6) / STEPS


def measured(evaluation: Evaluation) -> dict[str, float]:
    """What can be pinned: fact-level F1 of every row, accuracy of every field."""
    found = {f"{row} f1": evaluation.f1(row) for row in ROWS}
    for fact_type, fields in evaluation.fields.items():
        for name, score in fields.items():
            found[f"{fact_type} {name}"] = score.accuracy.value
    return {name: _cut(value) for name, value in found.items() if value is not None}


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file; an empty one where there is no file yet."""
    if not path.exists():
        return Baseline({})
    try:
        return Baseline.model_validate_json(read_bytes(path))
    except ValidationError as error:
        raise GoldError(f"{path}: {explain(error)}; restore the baseline file") from error


def check(pinned: Pinned, scores: Mapping[str, float], gold_sha256: str) -> Verdict:
    """Hold scores against the pinned floors."""
    under = (
        Shortfall(name=name, floor=floor, value=scores.get(name))
        for name, floor in pinned.floors.items()
        if scores.get(name, -1.0) < floor
    )
    return Verdict(
        shortfalls=tuple(under),
        raised=tuple(n for n, value in scores.items() if value > pinned.floors.get(n, -1.0)),
        gold_changed=pinned.gold_sha256 != gold_sha256,
    )


def _write(path: Path, baseline: Baseline) -> None:
    draft = path.with_name(path.name + ".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(baseline.model_dump_json(indent=2) + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise GoldError(f"{path}: can't be written: {error.strerror}; check the folder") from error


def pinned_for(path: Path, gold_name: str, *, update: bool) -> tuple[Baseline, Pinned | None]:
    """The baseline of a file, and what it pins for a gold.

    Raises GoldError where it is none, or pins nothing for this gold, without `update`.
    """
    baseline = read_baseline(path)
    pinned = baseline.root.get(gold_name)
    if pinned is None and not update:
        raise GoldError(f"{path}: pins nothing for {gold_name}; run with --update to pin it")
    return baseline, pinned


def hold(
    path: Path,
    gold_name: str,
    evaluation: Evaluation,
    *,
    update: bool = False,
    allow_regression: bool = False,
) -> tuple[Verdict, bool]:
    """The verdict on an evaluation, and whether the baseline stands by it.

    With `update` the entry is written: scores above their floors raise them, a changed gold is
    pinned, and with `allow_regression` floors come down to the scores. A shortfall without that
    leave writes nothing. Raises GoldError where nothing is pinned for this gold, without `update`.
    """
    sha256 = evaluation.gold_sha256 or ""
    baseline, known = pinned_for(path, gold_name, update=update)
    pinned = known or Pinned(gold_sha256=sha256, floors={})
    scores = measured(evaluation)
    verdict = check(pinned, scores, sha256)
    if not update:
        return verdict, verdict.passed
    if verdict.shortfalls and not allow_regression:
        return verdict, False
    entry = Pinned(gold_sha256=sha256, floors=scores)
    if entry != pinned:
        _write(path, Baseline({**baseline.root, gold_name: entry}))
    return verdict, True
