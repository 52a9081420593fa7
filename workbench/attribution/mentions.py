"""Sources a sentence names without crediting them: "(document)", "seen by Reuters", "a 2019 study in …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.attribution.lexicon import lexicon
from workbench.text import Span, trimmed

_ASIDE = re.compile(r"[(\[](?P<inside>[^()\[\]\n]{2,80})[)\]]")
_LEADING = re.compile(
    r"^(?:(?:source|see|see also|via|read|credit|from|photo|image)s?\b:?\s+)", re.IGNORECASE
)
_PROPER = r"(?:[A-Z][\w’'&.-]*)(?:\s+(?:(?:of|for|the|and|de|on)\s+){0,2}[A-Z][\w’'&.-]*){0,5}"
_SMALL = r"(?:[a-z\d][\w-]*\s+|[A-Z][\w-]*\s+){0,3}?"
_WORD = re.compile(r"[A-Za-z][\w-]*")


def mentions(text: str, within: Span) -> Iterator[Span]:
    """The places in a stretch of text that name an outlet, or a document with whom it is from or by."""
    yield from _in_brackets(text, within)
    for match in _document().finditer(text, within.start, within.end):
        yield Span(*match.span("name"))
    for match in _outlet().finditer(text, within.start, within.end):
        if match["name"][0].isupper():
            yield Span(*match.span("name"))


def _in_brackets(text: str, within: Span) -> Iterator[Span]:
    for match in _ASIDE.finditer(text, within.start, within.end):
        leading = _LEADING.match(match["inside"])
        start = match.start("inside") + (leading.end() if leading else 0)
        inside = trimmed(text, Span(start, match.end("inside")))
        if _names_a_source(inside.of(text)):
            yield inside


def _names_a_source(words: str) -> bool:
    """Whether the words end in a word for a document or outlet, or are the name of one."""
    found = _WORD.findall(words)
    if not found:
        return False
    words_known = lexicon()
    last = found[-1].lower()
    return (
        last in words_known.documents
        or last.removesuffix("s") in words_known.documents
        or last in ("pdf", "source")
        or any(word.lower() in words_known.outlets and not word.islower() for word in found)
    )


@cache
def _document() -> re.Pattern[str]:
    """A document with its giver: "a report by the Harbour Office", "the Salt Bay council’s audit"."""
    nouns = "|".join(sorted(map(re.escape, lexicon().documents), key=len, reverse=True))
    with_giver = (
        rf"(?:an?|the|its|their|his|her)\s+{_SMALL}(?:{nouns})\s+(?:by|from|of|in|to)\s+(?:the\s+)?{_PROPER}"
    )
    possessive = rf"(?:the\s+)?{_PROPER}[’']s?\s+{_SMALL}(?:{nouns})"
    return re.compile(rf"\b(?P<name>{with_giver}|{possessive})\b")


@cache
def _outlet() -> re.Pattern[str]:
    """An outlet behind a word that makes it a source: "seen by Reuters", "in the BBC’s words"."""
    names = "|".join(sorted(map(re.escape, lexicon().outlets), key=len, reverse=True))
    return re.compile(rf"\b(?:by|in|from|via|to|told|with)\s+(?:the\s+)?(?P<name>{names})\b", re.IGNORECASE)
