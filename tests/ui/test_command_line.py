"""The command line, run as an editor's script would: in this process, on real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from db import create_case
from ui.command_line import main
from workbench.change import Stamp
from workbench.model import Case, CaseId

STORY = """Fire station was shut for 19 days

The Ostley fire station stood closed for 19 days in January, the county admitted on Monday.

“Nobody was in danger,” said county director Ilse Brandt.

Read more about: Fire service
"""
LETTER = """Letter of the fire service

The Ostley fire station was closed for 23 days in January, the crews write.

Director Ilse Brandt was told about the closed station on the second day.

Subscribe to our newsletter
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "inputs"
    (folder / "sources").mkdir(parents=True)
    (folder / "story.txt").write_text(STORY, "utf-8")
    (folder / "sources" / "letter.md").write_text(LETTER, "utf-8")
    return folder


def check(inputs: Path, *more: str) -> int:
    return main(["check", str(inputs / "story.txt"), "--against", str(inputs / "sources"), *more])


@pytest.fixture
def found(inputs: Path, tmp_path: Path) -> dict[str, Any]:
    assert check(inputs, "--json", str(tmp_path / "found.json"), "--texts", str(tmp_path / "texts")) == 0
    found: dict[str, Any] = json.loads((tmp_path / "found.json").read_text("ascii"))
    return found


def test_offsets_of_a_check_lead_to_the_words_in_the_stored_texts(
    found: dict[str, Any], tmp_path: Path
) -> None:
    texts = {path.stem: path.read_bytes().decode() for path in (tmp_path / "texts").iterdir()}
    story = texts[found["story"]["id"]]
    for claim in found["claims"]:
        assert story[claim["start"] : claim["end"]] == claim["text"]
        for item in claim["evidence"]:
            assert texts[item["document"]][item["start"] : item["end"]] == item["text"]
            assert item["relation"] in ("supports", "contradicts", "context")
    for credit in found["story"]["attributions"]:
        assert story[credit["start"] : credit["end"]] == credit["content"]


def test_a_check_finds_the_differing_figure(found: dict[str, Any]) -> None:
    (claim,) = [claim for claim in found["claims"] if "stood closed for 19 days" in claim["text"]]
    best = claim["evidence"][0]
    assert "23 days" in best["text"]
    assert best["relation"] == "contradicts"
    assert any("19" in reason and "23" in reason for reason in best["reasons"])


def test_furniture_is_marked_and_never_claim_or_evidence(found: dict[str, Any], tmp_path: Path) -> None:
    story = (tmp_path / "texts" / f"{found['story']['id']}.txt").read_bytes().decode()
    marked = [story[start:end] for start, end in found["story"]["furniture"]]
    assert any("Read more about" in words for words in marked)
    told = [claim["text"] for claim in found["claims"]]
    told += [item["text"] for claim in found["claims"] for item in claim["evidence"]]
    assert not any("Read more" in words or "newsletter" in words for words in told)


def test_a_check_writes_only_what_was_asked_for(inputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(inputs.rglob("*"))
    assert check(inputs, "--json", "-") == 0
    out = capsys.readouterr().out
    assert out.isascii()
    assert set(json.loads(out)) >= {"story", "claims", "documents"}
    assert sorted(inputs.rglob("*")) == before


def test_case_and_summary_are_kept_and_the_case_is_sound(inputs: Path, tmp_path: Path) -> None:
    case, summary = tmp_path / "kept.twosource", tmp_path / "summary.html"
    assert check(inputs, "--case", str(case), "--summary", str(summary)) == 0
    assert "Fire station was shut for 19 days" in summary.read_text("utf-8")
    assert main(["verify", str(case)]) == 0
    assert main(["export", str(case), "--format", "md", "--out", str(tmp_path / "again.md")]) == 0
    assert (tmp_path / "again.md").stat().st_size > 0


def test_an_existing_case_is_never_written_over(
    inputs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "kept.twosource"
    case.write_bytes(b"something else")
    assert check(inputs, "--case", str(case)) == 2
    assert case.read_bytes() == b"something else"
    assert "exists already" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "binary.txt"])
