"""What a jailed process tries is denied, and what a parser needs is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.jail import limits
from workbench.jail.process import Stopped, ask

TRY = """
import sys
from workbench.jail.confinement import confine
confinement = confine()
print(confinement.limited, confinement.files, confinement.calls)
try:
    {attempt}
except OSError as error:
    print("denied")
else:
    print("done")
"""
FILES = {
    "read a file": "open({outside!r}).read()",
    "list a folder": "import os; os.listdir({folder!r})",
    "write a file": "open({outside!r}, 'a')",
    "make a file": "open({outside!r} + '2', 'w')",
    "make a folder": "import os; os.mkdir({outside!r} + '3')",
    "remove a file": "import os; os.unlink({outside!r})",
    "rename a file": "import os; os.rename({outside!r}, {outside!r} + '4')",
    "link a file": "import os; os.symlink('/etc', {outside!r} + '5')",
    "read its parent's environment": "import os; open(f'/proc/{{os.getppid()}}/environ').read()",
}
CALLS = {
    "open a TCP socket": "import socket; socket.socket()",
    "open a UDP socket": "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "open a local socket": "import socket; socket.socket(socket.AF_UNIX)",
    "run a program": "import subprocess; subprocess.run(['/bin/true'])",
    "become a program": "import os; os.execv('/bin/true', ['true'])",
    "fork": "import os; os.fork()",
    "signal its parent": "import os; os.kill(os.getppid(), 0)",
    "change its parent's limits": "import os, resource; resource.prlimit(os.getppid(), 7, (5, 5))",
    "change a file's rights": "import os; os.chmod({outside!r}, 0o777)",
    "change a file's times": "import os; os.utime({outside!r}, (1, 1))",
}
NEEDED = {
    "a package loaded late": "import lxml.html, mammoth, pypdfium2, trafilatura, docx",
    "a thread": "import threading as t; (one := t.Thread(target=print)).start(); one.join()",
    "chance": "import random, os; os.urandom(8), random.SystemRandom().random()",
    "a lexicon of ours": "from workbench.wording import lexicon; lexicon.words('negations.txt')",
}


def tried(attempt: str, folder: Path) -> tuple[list[str], str]:
    """Which fences stood, and what became of the attempt."""
    outside = folder / "secret.txt"
    outside.write_text("secret", "utf-8")
    script = TRY.format(attempt=attempt.format(outside=str(outside), folder=str(folder)))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert outside.read_text("utf-8") == "secret"
    fences, *_, outcome = done.stdout.splitlines()
    return fences.split(), outcome


@pytest.mark.parametrize("attempt", FILES)
def test_it_cannot_touch_files(attempt: str, tmp_path: Path) -> None:
    fences, outcome = tried(FILES[attempt], tmp_path)
    if fences[1] != "True":
        pytest.skip("this system has no Landlock")
    assert outcome == "denied"


@pytest.mark.parametrize("attempt", CALLS)
def test_it_cannot_reach_others(attempt: str, tmp_path: Path) -> None:
    fences, outcome = tried(CALLS[attempt], tmp_path)
    if fences[2] != "True":
        pytest.skip("this system has no filter for system calls")
    assert outcome == "denied"


@pytest.mark.parametrize("need", NEEDED)
def test_it_can_still_read_what_it_was_given(need: str, tmp_path: Path) -> None:
    assert tried(NEEDED[need], tmp_path)[1] == "done"


def test_it_has_so_much_memory_and_no_more() -> None:
    script = (
        "from workbench.jail.limits import limit; limit()\n"
        f"try:\n    bytearray({limits.MOST_MEMORY})\nexcept MemoryError:\n    print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout == "refused\n"


def test_a_process_that_breaks_is_told_from_one_that_answers() -> None:
    with pytest.raises(Stopped):
        ask("workbench.no_such_module", "", b"", patience_s=20)


def test_no_secret_of_the_environment_reaches_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.jail import process

    monkeypatch.setenv("SECRET_TOKEN", "hush")
    assert "SECRET_TOKEN" not in process._environment()
