"""What the program remembers between two days: who checks, how it looks, where one left off."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths

VARIABLE = "TWOSOURCE_SETTINGS"
"""Environment variable that names another settings file."""
RECENT = 8
"""How many cases the list of recent ones holds."""
TEXT_SIZES = (14, 15, 16, 18, 20, 22, 24, 28, 32)
"""Sizes of the story's text, in pixels."""


@dataclass(slots=True)
class Place:
    """Where in a case one left off: ids of the story, the claim and the source beside it, and the scroll."""

    story: str = ""
    claim: str = ""
    source: str = ""
    scroll: int = 0


@dataclass(slots=True)
class Settings:
    """The remembered values. `recent` holds paths, the last used first; `geometry` and `state` are base64.

    `library` is the library's folder, "" for the usual one; `model` the relation model of the editor's own,
    "" for the built-in one. `in_place` holds folders whose cases are worked on where they lie, though
    the folder is synchronised or on a network. `opens_files`: the editor has agreed that other programs open
    files of a case; `never_fetch`: no page is ever fetched, not even when asked for. `publisher`, its address
    and the page of the fact-check are those that ClaimReview named last.
    """

    checker: str = ""
    theme: str = "system"
    text_size: int = 18
    recent: list[str] = field(default_factory=list)
    geometry: str = ""
    state: str = ""
    library: str = ""
    model: str = ""
    in_place: list[str] = field(default_factory=list)
    opens_files: bool = False
    never_fetch: bool = False
    publisher: str = ""
    publisher_url: str = ""
    publisher_page: str = ""
    shortcuts: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """The name that goes with a decision, even before the checker has given one."""
        return self.checker or "Unnamed checker"

    @property
    def last_case(self) -> Path | None:
        """The case used last, when it is still there."""
        path = Path(self.recent[0]) if self.recent else None
        return path if path is not None and path.is_file() else None

    @property
    def library_folder(self) -> Path:
        """Where the library lies."""
        return Path(self.library) if self.library else usual_library()

    def opened(self, path: Path) -> None:
        """Put a case first among the recent ones."""
        name = str(path.absolute())
        self.recent = [name, *(other for other in self.recent if other != name)][:RECENT]
        self.places = {key: place for key, place in self.places.items() if key in self.recent}

    def place(self, path: Path) -> Place:
        """Where one left off in a case."""
        return self.places.setdefault(str(path.absolute()), Place())

    def resize_text(self, steps: int) -> int:
        """Make the story's text larger or smaller, and return its new size in pixels."""
        nearest = min(range(len(TEXT_SIZES)), key=lambda at: abs(TEXT_SIZES[at] - self.text_size))
        self.text_size = TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, nearest + steps))]
        return self.text_size


def settings_path() -> Path:
    """Where the settings lie for this user."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "twosource" / "settings.json"


def usual_library() -> Path:
    """Where the library lies unless the editor has chosen another folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "twosource" / "library"


def load_settings(path: Path) -> Settings:
    """Read the settings; whatever is missing or damaged takes its first value again."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(told) if isinstance(told, dict) else Settings()


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings in one step. On a disk that refuses, they last until the program ends."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        return


def _settings(told: dict[str, Any]) -> Settings:
    settings = Settings()
    for known in fields(Settings):
        value = told.get(known.name)
        if known.name != "places" and isinstance(value, type(getattr(settings, known.name))):
            setattr(settings, known.name, value)
    places = told.get("places")
    for path, place in places.items() if isinstance(places, dict) else ():
        if isinstance(place, dict):
            settings.places[path] = _place(place)
    return settings


def _place(told: dict[str, Any]) -> Place:
    place = Place()
    for known in fields(Place):
        value = told.get(known.name)
        if isinstance(value, type(getattr(place, known.name))):
            setattr(place, known.name, value)
    return place
