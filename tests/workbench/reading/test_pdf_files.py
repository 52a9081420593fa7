from itertools import chain

import pytest
from making_pdf import Placed, column, make_pdf

from workbench.model import ZoneRole
from workbench.reading.jail import answer
from workbench.reading.parsing import parse
from workbench.reading.refusals import Refusal
from workbench.reading.result import Parsed

LEFT = [
    "The harbour bridge will close for eleven",
    "weeks from April, the council an-",
    "nounced on Tuesday after engineers",
    "found cracks in two of its piers. The",
    "repairs, which had been put off twice,",
    "will cost more than four million pounds.",
    "A second inspection is planned for the",
    "summer, the letter says, and two more",
]
RIGHT = [
    "ferries will run every twenty minutes.",
    "Nobody had expected the well-known",
    "crossing to be shut so soon. It was a well-",
    "known risk, the chief engineer wrote.",
    "“We have no choice,” she said in her",
    "letter to residents of both quays. The",
    "town hall has declined to comment on",
    "the cost of the repairs.",
]


def sheet(number: int, body: list[Placed]) -> list[Placed]:
    return [(60, 805, 8, "Morwell Courier, 14 March 2026"), (290, 30, 8, f"Page {number}"), *body]


def row_by_row() -> list[Placed]:
    """Two columns, written into the file line by line across both."""
    title = [(60.0, 750.0, 22.0, "Harbour bridge to close for repairs"), (60.0, 722.0, 10.0, "By Ann Peel")]
    rows = zip(column(60, 690, LEFT), column(310, 690, RIGHT), strict=True)
    return [*title, *chain.from_iterable(rows)]


def full_width() -> list[Placed]:
    lines = [
        "The last time that the bridge was closed was in the winter of 1988, when drifting ice broke one of",
        "its piers and the town was cut in two for a month. The owner of the only ferry made a fortune then.",
    ]
    return column(60, 750, lines)


@pytest.fixture(scope="module")
def paper() -> Parsed:
    pages = [sheet(1, row_by_row()), sheet(2, full_width()), sheet(3, column(60, 740, RIGHT))]
    return parse(make_pdf(pages, info="/Author (Ann Peel)"), "paper.pdf")


def test_columns_are_read_one_after_the_other(paper: Parsed) -> None:
    body = paper.text.split("\n\n")[2]
    assert body.startswith("The harbour bridge will close for eleven weeks from April")
    assert "and two more ferries will run every twenty minutes. Nobody" in body
    assert body.endswith("the cost of the repairs.")


def test_a_word_broken_at_the_line_end_is_whole_again_and_a_compound_keeps_its_hyphen(paper: Parsed) -> None:
    assert "the council announced on Tuesday" in paper.text
    assert "It was a well-known risk" in paper.text


def test_running_heads_and_page_numbers_are_furniture(paper: Parsed) -> None:
    marked = [zone.span.of(paper.text) for zone in paper.zones if zone.role is ZoneRole.FURNITURE]
    head = "Morwell Courier, 14 March 2026"
    assert marked == [head, "Page 1", head, "Page 2", head, "Page 3"]


def test_large_type_is_a_heading_and_the_title(paper: Parsed) -> None:
    title = "Harbour bridge to close for repairs"
    assert [zone.span.of(paper.text) for zone in paper.zones if zone.role is ZoneRole.HEADING] == [title]
    assert (paper.about.title, paper.about.byline) == (title, "Ann Peel")
    assert paper.about.published == "2026-03-14"


def test_a_table_of_labels_and_figures_is_read_row_by_row() -> None:
    labels = ["Cost of the repairs in pounds", "Weeks for which it is shut", "Vehicles each day on average"]
    rows = zip(column(60, 700, labels), column(400, 700, ["4,200,000", "11", "9,000"]), strict=True)
    text = parse(make_pdf([list(chain.from_iterable(rows))]), "table.pdf").text
    assert "pounds 4,200,000" in text
    assert "shut 11" in text


def test_paragraphs_are_told_apart_by_the_space_between_them() -> None:
    page = [
        *full_width(),
        *column(60, 690, ["Two ferries will run every twenty minutes, the port authority said."]),
    ]
    assert len(parse(make_pdf([page]), "a.pdf").text.split("\n\n")) == 2


WHOLE = make_pdf([full_width()])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make_pdf([[]], picture=True), Refusal.SCANNED),
        (make_pdf([[]]), Refusal.NO_TEXT),
        (make_pdf([full_width()], locked=True), Refusal.ENCRYPTED),
        (WHOLE[: len(WHOLE) // 2], Refusal.TRUNCATED),
        (b"%PDF-1.7\n" + bytes(range(256)) * 8 + b"%%EOF", Refusal.DAMAGED),
    ],
    ids=["scanned", "blank", "locked", "cut short", "damaged"],
)
def test_a_file_that_cannot_be_read_is_refused_for_its_reason(data: bytes, reason: Refusal) -> None:
    assert answer(data, "a.pdf") == {"refused": reason.name}


def test_a_pdf_called_txt_is_read_as_a_pdf() -> None:
    assert parse(WHOLE, "a.txt").text.startswith("The last time")


def test_links_are_kept_with_the_words_they_lie_on() -> None:
    lines = ["The council wrote a letter and", "a second letter in March, it says.", "The letter is lost."]
    # Helvetica of 10 points: "a second " is 41.7 wide, "letter" 25.
    url = "https://council.example/second"
    data = make_pdf([column(60, 700, lines)], links=[((101.7, 683, 128.5, 695), url)])
    parsed = parse(data, "a.pdf")
    (link,) = parsed.links
    assert (link.url, link.span.of(parsed.text)) == (url, "letter")
    assert parsed.text[: link.span.start].endswith("a second ")


def test_addresses_printed_in_a_pdf_are_links() -> None:
    lines = ["The figures are at https://council.example/figures in full,", "as the council says."]
    parsed = parse(make_pdf([column(60, 700, lines)]), "a.pdf")
    (link,) = parsed.links
    assert link.url == link.span.of(parsed.text) == "https://council.example/figures"


def test_links_that_run_programs_or_jump_are_left_out() -> None:
    lines = ["The council wrote a letter and another one in March."]
    area = (60, 695, 200, 712)
    data = make_pdf(
        [column(60, 700, lines)], links=[(area, "javascript:alert(1)"), (area, "file:///etc/passwd")]
    )
    assert parse(data, "a.pdf").links == ()
