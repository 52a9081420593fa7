"""The backups of all cases, in the user's data folder: `backups/CASE ID/PLACE/TIME-NUMBER-REASON.twosource`.

PLACE stands for one path of the case; its `case.json` says which. So a case is found again by its path when
it is damaged or gone, and by its id when it was moved.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from db.connection import connect
from db.durable import ENDINGS, free_name, part_of, private_folder, put_in_place, settle_folder
from db.failures import damaged, reading
from db.heads import HeadFiles
from db.local_copy import end_of, working_file
from db.lock import CaseLock
from db.opening import open_file
from db.other_copies import copy_of, noted, of_other_copies
from db.snapshot import head, head_of, is_sound, require_room, require_sound, snapshot
from workbench.backups import Backup, Mark, Reason, State, Step, folder_name, outdated, since
from workbench.errors import CaseError, CaseNotWritten, DamagedCase, NotACase, WorkbenchError
from workbench.model import CaseId, Sha256
from workbench.progress import Progress, silent
from workbench.record import Seen

SUFFIX = ".twosource"
_NAME = re.compile(r"(\d{8}T\d{6}\d{3})Z-(\d{9,})-([a-z]+)\.twosource")
_STALE_S = 3600
"""After so long, what an interrupted backup left is cleared away."""


class CaseBackups:
    """Implements `workbench.backups.Backups`. Keeps no state: any thread may use it."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._folder = data / "backups"
        self._looked_at = data / "looked at"

    def take(
        self, file: Path, case: Path, reason: Reason, at: datetime, progress: Progress = silent
    ) -> Backup | None:
        """Back up a case file, which may be open, and let go of backups that are no longer needed.

        Returns:
            The backup; None when the last one holds the same already.
        Raises:
            CaseNotWritten, DamagedCase: nothing was made; no backup was let go of.
        """
        with reading(file), closing(connect(file, mode="ro")) as db:
            id, now = _case_id(db, file), head(db)
        place = self._place(id, case)
        others = self._listed(folder_name(id))
        if reason is not Reason.RETURN and any(_is_at(item, now) for item in others):
            return None
        number = now.number
        target = place / _file_name(at, number, reason)
        while target.exists():
            at += timedelta(milliseconds=1)
            target = place / _file_name(at, number, reason)
        snapshot(file, target, progress)
        self._rotate(place, at, target)
        return _backup(target)

    def states(self, case: Path, file: Path | None = None) -> tuple[State, ...]:
        """What can be gone back to, newest first, and what was changed since."""
        steps = _steps(file) if file else None
        items = self._every(case, file)
        others = self._others(case, items)
        return tuple(_state(item, steps, item in others) for item in items)

    def newest_sound(self, case: Path) -> State | None:
        """The newest backup that passes the check; work in a local copy of the case counts as one."""
        with suppress(CaseError, OSError):
            self._keep_working(case, Reason.CHANGES, datetime.now(UTC))
        items = self._every(case, None)
        others = self._others(case, items)
        for item in sorted(items, key=others.__contains__):
            if is_sound(item.path):
                return _state(item, None, item in others)
        return None

    def go_back(self, case: Path, backup: Backup, at: datetime) -> Path | None:
        """Put a backup in the place of a case, which is kept first."""
        case = Path(os.path.realpath(case))
        require_sound(backup.path, backup.path.name)
        part, lock = part_of(case), CaseLock(case)
        _lock(lock, case)
        try:
            require_room(backup.path, part, 1)
            shutil.copyfile(backup.path, part)
            require_sound(part, backup.path.name)
            self._keep_working(case, Reason.RETURN, at)
            aside = self._keep(case, at)
            put_in_place(part, case)
            self._forget_working(case)
            self._know(case, at)
            return aside
        except OSError as error:
            raise CaseNotWritten(
                f"The earlier state could not be put in place of “{case.name}”: {error.strerror}. "
                "Nothing was lost."
            ) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            lock.release()

    def copy_of(self, case: Path, backup: Backup) -> Path:
        """A copy of a backup to look at."""
        day = _told(backup.at)
        target = self._looked_at / f"{case.stem} ({day}){SUFFIX}"
        part = part_of(target)
        try:
            private_folder(self._looked_at)
            require_room(backup.path, part, 1)
            shutil.copyfile(backup.path, part)
            put_in_place(part, target)
            _bring_up_to_date(target)
        except OSError as error:
            raise CaseNotWritten(f"No copy of the state of {day} could be made: {error.strerror}.") from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return target

    def _keep(self, case: Path, at: datetime) -> Path | None:
        """Keep what stands at `case`: as a backup when sound, else moved aside byte for byte."""
        if not os.path.lexists(case):
            return None
        try:
            self.take(case, case, Reason.RETURN, at)
        except (DamagedCase, NotACase, CaseError) as error:
            if isinstance(error, CaseNotWritten):
                raise
            aside = free_name(case.with_name(f"{case.stem} (damaged, kept {_told(at)}){case.suffix}"))
            for ending in ("", *ENDINGS):
                with suppress(FileNotFoundError):
                    case.with_name(case.name + ending).rename(aside.with_name(aside.name + ending))
            settle_folder(case.parent)
            return aside
        return None

    def _keep_working(self, case: Path, reason: Reason, at: datetime) -> None:
        """Keep what a local copy of a case in a synchronised folder holds."""
        file = working_file(self._data, case)
        if end_of(file) is not None:
            self.take(file, case, reason, at)

    def _forget_working(self, case: Path) -> None:
        """The local copy would take itself for the newer of the two; one that cannot be read stays aside."""
        file = working_file(self._data, case)
        if file.exists():
            file.rename(free_name(file.with_name(f"{file.stem} (given up){file.suffix}")))
            for ending in ENDINGS:
                file.with_name(file.name + ending).unlink(missing_ok=True)
        file.with_name("state.json").unlink(missing_ok=True)

    def _know(self, case: Path, at: datetime) -> None:
        """The editor has gone back, so the record of the case ends earlier than was noted: that is right."""
        id, mark = _id_of(case), head_of(case)
        if id is not None and mark is not None:
            heads = HeadFiles(self._data)
            with suppress(WorkbenchError):
                heads.settle(id, str(case))
                heads.keep(id, Seen(mark, at, str(case)))

    def _place(self, id: CaseId, case: Path) -> Path:
        """The folder for the backups of a case that lies at `case`, made when it is not there."""
        path = os.path.realpath(case)
        place = (
            self._folder / folder_name(id) / sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        )
        try:
            private_folder(self._folder)
            place.mkdir(parents=True, exist_ok=True)
            _clear_stale(place)
            known = place / "case.json"
            told = json.dumps({"case": id, "path": path})
            if not known.exists():
                part = part_of(known)
                part.write_text(told, encoding="utf-8")
                put_in_place(part, known)
        except OSError as error:
            raise CaseNotWritten(
                f"No backup of “{case.name}” was made: {error.strerror}. The case itself is safe."
            ) from error
        return place

    def _rotate(self, place: Path, now: datetime, fresh: Path) -> None:
        """Let go of what is outdated, unless the newest one before is damaged: it may be needed yet."""
        kept = _in(place)
        gone = outdated(now, kept)
        before = [item for item in kept if item.path != fresh]
        if not gone or not is_sound(fresh) or (before and not is_sound(before[0].path)):
            return
        for item in gone:
            with suppress(OSError):
                item.path.unlink()

    def _every(self, case: Path, file: Path | None) -> list[Backup]:
        """The backups of a case, wherever it lay, newest first."""
        folders = {place.parent.name for place in self._places(case)}
        if (id := _id_of(file or case)) is not None:
            folders.add(folder_name(id))
        found = [item for name in folders for item in self._listed(name)]
        return sorted(found, key=lambda item: (item.at, item.number), reverse=True)

    def _others(self, case: Path, items: Sequence[Backup]) -> frozenset[Backup]:
        """Those of another copy of the case than the one that lies, or lay, at `case`."""
        place = os.path.realpath(case)
        of_each = {item.path.parent.parent: item.path for item in items}.values()
        ids = [id for path in of_each if (id := _id_of(path)) is not None]
        return of_other_copies(items, place, noted(self._data, ids, place))

    def _listed(self, folder: str) -> list[Backup]:
        found = [item for place in _folders(self._folder / folder) for item in _in(place)]
        return sorted(found, key=lambda item: (item.at, item.number), reverse=True)

    def _places(self, case: Path) -> Iterator[Path]:
        path = os.path.realpath(case)
        for folder in _folders(self._folder):
            for place in _folders(folder):
                try:
                    told = json.loads((place / "case.json").read_text("utf-8"))
                except (OSError, ValueError):
                    continue
                if isinstance(told, dict) and told.get("path") == path:
                    yield place


