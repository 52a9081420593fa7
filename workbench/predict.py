"""Judging JSON lines, one answer a line, in order: for measuring, and for other programs.

Offsets count code points of the text exactly as it was given; nothing is normalised.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from workbench.analysis import Statement
from workbench.engine import LocalEngine
from workbench.model import Credit, Relation
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.checked.lookup import Lookup, Wordings
    from workbench.drafts import CarriedPassage
    from workbench.meaning import Vector

Answer = dict[str, object]
Answerer = Callable[[Mapping[str, object]], Answer]

LABELS = {Relation.SUPPORTS: "supports", Relation.CONTRADICTS: "refutes", Relation.CONTEXT: "neutral"}

MOST_RANKED = 100
"""Earlier claims that are named for a query."""


class NotAnswerable(Exception):
    """A line that is no question; `str(error)` says what is wrong with it."""


def predict(task: str, lines: Iterable[str], out: TextIO) -> None:
    """Answer every line of `lines`: one JSON object a line, ASCII only, written as soon as it is known.

    A line that cannot be answered gets `{"error": "…"}`.

    Raises:
        KeyError: there is no such task.
    """
    answer = answerers()[task]
    for line in lines:
        out.write(json.dumps(_answered(answer, line)) + "\n")
        out.flush()


def answerers() -> dict[str, Answerer]:
    """What answers each task. They share one engine, which loads its model when it is first needed."""
    engine = LocalEngine()
    return {
        "relations": lambda asked: _relation(engine, asked),
        "claims": _worth,
        "attributions": lambda asked: _attributions(engine, asked),
        "quotes": _quotation,
        "copies": _copies,
        "drafts": _drafts,
        "checked-before": CheckedBefore(engine),
    }


def _answered(answer: Answerer, line: str) -> Answer:
    try:
        return answer(_asked(line))
    except NotAnswerable as error:
        return {"error": str(error)}


def _asked(line: str) -> Mapping[str, object]:
    try:
        asked = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise NotAnswerable("This line is not JSON.") from None
    if not isinstance(asked, dict):
        raise NotAnswerable("This line is not a JSON object.")
    return asked


def _text(asked: Mapping[str, object], key: str) -> str:
    text = asked.get(key)
    if not isinstance(text, str):
        raise NotAnswerable(f'This line has no text under "{key}".')
    return text


def _relation(engine: LocalEngine, asked: Mapping[str, object]) -> Answer:
    claim, passage = _readable(_text(asked, "hypothesis")), _readable(_text(asked, "premise"))
    (judged,) = engine.judge(Statement(claim), (Statement(passage),))
    scores = {label: judged.scores[relation] for relation, label in LABELS.items()}
    return {"label": LABELS[judged.relation], "scores": scores, "reasons": list(judged.reasons)}


def _worth(asked: Mapping[str, object]) -> Answer:
    from workbench.claims.weights import score

    return {"score": score(_text(asked, "text"))}


def _attributions(engine: LocalEngine, asked: Mapping[str, object]) -> Answer:
    from workbench.attribution import find_credits

    parsed = engine.language().parse(_readable(_text(asked, "text")))
    return {"attributions": [_credit(credit) for credit in find_credits(parsed)]}


def _credit(credit: Credit) -> Answer:
    return {
        "source": _pairs(credit.source),
        "cue": _pairs(credit.cue),
        "content": _pairs(credit.content),
        "via": credit.via[-1].name if credit.via else None,
        "chain": [step.name for step in credit.via],
    }


def _quotation(asked: Mapping[str, object]) -> Answer:
    """Where a quotation stands in its source; `start` and `end` are null when it does not.

    A difference's `quotation` and `source` are start and end in either text; equal where nothing stands.
    """
    from workbench.quotations import look_up

    match = look_up(_text(asked, "quotation"), _text(asked, "source"))
    return {
        "start": match.span and match.span.start,
        "end": match.span and match.span.end,
        "kind": str(match.kind),
        "differences": [
            {
                "kind": str(one.departure),
                "quotation": [one.quoted.start, one.quoted.end],
                "source": [one.source.start, one.source.end],
                "marked": one.marked,
            }
            for one in match.differences
        ],
    }


def _copies(asked: Mapping[str, object]) -> Answer:
    """How much of one text stands in the other: see `tracing.likeness`."""
    from workbench.tracing.likeness import likeness

    found = likeness(_text(asked, "a"), _text(asked, "b"))
    spans = [[part.one.start, part.one.end, part.other.start, part.other.end] for part in found.shared]
    return {"class": str(found.reuse), "overlap": found.overlap, "spans": spans}


def _drafts(asked: Mapping[str, object]) -> Answer:
    """What became of each passage of an old draft.

    `start` and `end` are null unless it attaches by itself; `proposed` is then where to look, or null.
    """
    from workbench.drafts import carry

    old, spans = _text(asked, "old"), _spans(asked.get("passages"))
    if any(span.end > len(old) for span in spans):
        raise NotAnswerable("A passage reaches beyond the old draft.")
    carried = carry(old, _text(asked, "new"), spans)
    return {"passages": [_fate(one) for one in carried.passages]}


def _fate(one: CarriedPassage) -> Answer:
    start, end = (None, None) if one.place is None else (one.place.start, one.place.end)
    proposed = None if one.proposed is None else [one.proposed.start, one.proposed.end]
    return {"start": start, "end": end, "class": one.fate.name, "proposed": proposed}


def _spans(pairs: object) -> list[Span]:
    try:
        return [Span(start, end) for start, end in _listed(pairs)]
    except (TypeError, ValueError):
        raise NotAnswerable('"passages" is not a list of pairs [start, end].') from None


def _listed(pairs: object) -> list[tuple[int, int]]:
    if not isinstance(pairs, list) or any(type(number) is not int for pair in pairs for number in pair):
        raise TypeError
    return pairs


class CheckedBefore:
    """Answers about claims that were checked before, once a first line has named them.

    `{"claims": […]}` takes texts, or objects with "text" and perhaps "title"; a later such line takes the
    place of the earlier. `{"query": "…"}` is then answered with their places in that list, the nearest first.
    """

    def __init__(self, engine: LocalEngine) -> None:
        self._engine = engine
        self._lookup: Lookup | None = None

    def __call__(self, asked: Mapping[str, object]) -> Answer:
        """Take the claims in, or rank them."""
        if "claims" in asked:
            return self._take_in(asked["claims"])
        query = _readable(_text(asked, "query"))
        if self._lookup is None:
            raise NotAnswerable('No claims yet: a line with "claims" must come first.')
        return {"ranked": list(self._lookup.rank(query, self._embed, limit=MOST_RANKED))}

    def _take_in(self, claims: object) -> Answer:
        from workbench.checked.lookup import look_up_in

        if not isinstance(claims, list):
            raise NotAnswerable('"claims" is not a list.')
        self._lookup = look_up_in([_wordings(claim) for claim in claims], self._embed)
        return {"claims": len(claims)}

    def _embed(self, texts: Sequence[str]) -> Sequence[Vector]:
        from workbench.checked.reading import embed

        return embed(texts, self._engine)


def _wordings(claim: object) -> Wordings:
    from workbench.checked.lookup import Wordings

    told = {"text": claim} if isinstance(claim, str) else claim
    if not isinstance(told, dict) or not isinstance(told.get("text"), str):
        raise NotAnswerable('A claim is a text, or an object with a text under "text".')
    title = told.get("title")
    return Wordings(_readable(told["text"]), _readable(title) if isinstance(title, str) else "")


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _readable(text: str) -> str:
    """The text, as long as before, without characters that language tools stumble over.

    Control characters become blanks ("\\r\\n" a blank and a line end), lone surrogates U+FFFD.
    """
    if text.isprintable():
        return text
    return "".join(map(_plain, text))


def _plain(character: str) -> str:
    match unicodedata.category(character):
        case "Cs":
            return "\ufffd"
        case "Cc" if character not in "\n\t":
            return " "
        case _:
            return character
