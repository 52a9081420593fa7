"""Summaries written to files, whatever the format. Imports no Qt: the PDF printer is another process."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from workbench.errors import ExportFailed
from workbench.export.formats import ENDINGS, ending_of

if TYPE_CHECKING:
    from ui.export.drawing import Drawing
    from ui.seams import SharedStore
    from workbench.export.claim_review import Publisher
    from workbench.export.report import Report

FORMATS = ENDINGS
PRINTING_LIMIT_S = 120


def format_of(path: Path) -> str:
    """The format a file name asks for. Raises `ExportFailed` for one we do not write."""
    format = ending_of(path.name)
    if format is None:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise ExportFailed(f"{path.name}: a summary ends in one of {known}. Nothing was written.")
    return format


def write_export(
    store: SharedStore, report: Report, path: Path, format: str, publisher: Publisher | None = None
) -> str:
    """Write any of `FORMATS`. Returns what an editor has to know of it; empty for nothing.

    Raises:
        ExportFailed, CaseError: nothing was written; an earlier file at `path` is as it was.
    """
    match format:
        case "case.json":
            store.write_json(path)
        case "docx":
            from workbench.export.annotated import annotated, missing_told

            copy = annotated(store, report)
            _write(path, copy.data)
            return missing_told(copy)
        case "jsonld":
            from workbench.export.claim_review import Publisher, to_claim_review

            told = to_claim_review(report, publisher or Publisher("", "", ""))
            _write(path, told.encode("utf-8", "ignore"))
        case _:
            write_summary(report, path, format)
    return ""


def write_summary(report: Report, path: Path, format: str) -> None:
    """Write the summary in a format that is made of the report alone.

    Raises:
        ExportFailed: nothing was written; an earlier file at `path` is as it was.
    """
    if format == "pdf":
        from workbench.export.blocks import to_blocks

        data = _printed(to_blocks(report))
    else:
        from workbench.export import summary_bytes

        data = summary_bytes(report, format)
    _write(path, data)


def draw_map(wanted: Drawing) -> dict[str, bytes]:
    """The source map as files, by their endings.

    Raises:
        ExportFailed: it could not be drawn.
    """
    told = "The source map could not be drawn"
    data = _asked("ui.export.map", pickle.dumps(wanted), told)
    return dict(pickle.loads(data)) if data else {}


def _write(path: Path, data: bytes) -> None:
    write_safely(path, lambda part: part.write_bytes(data))


def require_place(path: Path, inputs: Iterable[Path]) -> None:
    """See that a file can be put at `path` without writing over one of `inputs`, or one in them.

    Raises:
        ExportFailed: with a sentence that says why not.
    """
    place = os.path.realpath(path)
    if not os.path.isdir(os.path.dirname(place)):
        raise ExportFailed(f"{path} lies in a folder that is not there. Make the folder, or choose another.")
    read = [os.path.realpath(given) for given in inputs]
    if os.path.exists(place) and any(place == given or _lies_in(place, given) for given in read):
        raise ExportFailed(
            f"{path} is one of the files to be read and was left as it is. Choose another name."
        )


def _lies_in(place: str, folder: str) -> bool:
    return os.path.isdir(folder) and os.path.commonpath((place, folder)) == folder


def write_safely(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a neighbour of `path`, then put it in its place.

    What is no ordinary file (a pipe, a device) cannot be replaced and is written to as it is.
    """
    try:
        if path.exists() and not path.is_file():
            write(path)
        else:
            _replace(Path(os.path.realpath(path)), write)
    except OSError as error:
        raise ExportFailed(
            f"{path} could not be written ({error.strerror}); an earlier file there is as it was. "
            "Choose another place, or make room and try again."
        ) from error


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    part = path.with_name(f".{uuid4().hex}.part")
    try:
        write(part)
        part.replace(path)
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # The folder vanished or forbids it; the failure itself has been told already.


def _printed(blocks: str) -> bytes:
    printed = _asked("ui.export.pdf", blocks.encode(), "The PDF could not be printed")
    if not printed.startswith(b"%PDF-"):
        raise ExportFailed("The PDF could not be printed. Nothing was written; export as HTML instead.")
    return printed


def _asked(module: str, given: bytes, failure: str) -> bytes:
    """What a process of our own that may use Qt answers. Raises `ExportFailed`."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", module],
            input=given,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            check=False,
            timeout=PRINTING_LIMIT_S,
        )
    except subprocess.TimeoutExpired as error:
        raise ExportFailed(f"{failure}: it took too long and was stopped. Export as HTML instead.") from error
    if done.returncode:
        raise ExportFailed(
            f"{failure}: Qt’s libraries are missing. It was not written, and the case is as it was; HTML, "
            "Markdown and Word need no Qt."
        )
    return done.stdout
