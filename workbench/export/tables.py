"""A report as tables: claims, evidence, sources, queries, documents. Spreadsheets are written from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.export import words
from workbench.export.report import Judged, Report, Witness
from workbench.model import Document, Query
from workbench.pointers import pointer

Row = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and how wide it is shown, in characters. The words of a `link` lead there."""

    name: str
    width: int
    link: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name; every row has a cell for each column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


_NUMBER = Column("Claim", 7)
_WORDING = Column("Wording", 50)
_RECORD = Column("Record", 34)
_OPEN = Column("Open in Twosource", 20, link=True)


def tables(report: Report) -> tuple[Table, ...]:
    """Every table of the report, the claims first; queries are no matter for readers."""
    asked = () if report.public else (_queries(report),)
    return (_claims(report), _evidence(report), _sources(report), *asked, _documents(report))


def _claims(report: Report) -> Table:
    columns = (
        *(
            _NUMBER,
            _WORDING,
            Column("Place", 16),
            Column("Said by", 34),
            Column("Kind", 12),
            Column("Risk", 12),
        ),
        *(
            Column("Disposition", 14),
            Column("Verdict", 18),
            Column("Conclusion", 50),
            Column("Verdict by", 18),
        ),
        *(Column("Verdict on", 12), Column("Independent origins", 12), Column("Claimant’s answer", 40)),
        *(Column("Note", 40), Column("For publication", 10), _RECORD, _OPEN),
    )
    return Table("Claims", columns, tuple(_claim_row(report, claim) for claim in report.claims))


def _claim_row(report: Report, claim: Judged) -> Row:
    given = claim.verdict
    return (
        *(claim.number, claim.wording, claim.place, "; ".join(claim.said_by), claim.kind, claim.risk),
        "proposed" if claim.proposed else claim.disposition.value,
        claim.step.label if claim.step else "",
        given.conclusion if given else "",
        given.by if given else "",
        given.at.date().isoformat() if given else "",
        claim.independence.count if claim.counted else "",
        *(
            claim.answer,
            claim.note,
            "yes" if claim.public else "no",
            claim.id,
            pointer(report.case.id, "claim", claim.id),
        ),
    )


def _evidence(report: Report) -> Table:
    columns = (
        *(_NUMBER, _WORDING, Column("Relation", 14), Column("Quotation", 60), Column("Place", 16)),
        *(Column("Document", 40), Column("Outlet", 24), Column("Published", 12), Column("Kind", 16)),
        *(Column("Rank", 10), Column("State", 12), Column("Note", 40), Column("Address", 40, link=True)),
        *(Column("Archived copy", 40, link=True), Column("Accessed", 12), _RECORD, _OPEN),
    )
    rows = (_evidence_row(report, claim, one) for claim in report.claims for one in claim.witnesses)
    return Table("Evidence", columns, tuple(rows))


def _evidence_row(report: Report, claim: Judged, one: Witness) -> Row:
    document = one.document
    return (
        *(claim.number, claim.wording, one.relation.value, one.quotation, one.place, words.called(document)),
        *(document.outlet, document.published or "", document.kind.value, words.rank(document)),
        "suggested" if one.proposed else "linked",
        *(one.note, document.url or "", document.archived_url or "", document.accessed or ""),
        *(one.id, pointer(report.case.id, "evidence", one.id)),
    )


def _sources(report: Report) -> Table:
    columns = (
        *(Column("Source", 34), Column("Kind", 16), Column("Rank", 10), Column("Terms", 16)),
        *(Column("Cited for", 20), Column("Note", 40), Column("Documents", 50), Column("Contacts", 60)),
        *(_RECORD, _OPEN),
    )
    return Table("Sources", columns, tuple(_source_rows(report)))


def _source_rows(report: Report) -> Iterator[Row]:
    for entry in report.register:
        source = entry.source
        yield (
            *(source.name, source.kind.value, "primary" if source.is_primary else "secondary"),
            *(source.terms.value if source.terms else "", words.cited_for(entry), source.note),
            "; ".join(words.called(document) for document in entry.documents),
            "\n".join(f"{words.met(one)}. {words.exchanged(one)}" for one in entry.contacts),
            *(source.id, pointer(report.case.id, "source", source.id)),
        )


def _queries(report: Report) -> Table:
    columns = (
        *(_NUMBER, _WORDING, Column("Question", 50), Column("Proposed wording", 50), Column("Reason", 40)),
        *(Column("Status", 12), Column("Answer", 50), Column("Asked by", 18), _RECORD, _OPEN),
    )
    rows = [
        _query_row(report, claim.number, claim.wording, query)
        for claim in report.claims
        for query in claim.queries
    ]
    loose = [
        _query_row(report, "", query.passage.quote.exact if query.passage else "", query)
        for query in report.queries
    ]
    return Table("Queries", columns, (*rows, *loose))


def _query_row(report: Report, number: int | str, about: str, query: Query) -> Row:
    return (
        *(number, about, query.question, query.wording, query.reason, query.status.value),
        *(query.answer, query.by, query.id, pointer(report.case.id, "query", query.id)),
    )


def _documents(report: Report) -> Table:
    columns = (
        *(Column("Title", 50), Column("Byline", 24), Column("Outlet", 24), Column("Published", 12)),
        *(Column("Kind", 16), Column("Rank", 10), Column("Language", 10), Column("Address", 40, link=True)),
        *(Column("Archived copy", 40, link=True), Column("Accessed", 12), Column("File", 30), _RECORD, _OPEN),
    )
    return Table(
        "Documents", columns, tuple(_document_row(report, one) for one in (report.story, *report.documents))
    )


def _document_row(report: Report, document: Document) -> Row:
    return (
        *(words.called(document), document.byline, document.outlet, document.published or ""),
        *(document.kind.value, words.rank(document), document.language or "", document.url or ""),
        *(document.archived_url or "", document.accessed or "", document.filename),
        *(document.id, pointer(report.case.id, "document", document.id)),
    )


def headings(table: Table) -> Sequence[str]:
    """The names of the columns."""
    return [column.name for column in table.columns]
