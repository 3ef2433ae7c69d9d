"""Articles and runs for a terminal, drawn by rich."""

from bisect import bisect_left

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from pipeline.offsets import MappedText
from pipeline.records import FACT_TYPES, ArticleRecord, Fact, Mention, Organization
from pipeline.summary import Summary

STYLES = {
    "populations": "black on bright_yellow",
    "percentages": "black on bright_green",
    "organizations": "black on bright_cyan",
    "dates": "black on bright_magenta",
}

# Control characters steer a terminal; each is shown as one character, so that offsets stay.
_CONTROL = {
    code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"
}
_CONTROL[ord("\r")] = " "


def harmless(text: str) -> str:
    """A text that a terminal shows and does not obey, as long as the one given."""
    return text.translate(_CONTROL)


def summary_table(summary: Summary) -> Table:
    """What a run found."""
    articles = f"{summary.articles} article{'' if summary.articles == 1 else 's'}"
    table = Table(title=f"{articles}, {summary.seconds:.1f} s", title_justify="left")
    table.add_column("facts")
    table.add_column("count", justify="right")
    for name in FACT_TYPES:
        table.add_row(name, str(summary.facts[name]))
    table.add_section()
    table.add_row("articles extracted now", str(summary.extracted))
    table.add_row("articles unchanged", str(summary.unchanged))
    if summary.left_out:
        table.add_row("articles left out for their date", str(summary.left_out))
    table.add_row("rejected inputs", str(summary.rejected))
    if summary.duplicates:
        table.add_row("  of them duplicates", str(summary.duplicates))
    return table


def highlighted(record: ArticleRecord, visible: MappedText) -> Text:
    """The text a reader sees with every mention in its fact type's colour."""
    text = Text(harmless(visible.text))
    for name in FACT_TYPES:
        for fact in getattr(record, name):
            for mention in fact.mentions:
                text.stylize(STYLES[name], *_seen_at(mention, visible))
    return text


def _seen_at(mention: Mention, visible: MappedText) -> tuple[int, int]:
    """Where a mention stands in the text a reader sees."""
    return bisect_left(visible.starts, mention.start), bisect_left(visible.starts, mention.end)


def facts_table(record: ArticleRecord, visible: MappedText) -> Table:
    """One row a fact, its mention as a reader sees it."""
    title = Text(harmless(record.article.title or record.article.id))
    table = Table(title=title, title_justify="left")
    for column in ("id", "value", "details", "mentions"):
        table.add_column(column, overflow="fold")
    for name in FACT_TYPES:
        for fact in getattr(record, name):
            first = visible.text[slice(*_seen_at(fact.mentions[0], visible))]
            more = f" (+{len(fact.mentions) - 1})" if len(fact.mentions) > 1 else ""
            table.add_row(
                Text(fact.id, style=STYLES[name]),
                *(
                    Text(harmless(cell))
                    for cell in (fact_value(fact), fact_details(fact), first + more)
                ),
            )
    return table


def fact_value(fact: Fact) -> str:
    """The fact's value in a few characters."""
    if isinstance(fact, Organization):
        return fact.name
    if hasattr(fact, "edtf"):
        return fact.edtf or "unresolved"
    bounds = f"{fact.low or ''}..{fact.high or ''}"
    return f"{fact.value if fact.value is not None else bounds}"


_DETAILS = ("qualifier", "unit", "type", "part", "kind", "group", "subject", "time", "founded")
_PLAIN = ("exact", "persons")


def fact_details(fact: Fact) -> str:
    """The fields that say something, in one line."""
    found = [getattr(fact, name, None) for name in _DETAILS]
    details = [str(value) for value in found if value is not None and value not in _PLAIN]
    place = getattr(fact, "place", None)
    details += [place.name] if place else []
    details += [f"{leader.role} {leader.person}" for leader in getattr(fact, "leaders", ())]
    return ", ".join(details)


def show(record: ArticleRecord, visible: MappedText, console: Console) -> None:
    """Print the article as a reader sees it, without a page's markup, and its facts."""
    console.print(Group(highlighted(record, visible), Text(), facts_table(record, visible)))
