"""The pairs that the cross-encoder learns from, from sets whose licence lets a model trained on them ship."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from typing import Any

from benchmarks.relations import named_rows
from benchmarks.training.headlines import headline, stated
from workbench.evidence.encoder import plain
from workbench.model import Relation

SUPPORTS, CONTRADICTS, CONTEXT, NOT_SUPPORTS = range(4)
LABELS = {"supports": SUPPORTS, "refutes": CONTRADICTS, "neutral": CONTEXT, "not_supports": NOT_SUPPORTS}
CLASSES = {Relation.SUPPORTS: SUPPORTS, Relation.CONTRADICTS: CONTRADICTS, Relation.CONTEXT: CONTEXT}

SETS = {
    "vitaminc/pagesplit_train": 1.0,
    "cad_nli/train": 1.0,
    "relations_more/fever_dev_sr": 1.0,
    "relations_more/sufficient_facts": 1.0,
    "relations_more/scifact": 1.0,
    "relations_more/snli_devtest": 0.5,
    "relations_more/negnli_snli": 0.5,
    "relations_more/conjnli": 0.25,
    "relations_more/ambient": 0.3,
    "relations_more/breaking_nli": 0.12,
    "relations_more/wikifactcheck_refuted": 0.12,
    "relations_more/med": 0.12,
}
"""The share of each set that is drawn anew for every pass."""

HELD = 12
"""One in so many groups of rows is kept from the encoder, for the head that weighs its scores (`held`)."""

UNRELATED = 2_500
HEADLINES = 3_000

Pair = tuple[str, str, int]
"""Passage, claim and class."""


def one_pass(dice: random.Random) -> list[Pair]:
    """The pairs of one pass, in no order. Differs from pass to pass."""
    found = [*_published(dice), *_unrelated(dice), *_headlines(dice)]
    return [(plain(passage), plain(claim), kind) for passage, claim, kind in found]


def learnt(name: str) -> list[dict[str, Any]]:
    """The rows of a set that the encoder may see."""
    return [row for row in named_rows(name) if not _is_held(row)]


def held(name: str) -> list[dict[str, Any]]:
    """The rows of a set that the encoder never sees. Rows of one revision or premise stay together."""
    return [row for row in named_rows(name) if _is_held(row)]


def _is_held(row: dict[str, Any]) -> bool:
    return zlib.crc32(str(row.get("case") or row["premise"]).encode()) % HELD == 0


def _published(dice: random.Random) -> Iterator[Pair]:
    for name, share in SETS.items():
        rows = learnt(name)
        for row in dice.sample(rows, round(share * len(rows))):
            yield row["premise"], row["hypothesis"], LABELS[row["label"]]


def _unrelated(dice: random.Random) -> Iterator[Pair]:
    """Claims with passages of neighbouring rows: the same pages, mostly other matters."""
    rows = learnt("vitaminc/pagesplit_train")
    for row in dice.sample(rows, UNRELATED):
        other = dice.choice(rows)
        yield other["premise"], row["hypothesis"], CONTEXT


def _headlines(dice: random.Random) -> Iterator[Pair]:
    """Supporting passages turned into headlines that state, pass on or deny the claim."""
    for name in ("vitaminc/pagesplit_train", "cad_nli/train", "relations_more/fever_dev_sr"):
        rows = [row for row in learnt(name) if row["label"] == "supports"]
        for row in dice.sample(rows, min(len(rows), HEADLINES // 3)):
            text, relation = stated(row["premise"], dice)
            yield text, row["hypothesis"], CLASSES[relation]
    rows = learnt("vitaminc/pagesplit_train")
    for row in dice.sample(rows, HEADLINES // 6):
        yield headline(dice.choice(rows)["premise"], dice), row["hypothesis"], CONTEXT
