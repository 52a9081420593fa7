"""How a state reads on screen: a word, an icon and a semantic colour, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.theme.colours import Tone
from workbench.model import (
    Claim,
    ClaimKind,
    Disposition,
    Evidence,
    QueryStatus,
    Relation,
    Risk,
    SourceKind,
    SpeakerKind,
    Status,
    Step,
    Voice,
)

_CONTEXT = "Signs"
_LONGEST = 60
"""Characters of a verdict in the desk's own words that a sign shows."""


def QT_TRANSLATE_NOOP(context: str, word: str) -> str:
    """Mark a word for the translators, under the name that they search for; Qt's own is not typed."""
    assert context == _CONTEXT
    return word


@dataclass(frozen=True, slots=True)
class Sign:
    """A word with its icon and tone."""

    word: str
    icon: str
    tone: Tone


_DISPOSITIONS = {
    Disposition.OPEN: Sign(QT_TRANSLATE_NOOP("Signs", "Open"), "circle-dashed", Tone.OPEN),
    Disposition.CONFIRMED: Sign(QT_TRANSLATE_NOOP("Signs", "Confirmed"), "circle-check", Tone.GOOD),
    Disposition.CORRECTED: Sign(QT_TRANSLATE_NOOP("Signs", "Corrected"), "pencil", Tone.ACCENT),
    Disposition.ON_AUTHOR: Sign(QT_TRANSLATE_NOOP("Signs", "On author"), "user", Tone.ACCENT),
    Disposition.TK: Sign(QT_TRANSLATE_NOOP("Signs", "TK, still to come"), "clock", Tone.CARE),
    Disposition.UNVERIFIABLE: Sign(QT_TRANSLATE_NOOP("Signs", "Unverifiable"), "circle-help", Tone.CARE),
    Disposition.LEGAL: Sign(QT_TRANSLATE_NOOP("Signs", "Legal"), "scale", Tone.BAD),
}
_LINKED = {
    Relation.SUPPORTS: Sign(QT_TRANSLATE_NOOP("Signs", "Supports"), "circle-check", Tone.GOOD),
    Relation.CONTRADICTS: Sign(QT_TRANSLATE_NOOP("Signs", "Contradicts"), "circle-x", Tone.BAD),
    Relation.CONTEXT: Sign(QT_TRANSLATE_NOOP("Signs", "Context"), "circle-dot", Tone.OPEN),
}
_SUGGESTED = {
    Relation.SUPPORTS: Sign(QT_TRANSLATE_NOOP("Signs", "May support"), "sparkles", Tone.GOOD),
    Relation.CONTRADICTS: Sign(QT_TRANSLATE_NOOP("Signs", "Possible conflict"), "triangle-alert", Tone.BAD),
    Relation.CONTEXT: Sign(QT_TRANSLATE_NOOP("Signs", "Context"), "sparkles", Tone.OPEN),
}
_QUERIES = {
    QueryStatus.OPEN: Sign(QT_TRANSLATE_NOOP("Signs", "Waiting"), "clock", Tone.CARE),
    QueryStatus.ACCEPTED: Sign(QT_TRANSLATE_NOOP("Signs", "Accepted"), "check", Tone.GOOD),
    QueryStatus.REFUSED: Sign(QT_TRANSLATE_NOOP("Signs", "Refused"), "x", Tone.BAD),
    QueryStatus.APPLIED: Sign(QT_TRANSLATE_NOOP("Signs", "Applied"), "circle-check", Tone.GOOD),
}
_PROPOSED = Sign(QT_TRANSLATE_NOOP("Signs", "Proposed"), "sparkles", Tone.MUTED)
_KINDS = {
    ClaimKind.FIGURE: QT_TRANSLATE_NOOP("Signs", "Figure"),
    ClaimKind.QUOTATION: QT_TRANSLATE_NOOP("Signs", "Quotation"),
    ClaimKind.EVENT: QT_TRANSLATE_NOOP("Signs", "Event"),
    ClaimKind.ACCUSATION: QT_TRANSLATE_NOOP("Signs", "Accusation"),
    ClaimKind.SUPERLATIVE: QT_TRANSLATE_NOOP("Signs", "Superlative"),
    ClaimKind.PREDICTION: QT_TRANSLATE_NOOP("Signs", "Prediction"),
    ClaimKind.CAUSE: QT_TRANSLATE_NOOP("Signs", "Cause"),
    ClaimKind.IDENTITY: QT_TRANSLATE_NOOP("Signs", "Identity"),
    ClaimKind.DATE: QT_TRANSLATE_NOOP("Signs", "Date"),
}
_RISKS = {
    Risk.LIBEL: Sign(QT_TRANSLATE_NOOP("Signs", "Libel risk"), "shield", Tone.BAD),
    Risk.NUMBER: Sign(QT_TRANSLATE_NOOP("Signs", "Number"), "flag", Tone.CARE),
    Risk.QUOTATION: Sign(QT_TRANSLATE_NOOP("Signs", "Quotation"), "flag", Tone.CARE),
    Risk.SUPERLATIVE: Sign(QT_TRANSLATE_NOOP("Signs", "Superlative"), "flag", Tone.CARE),
    Risk.NAME: Sign(QT_TRANSLATE_NOOP("Signs", "Name"), "flag", Tone.CARE),
}
_SOURCE_KINDS = {
    SourceKind.PERSON: QT_TRANSLATE_NOOP("Signs", "person"),
    SourceKind.ORGANISATION: QT_TRANSLATE_NOOP("Signs", "organisation"),
    SourceKind.DOCUMENT: QT_TRANSLATE_NOOP("Signs", "document"),
    SourceKind.LETTER: QT_TRANSLATE_NOOP("Signs", "letter"),
    SourceKind.SPEECH: QT_TRANSLATE_NOOP("Signs", "speech"),
    SourceKind.TRANSCRIPT: QT_TRANSLATE_NOOP("Signs", "transcript"),
    SourceKind.RECORDING: QT_TRANSLATE_NOOP("Signs", "recording"),
    SourceKind.DATASET: QT_TRANSLATE_NOOP("Signs", "dataset"),
    SourceKind.COURT_RECORD: QT_TRANSLATE_NOOP("Signs", "court record"),
    SourceKind.LAW: QT_TRANSLATE_NOOP("Signs", "law"),
    SourceKind.STUDY: QT_TRANSLATE_NOOP("Signs", "study"),
    SourceKind.IMAGE: QT_TRANSLATE_NOOP("Signs", "image"),
    SourceKind.AGENCY: QT_TRANSLATE_NOOP("Signs", "news agency"),
    SourceKind.NEWSPAPER: QT_TRANSLATE_NOOP("Signs", "newspaper"),
    SourceKind.BROADCASTER: QT_TRANSLATE_NOOP("Signs", "broadcaster"),
    SourceKind.WEBSITE: QT_TRANSLATE_NOOP("Signs", "website"),
    SourceKind.SOCIAL_POST: QT_TRANSLATE_NOOP("Signs", "social post"),
    SourceKind.PRESS_RELEASE: QT_TRANSLATE_NOOP("Signs", "press release"),
    SourceKind.ENCYCLOPAEDIA: QT_TRANSLATE_NOOP("Signs", "encyclopaedia"),
}

