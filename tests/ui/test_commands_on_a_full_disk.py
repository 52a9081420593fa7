"""Every command that writes, on a full disk: one sentence, no half file, what was there stays, and again."""

import json
import resource
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

import pytest
from casework import STAMP, checked_case

from db import CaseBackups, open_case, verify
from ui.command_line import main
from workbench.backups import Reason
from workbench.change import Change, Stamp, added
from workbench.model import Source, SourceId, SourceKind

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The ferry sank in 1998.",
    "url": "https://desk.example/ferry",
    "author": {"@type": "Organization", "name": "The desk"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}


@contextmanager
def full_disk():
    """No file of this process, or of one that it starts, grows at all."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A case with a backup, a colleague's copy that goes on, a story, and a fact-check to remember."""
    monkeypatch.setenv("TWOSOURCE_DATA", str(tmp_path / "data"))
    case = tmp_path / "ostley.twosource"
    checked_case(case).close()
    CaseBackups(tmp_path / "data").take(case, case, Reason.OPENING, STAMP.at)
    copy = Path(copyfile(case, tmp_path / "colleague.twosource"))
    with closing(open_case(case)) as store:
        store.apply(Change("Add source", STAMP, added(Source(SourceId("own"), "Town", SourceKind.LETTER))))
    with closing(open_case(copy)) as store:
        later = Stamp("Ada", STAMP.at + timedelta(hours=1))
        store.apply(Change("Add source", later, added(Source(SourceId("new"), "Crew", SourceKind.PERSON))))
    (tmp_path / "story.txt").write_text("The ferry Marit sank off Halden in 1998.")
    (tmp_path / "register.txt").write_text("The ferry Marit sank off Halden in 1997.")
    (tmp_path / "review.json").write_text(json.dumps(REVIEW))
    return tmp_path


COMMANDS = (
    *(f"export ostley.twosource --format {format} --out out.{format}" for format in ("html", "md", "docx")),
    "export ostley.twosource --format json --out out.json",
    "check story.txt --against register.txt --case out.twosource",
    "check story.txt --against register.txt --summary out.md",
    "check story.txt --against register.txt --json out.json",
    "check story.txt --against register.txt --texts texts",
    "checked add review.json",
    "merge ostley.twosource colleague.twosource --by Ada",
    "restore ostley.twosource --backup {backup}",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told_in_one_sentence_and_the_command_can_be_repeated(
    folder, command, monkeypatch, capsys
):
    monkeypatch.chdir(folder)
    (backup,) = folder.rglob("backups/**/*.twosource")
    words = command.format(backup=backup.name).split()
    with closing(open_case(Path("ostley.twosource"))) as store:
        before = store.head()
    with full_disk():
        assert main(words) == 2
    told = capsys.readouterr().err
    assert len([line for line in told.splitlines() if line.startswith("twosource:")]) == 1, told
    assert "Traceback" not in told
    assert not [path for path in folder.rglob("*") if path.name.startswith("out.") or ".part" in path.name]
    with closing(open_case(Path("ostley.twosource"))) as store:
        assert store.head() == before
    assert verify(Path("ostley.twosource")) == ()
    assert main(words) == 0
    assert verify(Path("ostley.twosource")) == ()
