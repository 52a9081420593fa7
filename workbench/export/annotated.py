"""Word with comments: in a copy of the author's own file where the story came as one, else in a new one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from zipfile import BadZipFile, ZipFile

from docx import Document as open_document
from docx.opc.exceptions import PackageNotFoundError

from workbench.errors import ExportFailed, WorkbenchError
from workbench.export import words
from workbench.export.docx import to_docx
from workbench.export.docx_copy import Annotated, annotate_copy
from workbench.export.docx_parts import say
from workbench.export.report import Judged, Report
from workbench.ports import Store

ENDING = ".docx"
MOST_BYTES = 300_000_000
"""So large may an author's file be once it is unpacked."""


def annotated(store: Store, report: Report) -> Annotated:
    """The story with a comment on every claim, and the claims whose words the author's file does not have.

    Raises:
        ExportFailed: the report is for readers, who get a summary.
    """
    if report.public:
        raise ExportFailed(
            "Word with comments is the author’s text with everything the desk says of it, and not for "
            "readers. Nothing was written; choose “Word summary” instead."
        )
    own = _own_file(store, report)
    if own is None:
        return Annotated(to_docx(report), ())
    try:
        made = annotate_copy(own, report)
    except (ValueError, KeyError, SyntaxError, PackageNotFoundError):
        return Annotated(to_docx(report), ())  # A kind of Word file that only its reader understood.
    return Annotated(_with_list(made.data, made.missing), made.missing) if made.missing else made


def missing_told(made: Annotated) -> str:
    """Which claims have no comment, in a sentence; empty when all have one."""
    if not made.missing:
        return ""
    numbers = ", ".join(str(claim.number) for claim in made.missing)
    noun, verb = ("Claim", "was") if len(made.missing) == 1 else ("Claims", "were")
    return (
        f"{noun} {numbers} {verb} not found word for word in the author’s file and stand"
        f"{'s' * (len(made.missing) == 1)} in a list at its end."
    )


def _own_file(store: Store, report: Report) -> bytes | None:
    """The Word file that this draft was read from; None when it came otherwise."""
    story = report.story
    if story.original is None or not story.filename.lower().endswith(ENDING):
        return None
    try:
        data = store.original(story.original)
        with ZipFile(io.BytesIO(data)) as parts:
            return data if sum(part.file_size for part in parts.infolist()) <= MOST_BYTES else None
    except (WorkbenchError, KeyError, BadZipFile):
        return None


def _with_list(data: bytes, missing: Sequence[Judged]) -> bytes:
    document = open_document(io.BytesIO(data))
    heading = document.add_paragraph()
    heading.paragraph_format.page_break_before = True
    say(heading, "From the fact-check: claims not found in the text", bold=True, pt=13)
    for claim in missing:
        line = document.add_paragraph()
        say(line, f"{claim.number}. {words.quoted(claim.wording)} ", bold=True)
        say(line, f"{words.symbol(claim)} {words.verdict(claim)} · {claim.disposition.value}")
        if claim.verdict and claim.verdict.conclusion:
            say(document.add_paragraph(), claim.verdict.conclusion)
        if claim.note:
            say(document.add_paragraph(), f"Note: {claim.note}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
