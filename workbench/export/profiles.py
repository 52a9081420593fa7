"""For whom an export is: the desk, readers, the archive. What each may see is decided before any format.

No report knows the real name of a protected source, so none of these can tell it.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from workbench.export.report import Judged, Report, Witness
from workbench.export.sources import Registered


class Profile(StrEnum):
    """For whom an export is."""

    DESK = "desk"
    """Everything that is known, but protected names."""
    PUBLICATION = "publication"
    """Claims marked for publication, with what was linked and decided; nothing of how the desk works."""
    ARCHIVE = "archive"
    """The whole case with its history and originals, besides all that the desk gets."""

    @property
    def is_internal(self) -> bool:
        """Whether it tells what was said in confidence."""
        return self is not Profile.PUBLICATION


def for_profile(report: Report, profile: Profile) -> Report:
    """The report as far as the profile goes. For readers it has to be built without what is internal.

    Raises:
        ValueError: an internal report asked for readers.
    """
    if profile is not Profile.PUBLICATION:
        return report
    if report.internal:
        raise ValueError("a report for readers is built without what is internal")
    return _for_readers(report)


def _for_readers(report: Report) -> Report:
    public = [claim for claim in report.claims if claim.public and claim.verdict and not claim.proposed]
    numbers = {claim.number: number for number, claim in enumerate(public, 1)}
    claims = tuple(_claim(claim, numbers[claim.number]) for claim in public)
    shown = {witness.document.id for claim in claims for witness in claim.witnesses}
    return replace(
        report,
        claims=claims,
        documents=tuple(document for document in report.documents if document.id in shown),
        checkers=tuple(
            name
            for name in report.checkers
            if name in {claim.verdict.by for claim in claims if claim.verdict}
        ),
        register=tuple(
            _entry(entry, numbers) for entry in report.register if set(entry.claims) & numbers.keys()
        ),
        queries=(),
        approval=None,
    )


def _claim(claim: Judged, number: int) -> Judged:
    """A claim without how it was worked on: proposals, notes, queries, contacts, gates."""
    return replace(
        claim,
        number=number,
        reasons=(),
        risk="",
        note="",
        witnesses=tuple(_witness(one) for one in claim.witnesses if not one.proposed),
        counted=tuple(_witness(one) for one in claim.counted if not one.proposed),
        queries=(),
        contacts=(),
        owner="",
        due=None,
        waiver="",
        gate=None,
    )


def _witness(witness: Witness) -> Witness:
    return replace(witness, note="", reasons=())


def _entry(entry: Registered, numbers: dict[int, int]) -> Registered:
    claims = tuple(numbers[number] for number in entry.claims if number in numbers)
    return replace(entry, source=replace(entry.source, note=""), contacts=(), claims=claims)
