"""Mails: who wrote what to whom and when, and what was attached."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from workbench.model import SourceKind
from workbench.reading.enclosed import DEEPEST, with_enclosed
from workbench.reading.files import read_bytes
from workbench.reading.parsing import parse
from workbench.reading.refusals import Refusal, Refused

WORDS = "Dear desk,\n\nthe letter gives 14 of 62 hangers. See https://council.example/letter.\n\nRuth"


def mail(fill: Callable[[EmailMessage], object] = lambda _: None, words: str = WORDS) -> bytes:
    made = EmailMessage()
    made["From"] = "Ruth Adeyemi <ruth@meridian.example>"
    made["To"] = "desk@meridian.example"
    made["Subject"] = "Hanger counts – Tölle"
    made["Date"] = "Sat, 14 Mar 2026 10:32:00 +0100"
    made.set_content(words)
    fill(made)
    return bytes(made)


def attach_table(made: EmailMessage) -> None:
    if made.get_content_maintype() == "text":
        made.add_alternative("<p>Dear <b>desk</b></p>", subtype="html")
    table = b"Region,Hangers\nNorth,14\nSouth,3\n"
    made.add_attachment(table, maintype="text", subtype="csv", filename="counts.csv")


@pytest.mark.parametrize("name", ["mail.eml", "mail.txt"])
def test_a_mail_is_known_by_its_headers_and_read_with_them(name: str) -> None:
    parsed = parse(mail(), name)
    assert parsed.text.startswith(
        "Hanger counts – Tölle\n\nFrom: Ruth Adeyemi <ruth@meridian.example>\nTo: desk@meridian.example\n"
        "Date: Sat, 14 Mar 2026 10:32:00 +0100\n\nDear desk,\n\nthe letter gives 14 of 62 hangers."
    )
    about = parsed.about
    assert (about.title, about.byline, about.published) == (
        "Hanger counts – Tölle",
        "Ruth Adeyemi",
        "2026-03-14T09:32:00Z",
    )
    assert parsed.kind is SourceKind.LETTER
    assert [link.url for link in parsed.links] == ["https://council.example/letter"]


def test_attachments_and_forwarded_mails_are_read_as_texts_of_their_own() -> None:
    def fill(made: EmailMessage) -> None:
        attach_table(made)
        inner = EmailMessage()
        inner["From"], inner["Subject"] = "Maren Tolle <tolle@inspectorate.example>", "Second count"
        inner.set_content("The hangers were counted twice.")
        made.add_attachment(inner)

    whole = with_enclosed(read_bytes(mail(fill), "mail.eml"))
    assert [reading.name for reading in whole.readings] == ["mail.eml", "counts.csv", "Second count.eml"]
    assert "Region: North · Hangers: 14" in whole.readings[1].text
    assert "counted twice" in whole.readings[2].text
    assert whole.refused == ()
    assert all(reading.enclosed == () for reading in whole.readings)


def test_an_attachment_that_cannot_be_read_is_told_and_the_rest_is_read() -> None:
    def fill(made: EmailMessage) -> None:
        made.add_attachment(
            b"\x7fELF\0\0\0", maintype="application", subtype="octet-stream", filename="a.bin"
        )
        attach_table(made)

    whole = with_enclosed(read_bytes(mail(fill), "mail.eml"))
    assert [reading.name for reading in whole.readings] == ["mail.eml", "counts.csv"]
    (sentence,) = whole.refused
    assert sentence.startswith("a.bin is not a text")


def test_mails_within_mails_are_read_only_so_deep() -> None:
    data = mail()
    for _ in range(DEEPEST + 2):
        outer = EmailMessage()
        outer["From"], outer["Subject"] = "a@b.example", "Forward"
        outer.set_content("See below, please.")
        outer.add_attachment(data, maintype="application", subtype="octet-stream", filename="inner.eml")
        data = bytes(outer)
    whole = with_enclosed(read_bytes(data, "mail.eml"))
    assert len(whole.readings) == DEEPEST + 1
    assert whole.refused == (
        "inner.eml lies too deep within other files, so it was passed over; save it as a file of its own.",
    )


def test_a_mail_of_formatted_words_alone_is_read() -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = "a@b.example", "Formatted"
    made.set_content("<p>First <a href='https://a.example/'>words</a>.</p><p>Second.</p>", subtype="html")
    parsed = parse(bytes(made), "a.eml")
    assert parsed.text.endswith("First words.\n\nSecond.")
    assert [link.url for link in parsed.links] == ["https://a.example/"]


@pytest.mark.parametrize("header", ["Date: not a day", "Date: ", "Subject: =?utf-8?q?broken", "From: <>"])
def test_broken_headers_spoil_nothing_else(header: str) -> None:
    data = f"Message-ID: <1@a>\r\n{header}\r\n\r\nThe words of the mail.\r\n".encode()
    assert "The words of the mail." in parse(data, "a.eml").text


def test_a_mail_without_words_or_attachments_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        parse(b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: image/png\n\n\x89PNG", "a.eml")
    assert caught.value.reason in (Refusal.NO_TEXT, Refusal.BINARY)


def test_a_text_that_only_looks_a_little_like_headers_stays_a_text() -> None:
    assert parse(b"Note: the bridge closes.\n\nFrom: nobody said so.\n", "a.txt").kind is None