def test_a_story_that_cannot_be_used_ends_in_one_sentence(
    inputs: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (inputs / "empty.txt").write_bytes(b"")
    (inputs / "binary.txt").write_bytes(bytes(range(256)) * 40)
    assert main(["check", str(inputs / name), "--against", str(inputs / "sources")]) == 2
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("twosource:")]
    assert len(told) == 1
    assert name in told[0]


def test_a_bad_source_is_named_and_the_others_are_used(
    inputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (inputs / "sources" / "broken.docx").write_bytes(b"PK\x03\x04 cut off")
    assert check(inputs, "--json", "-") == 2
    told = capsys.readouterr()
    assert "broken.docx" in told.err
    assert len(json.loads(told.out)["documents"]) == 1


def test_a_case_whose_story_cannot_be_used_does_not_stay(inputs: Path, tmp_path: Path) -> None:
    (inputs / "empty.txt").write_bytes(b"")
    case = tmp_path / "kept.twosource"
    told = ["check", str(inputs / "empty.txt"), "--against", str(inputs / "sources"), "--case", str(case)]
    assert main(told) == 2
    assert not case.exists()


@pytest.mark.parametrize("name", ["story.txt", "sources/letter.md"])
def test_a_file_that_is_read_is_never_written_over(
    inputs: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (inputs / name).read_bytes()
    assert check(inputs, "--json", str(inputs / name)) == 2
    assert (inputs / name).read_bytes() == before
    assert "left as it is" in capsys.readouterr().err


def test_a_summary_for_a_folder_that_is_not_there_is_refused_before_any_work(
    inputs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(inputs, "--summary", str(tmp_path / "gone" / "summary.html")) == 2
    assert "in a folder that is not there" in capsys.readouterr().err


def test_a_text_in_another_language_is_used_and_said_to_be_read_in_part(
    inputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german = "Die Feuerwache war im Januar 19 Tage geschlossen, und der Kreis hat es nicht gesagt. "
    (inputs / "sources" / "bericht.txt").write_text(german * 3, "utf-8")
    assert check(inputs) == 0
    assert "bericht.txt is not in English" in capsys.readouterr().err


def test_files_of_a_folder_that_hold_no_text_are_named(
    inputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (inputs / "sources" / "tape.wav").write_bytes(b"RIFF")
    assert check(inputs) == 0
    assert "sources holds one file that Twosource reads no text from: tape.wav." in capsys.readouterr().err


def test_names_that_are_no_text_are_borne(inputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = inputs / "half\udcff\nname.txt"
    story.write_text(STORY, "utf-8")
    assert main(["check", str(story), "--against", str(inputs / "sources"), "--json", "-"]) == 0
    assert len(json.loads(capsys.readouterr().out)["claims"]) > 0


def test_an_unknown_summary_format_is_refused_before_any_work(inputs: Path) -> None:
    assert check(inputs, "--summary", "summary.odt") == 2


@pytest.mark.parametrize("format", ["html", "md", "docx", "pdf"])
def test_a_case_without_a_story_cannot_be_summed_up(
    tmp_path: Path, format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    stamp = Stamp("Ada Brook", datetime(2026, 3, 14, tzinfo=UTC))
    path, out = tmp_path / "new.twosource", tmp_path / f"summary.{format}"
    create_case(path, Case(CaseId("case"), "New", "two-source", stamp.at), stamp).close()
    assert main(["export", str(path), "--format", format, "--out", str(out)]) == 2
    assert "holds no story" in capsys.readouterr().err
    assert not out.exists()


def test_something_else_is_not_taken_for_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.twosource"
    path.write_text("Dear editor")
    assert main(["verify", str(path)]) == 1
    assert "letter.twosource" in capsys.readouterr().out
    assert main(["export", str(path), "--format", "md"]) == 2
    assert "not a Twosource case" in capsys.readouterr().err


def test_the_command_line_never_loads_qt_and_loads_no_language_to_say_hello() -> None:
    code = (
        "import sys, ui.command_line; print([m for m in ('PySide6', 'spacy', 'numpy') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_predictions_come_one_to_one_and_in_order() -> None:
    lines = [{"text": "Spending rose by 12 percent last year."}, {"text": ""}, {"text": "What a day"}]
    told = subprocess.run(
        [sys.executable, "-m", "ui.command_line", "predict", "claims"],
        input="\n".join(json.dumps(line) for line in lines),
        capture_output=True,
        text=True,
        check=True,
    )
    scores = [json.loads(line)["score"] for line in told.stdout.splitlines()]
    assert len(scores) == 3
    assert scores[0] > 50 > scores[1]


def started(*arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "ui.command_line", *arguments], **streams)


def test_being_asked_to_end_leaves_a_sound_case_and_no_temporary_files(inputs: Path, tmp_path: Path) -> None:
    (inputs / "story.txt").write_text(STORY * 200, "utf-8")
    case, scratch = tmp_path / "kept.twosource", tmp_path / "scratch"
    scratch.mkdir()
    told = ["check", str(inputs / "story.txt"), "--against", str(inputs / "sources")]
    for more in ([], ["--case", str(case)]):
        environment = {**os.environ, "TMPDIR": str(scratch)}
        with started(*told, *more, stderr=subprocess.PIPE, env=environment) as running:
            assert running.stderr is not None
            while b"Comparing" not in running.stderr.readline():
                assert running.poll() is None
            running.terminate()
            assert b"Traceback" not in running.stderr.read()
        assert running.returncode == 130
    assert list(scratch.iterdir()) == []
    assert [path.name for path in tmp_path.iterdir() if "kept" in path.name] == ["kept.twosource"]
    assert main(["verify", str(case)]) == 0


def test_a_reader_that_goes_away_ends_the_work_quietly() -> None:
    with started(
        "predict", "claims", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        running.stdin.write(b'{"text": "Taxes rose."}\n' * 10)
        running.stdin.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_standard_output_that_takes_no_more_ends_in_one_sentence() -> None:
    with open("/dev/full", "wb") as full:
        told = subprocess.run(
            [sys.executable, "-m", "ui.command_line", "predict", "claims"],
            input=b'{"text": "Taxes rose."}\n',
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert told.returncode == 2
    assert told.stderr.startswith(b"twosource: Standard output could not be written")
    assert told.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a shell here")
def test_closed_streams_are_borne() -> None:
    command = f'"{sys.executable}" -m ui.command_line predict claims <&- >&- 2>&-'
    assert subprocess.run(command, shell=True).returncode == 0


def test_a_story_among_its_own_sources_is_left_out_and_told(
    inputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = str(inputs / "story.txt")
    assert main(["check", story, "--against", story, str(inputs / "sources"), "--json", "-"]) == 0
    told = capsys.readouterr()
    assert "story.txt is the story itself" in told.err
    assert len(json.loads(told.out)["documents"]) == 1


def test_a_bug_ends_in_a_sentence_and_shows_itself_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("ui.command_line._verify", fail)
    assert main(["verify", "case.twosource"]) == 70
    assert "Something went wrong in Twosource itself (ZeroDivisionError)" in capsys.readouterr().err
    monkeypatch.setenv("TWOSOURCE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["verify", "case.twosource"])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may be without a display")
def test_without_a_display_the_window_is_not_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["my.twosource"]) == 2
    assert "No display was found" in capsys.readouterr().err


def test_of_a_folder_it_is_told_how_many_files_could_not_be_read(
    inputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one.txt", "two.txt"):
        (inputs / "sources" / name).write_bytes(b"")
    assert check(inputs) == 2
    told = capsys.readouterr().err
    files = len(list((inputs / "sources").iterdir())) + 1
    assert f"Read {files - 2} of {files} files. 2 could not be read." in told
    assert "one.txt is empty" in told
    assert "two.txt is empty" in told
