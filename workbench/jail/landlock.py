"""Landlock: a process gives up every file but those it names (Linux 5.13; landlock(7))."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_BENEATH = 1
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights over files each version of the interface knows; later ones know no more."""
_NETWORK_SINCE, _SCOPE_SINCE = 4, 6
_ANY_TCP = 0b11
_ANY_SCOPE = 0b11
"""Abstract sockets of others, and signals to others."""
_NO_NEW_PRIVILEGES = 38


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def restrict(readable: Iterable[Path]) -> bool:
    """Give up all files but those in the folders `readable`, which stay readable; give up TCP as well.

    Returns:
        Whether the kernel knows how.
    """
    if sys.platform != "linux":
        return False
    call = ctypes.CDLL(None, use_errno=True).syscall
    version = call(_CREATE_RULESET, None, 0, _VERSION)
    if version < 1:
        return False
    every = (1 << _FILE_RIGHTS.get(version, 16)) - 1
    asked = _Ruleset(
        every,
        _ANY_TCP if version >= _NETWORK_SINCE else 0,
        _ANY_SCOPE if version >= _SCOPE_SINCE else 0,
    )
    known = 24 if version >= _SCOPE_SINCE else 16 if version >= _NETWORK_SINCE else 8
    rules = call(_CREATE_RULESET, ctypes.byref(asked), known, 0)
    if rules < 0:
        return False
    try:
        for path in readable:
            _allow(call, rules, path)
        ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(call(_RESTRICT_SELF, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow(call: Callable[..., int], rules: int, path: Path) -> None:
    try:
        folder = os.open(path, getattr(os, "O_PATH", 0) | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rights = _READ_FILE | _READ_DIR if path.is_dir() else _READ_FILE
        call(_ADD_RULE, rules, _BENEATH, ctypes.byref(_Beneath(rights, folder)), 0)
    finally:
        os.close(folder)
