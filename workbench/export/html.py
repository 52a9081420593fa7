"""The summary as one self-contained, printable web page."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from workbench.export import words
from workbench.export.letters import legal
from workbench.export.report import Report

FILTERS = (
    "called",
    "cited_for",
    "colophon",
    "day",
    "exchanged",
    "facts",
    "found_in",
    "imprint",
    "met",
    "more",
    "opens",
    "origin_lines",
    "origins",
    "query_heading",
    "query_words",
    "quoted",
    "rank",
    "remark_heading",
    "standing",
    "standing_of",
    "steps",
    "symbol",
    "tone",
    "verdict",
    "web",
    "where",
    "without_passages",
)


def to_html(report: Report) -> str:
    """The page. Everything from the case is escaped; the page loads nothing and runs nothing."""
    template = _environment().get_template("summary.html.j2")
    page = template.render(
        report=report,
        style=_read("screen.css"),
        relations=words.RELATIONS,
        suggested=words.SUGGESTED,
        shown=words.SHOWN,
    )
    return legal(page)


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
    environment.filters |= {"title_of": words.title, "head_of": words.head}
    return environment


def _read(name: str) -> str:
    return (files("resources") / "templates" / name).read_text("utf-8")
