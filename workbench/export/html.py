"""The summary as one self-contained, printable web page."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from workbench.export import words
from workbench.export.report import Report

FILTERS = (
    "called",
    "imprint",
    "rank",
    "day",
    "moment",
    "symbol",
    "tone",
    "web",
    "verdict",
    "quoted",
    "origins",
    "origin_lines",
    "more",
    "standing",
    "cited_for",
    "met",
    "exchanged",
    "reply",
    "owed",
    "confirmed",
    "steps",
    "query_heading",
    "query_words",
)


def to_html(report: Report, style: str = "screen") -> str:
    """The page. `style` is "screen", or "paper" for the subset of CSS that Qt's printing knows.

    Everything from the case is escaped; the page loads nothing and runs nothing.
    """
    template = _environment().get_template("summary.html.j2")
    return template.render(
        report=report,
        style=_read(f"{style}.css"),
        relations=words.RELATIONS,
        suggested=words.SUGGESTED,
        shown=words.SHOWN,
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in FILTERS:
        environment.filters[name] = getattr(words, name)
    return environment


def _read(name: str) -> str:
    return (files("resources") / "templates" / name).read_text("utf-8")
