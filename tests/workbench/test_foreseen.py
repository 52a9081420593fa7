"""What is worked out before a text is written is what would be worked out then."""

import pytest

from workbench import foreseen
from workbench.model import Zone, ZoneRole
from workbench.sentences import sentences
from workbench.text import Span
from workbench.tracing.fingerprints import fingerprints

WORDS = "The mill burnt down on Monday night. Nobody was hurt. Read more. The owner had left at noon."
FURNITURE = (Zone(Span(54, 64), ZoneRole.FURNITURE),)


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch):
    monkeypatch.setattr(foreseen, "_known", type(foreseen._known)())


@pytest.mark.parametrize("zones", [(), FURNITURE])
def test_it_is_the_same_whether_foreseen_or_not(zones):
    before = foreseen.sentences_of(WORDS, zones), foreseen.fingerprints_of(WORDS, zones)
    foreseen.foresee(WORDS, zones)
    assert (foreseen.sentences_of(WORDS, zones), foreseen.fingerprints_of(WORDS, zones)) == before
    assert before == (sentences(WORDS, zones), fingerprints(WORDS, zones))


def test_it_is_not_worked_out_again(monkeypatch):
    foreseen.foresee(WORDS, FURNITURE)
    monkeypatch.setattr(foreseen, "sentences", lambda *_: pytest.fail("worked out again"))
    assert foreseen.sentences_of(WORDS, list(FURNITURE))


def test_furniture_marked_since_is_another_matter():
    foreseen.foresee(WORDS, ())
    assert foreseen.sentences_of(WORDS, FURNITURE) == sentences(WORDS, FURNITURE)


def test_only_so_many_are_remembered():
    for number in range(foreseen.MOST + 5):
        foreseen.foresee(f"Report {number}.", ())
    assert len(foreseen._known) == foreseen.MOST
