"""Every quotation of a story against every document of the case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.attribution.quotations import quotations
from workbench.model import DocumentId
from workbench.quotations.find import find_quotations, without_furniture
from workbench.quotations.look_up import Searched, look_up
from workbench.quotations.plain import plain
from workbench.quotations.shortlist import shortlist
from workbench.quotations.telling import told, told_voices
from workbench.quotations.values import ABSENT, Kind, Match, Quotation, QuotationCheck, Reading
from workbench.quotations.voices import differ, is_within, speaker
from workbench.text import Span

Differ = Callable[[str, str], bool]

_GRADES = {Kind.EXACT: 3, Kind.SHORTENED: 2, Kind.ALTERED: 1, Kind.ABSENT: 0}


class _Page:
    """A document made ready to be searched."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.searched = Searched(without_furniture(reading.text, reading.zones), thorough=True)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """Its own quotations."""
        return quotations(self.searched.text)


@dataclass(frozen=True, slots=True)
class _Found:
    """A match on a page, and who speaks there."""

    page: _Page
    match: Match
    speaker: str
    elsewhere: bool


def check_quotations(
    story: Reading,
    documents: Iterable[Reading],
    found: Sequence[Quotation] | None = None,
    *,
    differ: Differ = differ,
) -> tuple[QuotationCheck, ...]:
    """Look every quotation of `story` up in all `documents`; the best match of each, in the story's order.

    An exact match wins over any other; among equals the one credited to the same person.
    `found` are the story's quotations when they are known already. `differ` says whether two names
    surely are two people's.
    """
    wanted = find_quotations(story.text, story.zones) if found is None else found
    pages = [_Page(reading) for reading in documents]
    printed = [plain(one.words.of(story.text)) for one in wanted]
    likely = shortlist(printed, (page.searched.plain for page in pages))
    return tuple(
        _checked(story, quotation, [pages[place] for place in places], differ)
        for quotation, places in zip(wanted, likely, strict=True)
    )


def _checked(story: Reading, quotation: Quotation, pages: Sequence[_Page], differ: Differ) -> QuotationCheck:
    said_by = speaker(story, quotation.words)
    standing: list[_Found] = []
    for page in pages:
        found = _looked_up(story, quotation, page, said_by, differ, exhaustive=not standing)
        standing += [found] if found.match.span is not None else []
    best = max(standing, key=_worth, default=None)
    if best is None or best.match.span is None:
        sentence = told(ABSENT, "", "", "")
        return QuotationCheck(quotation, ABSENT, None, said_by, "", False, False, (), sentence)
    quoted_there = is_within(best.page.quoted, best.match.span)
    return QuotationCheck(
        quotation,
        best.match,
        best.page.reading.document,
        said_by,
        best.speaker,
        best.elsewhere,
        quoted_there,
        _others(standing, best),
        _sentence(story, said_by, best, quoted_there=quoted_there),
    )


def _looked_up(
    story: Reading, quotation: Quotation, page: _Page, said_by: str, differ: Differ, *, exhaustive: bool
) -> _Found:
    words = quotation.words.of(story.text)
    match = _in_story(
        look_up(words, page.searched, page.quoted, exhaustive=exhaustive), quotation.words.start
    )
    there = speaker(page.reading, match.span) if match.span else ""
    return _Found(page, match, there, differ(said_by, there))


def _worth(found: _Found) -> tuple[int, bool, float]:
    return _GRADES[found.match.kind], not found.elsewhere, found.match.score


def _others(found: Iterable[_Found], best: _Found) -> tuple[DocumentId, ...]:
    return tuple(
        one.page.reading.document for one in found if one is not best and one.match.kind is Kind.EXACT
    )


def _in_story(match: Match, start: int) -> Match:
    """The match with the quotation's side of its differences counted in the story."""
    moved = (replace(one, quoted=one.quoted.shifted(start)) for one in match.differences)
    return replace(match, differences=tuple(moved))


def _sentence(story: Reading, said_by: str, best: _Found, *, quoted_there: bool) -> str:
    reading = best.page.reading
    sentence = told(best.match, story.text, reading.text, reading.title)
    return told_voices(
        sentence,
        said_by=said_by,
        there=best.speaker,
        elsewhere=best.elsewhere,
        quoted_there=quoted_there or _is_own(reading, said_by),
    )


def _is_own(reading: Reading, said_by: str) -> bool:
    """Whether the document is the speaker's own: a letter, a speech."""
    return bool(reading.author and said_by) and not differ(reading.author, said_by)
