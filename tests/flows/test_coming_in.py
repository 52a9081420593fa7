"""What comes in: other encodings, pages and rows, annotations, remarks, whole folders."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.dialogs.details import DetailsDialog
from ui.dialogs.encoding import EncodingDialog
from ui.dialogs.go_to import GoToDialog

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
