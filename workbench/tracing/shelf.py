"""Which document of the case is meant by “the Ledger's report”, “the letter” or another paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest

from workbench.addresses import by_address, document_at
from workbench.model import DocumentId, SourceKind
from workbench.text import Span
from workbench.tracing.meant import Fit, Found, Said, chosen, is_later
from workbench.tracing.papers import OUTLETS, Paper
from workbench.tracing.parties import quoted
from workbench.tracing.statements import ENOUGH, HOLDS, SURELY, Statements, share, telling
from workbench.tracing.values import TracedText

_ENOUGH_POINTS = 3
_READ_CLOSELY = 8
"""How many documents are looked at sentence by sentence for one statement."""
_HEAD = 400
"""Characters at the head of a letter in which its author and addressee stand."""


class Shelf:
    """The documents of a case by who published and who wrote them.

    `outlets` says of documents that report on others, `authors` of those that speak for themselves, whose
    they are, by the keys of `credited.Somebody`.
    """

    def __init__(
        self,
        texts: Sequence[TracedText],
        outlets: Mapping[DocumentId, str],
        authors: Mapping[DocumentId, frozenset[str]],
    ) -> None:
        self.texts = {text.document.id: text for text in texts}
        self._words = {id: Statements(text) for id, text in self.texts.items()}
        self._authors = authors
        self._owners = {id: frozenset([key]) for id, key in outlets.items()} | dict(authors)
        self._reports: dict[str, list[TracedText]] = defaultdict(list)
        self._papers: dict[str, list[TracedText]] = defaultdict(list)
        self._links = _links(texts)
        self._heads = {
            id: telling(f"{self.texts[id].document.title} {self.texts[id].revision.text[:_HEAD]}")
            for id in authors
        }
        for id, key in outlets.items():
            self._reports[key].append(self.texts[id])
        for id, keys in authors.items():
            for key in keys:
                self._papers[key].append(self.texts[id])

    def is_own(self, key: str, document: DocumentId) -> bool:
        """Whether a document is of this outlet or author itself."""
        return key in self._owners.get(document, ())

    def publishes(self, outlet: str) -> bool:
        """Whether any report in the case is of this outlet."""
        return outlet in self._reports

    def outlet_kind(self, outlet: str) -> SourceKind | None:
        """What kind of outlet somebody is, by what the case has of theirs; a website may be anybody's."""
        kinds = (text.document.kind for text in self._reports.get(outlet, ()))
        return next((kind for kind in kinds if kind in OUTLETS and kind is not SourceKind.WEBSITE), None)

    def report(self, outlet: str, name: str, said: Said) -> Found:
        """The document of an outlet that another one has a statement from."""
        others = self._others(self._reports.get(outlet, ()), said)
        if not others:
            return Found(None, f"no text of {name} is in the case")
        linked = self._linked(others, said)
        if linked is not None:
            return linked
        why = f"{{title}} is the text of {name} in the case that holds them"
        likely = self._likeliest(others, lambda text: share(said.telling, self._words[text.document.id].all))
        fits = [fit for text in likely if (fit := self._holding(text, said, why))]
        if fits:
            return chosen(fits, said)
        if len(said.telling) < ENOUGH:
            return Found(None, f"they are too few to tell which text of {name} is meant")
        if len(others) == 1:
            return Found(None, f"{quoted(others[0].document)}, the text of {name} here, does not hold them")
        return Found(None, f"none of the {len(others)} texts of {name} in the case holds them")

    def whole(self, outlet: str, name: str, said: Said) -> Found:
        """The document of an outlet that another one carries as a whole."""
        others = self._others(self._reports.get(outlet, ()), said)
        if not others:
            return Found(None, f"no text of {name} is in the case")
        wanted = self._words[said.document].all
        likeness = {text.document.id: share(self._words[text.document.id].all, wanted) for text in others}
        why = f"{{title}} is the text of {name} in the case with the same words"
        fits = [
            self._fit(text, held, why) for text in others if (held := likeness[text.document.id]) >= HOLDS
        ]
        return chosen(fits, said) if fits else Found(None, f"no text of {name} here has the same words")

    def own_words(self, author: str, said: Said) -> Found | None:
        """The paper of somebody's own that surely holds a statement of theirs; None where none does."""
        fits = []
        others = self._others(self._papers.get(author, ()), said)
        for text in self._likeliest(
            others, lambda text: share(said.telling, self._words[text.document.id].all)
        ):
            held, place = self._words[text.document.id].share(said.telling)
            if held >= SURELY and not is_later(text.document, said.text.document):
                why = "they stand in {title}, which is by the same author"
                fits.append(self._fit(text, held, why, place))
        return chosen(fits, said) if fits else None

    def paper(self, paper: Paper, author: str | None, said: Said) -> Found:
        """The letter, report or other paper that another document speaks of; `author` is a key, if known."""
        papers = self._others([self.texts[id] for id in self._authors], said)
        names = telling(" ".join(word for word in paper.name.split() if word[0].isupper()))
        likely = self._likeliest(papers, lambda text: self._sign(text, author, said, names))
        fits = [fit for text in likely if (fit := self._as_paper(text, paper, author, said, names))]
        return chosen(fits, said) if fits else Found(None, "it is not in the case")

    def _linked(self, texts: Iterable[TracedText], said: Said) -> Found | None:
        """The one of some documents that is linked where the words are credited."""
        there = {id for anchor, id in self._links[said.document] if anchor in said.around}
        fits = [text.document for text in texts if text.document.id in there]
        if len(fits) != 1:
            return None
        place = self._words[fits[0].id].share(said.telling)[1]
        return Found(fits[0].id, f"{quoted(fits[0])} is linked there", place)

    def _others(self, texts: Sequence[TracedText], said: Said) -> list[TracedText]:
        return [text for text in texts if text.document.id != said.document]

    def _likeliest(
        self, texts: Iterable[TracedText], sign: Callable[[TracedText], float]
    ) -> list[TracedText]:
        """Those that a glance speaks for most, so that a thousand alike are not all read closely."""
        told = ((sign(text), text) for text in texts)
        some = [(seen, text) for seen, text in told if seen >= HOLDS]
        return [text for _, text in nlargest(_READ_CLOSELY, some, key=lambda pair: pair[0])]

    def _sign(self, text: TracedText, author: str | None, said: Said, names: frozenset[str]) -> float:
        id = text.document.id
        is_named = len(names) > 1 and names <= self._heads[id]
        return (author in self._authors[id]) + is_named + share(said.telling, self._words[id].all)

    def _holding(self, text: TracedText, said: Said, why: str) -> Fit | None:
        held, place = self._words[text.document.id].share(said.telling)
        needed = SURELY if is_later(text.document, said.text.document) else HOLDS
        return self._fit(text, held, why, place) if held >= needed else None

    def _as_paper(
        self, text: TracedText, paper: Paper, author: str | None, said: Said, names: frozenset[str]
    ) -> Fit | None:
        """How well a document fits what is said of a paper, which names it; None where too little tells."""
        kind, authors = text.document.kind, self._authors[text.document.id]
        if SourceKind.DOCUMENT not in (kind, paper.kind) and kind is not paper.kind:
            return None
        if is_later(text.document, said.text.document):
            return None
        held, place = self._words[text.document.id].share(said.telling)
        if author is not None and authors and author not in authors and held < SURELY:
            return None
        signs = {
            "its author": 2 * (author in authors),
            "whom it is to": 2 * (len(names) > 1 and names <= self._heads[text.document.id]),
            "its words": 2 * (held >= HOLDS) + (held >= SURELY),
        }
        points = (kind is paper.kind) + sum(signs.values())
        if points < _ENOUGH_POINTS:
            return None
        why = f"that is {{title}}, by {_listed([sign for sign, told in signs.items() if told])}"
        return self._fit(text, held, why, place, points)

    def _fit(
        self, text: TracedText, held: float, why: str, place: Span | None = None, points: int = 0
    ) -> Fit:
        told = why.format(title=quoted(text.document))
        return Fit(text, self._words[text.document.id], held, place, points, told)


def _links(texts: Sequence[TracedText]) -> dict[DocumentId, list[tuple[str, DocumentId]]]:
    """For each document the words of its links to others of the case, and where they lead."""
    addresses = by_address(text.document for text in texts)
    return {
        text.document.id: [
            (link.passage.quote.exact, document.id)
            for link in text.links
            if (document := document_at(link.url, addresses)) is not None
        ]
        for text in texts
    }


def _listed(signs: Sequence[str]) -> str:
    *most, last = signs
    return f"{', '.join(most)} and {last}" if most else last
