"""MiniLM with a three-way head, in plain PyTorch, so that nothing but `torch` is needed to train it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of MiniLM-L6-H384 (Wang et al. 2020)."""

    vocabulary: int = 30522
    width: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6
    positions: int = 512


class Layer(nn.Module):
    """One transformer block, normalised after each half as in BERT."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = shape.heads, dropout
        self.scale = (shape.width // shape.heads) ** -0.5
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.attended = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.done = nn.LayerNorm(shape.width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is batch × length × width; `mask` is added to the attention scores."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        # Written out: the fused attention's backward pass is ten times slower on a CPU in bfloat16.
        share = torch.softmax(q @ (k * self.scale).transpose(-1, -2) + mask.to(q.dtype), dim=-1)
        mixed = self.out((share.to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, width))
        x = self.attended(x + thinned(mixed, self.dropout if self.training else 0.0))
        fed = self.down(F.gelu(self.up(x)))
        return self.done(x + thinned(fed, self.dropout if self.training else 0.0))


class CrossEncoder(nn.Module):
    """Passage and claim in one sequence; three logits out: supports, contradicts, context.

    The head reads the first position and the means over the passage and over the claim, because the base was
    tuned for mean pooling and its first position means little.
    """

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.sides = nn.Embedding(2, shape.width)
        self.first = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.gather = nn.Linear(3 * shape.width, shape.width)
        self.decide = nn.Linear(shape.width, 3)

    def forward(self, ids: Tensor, sides: Tensor, mask: Tensor) -> Tensor:
        """All three are batch × length integers; `mask` is 1 on tokens, `sides` 1 on those of the claim."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.first(self.words(ids) + self.places(places) + self.sides(sides))
        x = thinned(x, self.dropout if self.training else 0.0)
        added = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, added)
        claim = (sides * mask).to(x.dtype)
        passage = mask.to(x.dtype) - claim
        pooled = torch.cat([x[:, 0], _mean(x, passage), _mean(x, claim)], dim=-1)
        gathered = torch.tanh(self.gather(F.dropout(pooled, self.dropout, self.training)))
        return self.decide(F.dropout(gathered, self.dropout, self.training))


def thinned(x: Tensor, rate: float) -> Tensor:
    """Dropout of whole features of a sequence: a mask a token costs a CPU more than the layer itself."""
    if not rate:
        return x
    kept = torch.rand(x.shape[0], 1, x.shape[-1]) >= rate
    return x * (kept.to(x.dtype) / (1 - rate))


def _mean(x: Tensor, weight: Tensor) -> Tensor:
    return (x * weight[..., None]).sum(1) / weight.sum(1, keepdim=True).clamp(min=1.0)


def from_sentence_encoder(path: Path, dropout: float = 0.1) -> CrossEncoder:
    """A cross-encoder that starts from MiniLM's weights, named as BERT's are; the head is new."""
    stored = load_file(path)
    model = CrossEncoder(Shape(), dropout)
    own = dict(_renamed(stored))
    missing, unknown = model.load_state_dict(own, strict=False)
    if unknown or not all(name.startswith(("gather", "decide")) for name in missing):
        raise SystemExit(f"{path.name} does not hold the weights expected: {missing} {unknown}")
    return model


def _renamed(stored: dict[str, Tensor]):  # type: ignore[no-untyped-def]
    yield "words.weight", stored["embeddings.word_embeddings.weight"]
    yield "places.weight", stored["embeddings.position_embeddings.weight"]
    yield "sides.weight", stored["embeddings.token_type_embeddings.weight"]
    for kind in ("weight", "bias"):
        yield f"first.{kind}", stored[f"embeddings.LayerNorm.{kind}"]
        for number in range(Shape().layers):
            old, new = f"encoder.layer.{number}", f"layers.{number}"
            parts = [stored[f"{old}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            yield f"{new}.qkv.{kind}", torch.cat(parts)
            yield f"{new}.out.{kind}", stored[f"{old}.attention.output.dense.{kind}"]
            yield f"{new}.attended.{kind}", stored[f"{old}.attention.output.LayerNorm.{kind}"]
            yield f"{new}.up.{kind}", stored[f"{old}.intermediate.dense.{kind}"]
            yield f"{new}.down.{kind}", stored[f"{old}.output.dense.{kind}"]
            yield f"{new}.done.{kind}", stored[f"{old}.output.LayerNorm.{kind}"]
