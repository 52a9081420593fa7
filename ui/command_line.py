"""The command line: the same engine and the same case files as the window. Imports no Qt."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from ui.backups.command import add_backups, add_restore
from ui.cache import vectors_path
from ui.checked.command import add_checked
from ui.checked.place import checked_path, data_folder
from ui.console import ready_streams, say, stoppable, tell, writing_out
from ui.everywhere.command import add_search
from ui.export.command import Opening, add_export, add_import
from ui.export.files import format_of, require_place, write_safely
from ui.fetching.command import add_fetch
from ui.incoming.command import add_annotate
from ui.integration import add_integrate
from ui.merging.command import add_merge
from workbench.change import Stamp
from workbench.errors import CaseError, ExportFailed, UnreadableFile, WorkbenchError
from workbench.model import Case, CaseId, DocumentId
from workbench.reading.names import shown
from workbench.record import Seen, overtaken

if TYPE_CHECKING:
    from db import CaseStore
    from workbench.backups import Backups
    from workbench.check import Check
    from workbench.ports import EarlierClaims, Heads, Store, Vectors

COMMANDS = (
    "annotate",
    "check",
    "predict",
    "export",
    "import",
    "integrate",
    "verify",
    "checked",
    "search",
    "backups",
    "restore",
    "merge",
    "fetch",
)
USABLE, UNSOUND, UNUSABLE, BUG, STOPPED = 0, 1, 2, 70, 130
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
DEBUGGING = "TWOSOURCE_DEBUG"
"""Environment variable that lets a bug show its traceback."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 the case is not sound, 2 an input can't be used."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0] not in COMMANDS and not given[0].startswith("-")):
        return _window(given)
    ready_streams()
    options = _parser().parse_args(given)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        with stoppable():
            return run(options)
    except WorkbenchError as error:
        tell(f"twosource: {error}")
        return UNUSABLE
    except BrokenPipeError:
        return USABLE  # The reader of our output went away (`| head`); nothing is left to say to it.
    except KeyboardInterrupt:
        tell("twosource: Stopped. What was finished is kept.")
        return STOPPED
    except Exception as error:
        if os.environ.get(DEBUGGING):
            raise
        tell(
            f"twosource: Something went wrong in Twosource itself ({type(error).__name__}). No input was "
            f"changed and no case damaged. Set {DEBUGGING}=1 and run this again for a report to send us."
        )
        return BUG


def _window(arguments: list[str]) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        tell("twosource: No display was found, so the window cannot open. `twosource check` needs none.")
        return UNUSABLE
    return subprocess.call([sys.executable, "-m", "ui", *arguments])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="twosource",
        description="Check facts and trace sources. Without a command, opens the window: twosource [CASE]",
    )
    parser.add_argument("--version", action="version", version=f"Twosource {_version()}")
    commands = parser.add_subparsers(title="commands", required=True)
    _add_check(commands.add_parser("check", help="check a story against its sources"))
    _add_predict(commands.add_parser("predict", help="judge JSON lines from standard input"))
    exporting = commands.add_parser("export", help="write a summary of a case, or a whole pack")
    add_export(exporting, Opening(_open_for_merge, _note_end))
    add_integrate(commands.add_parser("integrate", help="open cases and links with a click (Linux)"))
    add_import(commands.add_parser("import", help="make a case of its JSON export again"), _from_json)
    _add_verify(commands.add_parser("verify", help="test that a case file is whole and unforged"))
    checked = commands.add_parser("checked", help="what was checked before: add fact-checks, list, forget")
    add_checked(checked, _open_checked)
    add_backups(commands.add_parser("backups", help="list the earlier states of a case"), _open_backups)
    restore = commands.add_parser("restore", help="go back to an earlier state of a case; nothing is lost")
    add_restore(restore, _open_backups, _opens, _settle)
    annotate = commands.add_parser("annotate", help="put another program's annotations into a case")
    add_annotate(annotate, _open_for_merge, _note_end)
    merging = commands.add_parser("merge", help="bring a colleague's copy together with a case")
    add_merge(merging, _open_for_merge, _open_copy, _open_backups)
    add_search(commands.add_parser("search", help="search everything in a case"), _open_case)
    fetching = commands.add_parser("fetch", help="fetch one page of the web; nothing else ever asks for any")
    add_fetch(fetching, _open_for_merge, _note_end)
    return parser


