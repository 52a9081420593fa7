"""What was typed into the search, read forgivingly: words, "phrases", -words, and filters like kind:claim."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from workbench.days import typed_day
from workbench.everywhere.entries import Sort
from workbench.everywhere.folding import folded

T = TypeVar("T")

FILTERS = ("kind", "by", "is", "verdict", "source", "before", "after")
_MARKS = str.maketrans("“”„‟«»", '""""""')
_TOKEN = re.compile(
    r'(?P<sign>-?)(?:(?P<name>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)(?P<end>"?)|(?P<word>[^\s"]+))'
)
_ALSO = {
    "answer": (Sort.NOTE,),
    "attribution": (Sort.CREDIT,),
    "draft": (Sort.STORY,),
    "event": (Sort.HISTORY,),
    "person": (Sort.REGISTER,),
    "querie": (Sort.QUERY,),
    "question": (Sort.QUERY,),
    "signoff": (Sort.SIGNATURE,),
    "storie": (Sort.STORY,),
    "text": (Sort.STORY, Sort.SOURCE),
    "title": (Sort.DOCUMENT,),
}
"""Other words for the kinds, without the s of the plural."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words looked for, folded. `whole`: they must end where a word ends, as in a closed phrase."""

    words: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter as it was typed; `denied` when what it lets through is left out instead."""

    name: str
    value: str
    denied: bool = False

    def __str__(self) -> str:
        quoted = f'"{self.value}"' if re.search(r"\s", self.value) else self.value
        return f"{'-' if self.denied else ''}{self.name}:{quoted}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the case. `remarks` are sentences on what of it could not be followed."""

    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for: leaving out alone is no question."""
        return not self.terms and not self.filters

    @property
    def sorts(self) -> frozenset[Sort]:
        """The kinds that `kind:` asks for; none when it does not say."""
        named = (item for item in self.filters if item.name == "kind" and not item.denied)
        return frozenset(sort for item in named for sort in sorts_of(item.value))


def asked(typed: str) -> Asked:
    """Read what was typed. Nothing typed is ever an error."""
    terms, excluded, filters, remarks = list[Term](), list[Term](), list[Filter](), list[str]()
    for token in _TOKEN.finditer(typed.translate(_MARKS)):
        known = _filter(token, remarks)
        if known is not None:
            filters.append(known)
        elif not _is_begun(token):
            term = _term(token)
            (excluded if token["sign"] else terms).extend([term] if term.words else ())
    return Asked(_once(terms), _once(excluded), _once(filters), _once(remarks))


def in_parts(typed: str) -> tuple[str, tuple[str, ...]]:
    """What was typed, parted into the words and the filters, to be kept."""
    words, filters = list[str](), list[str]()
    for token in _TOKEN.finditer(typed.translate(_MARKS)):
        known = _filter(token, [])
        if known is not None:
            filters.append(str(known))
        else:
            words.append(token[0])
    return " ".join(words), _once(filters)


def with_filter(typed: str, name: str, value: str) -> str:
    """What was typed, with one filter more; without it, if it was there."""
    wanted, (words, filters) = str(Filter(name, value)), in_parts(typed)
    kept = [item for item in filters if item.casefold() != wanted.casefold()]
    parts = kept if len(kept) < len(filters) else [*filters, wanted]
    return " ".join([*parts, words]).strip()


def sorts_of(value: str) -> tuple[Sort, ...]:
    """The kinds that a word after `kind:` means, none when there is no such kind."""
    word = folded(value).replace("-", "").replace(" ", "")
    single = word.removesuffix("s")
    return (Sort(single),) if single in set(Sort) else _ALSO.get(single, ())


def _filter(token: re.Match[str], remarks: list[str]) -> Filter | None:
    """The filter that a part of the question is; None when it is none, or cannot be followed."""
    name, value = (token["name"] or "").casefold(), (token["phrase"] or token["word"] or "").strip()
    if not name:
        return None
    if name not in FILTERS:
        if token["word"] and not value.startswith("/"):
            remarks.append(
                f"“{name}:” is no filter, so it was looked for as words. Filters are {_listed(FILTERS)}."
            )
        return None
    if not value:
        return None  # still being typed
    if told := _CHECKS.get(name, _all_right)(value):
        remarks.append(told)
        return None
    return Filter(name, value, bool(token["sign"]))


def _is_begun(token: re.Match[str]) -> bool:
    """Whether it names a filter that is not there: one still being typed, or one that was told off."""
    name = token["name"] or (token["word"] or "").partition(":")[0]
    return name.casefold() in FILTERS and ":" in token[0]


def _term(token: re.Match[str]) -> Term:
    if token["phrase"] is not None and not token["name"]:
        return Term(folded(token["phrase"]), bool(token["end"]))
    return Term(folded(token[0].removeprefix("-")).strip('"'))


def _kind_told(value: str) -> str:
    if sorts_of(value):
        return ""
    return f"There is no kind “{value}”, so all were searched. Kinds are {', '.join(Sort)}."


def _date_told(value: str) -> str:
    if typed_day(value):
        return ""
    return (
        f"“{value}” was not understood as a date and was left out. Write it as 2026, 2026-03 or 2026-03-14."
    )


def _all_right(_value: str) -> str:
    return ""


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"{name}:" for name in names)


def _once(items: list[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


_CHECKS: dict[str, Callable[[str], str]] = {
    "kind": _kind_told,
    "before": _date_told,
    "after": _date_told,
}
