"""What a report that leaves the desk keeps back besides names: papers of sources that spoke in confidence.

A letter tells who wrote it. So the passages of such papers, the papers themselves and every sentence that
names them are left out; how many passages of a claim that were is told. So is what the desk itself wrote
(`workbench.export.written`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.export.report import Judged, Report
from workbench.export.written import approval_unsaid, claim_unsaid, entry_unsaid, query_unsaid
from workbench.model import Document, DocumentId, Source
from workbench.register import is_confidential
from workbench.tracing.values import Independence, Merging, Origin

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEAST = 3
"""Shorter names are found within other words."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """The papers of confidential sources, and the words that would tell of them, in small letters."""

    documents: frozenset[DocumentId] = frozenset()
    words: tuple[str, ...] = ()
    names: re.Pattern[str] | None = None

    def told_in(self, sentence: str) -> bool:
        """Whether a sentence names one of them."""
        plain = sentence.casefold()
        return any(words in plain for words in self.words) or self._names(sentence)

    def written_in(self, text: str) -> bool:
        """Whether something that an editor wrote names one of them. A title of one word is any word there."""
        plain = text.casefold()
        return any(words in plain for words in self.words if not words.isalpha()) or self._names(text)

    def _names(self, text: str) -> bool:
        return self.names is not None and self.names.search(text) is not None


def hidden(sources: Iterable[Source], documents: Mapping[DocumentId, Document], story: DocumentId) -> Hidden:
    """What is to be kept back. A paper that also belongs to somebody on record is no secret."""
    known = tuple(sources)
    of_open = {paper for source in known if not is_confidential(source) for paper in _papers(source)}
    closed = [source for source in known if is_confidential(source)]
    papers = {paper for source in closed for paper in _papers(source)} - of_open - {story}
    names = [source.name for source in closed if not source.protected]
    told = [documents[paper] for paper in papers if paper in documents]
    titles = [words for one in told for words in (one.title, one.byline, one.filename)]
    words = dict.fromkeys(word.casefold() for word in (*names, *titles) if len(word) >= _LEAST)
    return Hidden(frozenset(papers), tuple(words), _pattern([*names, *(one.byline for one in told)]))


def discreet(report: Report, kept: Hidden) -> Report:
    """The report without them."""
    if not kept.documents and not kept.words:
        return report
    tells = kept.written_in
    return replace(
        report,
        claims=tuple(claim_unsaid(_claim(claim, kept), tells) for claim in report.claims),
        register=tuple(entry_unsaid(entry, tells) for entry in report.register),
        queries=tuple(query_unsaid(query, tells) for query in report.queries),
        approval=report.approval and approval_unsaid(report.approval, tells),
        documents=tuple(one for one in report.documents if one.id not in kept.documents),
        remarks=tuple(one for one in report.remarks if not kept.told_in(f"{one.author} {one.text}")),
    )


def _claim(claim: Judged, kept: Hidden) -> Judged:
    open_ = tuple(one for one in claim.witnesses if one.document.id not in kept.documents)
    linked = [one for one in claim.witnesses if not one.proposed]
    return replace(
        claim,
        witnesses=tuple(replace(one, reasons=_unsaid(one.reasons, kept)) for one in open_),
        counted=tuple(one for one in claim.counted if one.document.id not in kept.documents),
        independence=_independence(claim.independence, kept),
        kept_back=len(linked) - sum(not one.proposed for one in open_),
    )


def _independence(found: Independence, kept: Hidden) -> Independence:
    """The same count, without the sentences that tell who it rests on."""
    return Independence(
        tuple(_origin(origin, kept) for origin in found.origins),
        tuple(one for one in found.interests if not kept.told_in(one.why)),
    )


def _origin(origin: Origin, kept: Hidden) -> Origin:
    if not kept.documents & set(origin.documents) and not kept.told_in(" ".join(origin.why)):
        return origin
    merged = tuple(one for one in origin.merged if not _tells(one, kept))
    return replace(
        origin,
        documents=tuple(id for id in origin.documents if id not in kept.documents),
        roots=(),
        merged=merged,
        why_not="" if kept.told_in(origin.why_not) else origin.why_not,
    )


def _tells(merging: Merging, kept: Hidden) -> bool:
    return kept.told_in(merging.why) or kept.told_in(repr(merging))


def _unsaid(sentences: tuple[str, ...], kept: Hidden) -> tuple[str, ...]:
    return tuple(sentence for sentence in sentences if not kept.told_in(sentence))


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds names in any capitals, and what each ends in, mostly a surname, where it is written so."""
    found = list[str]()
    for name in names:
        parts = _WORD.findall(name)
        if parts and len(name) >= _LEAST:
            whole = r"\W+".join(map(re.escape, parts))
            found.append(rf"(?i:{whole})")
            found += [re.escape(parts[-1])] if parts[-1][0].isupper() and len(parts[-1]) >= _LEAST else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(dict.fromkeys(found))})(?!\w)") if found else None


def _papers(source: Source) -> tuple[DocumentId, ...]:
    return (*((source.document,) if source.document else ()), *source.papers)
