"""Answers of `predict drafts`."""

import io
import json

from workbench.predict import predict

OLD = "He sold 5 ferries to the town. Nobody said why."


def ask(*asked: object) -> list[dict[str, object]]:
    out = io.StringIO()
    predict("drafts", (json.dumps(each) for each in asked), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_passage_gets_its_class_and_its_place():
    new = "\U0001f600 Yes. " + OLD.replace("5", "6")
    (answer,) = ask({"old": OLD, "new": new, "passages": [[8, 9], [31, 47], [31, 31]]})
    assert answer["passages"] == [
        {"start": None, "end": None, "class": "CHANGED", "proposed": [15, 16]},
        {"start": 38, "end": 54, "class": "SAME", "proposed": None},
        {"start": None, "end": None, "class": "ORPHAN", "proposed": None},
    ]


def test_a_line_without_drafts_or_with_wrong_passages_gets_an_error():
    wrong = [None, 5, [5], [[1]], [[2, 1]], [[0, 99]], [["0", 1]], [[True, 2]], [[-1, 2]], {"a": 1}]
    answers = ask(
        {"old": OLD, "passages": []}, *({"old": OLD, "new": OLD, "passages": each} for each in wrong)
    )
    assert [set(answer) for answer in answers] == [{"error"}] * 11
