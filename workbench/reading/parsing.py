"""One file's bytes to its text: the whole of what happens inside the jail."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from workbench.reading.bounds import is_tangled
from workbench.reading.furniture import marked
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import Parsed
from workbench.reading.sniffing import Format, sniff
from workbench.reading.tongues import guess_language

MOST_CHARACTERS = 3_000_000

_PARSERS = {
    Format.TEXT: "plain",
    Format.MARKDOWN: "markdown",
    Format.HTML: "webpage",
    Format.DOCX: "word",
    Format.ODT: "opendocument",
    Format.EPUB: "book",
    Format.XLSX: "workbook",
    Format.CSV: "separated",
    Format.MAIL: "mail",
    Format.SAVED: "savedpage",
    Format.WARC: "archive",
    Format.PDF: "pdf",
}
"""The module of this package that reads a format with its `parse(data) -> Parsed`; imported when needed."""


def parse(data: bytes, name: str) -> Parsed:
    """Read a file in whatever format it is. `name` only helps among plain texts.

    Raises:
        Refused: with the reason.
    """
    format = sniff(data, name)
    if format in (Format.TEXT, Format.MARKDOWN) and len(data) > 4 * MOST_CHARACTERS:
        raise Refused(Refusal.TOO_LONG)
    if is_tangled(format, data):
        raise Refused(Refusal.TANGLED)
    return finished(import_module(f"workbench.reading.{_PARSERS[format]}").parse(data))


def finished(parsed: Parsed) -> Parsed:
    """What is done alike for every format: furniture marked, the language guessed where it is not stated."""
    if not parsed.text.strip():
        raise Refused(Refusal.NO_TEXT)
    if len(parsed.text) > MOST_CHARACTERS:
        raise Refused(Refusal.TOO_LONG)
    about = replace(parsed.about, language=guess_language(parsed.text) or parsed.about.language)
    return replace(parsed, about=about, zones=marked(parsed.text, parsed.zones))
