"""Made cases with protected and confidential sources, and where their secrets turn up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from random import Random

from memory_store import MemoryStore

from workbench.change import Change, Stamp, added
from workbench.export import summary_bytes
from workbench.export.profiles import Profile
from workbench.export.report import Report
from workbench.export.separated import csv_files
from workbench.model import (
    Case,
    CaseId,
    Channel,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    ClaimKind,
    Contact,
    ContactId,
    Disposition,
    Document,
    DocumentId,
    Entity,
    Evidence,
    EvidenceId,
    Layout,
    Passage,
    Query,
    QueryId,
    Relation,
    Reply,
    Revision,
    RevisionId,
    Role,
    Sha256,
    Source,
    SourceId,
    SourceKind,
    Status,
    Terms,
    Verdict,
    VerdictId,
    passage,
)
from workbench.text import Span

TEXT_FORMATS = ("html", "md", "json", "annotations.json", "csl.json", "bib", "ris")
_SYLLABLES = "bra dun fel gor hin jal kem lor mip nus pel quin ros tav vex wim yol zed".split()
_AT = datetime(2026, 3, 7, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Secrets:
    """Words that may be nowhere (`real`), not with readers (`confidential`, `kept`), and must be there."""

    real: tuple[str, ...]
    confidential: tuple[str, ...]
    kept: tuple[str, ...]
    public: tuple[str, ...]


def leaks(text: str, secrets: Secrets, profile: Profile) -> list[str]:
    """The secrets that a text holds though it may not."""
    barred = secrets.real
    if profile is Profile.PUBLICATION:
        barred = (*barred, *secrets.confidential, *secrets.kept)
    return [words for words in barred if words in text]


def texts_of(report: Report) -> dict[str, str]:
    """The files that are plain text, by their endings."""
    found = {name: summary_bytes(report, name).decode() for name in TEXT_FORMATS}
    return found | {name: data.decode("utf-8-sig") for name, data in csv_files(report).items()}


class _Maker:
    """Makes one case; every secret is a word that occurs nowhere else."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.values: list[Entity] = []
        self.real: list[str] = []
        self.confidential: list[str] = []
        self.kept: list[str] = []
        self.public: list[str] = []

    def word(self) -> str:
        """A name that was never used before."""
        return "".join(self.random.choice(_SYLLABLES) for _ in range(5)).capitalize()

    def secret(self, into: list[str], before: str = "") -> str:
        """Words with a secret in them."""
        word = self.word()
        into.append(word)
        return f"{before}{word}"


def made_case(seed: int) -> tuple[MemoryStore, Secrets, Stamp]:
    """A case of a few claims and sources, some protected, some confidential."""
    maker, stamp = _Maker(seed), Stamp("Nora Quist", _AT)
    store = MemoryStore()
    store.apply(
        Change("New", stamp, added(Case(CaseId("case"), maker.secret(maker.kept), "two-source", _AT)))
    )
    sources = [_source(maker, number) for number in range(maker.random.randint(2, 5))]
    claims = _story(maker, maker.random.randint(2, 6))
    for number, source in enumerate(sources):
        _evidence(maker, number, source, maker.random.choice(claims))
    store.apply(Change("Fill", stamp, added(*maker.values)))
    # What a protected source is really called is in no case; an export could only make it up.
    known = (tuple(maker.real), tuple(maker.confidential), tuple(maker.kept), tuple(maker.public))
    return store, Secrets(*known), stamp


def _document(maker: _Maker, id: str, role: Role, title: str, text: str, byline: str = "") -> Revision:
    made = Document(DocumentId(id), role, title, byline, kind=SourceKind.LETTER, filename=f"{title}.txt")
    digest = Sha256(sha256(text.encode()).hexdigest())
    written = Revision(RevisionId(f"{id}-1"), made.id, 1, text, digest)
    maker.values += [made, written, Layout(written.id)]
    return written


def _story(maker: _Maker, number: int) -> list[Claim]:
    lines, public = [], []
    for _ in range(number):
        public.append(maker.random.random() < 0.4)
        into = maker.public if public[-1] else maker.kept
        lines.append(f"The {maker.secret(into)} bridge carries {maker.random.randint(2, 90)} lorries a day.")
    story = _document(maker, "story", Role.STORY, "Bridges", "\n\n".join(lines))
    return [_claim(maker, story, at, line, public[at]) for at, line in enumerate(lines)]


def _claim(maker: _Maker, story: Revision, at: int, line: str, public: bool) -> Claim:
    start = story.text.index(line)
    claim = Claim(
        ClaimId(f"claim-{at}"),
        passage(story, Span(start, start + len(line))),
        kind=maker.random.choice(tuple(ClaimKind)),
        disposition=maker.random.choice(tuple(Disposition)),
        note=maker.secret(maker.kept, "Asked about "),
        owner=maker.secret(maker.kept),
        public=public,
    )
    maker.values.append(claim)
    if public or maker.random.random() < 0.5:
        into = maker.public if public else maker.kept
        verdict = Verdict(
            VerdictId(f"v-{at}"), claim.id, "supported", maker.secret(into, "So says "), "Nora Quist", _AT
        )
        maker.values.append(verdict)
    asked = Query(
        QueryId(f"q-{at}"), claim.id, maker.secret(maker.kept, "Where is "), by="Nora Quist", at=_AT
    )
    maker.values.append(asked)
    return claim


def _source(maker: _Maker, number: int) -> Source:
    protected = maker.random.random() < 0.4
    terms = maker.random.choice((*Terms, None))
    closed = protected or terms not in (Terms.ON_RECORD, None)
    name = f"Code {maker.word()}" if protected else maker.secret(maker.confidential if closed else [])
    if protected:
        maker.secret(maker.real)
    into = maker.confidential if closed else maker.kept
    paper = _document(
        maker,
        f"paper-{number}",
        Role.SOURCE,
        f"Letter {maker.secret(maker.confidential) if closed else number}",
        f"I counted {number} lorries, {maker.secret(maker.confidential) if closed else 'and'} no more.",
        maker.secret(maker.confidential) if closed else "",
    )
    source = Source(
        SourceId(f"source-{number}"),
        name,
        SourceKind.PERSON,
        paper.document,
        maker.secret(into, "Knows "),
        terms=terms,
        protected=protected,
    )
    maker.values.append(source)
    return source


def _evidence(maker: _Maker, number: int, source: Source, claim: Claim) -> None:
    closed = source.protected or source.terms not in (Terms.ON_RECORD, None)
    into = maker.confidential if closed else []
    contact = Contact(
        ContactId(f"contact-{number}"),
        source.id,
        "Nora Quist",
        "2026-03-05T14:05",
        Channel.PHONE,
        maker.secret(into, "Is it "),
        maker.secret(into, "It is "),
        claim.id,
        maker.random.choice((Reply.GIVEN, None)),
    )
    text = next(one for one in maker.values if isinstance(one, Revision) and one.document == source.document)
    words: Passage = passage(text, Span(0, len(text.text)))
    relation = maker.random.choice(tuple(Relation))
    status = maker.random.choice((Status.ACCEPTED, Status.PROPOSED))
    note = maker.secret(maker.kept, "See ")
    found = Evidence(EvidenceId(f"e-{number}"), claim.id, words, relation, status, note=note)
    maker.values += [contact, found, Citation(CitationId(f"c-{number}"), claim.id, source.id)]
