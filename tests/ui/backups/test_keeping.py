"""When an open case is backed up, and what is told of it."""

from datetime import UTC, datetime, timedelta

import pytest

from ui.backups.keeping import EVERY_MS, PAUSE_MS, Keeping
from ui.backups.words import moment_words, since_words, standing_words
from workbench.backups import NoBackups, Reason
from workbench.errors import CaseBusy
from workbench.standing import Standing


class BusyBackups(NoBackups):
    """A case that is written all the time."""

    def take(self, _file, _case, _reason, _at, _progress):
        raise CaseBusy("Not yet.")


@pytest.fixture
def made(qtbot, session, store):
    keepers = []

    def make(backups):
        keepers.append(Keeping(session, store, backups))
        return keepers[-1]

    yield make
    for keeping in keepers:
        keeping.close()


def test_a_case_without_a_pause_is_tried_again_soon_and_no_failure(made, qtbot):
    keeping = made(BusyBackups())
    with qtbot.assertNotEmitted(keeping.failed), qtbot.waitSignal(keeping.back_up(Reason.CHANGES).ended):
        pass
    assert keeping._every.isActive()
    assert keeping._every.interval() == PAUSE_MS


def test_before_a_merge_it_is_a_failure(made, qtbot):
    keeping = made(BusyBackups())
    with qtbot.waitSignal(keeping.failed):
        keeping.back_up(Reason.MERGE)


def test_nothing_is_backed_up_while_nothing_changes(made, session):
    keeping = made(NoBackups())
    assert not keeping._every.isActive()
    session.changed.emit(frozenset())
    assert keeping._every.isActive()
    assert keeping._every.interval() == EVERY_MS


@pytest.mark.parametrize("standing", Standing)
def test_only_what_is_in_its_place_is_called_saved(standing):
    said = standing_words(standing)
    assert ("All changes saved" in said) == (standing in (Standing.SAVED, Standing.BEHIND))


def test_a_day_is_told_as_one_says_it():
    now = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
    assert moment_words(now, now).startswith("Today, ")
    assert moment_words(now - timedelta(days=1), now).startswith("Yesterday, ")
    assert "21 Nov 2026" in moment_words(now - timedelta(days=7), now)


def test_the_commonest_changes_are_told_and_the_rest_counted():
    said = since_words({f"Act {letter}": 1 for letter in "abcdefgh"} | {"Give verdict": 5})
    assert said.startswith("Changed since: Give verdict (5) · Act a")
    assert said.endswith("and 3 more")
    assert "another way" in since_words(None)
