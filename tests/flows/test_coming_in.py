"""What comes in: other encodings, pages and rows, annotations, remarks, whole folders."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.dialogs.details import DetailsDialog
from ui.dialogs.encoding import EncodingDialog
from ui.dialogs.go_to import GoToDialog
from ui.dialogs.refused import RefusedDialog

POLISH = "Łódź sells its tram sheds\n\nThe city of Łódź sold three sheds in March, the mayor said.\n"


@pytest.fixture
def read_in(window, settled):
    """Reads files in and waits."""

    def read(*paths):
        window.documents.take_files(paths)
        settled(window)
        return window.desk.session

    return read


def opened(kind):
    return next(
        dialog for dialog in QApplication.topLevelWidgets() if isinstance(dialog, kind) and dialog.isVisible()
    )


def test_a_garbled_text_is_read_again_in_the_encoding_it_is_in(
    window, texts, tmp_path, read_in, settled, qtbot
):
    path = tmp_path / "sheds.txt"
    path.write_bytes(POLISH.encode("cp1250"))
    session = read_in(texts["story"])
    session = read_in(path)
    document = session.documents()[-1]
    assert document.charset == "cp1252"
    window.documents.show_details(document.id)
    opened(DetailsDialog)._want_encoding()
    qtbot.waitUntil(lambda: any(isinstance(w, EncodingDialog) for w in QApplication.topLevelWidgets()))
    dialog = opened(EncodingDialog)
    assert "£ódŸ" in dialog.preview()
    assert not dialog.button.isEnabled()
    dialog.choose("cp1250")
    assert "Łódź" in dialog.preview()
    dialog.accept()
    qtbot.waitUntil(lambda: "Łódź" in session.revision(document.id).text)
    settled(window)
    assert session.document(document.id).title == "Łódź sells its tram sheds"
    session.undo()
    assert "Łódź" not in session.revision(document.id).text
    assert session.document(document.id).charset == "cp1252"


def test_the_reader_says_which_row_it_shows_and_goes_to_another(window, texts, tmp_path, read_in):
    path = tmp_path / "counts.csv"
    path.write_text("town,count\n" + "\n".join(f"Town {n},{n * 7}" for n in range(2, 200)), encoding="utf-8")
    read_in(texts["story"])
    session = read_in(path)
    desk = window.desk
    desk.reading.show_document(session.documents()[-1].id)
    assert desk.source._at.text() == "row 1"
    window.actions_["go_to_place"].trigger()
    dialog = opened(GoToDialog)
    dialog._line.setText("500")
    assert not dialog.button.isEnabled()
    dialog._line.setText("120")
    dialog.accept()
    at = desk.source.view.caret()
    assert desk.source.view.text[at:].startswith("town: Town 120 ")


def test_without_pages_it_says_so(window, texts, read_in):
    read_in(texts["story"])
    window.actions_["go_to_place"].trigger()
    assert "has pages or rows" in window.banner.sentence()


def many(folder, count):
    for number in range(count):
        (folder / f"letter {number}.txt").write_text(
            f"Letter {number}.\n\nThe quay was closed in {1900 + number}.\n"
        )


def test_a_folder_is_read_and_what_could_not_be_is_told_in_one_list(window, texts, tmp_path, read_in, qtbot):
    session = read_in(texts["story"])
    folder = tmp_path / "post"
    folder.mkdir()
    many(folder, 4)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "cut.docx").write_bytes(b"PK\x03\x04 and no more")
    window.documents.take_files([folder])
    qtbot.waitUntil(
        lambda: any(isinstance(w, RefusedDialog) for w in QApplication.topLevelWidgets()), timeout=60_000
    )
    told = opened(RefusedDialog).text()
    assert told.startswith("Read 4 of 6 files. 2 could not be read.")
    assert "empty.txt is empty" in told
    assert "cut.docx is cut short" in told
    assert len(session.documents()) == 5
    opened(RefusedDialog)._copy()
    assert QApplication.clipboard().text() == told


def test_the_same_folder_again_reads_only_what_is_new(window, texts, tmp_path, read_in, settled):
    read_in(texts["story"])
    folder = tmp_path / "post"
    folder.mkdir()
    many(folder, 3)
    window.documents.take_files([folder])
    settled(window)
    many(folder, 4)
    window.documents.take_files([folder])
    settled(window)
    assert len(window.desk.session.documents()) == 5
    assert window.banner.sentence() == ("Read 1 of 4 files. 3 were in the case already and were passed over.")


def test_a_stopped_folder_is_gone_on_with(window, texts, tmp_path, read_in, settled):
    session = read_in(texts["story"])
    folder = tmp_path / "post"
    folder.mkdir()
    many(folder, 5)
    checking = window.desk.checking

    def stop(_document):
        if len(session.documents()) == 3:
            checking.cancel()

    checking.imported.connect(stop)
    window.documents.take_files([folder])
    settled(window)
    assert len(session.documents()) == 3
    assert window.banner.sentence() == "Read 2 of 5 files. Choose the same again to read the other 3."
    checking.imported.disconnect(stop)
    window.documents.take_files([folder])
    settled(window)
    assert len(session.documents()) == 6


def test_a_folder_is_taken_out_again_in_one_go(window, texts, tmp_path, read_in, settled):
    session = read_in(texts["story"])
    folder = tmp_path / "post"
    folder.mkdir()
    many(folder, 3)
    window.documents.take_files([folder])
    settled(window)
    assert session.undo_stack.undoText() == "Import 3 documents"
    session.undo()
    assert len(session.documents()) == 1
