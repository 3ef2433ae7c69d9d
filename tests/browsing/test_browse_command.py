"""`ehistory browse` as a user runs it: what is written, what is refused, what is said."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from making import FULL, TEXT, predicted

from pipeline.browsing.site import page_name, web_address
from pipeline.cli import cli
from pipeline.errors import Exit, OutputError

VENDOR = Path(__file__).parents[2] / "pipeline" / "browsing" / "vendor"


def browse(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["browse", *map(str, arguments)])


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A run's folder with two records; the text of the first stands where its source says."""
    folder = tmp_path / "run"
    folder.mkdir()
    source = tmp_path / "first.txt"
    source.write_text(TEXT, encoding="utf-8")
    first = predicted(TEXT, "first", **FULL)
    info = first.article.model_copy(update={"source": str(source)})
    lines = [
        first.model_copy(update={"article": info}),
        predicted(TEXT, "Second/…", **FULL),
    ]
    text = "".join(line.model_dump_json() + "\n" for line in lines)
    (folder / "records.jsonl").write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    """A hash of every file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_texts_come_from_the_sources_of_the_records(records: Path, tmp_path: Path) -> None:
    """Where one isn't found, its article is shown by sentences, and the user is told."""
    done = browse(records, "-o", tmp_path / "site")
    assert done.exit_code == 0
    assert "1 of 2 articles without their text; give it with --texts" in done.stderr
    assert f"2 articles; open {tmp_path / 'site' / 'index.html'}" in done.stderr
    pages = sorted((tmp_path / "site" / "articles").glob("*.html"))
    assert [page.name.partition("-")[0] for page in pages] == ["first.html", "second"]
    notes = ["was not at hand" in page.read_text(encoding="utf-8") for page in pages]
    assert notes == [False, True]


def test_texts_may_be_given(records: Path, tmp_path: Path) -> None:
    """In any order, as what extraction reads; one whose bytes have changed isn't shown."""
    rows = [{"id": "Second/…", "text": TEXT}, {"id": "first", "text": TEXT + " "}]
    texts = tmp_path / "texts.jsonl"
    texts.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = browse(records, "-o", tmp_path / "site", "--texts", texts)
    assert "1 of 2 articles without their text" in done.stderr
    page = (tmp_path / "site" / "articles" / "first.html").read_text(encoding="utf-8")
    assert "was not at hand" in page


def test_texts_that_can_not_be_read_are_told(records: Path, tmp_path: Path) -> None:
    """Which of those given, and why; the site is written."""
    done = browse(records, "-o", tmp_path / "site", "--texts", tmp_path / "nowhere")
    assert done.exit_code == 0
    assert f"rejected: {tmp_path / 'nowhere'}: there is no such file" in done.stderr
    assert "2 of 2 articles without their text" in done.stderr
    assert "give it with --texts" not in done.stderr


def test_the_same_records_give_the_same_site(records: Path, tmp_path: Path) -> None:
    """Byte for byte, also over an earlier one; pages of articles that are gone go."""
    site, other = tmp_path / "site", tmp_path / "other"
    browse(records, "-o", site)
    browse(records, "-o", other)
    assert contents(site) == contents(other)
    file = records / "records.jsonl"
    file.write_text(file.read_text(encoding="utf-8").splitlines(True)[0], encoding="utf-8")
    assert browse(file, "-o", site).exit_code == 0
    assert [page.name for page in (site / "articles").iterdir()] == ["first.html"]


def test_a_folder_of_something_else_is_left_alone(records: Path, tmp_path: Path) -> None:
    """Its files are the user's."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "index.html").write_text("mine")
    done = browse(records, "-o", tmp_path / "own")
    assert isinstance(done.exception, OutputError)
    assert done.exception.exit_code == Exit.OUTPUT
    assert "give another folder" in str(done.exception)
    assert contents(tmp_path / "own") == {"index.html": hashlib.sha256(b"mine").hexdigest()}


def test_a_file_in_the_way_is_named(records: Path, tmp_path: Path) -> None:
    """Exit code 3, as the other commands have it."""
    done = browse(records, "-o", tmp_path / "first.txt")
    assert done.exception.exit_code == Exit.OUTPUT
    assert "a file stands where a folder is wanted" in str(done.exception)


def test_a_bad_line_is_named_and_the_rest_goes_on(records: Path, tmp_path: Path) -> None:
    """Broken, not a record, or a record for the second time."""
    file = records / "records.jsonl"
    good = file.read_text(encoding="utf-8")
    file.write_text(good + "{\n" + good.splitlines(True)[0], encoding="utf-8")
    done = browse(records, "-o", tmp_path / "site")
    assert done.exit_code == 1
    assert f"rejected: {file}:3: " in done.stderr
    assert "'first'" in done.stderr
    assert "2 articles;" in done.stderr


@pytest.mark.parametrize("given", ["", "{}\n", None])
def test_without_a_record_nothing_is_written(
    given: str | None, records: Path, tmp_path: Path
) -> None:
    """Of an empty file, one of bad lines, and none; a site that is there stays as it is, exit code 1."""
    path = tmp_path / "none.jsonl"
    if given is not None:
        path.write_text(given)
    done = browse(path, "-o", tmp_path / "new")
    assert done.exit_code == 1
    assert "none.jsonl: no record to show; nothing was changed" in str(done.exception)
    assert not (tmp_path / "new").exists()
    browse(records, "-o", tmp_path / "site")
    before = contents(tmp_path / "site")
    assert browse(path, "-o", tmp_path / "site").exit_code == 1
    assert contents(tmp_path / "site") == before


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a/b", "..", "", "A", "x" * 500, "https://e-history.kz/en/1?a=b", "é", ".x"]
)  # fmt: skip
def test_a_page_has_a_safe_name(name: str) -> None:
    """Of its own, wherever ids are alike but for what a file's name can't have."""
    page = page_name(name)
    assert Path(page).name == page
    assert not page.startswith(".")
    assert len(page) < 120
    assert page not in (page_name(name + "?"), page_name(name.lower() + "-"))


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://e-history.kz/en/1", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, shown: bool) -> None:
    """A record may say anything."""
    assert (web_address(url) is not None) == shown


def test_vendored_assets_are_those_of_their_release() -> None:
    """Nothing was changed in them; name, version and hash stand beside."""
    told = (VENDOR / "README.md").read_text(encoding="utf-8")
    digest = hashlib.sha256((VENDOR / "echarts.min.js").read_bytes()).hexdigest()
    assert digest in told
    assert 't.version="6.1.0"' in (VENDOR / "echarts.min.js").read_text(encoding="utf-8")
    assert "6.1.0" in told
    assert "Apache License" in (VENDOR / "echarts.LICENSE").read_text(encoding="utf-8")