_SPEAKERS = {
    SpeakerKind.PERSON: QT_TRANSLATE_NOOP("Signs", "person"),
    SpeakerKind.ORGANISATION: QT_TRANSLATE_NOOP("Signs", "organisation"),
    SpeakerKind.DOCUMENT: QT_TRANSLATE_NOOP("Signs", "document"),
    SpeakerKind.UNNAMED: QT_TRANSLATE_NOOP("Signs", "not named"),
    SpeakerKind.PRONOUN: "",
}


def disposition_sign(disposition: Disposition) -> Sign:
    """How a working disposition reads."""
    return _spoken(_DISPOSITIONS[disposition])


def step_sign(of: Step) -> Sign:
    """How a step of a verdict scale reads. Its words are the desk's own and are not translated."""
    label = of.label if len(of.label) <= _LONGEST else of.label[: _LONGEST - 1].rstrip() + "…"
    return Sign(label, of.symbol, Tone(of.tone))


def claim_sign(claim: Claim, given: Step | None) -> Sign:
    """What is known of a claim in one sign: its verdict, else its disposition, else that it is proposed."""
    if given is not None:
        return step_sign(given)
    return _spoken(_PROPOSED) if claim.status is Status.PROPOSED else disposition_sign(claim.disposition)


def evidence_sign(evidence: Evidence) -> Sign:
    """What a passage does to its claim, worded as a guess while it is only suggested."""
    if evidence.status is Status.PROPOSED:
        return suggestion_sign(evidence.relation)
    return _spoken(_LINKED[evidence.relation])


def suggestion_sign(relation: Relation) -> Sign:
    """What a passage seems to do to a claim, worded as a guess."""
    return _spoken(_SUGGESTED[relation])


def relation_sign(relation: Relation) -> Sign:
    """How a relation reads on a control that sets it."""
    return _spoken(_LINKED[relation])


def query_sign(status: QueryStatus) -> Sign:
    """What became of a question or a change request."""
    return _spoken(_QUERIES[status])


def risk_sign(risk: Risk) -> Sign:
    """Why a claim must not be wrong."""
    return _spoken(_RISKS[risk])


def kind_word(kind: ClaimKind) -> str:
    """What a claim asserts, in a word."""
    return _said(_KINDS[kind])


def source_word(kind: SourceKind) -> str:
    """The kind of a source, in lower case for a line of details."""
    return _said(_SOURCE_KINDS[kind])


def voice_word(voice: Voice) -> str:
    """What a text says of who speaks; of somebody unnamed also how many they are said to be."""
    told = " ".join(part for part in (voice.count, voice.group) if part)
    return ": ".join(part for part in (_said(_SPEAKERS[voice.kind]), told) if part)


def is_checked(claim: Claim, given: Step | None) -> bool:
    """Whether somebody has settled the claim: a disposition other than open, or a verdict."""
    return claim.disposition is not Disposition.OPEN or given is not None


def _spoken(sign: Sign) -> Sign:
    return Sign(_said(sign.word), sign.icon, sign.tone)


def _said(word: str) -> str:
    return QCoreApplication.translate(_CONTEXT, word)
