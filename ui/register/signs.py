"""How the register reads on screen: kinds, terms, channels, replies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from ui.models.dates import date_words
from ui.models.signs import Sign, source_word
from ui.theme.colours import Tone
from workbench.model import Channel, Contact, Reply, Source, SourceKind, Terms
from workbench.register import Answered

_CONTEXT = "Register"
_ICONS = {
    SourceKind.PERSON: "user",
    SourceKind.ORGANISATION: "library",
    SourceKind.SPEECH: "message-square",
    SourceKind.TRANSCRIPT: "quote",
    SourceKind.RECORDING: "message-square",
    SourceKind.DATASET: "list-checks",
    SourceKind.COURT_RECORD: "scale",
    SourceKind.LAW: "scale",
    SourceKind.STUDY: "book-open",
    SourceKind.AGENCY: "network",
    SourceKind.NEWSPAPER: "newspaper",
    SourceKind.BROADCASTER: "globe",
    SourceKind.WEBSITE: "globe",
    SourceKind.SOCIAL_POST: "message-square",
    SourceKind.PRESS_RELEASE: "newspaper",
    SourceKind.ENCYCLOPAEDIA: "book-open",
}


def source_icon(kind: SourceKind) -> str:
    """The icon of a kind of source."""
    return _ICONS.get(kind, "file-text")


def kind_sign(kind: SourceKind) -> Sign:
    """A kind of source as a control shows it."""
    word = source_word(kind)
    return Sign(word[:1].upper() + word[1:], source_icon(kind), Tone.MUTED)


def rank_word(source: Source) -> str:
    """Whether it speaks at first hand."""
    return _said("primary") if source.is_primary else _said("secondary")


def terms_sign(terms: Terms | None) -> Sign:
    """On what terms a source talks."""
    match terms:
        case None:
            return Sign(_said("Terms not noted"), "circle-dashed", Tone.MUTED)
        case Terms.ON_RECORD:
            return Sign(_said("On record"), "circle-check", Tone.GOOD)
        case Terms.BACKGROUND:
            return Sign(_said("On background"), "eye-off", Tone.CARE)
        case Terms.OFF_RECORD:
            return Sign(_said("Off record"), "circle-slash", Tone.BAD)
        case Terms.ANONYMOUS:
            return Sign(_said("Anonymous"), "eye-off", Tone.CARE)


def terms_meaning(terms: Terms | None) -> str:
    """What the terms allow, and what a summary tells."""
    match terms:
        case None:
            return _said("Nothing agreed, or not noted. Summaries give name and answers.")
        case Terms.ON_RECORD:
            return _said("May be named and quoted. Summaries give name and answers.")
        case Terms.BACKGROUND:
            return _said("May be used, but not by name. Summaries leave out name and answers.")
        case Terms.OFF_RECORD:
            return _said("May not be used. Summaries leave out name and answers.")
        case Terms.ANONYMOUS:
            return _said("May be quoted, but never named. Summaries leave out name and answers.")


def channel_word(channel: Channel) -> str:
    """How somebody was reached."""
    match channel:
        case Channel.PHONE:
            return _said("phone")
        case Channel.EMAIL:
            return _said("e-mail")
        case Channel.MESSAGE:
            return _said("message")
        case Channel.IN_PERSON:
            return _said("in person")
        case Channel.LETTER:
            return _said("letter")


def reply_sign(reply: Reply) -> Sign:
    """Where the right of reply stands."""
    match reply:
        case Reply.ASKED:
            return Sign(_said("Reply asked for"), "clock", Tone.CARE)
        case Reply.GIVEN:
            return Sign(_said("Reply given"), "check", Tone.GOOD)
        case Reply.DECLINED:
            return Sign(_said("Reply declined"), "x", Tone.OPEN)


def right_text(answered: Answered) -> str:
    """Where the right of reply to an accusation stands, for the claim's pane."""
    date = at_words(answered.at or "")
    match answered.state:
        case None:
            return _said("An accusation: nobody has been asked for a reply yet.")
        case Reply.ASKED:
            return _said("Asked for a reply on {date}; none yet.").format(date=date)
        case Reply.GIVEN:
            return _said("Reply given on {date}.").format(date=date)
        case Reply.DECLINED:
            return _said("Reply declined on {date}.").format(date=date)


def at_words(iso: str) -> str:
    """A date of any precision with its time of day: "6 Mar 2026, 14:05"."""
    time = QTime.fromString(iso[11:16], "HH:mm")
    clock = QLocale().toString(time, "HH:mm") if time.isValid() else ""
    return ", ".join(part for part in (date_words(iso), clock) if part)


def contact_line(contact: Contact) -> str:
    """When, how and by whom."""
    return " · ".join((at_words(contact.at), channel_word(contact.channel), contact.by))


def register_line(source: Source, contacts: int, cited: int) -> str:
    """What the register says of a source, in one line."""
    parts = [rank_word(source)]
    if source.terms is not None:
        parts.append(terms_sign(source.terms).word.lower())
    if contacts:
        parts.append(
            _said("1 contact") if contacts == 1 else _said("{count} contacts").format(count=contacts)
        )
    if cited:
        parts.append(
            _said("cited for 1 claim")
            if cited == 1
            else _said("cited for {count} claims").format(count=cited)
        )
    return _said("In the register: {facts}").format(facts=" · ".join(parts))


def _said(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
