"""Confirming while origins are still being counted, and when another claim is looked at meanwhile."""

from __future__ import annotations

from ui.gating import Gating
from ui.panels.confirming import Confirming
from ui.panels.gate_question import GateQuestion
from workbench.gates import GateResult
from workbench.model import Disposition

LACKS = GateResult(("It asks for one primary source.",))


class Counting(Gating):
    """Answers what a test tells it to; None while it is counting."""

    result: GateResult | None = None

    def judge(self, _claim):
        """The answer told."""
        return self.result


def _confirming(qtbot, session, look, claim):
    gating = Counting(session)
    confirming = Confirming(session, look, gating)
    gating.setParent(confirming)
    qtbot.addWidget(confirming)
    confirming.show_claim(session.claim(claim), fresh=True, writable=True)
    confirming.show()
    return gating, confirming


def _question(confirming):
    return confirming.findChild(GateQuestion)


def test_a_claim_waits_for_its_origins_and_is_then_confirmed(qtbot, session, look) -> None:
    gating, confirming = _confirming(qtbot, session, look, "homes")
    confirming.confirm(session.claim("homes"))
    assert "still being counted" in _question(confirming).accessibleName()
    assert session.claim("homes").disposition is not Disposition.CONFIRMED
    gating.result = GateResult()
    gating.judged.emit()
    assert session.claim("homes").disposition is Disposition.CONFIRMED


def test_what_the_count_leaves_missing_is_asked_about(qtbot, session, look) -> None:
    gating, confirming = _confirming(qtbot, session, look, "homes")
    confirming.confirm(session.claim("homes"))
    gating.result = LACKS
    gating.judged.emit()
    assert LACKS.missing[0] in _question(confirming).accessibleName()
    assert session.claim("homes").disposition is not Disposition.CONFIRMED


def test_a_claim_left_behind_is_told_of_rather_than_dropped(qtbot, session, look) -> None:
    gating, confirming = _confirming(qtbot, session, look, "homes")
    confirming.confirm(session.claim("homes"))
    confirming.show_claim(session.claim("warned"), fresh=True, writable=True)
    assert not _question(confirming).isVisible()
    gating.result = LACKS
    with qtbot.waitSignal(confirming.withheld) as told:
        gating.judged.emit()
    assert LACKS.missing[0] in told.args[0]


def test_leaving_it_open_forgets_that_it_was_to_be_confirmed(qtbot, session, look) -> None:
    gating, confirming = _confirming(qtbot, session, look, "homes")
    confirming.confirm(session.claim("homes"))
    _question(confirming).left_open.emit()
    gating.result = GateResult()
    gating.judged.emit()
    assert session.claim("homes").disposition is not Disposition.CONFIRMED


def test_without_words_no_reason_confirms(qtbot, session, look) -> None:
    gating, confirming = _confirming(qtbot, session, look, "homes")
    gating.result = LACKS
    confirming.confirm(session.claim("homes"))
    question = _question(confirming)
    question._reason.setText("   ")
    question._reason.returnPressed.emit()
    assert session.claim("homes").disposition is not Disposition.CONFIRMED
    question._reason.setText("I saw it.")
    question._reason.returnPressed.emit()
    assert session.claim("homes").waiver == "I saw it."
