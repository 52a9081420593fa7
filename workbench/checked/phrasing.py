"""Claims and posts in the form in which they are looked up: quotation marks, addresses and tags taken out."""

from __future__ import annotations

import re

from workbench.wording import stem, words

LONGEST = 2000
"""Characters of a text that are looked at."""

_QUOTES = re.compile(r"[“”„\"«»‹›‘]|(?<!\w)['’]|['’](?!\w)")
_ADDRESS = re.compile(r"https?://[^\s—]+|\bpic\.twitter\.com/[^\s—]+", re.I)
_TAG = re.compile(r"[#@](\w+)")
_PARTS_OF_TAG = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SIGNATURE = re.compile(r"\s*[—–-]\s*([^—]{0,60}?)\s*\(@\w{1,30}\)\s*((?:\w+ \d{1,2}, )?\d{4})?\s*$")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


def plain(text: str) -> str:
    """A claim without quotation marks, in which collections of claims differ although the claims do not."""
    bare = _QUOTES.sub("", text[:LONGEST]).replace("’", "'")
    return " ".join(bare.split())


def asked(text: str) -> str:
    """A claim or a post as a question to the memory.

    Web addresses are left out, "#StopTheFerry" becomes words, and of a post's signature the name and the date
    stay: who said it, and when, is part of what was claimed.
    """
    text = _ADDRESS.sub(" ", text[:LONGEST])
    signature = _SIGNATURE.search(text)
    body = plain(_TAG.sub(_as_words, text[: signature.start()] if signature else text))
    if signature is None:
        return body
    name, date = signature.groups(default="")
    return f"{body} — {plain(name)} {date}".strip()


def terms(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    small = words("stop_words.txt")
    return [stem(word) for word in _WORD.findall(text) if word.casefold() not in small]


def _as_words(tag: re.Match[str]) -> str:
    return " ".join(_PARTS_OF_TAG.findall(tag[1])) or tag[1]
