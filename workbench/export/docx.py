"""The annotated copy: the story as a Word document, with a real comment on each claim.

A Word comment is anchored to whole runs, so the text is cut at every edge of every claim;
overlapping claims then share runs, each keeping its own comment.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

from docx import Document as new_document
from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from workbench.export import words
from workbench.export.docx_parts import GREY, link
from workbench.export.letters import legal
from workbench.export.report import Judged, Report, Witness
from workbench.text import Span

AUTHOR = "Twosource"
_LONGEST_PROPERTY = 255
"""Characters that a document property may have (python-docx refuses more)."""


def to_docx(report: Report) -> bytes:
    """The story with one comment a claim, followed by the documents it was compared with."""
    document = new_document()
    document.core_properties.title = legal(words.called(report.story))[:_LONGEST_PROPERTY]
    document.core_properties.author = legal(", ".join(report.checkers) or AUTHOR)[:_LONGEST_PROPERTY]
    _title(document, report)
    runs = _story(document, report)
    for claim in report.claims:
        covered = [run for span, run in runs if claim.span.contains(span)]
        if covered:
            comment_on(document, report, claim, covered)
    _drafts(document, report)
    _other_queries(document, report)
    _scale(document, report)
    _sources(document, report)
    _documents(document, report)
    _approval(document, report)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _title(document: WordDocument, report: Report) -> None:
    if not any(_is_title(line.of(report.text), report) for line in _lines(report.text)):
        document.add_heading(legal(words.called(report.story)), 0)
    parts = (words.imprint(report.story), f"draft {report.draft}", f"annotated {words.moment(report.made)}")
    if report.approval and report.approval.warning:
        document.add_paragraph().add_run(legal(report.approval.warning)).bold = True
    line = document.add_paragraph().add_run(legal(" · ".join(part for part in parts if part)))
    line.font.size = Pt(9)
    line.font.color.rgb = GREY


def _story(document: WordDocument, report: Report) -> list[tuple[Span, Run]]:
    """The story's text in runs that no claim or furniture begins or ends within; furniture is grey."""
    spans = (*(claim.span for claim in report.claims), *report.furniture)
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    runs: list[tuple[Span, Run]] = []
    for line in _lines(report.text):
        paragraph = _paragraph(document, line.of(report.text), report)
        runs += [(piece, paragraph.add_run(legal(piece.of(report.text)))) for piece in _pieces(line, edges)]
    for piece, run in runs:
        if any(span.contains(piece) for span in report.furniture):
            run.font.color.rgb = GREY
    return runs


def _paragraph(document: WordDocument, line: str, report: Report) -> Paragraph:
    style = "Heading 1" if _is_title(line, report) else None
    paragraph: Paragraph = document.add_paragraph(style=style)
    return paragraph


def _is_title(line: str, report: Report) -> bool:
    return line.strip() == report.story.title.strip()


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _pieces(line: Span, edges: list[int]) -> Iterator[Span]:
    cuts = [line.start, *(edge for edge in edges if line.start < edge < line.end), line.end]
    for start, end in pairwise(cuts):
        yield Span(start, end)


def comment_on(document: WordDocument, report: Report, claim: Judged, runs: list[Run]) -> None:
    """Put what the report says of a claim into a comment from the first to the last of these runs."""
    author = _author(report, claim)
    comment = document.add_comment(runs, text="", author=legal(author), initials=_initials(legal(author)))
    lines = [legal(line) for line in _said(claim)]
    comment.paragraphs[0].add_run(lines[0]).bold = True
    for line in [*lines[1:], words.without_passages(report, claim)] if claim.kept_back else lines[1:]:
        comment.add_paragraph(line)
    link(comment.add_paragraph(), f"Record {claim.id}", words.opens(report, "claim", claim.id))


def _author(report: Report, claim: Judged) -> str:
    """Who gave the verdict, else the first checker; nobody has looked at what is only proposed."""
    if claim.verdict:
        return claim.verdict.by
    return AUTHOR if claim.proposed or not report.checkers else report.checkers[0]


