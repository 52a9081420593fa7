"""News pages of our own making: frames as news sites build them, around articles whose words are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from benchmarks.invented import sentence

COUNT = 30
_SECTIONS = ("World", "Politics", "Business", "Science", "Culture", "Sport", "Weather", "Opinion")
_SHARE = ("Share on Facebook", "Share on X", "Copy link", "Email this article", "Save for later")
_COOKIES = (
    "We and our 214 partners store and access information on your device.",
    "Accept all",
    "Manage preferences",
)


@dataclass
class Page:
    """A page, the words of its article line by line, the lines that are none of it, its links in the text.

    A link is its address, its anchor text and the words right before it.
    """

    name: str
    html: str = ""
    gold: list[str] = field(default_factory=list)
    frame: list[str] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)


def pages() -> Iterator[Page]:
    """All of them; what is on each follows from its number alone."""
    for number in range(COUNT):
        random, style = Random(number), list(_STYLES)[number % len(_STYLES)]
        page = Page(f"{number:02} {style}")
        body = _article(page, random, number)
        page.html = _STYLES[style](page, random, body)
        yield page


def _article(page: Page, random: Random, number: int) -> list[str]:
    """The parts of an article as HTML; their words are noted on the page."""
    parts = [_paragraph(page, random) for _ in range(random.choice((4, 7, 12)))]
    heading = f"What the {random.choice(('council', 'ministry', 'operator'))} knew"
    parts.insert(2, f"<h2>{_noted(page, heading)}</h2>")
    match number % 5:
        case 1:
            items = [_noted(page, _told(random)) for _ in range(3)]
            parts.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
        case 2:
            parts.append(f"<blockquote><p>{_noted(page, '“' + _told(random) + '”')}</p></blockquote>")
        case 3:
            rows = [(f"Town {row}", f"{row * 37}") for row in range(1, 4)]
            for row in rows:
                _noted(page, " ".join(row))
            cells = "".join(f"<tr><td>{town}</td><td>{count}</td></tr>" for town, count in rows)
            parts.append(f"<table>{cells}</table>")
        case 4:
            caption = f"The quay at low tide in {1900 + number}, seen from the old customs house."
            page.gold.append(caption)
            parts.insert(1, f'<figure><img src="a.jpg" alt=""><figcaption>{caption}</figcaption></figure>')
    return parts


def _paragraph(page: Page, random: Random) -> str:
    said = " ".join(_told(random) for _ in range(random.choice((1, 2, 3))))
    if random.random() < 0.6:
        words = said.split()
        at = random.randrange(1, len(words) - 4)
        anchor, before = " ".join(words[at : at + 3]), " ".join(words[max(0, at - 3) : at])
        url = f"https://record.example/{random.randrange(10**6)}"
        page.links.append((url, anchor, before))
        _noted(page, said)
        head, tail = " ".join(words[:at]), " ".join(words[at + 3 :])
        return f'<p>{head} <a href="{url}">{anchor}</a> {tail}</p>'
    return f"<p>{_noted(page, said)}</p>"


def _told(random: Random) -> str:
    told = sentence(random)[random.randrange(2)]
    return f"{told[0].upper()}{told[1:]}."


def _noted(page: Page, words: str) -> str:
    page.gold.append(words)
    return words


def _framed(page: Page, *lines: str) -> tuple[str, ...]:
    page.frame += lines
    return lines


def _titled(page: Page, random: Random) -> str:
    title = f"{_told(random).rstrip('.')}"
    page.gold.insert(0, title)
    return title


def _head(title: str) -> str:
    return (
        f'<head><title>{title} | The Estuary Post</title><meta property="og:title" content="{title}"></head>'
    )


def _whole(title: str, body: str) -> str:
    return f"<html>{_head(title)}<body>{body}</body></html>"


def _menu(page: Page) -> str:
    items = "".join(f'<li><a href="/{one}">{one}</a></li>' for one in _framed(page, *_SECTIONS))
    return f'<header><nav class="menu"><ul>{items}</ul></nav></header>'


def _teasers(page: Page, random: Random, heading: str, tag: str = "aside") -> str:
    lines = _framed(page, heading, *(_told(random).rstrip(".") for _ in range(5)))
    items = "".join(f'<li><a href="/{at}"><h3>{line}</h3></a></li>' for at, line in enumerate(lines[1:]))
    return f'<{tag} class="related"><h2>{lines[0]}</h2><ul>{items}</ul></{tag}>'


def _foot(page: Page) -> str:
    lines = _framed(
        page, "About us", "Contact", "Privacy policy", "© 2026 The Estuary Post. All rights reserved."
    )
    return "<footer>" + "".join(f"<p><a href='/x'>{line}</a></p>" for line in lines) + "</footer>"


def _shared(page: Page) -> str:
    buttons = "".join(f"<li><a href='#s'>{one}</a></li>" for one in _framed(page, *_SHARE))
    return f'<ul class="share-bar">{buttons}</ul>'


def _plain(page: Page, random: Random, body: list[str]) -> str:
    title = _titled(page, random)
    article = f"<article><h1>{title}</h1>{_shared(page)}{''.join(body)}</article>"
    return _whole(
        title, f"{_menu(page)}<main>{article}</main>{_teasers(page, random, 'Read more')}{_foot(page)}"
    )


def _inline(page: Page, random: Random, body: list[str]) -> str:
    """Related stories and a newsletter box in the middle of the text."""
    title = _titled(page, random)
    box = _framed(page, "Sign up for our morning briefing", "Get the day’s news in your inbox before 7 am.")
    body = [*body[:2], _teasers(page, random, "Related articles", "div"), *body[2:]]
    body.insert(
        len(body) - 1, f"<div class='newsletter-signup'><h4>{box[0]}</h4><p>{box[1]}</p><form></form></div>"
    )
    return _whole(
        title,
        f"{_menu(page)}<div id='content' class='article-body'><h1>{title}</h1>"
        f"{''.join(body)}</div>{_foot(page)}",
    )


def _consent(page: Page, random: Random, body: list[str]) -> str:
    title = _titled(page, random)
    lines = _framed(page, *_COOKIES)
    buttons = f"<button>{lines[1]}</button><button>{lines[2]}</button>"
    banner = f"<div id='cookie-consent' class='modal'><p>{lines[0]}</p>{buttons}</div>"
    words = f"<header><h1>{title}</h1></header><div class='story-body'>{''.join(body)}</div>"
    article = f"<article class='story'>{words}</article>"
    return (
        f"<html>{_head(title)}<body>{banner}{_menu(page)}{article}{_shared(page)}{_foot(page)}</body></html>"
    )


def _discussed(page: Page, random: Random, body: list[str]) -> str:
    """Readers' comments below, as long as the article."""
    title = _titled(page, random)
    said = _framed(page, "4 comments", *(_told(random) for _ in range(4)))
    comments = "".join(
        f"<div class='comment'><b>Reader {at}</b><p>{one}</p></div>" for at, one in enumerate(said[1:])
    )
    thread = f"<section id='comments' class='comments'><h2>{said[0]}</h2>{comments}</section>"
    return _whole(
        title,
        f"{_menu(page)}<main><article><h1>{title}</h1>{''.join(body)}</article>{thread}</main>{_foot(page)}",
    )


def _live(page: Page, random: Random, body: list[str]) -> str:
    title = _titled(page, random)
    posts = "".join(f"<div class='post'><time>{9 + at}:30</time>{part}</div>" for at, part in enumerate(body))
    return _whole(
        title,
        f"{_menu(page)}<main><h1>{title}</h1><section class='live-blog'>{posts}</section></main>"
        f"{_teasers(page, random, 'Most read')}{_foot(page)}",
    )


def _walled(page: Page, random: Random, body: list[str]) -> str:
    """Divs without a meaning, and a notice for subscribers."""
    title = _titled(page, random)
    lines = _framed(page, "Subscribe to keep reading", "Already a subscriber? Sign in", "From 1 crown a week")
    wall = "<div class='paywall'>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>"
    return _whole(
        title,
        f"<div><div>{_menu(page)}</div><div><div><h1>{title}</h1></div><div>{''.join(body)}</div>{wall}</div>"
        f"</div>{_foot(page)}",
    )


_STYLES: dict[str, Callable[[Page, Random, list[str]], str]] = {
    "plain": _plain,
    "related within": _inline,
    "cookie banner": _consent,
    "comments": _discussed,
    "live blog": _live,
    "paywall": _walled,
}
