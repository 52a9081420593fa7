"""The summary as a list of blocks, for whoever lays pages out: no markup, only what stands where and why.

Blocks are plain tuples, so that a page travels to another process as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from workbench.export import words
from workbench.export.letters import legal
from workbench.export.report import Judged, Report, Witness
from workbench.export.sources import Registered
from workbench.model import Document, Relation

HEAD_SHOWN = 12
"""How many signs of the record's last hash stand at the foot of each page."""


_FOLLOWED = ("http://", "https://", "twosource://")
"""How an address begins that a page may lead to."""

_TONES = ("good", "bad", "care", "open", "accent", "muted")
"""The colours there are; a scale that was made elsewhere may name another."""


class Style(StrEnum):
    """What a paragraph is."""

    KICKER = "kicker"
    TITLE = "title"
    META = "meta"
    WARNING = "warning"
    SECTION = "section"
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    WORDING = "wording"
    QUOTATION = "quotation"
    SMALL = "small"
    NOTE = "note"
    NAME = "name"
    COLOPHON = "colophon"


class Run(NamedTuple):
    """Words in one look; a line feed begins a new line.

    `tone` is "muted" or what a verdict's colour means; `link` an address, or "#3" for claim 3.
    """

    words: str
    tone: str = ""
    is_bold: bool = False
    link: str = ""


Runs = tuple[Run, ...]


class Text(NamedTuple):
    """A paragraph.

    `inset` is the tone of the bar beside it, for a passage; one that `keeps` stays on the page of the next.
    `mark` are the words of its bookmark.
    """

    style: Style
    runs: Runs
    inset: str = ""
    keeps: bool = False
    mark: str = ""


class Judgement(NamedTuple):
    """The line above a claim: its number, its verdict as a chip with symbol and tone, and how it stands."""

    number: str
    verdict: str
    tone: str
    standing: str
    mark: str = ""


class Facts(NamedTuple):
    """Names and values side by side; `share` (percent) is what the names take of the measure."""

    rows: tuple[tuple[str, Runs], ...]
    share: int = 25


class Table(NamedTuple):
    """Columns under a head that stands on every page; `shares` (percent) are their widths."""

    head: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[Runs, ...], ...]


class Rule(NamedTuple):
    """A hairline."""

    tone: str = "line"


Block = Text | Judgement | Facts | Table | Rule


class Page(NamedTuple):
    """A whole summary: what it is called, where its record ends (for the foot of each page), its blocks."""

    title: str
    record: str
    language: str
    blocks: tuple[Block, ...]


def blocks(report: Report) -> Page:
    """All that the summary's web page says, in the same order."""
    title = f"{words.title(report)}: {words.called(report.story)}"
    record = f"Change {report.changes}, {report.head[:HEAD_SHOWN]}"
    return Page(_folded(title), record, report.story.language or "en", tuple(_all(report)))


def to_blocks(report: Report) -> str:
    """The same as JSON: every block a list that begins with the name of its kind."""
    page = blocks(report)
    told = [(type(block).__name__, *block) for block in page.blocks]
    return json.dumps((*page[:-1], told))


def from_blocks(told: str) -> Page:
    """What `to_blocks` wrote."""
    title, record, language, listed = json.loads(told)
    return Page(title, record, language, tuple(_read(kind, *values) for kind, *values in listed))


def _read(kind: str, *values: Any) -> Block:
    match kind:
        case "Text":
            style, runs, *rest = values
            return Text(Style(style), _runs(runs), *rest)
        case "Facts":
            return Facts(tuple((label, _runs(runs)) for label, runs in values[0]), values[1])
        case "Table":
            head, shares, rows = values
            return Table(tuple(head), tuple(shares), tuple(tuple(map(_runs, row)) for row in rows))
        case "Judgement":
            return Judgement(*values)
    return Rule(*values)


def _runs(told: Iterable[Iterable[Any]]) -> Runs:
    return tuple(Run(*run) for run in told)


def _all(report: Report) -> Iterator[Block]:
    yield from _opening(report)
    yield from _unsettled(report)
    yield from _drafts(report)
    yield _section("Claims")
    for claim in report.claims:
        yield from _claim(report, claim)
    if not report.claims:
        yield _text(Style.BODY, "No claim has been marked in this story.")
    yield from _queries(report)
    yield from _remarks(report)
    yield from _scale(report)
    yield from _register(report)
    yield from _documents(report)
    yield _text(Style.COLOPHON, words.colophon(report), "muted")


