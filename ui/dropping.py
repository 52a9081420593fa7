"""What was dragged over the window and dropped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

CASE_SUFFIX = ".twosource"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A case file, or files to read in, or a link, or a text; the first of these that is there."""

    case: Path | None
    files: tuple[Path, ...]
    url: str
    text: str

    @property
    def is_text(self) -> bool:
        """Whether it is something to be read in."""
        return self.case is None and bool(self.files or self.url or self.text)


def dropped(mime: QMimeData) -> Dropped:
    """Make sense of what the desktop hands over."""
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    links = [url.toString() for url in mime.urls() if url.scheme() in ("http", "https")]
    case = next((path for path in files if path.suffix == CASE_SUFFIX), None)
    text = "" if mime.hasUrls() else mime.text()
    return Dropped(case, files, links[0] if links else "", text)
