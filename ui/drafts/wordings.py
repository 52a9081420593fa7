"""A passage that waits, and the words proposed for it, with what differs between the two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.panels.comparison import Wording
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.drafts import Alteration, Waiting
    from workbench.model import Revision


def wordings(waiting: Waiting, latest: Revision) -> tuple[Wording, ...]:
    """The words of the earlier draft, and those proposed in the latest; without a proposal, the former alone.

    Where the words themselves stayed, as with a "not" beside them, the changes around them are shown too.
    """
    fate = waiting.fate
    changes = fate.alterations or fate.around
    old = _around(fate.old, (change.old for change in changes))
    ours = _wording(waiting.draft, old, changes, is_new=False)
    if fate.proposed is None or fate.candidates:
        return (ours,)
    new = _around(fate.proposed, (change.new for change in changes))
    return ours, _wording(latest, new, changes, is_new=True)


def _around(span: Span, others: Iterable[Span]) -> Span:
    every = [span, *others]
    return Span(min(one.start for one in every), max(one.end for one in every))


def _wording(draft: Revision, span: Span, changes: Iterable[Alteration], *, is_new: bool) -> Wording:
    words: list[Span] = []
    figures: list[Span] = []
    for change in changes:
        part = (change.new if is_new else change.old).shifted(-span.start)
        if part:
            (figures if change.kind.value in ("figure", "negation") else words).append(part)
    heading = QCoreApplication.translate("Drafts", "Draft {number}").format(number=draft.number)
    return Wording(heading, span.of(draft.text), tuple(words), tuple(figures))