def _folded(text: str) -> str:
    """The text on one line, without letters that no file holds."""
    return " ".join(legal(text).split())


def _run(text: str, tone: str = "", *, link: str | None = None) -> Run:
    followed = link if link and link.lower().startswith(_FOLLOWED) else ""
    return Run(_folded(text), tone, False, legal(followed))


def _text(style: Style, text: str, tone: str = "") -> Text:
    return Text(style, (_run(text, tone),))


def _section(title: str) -> Text:
    return Text(Style.SECTION, (Run(title),), mark=title)


def _joined(*parts: Iterable[Run]) -> Runs:
    """Parts of a line with middle dots between them; empty ones fall away."""
    given = [tuple(part) for part in parts]
    filled = [part for part in given if any(run.words for run in part)]
    runs = filled[0] if filled else ()
    for part in filled[1:]:
        runs = (*runs, Run(" · ", "muted"), *part)
    return runs


def _opened(report: Report, kind: str, id: str, text: str = "open in Twosource") -> Runs:
    """The address that opens an item in Twosource; readers have no use for it."""
    return () if report.public else (_run(text, "muted", link=words.opens(report, kind, id)),)


def _opening(report: Report) -> Iterator[Block]:
    for_desk = " · for the desk only" if report.internal else ""
    yield _text(Style.KICKER, f"{words.title(report)}{for_desk}", "muted")
    yield _text(Style.TITLE, words.called(report.story))
    if imprint := words.imprint(report.story):
        yield _text(Style.META, imprint, "muted")
    if report.approval and report.approval.warning:
        yield _text(Style.WARNING, report.approval.warning, "bad")
    yield Facts(tuple((label, (_run(value),)) for label, value in words.head(report)), share=28)


def _unsettled(report: Report) -> Iterator[Block]:
    if report.unsettled:
        yield _section("What could not be settled")
    for claim in report.unsettled:
        step = f"; {claim.step.label}" if claim.step else ""
        state = _run(f"({claim.disposition.value}{step})", "muted")
        said = f": {_folded(words.quoted(claim.wording))} "
        yield Text(
            Style.ITEM, (Run(f"Claim {claim.number}", "accent", link=f"#{claim.number}"), Run(said), state)
        )


def _drafts(report: Report) -> Iterator[Block]:
    if lines := report.drafts.lines():
        yield _section("Changed since earlier drafts")
        yield from (_text(Style.ITEM, line) for line in lines)


def _claim(report: Report, claim: Judged) -> Iterator[Block]:
    if claim is not report.claims[0]:
        yield Rule()
    yield _judgement(report, claim)
    yield _text(Style.WORDING, words.quoted(claim.wording))
    if claim.verdict and claim.verdict.conclusion:
        yield _text(Style.BODY, claim.verdict.conclusion)
    yield Facts((*_facts(claim), ("Record", _record(report, claim))))
    for heading, relation in words.RELATIONS:
        tone = _relation_tone(relation)
        if witnesses := claim.bearing(relation):
            yield Text(Style.HEADING, (Run(heading, tone),))
        for witness in witnesses:
            yield from _passage(report, witness, tone)
    yield from _suggestions(report, claim)
    if untold := words.without_passages(report, claim):
        yield _text(Style.SMALL, untold, "muted")


def _judgement(report: Report, claim: Judged) -> Judgement:
    verdict = _folded(f"{words.symbol(claim)} {words.verdict(claim)}")
    standing = _folded(words.standing_of(report, claim))
    tone = words.tone(claim) if words.tone(claim) in _TONES else "open"
    return Judgement(str(claim.number), verdict, tone, standing, f"Claim {claim.number}: {verdict}")


def _facts(claim: Judged) -> Iterator[tuple[str, Runs]]:
    for label, value in words.facts(claim):
        if label == "Independent origins":
            lines = (Run(f"\n{_folded(line)}", "muted") for line in words.origin_lines(claim))
            yield label, (_run(words.origins(claim)), *lines)
        else:
            yield label, (_run(value),)


def _record(report: Report, claim: Judged) -> Runs:
    return _opened(report, "claim", claim.id, claim.id) or (_run(claim.id, "muted"),)


def _relation_tone(relation: Relation) -> str:
    return {Relation.CONTRADICTS: "bad", Relation.SUPPORTS: "good", Relation.CONTEXT: "open"}[relation]


