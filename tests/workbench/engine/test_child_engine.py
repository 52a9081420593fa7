"""The engine in a process of its own: it answers, fails in a sentence, starts anew, and ends."""

import os
import subprocess
import sys
from threading import Thread

import pytest

from workbench.analysis import Statement
from workbench.engine import ChildEngine
from workbench.engine.child import answer
from workbench.engine.client import PACKAGES
from workbench.engine.frames import receive, send
from workbench.engine.local import LocalEngine
from workbench.errors import EngineFailed
from workbench.model import Relation
from workbench.progress import Cancelled

FAKE = """
import os, sys
from workbench.engine.frames import receive, send
while True:
    method, arguments = receive(sys.stdin.buffer)
    match arguments:
        case ("die", _): os._exit(3)
        case ("hang", _): continue
        case ("fail", _): send(("failed", "No."), sys.stdout.buffer)
        case _: send(("done", os.getpid()), sys.stdout.buffer)
"""


@pytest.fixture
def engine():
    """A child that loads nothing: it answers with its process id, or does what the text says."""
    engine = ChildEngine(command=(sys.executable, "-c", FAKE))
    yield engine
    engine.close()


def waiting(engine, outcome):
    """A thread that waits for an answer that never comes; `outcome` gets what it ended with."""

    def wait():
        try:
            engine.analyse("hang")
        except BaseException as error:
            outcome.append(error)

    thread = Thread(target=wait)
    thread.start()
    while engine._child is None or not engine._turn.locked():
        thread.join(0.001)
    return thread


def test_one_child_serves_every_call(engine):
    assert engine.analyse("a") == engine.analyse("b")


def test_what_the_child_cannot_do_is_told_in_its_sentence(engine):
    with pytest.raises(EngineFailed, match=r"^No\.$"):
        engine.analyse("fail")
    assert engine.analyse("a")


def test_a_crash_fails_one_call_and_the_next_starts_anew(engine):
    before = engine.analyse("a")
    with pytest.raises(EngineFailed, match="unaffected"):
        engine.analyse("die")
    assert engine.analyse("a") != before


def test_a_child_that_died_between_two_calls_is_not_noticed(engine):
    engine.analyse("a")
    engine._child.kill()
    engine._child.wait()
    assert engine.analyse("a")


def test_cancel_ends_the_waiting_call_and_the_next_starts_anew(engine):
    outcome = []
    thread = waiting(engine, outcome)
    engine.cancel()
    thread.join(10)
    assert isinstance(outcome[0], Cancelled)
    assert engine.analyse("a")


def test_close_ends_the_waiting_call_and_all_later_ones(engine):
    outcome = []
    thread = waiting(engine, outcome)
    engine.close()
    thread.join(10)
    assert isinstance(outcome[0], EngineFailed)
    with pytest.raises(EngineFailed, match="closed"):
        engine.analyse("a")


def test_calls_from_several_threads_wait_their_turn(engine):
    answers = []
    threads = [Thread(target=lambda: answers.append(engine.analyse("a"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(answers) == 8
    assert len(set(answers)) == 1


def test_a_child_that_cannot_be_started_is_told():
    engine = ChildEngine(command=("/no/such/program",))
    with pytest.raises(EngineFailed, match="could not be started"):
        engine.start()


def test_the_real_child_analyses_and_judges_as_the_local_engine_does(language):
    text = "Norway closed 40 schools in 1998, said Ida Holm."
    engine, local = ChildEngine(), LocalEngine()
    local._language = language
    try:
        engine.start()
        assert engine.reduced == local.reduced
        assert engine.analyse(text) == local.analyse(text)
        claim, passage = Statement("Norway closed 40 schools."), Statement("Norway closed 38 schools.")
        (judged,) = engine.judge(claim, [passage])
        assert judged == local.judge(claim, [passage])[0]
        assert judged.relation in Relation
        assert engine.encoder == local.encoder is not None
        assert engine.embed([text]) == local.embed([text])
    finally:
        engine.close()


def test_without_its_models_the_engine_says_what_that_means(language, monkeypatch):
    from workbench.encoding import sentences

    monkeypatch.setattr(sentences, "SHA256", "0" * 64)
    local = LocalEngine()
    local._language = language
    assert "by their words alone" in local.reduced
    assert local.encoder is None
    assert local.embed(["Norway closed 40 schools."]) == ()


def test_a_bug_in_the_child_is_told_in_a_sentence(language):
    local = LocalEngine()
    local._language = language
    outcome, sentence = answer(local, ("analyse", (None,)))
    assert outcome == "failed"
    assert "The case is unaffected" in sentence


def test_the_child_ends_when_its_parent_goes_away_in_the_middle_of_work():
    child = subprocess.Popen(
        (sys.executable, "-m", "workbench.engine.child"),
        cwd=PACKAGES,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with child:
        send(("reduced", ()), child.stdin)
        child.stdin.close()
        assert child.wait(30) == 0
        assert child.stderr.read() == b""


def test_a_value_cut_short_reads_as_the_end():
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(b"\0\0\0\0\0\0\0\x09half")
    with os.fdopen(reading, "rb") as pipe, pytest.raises(EOFError):
        receive(pipe)


def test_importing_the_engine_loads_nothing_heavy():
    code = (
        "import sys, workbench.engine; "
        "heavy = ('spacy', 'numpy', 'rapidfuzz', 'onnxruntime', 'tokenizers', 'PySide6'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        (sys.executable, "-c", code), cwd=PACKAGES, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
