"""A whole pack in one go: every format that somebody needs, each written for itself, and a list of them.

One that fails is told, and the others are written all the same. Imports no Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.export.files import draw_map, write_export, write_safely
from workbench.errors import ExportFailed, WorkbenchError
from workbench.export.contents import NAME, Part, contents
from workbench.export.originals import originals
from workbench.export.profiles import Profile, report_for
from workbench.export.written import conclusion_is_kept
from workbench.model import Document, DocumentId, Sha256
from workbench.progress import Progress

if TYPE_CHECKING:
    from ui.export.drawing import Drawing
    from ui.seams import SharedStore
    from workbench.export.claim_review import Publisher
    from workbench.export.report import Report

Task = tuple[Part, Callable[[Path], str]]
"""A part of a pack, and what writes it to a path; the sentence that comes back is for the editor."""

_FILES = (
    ("html", "Summary.html", "The summary as a page that opens anywhere; print it, or read it."),
    ("pdf", "Summary.pdf", "The summary, ready to print or to mail."),
    ("summary.docx", "Summary.docx", "The summary as a Word document."),
    ("docx", "Story with comments.docx", "The story with a comment on every claim."),
    ("md", "Summary.md", "The summary as plain text."),
    ("xlsx", "Tables.xlsx", "The same as a spreadsheet, a sheet each for claims, evidence and so on."),
    (
        "jsonld",
        "ClaimReview.jsonld",
        "The published claims in the form that web pages state them (schema.org).",
    ),
    ("annotations.json", "Annotations.json", "Claims and evidence at their words (W3C Web Annotation)."),
    ("bib", "Bibliography.bib", "The story and its documents, for LaTeX (BibTeX)."),
    ("ris", "Bibliography.ris", "The story and its documents, for EndNote and others (RIS)."),
    ("csl.json", "Bibliography.csl.json", "The story and its documents, for Zotero (CSL)."),
    ("json", "Report.json", "All that the summary says, field by field."),
)
_TABLES, _MAP, _ORIGINALS = "Tables", "Source map", "Originals"
NOTHING_PUBLIC = (
    "No claim is both marked for publication and given a verdict, so there is nothing for readers yet. "
    "Mark the claims that readers may see, then export again."
)

NO_PUBLISHER = (
    "ClaimReview is not in the pack, for nobody has said yet who publishes and where. Export it once by "
    "itself; after that it is part of every pack."
)

REASONS_KEPT_BACK = (
    "In {count}, the conclusion names somebody who spoke in confidence, or a paper of theirs, and was kept "
    "back. Word it without the name, then export again."
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a pack is for. `real_names`, by code name, are of protected sources: for the archive alone."""

    profile: Profile
    folder: Path
    publisher: Publisher | None = None
    real_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written, what was not and why, and what else there is to know."""

    folder: Path
    parts: tuple[Part, ...]
    failed: tuple[str, ...]
    notes: tuple[str, ...]


def write_pack(
    store: SharedStore, story: DocumentId | None, made: datetime, wishes: Wishes, progress: Progress
) -> Packed:
    """Write a pack into a folder, which is made; files of the same names there are replaced.

    Raises:
        ExportFailed: there is nothing to write, or no folder to write it to.
    """
    report = report_for(store, made, story, wishes.profile)
    if report.public:
        require_public(report)
    _make(wishes.folder)
    written, failed, notes = list[Part](), list[str](), list[str]()
    if wishes.publisher is None and _has_reviews(report, wishes):
        notes.append(NO_PUBLISHER)
    if kept := sum(conclusion_is_kept(claim) for claim in report.claims):
        notes.append(REASONS_KEPT_BACK.format(count="one claim" if kept == 1 else f"{kept:,} claims"))
    tasks = list(_tasks(store, report, wishes))
    for number, (part, write) in enumerate(tasks):
        progress(number, len(tasks), f"Writing {part.name}")
        try:
            note = write(wishes.folder / part.name)
        except (WorkbenchError, OSError, ValueError) as error:
            failed.append(f"{part.name}: {error}")
            continue
        written.append(part)
        notes += [note] if note else []
    listed = (*written, Part(NAME, "This list."))
    told = contents(report, wishes.profile, listed, failed, notes)
    write_safely(wishes.folder / NAME, lambda path: path.write_text(told, "utf-8"))
    return Packed(wishes.folder, listed, tuple(failed), tuple(notes))


def require_public(report: Report) -> None:
    """See that there is something for readers. Raises `ExportFailed`."""
    if not report.claims:
        raise ExportFailed(NOTHING_PUBLIC)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportFailed(f"The folder {folder} could not be made: {error.strerror}.") from error


def _tasks(store: SharedStore, report: Report, wishes: Wishes) -> Iterator[Task]:
    for ending, name, what in _FILES:
        if _belongs(ending, report, wishes):
            yield Part(name, what), partial(_export, store, report, ending, wishes.publisher)
    yield from _tables(report)
    if wishes.profile is not Profile.PUBLICATION:
        yield from _maps(store, report)
    if wishes.profile is Profile.ARCHIVE:
        yield from _whole(store, wishes)


def _belongs(ending: str, report: Report, wishes: Wishes) -> bool:
    """Readers get no story with comments; ClaimReview is about what is published, by somebody."""
    if ending == "docx":
        return wishes.profile is not Profile.PUBLICATION
    return ending != "jsonld" or (wishes.publisher is not None and _has_reviews(report, wishes))


def _has_reviews(report: Report, wishes: Wishes) -> bool:
    """Whether ClaimReview belongs to the pack, and there is a claim for it."""
    return wishes.profile is not Profile.DESK and any(
        claim.public and claim.verdict and not claim.proposed for claim in report.claims
    )


def _export(store: SharedStore, report: Report, ending: str, publisher: Publisher | None, path: Path) -> str:
    return write_export(store, report, path, ending, publisher)


def _tables(report: Report) -> Iterator[Task]:
    from workbench.export.separated import csv_files

    for name, data in csv_files(report).items():
        what = f"The table of {name.removesuffix('.csv')}, for any spreadsheet program (CSV)."
        yield Part(f"{_TABLES}/{name}", what), partial(_bytes, data)


def _maps(store: SharedStore, report: Report) -> Iterator[Task]:
    """The source map as a drawing and as a picture; drawn once, by whichever is written first."""
    drawn = dict[str, bytes]()

    def write(ending: str, path: Path) -> str:
        """Write the map in one form; it is drawn once for both."""
        if not drawn:
            drawn.update(draw_map(_drawing(store, report)))
        return _bytes(drawn[ending], path)

    yield Part(f"{_MAP}.svg", "Who took what from whom, as a drawing."), partial(write, ".svg")
    yield Part(f"{_MAP}.png", "The same as a picture."), partial(write, ".png")


def _drawing(store: SharedStore, report: Report) -> Drawing:
    from ui.export.drawing import Drawing
    from workbench.export import words
    from workbench.tracing.case import traced

    found = traced(store, report.story.id)
    date = words.day(report.made.date().isoformat())
    documents = store.all(Document)
    return Drawing(found.provenance, documents, report.story.id, words.called(report.story), date)


def _whole(store: SharedStore, wishes: Wishes) -> Iterator[Task]:
    """The case itself, as a file and as JSON, with all that it was made from."""
    yield Part(store.path.name, "The case file; open it with Twosource."), partial(_copy, store)
    whole = "The whole case with its history (JSON); `twosource import` makes a case of it again."
    yield Part("Whole case.json", whole), partial(_json, store)
    for name, document, digest in originals(store.all(Document)):
        what = f"What “{document.title or document.filename}” was read from, as it came."
        yield Part(f"{_ORIGINALS}/{name}", what), partial(_original, store, digest)
    if wishes.real_names:
        what = "The real names of protected sources, in plain words. Lock it away."
        yield Part("Real names.txt", what), partial(_names, wishes.real_names)


def _copy(store: SharedStore, path: Path) -> str:
    store.save_copy(path)
    return ""


def _json(store: SharedStore, path: Path) -> str:
    store.write_json(path)
    return ""


def _original(store: SharedStore, digest: Sha256, path: Path) -> str:
    return _bytes(store.original(digest), path)


def _names(names: Mapping[str, str], path: Path) -> str:
    told = "".join(f"{code}: {name}\n" for code, name in sorted(names.items()))
    return _bytes(told.encode(), path)


def _bytes(data: bytes, path: Path) -> str:
    _make(path.parent)
    write_safely(path, lambda part: part.write_bytes(data))
    return ""
