"""For whom an export is: the desk, readers, the archive. What each may see is decided before any format.

No report knows the real name of a protected source, so none of these can tell it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from workbench.export.drafts import FIRST_DRAFT
from workbench.export.gathering import build_report
from workbench.export.report import Judged, Report, Witness
from workbench.export.sources import Registered
from workbench.model import Document, DocumentId, Passage, Source
from workbench.ports import Store
from workbench.tracing.values import Independence


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


def report_for(
    store: Store, made: datetime, story: DocumentId | None = None, profile: Profile | None = None
) -> Report:
    """The report on a story for somebody; None for the author and colleagues: every claim, no confidences.

    Raises:
        ExportFailed: the case holds no story.
    """
    internal = profile is not None and profile.is_internal
    report = build_report(store, made, story, internal=internal)
    return report if profile is None else for_profile(report, profile)


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
    """What readers get. The story itself is left out: it holds the claims that are not for publication."""
    public = [claim for claim in report.claims if claim.public and claim.verdict and not claim.proposed]
    numbers = {claim.number: number for number, claim in enumerate(public, 1)}
    claims = tuple(_claim(claim, numbers[claim.number]) for claim in public)
    shown = {witness.document.id for claim in claims for witness in claim.witnesses}
    given = {claim.verdict.by for claim in claims if claim.verdict}
    return replace(
        report,
        case=replace(report.case, title=""),
        story=_document(report.story),
        text="",
        furniture=(),
        claims=claims,
        documents=tuple(_document(document) for document in report.documents if document.id in shown),
        checkers=tuple(name for name in report.checkers if name in given),
        register=tuple(
            _entry(entry, numbers, shown) for entry in report.register if set(entry.claims) & numbers.keys()
        ),
        scales=tuple(scale for scale in report.scales if scale.id in _scales(claims)),
        queries=(),
        approval=None,
        drafts=FIRST_DRAFT,
        public=True,
        remarks=(),
    )


def _claim(claim: Judged, number: int) -> Judged:
    """A claim without how it was worked on: proposals, notes, queries, contacts, gates."""
    counted = tuple(_witness(one) for one in claim.counted if not one.proposed)
    return replace(
        claim,
        number=number,
        reasons=(),
        risk="",
        note="",
        sources=tuple(map(_source, claim.sources)),
        witnesses=tuple(_witness(one) for one in claim.witnesses if not one.proposed),
        counted=counted,
        independence=claim.independence if counted else Independence(),
        passages=tuple(map(_bare, claim.passages)),
        queries=(),
        contacts=(),
        owner="",
        due=None,
        waiver="",
        gate=None,
        kept_back=0,
    )


def _witness(witness: Witness) -> Witness:
    return replace(witness, note="", reasons=(), document=_document(witness.document))


def _bare(place: Passage) -> Passage:
    """A place in the story without the words around it, which may be those of another claim."""
    return replace(place, quote=replace(place.quote, prefix="", suffix=""))


def _document(document: Document) -> Document:
    """A document without the name of its file, which is the desk's own, unless it has no other."""
    return replace(document, filename="") if document.title else document


def _entry(entry: Registered, numbers: dict[int, int], shown: set[DocumentId]) -> Registered:
    claims = tuple(numbers[number] for number in entry.claims if number in numbers)
    papers = tuple(_document(paper) for paper in entry.documents if paper.id in shown)
    return replace(entry, source=_source(entry.source), documents=papers, contacts=(), claims=claims)


def _source(source: Source) -> Source:
    """A source without what the desk thinks of it."""
    return replace(source, note="", document=None, papers=())


def _scales(claims: tuple[Judged, ...]) -> set[str]:
    return {claim.verdict.scale for claim in claims if claim.verdict}
