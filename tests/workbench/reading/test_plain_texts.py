from hypothesis import given
from hypothesis import strategies as st

from workbench.model import ZoneRole
from workbench.reading.charset import decode
from workbench.reading.parsing import finished
from workbench.reading.plain import read_plain
from workbench.reading.result import Parsed
from workbench.reading.wrapping import unwrapped
from workbench.text import normalise

LEAD = "The harbour bridge will close for eleven weeks from April, the council said on Tuesday in a letter."


def headings(parsed: Parsed) -> list[str]:
    return [zone.span.of(parsed.text) for zone in parsed.zones if zone.role is ZoneRole.HEADING]


def test_the_first_short_line_is_the_headline_even_with_a_full_stop() -> None:
    for title in ("Council: harbour bridge to close.", "Bridge to close for repairs", "“We have no choice”"):
        parsed = read_plain(f"{title}\n{LEAD}\n{LEAD}")
        assert (parsed.about.title, headings(parsed)) == (title, [title])


def test_a_first_paragraph_is_no_headline() -> None:
    for first in (LEAD + " " + LEAD, "Dear Madam President", "He said:", "The bridge is old. It creaks."):
        assert headings(read_plain(f"{first}\n{LEAD}")) == []


def test_author_and_date_are_found_below_the_headline() -> None:
    parsed = read_plain(f"Bridge to close\nBy Ann Peel\n14 March 2026\n\n{LEAD}")
    assert (parsed.about.byline, parsed.about.published) == ("Ann Peel", "2026-03-14")


def test_a_short_line_alone_above_a_paragraph_is_a_subheading() -> None:
    parsed = read_plain(f"Bridge to close\n\n{LEAD}\n\nFerries to run\n\n{LEAD}")
    assert headings(parsed) == ["Bridge to close", "Ferries to run"]


def test_a_picture_credit_is_a_caption() -> None:
    parsed = read_plain(f"Bridge to close\n\nPhoto: Tom Reed/AFP\n\n{LEAD}")
    assert [zone.span.of(parsed.text) for zone in parsed.zones if zone.role is ZoneRole.CAPTION] == [
        "Photo: Tom Reed/AFP"
    ]


def test_an_address_in_the_text_is_a_link() -> None:
    parsed = read_plain(f"{LEAD} (https://council.example/notice.pdf).")
    (link,) = parsed.links
    assert link.span.of(parsed.text) == link.url == "https://council.example/notice.pdf"


def test_lines_broken_at_a_fixed_width_are_joined_to_sentences() -> None:
    wrapped = (
        "The harbour bridge will close for eleven weeks from April, the\n"
        "council said on Tuesday in a letter to residents, after engineers\n"
        "found cracks in two of its piers. The repairs will cost more than\n"
        "four million.\n\n"
        "Two ferries will run every twenty minutes during that time, the\n"
        "port authority announced, and the fares will stay as they are for\n"
        "everybody who lives on the left bank."
    )
    assert unwrapped(wrapped).count("\n") == 2
    assert unwrapped(wrapped).split() == wrapped.split()


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "\n".join([LEAD, "A short one.", LEAD, "Another short one follows here.", LEAD, LEAD])
    assert unwrapped(text) == text


@given(st.text(max_size=400))
def test_any_text_keeps_its_words_and_its_zones_lie_in_it(raw: str) -> None:
    parsed = read_plain(raw)
    assert parsed.text.split() == normalise(raw).split()
    assert all(0 <= zone.span.start < zone.span.end <= len(parsed.text) for zone in parsed.zones)


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    parsed = finished(read_plain(f"😀😀 {LEAD} (More details) 😀"))
    assert [zone.span.of(parsed.text) for zone in parsed.zones] == ["(More details)"]


def test_encodings_of_old_and_new_are_understood() -> None:
    text = (
        "Der Bürgermeister erklärte, die Brücke für elf Wochen nicht zu öffnen, während sie repariert wird."
    )
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert decode(text.encode(encoding)) == text


def test_utf8_with_one_bad_byte_or_a_cut_end_stays_utf8() -> None:
    data = "Müller übergab die Schlüssel für Köln.".encode()
    assert (decode(data[:10] + b"\xff" + data[10:]) or "").replace("\ufffd", "") == data.decode()
    assert decode("Sie heißt Zoë".encode()[:-1]) == "Sie heißt Zo"
