"""How the library cuts texts and questions into the words its index holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tantivy import TextAnalyzer

FORM = "1"
"""Goes up with every change in how words are cut and stemmed, so that older indexes are made anew."""

_TOKEN = r"\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{N}\p{M}]+"
"""A figure with all its digits, or a word."""

_LONGEST_TOKEN = 80


def analyzer() -> TextAnalyzer:
    """Cuts at word borders, then lowers case, drops accents and English endings."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.regex(_TOKEN))
    steps = (
        Filter.remove_long(_LONGEST_TOKEN),
        Filter.lowercase(),
        Filter.ascii_fold(),
        Filter.stemmer("english"),
    )
    for step in steps:
        builder = builder.filter(step)
    return builder.build()
