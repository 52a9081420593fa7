"""What was found out about a claim before: in another case, or by somebody who published it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

CheckedId = NewType("CheckedId", str)


class Kept(StrEnum):
    """How an earlier claim came to be remembered."""

    CASE = "case"
    """The desk checked it itself, in another case."""
    REVIEW = "review"
    """It was read in from a published fact-check."""


@dataclass(frozen=True, slots=True)
class Support:
    """A passage that the earlier verdict rests on. `relation` is "supports", "contradicts" or "context"."""

    words: str
    outlet: str = ""
    url: str = ""
    published: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an earlier claim is to be found.

    Of a case: its id, the path it was last seen at and the claim in it. Of a review: the file it came from,
    in `case`, and its address.
    """

    kept: Kept
    case: str
    path: str = ""
    claim: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim that was settled before.

    `verdict` is the word of whatever scale was used, `tone` its semantic colour where that is known ("good",
    "care", "bad", "open"), else "". Dates are ISO 8601 of whatever precision is known. `title` is the
    headline of the story or of the fact-check; `checker` who signed or published it.
    """

    id: CheckedId
    wording: str
    verdict: str
    place: Place
    title: str = ""
    speaker: str = ""
    conclusion: str = ""
    at: str = ""
    checker: str = ""
    tone: str = ""
    evidence: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """One case or one imported file: where its claims came from, and how many are remembered."""

    kept: Kept
    case: str
    name: str
    path: str
    claims: int


@dataclass(frozen=True, slots=True)
class Recalled:
    """An earlier claim found for one at hand; `sureness` 0..100 says how surely it is the same."""

    checked: Checked
    sureness: float
