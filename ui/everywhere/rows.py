"""What was found, as the list shows it: in groups, each under its heading."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.everywhere.words import sort_sign, state_word
from ui.models.dates import date_words
from ui.models.found_rows import FoundRow
from ui.models.person_words import person_words
from workbench.everywhere.answer import Answer, Group, Hit
from workbench.everywhere.entries import Sort


def rows_of(answer: Answer) -> list[FoundRow]:
    """The rows of an answer, in its order. For the worker: dates put in words take their time."""
    return [row for group in answer.groups for row in _group_rows(group)]


def numbered(row: FoundRow, number: int) -> FoundRow:
    """The row of a claim under the number that it bears in the story."""
    return replace(row, title=_said("Claim {number}").format(number=number))


def _group_rows(group: Group) -> list[FoundRow]:
    sign = sort_sign(group.sort)
    rows = [_row(hit) for hit in group.hits]
    count = f"{len(rows):,}"
    if group.total > len(rows):
        count = _said("{shown} of {all}").format(shown=count, all=f"{group.total:,}")
    rows[0] = replace(rows[0], heading=f"{sign.word}  ·  {count}", icon=sign.icon)
    return rows


def _row(hit: Hit) -> FoundRow:
    entry, by = hit.entry, hit.entry.by and person_words(hit.entry.by)
    details = [_part(hit), by, date_words(hit.at)]
    title = hit.title
    if entry.sort is Sort.CLAIM:
        title = _said("Claim")
        details.insert(0, _state_words(hit.states))
    elif entry.sort is Sort.HISTORY:
        title = _said("Step {number}").format(number=f"{entry.number:,}")
    elif entry.sort in (Sort.DOCUMENT, Sort.REGISTER, Sort.NAME) or not title:
        title = entry.text[: entry.head] or sort_sign(entry.sort).word
    return FoundRow(entry.id, title, " · ".join(part for part in details if part), hit.words, hit.lit)


def _state_words(states: frozenset[str]) -> str:
    """What a claim is, without what goes without saying."""
    plain = {"accepted", "open"} if "proposed" in states else {"accepted"}
    return ", ".join(state_word(state) for state in sorted(states - plain))


def _part(hit: Hit) -> str:
    """What of a claim it is, where it is not its words."""
    match hit.entry.part:
        case "reasons":
            return _said("why it was proposed")
        case "answer":
            return _said("the claimant’s answer")
        case "waiver":
            return _said("why it was let pass")
        case _:
            return ""


def _said(text: str) -> str:
    return QCoreApplication.translate("Everywhere", text)
