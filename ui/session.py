"""The open case as the window sees it: values read, changes applied, announced and undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from operator import attrgetter
from typing import Any, TypeVar, cast
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from ui.shelf import Shelf
from ui.undo import Command
from workbench.canonical import KINDS
from workbench.change import Act, Change, Stamp, touched
from workbench.dependants import completed
from workbench.errors import CaseAstray, StaleChange, WorkbenchError
from workbench.held import Held
from workbench.model import (
    Attribution,
    Case,
    Citation,
    Claim,
    ClaimId,
    Contact,
    Document,
    DocumentId,
    Entity,
    Evidence,
    Gate,
    Identity,
    Layout,
    Link,
    Original,
    Query,
    QueryId,
    Revision,
    RevisionId,
    Role,
    Ruling,
    SavedSearch,
    Scale,
    SignOff,
    Source,
    SourceId,
    Status,
    Step,
    Verdict,
)
from workbench.ports import Event, Line, Store
from workbench.scales import TWO_SOURCE, offered, scale_of, step_of
from workbench.turning import turned
from workbench.undoing import Step as UndoStep
from workbench.undoing import stack
from workbench.waiting import in_tray

T = TypeVar("T")


LOOK_BACK = 2_000
"""So many events are looked through for steps to undo when a case is opened: 40 ms at most."""


def _now() -> datetime:
    return datetime.now(UTC)


def _random_id() -> str:
    return uuid4().hex


class Session(QObject):
    """One open case and what is chosen in it.

    Every change goes through `do` (undoable) or `record` (what Twosource proposes); both write it at once.
    Undo and redo are `undo` and `redo` of the session, never those of `undo_stack`, which only follows.
    """

    changed = Signal(object)
    """frozenset[Key]: what a change, an undo or a redo has touched."""
    failed = Signal(str)
    """A sentence for the editor; nothing was written."""
    turned = Signal(object)
    """frozenset[Key]: what an undo or a redo has touched; told after `changed`."""
    current_changed = Signal()
    story_changed = Signal()

    def __init__(
        self,
        store: Store,
        checker: str,
        parent: QObject | None = None,
        *,
        clock: Callable[[], datetime] = _now,
        new_id: Callable[[], str] = _random_id,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.checker = checker
        self.undo_stack = QUndoStack(self)
        self.current: ClaimId | None = None
        self._clock = clock
        self._new_id = new_id
        self._shelf = Shelf(store)
        self._story: DocumentId | None = None
        self._views: dict[Hashable, Any] = {}

    def stamp(self) -> Stamp:
        """The checker, now."""
        return Stamp(self.checker, self._clock())

    def today(self) -> date:
        """The date where the checker sits."""
        return self._clock().astimezone().date()

    def new_id(self) -> str:
        """An id that no value has yet."""
        return self._new_id()

    def do(
        self,
        change: Change | None,
        originals: Sequence[Original] = (),
        *,
        batch: str = "",
        title: str = "",
        merged: Sequence[Line] = (),
    ) -> bool:
        """Apply an editor's change and make it undoable. Whether it was written; None is no change.

        Consecutive changes of one `batch` are undone together, under the `title` given last. It is an id
        that no earlier batch of the case has. `merged` are the events of a copy that come in with a merge.
        """
        if change is None:
            return False
        change = replace(completed(change, self._shelf), act=Act.DONE, batch=batch)
        event = self._applied(change, originals, merged)
        if event is None:
            return False
        self.undo_stack.push(Command((event.number,), title or change.label, batch))
        self._announce(change)
        return True

    def record(self, change: Change | None, originals: Sequence[Original] = ()) -> bool:
        """Apply what Twosource proposes. Announced, but not on the undo stack."""
        return change is not None and self._apply_aside(replace(change, act=Act.PROPOSED), originals)

    def keep(self, change: Change) -> bool:
        """Apply an editor's change that no undo takes back: a signature. Whether it was written."""
        return self._apply_aside(replace(change, act=Act.KEPT), ())

    def recall(self) -> None:
        """Make undoable what was done before the case was opened, by whomever."""
        if self.store.read_only:
            return
        try:
            found = stack(islice(self.store.headers(), LOOK_BACK))
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return
        self.undo_stack.clear()
        for step in (*found.done, *reversed(found.undone)):
            self.undo_stack.push(Command(step.events, self._title(step)))
        self.undo_stack.setIndex(len(found.done))

    def undo(self) -> bool:
        """Take the last change back. When it cannot be taken back, it stays on the stack."""
        steps = self.undo_stack
        return steps.canUndo() and self._turn(steps.index() - 1, Act.UNDONE, steps.undo)

    def redo(self) -> bool:
        """Make the change last taken back once more."""
        steps = self.undo_stack
        return steps.canRedo() and self._turn(steps.index(), Act.REDONE, steps.redo)

    def case(self) -> Case | None:
        """The case itself, with its title and verdict scale."""
        cases = self._shelf.all(Case)
        return cases[0] if cases else None

    def scales(self) -> tuple[Scale, ...]:
        """The verdict scales that the desk has edited or made."""
        return self._shelf.all(Scale)

    def scale(self) -> Scale:
        """The verdict scale of the case."""
        case = self.case()
        return scale_of(self.scales(), case.scale) if case else TWO_SOURCE

    def steps(self) -> tuple[Step, ...]:
        """The steps that a verdict can be given by, best first; none where it is in the desk's own words."""
        return offered(self.scale())

    def given_step(self, claim: ClaimId) -> Step | None:
        """The step of a scale that the verdict on a claim is; None while it has none."""
        verdict = self.verdict(claim)
        return step_of(self.scales(), verdict) if verdict else None

    def gates(self) -> tuple[Gate, ...]:
        """What the desk asks for before a claim is confirmed, where that is not as usual."""
        return self._shelf.all(Gate)

    def held(self) -> Held:
        """The case as it is now, for a worker. Of texts it holds the latest of every document."""
        latest = (self.revision(document.id) for document in self.documents())
        kinds = (kind for kind in KINDS if kind is not Revision)
        known: dict[type[Any], tuple[Entity, ...]] = {kind: self._shelf.all(kind) for kind in kinds}
        return Held(known | {Revision: tuple(text for text in latest if text is not None)})

    def signatures(self) -> tuple[SignOff, ...]:
        """Every signature ever given, those taken back included."""
        return self._shelf.all(SignOff)

    def documents(self) -> tuple[Document, ...]:
        """Every document, stories and sources, in the order they came in."""
        return self._shelf.all(Document)

    def document(self, id: DocumentId) -> Document | None:
        """One document."""
        return self._shelf.get(Document, id)

    def story(self) -> Document | None:
        """The story being checked: the chosen one, else the first. None before there is one."""
        chosen = self.document(self._story) if self._story else None
        if chosen is not None and chosen.role is Role.STORY:
            return chosen
        return next((item for item in self.documents() if item.role is Role.STORY), None)

    def choose_story(self, id: DocumentId) -> None:
        """Check another story of the case."""
        if (story := self.story()) and story.id == id:
            return
        self._story = id
        self._views.clear()
        self._follow_current(())
        self.story_changed.emit()

    def revision(self, document: DocumentId) -> Revision | None:
        """The latest text of a document."""
        return self._shelf.latest(document)

    def layout(self, revision: RevisionId) -> Layout:
        """Headings, captions and furniture of a text."""
        return self._shelf.get(Layout, revision) or Layout(revision)

    def claims(self) -> tuple[Claim, ...]:
        """The claims of the story's latest text in reading order; dismissed ones are left out."""
        return self._view("claims", self._read_claims)

    def number(self, claim: ClaimId) -> int:
        """The number on the claim's badge, counting from 1. Raises `KeyError` for a claim not shown."""
        return self._view("numbers", self._read_numbers)[claim]

    def claim(self, id: ClaimId) -> Claim | None:
        """One claim, dismissed ones included."""
        return self._shelf.get(Claim, id)

    def every_evidence(self, claim: ClaimId) -> tuple[Evidence, ...]:
        """All evidence of a claim, dismissed pieces included, in the order it was found."""
        return self._by_claim(Evidence, claim)

    def evidence(self, claim: ClaimId) -> tuple[Evidence, ...]:
        """The evidence of a claim, accepted first, then by score; dismissed pieces are left out."""
        kept = (item for item in self.every_evidence(claim) if item.status is not Status.DISMISSED)
        return tuple(sorted(kept, key=_evidence_order))

    def citations(self, claim: ClaimId) -> tuple[Citation, ...]:
        """The sources linked to a claim."""
        return self._by_claim(Citation, claim)

    def queries(self, claim: ClaimId) -> tuple[Query, ...]:
        """The questions put to the author about a claim."""
        return self._by_claim(Query, claim)

    def every_query(self) -> tuple[Query, ...]:
        """Every question ever put to the author, in the order in which they were put."""
        return self._shelf.all(Query)

    def query(self, id: QueryId) -> Query | None:
        """One question to the author."""
        return self._shelf.get(Query, id)

    def verdict(self, claim: ClaimId) -> Verdict | None:
        """The verdict on a claim."""
        given = self._by_claim(Verdict, claim)
        return given[0] if given else None

    def every_verdict(self) -> tuple[Verdict, ...]:
        """Every verdict of the case, whatever its draft."""
        return self._shelf.all(Verdict)

    def sources(self) -> tuple[Source, ...]:
        """The register of named sources."""
        return self._shelf.all(Source)

    def source(self, id: str) -> Source | None:
        """One named source."""
        return self._shelf.get(Source, id)

    def contacts(self, source: SourceId) -> tuple[Contact, ...]:
        """When the desk was in touch with a source, oldest first."""
        groups = self._view("contacts", lambda: _grouped(self.every_contact(), "source"))
        return groups.get(source, ())

    def contacts_about(self, claim: ClaimId) -> tuple[Contact, ...]:
        """The contacts that were about a claim, oldest first."""
        return tuple(item for item in self.every_contact() if item.claim == claim)

    def every_contact(self) -> tuple[Contact, ...]:
        """The whole log, oldest first."""
        return tuple(sorted(self._shelf.all(Contact), key=lambda item: item.at))

    def every_citation(self) -> tuple[Citation, ...]:
        """Which claims are linked to which sources."""
        return self._shelf.all(Citation)

    def cited_for(self, source: SourceId) -> tuple[Claim, ...]:
        """The claims of the story that are linked to a source, in reading order."""
        linked = {item.claim for item in self.every_citation() if item.source == source}
        return tuple(claim for claim in self.claims() if claim.id in linked)

    def attributions(self, claim: ClaimId) -> tuple[Attribution, ...]:
        """Who is credited with words that the claim covers."""
        found = self.claim(claim)
        if found is None:
            return ()
        known = self.attributions_of(found.passage.revision)
        return tuple(item for item in known if found.overlaps(item.credit.content))

    def attributions_of(self, revision: RevisionId) -> tuple[Attribution, ...]:
        """Every credit found in one text."""
        groups = self._view(Attribution, lambda: _grouped(self._shelf.all(Attribution), "revision"))
        return groups.get(revision, ())

    def links_of(self, revision: RevisionId) -> tuple[Link, ...]:
        """The hyperlinks of one text."""
        groups = self._view(Link, lambda: _grouped(self._shelf.all(Link), "passage.revision"))
        return groups.get(revision, ())

    def every_attribution(self) -> tuple[Attribution, ...]:
        """Every credit found in any text."""
        return self._shelf.all(Attribution)

    def identities(self) -> tuple[Identity, ...]:
        """What the editor has said of who is who."""
        return self._shelf.all(Identity)

    def rulings(self) -> tuple[Ruling, ...]:
        """What the editor has said of documents that count together, or apart."""
        return self._shelf.all(Ruling)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The searches over everything that are kept under a name."""
        return self._shelf.all(SavedSearch)

    def all_claims(self) -> tuple[Claim, ...]:
        """Every claim of the case, whatever its draft, dismissed ones included."""
        return self._shelf.all(Claim)

    def every_claim(self, revision: RevisionId) -> tuple[Claim, ...]:
        """All claims of one text, dismissed ones included."""
        return tuple(item for item in self._shelf.all(Claim) if item.passage.revision == revision)

    def waiting(self) -> tuple[Claim, ...]:
        """The claims of the story that wait for a place in its latest draft."""
        return self._view("waiting", self._read_waiting)

    def choose(self, claim: ClaimId | None) -> None:
        """Make a claim the current one."""
        if claim != self.current:
            self.current = claim
            self.current_changed.emit()

    def _read_claims(self) -> tuple[Claim, ...]:
        story = self.story()
        revision = self.revision(story.id) if story else None
        if revision is None:
            return ()
        kept = (item for item in self.every_claim(revision.id) if item.status is not Status.DISMISSED)
        return tuple(sorted(kept, key=lambda item: (item.passage.span.start, -item.passage.span.end)))

    def _read_waiting(self) -> tuple[Claim, ...]:
        story = self.story()
        revision = self.revision(story.id) if story else None
        if story is None or revision is None:
            return ()
        of_story = (claim for claim in self._shelf.all(Claim) if claim.passage.document == story.id)
        return in_tray(of_story, revision.id)

    def _read_numbers(self) -> dict[ClaimId, int]:
        return {claim.id: number for number, claim in enumerate(self.claims(), 1)}

    def _by_claim(self, kind: type[T], claim: ClaimId) -> tuple[T, ...]:
        groups = self._view(cast(Hashable, kind), lambda: _grouped(self._shelf.all(cast(Any, kind)), "claim"))
        return cast(tuple[T, ...], groups.get(claim, ()))

    def _view(self, name: Hashable, read: Callable[[], T]) -> T:
        if name not in self._views:
            self._views[name] = read()
        return cast(T, self._views[name])

    def _turn(self, index: int, act: Act, move: Callable[[], object]) -> bool:
        """Apply the other side of a command; only then let the stack move over it."""
        command = cast(Command, self.undo_stack.command(index))
        change = self._other_side(command, act)
        event = self._applied(change, overtaken=self._say_overtaken(command, act)) if change else None
        if change is None or event is None:
            return False
        command.events = (event.number,)
        move()
        self._announce(change)
        self._go_to_touched(change)
        self.turned.emit(touched(change))
        return True

    def _other_side(self, command: Command, act: Act) -> Change | None:
        """The change that takes a command's events back; None when they cannot be read, which is told."""
        try:
            found = [event for number in command.events if (event := self.store.event(number)) is not None]
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return None
        return completed(turned(found, act, self.stamp(), self._shelf), self._shelf) if found else None

    def _say_overtaken(self, command: Command, act: Act) -> str:
        said = (
            self.tr("“{step}” cannot be undone: what it changed has been changed again since. ")
            if act is Act.UNDONE
            else self.tr("“{step}” cannot be done again: what it changed is different now. ")
        )
        return said.format(step=command.text()) + self.tr("Nothing was written; the case is as it was.")

    def _title(self, step: UndoStep) -> str:
        """What a step of an earlier session is called, and whose it was where it was another's."""
        title = step.label
        if len(step.events) > 1:
            title = self.tr("{step}, {count} in one go").format(step=title, count=len(step.events))
        return title if step.by == self.checker else f"{title} ({step.by})"

    def _apply_aside(self, change: Change, originals: Sequence[Original]) -> bool:
        change = completed(change, self._shelf)
        if self._applied(change, originals) is None:
            return False
        self._announce(change)
        return True

    def _applied(
        self,
        change: Change,
        originals: Sequence[Original] = (),
        merged: Sequence[Line] = (),
        *,
        overtaken: str = "",
    ) -> Event | None:
        """Write a change; None when that failed, which is told: as `overtaken` when the case has moved on."""
        try:
            return self.store.apply(change, originals, merged)
        except CaseAstray as error:
            self.failed.emit(str(error))
            return error.event
        except StaleChange as error:
            self.failed.emit(overtaken or str(error))
        except WorkbenchError as error:
            self.failed.emit(str(error))
        return None

    def _announce(self, change: Change) -> None:
        before, story = self.claims(), self.story()
        self._shelf.absorb(change)
        self._views.clear()
        self._follow_current(before)
        self.changed.emit(touched(change))
        now = self.story()
        if (story and story.id) != (now and now.id):
            self.story_changed.emit()

    def _follow_current(self, before: Sequence[Claim]) -> None:
        """When the current claim is gone, its neighbour takes its place."""
        shown = [claim.id for claim in self.claims()]
        if self.current is None or self.current in shown:
            return
        place = next((at for at, claim in enumerate(before) if claim.id == self.current), 0)
        self.choose(shown[min(place, len(shown) - 1)] if shown else None)

    def _go_to_touched(self, change: Change) -> None:
        """Let the editor see what was taken back or done again: the one claim that it was about."""
        claims = {claim for edit in change.edits if (claim := _claim_of(edit.after or edit.before))}
        shown = {claim.id for claim in self.claims()}
        if len(claims) == 1 and claims <= shown:
            self.choose(claims.pop())


def _claim_of(value: Entity | None) -> ClaimId | None:
    """The claim that a value is, or hangs on."""
    return value.id if isinstance(value, Claim) else getattr(value, "claim", None)


def _evidence_order(item: Evidence) -> tuple[bool, float]:
    return item.status is not Status.ACCEPTED, -(item.score or 0.0)


def _grouped(values: Iterable[T], field: str) -> dict[str, tuple[T, ...]]:
    groups, key = defaultdict[str, list[T]](list), attrgetter(field)
    for value in values:
        groups[key(value)].append(value)
    return {key: tuple(group) for key, group in groups.items()}
