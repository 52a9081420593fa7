from __future__ import annotations

from datetime import date

import pytest

from workbench.dates import dates


@pytest.mark.parametrize(
    "head",
    [
        "OLDHAVEN, 5 March 2026 (Northern Wire) – ",
        "OLDHAVEN, March 5, 2026 (Tern Press) - ",
        "Oldhaven, 5 March 2026 (Tern Press) — ",
        "PORT ELLEN, 5 March 2026 – ",
    ],
)
def test_the_date_of_a_dateline_is_no_date_of_the_event(head: str) -> None:
    (found,) = dates(f"{head}The ferry sank on Wednesday.")
    assert found.span.start > len(head)
    assert found.first == date(2026, 3, 4)


def test_publication_comes_before_a_dateline() -> None:
    (found,) = dates("OLDHAVEN, 5 March 2026 (Wire) – The ferry sank on Wednesday.", "2026-03-12")
    assert found.first == date(2026, 3, 11)


def test_a_sentence_that_begins_with_a_place_and_a_date_keeps_it() -> None:
    found = dates("In Oldhaven, on 5 March 2026 – a cold day – the ferry sank.")
    assert [item.first for item in found] == [date(2026, 3, 5)]
