"""Summaries written to files, the printed one read back with another program's parser."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from casework import STAMP, checked_case

from ui.export.files import format_of, write_safely, write_summary
from workbench.errors import ExportFailed
from workbench.export.report import Report, build_report


@pytest.fixture
def report(tmp_path: Path) -> Report:
    store = checked_case(tmp_path / "ostley.twosource")
    built = build_report(store, STAMP.at)
    store.close()
    return built


def _printed(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def test_the_printed_summary_holds_the_claims_and_their_evidence(report: Report, tmp_path: Path) -> None:
    write_summary(report, tmp_path / "out.pdf", "pdf")
    text = _printed(tmp_path / "out.pdf")
    for wanted in ("Fire station was shut for 19 days", "Contradicted", "closed for 23 days", "Nora Quist"):
        assert wanted in text


def test_a_summary_that_cannot_be_written_leaves_the_earlier_one(report: Report, tmp_path: Path) -> None:
    earlier = tmp_path / "out.html"
    earlier.write_text("earlier")

    def fail(part: Path) -> None:
        part.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportFailed, match="No space left"):
        write_safely(earlier, fail)
    assert [path.name for path in tmp_path.glob("*out*")] == ["out.html"]
    assert earlier.read_text() == "earlier"


def test_a_folder_that_is_not_there_is_told_in_one_sentence(report: Report, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="could not be written"):
        write_summary(report, tmp_path / "nowhere" / "out.html", "html")


def test_an_unknown_suffix_is_refused_before_anything_is_done() -> None:
    with pytest.raises(ExportFailed, match=r"\.html, \.md, \.docx, \.pdf"):
        format_of(Path("summary.odt"))
