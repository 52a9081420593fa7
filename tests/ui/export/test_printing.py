"""Summaries written to files, the printed one read back with another program's parser."""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest

from ui.export.files import FORMATS, format_of, write_safely, write_summary
from workbench.errors import ExportFailed
from workbench.export.report import Report


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
    assert f"ends with change {report.changes}" in text
    assert report.head in text.replace(" ", "")


def test_a_summary_that_cannot_be_written_leaves_the_earlier_one(report: Report, tmp_path: Path) -> None:
    earlier = tmp_path / "out.html"
    earlier.write_text("earlier")

    def fail(part: Path) -> None:
        part.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportFailed, match="No space left"):
        write_safely(earlier, fail)
    assert list(tmp_path.glob("*.part")) == []
    assert earlier.read_text() == "earlier"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("jsonld", "case.json")])
def test_a_full_disk_is_told_in_every_format(report: Report, format: str) -> None:
    with pytest.raises(ExportFailed, match="No space left"):
        write_summary(report, Path("/dev/full"), format)


def test_a_device_is_written_to_and_not_replaced(report: Report, tmp_path: Path) -> None:
    link = tmp_path / "nothing"
    link.symlink_to(os.devnull)
    write_summary(report, link, "md")
    assert Path(os.devnull).is_char_device()
    assert link.is_symlink()


def test_a_link_is_kept_and_the_file_it_leads_to_written(report: Report, tmp_path: Path) -> None:
    link, file = tmp_path / "link.md", tmp_path / "file.md"
    link.symlink_to(file)
    write_summary(report, link, "md")
    assert link.is_symlink()
    assert "Fire station" in file.read_text("utf-8")


def test_a_folder_that_is_not_there_is_told_in_one_sentence(report: Report, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="could not be written"):
        write_summary(report, tmp_path / "nowhere" / "out.html", "html")


def test_an_unknown_suffix_is_refused_before_anything_is_done() -> None:
    with pytest.raises(ExportFailed, match=r"\.html, \.pdf"):
        format_of(Path("summary.odt"))
