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

from workbench.export.report import Report
from workbench.text import Span


def to_json(report: Report) -> str:
    """The report as one JSON object that ends in a line end."""
    return json.dumps(_plain(report), ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> Any:
    match value:
        case Span(start=start, end=end):
            return [start, end]
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case tuple() | list() | set() | frozenset():
            return [_plain(item) for item in value]
        case _ if is_dataclass(value):
            return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
        case _:
            return value
