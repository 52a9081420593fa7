"""Every format an export can have, as editors meet it: what it is called, and what it is good for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """What one does with a file."""

    READ = "To read"
    WORK = "To work on"
    PROGRAMS = "For other programs"


@dataclass(frozen=True, slots=True)
class Format:
    """A format. `ending` is how its files end, without the dot; `name` what it is called in a sentence."""

    ending: str
    use: Use
    name: str
    what: str
    """What is in it, in one sentence."""


FORMATS = (
    Format("html", Use.READ, "Web page", "The summary as one page that opens anywhere and prints well."),
    Format("pdf", Use.READ, "PDF", "The summary, ready to print or to mail."),
    Format("summary.docx", Use.READ, "Word summary", "The summary as a Word document."),
    Format("docx", Use.WORK, "Word with comments", "The story with a comment on every claim."),
    Format("xlsx", Use.WORK, "Spreadsheet", "Claims, evidence, sources, queries and documents as sheets."),
    Format("csv", Use.WORK, "Table of claims (CSV)", "The claims as a table for any spreadsheet program."),
    Format("md", Use.WORK, "Markdown", "The summary as plain text with marks for headings and lists."),
    Format("jsonld", Use.PROGRAMS, "ClaimReview", "Claims for publication, as web pages state them."),
    Format("annotations.json", Use.PROGRAMS, "Web annotations", "Claims and evidence at their words (W3C)."),
    Format("bib", Use.PROGRAMS, "Bibliography (BibTeX)", "The story and its documents, for LaTeX."),
    Format("ris", Use.PROGRAMS, "Bibliography (RIS)", "The story and its documents, for EndNote and others."),
    Format("csl.json", Use.PROGRAMS, "Bibliography (CSL)", "The story and its documents, for Zotero."),
    Format("json", Use.PROGRAMS, "Report as data (JSON)", "All that the summary says, field by field."),
    Format("case.json", Use.PROGRAMS, "The whole case (JSON)", "Everything; can be made a case again."),
)
"""In the order in which they are offered."""
ENDINGS = tuple(format.ending for format in FORMATS)
WHOLE_CASE = "case.json"


def ending_of(name: str) -> str | None:
    """The ending of the format that a file name asks for; None for one that is not written."""
    fitting = [ending for ending in ENDINGS if name.lower().endswith(f".{ending}")]
    return max(fitting, key=len, default=None)


def format_called(ending: str) -> Format:
    """The format whose files end so. Raises `KeyError` for none."""
    for format in FORMATS:
        if format.ending == ending:
            return format
    raise KeyError(ending)