def _suggestions(report: Report, claim: Judged) -> Iterator[Block]:
    if claim.suggested:
        yield _text(Style.HEADING, "Suggested by Twosource, not yet confirmed", "muted")
    for witness in claim.suggested[: words.SHOWN]:
        label = Run(words.SUGGESTED[witness.relation], _relation_tone(witness.relation), is_bold=True)
        yield from _passage(report, witness, "line", label)
    if more := words.more(claim):
        yield _text(Style.SMALL, more, "muted")


def _passage(report: Report, witness: Witness, tone: str, *label: Run) -> Iterator[Text]:
    quotation = Text(Style.QUOTATION, (_run(words.quoted(witness.quotation)),), tone)
    lines = [quotation, Text(Style.SMALL, _origin(report, witness, *label), tone)]
    if witness.reasons:
        lines.append(Text(Style.SMALL, (_run(f"Why: {'; '.join(witness.reasons)}", "muted"),), tone))
    if witness.note:
        lines.append(Text(Style.NOTE, (_run(witness.note),), tone))
    yield from (line._replace(keeps=True) for line in lines[:-1])
    yield lines[-1]


def _origin(report: Report, witness: Witness, *label: Run) -> Runs:
    document = witness.document
    title = _run(words.called(document), "" if document.url else "muted", link=document.url)
    found = _run(words.found_in(witness), "muted")
    return _joined(label, (title,), (found,), _opened(report, "evidence", witness.id))


def _queries(report: Report) -> Iterator[Block]:
    if report.queries:
        yield _section("Other queries to the author")
        rows = (
            (
                words.query_heading(query),
                _joined((_run(words.query_words(query)),), _opened(report, "query", query.id)),
            )
            for query in report.queries
        )
        yield Facts(tuple(rows))


def _remarks(report: Report) -> Iterator[Block]:
    if report.remarks:
        yield _section("Remarks of others, still to be looked at")
        rows = ((_folded(words.remark_heading(remark)), (_run(remark.text),)) for remark in report.remarks)
        yield Facts(tuple(rows), share=38)


def _scale(report: Report) -> Iterator[Block]:
    if meanings := words.steps(report):
        yield _section("What the verdicts mean")
        yield Facts(tuple((_folded(label), (_run(meaning),)) for label, meaning in meanings))


def _register(report: Report) -> Iterator[Block]:
    if report.register:
        yield _section("Sources")
    for entry in report.register:
        yield from _source(report, entry)


def _source(report: Report, entry: Registered) -> Iterator[Block]:
    name = Run(_folded(entry.source.name), is_bold=True)
    cited = f"cited for {words.cited_for(entry)}" if entry.claims else ""
    standing = _run(words.standing(entry.source), "muted")
    opened = _opened(report, "source", entry.source.id)
    yield Text(Style.NAME, _joined((name,), (standing,), (_run(cited, "muted"),), opened))
    if entry.source.note:
        yield _text(Style.NOTE, entry.source.note)
    if entry.documents:
        titles = "; ".join(words.called(document) for document in entry.documents)
        yield _text(Style.SMALL, f"Documents: {titles}", "muted")
    for contact in entry.contacts:
        yield _text(Style.SMALL, f"{words.met(contact)}. {words.exchanged(contact)}", "muted")


def _documents(report: Report) -> Iterator[Block]:
    yield _section("Documents")
    if report.documents:
        rows = tuple(_row(report, document) for document in report.documents)
        yield Table(("Title", "Outlet", "Date", "Kind", "Where"), (30, 16, 16, 14, 24), rows)
    else:
        told = "The story has not been compared with any other document."
        yield _text(Style.BODY, "No document." if report.public else told)


def _row(report: Report, document: Document) -> tuple[Runs, ...]:
    byline = (Run(f"\n{_folded(document.byline)}", "muted"),) if document.byline else ()
    kind = f"{document.kind.value}, {words.rank(document)}"
    return (
        (_run(words.called(document)), *byline),
        (_run(document.outlet or "–"),),
        (_run(words.day(document.published)),),
        (_run(kind),),
        _whereabouts(report, document),
    )


def _whereabouts(report: Report, document: Document) -> Runs:
    lines = [_run(words.where(report, document), link=document.url)]
    if document.archived_url:
        lines.append(_run("archived copy", link=document.archived_url))
    if document.accessed:
        lines.append(_run(f"accessed {words.day(document.accessed)}", "muted"))
    lines += _opened(report, "document", document.id)
    return (lines[0], *(run._replace(words=f"\n{run.words}") for run in lines[1:]))
