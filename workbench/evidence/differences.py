"""Where the wording of a passage departs from that of a claim, for the evidence card."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.analysis import Statement
from workbench.evidence.quantities import compare_dates, compare_figures
from workbench.evidence.reading import read
from workbench.text import Span
from workbench.wording import Word, wording


@dataclass(frozen=True, slots=True)
class Difference:
    """Stretches of both texts that the other one does not have.

    `claim` and `passage` are runs of words that differ, in order; `claim_figures` and
    `passage_figures` are the figures and dates that conflict, pair by pair.
    """

    claim: tuple[Span, ...]
    passage: tuple[Span, ...]
    claim_figures: tuple[Span, ...] = ()
    passage_figures: tuple[Span, ...] = ()


def differences(claim_text: str, passage_text: str) -> Difference:
    """The runs of words that differ between a claim and a passage, and the figures that conflict.

    Words count as equal when their stems are. A lone small word between two runs joins them, so that a
    card shows phrases rather than specks; punctuation is never marked on its own.
    """
    from rapidfuzz.distance import Indel

    claim, passage = _words(claim_text), _words(passage_text)
    steps = Indel.opcodes([word.stem for word in claim], [word.stem for word in passage])
    ours: list[Word | None] = [None] * len(claim)
    theirs: list[Word | None] = [None] * len(passage)
    for step in steps:
        if step.tag == "delete":
            ours[step.src_start : step.src_end] = claim[step.src_start : step.src_end]
        elif step.tag == "insert":
            theirs[step.dest_start : step.dest_end] = passage[step.dest_start : step.dest_end]
    return Difference(_runs(claim, ours), _runs(passage, theirs), *_figures(claim_text, passage_text))


def _words(text: str) -> list[Word]:
    return [word for word in wording(text).words if not word.is_break]


def _runs(every: list[Word], differing: list[Word | None]) -> tuple[Span, ...]:
    """The differing words as spans, neighbours in one."""
    runs: list[Span] = []
    last = -9
    for place, word in enumerate(differing):
        if word is None:
            continue
        joined = place - last == 1 or (place - last == 2 and not every[place - 1].is_content)
        if runs and joined:
            runs[-1] = Span(runs[-1].start, word.span.end)
        else:
            runs.append(word.span)
        last = place
    return tuple(runs)


def _figures(claim_text: str, passage_text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    claim, passage = read(Statement(claim_text)), read(Statement(passage_text))
    pairs = (*compare_figures(claim, passage).conflicting, *compare_dates(claim, passage).conflicting)
    return tuple(ours for ours, _ in pairs), tuple(theirs for _, theirs in pairs)
