"""A stretch of a sentence with all that is known about it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.analysis import Name
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.text import Span

_LONGEST = 60
"""Characters of the text that a reason quotes."""


@dataclass(frozen=True)
class Stretch:
    """Words of one sentence, with the tokens, names and credits that lie in or over them."""

    parsed: Parsed
    span: Span
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    credits: tuple[Credit, ...]

    @cached_property
    def text(self) -> str:
        """The words as printed."""
        return self.span.of(self.parsed.text)

    def subject(self, verb: Token) -> Token | None:
        """Who does what `verb` says: its subject, its agent, or the subject it shares with another verb."""
        seen = {verb.index}
        while True:
            agent = self._agent(verb)
            found = self.parsed.dependants(verb.index, "nsubj")
            if agent or found:
                return agent or found[0]
            if self.parsed.dependants(verb.index, "nsubjpass") or not self._shares_subject(verb):
                return None
            verb = self.parsed.tokens[verb.head]
            if verb.index in seen:
                return None
            seen.add(verb.index)

    def phrase(self, token: Token) -> str:
        """The name that `token` belongs to, or the word with what stands before it, as printed."""
        for name in self.names:
            if name.span.contains(token.span):
                return shortened(name.span.of(self.parsed.text))
        before = self.parsed.dependants(token.index, "compound", "amod", "nummod", "poss")
        start = min((child.start for child in before if child.start < token.start), default=token.start)
        return shortened(self.parsed.text[start : token.end])

    def _agent(self, verb: Token) -> Token | None:
        for by in self.parsed.dependants(verb.index, "agent"):
            for found in self.parsed.dependants(by.index, "pobj"):
                return found
        return None

    def _shares_subject(self, verb: Token) -> bool:
        return verb.dep in {"conj", "xcomp"} and verb.head != verb.index


class Surroundings:
    """The names and credits of a text by the number of the sentence they lie in or reach into."""

    def __init__(self, parsed: Parsed, credits: Sequence[Credit]) -> None:
        self._parsed = parsed
        self._starts = [span.start for span in parsed.sentences]
        self._names: defaultdict[int, list[Name]] = defaultdict(list)
        self._credits: defaultdict[int, list[Credit]] = defaultdict(list)
        for name in parsed.names:
            self._names[bisect_right(self._starts, name.span.start) - 1].append(name)
        for credit in credits:
            for sentence in {number for part in credit.content for number in self._reached(part)}:
                self._credits[sentence].append(credit)

    def at(self, span: Span) -> Stretch:
        """All that is known about `span`, which lies in one sentence."""
        return self.stretch(max(0, bisect_right(self._starts, span.start) - 1), span)

    def stretch(self, sentence: int, span: Span) -> Stretch:
        """All that is known about `span`, which lies in the sentence of that number."""
        tokens = self._parsed.sentence_tokens(sentence)
        credits = self._credits[sentence]
        return Stretch(
            self._parsed,
            span,
            tuple(token for token in tokens if span.contains(token.span)),
            tuple(name for name in self._names[sentence] if span.contains(name.span)),
            tuple(credit for credit in credits if any(span.overlaps(part) for part in credit.content)),
        )

    def _reached(self, part: Span) -> range:
        return range(bisect_right(self._starts, part.start) - 1, bisect_left(self._starts, part.end))


def shortened(words: str) -> str:
    """The words on one line, without commas at the end, cut where they grow too long for a reason."""
    words = " ".join(words.split()).rstrip(" ,;:")
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
