"""How a report's values read on paper: dates, imprints, symbols. Shared by every format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from workbench.export.report import Judged, Report, Witness
from workbench.export.sources import Logged, Registered, RightOfReply
from workbench.model import Disposition, Document, Query, QueryStatus, Relation, Remark, Reply, Source
from workbench.pointers import pointer
from workbench.tracing.values import Origin

RELATIONS = (
    ("Speaks against it", Relation.CONTRADICTS),
    ("Speaks for it", Relation.SUPPORTS),
    ("Context", Relation.CONTEXT),
)
SUGGESTED = {
    Relation.CONTRADICTS: "Possible conflict",
    Relation.SUPPORTS: "May support it",
    Relation.CONTEXT: "Context",
}
_LONGEST_QUOTED = 120
SHOWN = 4
"""How many unconfirmed suggestions a summary prints for a claim."""
_MONTHS = "January February March April May June July August September October November December"
_SYMBOLS = {
    "circle-check": "✓",
    "check": "✓",
    "triangle-alert": "!",
    "circle-slash": "∅",
    "circle-x": "✗",
    "circle-help": "?",
    "circle-dot": "◐",
    "flag": "⚑",
    "clock": "◷",
    "user": "☺",
    "message-square": "❝",
    "quote": "❞",
    "minus": "–",
    "x": "×",
    "shield": "◆",
    "scale": "⚖",
    "eye-off": "◌",
    "circle-dashed": "○",
}
_TONES = {
    Disposition.CONFIRMED: ("good", "✓"),
    Disposition.CORRECTED: ("good", "✓"),
    Disposition.LEGAL: ("bad", "!"),
    Disposition.OPEN: ("open", "○"),
}


def called(document: Document) -> str:
    """What to call a document."""
    return document.title or document.filename or "Untitled"


def imprint(document: Document) -> str:
    """Byline, outlet and date, as far as they are known: "Ruth Adeyemi · The Meridian · 7 March 2026"."""
    parts = (document.byline, document.outlet, day(document.published) if document.published else "")
    return " · ".join(part for part in parts if part)


def rank(document: Document) -> str:
    """Whether the document speaks at first hand."""
    return "primary" if document.kind.is_primary else "secondary"


def standing(source: Source) -> str:
    """Kind, rank and terms of a source: "person, primary, on record"."""
    rank = "primary" if source.is_primary else "secondary"
    terms = source.terms.value if source.terms else ""
    return ", ".join(
        part for part in (source.kind.value, rank, terms, "protected" * source.protected) if part
    )


def remark_heading(remark: Remark) -> str:
    """Who wrote it, when, beside which words: "Ruth Adeyemi, 14 March 2026, beside “for 19 days”"."""
    quoted = " ".join(remark.passage.quote.exact.split())
    short = quoted if len(quoted) <= _LONGEST_QUOTED else f"{quoted[: _LONGEST_QUOTED - 1].rstrip()}…"
    when = clock(remark.at) if remark.at else ""
    return ", ".join(part for part in (remark.author, when, f"beside “{short}”") if part)


def cited_for(entry: Registered) -> str:
    """The claims a source is cited for: "claims 2 and 5". Empty for none."""
    numbers = [str(number) for number in entry.claims]
    if len(numbers) < 2:
        return f"claim {numbers[0]}" if numbers else ""
    return f"claims {', '.join(numbers[:-1])} and {numbers[-1]}"


def met(contact: Logged) -> str:
    """When, how and by whom a source was reached, and about what: "6 March 2026, phone, by Nora Quist"."""
    about = f"about claim {contact.claim}" if contact.claim else ""
    reply = f"right of reply {contact.reply.value}" if contact.reply else ""
    parts = (clock(contact.at), contact.channel, f"by {contact.by}", about, reply)
    return ", ".join(part for part in parts if part)


def exchanged(contact: Logged) -> str:
    """What was asked and answered, or that it is not told."""
    if contact.kept_back:
        return "What was said is kept at the desk."
    answer = f"Answer: {contact.answer}" if contact.answer else "No answer."
    return f"Asked: {contact.asked} {answer}" if contact.asked else answer


def reply(given: RightOfReply) -> str:
    """Where the right of reply stands, in a sentence."""
    contact = given.contact
    if contact is None:
        return "Not asked yet."
    who = f"{contact.source}, {clock(contact.at)}, {contact.channel}"
    match given.state:
        case Reply.GIVEN:
            return f"Given ({who}). {_answer(contact)}".rstrip()
        case Reply.DECLINED:
            return f"Declined ({who}). {_answer(contact)}".rstrip()
        case _:
            return f"Asked ({who}); no answer yet."


def _answer(contact: Logged) -> str:
    return "The answer is kept at the desk." if contact.kept_back else contact.answer


def clock(at: str) -> str:
    """A date of any precision, with the time of day where that is known: "7 March 2026, 14:05"."""
    return ", ".join(part for part in (day(at), at[11:16]) if part)


def day(date: str | None) -> str:
    """An ISO date of any precision in words: "March 2026", "7 March 2026". A dash when unknown."""
    parts = (date or "")[:10].split("-")
    if not parts[0]:
        return "–"
    try:
        named = [_MONTHS.split()[int(part) - 1] if place == 1 else part for place, part in enumerate(parts)]
    except (ValueError, IndexError):
        return date or "–"
    if len(named) == 3:
        named[2] = named[2].lstrip("0")
    return " ".join(reversed(named))


def moment(at: datetime) -> str:
    """A time to the minute: "7 March 2026, 14:05 UTC"."""
    return f"{day(at.date().isoformat())}, {at:%H:%M} UTC"


def symbol(claim: Judged) -> str:
    """A sign for the verdict, or for the disposition while there is none; colour never stands alone."""
    if claim.step:
        return _SYMBOLS.get(claim.step.symbol, "•")
    return _TONES.get(claim.disposition, ("care", "!"))[1]


def tone(claim: Judged) -> str:
    """The semantic colour that goes with `symbol`: good, bad, care or open."""
    if claim.step:
        return claim.step.tone
    return _TONES.get(claim.disposition, ("care", "!"))[0]


def quoted(text: str) -> str:
    """The words in quotation marks; single ones around words that hold double ones themselves."""
    return f"‘{text}’" if any(mark in text for mark in '“”"') else f"“{text}”"


def web(url: str) -> str:
    """The address if it is safe to follow from a summary, else "#" (no javascript:, no file:)."""
    return url if url.lower().startswith(("http://", "https://")) else "#"


def origins(claim: Judged) -> str:
    """How many independent origins how many passages have: "2 of 5 supporting passages"."""
    counted = claim.counted
    if not counted:
        return ""
    noun = "passage" if len(counted) == 1 else "passages"
    state = "suggested, unconfirmed" if counted[0].proposed else "supporting"
    return f"{claim.independence.count} of {len(counted)} {state} {noun}"


def origin_lines(claim: Judged) -> tuple[str, ...]:
    """Why passages count as one origin or not at all, and which origins may want the same."""
    found = claim.independence
    why = (sentence for origin in found.origins for sentence in (*_merged(origin), origin.why_not))
    shared = (f"Possible shared interest: {interest.why}" for interest in found.interests)
    return tuple(sentence for sentence in (*why, *shared) if sentence)


def _merged(origin: Origin) -> tuple[str, ...]:
    return origin.why if len(origin.documents) > 1 or any(item.ruled for item in origin.merged) else ()


def query_lines(query: Query) -> Iterator[tuple[str, str]]:
    """What a summary or a list says of a query, each part with its name."""
    if query.question:
        yield "Question", query.question
    if query.wording:
        yield "Proposed wording", quoted(query.wording)
    if query.reason:
        yield "Reason", query.reason
    if query.status is not QueryStatus.OPEN:
        yield "Status", query.status.value
    if query.answer:
        yield "Answer", query.answer


def query_heading(query: Query) -> str:
    """What kind of query it is, and what became of it: "Change asked for (accepted)"."""
    kind = "Change asked for" if query.wording else "Query"
    return f"{kind} ({query.status.value})"


def query_words(query: Query, about: str = "") -> str:
    """A query in one run of words; the words it is about are left out where they are those of `about`."""
    words = query.passage.quote.exact if query.passage else about
    parts = [
        quoted(words) if words != about else "",
        query.question,
        f"Proposed: {quoted(query.wording)}" if query.wording else "",
        f"Reason: {query.reason}" if query.reason else "",
        f"Answer: {query.answer}" if query.answer else "",
        f"Asked by {query.by}, {moment(query.at)}." if query.at else "",
    ]
    return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts if part)


def owed(claim: Judged) -> str:
    """Who owes what a claim waits for, and until when: "Ida Holm, due 9 March 2026"; empty for nobody."""
    due = f"due {day(claim.due)}" if claim.due else ""
    return ", ".join(part for part in (claim.owner, due) if part)


def confirmed(claim: Judged) -> str:
    """By what rule a claim was confirmed, or for what written reason; empty for one that is not."""
    if claim.disposition is not Disposition.CONFIRMED or claim.gate is None:
        return ""
    if claim.gate.passes:
        return f"Passed: {claim.gate.asked_for}."
    lacking = " ".join(claim.gate.missing)
    return (
        f"{lacking} Confirmed for a written reason: {claim.waiver}"
        if claim.waiver
        else f"Not passed. {lacking}"
    )


def steps(report: Report) -> tuple[tuple[str, str], ...]:
    """The steps of the scales in use, each with its meaning; those of a second scale with its name."""
    return tuple(
        (f"{step.label} ({scale.name})" if place else step.label, step.definition)
        for place, scale in enumerate(report.scales)
        for step in scale.steps
        if not step.retired or any(claim.step == step for claim in report.claims)
    )


def more(claim: Judged) -> str:
    """How many suggestions a summary leaves out, in words; empty when it prints all."""
    left = len(claim.suggested) - SHOWN
    return f"{left} more in the case." if left > 0 else ""


def verdict(claim: Judged) -> str:
    """The verdict in words, or why there is none."""
    if claim.step:
        return claim.step.label
    return "Proposed, not yet checked" if claim.proposed else "No verdict yet"


def title(report: Report) -> str:
    """What a summary is called: a fact-check for readers, a summary for everybody else."""
    return "Fact-check" if report.public else "Fact-check summary"


def opens(report: Report, kind: str, id: str) -> str:
    """The address that opens an item of the case in Twosource."""
    return pointer(report.case.id, kind, id)


def head(report: Report) -> Iterator[tuple[str, str]]:
    """What stands above a summary, a label and a value each."""
    if not report.public:
        yield "Draft", f"{report.draft} (text {report.text_sha256[:12]})"
        yield "Claims", _count(report)
    yield "Verdicts", " · ".join(f"{label} {number}" for label, number in report.tally()) or "none"
    number = len(report.documents)
    yield "Compared with", f"{number} document{'s' * (number != 1)}"
    yield "Checked by", ", ".join(report.checkers) or "nobody yet"
    if report.approval:
        yield from report.approval.facts()
    yield "Made", moment(report.made)


def _count(report: Report) -> str:
    proposed = f"; {report.proposed} only proposed by Twosource" if report.proposed else ""
    return f"{len(report.claims)}, of which {report.checked} checked{proposed}"


def standing_of(report: Report, claim: Judged) -> str:
    """How far a claim is, what it is, and where it stands: "confirmed · figure · risk: high · page 3"."""
    risk = f"risk: {claim.risk}" if claim.risk else ""
    parts = (claim.place,) if report.public else (claim.disposition.value, claim.kind, risk, claim.place)
    return " · ".join(part for part in parts if part)


def facts(claim: Judged) -> Iterator[tuple[str, str]]:
    """All that a summary says of a claim besides its words, its verdict and its passages."""
    known = (
        ("Said by", "; ".join(claim.said_by)),
        ("Sources cited", "; ".join(f"{source.name} ({standing(source)})" for source in claim.sources)),
        ("Independent origins", origins_told(claim)),
        ("Right of reply", reply(claim.reply) if claim.reply else ""),
        ("Claimant’s answer", claim.answer),
        ("Note", claim.note),
        ("Verdict by", f"{claim.verdict.by}, {moment(claim.verdict.at)}" if claim.verdict else ""),
        ("Owed by", owed(claim)),
        ("Rule for confirming", confirmed(claim)),
        *((query_heading(query), query_words(query, claim.wording)) for query in claim.queries),
    )
    yield from ((label, value) for label, value in known if value)


def origins_told(claim: Judged) -> str:
    """How many independent origins a claim has, and why."""
    return " ".join((f"{origins(claim)}.", *origin_lines(claim))) if claim.counted else ""


def without_passages(report: Report, claim: Judged) -> str:
    """What to say of passages that a summary does not print; empty when there is nothing to say."""
    if claim.kept_back:
        more = "other " * bool(claim.witnesses)
        one = f"One {more}passage is kept at the desk: it was given in confidence."
        many = f"{claim.kept_back} {more}passages are kept at the desk: they were given in confidence."
        return one if claim.kept_back == 1 else many
    if claim.witnesses or report.public:
        return ""
    return "No passage in the other documents bears on this claim."


def found_in(witness: Witness) -> str:
    """Where a passage stands, behind the title of its document: imprint, kind, rank, place."""
    document = witness.document
    parts = (imprint(document), f"{document.kind.value}, {rank(document)}", witness.place)
    return " · ".join(part for part in parts if part)


def where(report: Report, document: Document) -> str:
    """Where a document was found: its address, its file, or that it was pasted; readers need not know how."""
    return document.url or document.filename or ("not online" if report.public else "pasted text")


def colophon(report: Report) -> str:
    """How a summary ends: what made it, of which case, and where the record of changes ends."""
    case = f" from the case {quoted(report.case.title)}" if report.case.title else ""
    made = f"Made with Twosource on {moment(report.made)}{case}."
    return f"{made} The record of changes ends with change {report.changes}, {report.head}."
