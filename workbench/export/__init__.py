"""Writing summaries out: one file per format, all from one `Report`."""

from __future__ import annotations

from workbench.export.report import Report


def summary_bytes(report: Report, format: str) -> bytes:
    """The summary as a file's contents. `format` is "html", "md", "docx" or "json".

    Raises:
        ValueError: a format that is not written here (PDF needs Qt; see `ui.export`).
    """
    match format:
        case "html":
            from workbench.export.html import to_html

            return to_html(report).encode()
        case "md":
            from workbench.export.markdown import to_markdown

            return to_markdown(report).encode()
        case "docx":
            from workbench.export.docx import to_docx

            return to_docx(report)
        case "json":
            from workbench.export.plain import to_json

            return to_json(report).encode()
        case _:
            raise ValueError(f"no writer for {format}")
