"""What reading a text closely gives, as plain values: words, their grammar, names, sentences.

Other modules work on these, so none but `language` needs spaCy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.analysis import Name
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `index` and `head` count tokens of the whole text; a root is its own head.

    `pos` and `dep` are Universal parts of speech and spaCy's English dependency labels, `tag` is Penn
    Treebank, `entity` the label of the name it belongs to; all are empty where there is no grammar.
    """

    index: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    sentence: int

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text with its sentences, the tokens and names in them, and the tokens' dependants.

    `children[i]` are the direct dependants of token i in reading order; `first_tokens[s]` is the index
    of the first token of sentence s, with one more entry for the end. `has_grammar` is False for a
    language we cannot read and without a model: then sentences and bare tokens are all there is.
    """

    text: str
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    first_tokens: tuple[int, ...]
    names: tuple[Name, ...]
    has_grammar: bool

    def sentence_tokens(self, sentence: int) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[self.first_tokens[sentence] : self.first_tokens[sentence + 1]]

    def subtree(self, index: int) -> Iterator[int]:
        """A token and all that depends on it, in no particular order."""
        waiting = [index]
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(self.children[current])

    def dependants(self, index: int, *labels: str) -> tuple[Token, ...]:
        """The direct dependants of a token that have one of `labels`; all of them without labels."""
        found = (self.tokens[child] for child in self.children[index])
        return tuple(token for token in found if not labels or token.dep in labels)
