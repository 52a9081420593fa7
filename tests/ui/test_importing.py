import subprocess
import sys

import pytest

from ui.importing import needed_by, one_by_one

STEPS = """
import sys
from ui.importing import one_by_one
most = 0
before = len(sys.modules)
for name in one_by_one(["ui.desk"]):
    most, before = max(most, len(sys.modules) - before), len(sys.modules)
print("ui.desk" in sys.modules, most)
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package `ui_steps` of ours that nothing has imported."""
    folder = tmp_path / "ui_steps"
    folder.mkdir()
    (folder / "__init__.py").write_text("from ui_steps.first import ONE\n")
    (folder / "first.py").write_text("import plistlib\nONE = 1\n")
    (folder / "last.py").write_text(
        "from typing import TYPE_CHECKING\n"
        "from . import first\n"
        "if TYPE_CHECKING:\n    import tabnanny\n"
        "import nowhere_to_be_found\n"
        "def later():\n    import sndhdr\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr("ui.importing.OURS", ("ui_steps",))
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "ui_steps"]:
        del sys.modules[name]


def test_what_stands_in_functions_or_for_type_checkers_is_not_needed(package):
    assert needed_by("ui_steps.last") == (
        "typing",
        "ui_steps",
        "ui_steps.first",
        "nowhere_to_be_found",
    )


def test_looking_imports_nothing(package):
    needed_by("ui_steps.last")
    assert "ui_steps" not in sys.modules


def test_what_a_package_needs_is_imported_before_it(package):
    seen = [(name, "ui_steps" in sys.modules) for name in one_by_one(["ui_steps.first"])]
    assert ("plistlib", False) in seen
    assert "ui_steps.first" in sys.modules


def test_what_cannot_be_imported_is_left_to_who_needs_it(package):
    list(one_by_one(["ui_steps.last", "ui_steps.first"]))
    assert "ui_steps.last" not in sys.modules
    assert "ui_steps.first" in sys.modules


def test_the_desk_comes_in_small_steps():
    done = subprocess.run([sys.executable, "-c", STEPS], capture_output=True, text=True, timeout=60)
    there, most = done.stdout.split()
    assert there == "True"
    assert int(most) < 120
