"""From one state of a case to another: the edits that lead there, in an order that a case file takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbench.change import Edit, Key
from workbench.merging.values import State
from workbench.model import (
    Attribution,
    Case,
    Citation,
    Claim,
    Contact,
    Document,
    Entity,
    Evidence,
    Gate,
    Identity,
    Layout,
    Link,
    Query,
    Remark,
    Revision,
    Ruling,
    SavedSearch,
    Scale,
    Sha256,
    SignOff,
    Source,
    Verdict,
)

_ORDER: tuple[type[Entity], ...] = (
    Case,
    Scale,
    Gate,
    Document,
    Revision,
    Layout,
    Link,
    Remark,
    Attribution,
    Source,
    Claim,
    Evidence,
    Citation,
    Verdict,
    Query,
    Contact,
    Ruling,
    Identity,
    SignOff,
    SavedSearch,
)
"""What is referred to stands before what refers to it."""


def edits_between(before: State, after: State, texts: Mapping[Sha256, str]) -> tuple[Edit, ...]:
    """The edits that turn one state into another: what goes first, then what changes, then what comes.

    `texts` are those of revisions that are added.
    """
    place = {kind: at for at, kind in enumerate(_ORDER)}
    gone, changed, fresh = list[Edit](), list[Edit](), list[Edit]()
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        if was == now:
            continue
        if isinstance(was, Revision) and isinstance(now, Revision):
            # A revision is never changed: it goes and comes back, and what stands on it is named to stay.
            gone.append(Edit(was, None))
            fresh.append(Edit(None, _with_text(now, texts)))
            changed += _unmoved(now, before, after)
        elif now is None:
            gone.append(Edit(was, None))
        elif was is None:
            fresh.append(Edit(None, _with_text(now, texts)))
        else:
            changed.append(Edit(was, now))
    gone.sort(key=lambda edit: -place[edit.key.kind])
    fresh.sort(key=lambda edit: place[edit.key.kind])
    return (*gone, *changed, *fresh)


def _unmoved(revision: Revision, before: State, after: State) -> Iterator[Edit]:
    key = Key(Layout, revision.id)
    layout = before.get(key)
    if layout is not None and layout == after.get(key):
        yield Edit(layout, layout)


def _with_text(value: Entity, texts: Mapping[Sha256, str]) -> Entity:
    if isinstance(value, Revision) and not value.text and value.sha256 in texts:
        return replace(value, text=texts[value.sha256])
    return value
