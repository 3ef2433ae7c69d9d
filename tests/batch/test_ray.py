"""On a Ray cluster the records are those of a local run, byte for byte, in partitions."""

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from running import corpus, extract, finish, manifest

from pipeline.cli import cli
from pipeline.engines import partitions
from pipeline.engines.partitions import Piece, Source, make_partition, pieces_of, seen
from pipeline.engines.ray import sources_of
from pipeline.engines.storage import Folder
from pipeline.errors import Code, EhistoryError, RejectedInput
from pipeline.record_files import RECORDS
from pipeline.selection import Options, Selection
from pipeline.settling import Fate
from pipeline.summary import REJECTS

POLES = {"id": "p", "text": "In 1936 15,000 Poles came.", "url": "https://e-history.kz/en/p"}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """JSON Lines, plain and gzipped, and Parquet, with rejects, and duplicates within and between files."""
    folder = tmp_path_factory.mktemp("inputs")
    lines = corpus(folder / "a.jsonl", rows=14).read_text()
    twin = json.dumps({**POLES, "id": "q", "url": "http://ehistory.kz/en/p/amp"})
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(f"{twin}\n{json.dumps(POLES)}\n".encode()))
    rows = [
        POLES,
        {"id": "r", "text": "In 1941 9 thousand Greeks left.", "url": None},
        {"text": " "},
    ]
    pq.write_table(pa.Table.from_pylist(rows), folder / "c.parquet")
    (folder / "d.jsonl").write_text(lines.replace("thousand", "hundred"))
    return folder


def joined(out: Path, folder: str) -> bytes:
    """The partitions in the order of their names."""
    return b"".join(path.read_bytes() for path in sorted((out / folder).iterdir()))


def test_the_bytes_of_a_local_run_in_partitions(inputs: Path, tmp_path: Path) -> None:
    """A local cluster of two actors; run again, it makes no partition anew."""
    finish(inputs, "--out", tmp_path / "local", log=tmp_path / "log")
    args = (inputs, "--out", tmp_path / "ray", "--engine", "ray", "--jobs", "2")
    extract(*args)
    for name in (RECORDS, REJECTS):
        whole = (tmp_path / "local" / name).read_bytes()
        assert joined(tmp_path / "ray", name.removesuffix(".jsonl")) == whole
    one, other = manifest(tmp_path / "local"), manifest(tmp_path / "ray")
    for key in ("articles", "rejected", "duplicates", "facts", "reject_codes"):
        assert one[key] == other[key]
    assert other["partitions"] == sorted(p.name for p in (tmp_path / "ray" / "records").iterdir())
    assert len(other["partitions"]) == 4
    assert not list((tmp_path / "ray" / "tries").iterdir())
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "ray" / "records").iterdir()}
    extract(*args)
    again = manifest(tmp_path / "ray")
    assert (again["extracted"], again["unchanged"]) == (0, one["articles"])
    assert again["facts"] == one["facts"]
    assert {path: path.stat().st_mtime_ns for path in before} == before


def piece(path: Path, selection: Selection | None = None) -> list[Piece]:
    return list(pieces_of(Source(0, str(path), str(path)), selection or Selection()))


def test_pieces_follow_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their places are in the order of the rows, and no row is lost at a border."""
    monkeypatch.setattr(partitions, "ARTICLES", 4)
    rows = corpus(tmp_path / "rows.jsonl", rows=9, twins=False)
    pieces = piece(rows)
    assert [len(p.items) for p in pieces] == [4, 4, 2]
    assert [p.place for p in pieces] == sorted(p.place for p in pieces)
    sources = [item.source for p in pieces for item in p.items]
    assert sources == [f"{rows}:{n}" for n in range(1, 11)]


def test_what_is_seen_holds_no_text(tmp_path: Path) -> None:
    """What goes to the deciding process is small."""
    (first, outcome), *_ = seen(piece(corpus(tmp_path / "rows.jsonl", rows=2))[0], Selection())
    assert not isinstance(first, RejectedInput)
    assert first.data == b""
    assert first.sha256
    assert outcome.text


def test_since_needs_no_parse(tmp_path: Path) -> None:
    """The date of publication is seen where it is asked for, furniture included."""
    row = {"text": "Poles\n\n12 May 2014\n\nIn 1936 15,000 Poles came."}
    (tmp_path / "a.jsonl").write_text(json.dumps({**row, "published": "2014-05-12"}) + "\n")
    selection = Selection(since="2015")
    ((_, outcome),) = seen(piece(tmp_path / "a.jsonl")[0], selection)
    assert outcome.published == "2014-05-12"
    assert selection.too_old(outcome.published)


@pytest.mark.parametrize(
    ("options", "fresh"),
    [(Options(), False), (Options(force=True), True), (Options(retry_rejects=True), True)],
)
def test_a_partition_that_stands_is_taken_over(
    options: Options, fresh: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless all is to be done again, or it holds a reject that is worth another try."""
    one, folder = piece(corpus(tmp_path / "rows.jsonl", rows=3))[0], Folder(str(tmp_path / "out"))
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.engines.working.assemble", None)
        first = make_partition(one, {}, Options(), folder)
    assert all(told.reject and told.reject.code == Code.EXTRACTION for told in first.told)
    second = make_partition(one, {}, options, folder)
    assert second.name == first.name
    assert any(told.fate is Fate.RECORD for told in second.told) == fresh
    assert [told.fresh for told in second.told] == [fresh] * 3