def _state(item: Backup, steps: Sequence[Step] | None, is_other: bool) -> State:
    mark = head_of(item.path)
    copy = copy_of(item) if is_other else None
    return State(item, mark, since(mark, steps) if mark is not None and steps is not None else None, copy)


def _steps(file: Path) -> tuple[Step, ...] | None:
    """The history of an open case; None when it cannot be read."""
    try:
        with closing(connect(file.absolute(), mode="ro")) as db:
            rows = db.conn.execute(
                "SELECT number, hash, json_extract(event, '$.label') FROM history ORDER BY number"
            ).fetchall()
    except sqlite3.Error:
        return None
    return tuple(Step(number, Sha256(hash), str(label)) for number, hash, label in rows)


def _case_id(db: Database, path: Path) -> CaseId:
    row = db.conn.execute('SELECT id FROM "case"').fetchone()
    if row is None:
        raise damaged(path)
    return CaseId(row[0])


def _id_of(path: Path) -> CaseId | None:
    """The id of a case that may be open; None when it cannot be read."""
    try:
        with closing(connect(Path(os.path.realpath(path)), mode="ro")) as db:
            return _case_id(db, path)
    except (sqlite3.Error, CaseError, UnicodeError):
        return None


def _is_at(item: Backup, mark: Mark) -> bool:
    """Whether a backup holds the history up to that mark and no more."""
    return item.number == mark.number and head_of(item.path) == mark


