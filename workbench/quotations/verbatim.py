"""The quick way: a quotation that stands in a text letter for letter."""

from __future__ import annotations

import re

from workbench.quotations.edges import rest
from workbench.quotations.values import Kind, Match
from workbench.text import Span

_EDGES = ' \t\n"“”‘’«».,;:!?'
_NEEDS_READING = re.compile(r"…|\.\s?\.|\[|^[-−–]")
_CLEAN_BEFORE = re.compile(r"(?:^|(?<=[A-Za-z,;:.!?”\"][ \n])|(?<=[“«(\n]))")
_CLEAN_BEHIND = re.compile(r"(?=[.,;:!?]*(?:[”\"»)]|[ \n](?![-−–]?\d)|$))")


def verbatim(words: str, text: str) -> Match | None:
    """The first place where the words stand letter for letter between clear word borders, if any.

    None says nothing yet: with ellipses, brackets, signs or figures about, words must be read.
    """
    needle = words.strip(_EDGES)
    if not needle or _NEEDS_READING.search(needle) or _NEEDS_READING.search(words):
        return None
    start = text.find(needle)
    end = start + len(needle)
    if start < 0 or not (_CLEAN_BEFORE.match(text, start) and _CLEAN_BEHIND.match(text, end)):
        return None
    before, after = rest(text, Span(start, end))
    for mark in words[words.rindex(needle) + len(needle) :]:
        if text[end : end + 1] != mark:
            break
        end += 1
    return Match(Kind.EXACT, Span(start, end), (), 100.0, before, after)
