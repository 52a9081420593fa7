"""`twosource export` and `twosource import`: profiles, packs, single files, and the way back."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from casework import STAMP, checked_case

from db import open_case
from ui.command_line import main
from workbench import review
from workbench.export.formats import ENDINGS
from workbench.model import Claim, Verdict


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case in a folder of its own, from which commands are given."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TWOSOURCE_DATA", str(tmp_path / "data"))
    store = checked_case(tmp_path / "ostley.twosource")
    store.close()
    return store.path


def publish(case: Path) -> None:
    with closing(open_case(case)) as store:
        judged = {verdict.claim for verdict in store.all(Verdict)}
        claims = [claim for claim in store.all(Claim) if claim.id in judged]
        change = review.publish(claims, True, STAMP)
        assert change is not None
        store.apply(change)


@pytest.mark.parametrize("ending", [ending for ending in ENDINGS if ending not in ("pdf", "jsonld")])
def test_every_format_is_written_by_its_ending(case: Path, ending: str) -> None:
    out = case.with_name(f"out.{ending}")
    assert main(["export", str(case), "--out", str(out)]) == 0
    assert out.stat().st_size > 100


def test_a_profile_without_a_format_writes_a_pack(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(case)
    assert main(["export", str(case), "--profile", "publication", "--out", "out"]) == 0
    folder = case.parent / "out"
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert f"{len(files)} files written: out" in capsys.readouterr().out
    assert not (folder / "Story with comments.docx").exists()
    told = json.loads((folder / "Report.json").read_text("utf-8"))
    assert [claim["id"] for claim in told["claims"]] == ["days"]
    assert told["text"] == ""


def test_single_formats_take_a_profile_too(case: Path) -> None:
    publish(case)
    assert main(["export", str(case), "--profile", "publication", "--format", "md"]) == 0
    page = case.with_suffix(".md").read_text("utf-8")
    assert "# Fact-check:" in page
    assert "first closure" not in page
    assert "Where does 19 come from?" not in page


def test_readers_get_nothing_while_nothing_is_marked(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(case), "--profile", "publication", "--out", "out"]) == 2
    assert "marked for publication" in capsys.readouterr().err
    assert not (case.parent / "out").exists()


def test_the_text_with_comments_is_not_for_readers(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(case)
    assert main(["export", str(case), "--profile", "publication", "--format", "docx"]) == 2
    assert "not for readers" in capsys.readouterr().err
    assert not case.with_suffix(".docx").exists()


def test_the_whole_case_is_refused_to_all_but_the_archive(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(case), "--profile", "desk", "--format", "case.json"]) == 2
    assert "holds everything" in capsys.readouterr().err


def test_the_archive_warns_first(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(case), "--profile", "archive", "--out", "kept"]) == 0
    assert "said in confidence" in capsys.readouterr().err.splitlines()[0]
    assert (case.parent / "kept" / "ostley.twosource").is_file()


def test_claim_review_names_the_publisher(case: Path) -> None:
    publish(case)
    given = ["--publisher", "The Weekly", "--publisher-url", "https://weekly.example"]
    page = ["--page", "https://weekly.example/check"]
    assert main(["export", str(case), "--format", "jsonld", *given, *page]) == 0
    told = json.loads(case.with_suffix(".jsonld").read_text("utf-8"))
    assert told["@graph"][0]["url"] == "https://weekly.example/check"
    assert told["@graph"][0]["identifier"] == "twosource://case/claim/days"


def test_claim_review_without_a_publisher_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(case)
    assert main(["export", str(case), "--format", "jsonld"]) == 2
    assert "address of the publisher" in capsys.readouterr().err


def test_a_whole_case_comes_back(case: Path) -> None:
    assert main(["export", str(case), "--format", "case.json"]) == 0
    whole = case.with_name("ostley.case.json")
    again = case.with_name("again.twosource")
    assert main(["import", str(whole), "--case", str(again)]) == 0
    assert main(["verify", str(again)]) == 0
    with closing(open_case(case)) as one, closing(open_case(again)) as other:
        assert one.head() == other.head()
        assert one.all(Claim) == other.all(Claim)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[1]", b'{"format": "twosource case"}'])
def test_what_is_no_whole_case_makes_none(
    case: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    given = case.with_name("given.json")
    given.write_bytes(content)
    again = case.with_name("again.twosource")
    assert main(["import", str(given), "--case", str(again)]) == 2
    assert "given.json is no whole case" in capsys.readouterr().err
    assert not again.exists()


def test_an_import_never_writes_over_a_case(case: Path) -> None:
    assert main(["export", str(case), "--format", "case.json"]) == 0
    before = case.read_bytes()
    assert main(["import", "ostley.case.json", "--case", str(case)]) == 2
    assert case.read_bytes() == before
