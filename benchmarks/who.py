"""How well forms of names are told to mean the same one: pairs in context of our own making.

    python -m benchmarks.who [errors]

Both texts of a pair are read as a case of one or two documents; the pair counts as joined when its two
forms come out as one person or organisation. With `errors`, every pair that went wrong is printed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.analysis import Name
from workbench.attribution import find_credits
from workbench.identity import Mention, Who, mentions, who_is_who
from workbench.language import Language, load
from workbench.model import DocumentId
from workbench.text import Span

PAIRS = Path(__file__).with_suffix(".txt")
_FORM = re.compile(r"\[\[(.+?)\]\]")
_LABELS = {"P": "PERSON", "O": "ORG"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two forms, each the text it stands in and its place there; the same text when one holds both."""

    same: bool
    label: str
    line: str
    texts: tuple[str, ...]
    places: tuple[tuple[int, Span], tuple[int, Span]]


def pairs(lines: Sequence[str]) -> Iterator[Pair]:
    """The pairs written down in `lines`."""
    for line in lines:
        if line.startswith(("+", "-")):
            sign, *texts = (part.strip() for part in line.split("|"))
            bare = tuple(_FORM.sub(r"\1", text) for text in texts)
            places = [(at, span) for at, text in enumerate(texts) for span in _places(text)]
            yield Pair(sign[0] == "+", _LABELS[sign[-1]], line, bare, (places[0], places[1]))


def joined(pair: Pair, language: Language) -> bool:
    """Whether the two forms come out as one."""
    found: list[Mention] = []
    for at, text in enumerate(pair.texts):
        parsed = language.parse(text)
        own = [span for number, span in pair.places if number == at]
        names = [name for name in parsed.names if not any(name.span.overlaps(span) for span in own)]
        names += [Name(span, pair.label) for span in own]
        found += mentions(DocumentId(str(at)), text, find_credits(parsed), names)
    everybody = who_is_who(found)
    first, second = (_who(everybody, str(at), span) for at, span in pair.places)
    return first is not None and first is second


def _places(text: str) -> Iterator[Span]:
    for number, match in enumerate(_FORM.finditer(text)):
        start = match.start() - 4 * number
        yield Span(start, start + len(match[1]))


def _who(everybody: Sequence[Who], document: str, span: Span) -> Who | None:
    return next(
        (
            who
            for who in everybody
            for seen in who.forms
            if seen.form.document == document and any(place.overlaps(span) for place in seen.places)
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """Pairs rightly joined, joined, and to be joined, and how many there were."""

    right: int = 0
    joined: int = 0
    wanted: int = 0
    pairs: int = 0

    def with_pair(self, same: bool, found: bool) -> Counts:
        """One pair more."""
        return replace(
            self,
            right=self.right + (same and found),
            joined=self.joined + found,
            wanted=self.wanted + same,
            pairs=self.pairs + 1,
        )

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.joined), self.right / max(1, self.wanted)
        return f"{self.pairs:4} pairs  precision {precision:.3f}  recall {recall:.3f}"


def main(arguments: Sequence[str]) -> int:
    """Measure and print the table."""
    language = load()
    counts = {"PERSON": Counts(), "ORG": Counts(), "all": Counts()}
    for pair in pairs(PAIRS.read_text("utf-8").splitlines()):
        found = joined(pair, language)
        for name in (pair.label, "all"):
            counts[name] = counts[name].with_pair(pair.same, found)
        if found is not pair.same and "errors" in arguments:
            print("wrongly joined:" if found else "not joined:    ", pair.line)
    for name, count in counts.items():
        print(f"{name:8}{count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
