"""Denials, and whether what they deny is what a claim is about."""

from __future__ import annotations

from workbench.wording import Word, Wording, lines, words

_STOPS = frozenset(".;!?")


def denials(wording: Wording) -> tuple[Word, ...]:
    """The words of denial in a text: verbs ("denied") and verdicts ("false", "hoax")."""
    listed = words("denials.txt")
    return tuple(word for word in wording.words if word.text.casefold() in listed)


def bearing(
    found: tuple[Word, ...], wording: Wording, shared: tuple[Word, ...], named: tuple[Word, ...]
) -> tuple[Word, ...]:
    """Those denials that reach one of the `shared` words; a verdict may also reach one that is `named`.

    A verb reaches what follows it, or all of its sentence where nothing follows; a verdict always does.
    """
    return tuple(word for word in found if _bears(word, wording, shared, named))


def _bears(denial: Word, wording: Wording, shared: tuple[Word, ...], named: tuple[Word, ...]) -> bool:
    if denial.bare in _verdicts():
        return bool(shared or named)
    if not _has_object(denial, wording):
        return bool(shared)
    end = _end(denial, wording)
    return any(denial.span.start < other.span.start < end for other in shared)


def _has_object(denial: Word, wording: Wording) -> bool:
    end = _end(denial, wording)
    after = sum(denial.span.end <= word.span.start < end for word in wording.content)
    place = wording.places[denial.span]
    was_done = any(
        word.bare in ("is", "was", "were", "are", "been", "be")
        for word in wording.words[max(0, place - 2) : place]
    )
    return after > 1 and not was_done


def _end(denial: Word, wording: Wording) -> int:
    marks = (word.span.start for word in wording.words if word.text in _STOPS)
    return next((mark for mark in marks if mark > denial.span.start), len(wording.text))


def _verdicts() -> frozenset[str]:
    """The second part of the list: words that judge instead of telling who denies."""
    return frozenset(word for line in lines("denials.txt")[2:] for word in line.casefold().split())
