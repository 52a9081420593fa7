"""What kind of place a case lies in: a disk of this computer, a folder that is synchronised, a network.

There a database must not be worked on: file locks may hold nothing, and a program that synchronises may
read or replace the file in the middle of a change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePosixPath


class Kind(StrEnum):
    """What a folder is kept by; the value is its name for the editor."""

    PLAIN = ""
    NETWORK = "a network folder"
    DROPBOX = "Dropbox"
    ONEDRIVE = "OneDrive"
    GOOGLE_DRIVE = "Google Drive"
    ICLOUD = "iCloud"
    NEXTCLOUD = "Nextcloud"
    SYNCTHING = "Syncthing"


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the system's table of mounted file systems."""

    folder: PurePosixPath
    system: str


_NETWORK = frozenset(
    "nfs nfs4 cifs smb smb2 smb3 smbfs 9p virtiofs afs afpfs ncpfs ceph glusterfs lustre beegfs davfs "
    "davfs2 webdav sshfs vboxsf vmhgfs".split()
)
_LOCAL_FUSE = frozenset(
    ["fuse.ntfs", "fuse.ntfs-3g", "fuse.exfat", "fuse.ext4", "fuse.snapfuse", "fuse.portal"]
)
_CLOUDS_BY_SYSTEM = {"fuse.google-drive-ocamlfuse": Kind.GOOGLE_DRIVE, "fuse.onedriver": Kind.ONEDRIVE}
_BY_NAME = (
    (re.compile(r"dropbox( \(.+\))?", re.I), Kind.DROPBOX),
    (re.compile(r"onedrive(( - |-).+)?", re.I), Kind.ONEDRIVE),
    (re.compile(r"google ?drive(-.+| \(.+\))?", re.I), Kind.GOOGLE_DRIVE),
    (re.compile(r"mobile documents|com~apple~clouddocs|iclouddrive|icloud drive", re.I), Kind.ICLOUD),
    (re.compile(r"(nextcloud|owncloud)[0-9]*", re.I), Kind.NEXTCLOUD),
)
_BY_MARKER = (
    (".dropbox", Kind.DROPBOX),
    (".dropbox.cache", Kind.DROPBOX),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", Kind.ONEDRIVE),
    (".tmp.drivedownload", Kind.GOOGLE_DRIVE),
    (".nextcloudsync.log", Kind.NEXTCLOUD),
    (".owncloudsync.log", Kind.NEXTCLOUD),
    (".stfolder", Kind.SYNCTHING),
)


def kind_of(path: Path, mounts: Iterable[Mount], exists: Callable[[Path], bool]) -> Kind:
    """What kind of place the file at `path` (absolute, links followed) lies in.

    The file system decides first, then the names of the folders above it, then marks that programs leave in
    them; `exists` says whether there is one.
    """
    known = _kind_of_mount(path, mounts)
    if known is not Kind.PLAIN:
        return known
    for folder in path.parents:
        for pattern, kind in _BY_NAME:
            if pattern.fullmatch(folder.name):
                return kind
    # A mark in the home folder itself is a program's own settings (~/.dropbox), or the folder of all.
    for folder in path.parents:
        for name, kind in _BY_MARKER:
            if exists(folder / name) and not (kind is Kind.DROPBOX and exists(folder / ".profile")):
                return kind
    return Kind.PLAIN


def mounted(table: str) -> tuple[Mount, ...]:
    """The mounts in a table of the form of Linux's `/proc/self/mounts`; other lines are passed over."""
    found = []
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) >= 3 and fields[1].startswith("/"):
            found.append(Mount(PurePosixPath(_unescaped(fields[1])), fields[2].lower()))
    return tuple(found)


def beside(case: Path, checker: str, day: date, taken: Callable[[Path], bool]) -> Path:
    """A free name beside a case for the work of one checker: “NAME (Mara’s copy, 28 Nov 2026).twosource”."""
    who = " ".join(re.sub(r'[\x00-\x1f/\\:*?"<>|]', " ", checker).split())[:60] or "my"
    whose = f"{who}’s copy" if who != "my" else "my copy"
    stem = f"{case.stem} ({whose}, {day.day} {day:%b %Y})"
    found, number = case.with_name(f"{stem}{case.suffix}"), 2
    while taken(found):
        found = case.with_name(f"{stem} {number}{case.suffix}")
        number += 1
    return found


def _kind_of_mount(path: Path, mounts: Iterable[Mount]) -> Kind:
    """The kind of the file system that a path is on: the one mounted nearest to it, of several the last."""
    above = {str(folder) for folder in path.parents}
    nearest: Mount | None = None
    for mount in mounts:
        if str(mount.folder) in above and (
            nearest is None or len(mount.folder.parts) >= len(nearest.folder.parts)
        ):
            nearest = mount
    if nearest is None:
        return Kind.PLAIN
    if nearest.system in _CLOUDS_BY_SYSTEM:
        return _CLOUDS_BY_SYSTEM[nearest.system]
    foreign = nearest.system.startswith("fuse.") and nearest.system not in _LOCAL_FUSE
    return Kind.NETWORK if foreign or nearest.system in _NETWORK else Kind.PLAIN


def _unescaped(folder: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), folder)
