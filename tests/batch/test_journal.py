"""Outcomes come back as they were put, and stay through a loss of power."""

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.claims import open_claims
from pipeline.errors import Code, OutputError
from pipeline.journal import FORM, Journal, open_journal
from pipeline.outcomes import Outcome, bound_line

RECORD = Outcome(
    line='{"article":{"id":"","source":"","title":"Қазақ \\"ha\\""}}',
    address="e-history.kz/en/a",
    text="0" * 64,
    chars=12,
    published="2014-05",
    facts=(1, 0, 2, 3),
)
REJECT = Outcome(code=Code.EXTRACTION, reason="KeyError: 'é'", text="1" * 64, chars=3)


@pytest.mark.parametrize("outcome", [RECORD, REJECT], ids=["record", "reject"])
def test_an_outcome_comes_back(outcome: Outcome, tmp_path: Path) -> None:
    """Also in the next run, and put again it replaces the old one."""
    with open_journal(tmp_path / "j") as journal:
        assert journal.get(b"key") is None
        journal.put(b"key", REJECT)
        journal.put(b"key", outcome)
    with open_journal(tmp_path / "j") as journal:
        assert journal.get(b"key") == outcome
        assert len(journal) == 1


def test_every_commit_is_synced(tmp_path: Path) -> None:
    """A write-ahead log, synced at each commit: FULL is 2 to SQLite."""
    with open_journal(tmp_path / "j") as journal:
        ask = journal._database.execute
        assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
        assert ask("PRAGMA synchronous").fetchone() == (2,)
        journal.put(b"key", RECORD)
        assert not journal._database.in_transaction


def test_another_form_begins_anew(tmp_path: Path) -> None:
    """A journal of a later or earlier version is of no use."""
    with sqlite3.connect(tmp_path / "j") as database:
        database.execute("CREATE TABLE outcomes (something TEXT)")
        database.execute(f"PRAGMA user_version = {FORM + 1}")
    database.close()
    with open_journal(tmp_path / "j") as journal:
        journal.put(b"key", RECORD)
        assert journal.get(b"key") == RECORD


def test_what_is_not_used_is_forgotten(tmp_path: Path) -> None:
    """By key."""
    with open_journal(tmp_path / "j") as journal:
        for key in (b"a", b"b", b"c"):
            journal.put(key, RECORD)
        journal.prune(lambda key: key == b"b")
        assert [journal.get(key) for key in (b"a", b"b", b"c")] == [None, RECORD, None]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    """SQLite's own words say no path."""
    with pytest.raises(OutputError, match=str(tmp_path / "none" / "j")):
        Journal(tmp_path / "none" / "j")


def test_the_first_claim_holds(tmp_path: Path) -> None:
    """Of a value and its kind; a file of claims is for one run alone."""
    for path in (tmp_path / "claims", tmp_path / "claims", None):
        with open_claims(path) as claims:
            assert claims.holder("id", "a") is None
            claims.claim("id", "a", "first")
            claims.claim("id", "a", "second")
            claims.claim("text", "a", "third")
            assert (claims.holder("id", "a"), claims.holder("text", "a")) == ("first", "third")
    assert not list(tmp_path.iterdir())


@given(st.text(), st.text(), st.text())
def test_id_and_source_are_put_into_the_line(id_: str, source: str, title: str) -> None:
    """Whatever they and the texts after them hold."""
    blank = {"article": {"id": "", "source": "", "title": title}}
    line = json.dumps(blank, separators=(",", ":"))
    bound = json.loads(bound_line(line, json.dumps(id_), json.dumps(source)))
    assert bound == {"article": {"id": id_, "source": source, "title": title}}
