"""Summaries written to files, whatever the format. Imports no Qt: the PDF printer is another process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from uuid import uuid4

from workbench.errors import ExportFailed
from workbench.export.report import Report

FORMATS = ("html", "md", "docx", "pdf", "json")
PRINTING_LIMIT_S = 120


def format_of(path: Path) -> str:
    """The format a file name asks for. Raises `ExportFailed` for one we do not write."""
    format = path.suffix.lower().lstrip(".")
    if format not in FORMATS:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise ExportFailed(f"{path.name}: a summary ends in one of {known}. Nothing was written.")
    return format


def write_summary(report: Report, path: Path, format: str) -> None:
    """Write the summary in one of `FORMATS`.

    Raises:
        ExportFailed: nothing was written; an earlier file at `path` is as it was.
    """
    if format == "pdf":
        from workbench.export.html import to_html

        data = _printed(to_html(report, style="paper"))
    else:
        from workbench.export import summary_bytes

        data = summary_bytes(report, format)
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


def _printed(page: str) -> bytes:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ui.export.pdf"],
            input=page.encode(),
            env=environment,
            capture_output=True,
            check=False,
            timeout=PRINTING_LIMIT_S,
        )
    except subprocess.TimeoutExpired as error:
        raise ExportFailed(
            "Printing the PDF took too long and was stopped. Export as HTML instead."
        ) from error
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise ExportFailed(
            "The PDF could not be printed: Qt's libraries are missing. Nothing was written, and the case is "
            "as it was; HTML, Markdown and Word need no Qt."
        )
    return done.stdout
