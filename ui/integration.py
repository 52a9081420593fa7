"""Makes the desktop know cases and links into them: a double click opens a case, a link its item.

Only files of the user are written, in the places that freedesktop.org names (Desktop Entry 1.5, Shared MIME
Info 0.22, Icon Theme). Imports no Qt.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from ui.console import say
from workbench.errors import ExportFailed

DONE = 0
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")


def add_integrate(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `integrate` its argument."""
    parser.add_argument("--remove", action="store_true", help="take it all back")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if sys.platform != "linux":
        raise ExportFailed(
            "This is for desktops on Linux; elsewhere the installer does it. Nothing was done."
        )
    work = remove if options.remove else install
    for path in work(data_home()):
        say(str(path))
    return DONE


def data_home() -> Path:
    """Where the user's own data lie."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def places(home: Path) -> dict[Path, str]:
    """The files, and the resource each is made from."""
    return {
        home / "applications" / "twosource.desktop": "desktop/twosource.desktop",
        home / "mime" / "packages" / "twosource.xml": "desktop/twosource.xml",
        home / "icons" / "hicolor" / "scalable" / "apps" / "twosource.svg": "icons/twosource.svg",
    }


def install(home: Path) -> list[Path]:
    """Write the files and let the desktop read them. Returns what was written. Raises `ExportFailed`."""
    for path, name in places(home).items():
        content = files("resources").joinpath(name).read_text("utf-8").replace("@EXEC@", command())
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        except OSError as error:
            raise ExportFailed(f"{path} could not be written ({error.strerror}).") from error
    _refresh(home)
    return list(places(home))


def remove(home: Path) -> list[Path]:
    """Take the files away again. Returns what was there. Raises `ExportFailed`."""
    found = [path for path in places(home) if path.exists()]
    for path in found:
        try:
            path.unlink()
        except OSError as error:
            raise ExportFailed(f"{path} could not be removed ({error.strerror}).") from error
    _refresh(home)
    return found


def command() -> str:
    """How the window is started, as a desktop entry writes it."""
    installed = shutil.which("twosource-window")
    parts = [installed] if installed else [sys.executable, "-m", "ui"]
    return " ".join(map(_quoted, parts))


def _quoted(part: str) -> str:
    """An argument as the Desktop Entry Specification asks for it."""
    doubled = part.replace("%", "%%")
    if not _RESERVED & set(doubled):
        return doubled
    escaped = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in doubled)
    # Within the file, a string's own backslashes are escaped once more.
    return '"' + escaped.replace("\\", "\\\\") + '"'


def _refresh(home: Path) -> None:
    """Let the desktop's caches follow; where its tools are missing, it does so at the next login."""
    for tool, folder in (("update-mime-database", "mime"), ("update-desktop-database", "applications")):
        if found := shutil.which(tool):
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run([found, str(home / folder)], capture_output=True, check=False, timeout=60)
