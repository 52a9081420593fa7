"""Credits given by a colon: headlines ("Mayor: bridge is safe") and turns ("Q: Is it safe?")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.attribution.lexicon import Lexicon
from workbench.attribution.turns import Turn
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.sentences import is_row
from workbench.text import Span

_LINE = re.compile(r"^[ \t]*(?P<who>[A-Z][^\n:“”\"]{0,59}?):[ \t]+(?P<what>[^\s][^\n]*)", re.MULTILINE)
_END = re.compile(r"[\s.]+$")
_SPEAKING = ("PERSON", "ORG", "NORP", "GPE")
_FEWEST_TURNS = 2
_FEWEST_WORDS = 2
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST_TURN_NAME = 3


def colon_credits(
    parsed: Parsed, readable: str, lexicon: Lexicon, spoken: Sequence[Turn] = ()
) -> Iterator[Credit]:
    """One credit for each line that opens with a speaker and a colon, and for each turn of a transcript.

    `readable` is the text with furniture blanked, `spoken` are its turns. Rows of a table are nobody's words.
    """
    for turn in spoken:
        yield Credit((turn.who,), (turn.colon,) if turn.colon else (), turn.said)
    told = {turn.who.start for turn in spoken}
    found = _LINE.finditer(readable)
    lines = [line for line in found if line.start("who") not in told and not is_row(line.group())]
    turns = Counter(line["who"] for line in lines if len(line["who"].split()) <= _LONGEST_TURN_NAME)
    for line in lines:
        if len(_WORD.findall(line["what"])) < _FEWEST_WORDS:
            continue
        if turns[line["who"]] >= _FEWEST_TURNS or _speaks(parsed, lexicon, Span(*line.span("who"))):
            yield _credit(line)


def _credit(line: re.Match[str]) -> Credit:
    content = _END.sub("", line["what"]) if line["what"].count(".") <= 1 else line["what"].rstrip()
    start = line.start("what")
    colon = line.end("who")
    return Credit((Span(*line.span("who")),), (Span(colon, colon + 1),), (Span(start, start + len(content)),))


def _speaks(parsed: Parsed, lexicon: Lexicon, who: Span) -> bool:
    """Whether the words name somebody who can speak: no verb, and a person, body or document at the end."""
    words = _tokens_in(parsed, who)
    if not words or any(word.pos in ("VERB", "AUX", "ADV", "SCONJ", "NUM") for word in words):
        return False
    head = words[-1]
    if head.lemma.lower() in lexicon.speakers or head.lemma.lower() in lexicon.documents:
        return True
    return head.pos == "PROPN" and head.entity in _SPEAKING


def _tokens_in(parsed: Parsed, span: Span) -> list[Token]:
    if not parsed.has_grammar:
        return []
    at = bisect_right(parsed.sentences, span.start, key=lambda sentence: sentence.start) - 1
    return [word for word in parsed.sentence_tokens(at) if span.contains(word.span)] if at >= 0 else []
