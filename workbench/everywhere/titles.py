"""Where something that was found belongs, in a few words."""

from __future__ import annotations

from workbench.change import Key
from workbench.citable import label_of
from workbench.everywhere.entries import EARLIER, Entry
from workbench.everywhere.index import Index
from workbench.model import Claim, Document, Layout, Revision, Source

_SHORT = 70


def title_of(index: Index, entry: Entry) -> str:
    """What stands above the words found: the claim, the document, the source that they are about."""
    about = index.value(entry.about)
    match about:
        case Claim():
            named = f"“{_short(about.wording)}”"
        case Document():
            named = about.title or about.filename or "Untitled"
        case Source():
            named = about.name
        case _:
            named = ""
    return _with_draft(index, entry, named)


def _with_draft(index: Index, entry: Entry, named: str) -> str:
    """With the page or row of the words, and the draft when it is an earlier one."""
    revision = index.value(entry.key) if entry.key else None
    if entry.span is not None and isinstance(revision, Revision):
        layout = index.value(Key(Layout, revision.id))
        label = label_of(layout.places, entry.span) if isinstance(layout, Layout) else ""
        named = f"{named} · {label}" if label else named
    if EARLIER in entry.states and isinstance(revision, Revision):
        return f"{named} · draft {revision.number}"
    return named


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHORT else f"{flat[: _SHORT - 1].rstrip()}…"
