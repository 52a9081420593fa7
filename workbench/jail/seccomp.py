"""A filter on system calls: no network, no other process, nothing that reaches beyond (Linux; seccomp(2)).

The filter is a program for the classic Berkeley packet filter that the kernel runs at every call. What it
forbids fails with EPERM, as where permission is missing. Threads of the process itself stay possible.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Iterator

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _HAS_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _FAIL = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_CLONE_THREAD = 0x10000
_OTHER_ABI = 0x40000000
"""From this number on, x86-64 takes a call for one of its 32-bit kind."""


_FORBIDDEN = """
    socket 41 198 | connect 42 203 | accept 43 202 | sendto 44 206 | recvfrom 45 207 | sendmsg 46 211
    recvmsg 47 212 | shutdown 48 210 | bind 49 200 | listen 50 201 | socketpair 53 199 | accept4 288 242
    recvmmsg 299 243 | sendmmsg 307 269 | fork 57 - | vfork 58 - | execve 59 221 | execveat 322 281
    kill 62 129 | tkill 200 130 | rt_sigqueueinfo 129 138 | rt_tgsigqueueinfo 297 240
    pidfd_send_signal 424 424 | pidfd_open 434 434 | pidfd_getfd 438 438 | ptrace 101 117
    process_vm_readv 310 270 | process_vm_writev 311 271 | process_madvise 440 440
    process_mrelease 448 448 | kcmp 312 272 | setpriority 141 140 | sched_setaffinity 203 122
    chmod 90 - | fchmod 91 52 | fchmodat 268 53 | fchmodat2 452 452 | chown 92 - | lchown 94 -
    fchown 93 55 | fchownat 260 54 | utime 132 - | utimes 235 - | futimesat 261 - | utimensat 280 88
    setxattr 188 5 | lsetxattr 189 6 | fsetxattr 190 7 | removexattr 197 14 | lremovexattr 198 15
    fremovexattr 199 16 | mount 165 40 | umount2 166 39 | pivot_root 155 41 | chroot 161 51
    unshare 272 97 | setns 308 268 | open_tree 428 428 | move_mount 429 429 | fsopen 430 430
    fsconfig 431 431 | fsmount 432 432 | fspick 433 433 | mount_setattr 442 442 | io_uring_setup 425 425
    io_uring_enter 426 426 | io_uring_register 427 427 | bpf 321 280 | perf_event_open 298 241
    userfaultfd 323 282 | open_by_handle_at 304 265 | add_key 248 217 | request_key 249 218
    keyctl 250 219 | init_module 175 105 | finit_module 313 273 | kexec_load 246 104 | reboot 169 142
    syslog 103 116 | shmget 29 194 | msgget 68 186 | semget 64 190
"""
"""Calls by name, with their numbers on x86-64 and on AArch64; "-" where there is no such call."""
_COLUMNS = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Which of the numbers holds on a machine, and by what the kernel knows its architecture."""
_CLONE3 = 435
_CLONE = (56, 220)
_TO_ITSELF = ((234, 302), (131, 261))
"""tgkill and prlimit64, which must concern this process; to prlimit64 it is 0 as well."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def forbid() -> bool:
    """Forbid the calls for good. Whether the system and its architecture are known here."""
    known = _COLUMNS.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    steps = b"".join(_steps(*known, os.getpid()))
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    program = _Program(len(steps) // 8, steps)
    return bool(library.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _steps(column: int, architecture: int, process: int) -> Iterator[bytes]:
    """The filter, one test after the other; each ends in a verdict or falls through to the next."""
    yield _step(_LOAD, _ARCHITECTURE)
    yield _step(_EQUAL, architecture, 1, 0)
    yield _step(_RETURN, _KILL)
    yield _step(_LOAD, _NUMBER)
    yield from _when(_AT_LEAST, _OTHER_ABI, _FAIL | _EPERM)
    # The C library falls back to clone, whose flags a filter can see.
    yield from _when(_EQUAL, _CLONE3, _FAIL | _ENOSYS)
    for number in _forbidden(column):
        yield from _when(_EQUAL, number, _FAIL | _EPERM)
    yield from _with_argument(_CLONE[column], (_step(_HAS_BIT, _CLONE_THREAD, 1, 0),))
    for number in _TO_ITSELF[column]:
        yield from _with_argument(number, (_step(_EQUAL, process, 2, 0), _step(_EQUAL, 0, 1, 0)))
    yield _step(_RETURN, _ALLOW)


def _forbidden(column: int) -> Iterator[int]:
    for call in _FORBIDDEN.replace("\n", "|").split("|"):
        numbers = call.split()[1:]
        if numbers and numbers[column] != "-":
            yield int(numbers[column])


def _when(test: int, value: int, verdict: int) -> Iterator[bytes]:
    yield _step(test, value, 0, 1)
    yield _step(_RETURN, verdict)


def _with_argument(number: int, tests: tuple[bytes, ...]) -> Iterator[bytes]:
    """Let a call pass only if one of the tests, which jump over the refusal, accepts its first argument."""
    yield _step(_EQUAL, number, 0, len(tests) + 3)
    yield _step(_LOAD, _FIRST_ARGUMENT)
    yield from tests
    yield _step(_RETURN, _FAIL | _EPERM)
    yield _step(_RETURN, _ALLOW)


def _step(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("=HBBI", code, then, otherwise, value)
