"""Files that commands are given: one to read, and `--out`, with - for standard output where that can be."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

STANDARD_OUTPUT = "-"
# A file to read, or - for standard input; who reads it tells what is wrong with it.
FILE = click.Path(path_type=Path)


class Destination(click.Path):
    """Where a command writes to, as the user gave it; an empty path would be the folder one is in."""

    def __init__(self, *, or_stdout: bool = False) -> None:
        super().__init__(path_type=str)
        self.or_stdout = or_stdout

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The path; fails for an empty one, and for - where a whole file is wanted."""
        if not value:
            self.fail("is empty; give a path", param, ctx)
        if value == STANDARD_OUTPUT and not self.or_stdout:
            self.fail("it can't be standard output; give a path", param, ctx)
        return str(value)


def refuse_overwriting(out: str, read: Iterable[str | Path], option: str = "--out") -> None:
    """Fail where the file to write is one that is read: it would be lost."""
    for path in read:
        with suppress(OSError):
            if Path(out).samefile(path):
                raise click.UsageError(
                    f"{option} {out} is an input, which it would overwrite; give another path"
                )
