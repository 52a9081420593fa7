"""Four hundred broken files, and none of them reaches us; the full series is benchmarks/hostile_files.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="this system cannot fork")
def test_broken_files_are_read_or_refused_within_time_and_memory() -> None:
    # A process of its own: this one is too large already to live within the jail's memory.
    command = [sys.executable, "-m", "benchmarks.hostile_files", "400", "--without-bombs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, "FAILED" in done.stdout) == (0, False), done.stdout + done.stderr
    assert done.stdout.startswith("400 files: ")
