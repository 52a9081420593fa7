"""How well credits are found: PolNeAR's development articles, exact and token F1 for each role.

    python -m benchmarks.attributions [dev|train] [ARTICLES]

Spans count as PolNeAR is usually scored: as sets for each role and article, fragments with nothing but
white space between them joined. A link is right when both its source and its content share at least
half of their characters with those of one annotated attribution.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from benchmarks.shared import rows, shared
from workbench.attribution import find_credits
from workbench.language import load
from workbench.text import Span, merged, trimmed

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")

Roles = dict[str, tuple[Span, ...]]


@dataclass
class Count:
    """Right, proposed and wanted."""

    right: int = 0
    proposed: int = 0
    wanted: int = 0

    def add(self, right: int, proposed: int, wanted: int) -> None:
        """Count one article more."""
        self.right += right
        self.proposed += proposed
        self.wanted += wanted

    def __str__(self) -> str:
        precision = self.right / max(1, self.proposed)
        recall = self.right / max(1, self.wanted)
        f1 = 2 * self.right / max(1, self.proposed + self.wanted)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


@dataclass
class Scores:
    """Counts over all articles."""

    exact: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    token: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    link: Count = field(default_factory=Count)

    def add(self, text: str, gold: Sequence[Roles], found: Sequence[Roles]) -> None:
        """Compare what was found in one article with what annotators marked."""
        tokens = [Span(*match.span()) for match in _TOKEN.finditer(text)]
        for role in ROLES:
            wanted, proposed = _spans(gold, role), _spans(found, role)
            self.exact[role].add(len(wanted & proposed), len(proposed), len(wanted))
            covered, claimed = _covered(tokens, wanted), _covered(tokens, proposed)
            self.token[role].add(len(covered & claimed), len(claimed), len(covered))
        self.link.add(_links(gold, found), len(_linked(found)), len(_linked(gold)))

    def __str__(self) -> str:
        lines = [f"{role:8} exact  {self.exact[role]}   token  {self.token[role]}" for role in ROLES]
        return "\n".join([*lines, f"link            {self.link}"])


def annotated(row: dict[str, Any]) -> list[Roles]:
    """The attributions of one PolNeAR article."""
    text = row["text"]
    return [
        {role: joined(text, [Span(start, end) for start, end, _ in attribution[role]]) for role in ROLES}
        for attribution in row["attributions"]
    ]


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans, those joined that have only white space between them."""
    result: list[Span] = []
    for span in sorted(trimmed(text, span) for span in spans):
        if result and not text[result[-1].end : span.start].strip():
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return tuple(result)


def _spans(attributions: Sequence[Roles], role: str) -> set[Span]:
    return {span for attribution in attributions for span in attribution[role]}


def _covered(tokens: Sequence[Span], spans: Iterable[Span]) -> set[int]:
    whole = merged(spans)
    return {number for number, token in enumerate(tokens) if any(span.contains(token) for span in whole)}


def _linked(attributions: Sequence[Roles]) -> list[Roles]:
    return [one for one in attributions if one["source"] and one["content"]]


def _links(gold: Sequence[Roles], found: Sequence[Roles]) -> int:
    free = _linked(gold)
    right = 0
    for one in _linked(found):
        match = next((other for other in free if _same(one, other)), None)
        if match is not None:
            free.remove(match)
            right += 1
    return right


def _same(one: Roles, other: Roles) -> bool:
    return all(_overlap(one[role], other[role]) >= 0.5 for role in ("source", "content"))


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Shared characters as a share of the longer of the two."""
    shared_length = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared_length / max(sum(map(len, one)), sum(map(len, other)), 1)


def main(arguments: Sequence[str]) -> int:
    """Measure one split and print the table."""
    split = arguments[0] if arguments else "dev"
    limit = int(arguments[1]) if len(arguments) > 1 else None
    path = shared("polnear", f"{split}.jsonl") or shared("data", "polnear", f"{split}.jsonl")
    if path is None:
        print("PolNeAR is not here: nothing measured.")
        return 0
    language, scores = load(), Scores()
    for row in islice(rows(path), limit):
        text = row["text"]
        found = find_credits(language.parse(text), ())
        proposed = [{role: joined(text, getattr(credit, role)) for role in ROLES} for credit in found]
        scores.add(text, annotated(row), proposed)
    print(scores)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
