"""Web pages saved as one MIME file (.mhtml, .mht; RFC 2557): the page itself, its address and its time."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from itertools import islice
from typing import cast

from workbench.reading.mail import MOST_PARTS
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import Parsed
from workbench.reading.saved import archived, moment


def parse(data: bytes) -> Parsed:
    """Read a page saved by a browser.

    Raises:
        Refused: no page in it, or no article on the page.
    """
    from workbench.reading.webpage import parse as parse_page

    saved = message_from_bytes(data, policy=policy.compat32)
    parts = list(islice(saved.walk(), MOST_PARTS * 4))
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None:
        raise Refused(Refusal.NO_ARTICLE)
    raw = cast(bytes | None, page.get_payload(decode=True)) or b""
    address = saved.get("Snapshot-Content-Location") or page.get("Content-Location")
    charset = page.get_content_charset() or ""
    parsed = parse_page(_as_utf8(raw, charset))
    url, copy, made = archived(str(address) if address and str(address).startswith("http") else None)
    about = replace(
        parsed.about,
        url=url or parsed.about.url,
        archived_url=copy or parsed.about.archived_url,
        charset=None,
        accessed=made or moment(str(saved.get("Date", ""))) or parsed.about.accessed,
    )
    return replace(parsed, about=about)


def _as_utf8(raw: bytes, charset: str) -> bytes:
    """The page in UTF-8 where the MIME header tells another encoding than the page itself may."""
    try:
        return raw.decode(charset).encode("utf-8") if charset else raw
    except (UnicodeDecodeError, LookupError):
        return raw
