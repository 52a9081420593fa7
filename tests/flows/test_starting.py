"""The first moments of the window: a case named at the start, and an editor who is quicker."""

from shutil import copyfile

import pytest

from ui.__main__ import Start


@pytest.fixture
def cases(checked_case, tmp_path):
    return [copyfile(checked_case, tmp_path / f"{name}.twosource") for name in ("named", "other")]


def test_a_case_named_at_the_start_is_opened_after_the_first_paint(make_window, cases, qtbot):
    window = make_window()
    start = Start(window, cases[0])
    with qtbot.waitSignal(start.painted, timeout=10_000):
        window.status.update()
    assert window.desk is None
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    assert window.desk.session.store.path == cases[0]


def test_a_case_that_the_editor_opened_meanwhile_stays(make_window, cases, qtbot):
    window = make_window()
    start = Start(window, cases[0])
    start.painted.connect(lambda: window.open_path(cases[1]))
    with qtbot.waitSignal(start.opened, timeout=20_000):
        window.status.update()
    assert window.desk.session.store.path == cases[1]
