"""A PostgreSQL server of the tests' own, and a file of records."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from exports import record, write_records

ABSENT = "no PostgreSQL server here; `make .postgresql.stamp` installs Debian's"


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl: on the path, or where Debian puts it."""
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return Path(found).resolve().parent if found else next(reversed(folders), None)


def _owner() -> str:
    """Who runs the server, which root may not."""
    names = {user.pw_name for user in pwd.getpwall()}
    if os.geteuid():
        return pwd.getpwuid(os.geteuid()).pw_name
    return "postgres" if "postgres" in names else "nobody"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of an empty database, reached through a socket in a folder of its own."""
    programs = _programs()
    if programs is None:
        # A run that must prove something (CI=true) can't pass by looking away.
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(ABSENT)
    folder, owner = Path(tempfile.mkdtemp(prefix="ehistory-pg-")), _owner()
    as_owner = {} if os.geteuid() else {"user": owner, "group": pwd.getpwnam(owner).pw_gid}
    shutil.chown(folder, owner)

    def run(program: str, *args: str) -> None:
        command = [programs / program, "-D", folder / "data", *args]
        with (folder / "log").open("a+") as log:
            done = subprocess.run(command, cwd=folder, stdout=log, stderr=log, **as_owner)
            log.seek(0)
            assert done.returncode == 0, log.read()

    try:
        run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")
        run("pg_ctl", "start", "-w", "-o", f"-k {folder} -c listen_addresses= -c fsync=off")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            run("pg_ctl", "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def address(postgresql: str) -> Iterator[str]:
    """The server's database, emptied afterwards."""
    yield postgresql
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Two records, one of them with all that tables stumble over."""
    return write_records(tmp_path / "records.jsonl", [record(), record("plain's", dates=[])])
