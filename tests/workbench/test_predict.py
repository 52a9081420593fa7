"""Answers to JSON lines: one to one, in order, ASCII only, offsets into the text as given."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench import predict as module
from workbench.engine import LocalEngine
from workbench.predict import predict


@pytest.fixture
def ask(language, monkeypatch):
    engine = LocalEngine()
    engine._language = language
    monkeypatch.setattr(module, "LocalEngine", lambda: engine)

    def ask(task, *lines):
        out = io.StringIO()
        predict(task, (line if isinstance(line, str) else json.dumps(line) for line in lines), out)
        assert out.getvalue().isascii()
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return ask


def test_every_line_gets_one_answer_in_order(ask):
    texts = ["Taxes rose by 40 percent in 1998.", "", "What do you think?"]
    first, second, third = ask("claims", *({"text": text} for text in texts))
    assert first["score"] > 50 > third["score"]
    assert second["score"] == 0


@pytest.mark.parametrize("line", ["", "nope", "[]", "1" * 5000, '{"text": 5}', "{}", "[" * 100_000])
def test_a_line_that_is_no_question_gets_an_error_and_the_next_its_answer(ask, line):
    wrong, right = ask("claims", line, {"text": "Taxes rose."})
    assert wrong["error"].endswith(".")
    assert "score" in right


def test_a_relation_has_a_label_and_scores_for_all_three(ask):
    (answer,) = ask("relations", {"premise": "The ferry carried 38 cars.", "hypothesis": "The ferry sank."})
    assert answer["label"] in {"supports", "refutes", "neutral"}
    assert set(answer["scores"]) == {"supports", "refutes", "neutral"}
    assert sum(answer["scores"].values()) == pytest.approx(100)
    assert isinstance(answer["reasons"], list)


def test_an_empty_premise_is_neutral(ask):
    (answer,) = ask("relations", {"premise": "", "hypothesis": "The ferry sank."})
    assert answer["label"] == "neutral"


def test_offsets_point_into_the_text_as_it_was_given(ask):
    text = "\x00😀 e\u0301t\r\n“Nobody warned the crew,” said Ida Holm.\r\n"
    (answer,) = ask("attributions", {"text": text})
    (found,) = answer["attributions"]
    assert [text[start:end] for start, end in found["source"]] == ["Ida Holm"]
    assert [text[start:end] for start, end in found["cue"]] == ["said"]
    assert found["via"] is None
    assert "Nobody warned the crew" in "".join(text[start:end] for start, end in found["content"])


@pytest.mark.parametrize("text", ["", "\ud800", "\x00\x1b[1m", "\r\n\r\n", "a" * 200_000, "“" * 2000])
def test_odd_texts_are_answered(ask, text):
    (answer,) = ask("attributions", {"text": text})
    assert isinstance(answer["attributions"], list)


@settings(max_examples=25, deadline=None)
@given(text=st.text(alphabet=st.characters(codec=None), max_size=80))
def test_a_text_made_readable_keeps_its_length(text):
    readable = module._readable(text)
    assert len(readable) == len(text)
    readable.encode()


def test_a_quotation_has_its_place_its_kind_and_its_differences(ask):
    source = "\U0001f600 He said: “We will not leave the harbour.”"
    altered, absent, wrong = ask(
        "quotes",
        {"source": source, "quotation": "We will leave the harbour."},
        {"source": source, "quotation": "The gate is shut for good."},
        {"source": source},
    )
    assert source[altered["start"] : altered["end"]] == "We will not leave the harbour."
    assert altered["kind"] == "altered"
    (difference,) = altered["differences"]
    assert source[slice(*difference["source"])] == "not"
    assert difference["kind"] == "left out"
    assert absent == {"start": None, "end": None, "kind": "absent", "differences": []}
    assert wrong["error"].endswith(".")


def test_earlier_claims_are_ranked_once_they_have_been_named(ask):
    claims = ["The bridge cost 40 million.", {"text": "The ferry sank.", "title": "Ferry"}]
    early, taken, ranked, wrong = ask(
        "checked-before",
        {"query": "Did the ferry sink?"},
        {"claims": claims},
        {"query": "Did the ferry sink?"},
        {"claims": [5]},
    )
    assert early["error"].endswith(".")
    assert taken == {"claims": 2}
    assert ranked == {"ranked": [1, 0]}
    assert wrong["error"].endswith(".")
