"""The file of real names beside a case: `NAME.names`, encrypted with a passphrase, written as a whole.

Four lines of ASCII: what it is, a header, the sealed names, a checksum (docs/file-format.md). The checksum
tells damage from a wrong passphrase; what makes the file safe is the cipher's own tag, which covers the
first three lines.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from unicodedata import normalize
from uuid import uuid4

from workbench.errors import NamesUnusable, WrongPassphrase
from workbench.model import CaseId, SourceId

TITLE = b"Twosource real names, version 1"
COST = 1 << 16
"""scrypt's n: 64 MB and about 0.2 seconds a try (r = 8, p = 1; RFC 7914)."""
_LEAST_COST, _MOST_COST = 1 << 15, 1 << 20
_BLOCK = 1_024
"""The names are padded to a multiple of this, so that the file's size does not tell how long they are."""
_LARGEST = 8_000_000


@dataclass(frozen=True, slots=True)
class Lock:
    """What opens the file: which case it belongs to, how the key was made, and the key itself."""

    case: CaseId
    salt: bytes
    cost: int
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Names:
    """The names while unlocked, implementing `workbench.ports.OpenNames`. Nothing printed of it holds one."""

    path: Path
    names: Mapping[SourceId, str] = field(repr=False)
    lock: Lock = field(repr=False)
    stored: bytes = field(repr=False)
    """The file as last seen. Another one, or none, is never written over."""

    def with_name(self, source: SourceId, name: str) -> Names:
        """Keep a real name."""
        return self._kept({**self.names, source: name}, self.lock)

    def without(self, source: SourceId) -> Names:
        """Forget a real name."""
        return self._kept({id: name for id, name in self.names.items() if id != source}, self.lock)

    def sealed_anew(self, passphrase: str) -> Names:
        """Encrypt the file with another passphrase and a new salt."""
        return self._kept(self.names, _lock(self.lock.case, passphrase, os.urandom(16), self.lock.cost))

    def _kept(self, names: Mapping[SourceId, str], lock: Lock) -> Names:
        if _read(self.path) != self.stored:
            raise NamesUnusable(
                f"“{self.path.name}” was changed by somebody else since it was unlocked, so nothing was "
                "written. Lock the names, unlock them again, and repeat the step."
            )
        sealed = _sealed(names, lock)
        _write(self.path, sealed)
        return replace(self, names=MappingProxyType(dict(names)), lock=lock, stored=sealed)


def create_names(path: Path, case: CaseId, passphrase: str, *, cost: int = COST) -> Names:
    """Make an empty file of names. Raises `NamesUnusable`, also when there is a file already."""
    if os.path.lexists(path):
        raise NamesUnusable(
            f"There is a file “{path.name}” beside the case already; it was left as it is. Unlock it, or "
            "move it away if it is not the file of this case’s names."
        )
    lock = _lock(case, passphrase, os.urandom(16), cost)
    sealed = _sealed({}, lock)
    _write(path, sealed)
    return Names(path, MappingProxyType({}), lock, sealed)


def open_names(path: Path, case: CaseId, passphrase: str) -> Names:
    """Unlock the file of names.

    Raises:
        WrongPassphrase: the file is whole, but does not open.
        NamesUnusable: it is missing, damaged, of another case, or of a newer version.
    """
    stored = _read(path)
    sealed = _parsed(path, stored)
    if sealed.case != case:
        raise NamesUnusable(
            f"“{path.name}” holds the real names of another case, so it was not opened. Put the file of this "
            "case in its place."
        )
    lock = _lock(case, passphrase, sealed.salt, sealed.cost)
    return Names(path, MappingProxyType(_unsealed(path, sealed, lock)), lock, stored)


@dataclass(frozen=True, slots=True)
class _Sealed:
    """The file's parts. `head` is what the cipher's tag covers besides the names."""

    case: CaseId
    cost: int
    salt: bytes
    nonce: bytes
    head: bytes
    body: bytes


