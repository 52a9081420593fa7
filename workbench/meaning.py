"""Sentence vectors as values: what makes passages findable that share no word with a claim.

A vector is the unit-length sentence embedding times 127, one signed byte a dimension. Nearness in meaning
only nominates a passage: it cannot tell a contradiction from a paraphrase.
"""

from __future__ import annotations

from typing import NewType

Vector = NewType("Vector", bytes)

WIDTH = 384
"""Dimensions of a vector, and its length in bytes."""
