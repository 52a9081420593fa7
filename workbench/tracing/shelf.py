"""Which document of the case is meant where a text speaks of an outlet's report, a letter or another paper.

Nothing is guessed: where the words do not tell, it stays somebody or something that is not in the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.model import Document, DocumentId, SourceKind
from workbench.text import Span
from workbench.tracing.papers import Paper
from workbench.tracing.telling import ENOUGH, HOLDS, SURELY, Words, share, telling
from workbench.tracing.values import TracedText

_CLOSE = 0.1
"""How much more of a statement one text must hold than the next to be the one that is meant."""
_ENOUGH_POINTS = 3
_TOP = 400
"""Characters at the head of a letter in which its author and addressee stand."""
_WHOLE_DAY = len("2026-03-14")


@dataclass(frozen=True, slots=True)
class Found:
    """The document that is meant, or None; `why` says in a clause what tells, or what is missing.

    `place` is where the document holds the words, None where that is not known.
    """

    document: DocumentId | None
    why: str
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class _Fit:
    text: TracedText
    share: float
    place: Span | None
    points: int = 0


class Shelf:
    """The documents of a case by who published and who wrote them.

    `outlets` and `authors` say it of each document by the keys of `credited.Somebody`.
    """

    def __init__(
        self,
        texts: Sequence[TracedText],
        outlets: Mapping[DocumentId, str],
        authors: Mapping[DocumentId, frozenset[str]],
    ) -> None:
        self.texts = {text.document.id: text for text in texts}
        self._words = {id: Words(text) for id, text in self.texts.items()}
        self._outlets = outlets
        self._authors = authors
        self._of: dict[str, list[TracedText]] = defaultdict(list)
        for text in texts:
            if text.document.id in outlets:
                self._of[outlets[text.document.id]].append(text)
        self._papers = [text for text in texts if text.document.kind.is_primary]

    def is_own(self, outlet: str, document: DocumentId) -> bool:
        """Whether a document is of this outlet itself."""
        return self._outlets.get(document) == outlet

    def publishes(self, outlet: str) -> bool:
        """Whether any document of the case is of this outlet."""
        return outlet in self._of

    def report(self, outlet: str, name: str, taker: DocumentId, statement: str) -> Found:
        """The document of an outlet that another one has a statement from."""
        others = [text for text in self._of.get(outlet, ()) if text.document.id != taker]
        if not others:
            return Found(None, f"no text of {name} is in the case")
        wanted = telling(statement)
        fits = [fit for text in others if (fit := self._fit(text, wanted, taker))]
        if fits:
            return _chosen(fits, f"which holds them as a text of {name}", self._words)
        if len(wanted) < ENOUGH:
            return Found(None, f"too few words to tell which text of {name} is meant")
        holds = f"“{_name(others[0])}” is the only text of {name} here and does not hold them"
        none = f"none of the {len(others)} texts of {name} in the case holds them"
        return Found(None, holds if len(others) == 1 else none)

    def paper(self, paper: Paper, author: str | None, taker: DocumentId, statement: str) -> Found:
        """The letter, report or other paper that another document speaks of; `author` is a key, if known."""
        wanted = telling(statement)
        fits = [
            fit
            for text in self._papers
            if text.document.id != taker
            and (fit := self._as_paper(text, paper, author, wanted, taker)) is not None
        ]
        if not fits:
            return Found(None, "it is not in the case")
        most = max(fit.points for fit in fits)
        return _chosen([fit for fit in fits if fit.points == most], "which it fits", self._words)

    def whole(self, outlet: str, name: str, taker: DocumentId) -> Found:
        """The document of an outlet that another one carries as a whole."""
        others = [text for text in self._of.get(outlet, ()) if text.document.id != taker]
        if not others:
            return Found(None, f"no text of {name} is in the case")
        wanted = self._words[taker].all
        fits = [
            _Fit(text, likeness, None)
            for text in others
            if (likeness := share(self._words[text.document.id].all, wanted)) >= HOLDS
        ]
        if fits:
            return _chosen(fits, f"a text of {name} with the same words", self._words)
        return Found(None, f"no text of {name} in the case has the same words")

    def place(self, document: DocumentId, statement: str) -> Span | None:
        """Where a document holds a statement."""
        held, place = self._words[document].share(telling(statement))
        return place if held >= HOLDS else None

    def _fit(self, text: TracedText, wanted: frozenset[str], taker: DocumentId) -> _Fit | None:
        held, place = self._words[text.document.id].share(wanted)
        needed = SURELY if is_later(text.document, self.texts[taker].document) else HOLDS
        return _Fit(text, held, place) if held >= needed else None

    def _as_paper(
        self,
        text: TracedText,
        paper: Paper,
        author: str | None,
        wanted: frozenset[str],
        taker: DocumentId,
    ) -> _Fit | None:
        """How well a document fits what is said of a paper; None where it cannot be it or nothing tells."""
        kind, authors = text.document.kind, self._authors.get(text.document.id, frozenset())
        if SourceKind.DOCUMENT not in (kind, paper.kind) and kind is not paper.kind:
            return None
        if is_later(text.document, self.texts[taker].document):
            return None
        held, place = self._words[text.document.id].share(wanted)
        by_author = author is not None and author in authors
        # A paper by somebody else, whatever words they share.
        if author is not None and authors and not by_author and held < SURELY:
            return None
        points = (kind is paper.kind) + 2 * by_author + 2 * self._is_addressed(text, paper)
        points += 2 * (held >= HOLDS) + (held >= SURELY)
        return _Fit(text, held, place, points) if points >= _ENOUGH_POINTS else None

    def _is_addressed(self, text: TracedText, paper: Paper) -> bool:
        """Whether the names in what a paper is called stand in its title or head."""
        names = telling(" ".join(word for word in paper.name.split() if word[0].isupper()))
        head = telling(f"{text.document.title} {text.revision.text[:_TOP]}")
        return len(names) > 1 and names <= head


def is_later(one: Document, other: Document) -> bool:
    """Whether a document is dated surely later than another: by more than a day, where both have a day."""
    mine, yours = (one.published or "")[:_WHOLE_DAY], (other.published or "")[:_WHOLE_DAY]
    known = min(len(mine), len(yours))
    if known < _WHOLE_DAY:
        return mine[:known] > yours[:known]
    try:
        return (date.fromisoformat(mine) - date.fromisoformat(yours)).days > 1
    except ValueError:
        return False


def _chosen(fits: Sequence[_Fit], why: str, words: Mapping[DocumentId, Words]) -> Found:
    """The one that fits best; None where others do so as well, unless all are the same text."""
    best = max(fits, key=lambda fit: fit.share)
    rivals = [fit for fit in fits if fit.share > best.share - _CLOSE]
    if not _are_one(rivals, words):
        return Found(None, f"it may be {_either(rivals)}")
    first = min(rivals, key=lambda fit: fit.text.document.published or "9")
    return Found(first.text.document.id, f"{why}: “{_name(first.text)}”", first.place)


def _are_one(rivals: Iterable[_Fit], words: Mapping[DocumentId, Words]) -> bool:
    first, *others = (words[fit.text.document.id].all for fit in rivals)
    return all(len(first & other) >= 0.9 * max(len(first), len(other)) for other in others)


def _either(rivals: Sequence[_Fit]) -> str:
    if len(rivals) > 2:
        return f"any of {len(rivals)} texts in the case"
    return " or ".join(f"“{_name(fit.text)}”" for fit in rivals)


def _name(text: TracedText) -> str:
    document = text.document
    return document.title or document.filename or document.outlet or "untitled"
