"""Word files made for tests."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def make_docx(write: Callable[[Any], object]) -> bytes:
    """A Word file that `write` has filled."""
    document = Document()
    write(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def add_link(paragraph: Any, words: str, url: str) -> None:
    """Put a hyperlink at the end of a paragraph."""
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), paragraph.part.relate_to(url, _HYPERLINK, is_external=True))
    text.text = words
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


def make_zip(files: Mapping[str, bytes]) -> bytes:
    """An archive of the files."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()
