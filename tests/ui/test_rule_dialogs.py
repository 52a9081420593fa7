"""The forms in which the desk sets its rules, its verdict scale, and what it asks the author."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest

from ui.dialogs.ask import AskDialog
from ui.dialogs.query_export import QueryExportDialog
from ui.dialogs.rules import RulesDialog
from ui.dialogs.scale import ScaleDialog
from ui.panels.comparison import Comparison
from ui.theme.look import Look
from workbench import scales
from workbench.model import (
    ClaimId,
    ClaimKind,
    Gate,
    GateId,
    Query,
    QueryId,
    QueryStatus,
    ScaleId,
    Verdict,
    VerdictId,
)

AT = datetime(2026, 3, 7, 9, 30, tzinfo=UTC)
GIVEN = Verdict(VerdictId("v"), ClaimId("c"), "mixed", "", "Ada", AT)


@pytest.fixture
def look(qapp):
    look = Look(mode="light")
    yield look
    look.deleteLater()


@pytest.fixture
def scale_dialog(qtbot, look):
    dialog = ScaleDialog(look, scales.TWO_SOURCE, (), (GIVEN,), ScaleId("own"))
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def rules_dialog(qtbot):
    ids = count()
    strict = Gate(GateId("strict"), ClaimKind.FIGURE, 2, 3)
    dialog = RulesDialog((strict,), lambda: f"new-{next(ids)}")
    qtbot.addWidget(dialog)
    return dialog


def _preview(dialog) -> list[str]:
    flow = dialog._chips
    return [flow.itemAt(at).widget().accessibleName() for at in range(flow.count())]


def test_the_preview_shows_every_step_that_can_be_given(scale_dialog) -> None:
    assert _preview(scale_dialog)[0] == "Supported"
    scale_dialog.choose("nine-step")
    assert len(_preview(scale_dialog)) == 9
    scale_dialog.choose("free-text")
    assert _preview(scale_dialog) == []


def test_a_scale_without_a_name_is_no_answer(scale_dialog) -> None:
    scale_dialog._name.setText(" ")
    scale_dialog._name.textEdited.emit(" ")
    assert not scale_dialog.button.isEnabled()


def test_a_new_scale_of_the_desks_own_begins_with_the_steps_in_use(scale_dialog) -> None:
    scale_dialog.choose("own")
    assert scale_dialog.chosen.steps == scales.TWO_SOURCE.steps
    scale_dialog._steps.add_step()
    answer = scale_dialog.answer()
    assert (answer.id, len(answer.steps)) == ("own", 7)


def test_a_step_never_given_is_taken_out_and_one_given_is_retired(scale_dialog) -> None:
    scale_dialog._steps.choose("mostly")
    scale_dialog._steps.retire()
    scale_dialog._steps.choose("mixed")
    scale_dialog._steps.retire()
    assert [step.key for step in scale_dialog.chosen.steps if step.key == "mostly"] == []
    assert [step.retired for step in scale_dialog.chosen.steps if step.key == "mixed"] == [True]
    assert "Mixed" not in _preview(scale_dialog)


def test_colour_and_symbol_are_chosen_by_their_names(scale_dialog) -> None:
    scale_dialog._steps.choose("mixed")
    scale_dialog._steps._tone.choose("open")
    scale_dialog._steps._symbol.choose("flag")
    step = next(step for step in scale_dialog.chosen.steps if step.key == "mixed")
    assert (step.tone, step.symbol) == ("open", "flag")


def test_switching_between_scales_loses_no_edit(scale_dialog) -> None:
    scale_dialog._steps.choose("mixed")
    scale_dialog._steps.move_up()
    scale_dialog.choose("six-step")
    scale_dialog.choose("two-source")
    assert [step.key for step in scale_dialog.chosen.steps][1] == "mixed"


def test_rules_that_are_as_usual_follow_the_rule_for_every_other_kind(rules_dialog) -> None:
    everything = rules_dialog.row(None)
    everything.usual.setChecked(False)
    everything.origins.choose(4)
    assert rules_dialog.row(ClaimKind.EVENT).origins.chosen() == 4
    assert rules_dialog.row(ClaimKind.QUOTATION).origins.chosen() == 0
    assert rules_dialog.row(ClaimKind.FIGURE).origins.chosen() == 3
    answer = rules_dialog.answer()
    assert answer[ClaimKind.EVENT] is None
    assert (answer[None].primary, answer[None].origins) == (1, 4)


def test_a_rule_of_the_desk_is_shown_and_goes_when_it_is_as_usual_again(rules_dialog) -> None:
    row = rules_dialog.row(ClaimKind.FIGURE)
    assert (row.primary.chosen(), row.is_usual) == (2, False)
    row.usual.setChecked(True)
    assert row.primary.chosen() == 1
    assert rules_dialog.answer()[ClaimKind.FIGURE] is None


def test_the_difference_is_shown_once_another_wording_is_proposed(qtbot, look) -> None:
    dialog = AskDialog(Query(QueryId("q"), ClaimId("c"), ""), "sank in 1998", look)
    qtbot.addWidget(dialog)
    comparison = dialog.findChild(Comparison)
    dialog._begin.click()
    assert dialog._wording.toPlainText() == "sank in 1998"
    assert not comparison.isVisibleTo(dialog)
    assert dialog.answer() is None
    dialog._wording.setPlainText("sank in 1997")
    assert comparison.isVisibleTo(dialog)
    assert dialog.answer().wording == "sank in 1997"


def test_a_list_for_the_author_holds_what_waits_unless_all_is_wanted(qtbot, tmp_path) -> None:
    dialog = QueryExportDialog(tmp_path / "queries.docx")
    qtbot.addWidget(dialog)
    assert dialog.status is QueryStatus.OPEN
    dialog._which.choose(None)
    assert dialog.status is None
