"""The summary as Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.export import words
from workbench.export.letters import legal
from workbench.export.report import Judged, Report, Witness
from workbench.export.sources import Registered
from workbench.model import Document

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])|^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def to_markdown(report: Report) -> str:
    """The whole summary; text from the case is escaped, so that none of it turns into markup."""
    return "\n".join(
        [
            *_head(report),
            *_unsettled(report),
            *_drafts(report),
            *_claims(report),
            *_other_queries(report),
            *_remarks(report),
            *_scale(report),
            *_sources(report),
            *_documents(report),
            *_foot(report),
        ]
    )


def escaped(text: str) -> str:
    """`text` on one line, with everything that Markdown would read as markup escaped."""
    return _SPECIAL.sub(_escape, " ".join(legal(text).split()))


def _escape(found: re.Match[str]) -> str:
    if found.group(1):
        return "\\" + found.group(1)
    mark: str = found.group(3)
    return found.group(2) + mark[:-1] + "\\" + mark[-1]


def _head(report: Report) -> Iterator[str]:
    yield f"# {words.title(report)}: {escaped(words.called(report.story))}"
    yield ""
    if report.internal:
        yield "**For the desk only: this copy tells what was said in confidence.**\n"
    if report.approval and report.approval.warning:
        yield f"**{escaped(report.approval.warning)}**\n"
    if imprint := words.imprint(report.story):
        yield f"{escaped(imprint)}\n"
    yield from (f"- **{label}:** {escaped(value)}" for label, value in words.head(report))
    yield ""


def _unsettled(report: Report) -> Iterator[str]:
    if not report.unsettled:
        return
    yield "## What could not be settled\n"
    for claim in report.unsettled:
        yield f"- Claim {claim.number}: {escaped(words.quoted(claim.wording))} ({claim.disposition.value})"
    yield ""


def _drafts(report: Report) -> Iterator[str]:
    if lines := report.drafts.lines():
        yield "## Changed since earlier drafts\n"
        yield from (f"- {escaped(line)}" for line in lines)
        yield ""


def _claims(report: Report) -> Iterator[str]:
    yield "## Claims\n"
    if not report.claims:
        yield "No claim has been marked in this story.\n"
    for claim in report.claims:
        yield from _claim(report, claim)


def _claim(report: Report, claim: Judged) -> Iterator[str]:
    yield f"### {claim.number}. {words.symbol(claim)} {escaped(words.verdict(claim))}\n"
    yield f"> {escaped(words.quoted(claim.wording))}\n"
    yield f"{escaped(words.standing_of(report, claim))}\n"
    if claim.verdict and claim.verdict.conclusion:
        yield f"{escaped(claim.verdict.conclusion)}\n"
    yield from (f"- **{label}:** {escaped(value)}" for label, value in words.facts(claim))
    yield f"- **Record:** {_opened(report, 'claim', claim.id)}\n"
    for heading, relation in words.RELATIONS:
        if witnesses := claim.bearing(relation):
            yield f"**{heading}**\n"
            for witness in witnesses:
                yield from _witness(report, witness)
            yield ""
    if claim.suggested:
        yield "**Suggested by Twosource, not yet confirmed**\n"
        for witness in claim.suggested[: words.SHOWN]:
            yield from _witness(report, witness)
        yield f"{words.more(claim)}\n"
    if told := words.without_passages(report, claim):
        yield f"{told}\n"


def _witness(report: Report, witness: Witness) -> Iterator[str]:
    relation = f"*{words.SUGGESTED[witness.relation]}* · " if witness.proposed else ""
    yield f"- {escaped(words.quoted(witness.quotation))}  "
    told = f"{words.called(witness.document)} · {words.found_in(witness)}"
    yield f"  {relation}{escaped(told)}{_link(report, 'evidence', witness.id)}"
    if witness.reasons:
        yield f"  Why: {escaped('; '.join(witness.reasons))}"
    if witness.note:
        yield f"  Note: {escaped(witness.note)}"


def _opened(report: Report, kind: str, id: str) -> str:
    """The id of a record, with a link that opens it; readers have no use for that."""
    return f"`{_plain(id)}`{_link(report, kind, id)}"


def _link(report: Report, kind: str, id: str) -> str:
    return "" if report.public else f" · [open in Twosource](<{words.opens(report, kind, id)}>)"


def _plain(id: str) -> str:
    """An id as it may stand between backticks."""
    return escaped(id) if "`" in id else " ".join(id.split())


def _other_queries(report: Report) -> Iterator[str]:
    if report.queries:
        yield "## Other queries to the author\n"
        for query in report.queries:
            told = f"{escaped(words.query_words(query))}{_link(report, 'query', query.id)}"
            yield f"- **{words.query_heading(query)}:** {told}"
        yield ""


def _remarks(report: Report) -> Iterator[str]:
    if report.remarks:
        yield "## Remarks of others, still to be looked at\n"
        for remark in report.remarks:
            yield f"- **{escaped(words.remark_heading(remark))}:** {escaped(remark.text)}"
        yield ""


def _scale(report: Report) -> Iterator[str]:
    if meanings := words.steps(report):
        yield "## What the verdicts mean\n"
        for label, definition in meanings:
            yield f"- **{escaped(label)}:** {escaped(definition)}"
        yield ""


def _sources(report: Report) -> Iterator[str]:
    if not report.register:
        return
    yield "## Sources\n"
    for entry in report.register:
        yield from _source(report, entry)


def _source(report: Report, entry: Registered) -> Iterator[str]:
    cited = f" · cited for {words.cited_for(entry)}" if entry.claims else ""
    opened = _link(report, "source", entry.source.id)
    yield f"- **{escaped(entry.source.name)}** · {words.standing(entry.source)}{cited}{opened}"
    if entry.source.note:
        yield f"  - {escaped(entry.source.note)}"
    if entry.documents:
        yield f"  - Documents: {escaped('; '.join(words.called(document) for document in entry.documents))}"
    for contact in entry.contacts:
        yield f"  - {escaped(f'{words.met(contact)}. {words.exchanged(contact)}')}"
    yield ""


def _documents(report: Report) -> Iterator[str]:
    yield "## Documents\n"
    if not report.documents:
        yield "No document." if report.public else "The story has not been compared with any other document."
        yield ""
        return
    yield "| Title | Outlet | Date | Kind | Where |"
    yield "| --- | --- | --- | --- | --- |"
    for document in report.documents:
        yield f"| {' | '.join(_row(report, document))}{_link(report, 'document', document.id)} |"
    yield ""


def _row(report: Report, document: Document) -> Iterator[str]:
    yield escaped(words.called(document))
    yield escaped(document.outlet) or "–"
    yield words.day(document.published)
    yield f"{document.kind.value}, {words.rank(document)}"
    where = [escaped(words.where(report, document))]
    if document.archived_url:
        where.append(f"archived: {escaped(document.archived_url)}")
    if document.accessed:
        where.append(f"accessed {words.day(document.accessed)}")
    yield "; ".join(where)


def _foot(report: Report) -> Iterator[str]:
    yield "---\n"
    yield escaped(words.colophon(report))
    yield ""
