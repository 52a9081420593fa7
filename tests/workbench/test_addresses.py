"""Which addresses lead to the same page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.addresses import by_address, document_at, normalised, same_page
from workbench.model import Document, DocumentId, Role

PAGE = "https://example.org/news/gate-shut"


@pytest.mark.parametrize(
    "variant",
    [
        "http://example.org/news/gate-shut",
        "https://www.example.org/news/gate-shut/",
        "//example.org/news/gate-shut",
        "example.org/news/gate-shut",
        "HTTPS://Example.ORG:443/news/gate-shut",
        "http://example.org:80/news//gate-shut",
        "https://example.org/news/gate-shut#comments",
        "https://example.org/news/gate-shut#:~:text=the%20gate",
        "https://example.org/news/gate-shut?utm_source=mail&utm_campaign=a",
        "https://example.org/news/gate-shut?fbclid=abc&gclid=d",
        "https://example.org/news/gate-shut?smid=tw-share&cmpid=x",
        "https://example.org/news/gate-shut;jsessionid=A1B2",
        "https://example.org/news/gate-shut?PHPSESSID=9",
        "https://m.example.org/news/gate-shut",
        "https://mobile.example.org/news/gate-shut",
        "https://amp.example.org/news/gate-shut",
        "https://example.org/news/gate-shut/amp",
        "https://example.org/news/gate-shut/amp/",
        "https://example.org/amp/news/gate-shut",
        "https://example.org/news/gate-shut.amp",
        "https://example.org/news/gate-shut?amp=1",
        "https://example.org/news/gate-shut?outputType=amp",
        "https://example.org/news/gate-shut/index.html",
        "https://example.org/news/gate%2Dshut",
        "https://www.google.com/amp/s/example.org/news/gate-shut",
        "https://www.google.co.uk/amp/example.org/news/gate-shut/amp/",
        "https://example-org.cdn.ampproject.org/c/s/example.org/news/gate-shut",
        "https://example-org.cdn.ampproject.org/v/s/www.example.org/news/gate-shut?amp_js_v=0.1&usqp=mq",
        "https://web.archive.org/web/20260314063000/https://example.org/news/gate-shut",
        "https://web.archive.org/web/20260314id_/http://www.example.org:80/news/gate-shut/",
        "https://web.archive.org/web/2026*/https://example.org/news/gate-shut",
        "https://web.archive.org/web/https:/example.org/news/gate-shut",
        "http://web.archive.org/web/20260314063000/example.org/news/gate-shut",
        "https://archive.today/20260314063000/https://example.org/news/gate-shut",
        "https://archive.ph/2026.03.14-063000/https://example.org/news/gate-shut",
        "https://archive.is/o/Xy12z/https://example.org/news/gate-shut",
        "https://archive.ph/newest/https://example.org/news/gate-shut",
        "https://archive.ph/20260314/https%3A%2F%2Fexample.org%2Fnews%2Fgate-shut",
        "https://webcache.googleusercontent.com/search?q=cache:AbC-1:https://example.org/news/gate-shut+gate",
        "http://webcache.googleusercontent.com/search?q=cache:example.org/news/gate-shut",
        "https://www.google.com/url?q=https://example.org/news/gate-shut&sa=D",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fnews%2Fgate-shut%3Ffbclid%3D1&h=A",
        "https://web.archive.org/web/2026/https://www.google.com/amp/s/example.org/news/gate-shut",
    ],
)
def test_variants_lead_to_the_same_page(variant: str) -> None:
    assert same_page(PAGE, variant), normalised(variant)


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/gate-open",
        "https://example.com/news/gate-shut",
        "https://news.example.org/news/gate-shut",
        "https://example.org/news/gate-shut?page=2",
        "https://example.org/news/gate-shut?s=gate",
        "https://example.org:8443/news/gate-shut",
        "https://example.org/News/gate-shut",
        "https://example.org/news/gate-shut#!/part/2",
        "https://web.archive.org/web/20260314063000/https://example.org/news/gate-open",
        "https://example.org/",
        "ftp://example.org/news/gate-shut",
    ],
)
def test_other_pages_stay_apart(other: str) -> None:
    assert not same_page(PAGE, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org", "http://www.example.org/index.php"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
        ("https://en.m.wikipedia.org/wiki/Sluice", "https://en.wikipedia.org/wiki/Sluice#History"),
        ("https://mobile.twitter.com/x/status/1?s=20", "https://x.com/x/status/1"),
        ("https://youtu.be/AbC?si=1", "https://www.youtube.com/watch?v=AbC&feature=share"),
        ("https://example.org/r%C3%A9seau", "https://example.org/réseau"),
        ("https://xn--mnchen-3ya.example/a", "https://xn--mnchen-3ya.example/a/"),
    ],
)
def test_other_ways_to_write_one_address(one: str, other: str) -> None:
    assert same_page(one, other), (normalised(one), normalised(other))


@pytest.mark.parametrize(
    "words", ["", "   ", "no address", "mailto:a@example.org", "http://[broken", "/local/file.html"]
)
def test_what_is_no_web_address_is_no_page(words: str) -> None:
    assert normalised(words) is None
    assert not same_page(words, words)


@given(st.text(max_size=60))
def test_any_words_at_all_are_no_trouble(words: str) -> None:
    key = normalised(words)
    assert key is None or normalised(key) is not None


def test_a_document_is_found_by_either_of_its_addresses() -> None:
    document = Document(
        DocumentId("d"), Role.SOURCE, "Gate", url=PAGE, archived_url="https://archive.ph/20260314/" + PAGE
    )
    known = by_address([document, Document(DocumentId("e"), Role.SOURCE, "No address")])
    assert document_at("http://m.example.org/news/gate-shut?utm_medium=a", known) == document
    assert document_at(None, known) is None
    assert document_at("https://example.org/other", known) is None
