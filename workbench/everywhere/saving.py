"""Searches kept under a name: each function returns a `Change`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.change import Change, Edit, Stamp, removed
from workbench.everywhere.query import in_parts
from workbench.model import SavedSearch, SearchId


def save(typed: str, name: str, known: Iterable[SavedSearch], id: SearchId, stamp: Stamp) -> Change | None:
    """Keep what was typed under a name; one of the same name gives way. None when that changes nothing."""
    words, filters = in_parts(typed)
    title = _clean(name) or typed_as(SavedSearch(id, "", words, filters))
    if not title:
        return None
    before = next((item for item in known if item.name.casefold() == title.casefold()), None)
    after = SavedSearch(before.id if before else id, title, words, filters)
    return None if after == before else Change("Save search", stamp, (Edit(before, after),))


def rename(search: SavedSearch, name: str, stamp: Stamp) -> Change | None:
    """Give a search another name; None when it is the same, or none at all."""
    title = _clean(name)
    if title in ("", search.name):
        return None
    return Change("Rename search", stamp, (Edit(search, replace(search, name=title)),))


def remove(search: SavedSearch, stamp: Stamp) -> Change:
    """Keep a search no longer."""
    return Change("Remove search", stamp, removed(search))


def typed_as(search: SavedSearch) -> str:
    """A kept search as it would be typed."""
    return " ".join((*search.filters, search.words)).strip()


def saved_as(typed: str, known: Iterable[SavedSearch]) -> SavedSearch | None:
    """The search under which just this is kept."""
    parts = in_parts(typed)
    return next((item for item in known if (item.words, item.filters) == parts), None)


def _clean(name: str) -> str:
    return " ".join(name.split())
