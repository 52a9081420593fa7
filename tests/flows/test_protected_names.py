"""A protected source through the real window: its real name is in no file, message or label in clear."""

import json
import logging
import re
import zipfile
import zlib
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from db import create_names, open_case, open_names
from db.names import _LEAST_COST
from ui.register.contact_form import ContactForm
from ui.register.new_source import NewSourceForm
from ui.register.passphrase import NewPassphraseForm, RealNameForm, UnlockForm
from workbench.export.profiles import Profile
from workbench.model import Source, SourceId

REAL = "Yngvild Tørnquist"
PASSPHRASE = "seven grey lanterns"


@pytest.fixture
def desk_window(make_window, checked_case, tmp_path):
    """A window that keeps real names, with a case of its own folder."""
    window = make_window()
    create = partial(create_names, cost=_LEAST_COST)
    window.workshop = replace(window.workshop, create_names=create, open_names=open_names)
    window.open_path(Path(copyfile(checked_case, tmp_path / "ferry.twosource")))
    return window


@pytest.fixture
def shown(qtbot):
    """Waits for a form or message of the window."""

    def wait(window, kind):
        def found():
            return [form for form in window.findChildren(kind) if form.isVisible()]

        qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
        return found()[0]

    return wait


@pytest.fixture
def protect(qtbot, press, shown):
    """Adds a protected source; returns its code name."""

    def add(window, real=REAL):
        press(window, "new_protected")
        form = shown(window, NewSourceForm)
        form._real.setText(real)
        code = form._name.text()
        form.accept()
        if not window.desk.names.is_open:
            make = shown(window, NewPassphraseForm)
            for line in make.findChildren(QLineEdit):
                line.setText(PASSPHRASE)
            make.accept()
        qtbot.waitUntil(lambda: any(s.name == code for s in window.desk.session.sources()), timeout=20_000)
        return code

    return add


def code_source(window, code):
    return next(source for source in window.desk.session.sources() if source.name == code)


def everything(folder):
    """The bytes of all files, those inside Word files and of compressed streams too."""
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        data = path.read_bytes()
        yield path, data
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from ((path, archive.read(name)) for name in archive.namelist())
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
            try:
                yield path, zlib.decompress(stream)
            except zlib.error:
                continue


def assert_nowhere(name, folder):
    looked = 0
    for path, data in everything(folder):
        looked += 1
        for part in (name, *name.split()):
            for coding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert part.encode(coding) not in data, path.name
            assert json.dumps(part)[1:-1].encode() not in data, path.name
    assert looked


def said(window):
    """All words that widgets show or tell."""
    for widget in [window, *QApplication.topLevelWidgets(), *window.findChildren(QWidget)]:
        for tell in ("windowTitle", "toolTip", "text", "accessibleName", "toPlainText", "placeholderText"):
            words = getattr(widget, tell, None)
            if callable(words):
                yield str(words())


def test_the_real_name_is_in_no_file_message_or_label(
    qtbot, desk_window, protect, press, shown, tmp_path, caplog, capfd
) -> None:
    caplog.set_level(logging.DEBUG)
    window = desk_window
    code = protect(window)
    session = window.desk.session
    window.desk.card.who._note.setPlainText("Has the rota.")
    window.desk.card.settle()
    session.undo()
    session.undo()
    assert session.sources() == ()
    session.redo()
    session.redo()
    window.desk.evidence.acts.cite(code)
    for format in ("html", "md", "docx", "json", "pdf"):
        path = tmp_path / f"summary.{format}"
        window.commands("exporting").export_to(path, Profile.DESK)
        qtbot.waitUntil(path.is_file, timeout=60_000)
        window.desk.jobs.wait()
    window.cases._save_copy(str(tmp_path / "copy.twosource"))
    assert "no copy was made" in window.banner.sentence()
    window.save_settings()
    assert code in (tmp_path / "summary.md").read_text("utf-8")
    assert (tmp_path / "ferry.names").is_file()
    assert not (tmp_path / "copy.names").exists()
    for words in said(window):
        assert "Tørnquist" not in words
    stack = session.undo_stack
    assert all("Yngvild" not in stack.text(at) for at in range(stack.count()))
    assert "Yngvild" not in QApplication.clipboard().text()
    window.close()
    assert_nowhere(REAL, tmp_path)
    assert "Yngvild" not in caplog.text
    assert "Yngvild" not in "".join(capfd.readouterr())
    store = open_case(tmp_path / "copy.twosource")
    assert [source.name for source in store.all(Source)] == [code]
    store.close()


def test_the_name_is_shown_only_when_asked_for_and_locked_again(
    qtbot, desk_window, protect, press, shown
) -> None:
    window, code = desk_window, protect(desk_window)
    card = window.desk.card.terms
    assert card._real.text() == ""
    card._show.click()
    assert card._real.text() == REAL
    press(window, "lock_names")
    assert card._real.text() == ""
    assert window.desk.names.of(code_source(window, code).id) is None
    card._show.click()
    ask = shown(window, UnlockForm)
    ask._passphrase.setText("not this one at all")
    with qtbot.waitSignal(window.desk.names.failed, timeout=20_000) as failed:
        ask.accept()
    assert "does not open" in failed.args[0]
    card._show.click()
    ask = shown(window, UnlockForm)
    ask._passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(window.desk.names.changed, timeout=20_000):
        ask.accept()
    assert card._real.text() == REAL
    window.desk.names._pause.timeout.emit()
    assert (card._real.text(), window.desk.names.is_open) == ("", False)