def _version() -> str:
    try:
        return version("twosource")
    except PackageNotFoundError:
        return "(not installed)"


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("story", type=Path, metavar="STORY")
    parser.add_argument("--against", type=Path, nargs="+", required=True, metavar="PATH", action="extend")
    parser.add_argument("--case", type=Path, metavar="FILE", help="keep the case in this new file")
    parser.add_argument(
        "--summary", type=Path, metavar="FILE", help="write a summary (.html, .pdf, .docx, .md, .xlsx…)"
    )
    parser.add_argument("--json", metavar="FILE", help="write all findings as JSON; - for standard output")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="write the stored texts as ID.txt")
    parser.set_defaults(run=_check)


def _add_predict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "task",
        choices=("relations", "claims", "attributions", "quotes", "copies", "checked-before", "drafts"),
    )
    parser.set_defaults(run=_predict)


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument(
        "--head", type=_hash, metavar="HASH", help="does the record lead through this hash of an export?"
    )
    parser.set_defaults(run=_verify)


def _check(options: argparse.Namespace) -> int:
    from workbench.check import Check
    from workbench.engine import LocalEngine

    _require_places(options)
    stamp = _now()
    with _new_case(options.case, options.story, stamp) as store:
        engine = LocalEngine()
        if engine.reduced:
            tell(f"twosource: {engine.reduced}")
        with _vectors() as vectors:
            check = Check(store, engine, _new_id, stamp, _told, vectors)
            story = check.run(options.story, options.against)
        for sentence in (*check.remarks, *check.refused):
            tell(f"twosource: {sentence}")
        if check.unread > 1:
            read = check.files - check.unread
            tell(f"twosource: Read {read:,} of {check.files:,} files. {check.unread:,} could not be read.")
        _deliver(options, store, story, check)
        if options.case:
            _note_end(store)
    return UNUSABLE if check.refused else USABLE


def _require_places(options: argparse.Namespace) -> None:
    """See that every file asked for can be put where it is asked for, before any work is done."""
    if options.summary:
        format_of(options.summary)
    written = (options.case, options.summary, options.json != "-" and options.json)
    for path in filter(None, written):
        require_place(Path(path), (options.story, *options.against))


def _deliver(options: argparse.Namespace, store: CaseStore, story: DocumentId, check: Check) -> None:
    """Write what was asked for; each only when asked for."""
    from workbench.export.findings import findings

    if options.texts:
        _write_texts(store, options.texts)
    if options.json:
        found = json.dumps(findings(store, story, check.paths, datetime.now(UTC)))
        if options.json == "-":
            say(found)
        else:
            _write_bytes(Path(options.json), f"{found}\n".encode("ascii"))
    if options.summary:
        _summarise(store, options.summary, format_of(options.summary))


@contextmanager
def _new_case(path: Path | None, story: Path, stamp: Stamp) -> Iterator[CaseStore]:
    """A new case at `path`, or one that lasts as long as the command."""
    from db import create_case

    with ExitStack() as stack:
        if path is None:
            path = Path(stack.enter_context(_temporary_folder())) / "check.twosource"
        elif os.path.lexists(path):
            raise CaseError(f"{path} exists already and was left as it is. Choose another name for --case.")
        case = Case(CaseId(_new_id()), shown(story.stem), "two-source", stamp.at)
        store = create_case(path, case, stamp)
        stack.callback(store.close)
        try:
            yield store
        except UnreadableFile:
            # Without its story the case holds nothing, and would stand in the way of the next attempt.
            store.close()
            path.unlink(missing_ok=True)
            raise


