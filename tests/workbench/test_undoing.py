from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from workbench.change import Act
from workbench.undoing import Header, stack

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def header(number, act=Act.DONE, takes_back=(), batch="", by="Ada", label="Give verdict"):
    return Header(number, label, by, NOON, act, takes_back, batch)


def read(*headers):
    made = Header(1, "Create case", "Ada", NOON)
    found = stack(reversed((made, *headers)))
    return [step.events for step in found.done], [step.events for step in found.undone]


class Editor:
    """Does what an undo stack does, and writes the history that the window would write."""

    def __init__(self):
        self.history = [Header(1, "Create case", "Ada", NOON)]
        self.done, self.undone = [], []
        self.batch = 0

    def add(self, act, takes_back=(), batch=""):
        self.history.append(header(len(self.history) + 1, act, takes_back, batch))
        return (len(self.history),)

    def do(self):
        self.done.append(self.add(Act.DONE))
        self.undone.clear()

    def do_several(self):
        self.batch += 1
        whole = self.add(Act.DONE, batch=str(self.batch))
        self.propose()
        whole += self.add(Act.DONE, batch=str(self.batch))
        self.done.append(whole)
        self.undone.clear()

    def propose(self):
        self.add(Act.PROPOSED)

    def undo(self):
        if self.done:
            self.undone.append(self.add(Act.UNDONE, self.done.pop()))

    def redo(self):
        if self.undone:
            self.done.append(self.add(Act.REDONE, self.undone.pop()))


MOVES = ("do", "do_several", "propose", "undo", "redo")


@given(st.lists(st.sampled_from(MOVES), max_size=60))
def test_the_history_tells_what_the_undo_stack_held(moves):
    editor = Editor()
    for move in moves:
        getattr(editor, move)()
    found = stack(reversed(editor.history))
    assert [step.events for step in found.done] == editor.done
    assert [step.events for step in found.undone] == editor.undone


@given(st.lists(st.sampled_from(MOVES), max_size=60), st.integers(1, 5))
def test_no_more_steps_are_offered_than_asked_for_and_they_are_the_latest(moves, most):
    editor = Editor()
    for move in moves:
        getattr(editor, move)()
    found = stack(reversed(editor.history), most=most)
    assert [step.events for step in found.done] == editor.done[-most:]


def test_nothing_takes_back_that_the_case_was_made():
    assert read() == ([], [])


def test_proposals_of_cases_that_name_no_act_are_passed_over():
    events = header(2, label="Propose claims"), header(3), header(4, label="Suggest evidence")
    assert read(*events) == ([(3,)], [])


def test_a_step_says_whose_it_was_and_what_it_was():
    (step,) = stack([header(2, by="Mara", label="Withdraw verdict")]).done
    assert (step.by, step.label) == ("Mara", "Withdraw verdict")


def test_no_more_of_the_history_is_read_than_is_needed():
    def endless():
        number = 1_000_000
        while True:
            yield header(number)
            number -= 1

    assert len(stack(endless()).done) == 200
