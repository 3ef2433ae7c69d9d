"""Writes docs/guide/cli.md, the help of every command, from the commands themselves: `make reference`."""

from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.cli import cli

PAGE = Path(__file__).parent / "guide" / "cli.md"
HEAD = """# The command line

What `--help` prints, command by command; written by `make reference`.
"""
COLUMNS = 100


def reference() -> str:
    """The page."""
    context = click.Context(
        cli,
        info_name="ehistory",
        terminal_width=COLUMNS,
        max_content_width=COLUMNS,
        **cli.context_settings,
    )
    sections = (f"## {name}\n\n```text\n{text}\n```\n" for name, text in _helps(context))
    return "\n".join((HEAD, *sections))


def _helps(context: click.Context) -> Iterator[tuple[str, str]]:
    """The name and the help of a command and of those below it."""
    command = context.command
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None, name
            below = found.context_class(
                found, parent=context, info_name=name, **found.context_settings
            )
            yield from _helps(below)


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
