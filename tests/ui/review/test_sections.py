"""The sections of the page Review: openings in groups that fold, the signatures, how far all is ticked."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.review.coverage_bars import CoverageSection, tally_words
from ui.review.openings import FIRST_SHOWN, MORE_SHOWN, OpeningsSection
from ui.review.signature import SignatureSection, StepLink
from ui.theme.look import Look
from workbench.checkable import Item, Sort
from workbench.coverage import Cover, Coverage, CoveredItem, CoveredSentence, Tally
from workbench.model import Hand, Seals, SignOff
from workbench.openings import Kind, Opening, Severity
from workbench.signed_since import Since
from workbench.signing import Part, Signed, State
from workbench.text import Span

NOON = datetime(2026, 3, 7, 12, tzinfo=UTC)
SEALS = Seals("0" * 64, "0" * 64, "0" * 64, "0" * 64)
GIVEN = SignOff("s", "story", "story-2", Hand.CHECKER, "Nora Quist", NOON, "0" * 64, SEALS)
STEP = Since(9, "Edit note", "Otto Hale", NOON, (Part.CLAIMS,), ("c",))


@pytest.fixture
def look(qapp):
    look = Look(QApplication.instance(), "light")
    yield look
    look.deleteLater()


@pytest.fixture
def openings(qtbot, look):
    section = OpeningsSection(look)
    qtbot.addWidget(section)
    section.resize(320, 900)
    section.show()
    return section


def opening(kind, severity, number=0):
    return Opening(kind, severity, f"“Words {number}”", f"c{number}")


MANY = [opening(Kind.OPEN_CLAIM, Severity.MUST, number) for number in range(100)]
PROPOSED = [opening(Kind.PROPOSED, Severity.SHOULD, number) for number in range(3)]


def shown(group):
    return [row.text() for row in group.rows if not row.isHidden()]


def test_what_must_be_settled_stands_unfolded_above_what_should(openings):
    openings.show_openings([*MANY[:2], *PROPOSED])
    must, should = openings.groups()
    assert (shown(must), shown(should)) == (["“Words 0”", "“Words 1”"], [])
    should.head.click()
    assert len(shown(should)) == 3


def test_a_long_group_shows_a_few_and_more_when_asked(openings):
    openings.show_openings(MANY)
    (group,) = openings.groups()
    assert len(shown(group)) == FIRST_SHOWN
    group._more.click()
    assert len(shown(group)) == FIRST_SHOWN + MORE_SHOWN
    group.head.click()
    assert shown(group) == []


def test_a_group_is_gone_with_its_last_opening_and_keeps_its_fold(openings):
    openings.show_openings([*MANY[:1], *PROPOSED])
    openings.groups()[1].head.click()
    openings.show_openings(MANY[:1])
    assert len(openings.groups()) == 1
    openings.show_openings(PROPOSED)
    (group,) = openings.groups()
    assert group.head.isChecked()


def test_nothing_in_the_way_is_said_in_place_of_a_list(openings):
    openings.show_openings(MANY[:1])
    openings.show_openings(())
    assert openings.groups() == ()
    assert openings._nothing.isVisible()
    assert openings._nothing.text() == "Nothing stands in the way of your signature."


def test_a_row_leads_to_its_opening_by_click_and_by_key(qtbot, openings):
    openings.show_openings(MANY[:2])
    (group,) = openings.groups()
    with qtbot.waitSignal(openings.followed) as told:
        group.rows[1].click()
    assert told.args == [MANY[1]]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(openings.followed) as told:
            qtbot.keyClick(group.rows[0], key)
        assert told.args == [MANY[0]]


def test_rows_are_reused_for_other_openings(openings):
    openings.show_openings(MANY[:3])
    (group,) = openings.groups()
    rows = list(group.rows)
    openings.show_openings(MANY[5:7])
    assert group.rows == rows
    assert shown(group) == ["“Words 5”", "“Words 6”"]


@pytest.fixture
def signature(qtbot, look):
    section = SignatureSection(look)
    qtbot.addWidget(section)
    section.resize(320, 400)
    section.show()
    return section


def tell(signature, signed, since=(), writable=True):
    signature.show_signed(signed, since, {"c": 4}, writable=writable)


def test_an_unsigned_draft_can_be_signed_and_not_reopened(signature):
    tell(signature, Signed(latest=2))
    assert "Nobody has signed draft 2 yet." in signature._told.text()
    assert (signature.sign.isVisible(), signature.reopen.isVisible()) == (True, False)


def test_after_the_checker_the_second_person_is_asked_for(signature):
    tell(signature, Signed(State.SIGNED, GIVEN, None, 2, 2))
    assert signature.sign.text() == "Sign as the second person…"
    assert "Nora Quist" in signature._told.text()
    assert signature.reopen.isVisible()


def test_what_changed_is_named_with_the_steps_that_did_it(qtbot, signature):
    changed = Signed(State.CHANGED, GIVEN, None, 2, 2, (Part.CLAIMS, Part.EVIDENCE))
    tell(signature, changed, [STEP])
    assert "claims, verdicts or questions and evidence" in signature._changed.text()
    (link,) = [one for one in signature.findChildren(StepLink) if one.isVisible()]
    assert link.text().startswith("Edit note, claim 4 · Otto Hale")
    with qtbot.waitSignal(signature.claim_wanted) as told:
        link.click()
    assert told.args == ["c"]
    assert not signature.sign.isVisible()


def test_a_step_about_a_claim_that_is_gone_leads_nowhere(signature):
    changed = Signed(State.CHANGED, GIVEN, None, 2, 2, (Part.CLAIMS,))
    tell(signature, changed, [replace(STEP, claims=("gone",), undone=True)])
    (link,) = [one for one in signature.findChildren(StepLink) if one.isVisible()]
    assert link.text().startswith("Undone: Edit note ·")
    assert not link.isEnabled()


def test_a_cut_history_and_a_stranger_are_told(signature):
    tell(signature, Signed(State.CHANGED, GIVEN, None, 2, 2, (), ("Nora Quist",), True))
    assert "cut or rewritten" in signature._changed.text()
    assert "Nothing in this case is by Nora Quist." in signature._told.text()


def test_a_signature_for_an_earlier_draft_is_told(signature):
    tell(signature, Signed(State.OUTDATED, GIVEN, None, 2, 3))
    assert "Signed for draft 2; draft 3 is here." in signature._told.text()
    assert (signature.sign.isVisible(), signature.reopen.isVisible()) == (True, False)


def test_in_a_case_for_reading_nothing_can_be_signed(signature):
    tell(signature, Signed(State.SIGNED, GIVEN, None, 2, 2), writable=False)
    assert not signature.sign.isEnabled()
    assert not signature.reopen.isEnabled()


@pytest.fixture
def bars(qtbot, look):
    section = CoverageSection(look)
    qtbot.addWidget(section)
    section.resize(320, 300)
    section.show()
    return section


FIGURE = CoveredItem(Item(Span(0, 3), Sort.FIGURE), Cover.BARE)


def test_what_there_is_none_of_is_left_out(bars):
    bars.show_coverage(Coverage((CoveredSentence(Span(0, 9), Cover.BARE, True),), (FIGURE,)))
    spoken = bars._bars.accessibleName()
    assert "Figures: 0 ticked, 0 marked but open, 1 without a mark" in spoken
    assert "Names" not in spoken
    assert bars._next.isEnabled()


def test_a_story_with_nothing_to_check_says_so(bars):
    bars.show_coverage(Coverage())
    assert not bars._bars.isVisible()
    assert "no name, figure, date or quotation" in bars._legend.text()
    assert not bars._next.isEnabled()


def test_a_tally_is_told_in_words():
    assert tally_words(Tally(20, 17, 12)) == "12 ticked, 5 marked but open, 3 without a mark"
