"""The summary as Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.export import words
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
            *_scale(report),
            *_sources(report),
            *_documents(report),
            *_foot(report),
        ]
    )


def escaped(text: str) -> str:
    """`text` on one line, with everything that Markdown would read as markup escaped."""
    return _SPECIAL.sub(_escape, " ".join(text.split()))


def _escape(found: re.Match[str]) -> str:
    if found.group(1):
        return "\\" + found.group(1)
    mark: str = found.group(3)
    return found.group(2) + mark[:-1] + "\\" + mark[-1]


def _head(report: Report) -> Iterator[str]:
    tally = " · ".join(f"{label} {count}" for label, count in report.tally())
    yield f"# Fact-check summary: {escaped(words.called(report.story))}"
    yield ""
    if report.internal:
        yield "**For the desk only: this copy tells what was said in confidence.**\n"
    if report.approval and report.approval.warning:
        yield f"**{escaped(report.approval.warning)}**\n"
    if imprint := words.imprint(report.story):
        yield f"{escaped(imprint)}\n"
    yield f"- **Draft:** {report.draft} (text {report.text_sha256[:12]})"
    proposed = f"; {report.proposed} only proposed by Twosource" if report.proposed else ""
    yield f"- **Claims:** {len(report.claims)}, of which {report.checked} checked{proposed}"
    yield f"- **Verdicts:** {tally or 'none'}"
    yield f"- **Compared with:** {len(report.documents)} document{'s' * (len(report.documents) != 1)}"
    yield f"- **Checked by:** {escaped(', '.join(report.checkers)) or 'nobody yet'}"
    for label, value in report.approval.facts() if report.approval else ():
        yield f"- **{label}:** {escaped(value)}"
    yield f"- **Made:** {words.moment(report.made)}"
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
        yield from _claim(claim)


def _claim(claim: Judged) -> Iterator[str]:
    yield f"### {claim.number}. {words.symbol(claim)} {words.verdict(claim)}\n"
    yield f"> {escaped(words.quoted(claim.wording))}\n"
    facts = (claim.disposition.value, claim.kind, f"risk: {claim.risk}" if claim.risk else "", claim.place)
    yield " · ".join(fact for fact in facts if fact) + "\n"
    if claim.verdict and claim.verdict.conclusion:
        yield f"{escaped(claim.verdict.conclusion)}\n"
    yield from _facts(claim)
    for heading, relation in words.RELATIONS:
        if witnesses := claim.bearing(relation):
            yield f"**{heading}**\n"
            for witness in witnesses:
                yield from _witness(witness)
            yield ""
    if claim.suggested:
        yield "**Suggested by Twosource, not yet confirmed**\n"
        for witness in claim.suggested[: words.SHOWN]:
            yield from _witness(witness)
        yield f"{words.more(claim)}\n"
    if not claim.witnesses:
        yield "No passage in the other documents bears on this claim.\n"


def _facts(claim: Judged) -> Iterator[str]:
    facts = [
        ("Said by", "; ".join(claim.said_by)),
        ("Sources cited", "; ".join(f"{source.name} ({words.standing(source)})" for source in claim.sources)),
        ("Independent origins", _origins(claim)),
        ("Right of reply", words.reply(claim.reply) if claim.reply else ""),
        ("Claimant’s answer", claim.answer),
        ("Note", claim.note),
        ("Verdict by", f"{claim.verdict.by}, {words.moment(claim.verdict.at)}" if claim.verdict else ""),
        ("Owed by", words.owed(claim)),
        ("Rule for confirming", words.confirmed(claim)),
        *((words.query_heading(query), words.query_words(query, claim.wording)) for query in claim.queries),
    ]
    given = [f"- **{label}:** {escaped(value)}" for label, value in facts if value]
    yield from given
    if given:
        yield ""


def _origins(claim: Judged) -> str:
    if not claim.counted:
        return ""
    return " ".join((f"{words.origins(claim)}.", *words.origin_lines(claim)))


def _witness(witness: Witness) -> Iterator[str]:
    document = witness.document
    relation = f"*{words.SUGGESTED[witness.relation]}* · " if witness.proposed else ""
    kind = f"{document.kind.value}, {words.rank(document)}"
    parts = (words.called(document), words.imprint(document), kind, witness.place)
    yield f"- {escaped(words.quoted(witness.quotation))}  "
    yield f"  {relation}{' · '.join(escaped(part) for part in parts if part)}"
    if witness.reasons:
        yield f"  Why: {escaped('; '.join(witness.reasons))}"
    if witness.note:
        yield f"  Note: {escaped(witness.note)}"


def _other_queries(report: Report) -> Iterator[str]:
    if report.queries:
        yield "## Other queries to the author\n"
        for query in report.queries:
            yield f"- **{words.query_heading(query)}:** {escaped(words.query_words(query))}"
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
        yield from _source(entry)


def _source(entry: Registered) -> Iterator[str]:
    cited = f" · cited for {words.cited_for(entry)}" if entry.claims else ""
    yield f"- **{escaped(entry.source.name)}** · {words.standing(entry.source)}{cited}"
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
        yield "The story has not been compared with any other document.\n"
        return
    yield "| Title | Outlet | Date | Kind | Where |"
    yield "| --- | --- | --- | --- | --- |"
    for document in report.documents:
        yield f"| {' | '.join(_row(document))} |"
    yield ""


def _row(document: Document) -> Iterator[str]:
    yield escaped(words.called(document))
    yield escaped(document.outlet) or "–"
    yield words.day(document.published)
    yield f"{document.kind.value}, {words.rank(document)}"
    where = [escaped(document.url or document.filename or "pasted text")]
    if document.archived_url:
        where.append(f"archived: {escaped(document.archived_url)}")
    if document.accessed:
        where.append(f"accessed {words.day(document.accessed)}")
    yield "; ".join(where)


def _foot(report: Report) -> Iterator[str]:
    yield "---\n"
    yield f"Made with Twosource from the case “{escaped(report.case.title)}”."
    yield f"The record of changes ends with change {report.changes}, `{report.head}`."
    yield ""
