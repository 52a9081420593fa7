"""The memory at work on vectors that are made a while at a time."""

import numpy as np
import pytest

from workbench.checked.forgetful import ForgetfulClaims
from workbench.checked.recall import Recall
from workbench.checked.values import Checked, CheckedId, Collection, Kept, Place
from workbench.encoding.remembered import RememberedVectors
from workbench.errors import EngineFailed
from workbench.meaning import WIDTH

SHIP = "The vessel sank with 38 vehicles."
BRIDGE = "The bridge cost 40 million."


class Encoder:
    """Knows two meanings: ships and the rest."""

    encoder = "small"
    fails = False

    def embed(self, texts):
        if self.fails:
            raise EngineFailed("It has been closed.")
        return tuple(self._vector("ferry" in text or "vessel" in text) for text in texts)

    @staticmethod
    def _vector(is_ship):
        row = np.zeros(WIDTH, np.int8)
        row[0 if is_ship else 1] = 127
        return row.tobytes()


@pytest.fixture
def engine():
    return Encoder()


@pytest.fixture
def recall():
    memory = ForgetfulClaims()
    for number, wording in enumerate((BRIDGE, SHIP)):
        case = f"case {number}"
        claim = Checked(CheckedId(case), wording, "Mixed", Place(Kept.CASE, case), title="A day’s news")
        memory.keep(Collection(Kept.CASE, case, case, "", 1), [claim])
    return Recall(memory, RememberedVectors(), "case 9")


def wordings(found):
    return [item.checked.wording for item in found]


def test_words_alone_decide_until_all_is_read_for_meaning(recall, engine):
    asked = "38 drowned with the ferry."
    assert recall.of(asked, engine) == ()
    assert recall.read_on(engine) == 0
    assert wordings(recall.of(asked, engine)) == [SHIP]


def test_an_engine_that_has_ended_leaves_the_words(recall, engine):
    recall.read_on(engine)
    engine.fails = True
    assert wordings(recall.of(BRIDGE, engine)) == [BRIDGE]


def test_what_shares_no_word_is_never_shown(recall, engine):
    recall.read_on(engine)
    assert recall.of("A ferry was lost at night.", engine) == ()


def test_claims_of_the_case_itself_are_left_out(engine):
    memory = ForgetfulClaims()
    claim = Checked(CheckedId("a"), SHIP, "Mixed", Place(Kept.CASE, "here"))
    memory.keep(Collection(Kept.CASE, "here", "Here", "", 1), [claim])
    assert Recall(memory, RememberedVectors(), "here").is_empty
    assert wordings(Recall(memory, RememberedVectors(), "there").of(SHIP, engine)) == [SHIP]
