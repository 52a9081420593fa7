"""Where the wording of a passage departs from that of a claim, for the evidence card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.text import Span
from workbench.wording import Word, wording


@dataclass(frozen=True, slots=True)
class Difference:
    """Stretches of both texts that the other one does not have.

    `claim` and `passage` are runs of words that differ; `claim_figures` and `passage_figures` the
    figures and dates that conflict, which also lie within those runs or touch them.
    """

    claim: tuple[Span, ...]
    passage: tuple[Span, ...]
    claim_figures: tuple[Span, ...] = ()
    passage_figures: tuple[Span, ...] = ()


def differences(claim_text: str, passage_text: str) -> Difference:
    """The runs of words that differ between a claim and a passage.

    Words count as equal when their stems are; punctuation is never marked on its own.
    """
    from rapidfuzz.distance import Indel

    claim, passage = _words(claim_text), _words(passage_text)
    steps = Indel.opcodes([word.stem for word in claim], [word.stem for word in passage])
    gone = (claim[step.src_start : step.src_end] for step in steps if step.tag == "delete")
    new = (passage[step.dest_start : step.dest_end] for step in steps if step.tag == "insert")
    return Difference(_runs(gone), _runs(new))


def _words(text: str) -> list[Word]:
    return [word for word in wording(text).words if not word.is_break]


def _runs(groups: Iterable[list[Word]]) -> tuple[Span, ...]:
    return tuple(Span(group[0].span.start, group[-1].span.end) for group in groups if group)
