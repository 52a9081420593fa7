"""What became of passages in a new draft, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from workbench.drafts import DraftReport
    from workbench.drafts.values import CarriedPassage


def summary(report: DraftReport) -> str:
    """What a new draft brought: "Draft 2: 14 of 17 passages stand; 2 changed, 1 is gone."."""
    from workbench.drafts.values import Fate

    number, moved = report.number, report.count(Fate.MOVED)
    parts = [
        _said("{standing} of {all} passages stand").format(standing=report.standing, all=len(report.fates))
        + (", " + _counted(moved, _said("1 of them moved"), _said("{count} of them moved")) if moved else "")
    ]
    parts += [
        _counted(report.count(fate), one, several)
        for fate, one, several in (
            (Fate.CHANGED, _said("1 changed"), _said("{count} changed")),
            (
                Fate.AMBIGUOUS,
                _said("1 could stand at several places"),
                _said("{count} could stand at several places"),
            ),
            (Fate.ORPHAN, _said("1 is gone"), _said("{count} are gone")),
        )
        if report.count(fate)
    ]
    told = "; ".join(parts) if report.fates else _said("no passage had been marked yet")
    return " ".join((_said("Draft {number}: {told}.").format(number=number, told=told), *_more(report)))


def fate_words(fate: CarriedPassage) -> str:
    """What became of one passage that waits."""
    from workbench.drafts.values import Fate, Kind

    if fate.fate is Fate.AMBIGUOUS:
        return _said("Its words stand at {count} places").format(count=len(fate.candidates))
    if fate.fate is not Fate.CHANGED:
        return _said("Its words are gone")
    kinds = {alteration.kind for alteration in fate.alterations}
    if Kind.FIGURE in kinds:
        return _said("A figure changed")
    if Kind.NEGATION in kinds or not fate.alterations:
        return _said("A “not” came or went")
    if Kind.WORDS in kinds:
        return _said("Its words changed")
    return _said("Capitals changed") if Kind.CAPITALS in kinds else _said("Punctuation changed")


def _more(report: DraftReport) -> list[str]:
    told = []
    if report.same_as is not None:
        told.append(_said("It is draft {number} again, word for word.").format(number=report.same_as))
    attached = set(report.reopened) - {id for id, fate in report.fates if not fate.attaches}
    if attached:
        told.append(
            _counted(
                len(attached),
                _said("1 that stands is open again: a “not” came or went beside it."),
                _said("{count} that stand are open again: a “not” came or went beside them."),
            )
        )
    if report.applied:
        told.append(
            _counted(
                len(report.applied),
                _said("1 change you asked for is in."),
                _said("{count} changes you asked for are in."),
            )
        )
    if report.missing:
        told.append(
            _counted(
                len(report.missing),
                _said("1 that was accepted is not."),
                _said("{count} that were accepted are not."),
            )
        )
    return told


def _counted(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count=count)


def _said(words: str) -> str:
    return QCoreApplication.translate("Drafts", words)
