"""Where words stand, as one would cite them: the page or row of a file that has any, else the paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice, takewhile

from workbench.model import Place, Revision
from workbench.text import Span, paragraph_at

_TIME = re.compile(r"\d+:\d\d")


def places_over(places: Sequence[Place], span: Span) -> tuple[Place, ...]:
    """The pages or rows that `span` touches. `places` stand in reading order and apart from one another."""
    first = bisect_right(places, span.start, key=lambda place: place.span.end)
    end = max(span.end, span.start + 1)
    return tuple(takewhile(lambda place: place.span.start < end, islice(places, first, None)))


def label_of(places: Sequence[Place], span: Span) -> str:
    """What to cite words by: "page 3", "Counts, row 12", "page 3 to page 4"; empty without pages."""
    found = places_over(places, span)
    if not found:
        return ""
    return found[0].label if len(found) == 1 else f"{found[0].label} to {found[-1].label}"


def place_in(revision: Revision, span: Span, places: Sequence[Place] = ()) -> str:
    """Where a passage stands, for a reader without the program: "page 12", "at 00:12:03", "paragraph 3"."""
    label = label_of(places, span)
    if _TIME.match(label):
        return f"at {label}"
    return label or f"paragraph {paragraph_at(revision.text, span.start)}"


def find_place(places: Sequence[Place], typed: str) -> Place | None:
    """The place that an editor means by "12", "page 12", "row 12" or "counts, row 12"; None for none such.

    The label word for word comes first, then its number, then any part of it.
    """
    wanted = " ".join(typed.casefold().split())
    if not wanted:
        return None
    labels = [place.label.casefold() for place in places]
    ways = (
        lambda label: label == wanted,
        lambda label: re.search(rf"(?<!\d){re.escape(wanted)}$", label) is not None,
        lambda label: wanted in label,
    )
    for fits in ways:
        for place, label in zip(places, labels, strict=True):
            if fits(label):
                return place
    return None
