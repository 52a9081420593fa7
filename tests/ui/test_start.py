import subprocess
import sys

import pytest
from PySide6.QtCore import QObject

from ui.warmup import FIRST, SOON, THEIRS, WarmUp

EVERYTHING = (*FIRST, *THEIRS, *SOON)

HEAVY = (
    "numpy",
    "spacy",
    "sqlite_utils",
    "trafilatura",
    "rapidfuzz",
    "jinja2",
    "docx",
    "workbench.model",
    "db",
)

PROGRAM = """
import sys
from ui.__main__ import main
def painted():
    print("painted", [name for name in {heavy!r} if name in sys.modules], flush=True)
    sys.stdout.flush()
    import os
    os._exit(0)
main([{case!r}], painted)
"""


def test_nothing_heavy_is_imported_before_the_window_has_painted(tmp_path, monkeypatch):
    monkeypatch.setenv("TWOSOURCE_SETTINGS", str(tmp_path / "settings.json"))
    program = PROGRAM.format(heavy=HEAVY, case=str(tmp_path / "none.twosource"))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "painted []"


def test_warming_up_imports_everything_and_goes_away(qapp, qtbot):
    parent = QObject()
    warm_up = WarmUp(parent)
    with qtbot.waitSignal(warm_up.destroyed, timeout=20_000):
        warm_up.begin()
    assert all(name in sys.modules for name in EVERYTHING)
    parent.deleteLater()


def test_what_a_case_is_opened_with_is_there_when_it_says_so(qapp, qtbot):
    parent = QObject()
    warm_up = WarmUp(parent)
    with qtbot.waitSignal(warm_up.ready, timeout=20_000):
        warm_up.begin()
    assert all(name in sys.modules for name in FIRST)
    parent.deleteLater()


@pytest.mark.parametrize("name", EVERYTHING)
def test_what_is_warmed_up_exists(name):
    assert __import__(name)
