"""`python -m benchmarks.others`: every data set, printed and written to docs/benchmarks/others.md."""

import argparse
import inspect
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from benchmarks.others import duckling, heideltime, newsquant, recognizers
from benchmarks.others.scoring import Case, MissingPeersError, Result

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "docs" / "benchmarks" / "others.md"
_SETS = (newsquant, recognizers, heideltime, duckling)
_OPENING = """# Other projects' data

`make peers-data` measures the number, percent and date layers on test data that other projects wrote for
themselves. The data is read from `../shared/peers` (else `--peers FOLDER` or `EHISTORY_PEERS`) and is no part
of this repository; no test needs it.
"""


def main() -> int:
    """Measure, print the table and write the page; 1 where the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("EHISTORY_PEERS", str(ROOT.parent / "shared" / "peers"))
    parser.add_argument(
        "--peers", type=Path, default=Path(default), help="folder of the peers' data"
    )
    parser.add_argument("--out", type=Path, default=REPORT, help="the page to write")
    options = parser.parse_args()
    try:
        results = [result for data in _SETS for result in data.results(options.peers)]
    except MissingPeersError as error:
        print(error, file=sys.stderr)  # noqa: T201 - what the user has to do
        return 1
    table = _table(results)
    print(table)  # noqa: T201 - the table is what the script is for
    options.out.write_text(_page(table, results), encoding="utf-8")
    return 0


def _page(table: str, results: Iterable[Result]) -> str:
    definitions = "\n".join(
        f"### {data.__name__.rpartition('.')[2]}\n\n{inspect.getdoc(data)}\n" for data in _SETS
    )
    details = "\n".join(_details(result) for result in results)
    return f"{_OPENING}\n{table}\n## What is measured\n\n{definitions}\n## What fails, and why\n\n{details}"


def _table(results: Iterable[Result]) -> str:
    rows = [
        f"| {r.name} | {r.measure} | {r.right} of {r.cases} | {r.score:.1f} % | {r.bar:.0f} % |"
        for r in results
    ]
    head = "| data | measure | right | score | bar |\n| --- | --- | ---: | ---: | ---: |\n"
    return head + "\n".join(rows) + "\n"


def _details(result: Result) -> str:
    lines = [
        f"### {result.name}\n",
        *(f"- {note}" for note in result.notes),
        *(_by_reason(result.failing) if result.right < result.cases else ["- nothing"]),
    ]
    return "\n".join(lines) + "\n"


def _by_reason(failing: Iterable[Case]) -> Iterator[str]:
    """The failing cases under their reasons, the commonest reason first."""
    ordered = sorted(failing, key=lambda case: case.reason)
    groups = [(reason, list(cases)) for reason, cases in groupby(ordered, key=lambda c: c.reason)]
    for reason, cases in sorted(groups, key=lambda group: -len(group[1])):
        yield f"- {reason} ({len(cases)})"
        yield from (
            f"  - `{case.text.strip()}`: {case.expected}; here {case.found}" for case in cases
        )


if __name__ == "__main__":
    sys.exit(main())
