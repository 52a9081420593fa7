"""Page furniture in running text: recognised, so that it can be greyed. Never deleted.

Precision comes first: a real sentence must not be lost to the editor. A rule therefore fits a whole
line (or a whole bracket), allows few free words, and none that would make it a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.model import Zone, ZoneRole
from workbench.reading.lines import Line, letters, lines
from workbench.reading.patterns import any_of
from workbench.text import Span, merged

_NETWORK = "|".join(
    [
        "facebook",
        "twitter",
        "x",
        "whats?app",
        "telegram",
        "linked.?in",
        "pinterest",
        "reddit",
        "instagram",
        "tumblr",
        "viber",
        "messenger",
        "mastodon",
        "bluesky",
        "threads",
        "tik.?tok",
        "you.?tube",
        "e-?mail",
        "sms",
        "print",
        "copy.link",
        "google.news",
        "flipboard",
    ]
)
_WORDS = {
    "few": r"[^.!?…\n]{0,90}",
    "title": r"(?:[^.!?…\n]|(?<=\b\w)\.){0,140}\??(?!\W*\.)",
    "any": ".{0,160}",
    "network": _NETWORK,
}
_LONGEST = 260
_LINE = re.compile(rf"(?:{any_of('furniture', _WORDS)})\W*", re.I)
_BRACKET = re.compile(rf"[(\[]\s*(?:{any_of('brackets')})[\s.…»>]*[)\]]", re.I)
_NETWORKS = re.compile(rf"(?:{_NETWORK})", re.I)
_LIST_TITLE = re.compile(rf"(?:{any_of('link_lists')})\W*", re.I)
_MOST_LISTED = 12
_CUT_SHORT = re.compile(r"\s*(?:\.\.\.|…)$")
_TOP = 6
_SHARED = 20
"""Characters of the headline that a navigation line must repeat."""


def furniture(text: str) -> tuple[Span, ...]:
    """The stretches of `text` that belong to a page rather than to its article, in order."""
    content = lines(text)
    found = [line.span for line in content if is_furniture(line.words)]
    found += _repeated_headline(content)
    found += _lists_of_links(content)
    found += _share_bars(content)
    found += [Span(*match.span()) for match in _BRACKET.finditer(text)]
    return merged(found)


def is_furniture(words: str) -> bool:
    """Whether a whole line is furniture by itself."""
    return len(words) <= _LONGEST and _LINE.fullmatch(words) is not None


def marked(text: str, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """`zones` with the furniture of `text` added; it wins over headings and captions it touches."""
    spans = furniture(text)
    kept = [zone for zone in zones if not any(zone.span.overlaps(span) for span in spans)]
    added = [Zone(span, ZoneRole.FURNITURE) for span in spans]
    return tuple(sorted({*kept, *added}, key=lambda zone: (zone.span, zone.role)))


def _repeated_headline(content: Sequence[Line]) -> Iterator[Span]:
    """Navigation above the headline that ends in the headline itself, often cut short with dots."""
    top = content[:_TOP]
    for index, line in enumerate(top[:-1]):
        words = letters(_CUT_SHORT.sub("", line.words))
        cut = _CUT_SHORT.search(line.words) is not None
        if any(_ends_in_headline(words, letters(below.words), cut) for below in top[index + 1 :]):
            yield line.span


def _ends_in_headline(words: str, title: str, cut: bool) -> bool:
    at = words.find(title[:_SHARED]) if len(title) >= _SHARED else -1
    if at < 0:
        return False
    rest = words[at:]
    return title.startswith(rest) and (cut or (0 < at <= 60 and rest == title))


def _lists_of_links(content: Sequence[Line]) -> Iterator[Span]:
    """The headlines listed below "Related articles" and the like, up to the first real sentence."""
    for index, line in enumerate(content):
        if _LIST_TITLE.fullmatch(line.words):
            for below in content[index + 1 : index + 1 + _MOST_LISTED]:
                if len(below.words) > 120 or below.words.endswith((".", "!", "?", "”", '"', ":", ",")):
                    break
                yield below.span


def _share_bars(content: Sequence[Line]) -> Iterator[Span]:
    """Two or more lines in a row that each hold nothing but the name of a network."""
    for one, other in pairwise(content):
        if _NETWORKS.fullmatch(one.words) and _NETWORKS.fullmatch(other.words):
            yield from (one.span, other.span)
