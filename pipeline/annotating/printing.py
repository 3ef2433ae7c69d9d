"""Notes, problems and agreement as text, and agreement as tables drawn by rich."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.table import Table

from pipeline.annotating.agreement import ALL, MENTION_LEVELS, Agreement, Coefficient
from pipeline.annotating.checking import Problem
from pipeline.annotating.notes import Corrected, Note
from pipeline.evaluating.printing import WIDE, Layout, number, ratio
from pipeline.evaluating.results import FACT_LEVEL
from pipeline.evaluating.wording import NOTHING

_SPAN_COUNTS = ("kept", "moved", "added", "deleted")


def problem_line(name: str, problem: Problem) -> str:
    """ "gold.jsonl:3: kurds pop-2: [quantities] what was seen; what to do"."""
    owner = " ".join(part for part in (problem.article, problem.fact) if part)
    place = f"{name}:{problem.line}:" + (f" {owner}:" if owner else "")
    return f"{place} [{problem.rule}] {problem.seen}; {problem.remedy}"


def note_line(note: Note) -> str:
    """ "needs fields: kurds pop-2: what is left to do"."""
    owner = f"{note.article} {note.fact}" if note.fact else note.article
    return f"{note.level}: {owner}: {note.words}"


def import_summary(done: Sequence[Corrected], left_out: Iterable[str]) -> Iterator[str]:
    """How many articles and spans came back, and how many tasks are left out for which reason."""
    articles = sum(one.article is not None for one in done)
    spans: Counter[str] = Counter()
    for one in done:
        spans.update(one.spans if one.article else {})
    counts = ", ".join(f"{spans[name]} {name}" for name in _SPAN_COUNTS)
    yield f"articles: {articles}; spans: {counts}"
    for reason, count in sorted(Counter(left_out).items()):
        yield f"left out: {count} ({reason})"


def _counts(found: Agreement, row: str) -> tuple[str, str]:
    counts = found.evaluation.scores[FACT_LEVEL][row].counts
    return (str(counts.possible), str(counts.actual)) if counts else (NOTHING, NOTHING)


def f1_table(found: Agreement, layout: Layout = WIDE) -> Table:
    """F1 of facts and mentions with 95 % intervals, Cohen's kappa over tokens, and how many facts."""
    levels = (FACT_LEVEL, *MENTION_LEVELS)
    columns = ("fact F1", "mention F1, strict", "mention F1, partial", "kappa", "first", "second")
    table = layout.table(f"Agreement on {len(found.articles)} articles", ("", *columns))
    kappas = {**found.tokens, "micro": found.tokens[ALL]}
    for row in found.evaluation.scores[FACT_LEVEL]:
        scores = found.evaluation.scores
        f1 = [ratio(scores[level][row].f1, parting=layout.parting) for level in levels]
        kappa = kappas.get(row)
        shown = number(kappa.corrected) if kappa else NOTHING
        table.add_row(row, *f1, shown, *_counts(found, row), end_section=row == "dates")
    return table


def field_table(fields: Mapping[str, Mapping[str, Coefficient]]) -> Table:
    """Observed agreement and Krippendorff's alpha of each field over the facts both have."""
    columns = ("", "field", "facts", "observed", "alpha")
    table = WIDE.table("Fields of the facts that both have", columns, words=2)
    for kind, found in fields.items():
        for name, one in found.items():
            row = (kind, name, str(one.items), number(one.observed), number(one.corrected))
            table.add_row(*row, end_section=name == list(found)[-1])
    return table
