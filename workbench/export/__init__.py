"""Writing summaries out: one file per format, all from one `Report`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from workbench.export.report import Report

_WRITERS = {
    "html": "html.to_html",
    "md": "markdown.to_markdown",
    "docx": "docx.to_docx",
    "summary.docx": "docx_summary.to_docx_summary",
    "xlsx": "xlsx.to_xlsx",
    "csv": "separated.claims_csv",
    "json": "plain.to_json",
    "annotations.json": "annotations.to_annotations",
    "csl.json": "citations.to_csl",
    "bib": "citations.to_bibtex",
    "ris": "citations.to_ris",
}


def summary_bytes(report: Report, format: str) -> bytes:
    """The summary as a file's contents, in one of the formats of `workbench.export.formats`.

    Those that need more than a report have their own ways: PDF (Qt), ClaimReview (who publishes), the whole
    case (the case file), and Word with comments in the author's own file (`annotated`).

    Raises:
        ValueError: a format that is not written here.
    """
    if format not in _WRITERS:
        raise ValueError(f"no writer for {format}")
    module, name = _WRITERS[format].split(".")
    write: Callable[[Report], Any] = getattr(import_module(f"workbench.export.{module}"), name)
    written = write(report)
    # Half characters have no place in UTF-8, and no meaning.
    return written if isinstance(written, bytes) else written.encode("utf-8", "ignore")
