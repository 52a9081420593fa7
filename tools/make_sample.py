"""Makes resources/sample/sample.twosource from the story and sources beside it: python tools/make_sample.py

The engine proposes and finds as it would for any case; then part of the check is done as an editor
would do it, so that the first window shows every state.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from db import create_case, verify
from db.store import CaseStore
from workbench import linking, register, review
from workbench.change import Change, Stamp
from workbench.check import Check
from workbench.engine import LocalEngine
from workbench.model import (
    Case,
    CaseId,
    Channel,
    CitationId,
    Claim,
    Contact,
    ContactId,
    Disposition,
    Document,
    Evidence,
    EvidenceId,
    Passage,
    Query,
    QueryId,
    QueryStatus,
    Relation,
    Reply,
    Role,
    Source,
    SourceId,
    SourceKind,
    Terms,
    VerdictId,
    passage,
)
from workbench.progress import silent
from workbench.text import Span

FOLDER = ROOT / "resources" / "sample"
CHECKER = "Nora Quist"


def main() -> None:
    """Build the case, look at it, and put it in its place."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.twosource"
        editor = Editor(path)
        editor.read_in()
        editor.check()
        editor.store.close()
        problems = verify(path)
        if problems:
            raise SystemExit("\n".join(problems))
        (FOLDER / "sample.twosource").write_bytes(path.read_bytes())


