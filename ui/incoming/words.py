"""What came of reading many files in, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.incoming.importing import Imported


def summary(imported: Imported) -> str:
    """How many files were read, and what became of the others."""
    told = [_said("Read {read} of {total} files.")]
    if imported.unread:
        one = _said("One could not be read.")
        told.append(one if imported.unread == 1 else _said("{unread} could not be read."))
    if imported.known:
        one = _said("One was in the case already and was passed over.")
        many = _said("{known} were in the case already and were passed over.")
        told.append(one if imported.known == 1 else many)
    if imported.left:
        told.append(_said("Choose the same again to read the other {left}."))
    return " ".join(told).format(
        read=f"{imported.read:,}",
        total=f"{imported.total:,}",
        unread=f"{imported.unread:,}",
        known=f"{imported.known:,}",
        left=f"{imported.left:,}",
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("Incoming", text)
