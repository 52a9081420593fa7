"""The cross-encoder: reads a passage and a claim together and says how the one bears on the other.

The model that ships is trained by `benchmarks/training/encoder`; its card is `resources/models/relations.md`.
An editor may use a larger one: any ONNX cross-encoder for natural language inference, with its
`tokenizer.json` and its `config.json` (for the order of its three answers) in the same folder.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.encoding.pieces import tokeniser
from workbench.errors import ModelUnusable

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

LONGEST = 128
"""Pieces of passage and claim together; the longer of the two is cut."""

BATCH = 16

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
        encoded = self.tokens.encode_batch([(plain(passage), plain(claim)) for passage, claim in pairs])
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
    """The model that ships. Raises `ModelUnusable` when its file is missing or damaged."""
    with as_file(files("resources").joinpath("models", "relations")) as folder:
        return _loaded(folder / "model.onnx", tokeniser(LONGEST))


def from_file(path: Path) -> Encoder:
    """A model of the editor's own. Raises `ModelUnusable`, with what is missing."""
    from tokenizers import Tokenizer

    try:
        tokens = Tokenizer.from_file(str(path.with_name("tokenizer.json")))
    except Exception as error:  # The library raises bare Exception for whatever is wrong with the file.
        raise ModelUnusable(_NO_TOKENS.format(name=path.name, folder=path.parent)) from error
    tokens.enable_truncation(LONGEST, strategy="longest_first")
    tokens.no_padding()
    return _loaded(path, tokens)


def _loaded(path: Path, tokens: Tokenizer) -> Encoder:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    # Waiting threads would otherwise spin, and the window wants the processor.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        order = _order(path.with_name("config.json"))
        model = Encoder(session, tokens, order)
        model.logits([("One passage.", "One claim.")])
    except Exception as error:  # onnxruntime's errors share no base below Exception.
        raise ModelUnusable(_UNUSABLE.format(name=path.name, folder=path.parent)) from error
    return model


def _order(config: Path) -> tuple[int, ...]:
    """Where the three answers stand among a model's outputs."""
    named = json.loads(config.read_text("utf-8"))["id2label"]
    places = {str(label).lower(): int(place) for place, label in named.items()}
    return tuple(next(places[name] for name in names if name in places) for names in _ANSWERS)


_UNUSABLE = (
    "The relation model {name} in {folder} is missing or damaged, or is not a cross-encoder with the answers "
    "entailment, contradiction and neutral. Passages are compared by their words, figures and dates alone."
)
_NO_TOKENS = (
    "The relation model {name} needs its tokenizer.json beside it, in {folder}. "
    "Passages are compared by their words, figures and dates alone."
)
