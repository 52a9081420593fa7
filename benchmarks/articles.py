"""How well an article is told from its page, and whether its links stay on their words.

    python -m benchmarks.articles [--each]

Thirty pages of our own making (`benchmarks/made_pages.py`), so these figures say nothing of how well real
sites are read: the published set of pages is not at hand. Precision and recall count words; lines of the
page's frame are counted when they are left in the text and not marked as furniture; a link counts when
address, anchor text and the words before it are right.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass

from benchmarks.made_pages import Page, pages
from workbench.model import ZoneRole
from workbench.reading.parsing import parse
from workbench.reading.refusals import Refused
from workbench.reading.result import Parsed
from workbench.text import merged

LEAST_F1, MOST_FRAME, LEAST_LINKS = 0.964, 12, 0.97


@dataclass(frozen=True, slots=True)
class Score:
    """What came of a page: words in both, words read, words of the article; lines left; links kept of all."""

    both: int
    read: int
    gold: int
    left: tuple[str, ...]
    kept: int
    links: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.both / (self.read + self.gold)


def main(*, each: bool = False) -> int:
    """Read all pages; print, and 1 when a figure is missed."""
    scores = []
    for page in pages():
        score = scored(page)
        scores.append(score)
        if each:
            print(
                f"{page.name:22} F1 {score.f1:.3f}  left {len(score.left)}  links {score.kept}/{score.links}"
            )
            for line in score.left:
                print(f"    {line[:90]}")
    both, read, gold = (sum(getattr(one, name) for one in scores) for name in ("both", "read", "gold"))
    left = sum(len(one.left) for one in scores)
    kept, links = sum(one.kept for one in scores), sum(one.links for one in scores)
    f1 = 2 * both / (read + gold)
    print(f"{len(scores)} made pages: precision {both / read:.3f}, recall {both / gold:.3f}, F1 {f1:.3f}")
    print(f"lines of the frame left: {left}; links kept: {kept} of {links} ({kept / links:.1%})")
    return int(f1 < LEAST_F1 or left > MOST_FRAME or kept / links < LEAST_LINKS)


def scored(page: Page) -> Score:
    """Read one page and compare."""
    try:
        parsed = parse(page.html.encode(), "page.html")
    except Refused:
        return Score(0, 0, len(" ".join(page.gold).split()), (), 0, len(page.links))
    text = _running(parsed)
    have, want = Counter(text.split()), Counter(" ".join(page.gold).split())
    lines = {" ".join(line.split()) for line in text.splitlines()}
    left = tuple(line for line in page.frame if line in lines)
    return Score(
        have.total() and (have & want).total(),
        have.total(),
        want.total(),
        left,
        _kept(page, parsed),
        len(page.links),
    )


def _running(parsed: Parsed) -> str:
    """The text without what is marked as the page's furniture."""
    text, at, parts = parsed.text, 0, []
    for span in merged(zone.span for zone in parsed.zones if zone.role is ZoneRole.FURNITURE):
        parts.append(text[at : span.start])
        at = span.end
    return "".join([*parts, text[at:]])


def _kept(page: Page, parsed: Parsed) -> int:
    found = {
        (link.url, " ".join(link.span.of(parsed.text).split())): parsed.text[: link.span.start].rstrip()
        for link in parsed.links
    }
    return sum(found.get((url, anchor), "").endswith(before) for url, anchor, before in page.links)


if __name__ == "__main__":
    sys.exit(main(each="--each" in sys.argv))
