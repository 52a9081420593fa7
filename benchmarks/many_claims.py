"""A case with one story and a number of claims, for the measurements of the case file."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from db import create_case
from workbench.change import Change, Stamp, added
from workbench.model import (
    Case,
    CaseId,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Revision,
    RevisionId,
    Role,
    Sha256,
    Verdict,
    VerdictId,
    passage,
)
from workbench.text import Span

STAMP = Stamp("Ada Brook", datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
SENTENCE = "The paper mill at Lindow closed in 1998, the council wrote in a letter.\n"


def make_case(path: Path, count: int) -> None:
    """Write a case whose story is `count` sentences, each of them a claim c0, c1… without a verdict."""
    text = SENTENCE * count
    digest = Sha256(sha256(text.encode()).hexdigest())
    revision = Revision(RevisionId("r"), DocumentId("d"), 1, text, digest)
    document = Document(DocumentId("d"), Role.STORY, "The mill")
    with closing(create_case(path, Case(CaseId("case"), "The mill", "two-source", STAMP.at), STAMP)) as store:
        claims = (_claim(revision, number) for number in range(count))
        store.apply(Change("Add", STAMP, added(document, revision, *claims)))


def verdict(number: int) -> Verdict:
    """A verdict on claim number `number`."""
    claim = ClaimId(f"c{number}")
    return Verdict(VerdictId(f"v{number}"), claim, "mixed", "One source says so.", STAMP.by, STAMP.at)


def _claim(revision: Revision, number: int) -> Claim:
    start = number * len(SENTENCE)
    return Claim(ClaimId(f"c{number}"), passage(revision, Span(start, start + len(SENTENCE) - 1)))
