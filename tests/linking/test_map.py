"""The package's docstring says where everything is."""

import re
from pathlib import Path

from pipeline import linking


def test_the_map_of_the_package_names_every_module_once() -> None:
    folder = Path(linking.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    modules |= {path.parent.name for path in folder.glob("*/__init__.py")}
    told = re.findall(r"`(\w+)`", linking.__doc__ or "")
    assert sorted(told) == sorted(modules)
