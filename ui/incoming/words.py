"""What came of reading many files in, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.incoming.annotating import Annotated
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


def annotated_words(found: Annotated) -> str:
    """How many annotations of a file are beside their words now, and what became of the others."""
    one = _said("One annotation of {name} is beside its words now.")
    many = _said("{fresh} annotations of {name} are beside their words now.")
    told = [one if found.fresh == 1 else many]
    if found.known:
        told.append(_said("{known} were there already."))
    if found.unplaced:
        told.append(_said("{left} found no place."))
    if found.passed_over:
        told.append(_said("{passed_over} name no words and were passed over."))
    return " ".join(told).format(
        fresh=f"{found.fresh:,}",
        name=found.name,
        known=f"{found.known:,}",
        left=f"{len(found.unplaced):,}",
        passed_over=f"{found.passed_over:,}",
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("Incoming", text)
