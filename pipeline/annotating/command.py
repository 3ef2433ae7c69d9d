"""The commands of `annotate`: tasks out, corrected tasks in, gold checked, agreement measured."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from pipeline.annotating.drawing import Style, drawn_from
from pipeline.annotating.notes import Corrected, Level
from pipeline.annotating.printing import (
    f1_table,
    field_table,
    import_summary,
    note_line,
    problem_line,
)
from pipeline.annotating.tasks import Answer, LeftOut, Returned, blank
from pipeline.destination import FILE, STANDARD_OUTPUT, Destination, refuse_overwriting
from pipeline.durable import write_whole
from pipeline.errors import AnnotationError, RejectedInput
from pipeline.evaluating.excerpts import Excerpts
from pipeline.evaluating.gold import GoldArticle, read_bytes, read_gold
from pipeline.evaluating.printing import console_for_scores, print_findings
from pipeline.reading.lines import HOPELESS_AFTER, while_hopeful

_HELP = {"help_option_names": ["-h", "--help"]}
_OUT = Destination(or_stdout=True)
_tools = click.Choice(["label-studio", "doccano", "prodigy"])


@click.group("annotate", context_settings=_HELP)
def annotate() -> None:
    """Make gold in an annotation tool, check it, and measure agreement."""


def _write(text: str, out: str) -> None:
    """Write a file whole, or to standard output (`-`)."""
    if out == STANDARD_OUTPUT:
        click.echo(text, nl=False)
        return
    write_whole(Path(out), text)
    click.echo(f"written: {out}", err=True)


def _articles(inputs: Sequence[str], style: Style) -> list[GoldArticle]:
    from pipeline.reading import read_inputs

    found = []
    for item in drawn_from(read_inputs(inputs, stdin=sys.stdin.buffer), style):
        if isinstance(item, RejectedInput):
            click.echo(f"rejected: {item}", err=True)
        else:
            found.append(item)
    if not found:
        raise AnnotationError("no input gave an article; see the reasons above")
    return found


def _keep_inputs(inputs: Sequence[str], out: str, interface: str | None) -> None:
    from pipeline.reading.paths import files_of

    read = [path for path in files_of(inputs) if isinstance(path, Path)]
    refuse_overwriting(out, read)
    if interface:
        refuse_overwriting(interface, read, "--interface")


@annotate.command("export", context_settings=_HELP)
@click.argument("inputs", nargs=-1)
@click.option("--gold", type=FILE, metavar="FILE", help="Export gold articles instead of INPUTS.")
@click.option("--to", "tool", type=_tools, required=True, help="The tool that shall import it.")
@click.option("--out", "-o", type=_OUT, required=True, metavar="FILE", help="Tasks, or -.")
@click.option(
    "--blank", "without", is_flag=True, help="Without any span, to annotate from nothing."
)
@click.option("--relations", is_flag=True, help="doccano: for a project with relations.")
@click.option(
    "--interface",
    type=Destination(),
    metavar="FILE",
    help="Label Studio: write its labeling interface too.",
)
@click.option(
    "--style",
    type=click.Choice(["edited", "translated"]),
    default="translated",
    show_default=True,
    help="How the articles of INPUTS are written.",
)
def export_command(
    inputs: tuple[str, ...],
    gold: Path | None,
    tool: str,
    out: str,
    without: bool,
    relations: bool,
    interface: str | None,
    style: Style,
) -> None:
    """Write tasks for an annotation tool.

    INPUTS are articles as `extract` takes them; --gold takes gold articles instead. What the
    pipeline finds in INPUTS, or what the gold says, becomes a task's pre-annotation.
    """
    from pipeline.annotating import doccano, label_studio
    from pipeline.annotating.tools import TOOLS

    if bool(inputs) == (gold is not None):
        raise click.UsageError("give INPUTS or --gold, one of them")
    if (relations and tool != "doccano") or (interface and tool != "label-studio"):
        raise click.UsageError("--relations is for doccano, --interface for label-studio")
    _keep_inputs([str(gold)] if gold else inputs, out, interface)
    articles = list(read_gold(gold)) if gold else _articles(inputs, style)
    if without:
        articles = list(map(blank, articles))
    form = doccano.RELATIONS if relations else TOOLS[tool]
    _write(form.write(articles), out)
    if interface:
        _write(label_studio.interface(), interface)


def _hopeful(returned: Iterable[Returned], file: Path, tool: str) -> Iterator[Returned]:
    """What came back, given up where nothing at its beginning can be read."""
    reason = (
        f"none of the first {HOPELESS_AFTER} tasks can be read, and no more were: "
        f"is it the export of another tool than {tool}? mend what is told of them, or change --from"
    )
    return while_hopeful(
        returned,
        lambda one: isinstance(one, LeftOut) and one.failed,
        lambda: LeftOut(str(file), reason, failed=True),
    )


def _answers(
    returned: Iterable[Returned], annotator: str | None
) -> tuple[list[Answer], list[LeftOut]]:
    """The last answer of each article, by one annotator if asked for, and what is left out."""
    answers: dict[str, Answer] = {}
    left_out: list[LeftOut] = []
    for one in returned:
        if isinstance(one, LeftOut):
            left_out.append(one)
        elif annotator is not None and one.annotator != annotator:
            left_out.append(LeftOut(one.where, f"by {one.annotator or 'nobody named'}"))
        else:
            name = one.article.article.id
            if name in answers:
                left_out.append(LeftOut(answers[name].where, "answered again later"))
            answers[name] = one
    return list(answers.values()), left_out


def _tell(done: Sequence[Corrected], left_out: Sequence[LeftOut]) -> bool:
    """Print every note and the summary; whether something is left to mend."""
    notes = [note for one in done for note in one.notes]
    for note in notes:
        click.echo(note_line(note), err=True)
    failed = [one for one in left_out if one.failed]
    for one in failed:
        click.echo(f"{Level.FAILED}: {one.where}: {one.reason}", err=True)
    reasons = (one.reason for one in left_out if not one.failed)
    for line in import_summary(done, reasons):
        click.echo(line, err=True)
    return bool(failed) or any(n.level in (Level.FAILED, Level.NEEDS_FIELDS) for n in notes)


@annotate.command("import", context_settings=_HELP)
@click.argument("file", type=FILE)
@click.option("--from", "tool", type=_tools, required=True, help="The tool that exported FILE.")
@click.option("--out", "-o", type=_OUT, required=True, metavar="FILE", help="Gold, or -.")
@click.option("--annotator", metavar="NAME", help="Take this annotator's answers alone.")
def import_command(file: Path, tool: str, out: str, annotator: str | None) -> None:
    """Turn corrected tasks into gold.

    FILE is the tool's own export (-: standard input). Kept spans keep their facts; every other
    change is told. Exit code 1 where a task can't become gold (the others are written) or a fact
    needs fields.
    """
    from pipeline.annotating.correcting import correct
    from pipeline.annotating.tools import TOOLS

    refuse_overwriting(out, [file])
    returned = _hopeful(TOOLS[tool].read(read_bytes(file), str(file)), file, tool)
    answers, left_out = _answers(returned, annotator)
    done = [correct(answer) for answer in answers]
    articles = [one.article for one in done if one.article is not None]
    mend = _tell(done, left_out)
    if not articles:
        raise AnnotationError(f"{file}: no task became gold; nothing written")
    _write("".join(article.model_dump_json() + "\n" for article in articles), out)
    if mend:
        click.echo("mend what is told above, then run `ehistory annotate check`", err=True)
    sys.exit(1 if mend else 0)


@annotate.command("check", context_settings=_HELP)
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON Lines.")
def check_command(file: Path, as_json: bool) -> None:
    """List what to mend in gold.

    Every formal problem of FILE (-: standard input): surfaces, enums, EDTF, bounds, overlaps …
    Exit code 1 if there is one.
    """
    from pipeline.annotating.checking import check

    lines, problems = check(read_bytes(file))
    for problem in problems:
        click.echo(problem.model_dump_json() if as_json else problem_line(str(file), problem))
    if not lines:
        raise AnnotationError(f"{file}: holds no article; give a file of gold lines")
    click.echo(f"articles checked: {lines}, problems: {len(problems)}", err=True)
    sys.exit(1 if problems else 0)


@annotate.command("agreement", context_settings=_HELP)
@click.argument("gold", type=FILE)
@click.argument("second", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print every figure as JSON.")
@click.option("--differences", is_flag=True, help="List every difference with its sentence.")
def agreement_command(gold: Path, second: Path, as_json: bool, differences: bool) -> None:
    """Measure how far annotators agree.

    GOLD and SECOND are compared on the articles that both have:
    F1 of facts and mentions, Cohen's kappa over tokens, Krippendorff's alpha over fields.
    """
    from pipeline.annotating.agreement import agreement

    firsts, others = read_gold(gold), read_gold(second)
    found = agreement(firsts, others)
    alone = [a.article.id for a in others if a.article.id not in found.articles]
    if alone:
        click.echo(f"left out, for {gold} lacks them: {', '.join(alone)}", err=True)
    if as_json:
        click.echo(json.dumps(found.model_dump(mode="json"), indent=2, ensure_ascii=False))
        return
    console, layout = console_for_scores()
    console.print(f1_table(found, layout))
    console.print(field_table(found.fields))
    if differences:
        excerpts = Excerpts(
            {article.article.id: article for article in firsts},
            {article.article.id: article for article in others},
        )
        print_findings(console, found.evaluation.findings(), excerpts)