@contextmanager
def _vectors() -> Iterator[Vectors]:
    """Sentence vectors, those of earlier days included."""
    from db import open_vectors

    vectors = open_vectors(vectors_path())
    try:
        yield vectors
    finally:
        vectors.close()


def _temporary_folder() -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix="twosource-")
    except OSError as error:
        raise CaseError(
            f"No temporary case could be made ({error.strerror}). Make room, or name a place with --case."
        ) from error


def _write_texts(store: Store, folder: Path) -> None:
    from workbench.model import Document

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportFailed(f"The folder {folder} could not be made: {error.strerror}.") from error
    for document in store.all(Document):
        revision = store.latest(document.id)
        if revision is not None:
            _write_bytes(folder / f"{document.id}.txt", revision.text.encode())


def _write_bytes(path: Path, data: bytes) -> None:
    write_safely(path, lambda part: part.write_bytes(data))


def _summarise(store: CaseStore, path: Path, format: str) -> None:
    from ui.export.files import write_export
    from workbench.export.gathering import build_report

    write_export(store, build_report(store, _now().at), path, format)


def _predict(options: argparse.Namespace) -> int:
    from workbench.predict import predict

    lines = (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
    with writing_out():
        predict(options.task, lines, sys.stdout)
    return USABLE


def _verify(options: argparse.Namespace) -> int:
    from db import verify

    problems = verify(options.case, heads=_open_heads(), head=options.head)
    for problem in problems:
        say(problem)
    if not problems:
        through = f" Its record leads through {options.head}." if options.head else ""
        say(f"{options.case}: whole and unforged.{through}")
    return UNSOUND if problems else USABLE


def _open_case(path: Path) -> Store:
    from db import open_case

    return open_case(path)


def _open_for_merge(path: Path) -> CaseStore:
    from db import open_case

    return open_case(path, backups=_open_backups())


def _open_copy(path: Path) -> CaseStore:
    from db import open_copy

    return open_copy(path)


def _from_json(content: str, path: Path, name: str) -> None:
    from db import case_from_json

    case_from_json(content, path, name)


def _open_backups() -> Backups:
    from db import CaseBackups

    return CaseBackups(data_folder())


def _opens(path: Path) -> bool:
    """Whether a case can be opened as it is."""
    from db import open_case

    try:
        open_case(path, backups=_open_backups()).close()
    except CaseError:
        return False
    return True


def _open_checked() -> EarlierClaims:
    from db import open_checked

    return open_checked(checked_path())


def _open_heads() -> Heads:
    from db import open_heads

    return open_heads(data_folder())


def _note_end(store: Store) -> None:
    """Note outside the case how its record ends; a note that cannot be written stops no work."""
    heads, place = _open_heads(), os.path.realpath(store.path)
    try:
        for case in store.all(Case):
            gone = overtaken(heads.of(case.id), place, store.hash_of)
            heads.keep(case.id, Seen(store.head(), _now().at, place), gone)
    except WorkbenchError as error:
        tell(f"twosource: {error}")


def _settle(path: Path) -> None:
    """Take the file that was just put here for the right one, whatever was noted of the place."""
    from db import open_case

    with closing(open_case(path)) as store:
        try:
            for case in store.all(Case):
                _open_heads().settle(case.id, os.path.realpath(store.path))
        except WorkbenchError as error:
            tell(f"twosource: {error}")
        _note_end(store)


def _hash(given: str) -> str:
    """A hash as somebody typed it off a page, or how it begins."""
    plain = "".join(given.split()).lower()
    if not re.fullmatch("[0-9a-f]{8,64}", plain):
        raise argparse.ArgumentTypeError("a hash is 64 digits and letters a to f; its first 8 are enough")
    return plain


def _told(done: int, total: int, doing: str) -> None:
    tell(f"[{done + 1}/{total}] {doing}" if total else doing)


def _now() -> Stamp:
    return Stamp("Twosource", datetime.now(UTC))


def _new_id() -> str:
    return uuid4().hex


if __name__ == "__main__":
    sys.exit(main())
