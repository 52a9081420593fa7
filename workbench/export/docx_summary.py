"""The summary as a Word document: what was checked, a table of the claims, then every claim by itself."""

from __future__ import annotations

import io
from collections.abc import Iterable

from docx import Document as new_document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from workbench.export import words
from workbench.export.docx_parts import TONES, add_row, link, number_pages, paragraph_in, say, table
from workbench.export.letters import legal
from workbench.export.report import Judged, Report, Witness
from workbench.export.sources import Registered
from workbench.model import Document

_LONGEST_PROPERTY = 255
_IN_TABLE = 160
"""Characters of a claim that the table of claims shows; below it stands in full."""
_FACT, _LABEL_PT = "Fact", 136
_INK = RGBColor(0x1D, 0x1D, 0x1F)


def to_docx_summary(report: Report) -> bytes:
    """The summary, with headings that Word's navigation knows, links, and numbered pages."""
    document = new_document()
    _dress(document, report)
    _head(document, report)
    _lines(document, "What could not be settled", map(_unsettled, report.unsettled))
    _lines(document, "Changed since earlier drafts", report.drafts.lines())
    _overview(document, report)
    say(paragraph_in(document, "Heading1"), "Claims")
    if not report.claims:
        say(paragraph_in(document), "No claim has been marked in this story.")
    for claim in report.claims:
        _claim(document, report, claim)
    _queries(document, report)
    _remarks(document, report)
    _scale(document, report)
    _sources(document, report)
    _documents(document, report)
    foot = paragraph_in(document)
    foot.paragraph_format.space_before = Pt(14)
    say(foot, words.colophon(report), muted=True, pt=8)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _dress(document: WordDocument, report: Report) -> None:
    title = f"{words.title(report)}: {words.called(report.story)}"
    document.core_properties.title = legal(title)[:_LONGEST_PROPERTY]
    document.core_properties.author = legal(", ".join(report.checkers) or "Twosource")[:_LONGEST_PROPERTY]
    document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    for name, points in (("Title", 20), ("Heading 1", 14), ("Heading 2", 11.5), ("Heading 3", 9.5)):
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(points), _INK
    _fact_style(document)
    number_pages(document, _shortened(words.called(report.story), 80))


def _head(document: WordDocument, report: Report) -> None:
    desk = " · for the desk only" if report.internal else ""
    say(paragraph_in(document), f"{words.title(report)}{desk}", muted=True, bold=True, pt=9)
    say(paragraph_in(document, "Title"), words.called(report.story))
    if imprint := words.imprint(report.story):
        say(paragraph_in(document), imprint, muted=True)
    if report.approval and report.approval.warning:
        say(paragraph_in(document), report.approval.warning, bold=True, colour=TONES["bad"])
    _facts(document, words.head(report))


def _facts(document: WordDocument, told: Iterable[tuple[str, str]]) -> None:
    """Labels and values side by side: a tab, and a margin where the values stand."""
    for label, value in told:
        line = paragraph_in(document, _FACT)
        say(line, label, muted=True)
        say(line, f"\t{value}")


