"""The marks on words that somebody wrote something beside: a sign in the margin and a line, no ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ui.text.marks import Mark
from ui.theme.colours import Tone
from workbench.model import Remark, RemarkId, RemarkKind
from workbench.remarks import said

_KEY = "remark/"
_SIGNS = {RemarkKind.COMMENT: "“", RemarkKind.FOOTNOTE: "*", RemarkKind.ANNOTATION: "“"}
_LONGEST = 400
"""So much of a remark is shown where the mouse rests; a click shows it whole."""


def remark_marks(remarks: Iterable[Remark]) -> Iterator[Mark]:
    """A mark for each; one that is ticked off has no sign in the margin, and dots beneath the words."""
    for remark in remarks:
        told = said(remark)
        hint = told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1].rstrip()}…"
        badge = "" if remark.done else _SIGNS[remark.kind]
        tone = Tone.MUTED if remark.done else Tone.OPEN
        yield Mark(f"{_KEY}{remark.id}", remark.passage.span, tone, badge, remark.done, hint, bare=True)


def is_remark(key: str) -> bool:
    """Whether a mark's key is that of a remark."""
    return key.startswith(_KEY)


def remarks_of(keys: Sequence[str]) -> tuple[RemarkId, ...]:
    """The remarks among the marks under a click."""
    return tuple(RemarkId(key.removeprefix(_KEY)) for key in keys if is_remark(key))
