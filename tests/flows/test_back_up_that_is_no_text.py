"""Recordings, pictures and scanned pages: kept, written down place by place, linked, opened."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtTest import QTest

from ui.dialogs.choose import ChooseDialog
from ui.dialogs.refused import RefusedDialog
from workbench.export.gathering import build_report
from workbench.export.markdown import to_markdown
from workbench.logged import files
from workbench.model import Document, Evidence, Medium, Relation, SourceKind

WAVE = b"RIFF\x24\0\0\0WAVEfmt " + bytes(200)


def picture(width=800, height=600):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#446688"))
    held = QByteArray()
    opened = QBuffer(held)
    opened.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(opened, "PNG")
    return bytes(held.data())


@pytest.fixture
def keep(qtbot, tmp_path, settled):
    """Keeps a file as back-up in a window, and waits until it is shown."""

    def take(window, name, data):
        path = Path(tmp_path, name)
        path.write_bytes(data)
        with qtbot.waitSignal(window.desk.logged.taken, timeout=10_000):
            window.commands("logged")._add([str(path)])
        settled(window)
        return next(item for item in window.desk.session.documents() if item.filename == name)

    return take


@pytest.fixture
def opened(monkeypatch):
    """What was handed to other programs."""
    handed = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: handed.append(Path(url.toLocalFile())) or True
    )
    return handed


def write(qtbot, window, place, words):
    form = window.desk.logged.form
    form.place.setText(place)
    qtbot.keyClick(form.place, Qt.Key.Key_Return)
    qtbot.keyClicks(form.note, words)
    qtbot.keyClick(form.note, Qt.Key.Key_Return)


def test_a_recording_is_written_down_by_time_and_cited_by_it(qtbot, checked, keep, settled, press):
    settled(checked)
    desk, session = checked.desk, checked.desk.session
    tape = keep(checked, "harbour.wav", WAVE)
    assert (tape.kind, tape.medium) == (SourceKind.RECORDING, Medium.RECORDING)
    assert session.store.original(tape.original) == WAVE
    assert desk.logged.form.isVisible()

    write(qtbot, checked, "12:03", "He says the ferry Marit sank off Halden in 1998.")
    write(qtbot, checked, "0:40", "Steps on gravel.")
    settled(checked)
    assert desk.source.view.text == (
        "00:00:40 Steps on gravel.\n00:12:03 He says the ferry Marit sank off Halden in 1998."
    )

    claim = session.claims()[0]
    session.choose(claim.id)
    desk.source.view.select(session.layout(desk.source.revision.id).places[1].span)
    press(checked, "link_supports")
    settled(checked)
    linked = [item for item in session.evidence(claim.id) if item.passage.document == tape.id]
    assert linked

    write(qtbot, checked, "5:00", "A bell.")
    settled(checked)
    assert "at 00:12:03" in to_markdown(build_report(session.store, session.stamp().at))

    press(checked, "undo")
    settled(checked)
    assert "A bell" not in desk.source.view.text
    press(checked, "redo")
    settled(checked)
    assert "00:05:00 A bell." in desk.source.view.text


def test_tab_goes_from_the_place_to_the_note_and_on_to_the_log(checked, keep, settled):
    settled(checked)
    keep(checked, "harbour.wav", WAVE)
    form, order = checked.desk.logged.form, []
    part = form.place
    while part is not checked.desk.source.view and len(order) < 40:
        order.append(part)
        part = part.nextInFocusChain()
    assert [one for one in order if one in (form.place, form.note, form.add)] == [
        form.place,
        form.note,
        form.add,
    ]
    assert part is checked.desk.source.view


def test_what_was_typed_wrongly_is_refused_at_the_field_and_stays(qtbot, checked, keep, settled):
    settled(checked)
    keep(checked, "harbour.wav", WAVE)
    form = checked.desk.logged.form
    write(qtbot, checked, "noon", "A bell.")
    assert "no time of a recording" in form._trouble.text()
    assert (form.place.text(), form.note.text()) == ("noon", "A bell.")
    assert checked.desk.source.view.text == ""


def test_a_line_is_changed_and_taken_out(qtbot, checked, keep, settled):
    settled(checked)
    keep(checked, "harbour.wav", WAVE)
    desk, form = checked.desk, checked.desk.logged.form
    write(qtbot, checked, "1:00", "A bell.")
    form.change_line(0)
    form.note.setText("Two bells.")
    qtbot.keyClick(form.note, Qt.Key.Key_Return)
    assert desk.source.view.text == "00:01:00 Two bells."
    form.change_line(0)
    form._remove.click()
    assert desk.source.view.text == ""


def test_an_area_is_drawn_on_a_picture_that_another_process_decoded(qtbot, checked, keep, settled):
    settled(checked)
    photo = keep(checked, "stamp.png", picture())
    form = checked.desk.logged.form
    qtbot.waitUntil(lambda: form.preview._picture is not None, timeout=20_000)
    scale = form.preview._scale()
    start, end = (QPoint(round(x * scale), round(y * scale)) for x, y in ((100, 40), (400, 200)))
    QTest.mousePress(form.preview, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(form.preview, end)
    QTest.mouseRelease(form.preview, Qt.MouseButton.LeftButton, pos=end)
    left, top, right, bottom = map(int, form.place.text().removeprefix("area ").replace("–", ",").split(","))
    assert [abs(x - y) <= 3 for x, y in zip((left, top, right, bottom), (100, 40, 400, 200), strict=True)]
    qtbot.keyClicks(form.note, "The stamp reads Halden.")
    qtbot.keyClick(form.note, Qt.Key.Key_Return)
    assert checked.desk.source.view.text.endswith(": The stamp reads Halden.")
    assert photo.kind is SourceKind.IMAGE


def test_the_page_that_is_written_about_is_shown(qtbot, checked, keep, settled):
    settled(checked)
    writer = PdfWriter()
    for height in (300, 400):
        writer.add_blank_page(200, height)
    held = BytesIO()
    writer.write(held)
    scan = keep(checked, "ledger.pdf", held.getvalue())
    assert (scan.kind, scan.medium) == (SourceKind.DOCUMENT, Medium.PAGES)
    preview = checked.desk.logged.form.preview

    def shape():
        return preview._picture and round(preview._picture.height() / preview._picture.width(), 1)

    qtbot.waitUntil(lambda: shape() == 1.5, timeout=20_000)
    checked.desk.logged.form.place.setText("2, stamp")
    qtbot.waitUntil(lambda: shape() == 2.0, timeout=20_000)
    qtbot.keyClicks(checked.desk.logged.form.note, "Paid in full.")
    qtbot.keyClick(checked.desk.logged.form.note, Qt.Key.Key_Return)
    settled(checked)
    assert checked.desk.source.view.text == "page 2, stamp: Paid in full."
    assert shape() == 2.0, "the next line is likely to be about the same page"


def test_a_file_that_is_no_text_is_offered_to_be_kept_when_it_is_imported(qtbot, checked, tmp_path, settled):
    settled(checked)
    path = tmp_path / "call.wav"
    path.write_bytes(WAVE)
    checked.documents.take_files([path])
    settled(checked)
    assert "not a text" in checked.banner.sentence()
    with qtbot.waitSignal(checked.desk.logged.taken, timeout=10_000):
        checked.banner._answer.click()
    assert checked.desk.logged.document.filename == "call.wav"


def test_files_of_one_import_that_are_no_text_are_kept_together(qtbot, checked, tmp_path, settled):
    settled(checked)
    paths = [tmp_path / name for name in ("call.wav", "stamp.png", "gone.txt")]
    paths[0].write_bytes(WAVE)
    paths[1].write_bytes(picture(80, 60))
    checked.documents.take_files(paths)
    settled(checked)
    dialog = next(iter(checked.findChildren(RefusedDialog)))
    assert "gone.txt" in dialog.text()
    dialog._keep_button().click()
    settled(checked)
    kept = [item for item in checked.desk.session.documents() if item.medium]
    assert [item.medium for item in kept] == [Medium.RECORDING, Medium.PICTURE]


def test_a_file_is_opened_by_another_program_only_after_asking_once(
    qtbot, checked, keep, settled, opened, press
):
    settled(checked)
    keep(checked, "harbour.mp3.exe", WAVE)
    press(checked, "open_file")
    assert "another program" in checked.banner.sentence()
    assert opened == []
    checked.banner._answer.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert opened[0].name == "harbour.mp3.wav"
    assert opened[0].read_bytes() == WAVE
    press(checked, "open_file")
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=10_000)
    checked.close_case()
    assert not opened[0].exists()


def test_what_is_no_recording_picture_or_page_is_never_opened(checked, keep, settled, opened, press):
    settled(checked)
    keep(checked, "tool.exe", b"MZ\x90\0" + bytes(300))
    press(checked, "open_file")
    assert "Save a copy" in checked.banner.sentence()
    assert opened == []


def test_a_file_too_large_for_the_case_is_known_again_by_its_fingerprint(
    qtbot, checked, keep, settled, opened, monkeypatch, tmp_path
):
    settled(checked)
    monkeypatch.setattr(files, "MOST_KEPT", 100)
    checked.settings.opens_files = True
    tape = keep(checked, "long.wav", WAVE)
    assert (tape.original, tape.size) == (None, len(WAVE))
    assert "stays where it is" in checked.banner.sentence()

    logged, other = checked.desk.logged, tmp_path / "other.wav"
    other.write_bytes(WAVE + b"\0")
    with qtbot.waitSignal(logged.not_it, timeout=10_000):
        checked.commands("logged")._find([str(other)])
    assert "not the file" in checked.banner.sentence()
    with qtbot.waitSignal(logged.ready, timeout=10_000):
        checked.commands("logged")._find([str(tmp_path / "long.wav")])
    assert opened == [tmp_path / "long.wav"]

    disguised = (tmp_path / "long.wav").rename(tmp_path / "long.wav.hta")
    with qtbot.waitSignal(logged.failed, timeout=10_000):
        checked.commands("logged")._find([str(disguised)])
    assert "rename it first" in checked.banner.sentence()
    assert opened == [tmp_path / "long.wav"]


def test_the_log_of_a_file_is_back_up_and_never_the_story(checked, keep, settled, press):
    settled(checked)
    tape = keep(checked, "harbour.wav", WAVE)
    panel = checked.desk.documents
    row = next(row for row in panel._model.rows() if row.document.id == tape.id)
    menu = panel.menu_for(row)
    assert {action.text(): action.isEnabled() for action in menu.actions()}["Use as story"] is False
    press(checked, "choose_story")
    dialog = next(iter(checked.findChildren(ChooseDialog)))
    assert tape.title not in {dialog._list.item(at).text() for at in range(dialog._list.count())}


def test_removing_back_up_takes_its_log_along_and_undo_brings_both_back(qtbot, checked, keep, settled, press):
    settled(checked)
    session = checked.desk.session
    tape = keep(checked, "harbour.wav", WAVE)
    write(qtbot, checked, "12:03", "A bell.")
    checked.documents.remove_document(tape.id)
    assert tape.id not in {item.id for item in session.store.all(Document)}
    assert not checked.desk.logged.form.isVisible()
    press(checked, "undo")
    settled(checked)
    assert session.revision(tape.id).text == "00:12:03 A bell."
    assert Relation.SUPPORTS not in {
        item.relation for item in session.store.all(Evidence) if item.passage.document == tape.id
    }