def _fact_style(document: WordDocument) -> None:
    style = document.styles.add_style(_FACT, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = document.styles["Normal"], Pt(9)
    shape = style.paragraph_format
    shape.left_indent, shape.first_line_indent = Pt(_LABEL_PT), Pt(-_LABEL_PT)
    shape.space_after = Pt(2)
    shape.tab_stops.add_tab_stop(Pt(_LABEL_PT))


def _lines(document: WordDocument, heading: str, lines: Iterable[str]) -> None:
    told = list(lines)
    if told:
        say(paragraph_in(document, "Heading1"), heading)
    for line in told:
        say(paragraph_in(document, "ListBullet"), line)


def _unsettled(claim: Judged) -> str:
    return f"Claim {claim.number}: {words.quoted(claim.wording)} ({claim.disposition.value})"


def _overview(document: WordDocument, report: Report) -> None:
    """The table of claims."""
    if not report.claims:
        return
    say(paragraph_in(document, "Heading1"), "At a glance")
    made = table(document, ("No.", "Claim", "Verdict", "State", "For it / against it"), (30, 225, 85, 70, 65))
    for claim in report.claims:
        sides = [len(claim.bearing(relation)) for _, relation in (words.RELATIONS[1], words.RELATIONS[0])]
        state = "" if report.public else claim.disposition.value
        verdict = f"{words.symbol(claim)} {words.verdict(claim)}"
        wording = _shortened(claim.wording, _IN_TABLE)
        add_row(made, (str(claim.number), wording, verdict, state, f"{sides[0]} / {sides[1]}"))
    paragraph_in(document)


def _claim(document: WordDocument, report: Report, claim: Judged) -> None:
    heading = f"{claim.number}. {words.symbol(claim)} {words.verdict(claim)}"
    say(paragraph_in(document, "Heading2"), heading, colour=TONES.get(words.tone(claim)))
    wording = _kept_with_next(paragraph_in(document))
    say(wording, words.quoted(claim.wording), bold=True, pt=12)
    say(paragraph_in(document), words.standing_of(report, claim), muted=True, pt=9)
    if claim.verdict and claim.verdict.conclusion:
        say(paragraph_in(document), claim.verdict.conclusion)
    _facts(document, words.facts(claim))
    _record(paragraph_in(document), report, "claim", claim.id)
    for told, relation in words.RELATIONS:
        _passages(document, report, told, claim.bearing(relation))
    shown = claim.suggested[: words.SHOWN]
    _passages(document, report, "Suggested by Twosource, not yet confirmed", shown)
    for line in filter(None, (words.more(claim), words.without_passages(report, claim))):
        say(paragraph_in(document), line, muted=True, pt=9)


def _passages(document: WordDocument, report: Report, heading: str, passages: Iterable[Witness]) -> None:
    found = list(passages)
    if found:
        say(paragraph_in(document, "Heading3"), heading)
    for witness in found:
        line = _kept_with_next(paragraph_in(document, "ListBullet"))
        say(line, words.quoted(witness.quotation))
        _passage_foot(paragraph_in(document, "ListContinue"), report, witness)


def _passage_foot(line: Paragraph, report: Report, witness: Witness) -> None:
    relation = f"{words.SUGGESTED[witness.relation]} · " if witness.proposed else ""
    say(line, relation, muted=True, pt=9)
    _titled(line, witness.document)
    say(line, f" · {words.found_in(witness)}", muted=True, pt=9)
    _opener(line, report, "evidence", witness.id)
    if witness.reasons:
        say(line, f"\nWhy: {'; '.join(witness.reasons)}", muted=True, pt=9)
    if witness.note:
        say(line, f"\nNote: {witness.note}", pt=9)


def _titled(line: Paragraph, document: Document) -> None:
    """The title of a document, leading to it where it has an address that is safe to follow."""
    address = words.web(document.url or "")
    if address == "#":
        say(line, words.called(document), muted=True, pt=9)
    else:
        link(line, words.called(document), address, pt=9)


def _queries(document: WordDocument, report: Report) -> None:
    if report.queries:
        say(paragraph_in(document, "Heading1"), "Other queries to the author")
    for query in report.queries:
        line = paragraph_in(document, "ListBullet")
        say(line, f"{words.query_heading(query)}: ", bold=True)
        say(line, words.query_words(query))
        _opener(line, report, "query", query.id)


def _remarks(document: WordDocument, report: Report) -> None:
    if report.remarks:
        say(paragraph_in(document, "Heading1"), "Remarks of others, still to be looked at")
    for remark in report.remarks:
        line = paragraph_in(document, "ListBullet")
        say(line, f"{words.remark_heading(remark)}: ", bold=True)
        say(line, remark.text)


def _scale(document: WordDocument, report: Report) -> None:
    if meanings := words.steps(report):
        say(paragraph_in(document, "Heading1"), "What the verdicts mean")
        _facts(document, meanings)


def _sources(document: WordDocument, report: Report) -> None:
    if report.register:
        say(paragraph_in(document, "Heading1"), "Sources")
    for entry in report.register:
        _source(document, report, entry)


def _source(document: WordDocument, report: Report, entry: Registered) -> None:
    line = paragraph_in(document, "ListBullet")
    say(line, entry.source.name, bold=True)
    cited = f" · cited for {words.cited_for(entry)}" if entry.claims else ""
    say(line, f" · {words.standing(entry.source)}{cited}", muted=True, pt=9)
    _opener(line, report, "source", entry.source.id)
    titles = "; ".join(words.called(paper) for paper in entry.documents)
    for told in filter(None, (entry.source.note, titles and f"Documents: {titles}")):
        say(paragraph_in(document, "ListContinue"), told, pt=9)
    for contact in entry.contacts:
        said = f"{words.met(contact)}. {words.exchanged(contact)}"
        say(paragraph_in(document, "ListContinue"), said, pt=9)


def _documents(document: WordDocument, report: Report) -> None:
    say(paragraph_in(document, "Heading1"), "Documents")
    if not report.documents:
        say(paragraph_in(document), "No document.")
        return
    made = table(document, ("Title", "Outlet and date", "Kind", "Where"), (150, 105, 85, 135))
    for other in report.documents:
        kind = f"{other.kind.value}, {words.rank(other)}"
        printed = words.day(other.published) if other.published else ""
        outlet = " · ".join(part for part in (other.byline, other.outlet, printed) if part)
        cells = add_row(made, (words.called(other), outlet or "–", kind, ""))
        _found_at(cells[3].paragraphs[0], report, other)


def _found_at(line: Paragraph, report: Report, document: Document) -> None:
    address = words.web(document.url or "")
    if address == "#":
        say(line, words.where(report, document), pt=9)
    else:
        link(line, words.where(report, document), address, pt=9)
    archived = words.web(document.archived_url or "")
    if archived != "#":
        say(line, " · ", pt=9)
        link(line, "archived copy", archived, pt=9)
    if document.accessed:
        say(line, f" · accessed {words.day(document.accessed)}", muted=True, pt=9)
    _opener(line, report, "document", document.id)


def _record(line: Paragraph, report: Report, kind: str, id: str) -> None:
    say(line, f"Record {id}", muted=True, pt=8)
    _opener(line, report, kind, id)


def _opener(line: Paragraph, report: Report, kind: str, id: str) -> None:
    """A link that opens the item in Twosource; readers have no use for it."""
    if not report.public:
        say(line, " · ", muted=True, pt=8)
        link(line, "open in Twosource", words.opens(report, kind, id), pt=8)


def _kept_with_next(paragraph: Paragraph) -> Paragraph:
    paragraph._p.get_or_add_pPr().keepNext_val = True
    return paragraph


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
