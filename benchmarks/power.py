"""Cut the power again and again during mixed work: is every confirmed change on the disk?

A process works on a new case under strace, which records every operation on its files with the bytes. Each
cut plays them back up to some moment. What was synchronised by then is on the disk. Of what was not, each
write is kept, lost or torn at a sector, and of the names made and removed in the folder since it was last
synchronised, only the first few are there. The case is then opened and verified. Simulated is what a disk and
a file system may do at worst; the bytes and their order are the real program's.
The control does the same with synchronous = OFF and must fail, or the cuts prove nothing.
Run: python -m benchmarks.power [CUTS] (needs strace)
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.mixed import KINDS_OF_WORK, Mixed, begin
from db import open_case, verify
from workbench.backups import Mark
from workbench.errors import WorkbenchError
from workbench.model import Sha256

TURNS = 4 * KINDS_OF_WORK
NAME = "lock.twosource"
SECTOR = 512
_CALLS = "openat,close,write,pwrite64,ftruncate,fsync,fdatasync,unlink,rename"
_REFUSED = "lseek,writev,pwritev,pwritev2,truncate,fallocate,unlinkat,renameat,renameat2,link,linkat,dup,dup2"
"""Calls that the playing back does not know; should the program use one on the case, it says so."""
_LINE = re.compile(r"(\w+)\((.*)\) += (-?\d+|\?)(?:<(.*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True)
class Call:
    """One operation: its name, which descriptor, which names, the bytes, and where in the file."""

    name: str
    fd: int = -1
    paths: tuple[str, ...] = ()
    data: bytes = b""
    at: int = 0


@dataclass(slots=True)
class File:
    """The contents of a file: what is on the disk for good, and writes that are not yet."""

    kept: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes]] = field(default_factory=list)
    """Where, and what; a length to cut to where there are no bytes."""


class Disk:
    """A folder as the program sees it, and as it would be found after a cut."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.confirmed: Mark | None = None
        self._files: list[File] = []
        self._now: dict[str, int] = {}
        self._kept: dict[str, int] = {}
        self._waiting: list[dict[str, int]] = []
        self._open: dict[int, int | None] = {}

    def do(self, call: Call) -> None:
        """Take in one operation."""
        match call.name:
            case "openat":
                self._opened(call)
            case "close":
                self._open.pop(call.fd, None)
            case "write" if call.fd == 1:
                number, hash = call.data.decode().split()
                self.confirmed = Mark(int(number), Sha256(hash))
            case "write":
                raise RuntimeError("a write without a place is not played back")
            case "pwrite64":
                self._file(call.fd).waiting.append((call.at, call.data))
            case "ftruncate":
                self._file(call.fd).waiting.append((call.at, b""))
            case "fsync" | "fdatasync":
                self._synchronise(call.fd)
            case "unlink":
                self._renamed({name: at for name, at in self._now.items() if name != _base(call.paths[0])})
            case "rename":
                old, new = map(_base, call.paths)
                names = {name: at for name, at in self._now.items() if name != old}
                self._renamed({**names, new: self._now[old]})

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files that would be found if the power went now."""
        names = [self._kept, *self._waiting]
        found = names[chance.choice((0, len(names) - 1, chance.randrange(len(names))))]
        return {name: _after_cut(self._files[at], chance) for name, at in found.items()}

    def _opened(self, call: Call) -> None:
        (path,) = call.paths
        if path == self.folder:
            self._open[call.fd] = None
            return
        name = _base(path)
        if name not in self._now:
            self._files.append(File())
            self._renamed({**self._now, name: len(self._files) - 1})
        self._open[call.fd] = self._now[name]

    def _file(self, fd: int) -> File:
        at = self._open[fd]
        assert at is not None
        return self._files[at]

    def _renamed(self, names: dict[str, int]) -> None:
        self._now = names
        self._waiting.append(names)

    def _synchronise(self, fd: int) -> None:
        if self._open[fd] is None:
            self._kept, self._waiting = self._now, []
            return
        file = self._file(fd)
        for at, data in file.waiting:
            _write(file.kept, at, data)
        file.waiting = []


@dataclass(slots=True)
class Outcome:
    """What the cuts of one series left behind."""

    cuts: int = 0
    lost: int = 0
    damaged: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether anything confirmed was lost, or a file does not hold together."""
        return bool(self.lost or self.damaged)


def main(cuts: int = 2_000) -> int:
    """Run both series and print; 1 when one of them does not end as it must."""
    if not can_record():
        print("skipped: strace is not there, or not allowed, to record what the program does")
        return 0
    outcomes = {mode: cut_often(mode, cuts) for mode in ("EXTRA", "OFF")}
    for mode, outcome in outcomes.items():
        name = "as shipped" if mode == "EXTRA" else "synchronous off"
        print(f"{name:16} {outcome.cuts} cuts; {outcome.lost} lost some, {len(outcome.damaged)} damaged")
        for finding in sorted(set(outcome.damaged))[: 0 if mode == "OFF" else 5]:
            print(f"  {finding}")
    return int(outcomes["EXTRA"].failed or not outcomes["OFF"].failed)


