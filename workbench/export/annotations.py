"""Claims, evidence and queries as W3C Web Annotations: one AnnotationPage that other programs can place.

W3C Web Annotation Data Model (2017). Both selectors are written, quote and position: Recogito refuses less.
Positions count code points, as the standard asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from workbench.export import words
from workbench.export.report import Judged, Report, Witness
from workbench.model import Document, Passage, Query

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
GENERATOR = {"id": "https://pypi.org/project/twosource/", "type": "Software", "name": "Twosource"}
Annotation = dict[str, Any]


def to_annotations(report: Report) -> str:
    """All that the report says of words, as one AnnotationPage."""
    page = {
        "@context": CONTEXT,
        "id": f"urn:twosource:case:{report.case.id}",
        "type": "AnnotationPage",
        "items": list(every_annotation(report)),
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def every_annotation(report: Report) -> Iterator[Annotation]:
    """For each claim: itself with its verdict, its other places, what bears on it, and what was asked."""
    for claim in report.claims:
        yield _claim(report, claim)
        for number, place in enumerate(claim.passages[1:], 2):
            yield _plain(report, f"{_iri('claim', claim.id)}:{number}", report.story, place)
        for witness in claim.witnesses:
            if not witness.proposed:
                yield _plain(report, _iri("evidence", witness.id), witness.document, witness.passage)
                yield _link(report, claim, witness)
        for query in claim.queries:
            yield _query(report, claim, query)


def _claim(report: Report, claim: Judged) -> Annotation:
    said = (
        []
        if claim.verdict is None
        else [_text(f"{words.verdict(claim)}. {claim.verdict.conclusion}".strip())]
    )
    if not claim.proposed:
        said.append(_tag(claim.disposition.value))
    made = {
        **_annotation(report, _iri("claim", claim.id), "assessing" if claim.verdict else "highlighting"),
        "body": said,
        "target": _target(report.story, claim.passages[0]),
    }
    if claim.verdict:
        made |= {"creator": _person(claim.verdict.by), "created": _moment(claim.verdict.at)}
    return _told(made)


def _plain(report: Report, id: str, document: Document, place: Passage) -> Annotation:
    return {**_annotation(report, id, "highlighting"), "target": _target(document, place)}


def _link(report: Report, claim: Judged, witness: Witness) -> Annotation:
    """Two annotations tied by what the one does to the other."""
    said = [_tag(witness.relation.value), *([_text(witness.note)] if witness.note else [])]
    return {
        **_annotation(report, _iri("link", witness.id), "linking"),
        "body": said,
        "target": [_iri("evidence", witness.id), _iri("claim", claim.id)],
    }


def _query(report: Report, claim: Judged, query: Query) -> Annotation:
    asked = [_text(part) for part in (query.question, query.answer) if part]
    wording = [{**_text(query.wording), "purpose": "editing"}] if query.wording else []
    made = {
        **_annotation(report, _iri("query", query.id), "editing" if query.wording else "questioning"),
        "body": [*asked, *wording, _tag(query.status.value)],
        "target": _target(report.story, query.passage or claim.passages[0]),
    }
    if query.by and query.at:
        made |= {"creator": _person(query.by), "created": _moment(query.at)}
    return made


def _annotation(report: Report, id: str, motivation: str) -> Annotation:
    kind, record = id.split(":")[2:4]
    return {
        "@context": CONTEXT,
        "id": id,
        "type": "Annotation",
        "motivation": motivation,
        "generator": GENERATOR,
        "generated": _moment(report.made),
        "via": words.opens(report, "evidence" if kind == "link" else kind, record),
    }


def _target(document: Document, place: Passage) -> Annotation:
    quote, span = place.quote, place.span
    state = {
        "type": "TimeState",
        "sourceDate": document.accessed if document.accessed and "T" in document.accessed else None,
        "cached": document.archived_url,
    }
    return _told(
        {
            "source": document.url or _iri("document", document.id),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": quote.exact,
                    "prefix": quote.prefix,
                    "suffix": quote.suffix,
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
            "state": _told(state) if len(_told(state)) > 1 else None,
        }
    )


def _text(value: str) -> Annotation:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": "commenting"}


def _tag(value: str) -> Annotation:
    return {"type": "TextualBody", "value": value, "purpose": "tagging"}


def _person(name: str) -> Annotation:
    return {"type": "Person", "name": name}


def _iri(kind: str, id: str) -> str:
    return f"urn:twosource:{kind}:{id}"


def _moment(at: Any) -> str:
    return str(at.isoformat()).replace("+00:00", "Z")


def _told(known: Annotation) -> Annotation:
    return {name: value for name, value in known.items() if value not in (None, "", [], {})}
