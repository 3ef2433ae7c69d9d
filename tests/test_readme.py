"""What the README shows is what the package does."""

import json
import re
from pathlib import Path

from pipeline import extract

ROOT = Path(__file__).parents[1]


def test_the_example_is_real_output() -> None:
    """The JSON in the README is the record's population."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    text = re.search(r"printf '([^']+)'", readme)
    shown = re.search(r"```json\n(.*?)```", readme, re.DOTALL)
    assert text
    assert shown
    record = json.loads(extract(text[1]).model_dump_json())
    assert record["populations"] == [json.loads(shown[1])]


def test_python_examples_run() -> None:
    """The Python block runs and its comments hold."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", readme, re.DOTALL)
    assert code
    names: dict[str, object] = {}
    exec(code[1], names)
    assert names["record"].populations[0].value == 81000
    assert [record.article.id for record in names["many"]] == ["text-1", "text-2"]
    assert names["doc"].spans["populations"][0].text == "81 thousand Koreans"
