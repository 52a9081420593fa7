"""The next draft of the story comes in: what stands keeps its ticks, the rest is placed by hand."""

import pytest
from conftest import STORY

from ui.dialogs.choose import ChooseDialog
from ui.panels.buttons import LinkButton
from workbench.model import Claim, Disposition, Document, Query, QueryId, QueryStatus, Role, Status, passage
from workbench.review import ask, decide, dispose, mark
from workbench.text import Span

SECOND = (
    STORY.replace("3 million", "5 million")
    .replace("\n\nThe harbour was rebuilt later.", "")
    .replace("in 1998.", "in 1998.\n\nDivers found the wreck in 2004.")
)


def mark_words(window, words, id, disposition=Disposition.CONFIRMED):
    session = window.desk.session
    draft = session.revision(session.story().id)
    start = draft.text.index(words)
    session.do(mark(passage(draft, Span(start, start + len(words))), id, session.stamp()))
    session.do(dispose(session.claim(id), disposition, session.stamp()))


@pytest.fixture
def worked(checked, settled):
    """The case with three claims of the editor's, all confirmed."""
    settled(checked)
    for words, id in (
        ("cost 3 million crowns", "cost"),
        ("The ferry Marit sank off Halden in 1998", "sank"),
        ("The harbour was rebuilt later", "harbour"),
    ):
        mark_words(checked, words, id)
    settled(checked)
    return checked


