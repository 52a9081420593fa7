"""What the language engine answers. Spans count code points of the text it was given."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model import ClaimKind, Credit, Relation, Risk
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name, figure or date with its spaCy label: PERSON, ORG, GPE, DATE, PERCENT, MONEY, CARDINAL…"""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class ProposedClaim:
    """A stretch within one sentence that is worth checking, and why, in words for the editor.

    `span` is where it is worded most fully, `also` are the other places of the text that assert the same.
    """

    span: Span
    score: float
    kind: ClaimKind | None
    risk: Risk | None
    reasons: tuple[str, ...]
    also: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one text, in reading order. Nothing in it lies in furniture."""

    sentences: tuple[Span, ...]
    names: tuple[Name, ...]
    claims: tuple[ProposedClaim, ...]
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim or a passage as the engine sees it. `published` is ISO 8601, for relative dates."""

    text: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a passage bears on a claim.

    `scores` holds one value 0..100 for each relation and sums to 100; `score` (0..100) ranks
    candidates of one claim: how much this passage matters. `reasons` are plain phrases.
    """

    relation: Relation
    score: float
    scores: dict[Relation, float]
    reasons: tuple[str, ...]
