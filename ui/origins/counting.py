"""The origins of every claim of the story, counted off the GUI thread, again when they may be others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from ui.models.origin_count import OriginCount, OriginCounts, origin_count
from ui.session import Session
from ui.steps import Step, Steps
from workbench.model import Claim, ClaimId, Evidence, Ruling
from workbench.progress import Progress
from workbench.tracing.independence.traced import Traced
from workbench.tracing.values import Provenance

PATIENCE_MS = 100
"""A count that has not been answered for so long is shown as what it was."""
_TURN_S = 0.04
"""So long the worker counts at a stretch, so that what the editor does next is soon answered."""


@dataclass(frozen=True, slots=True)
class Question:
    """All that decides how many origins one claim has. `tracing` numbers what had been traced by then."""

    claim: Claim
    evidence: tuple[Evidence, ...]
    rulings: tuple[Ruling, ...]
    tracing: int


Answer = tuple[Question, OriginCount | None]


class OriginCounting(QObject):
    """Asks for what has changed, the claim being looked at first, and tells what is known by now."""

    counted = Signal(object)
    """The `OriginCounts` of the story."""

    def __init__(self, session: Session, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._steps = session, steps
        self._provenance: Provenance | None = None
        self._traced: Traced | None = None
        self._tracing = 0
        self._answers: dict[ClaimId, Answer] = {}
        self._open: dict[ClaimId, Question] = {}
        self._expecting = True
        self._late = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._admit)

    @property
    def counts(self) -> OriginCounts:
        """What is known now."""
        known = {id: count for id, (_, count) in self._answers.items()}
        if not self._late:
            return OriginCounts(known)
        return OriginCounts(known, frozenset(known) if self._expecting else frozenset(self._open))

    def is_counted(self, claim: ClaimId) -> bool:
        """Whether what is known of a claim is the last word on it, as the case stands now."""
        if self._expecting or claim not in self._answers:
            return False
        asked, now = self._answers[claim][0], self._session.claim(claim)
        about = tuple(ruling for ruling in self._session.rulings() if ruling.claim in (None, claim))
        same = asked.evidence == self._session.every_evidence(claim) and asked.rulings == about
        return same and now is not None and asked.claim.passage == now.passage

    def expect(self) -> None:
        """Know that the texts are about to be traced: until then no count is the last word."""
        self._expecting = True
        self._wait()

    def take(self, provenance: Provenance) -> None:
        """Count by what has just been traced."""
        self._provenance, self._expecting = provenance, False
        self.follow()

    def follow(self) -> None:
        """Count anew what may have changed."""
        if self._provenance is None:
            return
        self._trace(self._provenance)
        asked = {question.claim.id: question for question in self._questions()}
        self._answers = {id: answer for id, answer in self._answers.items() if id in asked}
        self._open = {id: question for id, question in asked.items() if self._is_open(id, question)}
        self._ask()

    def _trace(self, provenance: Provenance) -> None:
        """Read what origins are counted from. A ruling leaves the claims it is not about as they are."""
        session, before = self._session, self._traced
        documents = {document.id: document for document in session.documents()}
        story = session.story()
        fresh = Traced(documents, provenance, session.rulings(), story.id if story else None)
        if before is None or not _is_same_case(before, fresh):
            self._tracing += 1
        elif before.rulings == fresh.rulings:
            return
        self._traced = fresh

    def _questions(self) -> Iterable[Question]:
        session, rulings = self._session, self._session.rulings()
        for claim in session.claims():
            about = tuple(ruling for ruling in rulings if ruling.claim in (None, claim.id))
            yield Question(claim, session.every_evidence(claim.id), about, self._tracing)

    def _is_open(self, id: ClaimId, question: Question) -> bool:
        return id not in self._answers or self._answers[id][0] != question

    def _ask(self) -> None:
        """Have the worker answer as many questions as it can in one turn."""
        if not self._open or self._traced is None:
            self._rest()
            return
        self._wait()
        current = self._open.get(self._session.current) if self._session.current else None
        first = [] if current is None else [current]
        asked = (*first, *(question for question in self._open.values() if question is not current))
        work = partial(_answers, self._traced, asked)
        self._steps.add(Step("origins", self.tr("Counting origins"), work, self._take_answers))

    def _take_answers(self, answers: tuple[Answer, ...]) -> None:
        """What has been asked otherwise in the meantime is asked again."""
        for question, count in answers:
            id = question.claim.id
            if self._open.get(id) == question:
                del self._open[id]
                self._answers[id] = question, count
        self._ask()
        self.counted.emit(self.counts)

    def _wait(self) -> None:
        if not self._late and not self._patience.isActive():
            self._patience.start()

    def _rest(self) -> None:
        if not self._expecting:
            self._patience.stop()
            if self._late:
                self._late = False
                self.counted.emit(self.counts)

    def _admit(self) -> None:
        """It takes long enough to be said."""
        self._late = True
        self.counted.emit(self.counts)


def _is_same_case(one: Traced, other: Traced) -> bool:
    same_texts = one.documents == other.documents and one.story == other.story
    return same_texts and one.provenance is other.provenance


def _answers(traced: Traced, questions: Iterable[Question], _progress: Progress) -> tuple[Answer, ...]:
    """At least one question answered, and more while there is time."""
    end, found = perf_counter() + _TURN_S, []
    for question in questions:
        ordered = sorted(question.evidence, key=_likeliest)
        found.append((question, origin_count(question.claim, ordered, traced)))
        if perf_counter() > end:
            break
    return tuple(found)


def _likeliest(item: Evidence) -> float:
    return -(item.score or 0.0)
