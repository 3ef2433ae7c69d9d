"""Charts as inline SVG, drawn by matplotlib: the same data give the same bytes.

Ink is drawn in a colour nobody uses and turned to `currentColor`, so the page's colours hold in light
and dark; text stays text.
"""

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pipeline.errors import OutputError
from pipeline.evaluating.calibration import Calibration
from pipeline.evaluating.results import Scores

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#010203"
ACCENT = "#2f7fb5"

# matplotlib numbers its groups ("patch_2"); two charts on a page would repeat those ids.
_GROUP_IDS = re.compile(r' id="[A-Za-z][\w.]*_\d+"')
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)

_STYLE = {
    "font.family": "sans-serif",
    "font.size": 10,
    "svg.fonttype": "none",
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def _svg(label: str, size: tuple[float, float], draw: Callable[["Axes"], None]) -> str:
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise OutputError(
            "the report's charts need matplotlib; pip install 'ehistory-pipeline[report]'"
        ) from error
    options: dict[str, Any] = {**_STYLE, "svg.hashsalt": label}
    with matplotlib.rc_context(options):  # type: ignore[arg-type]
        figure = Figure(figsize=size, layout="constrained")
        draw(figure.add_subplot())
        target = io.StringIO()
        figure.savefig(target, format="svg", transparent=True, metadata={"Date": None})
    drawn = target.getvalue()
    drawn = _METADATA.sub("", drawn[drawn.index("<svg") + len("<svg") :])
    drawn = _GROUP_IDS.sub("", drawn).replace(INK, "currentColor")
    return f'<svg role="img" aria-label="{label}"{drawn}'


def f1_chart(scores: Scores) -> str:
    """F1 of every row with its interval, as points on a line from 0 to 1."""
    rows = [(row, score.f1) for row, score in scores.items() if score.f1.value is not None]

    def draw(axes: "Axes") -> None:
        for place, (_, f1) in enumerate(rows):
            axes.plot([f1.low, f1.high], [place] * 2, color=ACCENT, linewidth=3)  # type: ignore[arg-type]
        values = [f1.value for _, f1 in rows]
        axes.plot(values, range(len(rows)), color=INK, marker="o", linestyle="")  # type: ignore[arg-type]
        axes.set_yticks(range(len(rows)), [row for row, _ in rows])
        axes.set_xlim(0, 1.02)
        axes.set_ylim(max(1, len(rows)) - 0.5, -0.5)
        axes.set_xlabel("F1, 95 % interval")
        axes.grid(axis="x", color=INK, alpha=0.15)

    return _svg("F1 of facts by type", (7, 0.6 + 0.4 * max(1, len(rows))), draw)


def reliability_chart(calibration: Calibration) -> str:
    """Precision by confidence; on the diagonal the two agree."""
    bins = [part for part in calibration.bins if part.count]

    def draw(axes: "Axes") -> None:
        axes.plot([0, 1], [0, 1], color=INK, alpha=0.5, linestyle="--")
        confidences = [part.confidence for part in bins]
        precisions = [part.precision for part in bins]
        axes.plot(confidences, precisions, color=ACCENT, marker="o")  # type: ignore[arg-type]
        axes.set_xlim(0, 1.02)
        axes.set_ylim(0, 1.02)
        axes.set_xlabel("mean confidence of the bin")
        axes.set_ylabel("precision")

    return _svg("Precision by confidence", (4.5, 3.6), draw)
