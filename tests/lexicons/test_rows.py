"""What holds for every table of models/lexicons."""

import pytest

from pipeline.lexicons import models_dir, table

NAMES = sorted(path.stem for path in (models_dir() / "lexicons").glob("*.tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_no_row_stands_twice(name: str) -> None:
    """A second one says nothing, and is forgotten when the first is changed."""
    rows = [tuple(row.items()) for row in table(name)]
    assert sorted({row for row in rows if rows.count(row) > 1}) == []