@pytest.fixture
def take_draft(qtbot, tmp_path, settled):
    """Takes a text in as the next draft, from a file."""

    def take(window, text, name="second.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        with qtbot.waitSignal(window.desk.taking.taken, timeout=10_000) as taken:
            window.commands("draft")._take_files([str(path)])
        rest(qtbot, window, settled)
        return taken.args[0]

    return take


def rest(qtbot, window, settled):
    settled(window)
    qtbot.waitUntil(lambda: not window.desk.waiting.steps.busy, timeout=10_000)


def waiting(window):
    return [one.claim.id for one in window.desk.waiting.tray._waiting]


def test_a_second_draft_keeps_ticks_reopens_what_changed_and_undo_takes_it_back(
    qtbot, worked, take_draft, settled, press
):
    session, desk = worked.desk.session, worked.desk
    before = {claim.id: claim for claim in session.claims()}
    take_draft(worked, SECOND)

    assert desk.story.view.text == SECOND
    assert session.claim("sank").disposition is Disposition.CONFIRMED
    assert session.claim("cost").disposition is Disposition.OPEN
    assert "1 of 3 passages stand" in worked.banner.sentence()
    assert waiting(worked) == ["cost", "harbour"]
    assert "2 passages wait for a place in draft 2" in desk.claims._waiting.text()
    assert any("2004" in claim.wording for claim in session.claims()), "the new draft is read for claims"

    press(worked, "undo")
    rest(qtbot, worked, settled)
    assert desk.story.view.text == STORY
    assert {claim.id for claim in session.claims()} >= {"cost", "sank", "harbour"}
    assert session.claim("cost") == before["cost"]
    assert waiting(worked) == []
    assert not desk.claims._waiting.isVisible()

    press(worked, "redo")
    rest(qtbot, worked, settled)
    assert desk.story.view.text == SECOND
    assert waiting(worked) == ["cost", "harbour"]


def test_what_waits_is_placed_or_gone_from_the_tray_and_back_by_undo(
    qtbot, worked, take_draft, settled, press
):
    session, desk = worked.desk.session, worked.desk
    take_draft(worked, SECOND)
    press(worked, "tray")
    assert desk.waiting.tray.isVisible()
    assert desk.waiting.tray.current.claim.id == "cost"
    lit = [one.span.of(SECOND) for one in desk.story.view._layer._lit]
    assert lit == ["cost 5 million crowns"]

    press(worked, "take_place")
    rest(qtbot, worked, settled)
    assert session.claim("cost").wording == "cost 5 million crowns"
    assert session.claim("cost").disposition is Disposition.OPEN
    assert session.current == "cost"
    assert waiting(worked) == ["harbour"]

    press(worked, "set_gone")
    rest(qtbot, worked, settled)
    assert waiting(worked) == []
    assert session.claim("harbour").gone
    assert session.claim("harbour").disposition is Disposition.CONFIRMED

    press(worked, "undo")
    press(worked, "undo")
    rest(qtbot, worked, settled)
    assert waiting(worked) == ["cost", "harbour"]
    press(worked, "redo")
    rest(qtbot, worked, settled)
    assert session.claim("cost").wording == "cost 5 million crowns"


def test_after_a_passage_is_placed_the_keyboard_is_on_the_next_one(qtbot, worked, take_draft, settled, press):
    mark_words(worked, "Nobody was warned that night", "warned")
    mark_words(worked, "lasted 14 months", "lasted")
    settled(worked)
    take_draft(worked, SECOND.replace("14 months", "15 months").replace("Nobody was", "Everybody was"))
    tray = worked.desk.waiting.tray
    worked.activateWindow()
    qtbot.waitUntil(worked.isActiveWindow)
    press(worked, "tray")
    assert waiting(worked) == ["lasted", "cost", "warned", "harbour"]
    qtbot.waitUntil(lambda: tray._rows[0].hasFocus())

    press(worked, "take_place")
    rest(qtbot, worked, settled)
    assert waiting(worked) == ["cost", "warned", "harbour"]
    assert tray.current.claim.id == "cost"
    qtbot.waitUntil(lambda: tray._rows[0].hasFocus())


def test_a_verdict_given_on_other_words_is_shown_as_such(qtbot, worked, take_draft, settled, press):
    session = worked.desk.session
    session.choose("cost")
    session.do(decide(session.claim("cost"), None, "supported", "The bill.", "v", session.stamp()))
    head = worked.desk.evidence._head
    assert head._before.text() == ""
    take_draft(worked, SECOND)
    press(worked, "tray")
    press(worked, "take_place")
    rest(qtbot, worked, settled)
    qtbot.waitUntil(lambda: "cost 3 million crowns" in head._before.text())
    assert session.verdict("cost").step == "supported"


def test_a_passage_goes_to_the_words_selected(qtbot, worked, take_draft, settled, press):
    session, desk = worked.desk.session, worked.desk
    take_draft(worked, SECOND)
    press(worked, "tray")
    press(worked, "next_waiting")
    assert desk.waiting.tray.current.claim.id == "harbour"
    press(worked, "take_selected")
    assert "Select the words" in worked.banner.sentence()
    start = SECOND.index("Divers found the wreck")
    desk.story.view.select(Span(start, start + len("Divers found the wreck")))
    press(worked, "take_selected")
    rest(qtbot, worked, settled)
    assert session.claim("harbour").wording == "Divers found the wreck"
    assert session.claim("harbour").disposition is Disposition.OPEN


def test_a_change_made_as_asked_is_taken_with_one_key(qtbot, worked, take_draft, settled, press):
    session = worked.desk.session
    query = Query(QueryId("q"), "cost", "Is it 5?", "cost 5 million crowns", status=QueryStatus.ACCEPTED)
    session.do(ask(query, session.stamp()))
    take_draft(worked, SECOND)
    assert session.query("q").status is QueryStatus.APPLIED
    assert "1 change you asked for is in" in worked.banner.sentence()
    press(worked, "tray")
    press(worked, "take_place")
    rest(qtbot, worked, settled)
    assert session.claim("cost").disposition is Disposition.CORRECTED


def test_the_same_text_again_adds_nothing_and_says_so(qtbot, worked, tmp_path, settled):
    (tmp_path / "again.txt").write_text(STORY, encoding="utf-8")
    with qtbot.waitSignal(worked.desk.taking.refused):
        worked.commands("draft")._take_files([str(tmp_path / "again.txt")])
    assert "word for word" in worked.banner.sentence()
    assert worked.desk.session.revision(worked.desk.session.story().id).number == 1


OTHER = "Bakers in Holm want cheaper flour.\n\nTheir guild will meet a minister about it on Monday.\n"


@pytest.mark.parametrize(
    ("row", "stories", "number"), [(0, 2, 1), (1, 1, 2)], ids=["new story", "all the same"]
)
def test_another_story_is_asked_about(qtbot, worked, tmp_path, settled, row, stories, number):
    path = tmp_path / "other.txt"
    path.write_text(OTHER, encoding="utf-8")
    session = worked.desk.session
    first = session.story().id
    with qtbot.waitSignal(worked.desk.taking.doubted):
        worked.commands("draft")._take_files([str(path)])
    dialog = worked.findChild(ChooseDialog)
    assert "another story" in dialog.windowTitle()
    dialog._list.setCurrentRow(row)
    dialog.accept()
    rest(qtbot, worked, settled)
    assert sum(one.role is Role.STORY for one in session.documents()) == stories
    assert session.revision(first).number == number
    assert worked.desk.story.view.text == OTHER


def test_another_story_can_be_left_out(qtbot, worked, tmp_path, settled):
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    session = worked.desk.session
    before = session.documents()
    with qtbot.waitSignal(worked.desk.taking.doubted):
        worked.commands("draft")._take_files([str(tmp_path / "other.txt")])
    worked.findChild(ChooseDialog).reject()
    rest(qtbot, worked, settled)
    assert session.documents() == before


@pytest.mark.parametrize("is_draft", [True, False])
def test_a_dropped_draft_is_recognised_and_asked_about(qtbot, worked, tmp_path, settled, is_draft):
    path = tmp_path / "dropped.txt"
    path.write_text(SECOND, encoding="utf-8")
    session = worked.desk.session
    with qtbot.waitSignal(worked.desk.taking.recognised):
        worked.documents.take_files([path])
    dialog = worked.findChild(ChooseDialog)
    dialog._list.setCurrentRow(0 if is_draft else 1)
    dialog.accept()
    rest(qtbot, worked, settled)
    assert session.revision(session.story().id).number == (2 if is_draft else 1)
    assert any(one.filename == "dropped.txt" and one.role is Role.SOURCE for one in session.documents()) is (
        not is_draft
    )


def test_a_dropped_source_is_just_read_in(qtbot, worked, tmp_path, settled):
    (tmp_path / "flour.txt").write_text(OTHER, encoding="utf-8")
    worked.documents.take_files([tmp_path / "flour.txt"])
    rest(qtbot, worked, settled)
    assert any(one.filename == "flour.txt" for one in worked.desk.session.documents())
    assert worked.findChild(ChooseDialog) is None


def test_a_draft_can_be_pasted(qtbot, worked, settled):
    commands = worked.commands("draft")
    commands.paste()
    with qtbot.waitSignal(worked.desk.taking.taken):
        commands.take_text(SECOND)
    rest(qtbot, worked, settled)
    assert worked.desk.session.revision(worked.desk.session.story().id).number == 2


def test_two_drafts_stand_beside_each_other(qtbot, worked, take_draft, settled, press):
    desk = worked.desk
    press(worked, "compare_drafts")
    assert "one draft only" in worked.banner.sentence()
    take_draft(worked, SECOND)
    press(worked, "compare_drafts")
    qtbot.waitUntil(lambda: desk.beside.page.old.text == STORY)
    page = desk.beside.page
    assert page.new.text == SECOND
    assert desk.middle.page is page
    press(worked, "next_difference")
    assert page.step_shown == 0
    told = [(old.of(STORY), new.of(SECOND)) for old, new in page._shown.beside.steps]
    assert told[:2] == [("", "Divers found the wreck in 2004."), ("3", "5")]
    press(worked, "previous_difference")
    assert page.step_shown == len(page._shown.beside.steps) - 1
    assert [span.of(SECOND) for span in page._shown.uncovered], (
        "the new sentence has no claim of the editor's"
    )
    press(worked, "undo")
    rest(qtbot, worked, settled)
    assert desk.middle.page is None


def test_a_draft_waits_while_the_editor_goes_on(qtbot, worked, tmp_path, settled):
    """A decision made while the draft is being compared is in it: nothing stale is written."""
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    session = worked.desk.session
    with qtbot.waitSignal(worked.desk.taking.taken, timeout=10_000):
        worked.commands("draft")._take_files([str(tmp_path / "second.txt")])
        session.do(dispose(session.claim("sank"), Disposition.LEGAL, session.stamp()))
    rest(qtbot, worked, settled)
    assert session.claim("sank").disposition is Disposition.LEGAL
    assert session.claim("sank").passage.revision == session.revision(session.story().id).id


def test_nothing_is_proposed_for_a_draft_that_is_no_longer_the_latest(
    qtbot, worked, take_draft, settled, press
):
    session = worked.desk.session
    take_draft(worked, SECOND)
    press(worked, "undo")
    press(worked, "redo")
    rest(qtbot, worked, settled)
    latest = session.revision(session.story().id).id
    proposed = [claim for claim in session.all_claims() if claim.status is Status.PROPOSED]
    assert {claim.passage.revision for claim in proposed} == {latest}


def test_the_draft_is_there_when_the_case_is_opened_again(qtbot, worked, take_draft, settled):
    take_draft(worked, SECOND)
    path = worked.desk.store.path
    worked.put_case_away()
    worked.open_path(path)
    rest(qtbot, worked, settled)
    assert worked.desk.story.view.text == SECOND
    assert waiting(worked) == ["cost", "harbour"]
    assert {one.id for one in worked.desk.session.store.all(Claim)} >= {"cost", "sank", "harbour"}
    assert worked.desk.session.store.all(Document)


def test_of_two_places_with_the_same_words_the_editor_chooses(qtbot, worked, take_draft, settled, press):
    session, desk = worked.desk.session, worked.desk
    twice = STORY.replace(
        "The inquiry lasted 14 months and cost 3 million crowns.\n",
        "The inquiry lasted 14 months and cost 3 million crowns.\n\n" * 2,
    )
    take_draft(worked, twice)
    assert waiting(worked) == ["cost"]
    press(worked, "tray")
    detail = desk.waiting.tray.detail
    press(worked, "take_place")
    assert waiting(worked) == ["cost"], "nothing is taken while nothing is chosen"
    links = detail._choices.findChildren(LinkButton)
    assert len(links) == 2
    links[1].click()
    lit = [one.span.start for one in desk.story.view._layer._lit]
    assert lit == [twice.rindex("cost 3 million crowns")]
    press(worked, "take_place")
    rest(qtbot, worked, settled)
    assert session.claim("cost").passage.span.start == twice.rindex("cost 3 million crowns")
    assert session.claim("cost").disposition is Disposition.CONFIRMED, "its words are the same"
