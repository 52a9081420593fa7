"""The encoding of a plain text: told, guessed, or named by an editor."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.charsets import CHARSETS, called, known
from workbench.reading.charset import decoded, recoded
from workbench.reading.parsing import parse

GERMAN = "Die Brücke über den Fluss bleibt geschlossen, weil der Stahl verrostet ist, sagte die Behörde. "


@pytest.mark.parametrize(
    ("name", "data", "charset"),
    [
        ("a.txt", GERMAN.encode("cp1252"), "cp1252"),
        ("a.txt", GERMAN.encode(), "utf-8"),
        ("a.txt", GERMAN.encode("utf-16"), "utf-16-le"),
        ("a.csv", "Ort;Zahl\nKöln;3\nKiel;4\n".encode("cp1252"), "cp1252"),
        ("a.md", f"# Brücke\n\n{GERMAN}".encode(), "utf-8"),
        ("a.txt", b"The bridge stays closed, the council said on Monday.", None),
    ],
)
def test_the_encoding_is_kept_where_it_makes_a_difference(name, data, charset):
    assert parse(data, name).about.charset == charset


def test_a_page_tells_its_own_encoding():
    words = "".join(
        f"<p>Wieża stoi w Łodzi od {year} roku, a miasto ją naprawia.</p>" for year in range(1900, 1908)
    )
    page = f'<html><head><meta charset="iso-8859-2"></head><body><article>{words}</article></body></html>'
    parsed = parse(page.encode("iso-8859-2"), "a.html")
    assert parsed.about.charset == "iso8859-2"
    assert "Wieża stoi w Łodzi" in parsed.text


@pytest.mark.parametrize("charset", CHARSETS)
def test_every_encoding_offered_is_known_by_its_own_name(charset):
    assert codecs.lookup(charset).name == charset
    assert known(charset) == charset


def test_an_encoding_is_called_by_a_name_that_editors_know():
    assert called("latin-1") == "Western European (Windows-1252)"
    assert called("no such encoding") == "no such encoding"


@given(st.binary(max_size=300), st.sampled_from(sorted(CHARSETS)))
def test_any_bytes_read_in_any_encoding_are_sound_text(data, charset):
    assert decoded(recoded(data, charset)) is not None
