"""The lock files pin what pyproject.toml asks for, each package with hashes, and name no registry."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)


def pins(name: str) -> dict[str, list[tuple[str, int]]]:
    """The versions of every package of a lock file, each with the number of its hashes."""
    found: dict[str, list[tuple[str, int]]] = {}
    for pin in _PIN.finditer((ROOT / "requirements" / name).read_text(encoding="utf-8")):
        hashes = len(re.findall(r"--hash=sha256:[0-9a-f]{64}", pin["rest"]))
        found.setdefault(canonicalize_name(pin["name"]), []).append((pin["version"], hashes))
    return found


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("core.txt", PROJECT["dependencies"]),
        ("dev.txt", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]),
    ],
)
def test_what_is_asked_for_is_pinned(lock: str, asked: list[str]) -> None:
    """After a change of dependencies `make lock` was run."""
    pinned = pins(lock)
    for needed in map(Requirement, asked):
        versions = [version for version, _ in pinned.get(canonicalize_name(needed.name), [])]
        assert versions, f"{needed.name} is not in requirements/{lock}: run make lock"
        fitting = [needed.specifier.contains(version) for version in versions]
        assert all(fitting), f"{needed} is not what requirements/{lock} pins: run make lock"


@pytest.mark.parametrize("lock", ["core.txt", "dev.txt"])
def test_every_package_has_its_hashes(lock: str) -> None:
    """Whatever registry gives it."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in re.sub(r"#.*", "", text)
    assert all(hashes for versions in pins(lock).values() for _, hashes in versions)


def test_an_extra_is_for_tests_too() -> None:
    """All that extras bring is in the lock that tests are installed from, but PyTorch, which tunes the encoder."""
    extras = PROJECT["optional-dependencies"]
    named = {
        canonicalize_name(Requirement(need).name)
        for extra, needs in extras.items()
        for need in needs
        if extra != "train"
    }
    assert named <= set(pins("dev.txt"))
