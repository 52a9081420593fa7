"""Mails (.eml; RFC 5322 and MIME): who wrote to whom and when, the words, and what is attached."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from itertools import islice
from typing import cast

from workbench.model import SourceKind, ZoneRole
from workbench.reading.blocks import Block, Piece, compose
from workbench.reading.charset import decode
from workbench.reading.lines import squeezed
from workbench.reading.plain import ADDRESS
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Enclosed, Parsed
from workbench.reading.saved import moment
from workbench.reading.wrapping import unwrapped
from workbench.text import normalise

MOST_PARTS = 500
_SHOWN = ("From", "To", "Cc", "Date")
_EXTENSIONS = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf", "text/csv": ".csv"}


def parse(data: bytes) -> Parsed:
    """Read a mail; its attachments, and mails forwarded in it, are enclosed.

    Raises:
        Refused: no mail, or one without words and attachments.
    """
    mail = message_from_bytes(data, policy=policy.default)
    parts = list(islice(_leaves(mail), MOST_PARTS + 1))
    if len(parts) > MOST_PARTS:
        raise Refused(Refusal.TANGLED)
    body = next(filter(_is_body, (_best(parts), *parts)), None)
    subject, sender, date = (_header(mail, name) for name in ("Subject", "From", "Date"))
    enclosed = tuple(
        _enclosed(part, number) for number, part in enumerate(parts, 1) if part is not body and _is_kept(part)
    )
    blocks = [*_heading(mail, subject), *(_words(body) if body is not None else ())]
    if body is None and not enclosed:
        raise Refused(Refusal.NO_TEXT)
    made = compose(blocks)
    about = About(title=subject, byline=_name(sender), published=moment(date))
    return Parsed(about, made.text, made.zones, made.links, enclosed=enclosed, kind=SourceKind.LETTER)


def _leaves(mail: Message) -> Iterator[Message]:
    """The parts that hold something, a forwarded mail being one part."""
    waiting = [mail]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
            waiting += reversed(cast(list[Message], part.get_payload()))
        else:
            yield part


def _best(parts: list[Message]) -> Message | None:
    """The plain words where there are some, else the formatted ones."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and _is_body(part):
                return part
    return None


def _is_body(part: Message | None) -> bool:
    return (
        part is not None
        and part.get_content_type() in ("text/plain", "text/html")
        and part.get_content_disposition() != "attachment"
    )


def _is_kept(part: Message) -> bool:
    """Attachments and forwarded mails; not the same words once more, formatted, nor pictures within them."""
    return part.get_content_disposition() == "attachment" or part.get_content_maintype() == "message"


def _heading(mail: EmailMessage, subject: str) -> Iterator[Block]:
    if subject:
        yield Block((Piece(subject),), ZoneRole.HEADING)
    shown = ((name, _header(mail, name)) for name in _SHOWN)
    for number, (name, value) in enumerate((name, value) for name, value in shown if value):
        yield Block((Piece(f"{name}: {value}"),), tight=bool(number))


def _words(part: Message) -> Iterator[Block]:
    raw = cast(bytes | None, part.get_payload(decode=True)) or b""
    text = _decoded(part, raw)
    if part.get_content_type() == "text/html":
        from lxml import etree, html

        from workbench.reading.markup import paragraphs

        try:
            yield from paragraphs(html.document_fromstring(text.replace("\0", "")))
        except (etree.ParserError, ValueError):
            return
    else:
        for paragraph in unwrapped(normalise(text)).split("\n\n"):
            for number, line in enumerate(paragraph.split("\n")):
                yield Block(tuple(_linked(line)), tight=bool(number))


def _linked(line: str) -> Iterator[Piece]:
    """The words of a line, addresses in it as links."""
    at = 0
    for found in ADDRESS.finditer(line):
        yield Piece(line[at : found.start()])
        yield Piece(found.group(), found.group())
        at = found.end()
    yield Piece(line[at:])


def _decoded(part: Message, raw: bytes) -> str:
    charset = part.get_content_charset()
    try:
        return raw.decode(charset) if charset else decode(raw) or ""
    except (UnicodeDecodeError, LookupError):
        return decode(raw) or ""


def _enclosed(part: Message, number: int) -> Enclosed:
    kind = part.get_content_type()
    if part.get_content_maintype() == "message":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        data = first.as_bytes() if isinstance(first, Message) else b""
        name = squeezed(str(first.get("Subject", ""))) if isinstance(first, Message) else ""
        return Enclosed(f"{name or f'forwarded mail {number}'}.eml", data)
    data = cast(bytes | None, part.get_payload(decode=True)) or b""
    name = squeezed(part.get_filename()) or f"attachment {number}{_EXTENSIONS.get(kind, '')}"
    return Enclosed(name, data)


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return squeezed(str(mail.get(name, "")))
    except (ValueError, IndexError, AttributeError):  # what the standard library raises on broken headers
        return ""


def _name(sender: str) -> str:
    return sender.split("<")[0].strip().strip('"') or sender