def _lock(case: CaseId, passphrase: str, salt: bytes, cost: int) -> Lock:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    words = normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Lock(case, salt, cost, Scrypt(salt=salt, length=32, n=cost, r=8, p=1).derive(words))


def _sealed(names: Mapping[SourceId, str], lock: Lock) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    header = {
        "case": lock.case,
        "cipher": "AES-256-GCM",
        "kdf": "scrypt",
        "n": lock.cost,
        "nonce": b64encode(nonce).decode(),
        "p": 1,
        "r": 8,
        "salt": b64encode(lock.salt).decode(),
    }
    head = b"%s\n%s\n" % (TITLE, json.dumps(header, separators=(",", ":")).encode())
    plain = json.dumps(dict(names)).encode()
    plain = plain.ljust(-(-len(plain) // _BLOCK) * _BLOCK)
    whole = b"%s%s\n" % (head, b64encode(AESGCM(lock.key).encrypt(nonce, plain, head)))
    return b"%s%s\n" % (whole, sha256(whole).hexdigest().encode())


def _unsealed(path: Path, sealed: _Sealed, lock: Lock) -> dict[SourceId, str]:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        plain = AESGCM(lock.key).decrypt(sealed.nonce, sealed.body, sealed.head)
    except InvalidTag:
        raise WrongPassphrase(
            f"The passphrase does not open “{path.name}”. Nothing was changed; try again. Without the "
            "passphrase nobody can read the names, and neither can we."
        ) from None
    names: dict[SourceId, str] = json.loads(plain)
    return names


def _parsed(path: Path, stored: bytes) -> _Sealed:
    """The parts of a whole file. Raises `NamesUnusable` for any other."""
    title, _, _ = stored.partition(b"\n")
    if title != TITLE:
        raise _foreign(path, title)
    whole, _, checksum = stored.rstrip(b"\n").rpartition(b"\n")
    if sha256(whole + b"\n").hexdigest().encode() != checksum:
        raise _damaged(path)
    try:
        _, told, body = whole.split(b"\n")
        header = json.loads(told)
        sealed = _Sealed(
            CaseId(header["case"]),
            int(header["n"]),
            b64decode(header["salt"]),
            b64decode(header["nonce"]),
            b"%s\n%s\n" % (title, told),
            b64decode(body),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error
    # A hostile header could ask for more memory than there is, or for a key that is quickly guessed.
    if not _LEAST_COST <= sealed.cost <= _MOST_COST or sealed.cost & (sealed.cost - 1):
        raise _damaged(path)
    return sealed


def _foreign(path: Path, title: bytes) -> NamesUnusable:
    if title.startswith(TITLE.rpartition(b" ")[0]):
        return NamesUnusable(
            f"“{path.name}” was written by a newer Twosource. It was left as it is; update Twosource, then "
            "unlock it."
        )
    if TITLE.startswith(title):
        return _damaged(path)
    return NamesUnusable(
        f"“{path.name}” is not a file of real names. It was left as it is; move it away, or put the right "
        "file in its place."
    )


def _damaged(path: Path) -> NamesUnusable:
    return NamesUnusable(
        f"“{path.name}” is damaged or cut short and cannot be unlocked. It was left as it is, and the case "
        "is whole; put an earlier copy of the file in its place if you have one."
    )


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        raise NamesUnusable(
            f"There is no file “{path.name}” beside the case, so the real names cannot be had: they were "
            "forgotten, or the case was moved without them. The case itself is whole."
        ) from None
    except OSError as error:
        raise NamesUnusable(
            f"“{path.name}” could not be read ({error.strerror}). It was left as it is."
        ) from error


def _write(path: Path, data: bytes) -> None:
    """Put the whole file in place at once, on the disk, readable by its owner alone."""
    part = path.with_name(f".{uuid4().hex}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _settle(path.parent)
    except OSError as error:
        raise NamesUnusable(
            f"“{path.name}” could not be written ({error.strerror}); it is as it was. Make room or allow "
            "writing beside the case, then repeat the step."
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """See that the new name of the file survives a loss of power, where folders can be synchronised."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
