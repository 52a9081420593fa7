"""How long exports of a large story take, and whether anything leaks from a thousand made cases.

    python -m benchmarks.exports [--claims 2000] [--cases 1000]

The story is invented. Times are of one run each in this process; PDF and source map start a process of their
own, whose start is part of the figure, and the printing itself is timed besides.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.export.report import Report

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
REPORT_FORMATS = (
    *("html", "summary.docx", "docx", "md", "xlsx", "csv"),
    *("annotations.json", "bib", "ris", "csl.json", "json"),
)


def main() -> int:
    """Measure and print; 1 when something leaked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--claims", type=int, default=2_000)
    parser.add_argument("--cases", type=int, default=1_000)
    options = parser.parse_args()
    # The makers of cases are the tests' own, so that both look for the same leaks.
    sys.path[:0] = [str(TESTS), str(TESTS / "ui"), str(TESTS / "ui" / "export")]
    _times(options.claims)
    return 1 if _leaks(options.cases) else 0


def _times(number: int) -> None:
    from workbench.export import summary_bytes

    report = _large(number)
    print(f"{number:,} claims, {sum(len(claim.witnesses) for claim in report.claims):,} passages")
    for format in REPORT_FORMATS:
        data = _timed(format, lambda format=format: summary_bytes(report, format))
        print(f"  {'':18}{len(data) / 1e6:8.2f} MB")
    with tempfile.TemporaryDirectory() as folder:
        from ui.export.files import write_summary

        _timed("pdf, all in all", lambda: write_summary(report, Path(folder) / "out.pdf", "pdf"))
    _print_alone(report)


def _print_alone(report: Report) -> None:
    """The printing in a process that runs already."""
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from ui.export.pdf import print_page
    from workbench.export.blocks import from_blocks, to_blocks

    told = _timed("pdf, blocks", lambda: to_blocks(report))
    application = QGuiApplication(sys.argv[:1])
    data = _timed("pdf, printing", lambda: print_page(from_blocks(told)))
    print(f"  {'':18}{len(data) / 1e6:8.2f} MB")
    application.quit()


def _large(number: int):
    """A report of one case, its claims told over and over with other numbers and ids."""
    from casework import STAMP, checked_case

    from workbench.export.gathering import build_report

    with (
        tempfile.TemporaryDirectory() as folder,
        closing(checked_case(Path(folder) / "a.twosource")) as store,
    ):
        report = build_report(store, STAMP.at)
    line = "The ferry {n} carried {n} people to Skarn before the bridge was opened to lorries.\n\n"
    text, claims = "", []
    for n in range(1, number + 1):
        told = line.format(n=n)
        first = report.claims[n % len(report.claims)]
        span = type(first.span)(len(text), len(text) + len(told) - 2)
        witnesses = tuple(replace(one, id=f"e{n}-{at}") for at, one in enumerate(first.witnesses))
        claims.append(
            replace(
                first,
                id=sha256(str(n).encode()).hexdigest()[:32],
                number=n,
                span=span,
                wording=told.strip(),
                witnesses=witnesses,
                note=f"Asked the harbour about ferry {n}.",
            )
        )
        text += told
    return replace(report, text=text, claims=tuple(claims))


def _timed(name: str, work: Callable[[], object]):
    begun, busy = perf_counter(), process_time()
    made = work()
    print(f"  {name:18}{perf_counter() - begun:8.2f} s, processor {process_time() - busy:6.2f} s")
    return made


def _leaks(cases: int) -> int:
    from confiding import leaks, made_case, texts_of

    from workbench.export import summary_bytes
    from workbench.export.profiles import Profile, report_for

    found, files, begun = 0, 0, perf_counter()
    for seed in range(cases):
        store, secrets, stamp = made_case(seed)
        for profile in (Profile.DESK, Profile.PUBLICATION):
            report = report_for(store, stamp.at, profile=profile)
            texts = texts_of(report)
            for packed in ("summary.docx", "xlsx"):
                texts[packed] = _unpacked(summary_bytes(report, packed))
            files += len(texts)
            for name, text in texts.items():
                for words in leaks(text, secrets, profile):
                    found += 1
                    print(f"LEAK: case {seed}, {profile.value}, {name}: {words}")
    print(f"{cases:,} cases, {files:,} files: {found} leaks ({perf_counter() - begun:.0f} s)")
    return found


def _unpacked(data: bytes) -> str:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


if __name__ == "__main__":
    sys.exit(main())
