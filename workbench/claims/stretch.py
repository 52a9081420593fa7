"""A stretch of a sentence with all that is known about it."""

from __future__ import annotations

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

    @cached_property
    def named(self) -> dict[int, Name]:
        """The name that begins at each place, people, organisations and countries alike."""
        return {name.span.start: name for name in self.names}

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


def stretch(parsed: Parsed, sentence: int, span: Span, credits: Sequence[Credit]) -> Stretch:
    """Gather what is known about `span`, which lies in the sentence of that number."""
    return Stretch(
        parsed,
        span,
        tuple(token for token in parsed.sentence_tokens(sentence) if span.contains(token.span)),
        tuple(name for name in parsed.names if span.contains(name.span)),
        tuple(credit for credit in credits if any(span.overlaps(part) for part in credit.content)),
    )


def shortened(words: str) -> str:
    """The words on one line, cut where they grow too long for a reason."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
