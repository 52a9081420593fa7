"""What the filters of a search let through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from workbench.change import Key
from workbench.days import typed_day
from workbench.everywhere.entries import FURNITURE, Entry
from workbench.everywhere.folding import folded
from workbench.everywhere.index import Index
from workbench.everywhere.query import Asked, Filter
from workbench.model import Claim, Document, Scale, Source, Status, Verdict
from workbench.review import is_overdue
from workbench.scales import step_of
from workbench.waiting import waits

Lets = Callable[[Entry], bool]


def lets_through(index: Index, asked: Asked, today: date) -> Lets | None:
    """Whether an entry passes all filters but `kind:`; None when there are none.

    Of several of one name, one is enough.
    """
    groups: dict[tuple[str, bool], list[Lets]] = {}
    for item in asked.filters:
        if item.name != "kind":
            groups.setdefault((item.name, item.denied), []).append(_test(index, item, today))
    tests = [(denied, tuple(group)) for (_, denied), group in groups.items()]

    def passes(entry: Entry) -> bool:
        return all(any(test(entry) for test in group) is not denied for denied, group in tests)

    return passes if tests else None


def asks_for_furniture(asked: Asked) -> bool:
    """Whether navigation and share bars are looked for."""
    return any(item.name == "is" and _state(item.value) == FURNITURE for item in asked.filters)


def states_of(index: Index, entry: Entry, today: date) -> frozenset[str]:
    """The words that `is:` takes for an entry, with those that depend on the day and on other values."""
    if not entry.key or entry.key.kind is not Claim:
        return entry.states
    claim = index.value(entry.key)
    if not isinstance(claim, Claim) or claim.status is Status.DISMISSED:
        return entry.states
    late = {"overdue"} if is_overdue(claim, today) else set[str]()
    newest = index.latest.get(claim.passage.document, claim.passage.revision)
    return entry.states | late | ({"waiting"} if waits(claim, newest) else set[str]())


def _test(index: Index, item: Filter, today: date) -> Lets:
    match item.name:
        case "by":
            return _by(folded(item.value))
        case "is":
            state = _state(item.value)
            return lambda entry: any(_state(one) == state for one in states_of(index, entry, today))
        case "verdict":
            claims = _claims_with(index, folded(item.value))
            return lambda entry: entry.about is not None and entry.about in claims
        case "source":
            return _source(index, folded(item.value))
        case "before":
            day = typed_day(item.value) or ""
            return lambda entry: "" < index.changed(entry) < day
        case _:
            day = typed_day(item.value) or ""
            return lambda entry: index.changed(entry) >= day


def _by(name: str) -> Lets:
    def written_by(entry: Entry) -> bool:
        return bool(entry.by) and f" {folded(entry.by)}".find(f" {name}") >= 0

    return written_by


def _source(index: Index, name: str) -> Lets:
    """By words of a source's name or of a document's title or outlet."""
    named = {Key(Source, item.id) for item in index.all(Source) if name in folded(item.name)}
    named |= {
        Key(Document, item.id)
        for item in index.all(Document)
        if name in folded(f"{item.title} {item.outlet} {item.filename}")
    }
    ids = {key.id for key in named}

    def from_it(entry: Entry) -> bool:
        about = entry.about
        if about is None:
            return False
        return about in named or (
            about.kind is Claim and not ids.isdisjoint(index.bearings.get(about.id, ()))
        )

    return from_it


def _claims_with(index: Index, wanted: str) -> set[Key]:
    """The claims whose verdict has that key, or a label that begins so."""
    stored = tuple(index.all(Scale))
    return {
        Key(Claim, verdict.claim)
        for verdict in index.all(Verdict)
        if any(folded(word).startswith(wanted) for word in (verdict.step, step_of(stored, verdict).label))
    }


def _state(word: str) -> str:
    return folded(word).replace(" ", "").replace("-", "")
