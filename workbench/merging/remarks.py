"""What an editor should know of a merge although there is nothing to decide."""

from __future__ import annotations

import json
from collections.abc import Iterator

from workbench.change import key_of
from workbench.merging.lineage import Lineage
from workbench.merging.values import State
from workbench.model import Form, Identity, SignOff, Source

_SIGNING = '"type":"SignOff"'


def remarks(lineage: Lineage, ours: State, values: State) -> tuple[str, ...]:
    """Sentences about signatures by strangers, names that mean two people, and code names used twice."""
    return (*_strangers(lineage, ours, values), *_two_meanings(ours, values), *_code_names(ours, values))


def _strangers(lineage: Lineage, ours: State, values: State) -> Iterator[str]:
    """Signatures by somebody who did nothing else in either copy."""
    fresh = [value for key, value in values.items() if isinstance(value, SignOff) and key not in ours]
    if not fresh:
        return
    known = _people(lineage)
    for name in dict.fromkeys(signed.by for signed in fresh if signed.by not in known):
        yield (
            f"A signature by “{name}” comes in, who has done nothing else in either copy. "
            "Ask who that is before you rely on it."
        )


def _people(lineage: Lineage) -> set[str]:
    """Everybody who did more than sign."""
    lines = (*lineage.ours.own, *lineage.ours.lines, *lineage.fresh)
    return {json.loads(line.event)["by"] for line in lines if _SIGNING not in line.event}


def _two_meanings(ours: State, values: State) -> Iterator[str]:
    """Names that each side says mean somebody else: both are kept, and the editor is told."""
    meant: dict[Form, Identity] = {}
    for value in values.values():
        if isinstance(value, Identity):
            for form in value.forms:
                other = meant.setdefault(form, value)
                if other.id != value.id and not (key_of(other) in ours and key_of(value) in ours):
                    yield (
                        f"“{form.words}” means “{other.name}” in one copy and “{value.name}” in the other. "
                        "See the sources for who is meant."
                    )


def _code_names(ours: State, values: State) -> Iterator[str]:
    """Code names that both sides gave: nobody can tell from a case whether they hide the same person."""
    names: dict[str, Source] = {}
    for value in values.values():
        if isinstance(value, Source) and value.protected:
            other = names.setdefault(value.name.casefold(), value)
            if other.id != value.id and not (key_of(other) in ours and key_of(value) in ours):
                yield (
                    f"Both copies have a protected source called “{value.name}”. They are kept apart; join "
                    "them in the register if they are the same."
                )
