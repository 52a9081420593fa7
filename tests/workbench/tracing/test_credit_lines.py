from __future__ import annotations

import pytest

from workbench.tracing.credit_lines import agency, credit_lines, credited_in


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("LONDON, March 3 (Reuters) - The bank raised rates.", "Reuters", True),
        ("(AFP) – The bank raised rates.", "Agence France-Presse", True),
        ("BERLIN (dpa) – The bank raised rates.", "Deutsche Presse-Agentur", True),
        ("The bank raised rates.\nSource: PA", "Press Association", True),
        ("The bank raised rates.\nThis story was first published by The Estuary Post.", "Estuary Post", True),
        ("The article originally appeared in the Guardian on Monday.", "Guardian", True),
        ("Republished with permission from ProPublica", "ProPublica", True),
        ("The bank raised rates.\n— Reuters", "Reuters", True),
        ("By Ida Holm, Reuters\nThe bank raised rates.", "Reuters", True),
        ("© 2026 Northern Wire", "Northern Wire", True),
        ("AFP contributed to this report.", "Agence France-Presse", False),
        ("With reporting by Reuters and Kim Lee", "Reuters", False),
        ("With files from The Canadian Press", "Canadian Press", False),
    ],
)
def test_a_credit_line_names_whom_words_are_from(text: str, name: str, whole: bool) -> None:
    (line,) = credit_lines(text)
    assert (line.name, line.whole) == (name, whole)
    assert line.span.of(text) in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The minister contributed to the report of the council.",
        "He told Reuters on Monday that rates would rise.",
        "The source: a man who works in the ministry.",
        "she (Ida) - as they called her - laughed.",
        "This article was written in haste.",
    ],
)
def test_a_sentence_of_the_report_is_no_credit_line(text: str) -> None:
    assert credit_lines(text) == ()


def test_names_in_the_middle_of_a_long_text_are_no_credit_lines() -> None:
    filling = "The river rose.\n" * 200
    assert credit_lines(f"{filling}Source: PA\n{filling}") == ()


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Reuters", ("Reuters",)),
        ("By Ida Holm and AFP", ("Agence France-Presse",)),
        ("Our staff and agencies", ("news agencies",)),
        ("Ida Holm", ()),
        ("", ()),
    ],
)
def test_a_byline_names_agencies(byline: str, names: tuple[str, ...]) -> None:
    assert credited_in(byline) == names


def test_an_agency_has_one_name() -> None:
    assert agency("the associated  press") == agency("AP") == "Associated Press"
    assert agency("Halden Post") is None
