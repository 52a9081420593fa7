"""What leaves the desk, through the real window: marks for publication, packs, ClaimReview, links back in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest

from db import case_from_json, open_case
from db.heads import HeadFiles
from ui.commands.exporting import ExportingCommands
from ui.dialogs.publisher import PublisherDialog
from workbench.export.profiles import Profile
from workbench.model import Claim
from workbench.pointers import pointer
from workbench.record import Seen


def exporting(window) -> ExportingCommands:
    return window.commands("exporting")


def judged(window, press) -> Claim:
    """The first claim, with a verdict."""
    session = window.desk.session
    session.choose(session.claims()[0].id)
    press(window, "verdict_1")
    return session.claim(session.current)


def test_a_key_marks_a_claim_for_publication_and_takes_that_back(checked, press):
    claim = judged(checked, press)
    session = checked.desk.session
    press(checked, "publish")
    assert session.claim(claim.id).public
    assert "For publication" in checked.desk.claims._spoken(checked.desk.claims.shown()[0])
    press(checked, "publish")
    assert not session.claim(claim.id).public
    press(checked, "undo")
    assert session.claim(claim.id).public


def test_every_claim_with_a_verdict_is_marked_in_one_step(checked, press):
    session = checked.desk.session
    judged(checked, press)
    session.choose(session.claims()[1].id)
    press(checked, "verdict_2")
    press(checked, "publish_judged")
    assert [claim.public for claim in session.claims()][:2] == [True, True]
    assert sum(claim.public for claim in session.claims()) == 2
    press(checked, "undo")
    assert not any(claim.public for claim in session.claims())


def test_the_desk_pack_is_written_and_told(checked, press, tmp_path, qtbot):
    judged(checked, press)
    job = exporting(checked).pack_to(tmp_path / "pack", Profile.DESK)
    with qtbot.waitSignal(job.ended, timeout=120_000):
        pass
    names = {path.name for path in (tmp_path / "pack").rglob("*") if path.is_file()}
    assert {"Summary.html", "Summary.pdf", "Summary.docx", "Story with comments.docx"} <= names
    assert {"Source map.svg", "Source map.png", "Tables.xlsx", "claims.csv", "Contents.txt"} <= names
    assert f"{len(names)} files written" in checked.banner.sentence()
    told = (tmp_path / "pack" / "Contents.txt").read_text("utf-8")
    assert checked.desk.store.head().hash in told
    assert all(name in told for name in names)


def test_a_format_that_fails_is_told_and_the_others_are_written(checked, press, tmp_path, qtbot):
    judged(checked, press)
    (tmp_path / "pack" / "Summary.pdf").mkdir(parents=True)
    job = exporting(checked).pack_to(tmp_path / "pack", Profile.DESK)
    with qtbot.waitSignal(job.ended, timeout=120_000):
        pass
    assert "Not written: Summary.pdf" in checked.banner.sentence()
    assert (tmp_path / "pack" / "Summary.docx").is_file()
    assert "Not written" in (tmp_path / "pack" / "Contents.txt").read_text("utf-8")


def test_a_pack_that_is_cancelled_keeps_whole_files_only(checked, press, tmp_path, qtbot):
    judged(checked, press)
    job = exporting(checked).pack_to(tmp_path / "pack", Profile.DESK)
    job.progressed.connect(lambda done, *_: checked.status.cancelled.emit() if done == 2 else None)
    with qtbot.waitSignal(job.cancelled, timeout=120_000):
        pass
    assert "Stopped" in checked.banner.sentence()
    assert not list((tmp_path / "pack").rglob("*.part"))
    assert not (tmp_path / "pack" / "Contents.txt").exists()


def test_nothing_for_readers_is_told_before_any_folder_is_made(checked, press, tmp_path, qtbot):
    judged(checked, press)
    job = exporting(checked).pack_to(tmp_path / "pack", Profile.PUBLICATION)
    with qtbot.waitSignal(job.failed, timeout=60_000):
        pass
    assert "marked for publication" in checked.banner.sentence()
    assert not (tmp_path / "pack").exists()


def test_the_archive_pack_brings_the_case_back(checked, press, tmp_path, qtbot):
    judged(checked, press)
    job = exporting(checked).pack_to(tmp_path / "pack", Profile.ARCHIVE)
    with qtbot.waitSignal(job.ended, timeout=120_000):
        pass
    pack = tmp_path / "pack"
    assert len(list((pack / "Originals").iterdir())) == 3
    with_copy = open_case(pack / "ferry.twosource")
    whole = (pack / "Whole case.json").read_text("utf-8")
    case_from_json(whole, tmp_path / "again.twosource", "Whole case.json")
    again = open_case(tmp_path / "again.twosource")
    assert again.all(Claim) == with_copy.all(Claim) == checked.desk.store.all(Claim)
    assert again.head() == checked.desk.store.head()
    again.close()
    with_copy.close()


def test_claim_review_asks_who_publishes_and_says_what_is_missing(checked, press, tmp_path, qtbot):
    judged(checked, press)
    press(checked, "publish")
    exporting(checked)._ask_publisher(tmp_path / "reviews.jsonld")
    qtbot.waitUntil(lambda: checked.findChild(PublisherDialog) is not None, timeout=60_000)
    dialog = checked.findChild(PublisherDialog)
    assert "address of the publisher" in dialog.missing
    assert not dialog.button.isEnabled()
    for line, words in (
        (dialog._name, "The Meridian"),
        (dialog._url, "https://meridian.example"),
        (dialog._page, "https://meridian.example/check"),
    ):
        line.setText(words)
        line.editingFinished.emit()
    assert "address" not in dialog.missing
    dialog.button.click()
    qtbot.waitUntil((tmp_path / "reviews.jsonld").is_file, timeout=60_000)
    told = json.loads((tmp_path / "reviews.jsonld").read_text("utf-8"))
    assert told["@graph"][0]["author"]["name"] == "The Meridian"
    assert checked.settings.publisher == "The Meridian"


@pytest.fixture
def with_heads(checked, tmp_path, monkeypatch):
    """The window, on a computer that remembers where it saw cases."""
    heads = HeadFiles(tmp_path / "data")
    checked.workshop = replace(checked.workshop, open_heads=lambda: heads)
    return checked, heads


def seen(heads, window, path: Path) -> None:
    heads.keep(window.desk.session.case().id, Seen(window.desk.store.head(), datetime.now(UTC), str(path)))


def test_a_link_opens_its_case_at_the_claim(with_heads, tmp_path):
    window, heads = with_heads
    session = window.desk.session
    case, claim, path = session.case().id, session.claims()[1].id, window.desk.store.path
    seen(heads, window, path)
    window.close_case()
    window.commands("link").follow(pointer(case, "claim", claim))
    assert window.desk.store.path == path
    assert window.desk.session.current == claim


def test_a_link_into_the_open_case_goes_to_the_passage_of_its_claim(with_heads):
    window, _ = with_heads
    session = window.desk.session
    item = session.evidence(session.claims()[0].id)[0]
    window.commands("link").follow(pointer(session.case().id, "evidence", item.id))
    assert session.current == item.claim
    assert window.desk.source.isVisible()


def test_a_case_that_is_not_known_here_or_has_gone_is_told(with_heads, tmp_path):
    window, heads = with_heads
    window.commands("link").follow("twosource://elsewhere/claim/one")
    assert "not known on this computer" in window.banner.sentence()
    case = window.desk.session.case().id
    seen(heads, window, tmp_path / "gone.twosource")
    window.close_case()
    window.commands("link").follow(pointer(case, "claim", "one"))
    assert "not known on this computer" in window.banner.sentence()


def test_another_case_at_the_place_is_not_taken_for_it(with_heads, tmp_path):
    window, heads = with_heads
    other = Path(copyfile(window.desk.store.path, tmp_path / "other.twosource"))
    heads.keep("stranger", Seen(window.desk.store.head(), datetime.now(UTC), str(other)))
    window.commands("link").follow("twosource://stranger/claim/one")
    assert "not known on this computer" in window.banner.sentence()


def test_what_is_no_link_and_what_is_gone_are_told(with_heads):
    window, _ = with_heads
    window.commands("link").follow("twosource:nonsense")
    assert "no link into a case" in window.banner.sentence()
    window.commands("link").follow(pointer(window.desk.session.case().id, "claim", "gone"))
    assert "not in the case any more" in window.banner.sentence()
