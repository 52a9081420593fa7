"""Headings, captions and furniture of a new draft: as they were read, and as they were marked before."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.drafts.carry import carried
from workbench.drafts.pair import Pair
from workbench.model import Layout, Zone


def carried_zones(read: Sequence[Zone], before: Layout, pair: Pair) -> tuple[Zone, ...]:
    """The zones read from the new draft, and those of the old one that stand where none was read."""
    fates = carried(pair, (zone.span for zone in before.zones))
    known = [
        Zone(fate.place, zone.role)
        for zone, fate in zip(before.zones, fates, strict=True)
        if fate.place and not any(zone.span.overlaps(fate.place) for zone in read)
    ]
    return tuple(sorted((*read, *known), key=lambda zone: zone.span))
