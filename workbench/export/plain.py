"""The summary as JSON, for other programs: the `Report` itself, field by field.

A report holds only what may be printed, so nothing has to be left out here. Spans are [start, end] in code
points of the story's text, half-open; times are ISO 8601.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from workbench.export.letters import legal
from workbench.export.report import Judged, Report, Witness
from workbench.model import CaseId, Document, Query, Source
from workbench.pointers import pointer
from workbench.text import Span

FORMAT = "twosource report"
VERSION = 1


_KINDS: dict[type, str] = {
    Judged: "claim",
    Witness: "evidence",
    Source: "source",
    Query: "query",
    Document: "document",
}


def to_json(report: Report) -> str:
    """The report as one JSON object that ends in a line end."""
    told = {"format": FORMAT, "version": VERSION, **_plain(report, report.case.id)}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _plain(value: object, case: CaseId) -> Any:
    match value:
        case Span(start=start, end=end):
            return [start, end]
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(item, case) for key, item in value.items()}
        case tuple() | list() | set() | frozenset():
            return [_plain(item, case) for item in value]
        case _ if is_dataclass(value):
            return _fields(value, case)
        case str():
            return legal(value)
        case _:
            return value


def _fields(value: Any, case: CaseId) -> dict[str, Any]:
    told = {part.name: _plain(getattr(value, part.name), case) for part in fields(value)}
    kind = _KINDS.get(type(value))
    return {**told, "open": pointer(case, kind, value.id)} if kind else told
