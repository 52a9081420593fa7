from threading import Event, current_thread, main_thread

import pytest

from ui.jobs import Jobs
from workbench.errors import UnreadableFile


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.stop()
    jobs.deleteLater()


def test_work_runs_in_another_thread_and_its_result_comes_back_in_this_one(jobs, qtbot):
    threads = []
    job = jobs.start(lambda progress: threads.append(current_thread()) or 42)
    job.done.connect(lambda _: threads.append(current_thread()))
    with qtbot.waitSignal(job.done) as result:
        pass
    assert result.args == [42]
    assert threads[0] is not main_thread()
    assert threads[1] is main_thread()


def test_a_job_that_ends_before_anyone_listens_loses_nothing(jobs, qtbot):
    job = jobs.start(lambda progress: "early")
    jobs._pool.waitForDone()
    with qtbot.waitSignal(job.done) as result:
        pass
    assert result.args == ["early"]


def test_an_expected_failure_arrives_as_its_sentence(jobs, qtbot):
    def work(progress):
        raise UnreadableFile("notes.pdf is empty.")

    job = jobs.start(work)
    with qtbot.assertNotEmitted(job.done), qtbot.waitSignal(job.failed) as told:
        pass
    assert told.args == ["notes.pdf is empty."]


def test_a_bug_reaches_the_excepthook_and_ends_the_job(jobs, qtbot):
    job = jobs.start(lambda progress: 1 // 0)
    with qtbot.captureExceptions() as bugs, qtbot.waitSignal(job.ended):
        pass
    assert [bug[0] for bug in bugs] == [ZeroDivisionError]


def test_a_cancelled_job_stops_at_its_next_step_and_is_never_done(jobs, qtbot):
    begun, goes_on = Event(), Event()

    def work(progress):
        begun.set()
        goes_on.wait()
        progress(1, 2, "Reading")
        return "too late"

    job = jobs.start(work)
    begun.wait()
    job.cancel()
    with qtbot.assertNotEmitted(job.done), qtbot.waitSignal(job.cancelled):
        goes_on.set()


def test_a_result_that_is_under_way_when_the_job_is_cancelled_is_dropped(jobs, qtbot):
    job = jobs.start(lambda progress: "done")
    jobs._pool.waitForDone()
    job.cancel()
    with qtbot.assertNotEmitted(job.done), qtbot.waitSignal(job.cancelled):
        pass


def test_progress_is_told_in_order(jobs, qtbot):
    def work(progress):
        for step in range(3):
            progress(step, 3, "Comparing")

    steps = []
    job = jobs.start(work)
    job.progressed.connect(lambda done, total, doing: steps.append(done))
    with qtbot.waitSignal(job.done):
        pass
    assert steps == [0, 1, 2]


def test_stopping_waits_for_the_worker(jobs):
    seen = []
    jobs.start(lambda progress: seen.append(1))
    jobs.start(lambda progress: seen.append(2))
    jobs.stop()
    assert jobs._pool.activeThreadCount() == 0
