"""Charts as inline SVG, drawn by matplotlib: the same data give the same bytes.

Ink is drawn in a colour nobody uses and turned to `currentColor`, so the page's colours hold in light
and dark; text stays text. A chart has a title and says its numbers in words.
"""

import io
import math
import re
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from pipeline.errors import OutputError
from pipeline.evaluating.calibration import Calibration
from pipeline.evaluating.printing import number, ratio
from pipeline.evaluating.results import Ratio

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#010203"
ACCENT = "#2f7fb5"

# Inches. A phone shows a chart at some 70 % of this width: the font is a little larger for it.
WIDTH = 5.0

# Square points of a bin's marker: the largest bin, and what keeps the smallest in sight.
LARGEST_MARKER, SMALLEST_MARKER = 160.0, 12.0

# matplotlib numbers its groups ("patch_2"); two charts on a page would repeat those ids.
_GROUP_IDS = re.compile(r' id="[A-Za-z][\w.]*_\d+"')
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)

_STYLE = {
    "font.family": "sans-serif",
    "font.size": 11,
    "svg.fonttype": "none",
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def _draw(salt: str, size: tuple[float, float], draw: Callable[["Axes"], None]) -> str:
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise OutputError(
            "the report's charts need matplotlib; pip install 'ehistory-pipeline[report]'"
        ) from error
    options: dict[str, Any] = {**_STYLE, "svg.hashsalt": salt}
    with matplotlib.rc_context(options):  # type: ignore[arg-type]
        figure = Figure(figsize=size, layout="constrained")
        draw(figure.add_subplot())
        target = io.StringIO()
        figure.savefig(target, format="svg", transparent=True, metadata={"Date": None})
    return target.getvalue()


def _svg(
    name: str,
    title: str,
    description: str,
    size: tuple[float, float],
    draw: Callable[["Axes"], None],
) -> str:
    """The drawing from its `<svg` on, named by `title` and told by `description`."""
    drawn = _draw(name, size, draw)
    drawn = _METADATA.sub("", drawn[drawn.index("<svg") + len("<svg") :])
    drawn = _GROUP_IDS.sub("", drawn).replace(INK, "currentColor")
    attributes, _, content = drawn.partition(">")
    return (
        f'<svg role="img" aria-labelledby="{name}-title {name}-words"{attributes}>'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-words">{escape(description)}</desc>{content}'
    )


def _axis_start(ratios: Mapping[str, Ratio]) -> float:
    """The tenth at or under the lowest bound: points near 1 need not crowd at the axis' end."""
    bounds = [b for found in ratios.values() for b in (found.low, found.value) if b is not None]
    return min(0.9, math.floor(min(bounds, default=0.0) * 10) / 10)


def interval_chart(name: str, title: str, ratios: Mapping[str, Ratio]) -> str:
    """Ratios with their intervals, one a line: points on an axis that ends at 1."""
    shown = {row: found for row, found in ratios.items() if found.value is not None}
    start = _axis_start(shown)

    def draw(axes: "Axes") -> None:
        beside = axes.get_yaxis_transform()
        for place, found in enumerate(shown.values()):
            if found.low is not None and found.high is not None:
                axes.plot([found.low, found.high], [place] * 2, color=ACCENT, lw=4, clip_on=False)
            axes.text(1.04, place, number(found.value), transform=beside, va="center")
        values = [found.value or 0.0 for found in shown.values()]
        axes.plot(values, range(len(shown)), "o", color=INK, markersize=5, clip_on=False)
        axes.set_yticks(range(len(shown)), list(shown))
        axes.set_xlim(start, 1)
        axes.set_ylim(max(1, len(shown)) - 0.5, -0.5)
        axes.set_xlabel(f"with 95 % interval; the axis starts at {start:.1f}")
        axes.grid(axis="x", color=INK, alpha=0.15)

    words = "; ".join(f"{row} {ratio(found)}" for row, found in shown.items())
    return _svg(name, title, words or "no facts", (WIDTH, 0.7 + 0.3 * max(1, len(shown))), draw)


def reliability_chart(name: str, title: str, calibration: Calibration) -> str:
    """Precision by confidence; on the diagonal the two agree. The larger a bin, the larger its point."""
    bins = [
        (part.confidence, part.precision, part.count)
        for part in calibration.bins
        if part.confidence is not None and part.precision is not None
    ]
    most = max((count for *_, count in bins), default=1)

    def draw(axes: "Axes") -> None:
        axes.plot([0, 1], [0, 1], color=INK, alpha=0.5, linestyle="--")
        for confidence, precision, count in bins:
            area = max(SMALLEST_MARKER, LARGEST_MARKER * count / most)
            axes.scatter([confidence], [precision], s=area, color=ACCENT, clip_on=False, zorder=3)
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        axes.set_xlabel("mean confidence of the bin")
        axes.set_ylabel("precision")
        axes.grid(color=INK, alpha=0.15)

    words = "; ".join(f"confidence {c:.3f}: precision {p:.3f} of {n}" for c, p, n in bins)
    return _svg(name, title, words or "no predictions", (WIDTH, 0.8 * WIDTH), draw)
