import pytest

from ui.jobs import Jobs
from ui.steps import Step, Steps
from workbench.errors import EngineFailed


@pytest.fixture
def steps(qapp):
    jobs = Jobs()
    steps = Steps(jobs, jobs)
    yield steps
    jobs.stop()
    jobs.deleteLater()


def step(key, finish, work=None):
    return Step(key, "Step {done} of {all}", work or (lambda progress: key), finish)


def test_steps_are_finished_in_order_and_counted_together(steps, qtbot):
    done, told = [], []
    steps.progressed.connect(lambda at, total, words: told.append(words))
    with qtbot.waitSignal(steps.rested):
        for key in "abc":
            steps.add(step(key, done.append))
    assert done == ["a", "b", "c"]
    assert told[-1] == "Step 3 of 3"


def test_a_step_of_the_same_key_takes_the_place_of_one_that_waits(steps, qtbot):
    done = []
    with qtbot.waitSignal(steps.rested):
        steps.add(step("a", done.append))
        steps.add(step("b", lambda _: done.append("old b")))
        steps.add(step("b", lambda _: done.append("new b")))
    assert done == ["a", "new b"]


def test_a_failing_step_drops_the_rest_and_is_told(steps, qtbot):
    done = []

    def fail(progress):
        raise EngineFailed("The language process ended.")

    with qtbot.waitSignals([steps.failed, steps.rested]):
        steps.add(step("a", done.append, fail))
        steps.add(step("b", done.append))
    assert done == []
    with qtbot.waitSignal(steps.rested):
        steps.add(step("c", done.append))
    assert done == ["c"]


def test_cancelling_drops_what_waits(steps, qtbot):
    done = []
    with qtbot.waitSignal(steps.rested):
        steps.add(step("a", done.append))
        steps.add(step("b", done.append))
        steps.cancel()
    assert done == []
    assert not steps.busy


def test_the_next_of_a_row_comes_before_all_that_wait(steps, qtbot):
    done = []

    def first(key):
        done.append(key)
        steps.add_next(step("next", done.append))

    with qtbot.waitSignal(steps.rested):
        steps.add(step("a", first))
        steps.add(step("b", done.append))
    assert done == ["a", "next", "b"]


def test_who_counts_itself_is_told_so(steps, qtbot):
    told = []
    steps.progressed.connect(lambda at, total, words: told.append((at, total, words)))
    with qtbot.waitSignal(steps.rested):
        steps.add(Step("a", "File {done} of {all}", lambda progress: None, print, (1_200, 3_000)))
    assert told == [(1_200, 3_000, "File 1,200 of 3,000")]
