"""Answers of `predict copies`."""

import io
import json

from workbench.predict import predict

LONG = (
    "Divers came upon the timbers of a ship that nobody had on a chart, the harbour office told the council."
)


def ask(*asked: object) -> list[dict[str, object]]:
    out = io.StringIO()
    predict("copies", (json.dumps(each) for each in asked), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_copies_have_a_class_an_overlap_and_spans_in_both_texts():
    other = (
        f"\U0001f600 Work has stopped.\r\n{LONG.upper()} Nobody knows for how long, or who is to pay for it."
    )
    found, itself, nothing = ask({"a": LONG, "b": other}, {"a": LONG, "b": LONG}, {"a": LONG, "b": ""})
    assert found["class"] == "near"
    ((start, end, other_start, other_end),) = found["spans"]
    assert LONG[start:end].upper() == other[other_start:other_end]
    assert itself == {"class": "identical", "overlap": 1.0, "spans": [[0, len(LONG) - 1, 0, len(LONG) - 1]]}
    assert nothing == {"class": "none", "overlap": 0.0, "spans": []}


def test_a_line_without_two_texts_gets_an_error():
    assert [set(answer) for answer in ask({"a": LONG}, {"a": 1, "b": LONG}, [LONG, LONG])] == [{"error"}] * 3