def _said(claim: Judged) -> Iterator[str]:
    yield f"{claim.number}. {words.symbol(claim)} {words.verdict(claim)} · {claim.disposition.value}"
    if claim.verdict and claim.verdict.conclusion:
        yield claim.verdict.conclusion
    if claim.proposed and claim.reasons:
        yield f"Worth checking: {'; '.join(claim.reasons)}"
    for chain in claim.said_by:
        yield f"Said by: {chain}"
    for source in claim.sources:
        yield f"Source cited: {source.name} ({words.standing(source)})"
    if claim.reply:
        yield f"Right of reply: {words.reply(claim.reply)}"
    if claim.counted:
        yield f"Independent origins: {words.origins(claim)}"
        yield from words.origin_lines(claim)
    for heading, relation in words.RELATIONS:
        for witness in claim.bearing(relation):
            yield f"{heading}: {_witnessed(witness)}"
    for witness in claim.suggested[: words.SHOWN]:
        yield f"Suggested, not yet confirmed. {words.SUGGESTED[witness.relation]}: {_witnessed(witness)}"
    if words.more(claim):
        yield words.more(claim)
    if claim.answer:
        yield f"Claimant’s answer: {claim.answer}"
    if claim.note:
        yield f"Note: {claim.note}"
    if words.owed(claim):
        yield f"Owed by: {words.owed(claim)}"
    if words.confirmed(claim):
        yield f"Rule for confirming: {words.confirmed(claim)}"
    for query in claim.queries:
        yield f"{words.query_heading(query)}: {words.query_words(query, claim.wording)}"


def _witnessed(witness: Witness) -> str:
    note = f" Note: {witness.note}" if witness.note else ""
    imprint = words.imprint(witness.document)
    title = words.called(witness.document) + (f", {imprint}" if imprint else "")
    return f"{words.quoted(witness.quotation)} ({title}, {witness.place}){note}"


def _other_queries(document: WordDocument, report: Report) -> None:
    if report.queries:
        document.add_heading("Other queries to the author", 2)
    for query in report.queries:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(legal(f"{words.query_heading(query)}: ")).bold = True
        line.add_run(legal(words.query_words(query)))


def _approval(document: WordDocument, report: Report) -> None:
    if report.approval is None:
        return
    document.add_heading("Signatures", 2)
    for label, value in report.approval.facts():
        line = document.add_paragraph(style="List Bullet")
        line.add_run(legal(f"{label}: ")).bold = True
        line.add_run(legal(value))


def _scale(document: WordDocument, report: Report) -> None:
    if words.steps(report):
        document.add_heading("What the verdicts mean", 2)
    for label, definition in words.steps(report):
        line = document.add_paragraph(style="List Bullet")
        line.add_run(legal(f"{label}: ")).bold = True
        line.add_run(legal(definition))


def _drafts(document: WordDocument, report: Report) -> None:
    if lines := report.drafts.lines():
        document.add_heading("Changed since earlier drafts", 2)
        for line in lines:
            document.add_paragraph(legal(line), style="List Bullet")


def _sources(document: WordDocument, report: Report) -> None:
    """The register, on pages of its own after the story."""
    if not report.register:
        return
    document.add_heading("Sources (for the desk only)" if report.internal else "Sources", 2)
    for entry in report.register:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(legal(entry.source.name)).bold = True
        cited = f"cited for {words.cited_for(entry)}" if entry.claims else ""
        titles = "; ".join(words.called(paper) for paper in entry.documents)
        facts = (words.standing(entry.source), cited, entry.source.note, titles and f"Documents: {titles}")
        line.add_run(legal(" · ".join(("", *(fact for fact in facts if fact)))))
        for contact in entry.contacts:
            said = legal(f"{words.met(contact)}. {words.exchanged(contact)}")
            document.add_paragraph(said, style="List Bullet 2")


def _documents(document: WordDocument, report: Report) -> None:
    document.add_heading("Compared with", 2)
    if not report.documents:
        document.add_paragraph("No other document.")
    for other in report.documents:
        known = (words.called(other), words.imprint(other), other.kind.value, words.rank(other))
        parts = (*known, words.where(report, other))
        document.add_paragraph(legal(" · ".join(part for part in parts if part)), style="List Bullet")
    foot = document.add_paragraph().add_run(legal(words.colophon(report)))
    foot.font.size = Pt(8)
    foot.font.color.rgb = GREY


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())[:4].upper()
