"""Why a passage is suggested, as one plain sentence made from the findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from workbench.model import Relation

_Match = re.Match[str]
_LONGEST = 220


def reason_sentence(reasons: tuple[str, ...], relation: Relation) -> str:
    """One sentence: what speaks for or against, then at most one thing that puts it in its place.

    The findings come in the engine's own short form ("figures differ: 19 days / 23 days"), the telling
    ones first. One in a form not known here is told as it stands.
    """
    found = [(reason.startswith(_AGAINST), _clause(reason)) for reason in reasons]
    if found and relation is Relation.CONTRADICTS and not any(against for against, _ in found):
        found.insert(0, (True, _said("Taken as a whole, the source seems to say otherwise")))
    if not found:
        return ""
    (is_against, main), *rest = found
    sentence = f"{main[:1].upper()}{main[1:]}"
    if rest and len(main) + len(rest[0][1]) < _LONGEST:
        sentence += _joint(rest[0][1], turns=rest[0][0] and not is_against)
    return f"{sentence}."


def all_findings(reasons: tuple[str, ...]) -> str:
    """Every finding, one a line, for who wants to know exactly."""
    return "\n".join(f"{reason[:1].upper()}{reason[1:]}" for reason in reasons)


def _clause(reason: str) -> str:
    for pattern, say in _FORMS:
        if match := pattern.fullmatch(reason):
            return say(match)
    return reason.strip().rstrip(".")


def _joint(more: str, *, turns: bool) -> str:
    """The second half of the sentence; what begins with a quotation mark keeps it."""
    small = f"{more[:1].lower()}{more[1:]}"
    if small.startswith(_THOUGH):
        return f", {small}"
    return (_said(", but {more}") if turns else _said(", and {more}")).format(more=small)


def _said(text: str) -> str:
    return QCoreApplication.translate("Reasons", text)


def _plain(text: str) -> Callable[[_Match], str]:
    return lambda match: _said(text).format(*match.groups())


def _listed(text: str) -> Callable[[_Match], str]:
    """Like `_plain`, with the last group, "a, b, c", read out as "a, b and c"."""
    return lambda match: _said(text).format(*match.groups()[:-1], _joined(match.groups()[-1].split(", ")))


def _joined(words: Iterable[str]) -> str:
    *others, last = words
    return _said("{some} and {last}").format(some=", ".join(others), last=last) if others else last


_THOUGH = "though "
_AGAINST = (
    "figures differ", "dates differ", "opposites", "only one", "the passage", "the claim", "roles",
    "other words", "not there",
)  # fmt: skip
_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Match], str]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), say)
    for pattern, say in (
        (r"figures differ: (.+) / (.+)", _plain("The story says {0} where the source says {1}")),
        (r"dates differ: (.+) / (.+)", _plain("The story gives {0} where the source gives {1}")),
        (r"opposites: (“.+”) / (“.+”)", _plain("The story says {0} where the source says {1}")),
        (r"only one says “not”: (“.+”)", _plain("Only one of the two says “not” of {0}")),
        (r"the passage denies: (.+)", _listed("The source denies {0}")),
        (r"the claim denies: (.+)", _listed("The story denies {0}")),
        (r"roles may be swapped: (.+)", _plain("Who did what to whom may be swapped: {0}")),
        (r"other words there: (“.+”) / (“.+”)", _plain("The story says {0} where the source says {1}")),
        (r"not there: (.+)", _listed("The source does not mention {0}")),
        (r"the same words: (“.+”)", _plain("Both use the same words: {0}")),
        (r"nearly the same words", _plain("Both use nearly the same words")),
        (r"both: (.+)", _listed("Both speak of {0}")),
        (r"(“.+”) ~ (“.+”)", _plain("{0} in the story agrees with {1} in the source")),
        (r"only reported there: (“.+”)", _plain("though the source only reports it ({0})")),
        (r"not certain there: (“.+”)", _plain("though the source is not certain ({0})")),
        (r"[Nn]ot in English: .+", _plain("Not in English: found by its words, to be read by you")),
        (r"little in common", _plain("The two have little in common")),
    )
)
