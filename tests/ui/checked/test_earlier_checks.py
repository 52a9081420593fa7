"""What was checked before, for an open case: told of verdicts, asked about claims."""

from pathlib import Path

import pytest

from ui.checked.earlier import EarlierChecks
from ui.engine import SharedEngine
from ui.workshop import Workshop
from workbench import review
from workbench.checked.forgetful import ForgetfulClaims
from workbench.checked.values import Checked, CheckedId, Collection, Kept, Place


class WordsOnly:
    encoder = None

    def embed(self, texts):
        return ()

    def close(self):
        pass


@pytest.fixture
def memory():
    return ForgetfulClaims()


@pytest.fixture
def earlier(qtbot, session, memory):
    session.store.reader = lambda: session.store
    workshop = Workshop(None, None, WordsOnly, open_checked=lambda: memory)
    made = EarlierChecks(session, session.store, workshop, SharedEngine(WordsOnly))
    yield made
    made.close()


def known(memory, wording, case="other", path="/nowhere/other.twosource"):
    claim = Checked(CheckedId("c1"), wording, "Mixed", Place(Kept.CASE, case, path, "x"))
    memory.keep(Collection(Kept.CASE, case, "Other", path, 1), [claim])


def chosen(qtbot, session, earlier):
    with qtbot.waitSignal(earlier.recalled) as answer:
        session.choose("sank")
    return answer.args


def test_a_verdict_is_remembered_and_forgotten_again_when_it_is_withdrawn(qtbot, session, earlier, memory):
    claim = session.claim("sank")
    session.do(review.decide(claim, None, "supported", "It did.", "v1", session.stamp()))
    qtbot.waitUntil(lambda: [item.wording for item in memory.claims()] == [claim.wording])
    session.do(review.withdraw(session.verdict("sank"), session.stamp()))
    qtbot.waitUntil(lambda: memory.claims() == ())


def test_a_verdict_given_just_before_the_case_is_closed_is_remembered(session, earlier, memory):
    claim = session.claim("sank")
    session.do(review.decide(claim, None, "supported", "It did.", "v1", session.stamp()))
    earlier.close()
    assert [item.verdict for item in memory.claims()] == ["Supported"]


def test_the_same_claim_of_another_case_is_shown_even_when_that_case_has_moved(
    qtbot, session, earlier, memory
):
    known(memory, "The ferry sank in 1998.")
    claim, (found,) = chosen(qtbot, session, earlier)
    assert claim == "sank"
    assert (found.checked.verdict, found.is_there) == ("Mixed", False)


def test_a_case_is_never_reminded_of_itself(qtbot, session, earlier, memory):
    known(memory, "The ferry sank in 1998.", case=session.case().id, path=str(Path(__file__)))
    assert chosen(qtbot, session, earlier) == ["sank", ()]


def test_another_claim_brings_nothing_back(qtbot, session, earlier, memory):
    known(memory, "The ferry was painted white.")
    assert chosen(qtbot, session, earlier) == ["sank", ()]


def test_what_is_forgotten_is_no_longer_shown(qtbot, session, earlier, memory):
    known(memory, "The ferry sank in 1998.")
    chosen(qtbot, session, earlier)
    with qtbot.waitSignal(earlier.recalled) as answer:
        earlier.forget(None)
    assert answer.args == ["sank", ()]


def test_a_file_that_is_no_fact_check_is_refused_with_a_sentence(qtbot, earlier, tmp_path):
    with qtbot.waitSignal(earlier.refused, timeout=20_000) as said:
        earlier.import_files([tmp_path / "gone.json"])
    assert "could not be read" in said.args[0]