def test_a_name_is_changed_and_forgotten(qtbot, desk_window, protect, shown) -> None:
    window, code = desk_window, protect(desk_window)
    names, card = window.desk.names, window.desk.card.terms
    card._change.click()
    form = shown(window, RealNameForm)
    form._real.setText("Solveig Aas")
    with qtbot.waitSignal(names.changed, timeout=20_000):
        form.accept()
    id = code_source(window, code).id
    assert names.of(id) == "Solveig Aas"
    with qtbot.waitSignal(names.changed, timeout=20_000):
        card._forget.click()
    assert names.of(id) is None
    assert window.desk.session.source(id) is not None


def test_a_deleted_file_has_forgotten_the_names(qtbot, desk_window, protect) -> None:
    window, code = desk_window, protect(desk_window)
    window.desk.names.path.unlink()
    with qtbot.waitSignal(window.desk.names.failed, timeout=20_000) as failed:
        window.desk.names.keep(code_source(window, code).id, "Else Dahl", lambda: None)
    assert "no file" in failed.args[0]
    assert not window.desk.names.is_open
    assert not window.desk.names.path.exists()


@pytest.mark.parametrize("command", ["unlock_names", "names_passphrase", "forget_strays"])
def test_where_no_names_are_kept_none_are_made_by_unlocking(
    qtbot, desk_window, protect, press, command
) -> None:
    window = desk_window
    protect(window)
    window.desk.names.lock()
    window.desk.names.path.unlink()
    with qtbot.waitSignal(window.desk.protecting.told) as told:
        press(window, command)
    assert "There is no “ferry.names” beside the case" in told.args[0]
    assert not window.findChildren(NewPassphraseForm)


def test_names_of_no_source_can_be_forgotten(qtbot, desk_window, protect, press) -> None:
    window = desk_window
    protect(window)
    window.desk.session.undo()
    with qtbot.waitSignal(window.desk.names.changed, timeout=20_000):
        press(window, "forget_strays")
    assert window.desk.names.held() == frozenset()


def test_the_passphrase_is_changed(qtbot, desk_window, protect, press, shown) -> None:
    window = desk_window
    protect(window)
    press(window, "names_passphrase")
    form = shown(window, NewPassphraseForm)
    first, second = form.findChildren(QLineEdit)
    first.setText("short")
    assert form.answer() is None
    first.setText("four brown buckets")
    assert form.answer() is None
    second.setText("four brown buckets")
    with qtbot.waitSignal(window.desk.names.changed, timeout=20_000):
        form.accept()
    case = window.desk.session.case().id
    assert REAL in open_names(window.desk.names.path, case, "four brown buckets").names.values()


def test_a_name_that_stands_in_a_text_is_warned_of(qtbot, desk_window, press, shown) -> None:
    window = desk_window
    press(window, "new_protected")
    form = shown(window, NewSourceForm)
    form._real.setText("Ida Holm")
    form.accept()
    box = shown(window, QMessageBox)
    assert "This name stands in “The ferry Marit" in box.text()
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert window.desk.session.sources() == ()
    assert not window.desk.names.exists


def test_a_code_name_or_note_that_tells_is_refused(qtbot, desk_window, press, shown) -> None:
    window = desk_window
    press(window, "new_protected")
    form = shown(window, NewSourceForm)
    form._real.setText(REAL)
    form._name.setText("Tornquists friend")
    assert form.answer() is None
    assert "gives the real name away" in form._told.text()
    form._name.setText("Gravel")
    form._note.setPlainText("Mrs Tørnquist has the rota.")
    assert "Take it out" in form._told.text()
    form._note.setPlainText("Has the rota.")
    assert form.answer().source.name == "Gravel"
    assert form.answer().real == REAL
    assert REAL not in repr(form.answer())


def test_a_name_unlocked_is_not_written_into_a_note_or_a_contact(desk_window, protect, press, shown) -> None:
    window = desk_window
    code = protect(window)
    card = window.desk.card
    card.who._note.setPlainText("Tørnquist has the rota.")
    card.settle()
    assert code_source(window, code).note == ""
    assert "Not saved" in card.who._warning.text()
    press(window, "log_contact")
    form = shown(window, ContactForm)
    form._asked.setPlainText("Where is Yngvild Tørnquist’s rota?")
    assert form.answer() is None
    form._asked.setPlainText("Where is the rota?")
    assert form.answer() is not None
    form.reject()
    card.who._note.setPlainText("Has the rota.")
    card.settle()
    assert code_source(window, code).note == "Has the rota."
    assert card.who._warning.isHidden()


def test_without_a_real_name_no_file_is_made(qtbot, desk_window, press, shown) -> None:
    window = desk_window
    press(window, "new_protected")
    form = shown(window, NewSourceForm)
    form.accept()
    (source,) = window.desk.session.sources()
    assert source.protected
    assert not window.desk.names.exists
    assert window.desk.names.of(SourceId(source.id)) is None
