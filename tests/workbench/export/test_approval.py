"""Every format says who signed the draft, whether that still holds, and what was left open."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from casework import STAMP, checked_case, revision

from db.store import CaseStore
from workbench import review
from workbench.change import Change, Stamp, added
from workbench.checkable import checkable
from workbench.export import summary_bytes
from workbench.export.approval import Approval, approval
from workbench.export.findings import findings
from workbench.export.gathering import build_report
from workbench.model import Claim, DocumentId, Layout, SignOffId
from workbench.reviewed import Record, review_of, signatures_in_force
from workbench.signing import Part, sign

STORY = DocumentId("story")
OTTO = Stamp("Otto Hale", STAMP.at + timedelta(hours=1))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    store = checked_case(tmp_path / "case.twosource")
    yield store
    store.close()


def give(store: CaseStore, stamp: Stamp, note: str = "") -> None:
    draft = store.latest(STORY)
    assert draft is not None
    record = Record()
    record.follow(store, signatures_in_force(store, STORY))
    found = review_of(store, STORY, checkable(draft.text), record, stamp.at, {})
    id, head = SignOffId(stamp.by), store.head().hash
    store.apply(sign(found.signed, draft, found.seals, head, id, stamp, note=note))


def told(store: CaseStore) -> Approval:
    return approval(store, STORY, OTTO.at, {})


def printed(store: CaseStore, format: str) -> str:
    made = summary_bytes(build_report(store, OTTO.at), format)
    if format == "docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs)
    return made.decode()


@pytest.mark.parametrize("format", ["html", "md", "docx"])
def test_an_unsigned_report_says_so_at_the_top(store: CaseStore, format: str) -> None:
    page = printed(store, format)
    body = page[page.index("</style>") :] if format == "html" else page
    assert "Not signed. 3 things must be settled first." in body
    assert body.index("Not signed.") < body.index("Ilse Brandt")


@pytest.mark.parametrize("format", ["html", "md", "docx"])
def test_both_names_their_dates_and_what_was_left_open_are_printed(store: CaseStore, format: str) -> None:
    give(store, STAMP, "The archive is closed until May.")
    give(store, OTTO)
    page = printed(store, format).replace("\\", "")
    assert "Nora Quist, 2026-03-07, 09:30 UTC" in page
    assert "Otto Hale, 2026-03-07, 10:30 UTC" in page
    assert "The archive is closed until May." in page
    assert "signed by two persons" in page
    assert "Not signed" not in page
    seals = told(store).seals
    assert f"draft {seals.draft[:12]}; claims {seals.claims[:12]}" in page


def test_a_stale_report_says_what_is_no_longer_as_signed(store: CaseStore) -> None:
    give(store, STAMP)
    claim = store.get(Claim, "first")
    assert claim is not None
    store.apply(review.annotate(claim, OTTO, note="Asked the archive."))
    found = told(store)
    assert found.warning == "Changed since signed. No longer as signed by Nora Quist: claims."
    assert found.signed.changed == (Part.CLAIMS,)
    assert found.warning in printed(store, "md").replace("\\", "")


def test_a_signature_under_an_earlier_draft_is_told_as_such(store: CaseStore) -> None:
    give(store, STAMP)
    second = revision("story", "The station was shut.", 2)
    store.apply(Change("Read in a new draft", OTTO, added(second, Layout(second.id))))
    assert told(store).warning == "Signed for draft 1; draft 2 is not signed."


def test_how_far_the_draft_is_ticked_is_told(store: CaseStore) -> None:
    ticked = dict(told(store).facts())["Ticked"]
    assert "sentences" in ticked
    assert "figures" in ticked


def test_the_findings_hold_the_same_as_plain_data(store: CaseStore) -> None:
    give(store, STAMP)
    plain = json.loads(json.dumps(findings(store, STORY, {}, OTTO.at)))["approval"]
    assert plain["state"] == "signed by the checker"
    assert plain["signatures"][0]["by"] == "Nora Quist"
    assert plain["signatures"][0]["head"] == store.history()[-1].change.edits[0].after.head  # type: ignore
    assert plain["seals"]["draft"] == told(store).seals.draft
    assert plain["coverage"]["figures"]["all"] >= 2
    assert plain["warning"] is None


def test_a_signature_nobody_in_the_case_stands_for_is_told(store: CaseStore) -> None:
    give(store, STAMP)
    found = told(store)
    stranger = replace(found, signed=replace(found.signed, strangers=("Ghost",)))
    assert stranger.warning == "Nothing in this case is by Ghost, who signed."
