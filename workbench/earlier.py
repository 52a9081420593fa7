"""The forms that values had in earlier histories, brought into today's. The history itself stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.model import Claim, Credit, Document, Layout, Query, Source, Verdict

Json = Any


def _credit(content: Json) -> Json:
    """Until the second step of the schema, `via` was one name or null, and nothing told of the voice.

    `db/schema/0002.sql` makes the same of the rows.
    """
    if "voice" in content:
        return content
    via = content["via"]
    name = None if via is None else via.replace("\n", " ").replace("\t", " ")
    steps = [] if name is None else [{"kind": None, "name": name, "spans": []}]
    return {**content, "via": steps, "voice": None}


def _claim(content: Json) -> Json:
    """Until the third step a claim stood in one place; until the fourth it was never gone."""
    return {"also": [], "owner": "", "due": None, "waiver": "", "gone": False, "public": False, **content}


def _source(content: Json) -> Json:
    """Until the third step a source had a name, a kind, a document and a note."""
    return {"papers": [], "first_hand": None, "terms": None, "protected": False, **content}


def _document(content: Json) -> Json:
    """Until the fourth step nothing told in which encoding a text was read, and every document was a text."""
    return {"charset": None, "medium": None, "outside": None, "size": None, **content}


def _layout(content: Json) -> Json:
    """Until the fourth step no text had pages or rows."""
    return {"places": [], **content}


def _verdict(content: Json) -> Json:
    """Until the fourth step there was one scale, and nothing told which words were judged."""
    return {"scale": "two-source", "wording": "", **content}


def _query(content: Json) -> Json:
    """Until the fourth step a question was about the words of its claim, and nothing told who asked."""
    return {"passage": None, "reason": "", "by": "", "at": None, **content}


TODAYS: dict[Any, Callable[[Json], Json]] = {
    Claim: _claim,
    Credit: _credit,
    Document: _document,
    Layout: _layout,
    Query: _query,
    Source: _source,
    Verdict: _verdict,
}
"""By type, what makes today's content of an earlier one and leaves today's alone."""
