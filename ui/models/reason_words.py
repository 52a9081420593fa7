"""Why a passage is suggested, as one plain sentence made from the findings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_LONGEST = 240
"""A sentence longer than this says less; the second finding is left to the tooltip then."""
_SUBJECTLESS = ("says ", "does ", "only says ", "only passes ", "may say ")
_NOUNS = ("the same words", "nearly the same words")
_AGREEING = ("both ", "the same words", "nearly the same words", "may say the same")
_FITTING = (" fits the claim’s ", " is close to the claim’s ")


def reason_sentence(reasons: tuple[str, ...]) -> str:
    """One sentence from the two findings that tell most: the first in the list, and the next.

    Findings are clauses that begin small and have no full stop; "" without any.
    """
    if not reasons:
        return ""
    main, *rest = reasons
    sentence = _clause(main)
    if rest and len(sentence) + len(rest[0]) < _LONGEST:
        sentence = _joint(main, rest[0]).format(first=sentence, then=_clause(rest[0]))
    return f"{sentence[:1].upper()}{sentence[1:]}."


def all_findings(reasons: tuple[str, ...]) -> str:
    """Every finding, one a line, for who wants to know exactly."""
    clauses = (_clause(reason) for reason in reasons)
    return "\n".join(f"{clause[:1].upper()}{clause[1:]}" for clause in clauses)


def _clause(reason: str) -> str:
    """A finding with its subject."""
    if reason.startswith(_SUBJECTLESS):
        return _said("the passage {finding}").replace("{finding}", reason)
    if reason.startswith(_NOUNS):
        return _said("the passage has {finding}").replace("{finding}", reason)
    return reason


def _joint(first: str, then: str) -> str:
    """How two findings go together: both one way, or the second the other way."""
    if _agrees(first) == _agrees(then):
        return _said("{first}, and {then}")
    return _said("{first}, but {then}") if _agrees(first) else _said("{first}, though {then}")


def _agrees(reason: str) -> bool:
    return reason.startswith(_AGREEING) or any(words in reason for words in _FITTING)


def _said(text: str) -> str:
    return QCoreApplication.translate("Reasons", text)
