"""The findings in words for the editor, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.evidence.against import against
from workbench.evidence.caveats import caveats, source
from workbench.evidence.checks import Checks
from workbench.evidence.common import agreeing_quantities, in_common, in_other_words
from workbench.evidence.parting import at_odds
from workbench.evidence.sameness import has_run, is_word_for_word
from workbench.model import Relation

_MOST = 3


def reasons(checks: Checks, relation: Relation) -> tuple[str, ...]:
    """Plain clauses, the telling ones first; each is a finding that holds whatever the relation.

    They begin small and have no full stop, so that they can be joined into a sentence. A relation that no
    finding bears out is not given one: then they say only what the texts have in common and where they part.
    """
    if is_word_for_word(checks) and relation is not Relation.CONTRADICTS:
        found = [*caveats(checks), _same_words(checks)]
    elif relation is Relation.CONTRADICTS:
        found = [*(list(against(checks, firmly=True)) or [at_odds(checks)]), *source(checks), *_also(checks)]
    elif relation is Relation.SUPPORTS:
        found = [*caveats(checks), *_for(checks), *source(checks), *against(checks, firmly=False)]
    else:
        found = [*caveats(checks), *_also(checks), *against(checks, firmly=False)]
    return tuple(dict.fromkeys(found))[:_MOST] or ("the two have little in common",)


def _same_words(checks: Checks) -> str:
    if has_run(checks):
        return f"the same words: “{checks.run.passage.of(checks.passage.wording.text)}”"
    return "nearly the same words"


def _for(checks: Checks) -> Iterator[str]:
    yield from agreeing_quantities(checks)
    found = (*in_common(checks), *in_other_words(checks))
    yield from found
    if not found and not checks.figures.agreeing and not checks.dates.agreeing:
        yield "may say the same in other words"


def _also(checks: Checks) -> Iterator[str]:
    yield from agreeing_quantities(checks)
    yield from in_common(checks)
    yield from in_other_words(checks)
