"""What an installed package has beside its modules."""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]


def test_the_wheel_holds_all_that_the_modules_read() -> None:
    """Every file under pipeline/ that is no module, the lexicons, weights and config."""
    held = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    beside = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "pipeline").rglob("*.*")
        if path.suffix in {".css", ".html", ".j2", ".js", ".json", ".svg"}
    }
    assert "pipeline/serving/static/index.html" in beside
    assert beside <= held
    lexicons = {f"pipeline/_models/lexicons/{p.name}" for p in (ROOT / "models/lexicons").iterdir()}
    assert lexicons <= held
    assert {"pipeline/_models/ehistory/config.cfg", "pipeline/py.typed"} <= held