def _in(place: Path) -> list[Backup]:
    """The backups in one folder, newest first."""
    found = [item for name in sorted(os.listdir(place), reverse=True) if (item := _backup(place / name))]
    return sorted(found, key=lambda item: (item.at, item.number), reverse=True)


def _backup(path: Path) -> Backup | None:
    """The backup that a file's name tells of; None for other files."""
    told = _NAME.fullmatch(path.name)
    if told is None:
        return None
    try:
        at = datetime.strptime(told[1] + "000", "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
        return Backup(path, at, int(told[2]), Reason(told[3]), path.stat().st_size)
    except (ValueError, OSError):
        return None


def _file_name(at: datetime, number: int, reason: Reason) -> str:
    moment = at.astimezone(UTC)
    return f"{moment:%Y%m%dT%H%M%S}{moment.microsecond // 1000:03}Z-{number:09}-{reason}{SUFFIX}"


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(item for item in folder.iterdir() if item.is_dir())
    except OSError:
        return []


def _bring_up_to_date(file: Path) -> None:
    """A copy that is only looked at may be of an earlier form."""
    ready = open_file(file)
    ready.db.close()
    if ready.lock is not None:
        ready.lock.release()


def _clear_stale(place: Path) -> None:
    for left in place.glob(".*.part*"):
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - _STALE_S:
                left.unlink()


def _lock(lock: CaseLock, case: Path) -> None:
    try:
        taken = lock.take()
    except OSError as error:
        raise CaseNotWritten(
            f"Nothing may be written where “{case.name}” lies, so it was left as it is. Save a copy of the "
            "earlier state elsewhere."
        ) from error
    if not taken:
        raise CaseError(f"“{case.name}” is open in another window or program. Close it there first.")


def _told(at: datetime) -> str:
    """A moment in a file's name, by the clock on the wall."""
    local = at.astimezone()
    return f"{local.day} {local:%b %Y, %H.%M}"
