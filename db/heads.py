"""The ends of histories as they were seen: a small file for each case, in the user's data folder.

Whoever rewrites a case file, or cuts its end off, does not know of it. `heads/CASE ID.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from db.durable import part_of, put_in_place
from workbench.backups import Mark, folder_name
from workbench.canonical import encode, moment
from workbench.errors import HeadsUnusable
from workbench.model import CaseId, Sha256
from workbench.record import Seen

MOST = 200
"""So many are kept of one case, of copies at all places together; the oldest go."""
_PATIENCE_S = 2.0


class HeadFiles:
    """Implements `workbench.ports.Heads`. Keeps no state: any thread or program may use it."""

    def __init__(self, data: Path) -> None:
        self._folder = data / "heads"

    def of(self, case: CaseId) -> tuple[Seen, ...]:
        """What was seen of a case, at whatever place, oldest first."""
        path = self._path(case)
        try:
            content = json.loads(path.read_bytes())
            return tuple(map(_seen, content["seen"]))
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise _unusable(path, error) from error
        except (ValueError, KeyError, TypeError) as error:
            raise HeadsUnusable(
                f"What Twosource had noted of this case's record, in “{path}”, is damaged: whether its end "
                "was cut off since cannot be told. It is put aside and noted anew."
            ) from error

    def keep(self, case: CaseId, seen: Seen, overtaken: Iterable[Mark] = ()) -> None:
        """Add what was seen, in place of marks of the same place that it leads through."""
        gone = {*overtaken, seen.mark}
        with self._changing(case) as known:
            known[:] = [item for item in known if item.place != seen.place or item.mark not in gone]
            known.append(seen)

    def settle(self, case: CaseId, place: str) -> None:
        """Forget what was seen at a place: the editor says that the file there is as it should be."""
        with self._changing(case) as known:
            known[:] = [item for item in known if item.place != place]

    @contextmanager
    def _changing(self, case: CaseId) -> Iterator[list[Seen]]:
        path = self._path(case)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(path.with_suffix(".lock"), timeout=_PATIENCE_S):
                known = list(self._readable(case))
                yield known
                _write(path, case, known[-MOST:])
        except (OSError, Timeout) as error:
            raise _unusable(path, error) from error

    def _readable(self, case: CaseId) -> tuple[Seen, ...]:
        """What is known; a damaged file is put aside."""
        try:
            return self.of(case)
        except HeadsUnusable:
            path = self._path(case)
            with suppress(OSError):
                path.replace(path.with_suffix(".damaged"))
            return ()

    def _path(self, case: CaseId) -> Path:
        return self._folder / f"{folder_name(case)}.json"


def open_heads(data: Path) -> HeadFiles:
    """The notes in the user's data folder."""
    return HeadFiles(data)


def _write(path: Path, case: CaseId, known: Iterable[Seen]) -> None:
    content = {"case": case, "seen": [_plain(item) for item in known]}
    part = part_of(path)
    try:
        part.write_text(json.dumps(content, indent=1), encoding="ascii")
        put_in_place(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _plain(seen: Seen) -> dict[str, Any]:
    return {
        "number": seen.mark.number,
        "hash": seen.mark.hash,
        "at": encode(seen.at),
        "place": seen.place,
    }


def _seen(content: Any) -> Seen:
    number, hash, at, place = (content[name] for name in ("number", "hash", "at", "place"))
    if not (isinstance(number, int) and isinstance(hash, str) and isinstance(place, str)):
        raise TypeError("not a mark")
    at_: datetime = moment(at)
    return Seen(Mark(number, Sha256(hash)), at_, place)


def _unusable(path: Path, error: BaseException) -> HeadsUnusable:
    return HeadsUnusable(
        f"The end of this case's record could not be noted in “{path.parent}” ({error}). The case itself is "
        "safe, but an end that is cut off later would not be noticed."
    )
