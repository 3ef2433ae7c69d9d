"""The recipe of an outcome: everything beside an article's contents that decides its facts."""

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipeline.assembling import provenance
from pipeline.reading import Parcel

_PACKAGE = Path(__file__).parent


@cache
def recipe() -> str:
    """A hash of pipeline, model, configuration, lexicons, spaCy and the package's own code.

    The code counts beside the version, which stands still while one works on the rules.
    """
    made = [provenance().model_dump_json(), version("spacy"), _code_sha256()]
    return hashlib.sha256(json.dumps(made).encode()).hexdigest()


def outcome_key(parcel: Parcel) -> bytes:
    """The hash of an article's contents and the recipe: 32 bytes."""
    return hashlib.sha256(json.dumps([recipe(), *parcel.contents]).encode()).digest()


def _code_sha256() -> str:
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