class Editor:
    """Checks the sample story as Nora Quist would, up to about two thirds."""

    def __init__(self, path: Path) -> None:
        self._numbers = count(1)
        self._times = _minutes()
        self.store: CaseStore = create_case(
            path,
            Case(CaseId("sample"), "Halden bridge", "two-source", next(self._times)),
            self._stamp("Nora Quist"),
        )

    def read_in(self) -> None:
        """Let the engine read everything and propose."""
        check = Check(self.store, LocalEngine(), self._id, self._stamp("Twosource"), silent)
        check.run(FOLDER / "story.md", [FOLDER / "sources"])
        if check.refused:
            raise SystemExit("\n".join(check.refused))

    def check(self) -> None:
        """Decide on some claims and leave others open, so that every state can be seen."""
        self._supported(
            "14 of its 62 hangers",
            "14 show corrosion",
            "The inspectorate’s own letter says so, figure for figure.",
        )
        self._cited("£38 million", "Inspectorate’s letter of 3 March", SourceKind.LETTER)
        self._contradicted(
            "£38 million",
            "£52 million",
            "mixed",
            "The letter does say £38 million; the county’s own tender now says £52 million.",
        )
        self._asked(
            "£38 million",
            Query(
                QueryId(self._id()),
                None,
                "Give the tender’s figure too?",
                "In a letter to Calder County Council, chief inspector Maren Tolle wrote that the repairs "
                "would cost £38 million, which the county’s tender now puts at £52 million, and take eleven "
                "months.",
                reason="The tender is newer than the letter.",
            ),
            QueryStatus.ACCEPTED,
            "Yes, I will take both figures into the next draft.",
        )
        self._contradicted(
            "received no answer",
            "within eleven days",
            "mixed",
            "The letter says so; the operator answered within eleven days, and its answer has been seen.",
        )
        self._asked(
            "received no answer",
            Query(
                QueryId(self._id()),
                None,
                "",
                "According to the Northern Wire news agency, the letter states that a warning of October "
                "2024 was not answered.",
                reason="The operator did answer, within eleven days.",
            ),
            QueryStatus.REFUSED,
            "It is a quotation. I would rather add a sentence with the operator’s answer.",
        )
        self._disposed("within hours of receiving the report", Disposition.ON_AUTHOR)
        self._owed("within hours of receiving the report", "Ruth Adeyemi", "2026-03-09")
        self._contradicted(
            "20,000 vehicles",
            "17,500 vehicles",
            "contradicted",
            "The operator’s monthly counts say 17,500; the county’s figure is older.",
        )
        self._asked_about("almost 4,000 people", "Whose figure is that, and of which year?")
        self._waived(
            "can carry six of them at a time",
            "Counted at the landing on Friday, three crossings: six lorries each. Nobody publishes it.",
        )
        self._disposed("hiding the results", Disposition.LEGAL)
        self._answered(
            "hiding the results",
            "Alma Reyes",
            "Mr Lund says you hid the results of your inspections for almost two years. What do you say?",
            "Not true. Every report went to the county within a week; she sends the cover notes.",
        )

    def _supported(self, wording: str, quotation: str, conclusion: str) -> None:
        self._linked(wording, quotation, Relation.SUPPORTS)
        self._do(review.dispose(self._claim(wording), Disposition.CONFIRMED, self._stamp()))
        self._verdict(wording, "supported", conclusion)

    def _contradicted(self, wording: str, quotation: str, step: str, conclusion: str) -> None:
        self._linked(wording, quotation, Relation.CONTRADICTS)
        self._verdict(wording, step, conclusion)

    def _linked(self, wording: str, quotation: str, relation: Relation) -> None:
        """Take up the suggestion that holds the quotation; else link its words by hand."""
        claim = self._claim(wording)
        for item in self.store.all(Evidence):
            if item.claim == claim.id and quotation in item.passage.quote.exact:
                self._do(linking.relate(claim, item, relation, self._stamp()))
                return
        place = self._passage(quotation)
        self._do(linking.link(claim, place, relation, EvidenceId(self._id()), self._stamp()))

    def _passage(self, quotation: str) -> Passage:
        for document in self.store.all(Document):
            revision = self.store.latest(document.id)
            if revision and document.role is Role.SOURCE and quotation in revision.text:
                start = revision.text.index(quotation)
                return passage(revision, Span(start, start + len(quotation)))
        raise SystemExit(f"no source holds “{quotation}”")

    def _verdict(self, wording: str, step: str, conclusion: str) -> None:
        id = VerdictId(self._id())
        self._do(review.decide(self._claim(wording), None, step, conclusion, id, self._stamp()))

    def _cited(self, wording: str, name: str, kind: SourceKind) -> None:
        letter = next(document for document in self.store.all(Document) if "letter" in document.filename)
        source = Source(SourceId(self._id()), name, kind, letter.id)
        self._do(linking.cite(self._claim(wording), source, CitationId(self._id()), self._stamp(), new=True))

    def _answered(self, wording: str, name: str, question: str, answer: str) -> None:
        """Note that somebody accused was asked, on the record, and replied."""
        source = Source(
            SourceId(self._id()),
            name,
            SourceKind.PERSON,
            note="Managing director of the operator: speaks for the firm.",
            terms=Terms.ON_RECORD,
        )
        contact = Contact(
            ContactId(self._id()),
            source.id,
            CHECKER,
            "2026-03-07",
            Channel.PHONE,
            question,
            answer,
            self._claim(wording).id,
            Reply.GIVEN,
        )
        self._do(register.log(contact, self._stamp(), new=source))

    def _asked(self, wording: str, query: Query, status: QueryStatus, answer: str) -> None:
        """Ask about a claim, and note what the author says to it."""
        self._do(review.ask(replace(query, claim=self._claim(wording).id), self._stamp()))
        asked = self.store.get(Query, query.id)
        assert asked is not None
        self._do(review.answer(asked, replace(asked, status=status, answer=answer), self._stamp()))

    def _asked_about(self, words: str, question: str) -> None:
        """Ask about words of the story that are no claim of their own."""
        story = next(item for item in self.store.all(Document) if item.role is Role.STORY)
        text = self.store.latest(story.id)
        assert text is not None
        start = text.text.index(words)
        place = passage(text, Span(start, start + len(words)))
        self._do(review.ask(Query(QueryId(self._id()), None, question, passage=place), self._stamp()))

    def _owed(self, wording: str, owner: str, due: str) -> None:
        change = review.owe(self._claim(wording), owner, due, self._stamp())
        assert change is not None
        self._do(change)

    def _waived(self, wording: str, reason: str) -> None:
        """Confirm what lacks a second voice, for a written reason."""
        claim = self._claim(wording)
        self._do(review.dispose(claim, Disposition.CONFIRMED, self._stamp(), waiver=reason))

    def _disposed(self, wording: str, disposition: Disposition) -> None:
        self._do(review.dispose(self._claim(wording), disposition, self._stamp()))

    def _claim(self, wording: str) -> Claim:
        for claim in self.store.all(Claim):
            if wording in claim.wording:
                return claim
        raise SystemExit(f"no claim holds “{wording}”")

    def _do(self, change: Change) -> None:
        self.store.apply(change)

    def _stamp(self, by: str = CHECKER) -> Stamp:
        return Stamp(by, next(self._times))

    def _id(self) -> str:
        return f"sample-{next(self._numbers):04}"


def _minutes() -> Iterator[datetime]:
    at = datetime(2026, 3, 7, 9, 0, tzinfo=UTC)
    while True:
        yield at
        at += timedelta(minutes=1)


if __name__ == "__main__":
    main()
