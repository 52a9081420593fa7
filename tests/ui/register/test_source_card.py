"""The card of a source and the real names behind it, without a window around them."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from ui.jobs import Job
from ui.panels.buttons import LinkButton
from ui.register.card import SourceCard
from ui.register.real_names import RealNames
from ui.theme.look import Look
from ui.workshop import Workshop
from workbench import register
from workbench.change import Change, added
from workbench.errors import WrongPassphrase
from workbench.model import (
    CaseId,
    Channel,
    Contact,
    ContactId,
    Source,
    SourceId,
    SourceKind,
)

GRAVEL = Source(SourceId("gravel"), "Gravel", SourceKind.PERSON, protected=True)
OPEN = replace(GRAVEL, id=SourceId("open"), name="Ida Holm", protected=False)


@dataclass(frozen=True)
class Kept:
    """Names in memory, as the file would hold them."""

    path: Path
    names: dict

    def with_name(self, source, name):
        return replace(self, names={**self.names, source: name})


class Door:
    """Opens at once, or only when it is let."""

    def __init__(self):
        self.let = Event()
        self.let.set()

    def open(self, path, _case, passphrase):
        self.let.wait(10)
        if passphrase != "right":
            raise WrongPassphrase("It does not open.")
        return Kept(path, {GRAVEL.id: "Ulla Berg"})


@pytest.fixture
def door():
    return Door()


@pytest.fixture
def names(qtbot, session, door, tmp_path):
    (tmp_path / "a.names").write_text("sealed")
    workshop = Workshop(None, None, None, create_names=door.open, open_names=door.open)
    names = RealNames(tmp_path / "a.twosource", CaseId("case"), workshop, session)
    yield names
    names.close()


@pytest.fixture
def card(qtbot, session, names):
    session.do(Change("Add", session.stamp(), added(GRAVEL, OPEN)))
    look = Look(mode="light")
    card = SourceCard(session, look, names)
    qtbot.addWidget(card)
    card.resize(400, 900)
    card.show()
    card.show_source(GRAVEL.id)
    yield card
    look.deleteLater()


def unlock(qtbot, names):
    with qtbot.waitSignal(names.changed):
        names.unlock("right", lambda: None)


def test_names_locked_while_they_are_being_unlocked_stay_locked(qtbot, names, door) -> None:
    door.let.clear()
    went_on = []
    names.unlock("right", partial(went_on.append, True))
    names.lock()
    door.let.set()
    qtbot.waitUntil(lambda: not names.findChildren(Job))
    assert (names.is_open, went_on) == (False, [])


def test_a_wrong_passphrase_opens_nothing(qtbot, names) -> None:
    with qtbot.waitSignal(names.failed) as failed:
        names.unlock("wrong", lambda: None)
    assert failed.args == ["It does not open."]
    assert not names.is_open


def test_use_puts_the_locking_off(qtbot, names) -> None:
    unlock(qtbot, names)
    names._pause.stop()
    assert names.of(GRAVEL.id) == "Ulla Berg"
    assert names._pause.isActive()


def test_a_text_that_holds_an_unlocked_name_is_noticed(qtbot, names) -> None:
    assert not names.stands_in("Ask Mrs Berg.")
    unlock(qtbot, names)
    assert names.stands_in("Ask Mrs Berg.")
    assert not names.stands_in("Ask Gravel.")


def test_the_name_is_covered_again_when_another_source_is_shown(qtbot, card, names) -> None:
    unlock(qtbot, names)
    assert card.terms._real.text() == ""
    card.terms.reveal()
    assert card.terms._real.text() == "Ulla Berg"
    card.show_source(OPEN.id)
    card.show_source(GRAVEL.id)
    assert card.terms._real.text() == ""


def test_an_open_source_has_no_real_name_to_show(card) -> None:
    card.show_source(OPEN.id)
    assert card.terms._show.isHidden()
    assert card.terms._chip.isHidden()
    assert not card.terms._protect.isHidden()


def test_of_many_contacts_the_earlier_ones_wait_until_they_are_asked_for(card, session) -> None:
    log = [
        Contact(ContactId(f"c{day}"), OPEN.id, "Ada", f"2026-03-{day:02}", Channel.PHONE, f"Day {day}?")
        for day in range(1, 13)
    ]
    for contact in log:
        session.do(register.log(contact, session.stamp()))
    card.show_source(OPEN.id)
    cards = card.contacts._cards
    assert cards.count() == 8
    assert "Day 12?" in cards.itemAt(0).widget().accessibleName()
    earlier = card.contacts._earlier
    assert isinstance(earlier, LinkButton)
    assert earlier.text() == "Show 4 earlier"
    earlier.click()
    assert cards.count() == 12
    assert earlier.isHidden()


def test_a_case_that_may_only_be_read_shows_the_card_and_changes_nothing(card, session, monkeypatch) -> None:
    monkeypatch.setattr(type(session.store), "read_only", "Somebody else has it.")
    card.show_source(OPEN.id)
    assert card.who._name.isReadOnly()
    assert not card.who._kind.isEnabled()
    assert not card.contacts._log.isEnabled()
    assert not card._remove.isEnabled()
    assert card.terms._protect.isHidden()