def can_record() -> bool:
    """Whether a program can be watched here."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode == 0


def cut_often(mode: str, cuts: int) -> Outcome:
    """Record one day's work and cut it off at so many moments."""
    with TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as place:
        folder, found = Path(place, "work"), Path(place, "found")
        folder.mkdir()
        calls = recorded(folder, mode)
        chance, outcome = random.Random(5), Outcome()
        moments = sorted(chance.randrange(len(calls)) for _ in range(cuts))
        disk, done = Disk(os.path.realpath(folder)), 0
        for moment in moments:
            for call in calls[done : moment + 1]:
                disk.do(call)
            done = moment + 1
            examine(disk, found, chance, outcome)
    return outcome


def recorded(folder: Path, mode: str) -> list[Call]:
    """What a process does with the files of a folder while it works on a case there."""
    trace = folder.with_name("trace")
    command = ["strace", "-y", "-xx", "-s", "100000000", "-e", f"trace={_CALLS},{_REFUSED}", "-o", str(trace)]
    work = [sys.executable, "-m", "benchmarks.power", "--write", str(folder / NAME), mode]
    subprocess.run([*command, *work], check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[1])
    with trace.open() as lines:
        return list(calls_of(lines, os.path.realpath(folder)))


def calls_of(lines: Iterator[str], folder: str) -> Iterator[Call]:
    """The operations on one folder and what is in it, and the confirmations, out of strace's lines."""
    coded = "".join(f"\\x{byte:02x}" for byte in os.fsencode(folder))
    for line in lines:
        if coded not in line and not line.startswith("write(1<"):
            continue
        parts = _LINE.match(line)
        if parts is None or parts[3].startswith("-"):
            continue
        if parts[1] in _REFUSED.split(","):
            raise RuntimeError(f"{parts[1]} is not played back")
        yield _call(parts)


def _call(parts: re.Match[str]) -> Call:
    name, arguments = parts[1], parts[2]
    texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(arguments)]
    if name in ("openat", "unlink", "rename"):
        return Call(name, int(parts[3]), tuple(map(os.fsdecode, texts)))
    fd = int(arguments.split("<", 1)[0])
    if name == "pwrite64":
        return Call(name, fd, (), texts[0][: int(parts[3])], int(arguments.rsplit(", ", 1)[1]))
    if name == "ftruncate":
        return Call(name, fd, (), b"", int(arguments.rsplit(", ", 1)[1]))
    return Call(name, fd, (), texts[0] if texts else b"")


def examine(disk: Disk, folder: Path, chance: random.Random, outcome: Outcome) -> None:
    """Put what a cut left into a folder, open the case, and compare it with what was confirmed."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in disk.cut(chance).items():
        (folder / name).write_bytes(data)
    outcome.cuts += 1
    if disk.confirmed is None:
        return  # Nothing was promised yet.
    try:
        with closing(open_case(folder / NAME)) as store:
            outcome.lost += store.hash_of(disk.confirmed.number) != disk.confirmed.hash
    except WorkbenchError as error:
        outcome.damaged.append(str(error))
        return
    outcome.damaged += verify(folder / NAME)[:1]


def write_on(path: Path, mode: str) -> None:
    """Make a case and do mixed work in it, confirming each change on stdout."""
    with closing(begin(path)) as store:
        store._db.conn.execute(f"PRAGMA synchronous = {mode}")  # worse than shipped in the control alone
        confirm(store.head())
        work = Mixed(store)
        for turn in range(TURNS):
            work.step(turn)
            confirm(store.head())


def confirm(mark: Mark) -> None:
    """Say that all up to here is stored."""
    os.write(1, f"{mark.number} {mark.hash}".encode())


def _after_cut(file: File, chance: random.Random) -> bytes:
    """The contents of a file after a cut: all that waited, nothing of it, or some, torn here and there."""
    content, way = bytearray(file.kept), chance.randrange(4)
    some = chance.randrange(len(file.waiting) + 1)
    for number, (at, data) in enumerate(file.waiting):
        if way == 0 or (way == 1 and number < some) or (way == 2 and chance.random() < 0.5):
            torn = way == 2 and len(data) > SECTOR and chance.random() < 0.3
            _write(content, at, data[: SECTOR * chance.randint(1, len(data) // SECTOR)] if torn else data)
    return bytes(content)


def _write(content: bytearray, at: int, data: bytes) -> None:
    if not data:
        del content[at:]
    content.extend(b"\0" * (at - len(content)))
    content[at : at + len(data)] = data


def _base(path: str) -> str:
    return os.path.basename(path)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write_on(Path(sys.argv[2]), sys.argv[3])
        sys.exit(0)
    sys.exit(main(*map(int, sys.argv[1:2])))
