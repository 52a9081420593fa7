"""What is said of files without text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.model import Document, Medium


def _said(text: str) -> str:
    return QCoreApplication.translate("Logged", text)


def facts_of(document: Document) -> str:
    """What a file is, what it is called, and whether the case holds it."""
    parts = [medium_word(document.medium), document.filename]
    if document.outside is None:
        parts.append(_said("kept in the case"))
    else:
        size = QLocale().formattedDataSize(document.size or 0, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        parts.append(size)
        parts.append(
            _said("too large for the case: it stays where it is, and is known again by its fingerprint")
        )
    return "  ·  ".join(part for part in parts if part)


def medium_word(medium: Medium | None) -> str:
    """What kind of file it is."""
    words = {
        Medium.RECORDING: _said("Recording"),
        Medium.PICTURE: _said("Picture"),
        Medium.PAGES: _said("Scanned pages"),
        Medium.FILE: _said("File"),
    }
    return words[medium] if medium else ""


def place_name(medium: Medium) -> str:
    """What a place of such a file is called."""
    return {
        Medium.RECORDING: _said("Time"),
        Medium.PICTURE: _said("Area"),
        Medium.PAGES: _said("Page"),
        Medium.FILE: _said("Place"),
    }[medium]


def place_hint(medium: Medium) -> str:
    """How a place can be typed."""
    return {
        Medium.RECORDING: _said("Time, like 12:03"),
        Medium.PICTURE: _said("Area; empty: all of it"),
        Medium.PAGES: _said("Page, like 4, stamp"),
        Medium.FILE: _said("Place, in your words"),
    }[medium]
