"""Texts as words: stems, names, negations, and the word lists behind them."""

from workbench.wording.lexicon import lines, words
from workbench.wording.read import Word, Wording, wording
from workbench.wording.stems import stem

__all__ = ["Word", "Wording", "lines", "stem", "wording", "words"]
