"""The register of sources through the real window: sources taken in, described, contacted, cited."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.dialogs.choose import ChooseDialog
from ui.panels.cited import SourceTag
from ui.register.contact_form import ContactForm
from ui.register.new_source import NewSourceForm
from workbench.change import Change, Edit
from workbench.model import Contact, Reply, Risk, Source, SourceKind, Terms


def form(window, kind):
    return next(found for found in window.findChildren(kind) if found.isVisible())


@pytest.fixture
def listed(qtbot, checked, press):
    """The list of sources in front, with Ida Holm chosen."""
    press(checked, "focus_sources")
    qtbot.waitUntil(lambda: any(row.name == "Ida Holm" for row in checked.desk.sources.rows()))
    checked.desk.sources.choose("Ida Holm")
    return checked


def row(window, name="Ida Holm"):
    return next(row for row in window.desk.sources.rows() if row.name == name)


def test_one_key_takes_a_source_in_and_the_next_opens_its_card(listed, press) -> None:
    press(listed, "source_card")
    (source,) = listed.desk.session.sources()
    assert (source.name, source.kind) == ("Ida Holm", SourceKind.PERSON)
    assert row(listed).source == source
    assert not listed.desk.right.is_showing_card
    press(listed, "source_card")
    assert listed.desk.right.is_showing_card
    listed.desk.session.undo()
    assert listed.desk.session.sources() == ()
    assert not listed.desk.right.is_showing_card
    assert row(listed).source is None


def test_what_is_written_on_the_card_saves_itself_and_can_be_taken_back(listed, press) -> None:
    press(listed, "source_card")
    press(listed, "source_card")
    session, card = listed.desk.session, listed.desk.card
    card.who._note.setPlainText("Was aboard. " * 900)
    card.who._name.setPlainText("  ")
    card.settle()
    card.terms._terms.picked.emit(Terms.BACKGROUND)
    card.who._rank.picked.emit(False)
    (source,) = session.sources()
    assert source.note == "Was aboard. " * 900
    assert source.name == "Ida Holm"
    assert card.who._name.toPlainText() == "Ida Holm"
    assert (source.terms, source.is_primary) == (Terms.BACKGROUND, False)
    assert "on background" in listed.desk.sources._spoken(row(listed))
    session.undo()
    session.undo()
    assert session.sources()[0].terms is None


def test_a_contact_is_logged_from_the_card_and_corrected_there(listed, press) -> None:
    press(listed, "source_card")
    press(listed, "source_card")
    press(listed, "log_contact")
    asked = form(listed, ContactForm)
    assert asked.answer() is None
    asked._asked.setPlainText("Who was warned?")
    asked._at.setText("2100-01-01")
    assert "lies ahead" in asked._problem.text()
    asked._at.setText("12 March 2026")
    asked.accept()
    session = listed.desk.session
    (contact,) = session.every_contact()
    assert (contact.at, contact.by, contact.asked) == ("2026-03-12", "Ada Lind", "Who was warned?")
    assert row(listed).contacts == 1
    listed.desk.card.contacts.edit_wanted.emit(contact)
    form(listed, ContactForm)._answer.setPlainText("Nobody.")
    form(listed, ContactForm).accept()
    assert session.every_contact()[0].answer == "Nobody."
    listed.desk.card.contacts._strike(session.every_contact()[0])
    assert session.every_contact() == ()
    session.undo()
    assert session.every_contact()[0].answer == "Nobody."


def test_somebody_accused_is_asked_from_the_claim(listed, press) -> None:
    session = listed.desk.session
    claim = session.claim(session.current)
    change = Change("Say the risk", session.stamp(), (Edit(claim, replace(claim, risk=Risk.LIBEL)),))
    session.do(change)
    assert "nobody has been asked" in listed.desk.evidence._cited._right.text()
    press(listed, "missing_replies")
    assert "nobody asked yet" in listed.banner.sentence()
    press(listed, "source_card")
    listed.desk.evidence._cited.log_wanted.emit()
    asked = form(listed, ContactForm)
    assert asked._claim.chosen() == claim.id
    assert asked._reply.chosen() is Reply.ASKED
    assert asked._name.text() == ""
    asked._asked.setPlainText("What do you say to this?")
    assert "Say with whom" in asked._problem.text()
    asked._name.setText("the harbour  office")
    asked._answer.setPlainText("It is false.")
    assert asked._reply.chosen() is Reply.GIVEN
    asked.accept()
    (contact,) = session.contacts_about(claim.id)
    assert contact.reply is Reply.GIVEN
    assert session.source(contact.source).name == "the harbour office"
    assert "Reply given" in listed.desk.evidence._cited._right.text()
    session.undo()
    assert [source.name for source in session.sources()] == ["Ida Holm"]


def test_the_tag_beside_a_claim_opens_the_card_and_escape_leads_back(qtbot, listed, press) -> None:
    listed.desk.evidence.acts.cite("Ida Holm")
    tag = listed.desk.evidence.findChild(SourceTag)
    tag.opened.emit(tag._source)
    assert listed.desk.right.is_showing_card
    assert listed.desk.card.cited._shown
    qtbot.keyClick(listed.desk.card, Qt.Key.Key_Escape)
    assert not listed.desk.right.is_showing_card


def test_keys_about_passages_touch_none_while_a_card_hides_them(listed, press) -> None:
    press(listed, "source_card")
    press(listed, "source_card")
    session = listed.desk.session
    before = session.evidence(session.current)
    for key in ("supports", "set_aside", "show_passage"):
        press(listed, key)
    assert session.evidence(session.current) == before
    assert listed.desk.right.is_showing_card
    press(listed, "note")
    assert not listed.desk.right.is_showing_card


def test_a_name_that_is_known_opens_its_card_and_twins_are_made_one(listed, press) -> None:
    press(listed, "source_card")
    press(listed, "new_source")
    adding = form(listed, NewSourceForm)
    adding._name.setText(" ida  HOLM ")
    assert adding.button.text() == "Open its card"
    adding.accept()
    session = listed.desk.session
    assert len(session.sources()) == 1
    press(listed, "new_source")
    form(listed, NewSourceForm)._name.setText("I. Holm")
    form(listed, NewSourceForm).accept()
    listed.desk.card.who._name.setPlainText("Ida Holm")
    listed.desk.card.settle()
    assert len(session.sources()) == 2
    listed.desk.card.who._want_join()
    assert len(session.sources()) == 1
    session.undo()
    assert len(session.sources()) == 2


def test_documents_are_tied_and_a_removed_one_is_let_go(listed, press) -> None:
    press(listed, "source_card")
    press(listed, "source_card")
    session, papers = listed.desk.session, listed.desk.card.papers
    letter = next(item for item in session.documents() if item.filename == "letter.txt")
    papers.ask_paper()
    dialog = form(listed, ChooseDialog)
    dialog.answered.emit((letter.id,))
    dialog.reject()
    assert session.sources()[0].papers == (letter.id,)
    papers._make_own((letter.id,))
    assert (session.sources()[0].document, session.sources()[0].papers) == (letter.id, ())
    listed.documents.remove_document(letter.id)
    assert session.document(letter.id) is None
    assert session.sources()[0].document is None
    session.undo()
    assert session.sources()[0].document == letter.id


def test_a_source_removed_takes_its_contacts_with_it(listed, press) -> None:
    press(listed, "source_card")
    press(listed, "source_card")
    press(listed, "log_contact")
    form(listed, ContactForm)._asked.setPlainText("?")
    form(listed, ContactForm).accept()
    listed.desk.card._remove.click()
    store = listed.desk.store
    assert (store.all(Source), store.all(Contact)) == ((), ())
    assert not listed.desk.right.is_showing_card
    listed.desk.session.undo()
    assert len(store.all(Contact)) == 1


def test_protecting_a_known_source_is_refused_and_a_new_one_offered(listed, press) -> None:
    QApplication.clipboard().clear()  # of what an earlier test has copied
    press(listed, "source_card")
    press(listed, "source_card")
    listed.desk.card.terms._protect.click()
    dialog = form(listed, ChooseDialog)
    assert "nothing is ever taken out" in dialog.words.text()
    dialog.accept()
    assert form(listed, NewSourceForm)._protected.isChecked()
    assert not listed.desk.session.sources()[0].protected
    assert QApplication.clipboard().text() == ""
