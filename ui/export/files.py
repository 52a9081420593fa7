"""Summaries written to files, whatever the format. Imports no Qt: the PDF printer is another process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from workbench.errors import ExportFailed
from workbench.export.report import Report

FORMATS = ("html", "md", "docx", "pdf")
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

        page = to_html(report, style="paper")
        write_safely(path, lambda part: _print(page, part))
        return
    from workbench.export import summary_bytes

    data = summary_bytes(report, format)
    write_safely(path, lambda part: part.write_bytes(data))


def write_safely(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a neighbour of `path`, then put it in its place."""
    part = path.with_name(f".{path.name}.part")
    try:
        write(part)
        part.replace(path)
    except OSError as error:
        raise ExportFailed(
            f"{path} could not be written ({error.strerror}); an earlier file there is as it was. "
            "Choose another place, or make room and try again."
        ) from error
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # The folder vanished or forbids it; the failure itself has been told already.


def _print(page: str, path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ui.export.pdf", str(path)],
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
    if done.returncode or not path.exists():
        raise ExportFailed(
            "The PDF could not be printed: Qt's libraries are missing or the place cannot be written. "
            "The case is as it was; HTML, Markdown and Word need no Qt."
        )
