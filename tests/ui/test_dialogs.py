from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from ui.dialogs.ask import AskDialog
from ui.dialogs.checker import CheckerDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.link_source import LinkSourceDialog
from ui.dialogs.paste import PasteDialog
from ui.theme.look import Look
from workbench.model import Document, Query, Role, Source, SourceKind


@pytest.fixture
def look(qapp):
    look = Look(mode="light")
    yield look
    look.deleteLater()


@pytest.fixture
def answer_of(qtbot):
    """The answer a dialog tells when its button is pressed."""

    def accept(dialog):
        with qtbot.waitSignal(dialog.answered) as told:
            dialog.button.click()
        return told.args[0]

    return accept


def link_dialog(suggested=""):
    ids = count(1)
    register = [Source("s1", "Ida Holm", SourceKind.PERSON)]
    documents = [Document("d1", Role.SOURCE, "The audit", outlet="Harbour office", kind=SourceKind.STUDY)]
    return LinkSourceDialog(register, documents, suggested, lambda: f"new-{next(ids)}")


def test_an_empty_name_is_no_answer(qapp):
    dialog = CheckerDialog("")
    assert not dialog.button.isEnabled()
    dialog._name.setText("  Ada  ")
    assert dialog.answer() == "Ada"
    dialog.deleteLater()


def test_a_known_source_is_linked_as_it_stands(qapp, answer_of):
    dialog = link_dialog("ida holm")
    assert not dialog._kind.isEnabled()
    assert answer_of(dialog).id == "s1"


def test_a_new_source_is_described(qapp, answer_of):
    dialog = link_dialog("The letter of 3 March")
    dialog._kind.choose(SourceKind.LETTER)
    answer = answer_of(dialog)
    assert (answer.name, answer.kind, answer.document) == ("The letter of 3 March", SourceKind.LETTER, None)


def test_a_document_of_the_case_gives_the_source_its_name_and_kind(qapp, answer_of):
    dialog = link_dialog()
    dialog._document.choose("d1")
    answer = answer_of(dialog)
    assert (answer.name, answer.kind, answer.document) == ("Harbour office", SourceKind.STUDY, "d1")


def test_details_are_corrected_and_empty_ones_become_unknown(qapp, answer_of):
    before = Document("d1", Role.SOURCE, "Old", published="2026", url="https://old.example")
    dialog = DetailsDialog(before)
    dialog._title.setText("New")
    dialog._url.setText("")
    dialog._role.choose(Role.STORY)
    after = answer_of(dialog)
    assert (after.title, after.url, after.published, after.role) == ("New", None, "2026", Role.STORY)
    assert after.role is Role.STORY


def test_a_question_alone_is_enough(look, answer_of):
    dialog = AskDialog(Query("q1", "c1", ""), "sank in 1998", look)
    dialog._question.setPlainText("Who says so?")
    assert answer_of(dialog) == Query("q1", "c1", "Who says so?")


def test_ctrl_and_enter_in_several_lines_end_the_form(qtbot, look):
    dialog = AskDialog(Query("query", "claim", ""), "What is claimed.", look)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    lines = dialog.findChild(QPlainTextEdit)
    lines.setFocus()
    qtbot.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    qtbot.keyClicks(lines, "Who counted?")
    with qtbot.waitSignal(dialog.answered) as told:
        qtbot.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0]


def test_a_pasted_text_keeps_its_lines(qapp, answer_of):
    dialog = PasteDialog("One.\n\nTwo.", Role.SOURCE)
    answer = answer_of(dialog)
    assert (answer.text, answer.role) == ("One.\n\nTwo.", Role.SOURCE)


def test_the_format_is_the_ending_of_the_file(qapp, tmp_path, answer_of):
    dialog = ExportDialog(tmp_path / "ferry.html")
    dialog.choose("docx")
    assert answer_of(dialog) == tmp_path / "ferry.docx"


def test_a_folder_that_is_not_there_cannot_be_exported_to(qapp, tmp_path):
    dialog = ExportDialog(tmp_path / "gone" / "ferry.html")
    assert not dialog.button.isEnabled()
    dialog.deleteLater()


def test_the_kind_of_a_source_is_guessed_from_its_name(qapp):
    for name, kind in (
        ("the Northern Wire news agency", SourceKind.AGENCY),
        ("Ilse Brandt", SourceKind.PERSON),
    ):
        dialog = link_dialog(name)
        assert dialog._kind.chosen() is kind
        dialog.deleteLater()


def test_a_document_replaces_a_guess_but_not_what_was_written(qapp, answer_of):
    guessed = link_dialog("the harbour agency")
    guessed._document.choose("d1")
    assert answer_of(guessed).name == "Harbour office"
    written = link_dialog("the harbour agency")
    written._name.setText("Our own copy")
    written._document.choose("d1")
    assert answer_of(written).name == "Our own copy"


def test_a_document_taken_back_gives_the_kind_back(qapp):
    dialog = link_dialog("the harbour news agency")
    dialog._document.choose("d1")
    dialog._name.setText("the harbour news agency")
    dialog._document.choose(None)
    assert dialog._kind.chosen() is SourceKind.AGENCY
    dialog.deleteLater()
