"""The cross-encoder that ships, models of the editor's own, and files that are none."""

import json
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import pytest

from workbench.analysis import Statement
from workbench.errors import ModelUnusable
from workbench.evidence.encoder import Encoder, built_in, from_file, plain
from workbench.evidence.judge import judge
from workbench.model import Relation

PASSAGE = "The ferry company withdrew its last two ships from the route in May."
CLAIMS = ("The ferry company kept both ships on the route.", "Two ships were withdrawn in May.", "It rained.")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return built_in()


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """A folder with a model as others publish them: here ours, with its answers in another order."""
    with as_file(files("resources").joinpath("models")) as models:
        shutil.copy(models / "relations" / "model.onnx", tmp_path)
        shutil.copy(models / "minilm" / "tokenizer.json", tmp_path)
    labels = {"0": "ENTAILMENT", "1": "CONTRADICTION", "2": "NEUTRAL"}
    (tmp_path / "config.json").write_text(json.dumps({"id2label": labels}))
    return tmp_path


def test_an_answer_does_not_depend_on_what_else_is_asked(encoder: Encoder) -> None:
    pairs = [(PASSAGE, claim) for claim in CLAIMS] * 9
    together = encoder.logits(pairs)
    alone = np.vstack([encoder.logits([pair]) for pair in pairs])
    assert np.abs(together - alone).max() < 0.6  # int8 activations are scaled by the whole batch.
    assert (together.argmax(1) == alone.argmax(1)).mean() > 0.9


def test_nothing_asked_is_nothing_answered(encoder: Encoder) -> None:
    assert encoder.logits([]).shape == (0, 3)


def test_odd_texts_get_an_answer(encoder: Encoder) -> None:
    odd = ["", " ", "\ud800", "a" * 500_000, "词 " * 3000, "\0\n\t", "word"]
    assert np.isfinite(encoder.logits([(text, other) for text in odd for other in odd])).all()


def test_a_model_of_the_editors_own_takes_the_place_of_ours(own_folder: Path, encoder: Encoder) -> None:
    own = from_file(own_folder / "model.onnx")
    assert np.allclose(own.logits([(PASSAGE, CLAIMS[0])]), encoder.logits([(PASSAGE, CLAIMS[0])]))


def test_answers_in_another_order_are_read_by_their_names(own_folder: Path, encoder: Encoder) -> None:
    labels = {"0": "neutral", "1": "entailment", "2": "contradiction"}
    (own_folder / "config.json").write_text(json.dumps({"id2label": labels}))
    own, ours = (
        model.logits([(PASSAGE, CLAIMS[0])])[0] for model in (from_file(own_folder / "model.onnx"), encoder)
    )
    assert np.allclose(own, [ours[1], ours[2], ours[0]])


@pytest.mark.parametrize("missing", ["tokenizer.json", "config.json", "model.onnx"])
def test_a_missing_file_is_named_in_a_sentence(own_folder: Path, missing: str) -> None:
    (own_folder / missing).unlink()
    with pytest.raises(ModelUnusable, match=r"model\.onnx"):
        from_file(own_folder / "model.onnx")


@pytest.mark.parametrize("labels", [{}, {"0": "cat", "1": "dog", "2": "bird"}, {"0": "entailment"}])
def test_a_model_for_something_else_is_refused(own_folder: Path, labels: dict[str, str]) -> None:
    (own_folder / "config.json").write_text(json.dumps({"id2label": labels}))
    with pytest.raises(ModelUnusable, match="cross-encoder"):
        from_file(own_folder / "model.onnx")


def test_a_damaged_model_is_refused(own_folder: Path) -> None:
    data = (own_folder / "model.onnx").read_bytes()
    (own_folder / "model.onnx").write_bytes(data[: len(data) // 2])
    with pytest.raises(ModelUnusable, match="damaged"):
        from_file(own_folder / "model.onnx")


def test_treebank_forms_are_read_as_people_write_them() -> None:
    assert (
        plain("`` It was n't me , '' she said -LRB- twice -RRB- .") == '" It wasn\'t me, " she said (twice).'
    )


def test_the_encoder_sees_what_shared_words_do_not(encoder: Encoder) -> None:
    (judged,) = judge(Statement(CLAIMS[0]), [Statement(PASSAGE)], encoder)
    assert judged.relation is Relation.CONTRADICTS
    assert sum(judged.scores.values()) == pytest.approx(100)
