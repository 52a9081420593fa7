"""The list of queries for the author, as a Word document or as Markdown: what is asked, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document as new_document

from workbench.export import words
from workbench.export.letters import legal
from workbench.export.markdown import escaped
from workbench.model import QueryStatus
from workbench.queries import Asked


def to_markdown(queries: Sequence[Asked], title: str) -> str:
    """The list as Markdown (CommonMark); what comes from the case is escaped."""
    lines = [f"# Queries: {escaped(title)}", ""]
    for number, asked in enumerate(queries, 1):
        lines += [f"## {number}. {escaped(words.quoted(asked.words))}", ""]
        lines += [f"- **{label}:** {escaped(text)}" for label, text in words.query_lines(asked.query)]
        lines.append("")
    return "\n".join(lines)


def to_docx(queries: Sequence[Asked], title: str) -> bytes:
    """The list as a Word document with room for the answers."""
    document = new_document()
    document.core_properties.author, document.core_properties.title = "", legal(title)[:255]
    document.add_heading(legal(f"Queries: {title}"), 0)
    for number, asked in enumerate(queries, 1):
        line = document.add_paragraph()
        line.add_run(legal(f"{number}. {words.quoted(asked.words)}")).bold = True
        for label, text in words.query_lines(asked.query):
            row = document.add_paragraph(style="List Bullet")
            row.add_run(f"{label}: ").bold = True
            row.add_run(legal(text))
        if asked.query.status is QueryStatus.OPEN:
            document.add_paragraph("Answer: ")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
