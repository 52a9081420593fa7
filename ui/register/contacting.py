"""Logs contacts: with a source of the register, or with somebody who comes into it by that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.models.source_rows import SourceRow
from ui.register.contact_form import ContactForm, Met
from ui.register.taking import as_source
from ui.session import Session
from workbench import register
from workbench.model import Channel, Claim, Contact, ContactId, Reply, Source, SourceId, SourceKind

_SPEAKING = {SourceKind.PERSON, SourceKind.ORGANISATION}


class Contacting(QObject):
    """Opens the form over `window`, and writes what it answers; one step to undo."""

    def __init__(self, desk: Callable[[], Desk | None], window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window

    def about_claim(self) -> None:
        """Log a contact about the current claim, with whoever speaks among the sources cited."""
        if (desk := self._desk()) is None:
            return
        session = desk.session
        claim = session.claim(session.current) if session.current else None
        cited = [session.source(item.source) for item in session.citations(claim.id)] if claim else []
        speaking = [source.name for source in cited if source is not None and source.kind in _SPEAKING]
        self._ask(desk, speaking[0] if speaking else "", claim)

    def with_name(self, name: str) -> None:
        """Log a contact with somebody, about nothing in particular."""
        if desk := self._desk():
            self._ask(desk, name, None)

    def correct(self, contact: Contact) -> None:
        """Correct a contact, or add what was answered."""
        if desk := self._desk():
            source = desk.session.source(contact.source)
            self._open(desk, source.name if source else "", contact, new=False)

    def _ask(self, desk: Desk, name: str, claim: Claim | None) -> None:
        session = desk.session
        now = session.stamp().at.astimezone()
        contact = Contact(
            ContactId(session.new_id()),
            SourceId(""),
            session.checker,
            now.strftime("%Y-%m-%dT%H:%M"),
            Channel.PHONE,
            "",
            claim=claim.id if claim else None,
            reply=Reply.ASKED if claim and register.accuses(claim) else None,
        )
        self._open(desk, name, contact, new=True)

    def _open(self, desk: Desk, name: str, contact: Contact, *, new: bool) -> None:
        session = desk.session
        names = dict.fromkeys(source.name for source in session.sources())
        names.update(dict.fromkeys(row.name for row in desk.sources.every() if row.who is not None))
        today = session.stamp().at.astimezone().date()
        tells = desk.names.stands_in
        form = ContactForm(tuple(names), name, session.claims(), contact, today, tells, self._window, new=new)
        form.answered.connect(self._log if new else self._correct)
        form.open()

    def _log(self, met: Met) -> None:
        if desk := self._desk():
            contact, new = _placed(desk, met)
            desk.session.do(register.log(contact, desk.session.stamp(), new=new))

    def _correct(self, met: Met) -> None:
        if (desk := self._desk()) is None:
            return
        after, new = _placed(desk, met)
        known = (item for item in desk.session.every_contact() if item.id == after.id)
        if (before := next(known, None)) is not None:
            desk.session.do(register.correct(before, after, desk.session.stamp(), new=new))


def _placed(desk: Desk, met: Met) -> tuple[Contact, Source | None]:
    """The contact with its source, and the source itself when the register does not have it yet."""
    known = register.named(desk.session.sources(), met.name)
    if known:
        same = next((source for source in known if source.id == met.contact.source), known[0])
        return met.with_source(same.id), None
    new = _newcomer(desk.session, desk.sources.every(), met.name)
    return met.with_source(new.id), new


def _newcomer(session: Session, rows: tuple[SourceRow, ...], name: str) -> Source:
    row = next((row for row in rows if row.name == name), None)
    if row is not None:
        return as_source(session, row)
    return Source(SourceId(session.new_id()), name, SourceKind.PERSON)
