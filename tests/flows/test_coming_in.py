"""What comes in: other encodings, pages and rows, annotations, remarks, whole folders."""

import json

import pytest
from making_docx import make_docx
from PySide6.QtWidgets import QApplication

from ui.dialogs.ask import AskDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.encoding import EncodingDialog
from ui.dialogs.go_to import GoToDialog
from ui.dialogs.refused import RefusedDialog
from ui.dialogs.unplaced import UnplacedDialog
from ui.incoming.remark_popup import RemarkPopup
from workbench.text import Span

POLISH = "Łódź sells its tram sheds\n\nThe city of Łódź sold three sheds in March, the mayor said.\n"


@pytest.fixture
def read_in(window, settled):
    """Reads files in and waits."""

    def read(*paths):
        window.documents.take_files(paths)
        settled(window)
        return window.desk.session

    return read


def popup_of(window):
    return window.findChild(RemarkPopup)


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


def test_photos_and_recordings_of_a_folder_can_be_kept_as_back_up(window, texts, tmp_path, read_in, qtbot):
    session = read_in(texts["story"])
    folder = tmp_path / "post"
    folder.mkdir()
    many(folder, 2)
    (folder / "tape.wav").write_bytes(b"RIFF\x00\x00\x00\x00WAVE")
    (folder / "empty.txt").write_bytes(b"")
    window.documents.take_files([folder])
    qtbot.waitUntil(
        lambda: any(isinstance(w, RefusedDialog) for w in QApplication.topLevelWidgets()), timeout=60_000
    )
    dialog = opened(RefusedDialog)
    assert "post holds one file that Twosource reads no text from: tape.wav." in dialog.text()
    dialog.keep_wanted.emit(dialog._keepable)
    qtbot.waitUntil(lambda: "tape.wav" in {one.filename for one in session.documents()})


def test_a_folder_of_nothing_but_recordings_offers_to_keep_them(window, texts, tmp_path, read_in, qtbot):
    read_in(texts["story"])
    folder = tmp_path / "post"
    folder.mkdir()
    (folder / "tape.wav").write_bytes(b"RIFF\x00\x00\x00\x00WAVE")
    window.documents.take_files([folder])
    qtbot.waitUntil(lambda: "reads no text from: tape.wav" in window.banner.sentence())
    assert window.banner._answer.isVisible()


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


@pytest.fixture
def remarked(window, tmp_path, read_in):
    """A story that came as a Word file with two comments."""

    def write(document):
        document.add_heading("Ferry sank off Halden", 0)
        run = document.add_paragraph("The ferry Marit sank off Halden in 1998.").runs[0]
        document.add_comment([run], text="The register says 1997.", author="Ruth Adeyemi", initials="RA")
        run = document.add_paragraph("The harbour was rebuilt later by the county.").runs[0]
        document.add_comment([run], text="Which county?", author="Tam Oduya", initials="TO")

    path = tmp_path / "ferry.docx"
    path.write_bytes(make_docx(write))
    read_in(path)
    return window


def waiting(window):
    session = window.desk.session
    return [item.text for item in session.remarks(session.revision(session.story().id).id) if not item.done]


def test_a_comment_becomes_a_claim_that_says_who_said_what(remarked, press, qtbot):
    press(remarked, "remarks")
    section = remarked.desk.remarks
    qtbot.waitUntil(section.isVisible)
    assert waiting(remarked) == ["The register says 1997.", "Which county?"]
    press(remarked, "remark_claim")
    session = remarked.desk.session
    claim = session.claim(session.current)
    assert claim.note.endswith("Ruth Adeyemi: The register says 1997.")
    assert waiting(remarked) == ["Which county?"]
    press(remarked, "undo")
    assert waiting(remarked) == ["The register says 1997.", "Which county?"]


def test_a_comment_is_put_to_the_author_and_ticked_off(remarked, press, qtbot):
    press(remarked, "remarks")
    press(remarked, "next_remark")
    assert remarked.desk.remarks.current.text == "Which county?"
    press(remarked, "remark_ask")
    opened(AskDialog).accept()
    (query,) = remarked.desk.session.every_query()
    assert query.question == "Tam Oduya: Which county?"
    press(remarked, "remark_tick")
    assert waiting(remarked) == ["The register says 1997."]


def test_a_click_on_the_words_shows_what_was_written_beside_them(remarked, qtbot):
    desk = remarked.desk
    session = desk.session
    first = session.remarks(session.revision(session.story().id).id)[0]
    desk.story.view.marks_clicked.emit((f"remark/{first.id}",))
    popup = popup_of(remarked)
    assert "Ruth Adeyemi" in popup.cards[0].accessibleName()
    assert "The register says 1997." in popup.cards[0].accessibleName()
    popup.cards[0].tick.click()
    assert waiting(remarked) == ["Which county?"]


def test_a_note_of_a_source_is_shown_in_the_reader(window, texts, tmp_path, read_in):
    def write(document):
        run = document.add_paragraph("The quay was closed in 1931, the board wrote.").runs[0]
        document.add_comment([run], text="See the minutes.", author="", initials="")

    path = tmp_path / "board.docx"
    path.write_bytes(make_docx(write))
    read_in(texts["story"])
    session = read_in(path)
    document = session.documents()[-1]
    window.desk.reading.show_document(document.id)
    (note,) = session.remarks(session.revision(document.id).id)
    window.desk.source.view.marks_clicked.emit((f"remark/{note.id}",))
    card = popup_of(window).cards[0]
    assert "See the minutes." in card.accessibleName()
    assert not card.tick.isVisible()


def annotation(words, said, at=0):
    selector = {"type": "TextQuoteSelector", "exact": words}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:{at}",
        "type": "Annotation",
        "creator": {"name": "Ruth Adeyemi"},
        "body": {"type": "TextualBody", "value": said, "purpose": "commenting"},
        "target": {"source": "https://elsewhere.example/ferry", "selector": [selector]},
    }


def test_annotations_come_beside_their_words_and_the_others_are_placed_by_hand(
    window, texts, tmp_path, read_in, settled
):
    session = read_in(texts["story"])
    path = tmp_path / "notes.json"
    found = annotation("cost 3 million crowns", "The budget says 2."), annotation("a tram line", "Gone?", 1)
    path.write_text(json.dumps(list(found)), encoding="utf-8")
    window.documents.take_files([path])
    settled(window)
    assert waiting(window) == ["The budget says 2."]
    assert (
        "One annotation of notes.json is beside its words now. 1 found no place." in window.banner.sentence()
    )
    dialog = opened(UnplacedDialog)
    assert dialog.current.annotation.quote.exact == "a tram line"
    dialog.put.click()
    assert "Select words" in window.banner.sentence()
    text = window.desk.story.view.text
    start = text.index("The harbour was rebuilt")
    window.desk.story.view.select(Span(start, start + 11))
    dialog.put.click()
    assert waiting(window) == ["The budget says 2.", "Gone?"]
    assert dialog.count() == 0
    session.undo()
    session.undo()
    assert waiting(window) == []


def test_a_file_that_holds_no_annotations_is_refused_in_a_sentence(window, texts, tmp_path, read_in, settled):
    read_in(texts["story"])
    path = tmp_path / "list.json"
    path.write_text("[1, 2]", encoding="utf-8")
    window.documents.take_files([path])
    settled(window)
    assert "holds no annotations" in window.banner.sentence()
