"""`twosource export` and `twosource import`: one file, a whole pack, and a case made of JSON again. No Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.console import say, tell
from ui.export.files import FORMATS, require_place, write_export
from workbench.errors import ExportFailed, UnreadableFile
from workbench.export.formats import WHOLE_CASE, ending_of

if TYPE_CHECKING:
    from ui.seams import SharedStore
    from workbench.export.claim_review import Publisher
    from workbench.export.profiles import Profile
    from workbench.ports import Store

DONE, IN_PART = 0, 2
PROFILES = ("desk", "publication", "archive")
ARCHIVE_WARNING = (
    "The archive pack holds everything: what was said in confidence, by whom, every original file and the "
    "whole history. Keep it where only the archive can read it."
)

NoteEnd = Callable[["Store"], None]
FromJson = Callable[[str, Path, str], None]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a case is opened for an export, and what is noted of it afterwards."""

    open_case: Callable[[Path], SharedStore]
    note_end: NoteEnd


def add_export(parser: argparse.ArgumentParser, opening: Opening) -> None:
    """Give the parser of `export` its arguments."""
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("--format", choices=FORMATS, help="default: as --out ends, else html")
    parser.add_argument(
        "--profile", choices=PROFILES, help="for whom; without --format, a whole pack is written to a folder"
    )
    parser.add_argument(
        "--out", type=Path, metavar="PATH", help="default: the case's name with the format's ending"
    )
    parser.add_argument(
        "--internal", action="store_true", help="the same as --profile desk, for one file of a format"
    )
    parser.add_argument("--publisher", default="", metavar="NAME", help="who publishes, for ClaimReview")
    parser.add_argument("--publisher-url", default="", metavar="URL", help="the publisher's address")
    parser.add_argument("--page", default="", metavar="URL", help="the page that the fact-check stands on")
    parser.set_defaults(run=partial(_export, opening))


def add_import(parser: argparse.ArgumentParser, from_json: FromJson) -> None:
    """Give the parser of `import` its arguments."""
    parser.add_argument("json", type=Path, metavar="CASE.json", help="a whole case as `export` wrote it")
    parser.add_argument("--case", type=Path, required=True, metavar="FILE", help="the new case file")
    parser.set_defaults(run=partial(_import, from_json))


def _export(opening: Opening, options: argparse.Namespace) -> int:
    format = options.format or (ending_of(options.out.name) if options.out else None)
    if options.profile and format is None:
        return _pack(opening, options)
    return _single(opening, options, format or "html")


def _single(opening: Opening, options: argparse.Namespace, format: str) -> int:
    from workbench.export.profiles import report_for

    path = options.out or Path(f"{options.case.stem}.{format}")
    profile = _profile(options)
    _require_fitting(format, profile)
    require_place(path, (options.case,))
    store = opening.open_case(options.case)
    try:
        report = report_for(store, datetime.now(UTC), profile=profile)
        note = write_export(store, report, path, format, _publisher(options))
        opening.note_end(store)
    finally:
        store.close()
    if note:
        tell(f"twosource: {note}")
    say(str(path))
    return DONE


def _pack(opening: Opening, options: argparse.Namespace) -> int:
    from ui.export.pack import Wishes, write_pack

    profile = _profile(options)
    assert profile is not None
    folder = options.out or Path(f"{options.case.stem} {profile.value} pack")
    if options.profile == "archive":
        tell(f"twosource: {ARCHIVE_WARNING}")
    store = opening.open_case(options.case)
    try:
        wishes = Wishes(profile, folder, _publisher(options))
        packed = write_pack(store, None, datetime.now(UTC), wishes, _told)
        opening.note_end(store)
    finally:
        store.close()
    for sentence in (*packed.failed, *packed.notes):
        tell(f"twosource: {sentence}")
    say(f"{len(packed.parts)} files written: {packed.folder}")
    return IN_PART if packed.failed else DONE


def _profile(options: argparse.Namespace) -> Profile | None:
    from workbench.export.profiles import Profile

    named = options.profile or ("desk" if options.internal else None)
    return Profile(named) if named else None


def _require_fitting(format: str, profile: Profile | None) -> None:
    """The whole case cannot be written in part."""
    if format == WHOLE_CASE and profile is not None and profile.value != "archive":
        raise ExportFailed(
            "The whole case holds everything, so it is for the archive alone. Nothing was written; leave "
            "--profile out, or choose another format."
        )


def _publisher(options: argparse.Namespace) -> Publisher | None:
    if not (options.publisher or options.publisher_url or options.page):
        return None
    from workbench.export.claim_review import Publisher

    return Publisher(options.publisher, options.publisher_url, options.page)


def _import(from_json: FromJson, options: argparse.Namespace) -> int:
    try:
        content = options.json.read_text("utf-8")
    except OSError as error:
        raise UnreadableFile(
            f"{options.json} could not be read ({error.strerror}). No case was made."
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{options.json.name} is no whole case as Twosource writes it. No case was made."
        ) from error
    from_json(content, options.case, options.json.name)
    say(str(options.case))
    return DONE


def _told(done: int, total: int, doing: str) -> None:
    tell(f"[{done + 1}/{total}] {doing}")
