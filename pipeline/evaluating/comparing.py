"""Two evaluations of one gold: what was gained, what was lost, and whether it could be chance."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from pydantic import ValidationError

from pipeline.errors import GoldError
from pipeline.evaluating.gold import read_bytes
from pipeline.evaluating.metrics import resampled
from pipeline.evaluating.resampling import Table, draws, interval
from pipeline.evaluating.results import (
    FACT_LEVEL,
    ROWS,
    Comparison,
    Delta,
    Evaluation,
    Finding,
)
from pipeline.versions import explain

_F1 = 2

_Key = tuple[object, ...]


def read_evaluation(path: Path) -> Evaluation:
    """An evaluation saved with `--json`; raises GoldError for anything else."""
    try:
        return Evaluation.model_validate_json(read_bytes(path))
    except ValidationError as error:
        raise GoldError(f"{path}: {explain(error)}; give what `evaluate --json` printed") from error


def _check_same_gold(before: Evaluation, after: Evaluation) -> None:
    ids = [{article.id for article in evaluation.articles} for evaluation in (before, after)]
    if ids[0] != ids[1] or before.gold_sha256 != after.gold_sha256:
        raise GoldError("the evaluations are of different gold; evaluate both on the same file")


def _f1(evaluation: Evaluation) -> Table:
    articles = sorted(evaluation.articles, key=lambda article: article.id)
    table: Table = resampled(articles, FACT_LEVEL, draws(len(articles)))[..., _F1]
    return table


def _p_value(deltas: Table) -> float | None:
    """Two-sided: twice the smaller share of resamples on the far side of zero; null without any.

    One is added above and below (Davison and Hinkley 1997, section 4.2), so p is never 0.
    """
    resamples = deltas[~np.isnan(deltas)]
    if not resamples.size:
        return None
    tail = min(np.sum(resamples <= 0), np.sum(resamples >= 0))
    return float(min(1.0, 2 * (tail + 1) / (resamples.size + 1)))


def _delta(before: Table, after: Table) -> Delta:
    first, second, difference = interval(before), interval(after), interval(after - before)
    p = None if difference.value is None else _p_value(after[1:] - before[1:])
    return Delta(before=first.value, after=second.value, delta=difference, p=p)


def _key(finding: Finding) -> _Key:
    value = finding.predicted if finding.kind == "extra" else finding.gold
    mention = finding.mention
    return finding.article, finding.fact_type, mention.start, mention.end, value


def _found(evaluation: Evaluation, kind: str) -> dict[_Key, Finding]:
    return {_key(f): f for f in evaluation.findings() if f.kind == kind}


def _without(first: dict[_Key, Finding], second: Iterable[_Key]) -> tuple[Finding, ...]:
    left = set(second)
    return tuple(finding for key, finding in first.items() if key not in left)


def compare(before: Evaluation, after: Evaluation) -> Comparison:
    """Gains and losses from `before` to `after`, F1 with a paired bootstrap over articles.

    Raises GoldError unless both are evaluations of the same gold.
    """
    _check_same_gold(before, after)
    tables = zip(ROWS, _f1(before), _f1(after), strict=True)
    missed = _found(before, "miss"), _found(after, "miss")
    extra = _found(before, "extra"), _found(after, "extra")
    return Comparison(
        deltas={row: _delta(first, second) for row, first, second in tables},
        gained=_without(missed[0], missed[1]),
        lost=_without(missed[1], missed[0]),
        extras_gone=_without(extra[0], extra[1]),
        extras_new=_without(extra[1], extra[0]),
    )