def test_the_name_of_a_partition_depends_on_all_that_decides_its_bytes(tmp_path: Path) -> None:
    """Another text, source or verdict is another partition."""
    folder, names = Folder(str(tmp_path / "out")), set()
    rows = corpus(tmp_path / "rows.jsonl", rows=2)
    names.add(make_partition(piece(rows)[0], {}, Options(), folder).name)
    names.add(make_partition(piece(rows)[0], {1: Fate.LEFT_OUT}, Options(), folder).name)
    moved = rows.rename(tmp_path / "moved.jsonl")
    names.add(make_partition(piece(moved)[0], {}, Options(), folder).name)
    moved.write_text(moved.read_text().replace("about", "some"))
    names.add(make_partition(piece(moved)[0], {}, Options(), folder).name)
    assert len(names) == 4
    folder.keep("records", {sorted(names)[0]})
    assert [path.name for path in (tmp_path / "out" / "records").iterdir()] == sorted(names)[:1]


def test_articles_that_kill_every_process_end_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ray would try for ever; the message says which articles, and what to do."""
    rows, folder = corpus(tmp_path / "rows.jsonl", rows=3), Folder(str(tmp_path / "out"))

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(partitions, "work", die)
    for _ in range(partitions.MOST_TRIES):
        with pytest.raises(KeyboardInterrupt):
            make_partition(piece(rows)[0], {}, Options(), folder)
    with pytest.raises(EhistoryError, match=rf"{rows}:1 to {rows}:3: 5 processes died"):
        make_partition(piece(rows)[0], {}, Options(), folder)


def test_inputs_by_address(inputs: Path) -> None:
    """A store's folder gives its files by name; its sources are addresses."""
    address = f"file://{inputs}"
    sources = sources_of([address])
    assert [source.name for source in sources] == [
        f"{address}/{name}" for name in ("a.jsonl", "b.jsonl.gz", "c.parquet", "d.jsonl")
    ]
    assert [source.number for source in sources] == [0, 1, 2, 3]
    items = [p for source in sources for p in pieces_of(source, Selection())]
    assert sum(len(p.items) for p in items) == sum(
        len(p.items) for s in sources_of([str(inputs)]) for p in pieces_of(s, Selection())
    )


def test_inputs_that_are_missing_or_not_meant_for_a_cluster(tmp_path: Path) -> None:
    """No such file is a reject like that of a local run; a folder of texts is refused with a remedy."""
    (source,) = sources_of([str(tmp_path / "none.jsonl")])
    ((item,),) = (p.items for p in pieces_of(source, Selection()))
    assert isinstance(item, RejectedInput)
    (tmp_path / "a.txt").write_text("Text.")
    with pytest.raises(EhistoryError, match="use --engine local"):
        sources_of([str(tmp_path)])


@pytest.mark.parametrize("args", [("x.jsonl", "--limit", "3"), ("-",)])
def test_misuse(args: tuple[str, ...], tmp_path: Path) -> None:
    """A limit would need an order that a cluster has not; standard input is on one machine."""
    command = ["extract", *args, "--out", str(tmp_path), "--engine", "ray"]
    assert CliRunner().invoke(cli, command).exit_code == 2


def test_without_the_extra_the_message_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install."""
    rows = corpus(tmp_path / "rows.jsonl", rows=1)
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    result = CliRunner().invoke(
        cli, ["extract", str(rows), "--out", str(tmp_path / "out"), "--engine", "ray"]
    )
    assert "pip install 'ehistory-pipeline[ray]'" in str(result.exception)
