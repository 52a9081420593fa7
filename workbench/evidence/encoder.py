"""The cross-encoder: reads a passage and a claim together and says how the one bears on the other.

The model that ships is trained by `benchmarks/training/encoder`; its card is `resources/models/relations.md`.
An editor may use a larger one: any ONNX cross-encoder for natural language inference, with its
`tokenizer.json` and its `config.json` (for the order of its three answers) in the same folder.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.encoding.checked import checked
from workbench.encoding.pieces import tokeniser, writable
from workbench.errors import ModelUnusable

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

LONGEST = 128
"""Pieces of passage and claim together; the longer of the two is cut."""

CHARACTERS = 1_000
"""More of a text than that many pieces can hold."""

BATCH = 6
"""Pairs that go through the model at once; more are slower, for what they hold no longer fits the cache."""

_ANSWERS = (
    ("supports", "entailment", "entails"),
    ("contradicts", "contradiction", "refutes"),
    ("context", "neutral"),
)
"""What models call supports, contradicts and context."""

_FORMS = (("``", '"'), ("''", '"'), ("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"))

Pair = tuple[str, str]
"""A passage and a claim."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """A loaded model; `order` says which of its three outputs are supports, contradicts and context."""

    session: onnxruntime.InferenceSession
    tokens: Tokenizer
    order: tuple[int, ...]

    def logits(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """One row for each pair: supports, contradicts, context, before any softmax."""
        import numpy as np

        found = np.zeros((len(pairs), len(_ANSWERS)), np.float32)
        encoded = self.tokens.encode_batch([(_given(passage), _given(claim)) for passage, claim in pairs])
        by_length = sorted(range(len(pairs)), key=lambda at: len(encoded[at].ids))
        for start in range(0, len(pairs), BATCH):
            group = by_length[start : start + BATCH]
            found[group] = self._answers([encoded[at] for at in group])[:, self.order]
        return found

    def _answers(self, encoded: Sequence[object]) -> NDArray[np.float32]:
        import numpy as np

        longest = max(len(one.ids) for one in encoded)  # type: ignore[attr-defined]
        filled = np.zeros((3, len(encoded), longest), np.int64)
        for row, one in enumerate(encoded):
            columns = (one.ids, one.type_ids, one.attention_mask)  # type: ignore[attr-defined]
            filled[:, row, : len(columns[0])] = columns
        named = dict(zip(("input_ids", "token_type_ids", "attention_mask"), filled, strict=True))
        wanted = {item.name for item in self.session.get_inputs()}
        (answers,) = self.session.run(None, {name: named[name] for name in named if name in wanted})
        return np.asarray(answers, np.float32)


def _given(text: str) -> str:
    return plain(writable(text, CHARACTERS))


@dataclass(frozen=True, slots=True)
class Relations:
    """The encoder in use, or None and a sentence that says what is lacking."""

    encoder: Encoder | None
    lacking: str | None = None


def relations(own: Path | None) -> Relations:
    """The editor's own model where there is one, else the built-in one; what cannot be used is told."""
    if own is not None:
        try:
            return Relations(from_file(own))
        except ModelUnusable as error:
            return replace(relations(None), lacking=f"{error} {_INSTEAD}")
    try:
        return Relations(built_in())
    except ModelUnusable as error:
        return Relations(None, f"{error} {_WITHOUT}")


def plain(text: str) -> str:
    """The text as people write it: no treebank brackets and quotes, no blanks before commas."""
    for old, new in _FORMS:
        text = text.replace(old, new)
    text = re.sub(r"\s+([,.;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$£€])\s+", r"\1", text)
    text = re.sub(r"(\w) ('s|'re|'ve|n't|'d|'ll|'m)\b", r"\1\2", text)
    return re.sub(r"\s+", " ", text).strip()


@cache
def built_in() -> Encoder:
    """The model that ships. Raises `ModelUnusable` when a file of it is missing or damaged."""
    tokens = tokeniser(LONGEST)
    with as_file(files("resources").joinpath("models", "relations")) as folder:
        path = folder / "model.onnx"
        config = _config(path)
        return _loaded(path, checked(path, str(config.get("sha256"))), config, tokens)


def from_file(path: Path) -> Encoder:
    """A model of the editor's own. Raises `ModelUnusable`, with what is missing."""
    from tokenizers import Tokenizer

    try:
        tokens = Tokenizer.from_file(str(path.with_name("tokenizer.json")))
        data = path.read_bytes()
    except Exception as error:  # The library raises bare Exception for whatever is wrong with the file.
        raise ModelUnusable(_INCOMPLETE.format(name=path.name, folder=path.parent)) from error
    tokens.enable_truncation(LONGEST)
    tokens.no_padding()
    return _loaded(path, data, _config(path), tokens)


def _config(model: Path) -> dict[str, object]:
    try:
        config = json.loads(model.with_name("config.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelUnusable(_INCOMPLETE.format(name=model.name, folder=model.parent)) from error
    return config if isinstance(config, dict) else {}


def _loaded(path: Path, data: bytes, config: dict[str, object], tokens: Tokenizer) -> Encoder:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    try:
        session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        model = Encoder(session, tokens, _order(config))
        model.logits([("One passage.", "One claim.")])
    except Exception as error:  # onnxruntime's errors share no base below Exception.
        raise ModelUnusable(_UNUSABLE.format(name=path.name, folder=path.parent)) from error
    return model


def _order(config: dict[str, object]) -> tuple[int, ...]:
    """Where the three answers stand among a model's outputs. Raises `StopIteration` when one is not there."""
    named = config.get("id2label")
    labels = named.items() if isinstance(named, dict) else ()
    places = {str(label).lower(): int(place) for place, label in labels}
    return tuple(next(places[name] for name in names if name in places) for names in _ANSWERS)


_INSTEAD = "The built-in model is used instead."
_WITHOUT = "Passages are compared by their words, figures and dates alone."
_UNUSABLE = (
    "The relation model {name} in {folder} is damaged, or is not a cross-encoder with the answers "
    "entailment, contradiction and neutral."
)
_INCOMPLETE = (
    "The relation model {name} could not be read: it needs its tokenizer.json and its config.json "
    "beside it, in {folder}."
)
