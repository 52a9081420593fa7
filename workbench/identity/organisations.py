"""Whether two forms mean the same organisation."""

from __future__ import annotations

from workbench.identity.bodies import core, head_of, initials_fit, is_acronym, is_description, letters_of
from workbench.identity.spelling import folded
from workbench.identity.tie import Known, Tie

_LONG_ACRONYM = 3


def bodies_apart(one: Known, other: Known) -> str | None:
    """Why the two cannot be one organisation; None when they can."""
    mine, yours = one.form.words, other.form.words
    if is_acronym(mine) and is_acronym(yours):
        return None if letters_of(mine) == letters_of(yours) else "different acronyms"
    if is_acronym(mine) or is_acronym(yours):
        return None
    ours, theirs = core(mine), core(yours)
    return "each has words of its own" if ours - theirs and theirs - ours else None


def tie_of_bodies(one: Known, other: Known, *, same_text: bool) -> Tie | None:
    """What speaks for their being one organisation; None when nothing does."""
    mine, yours = one.form.words, other.form.words
    if is_acronym(mine) and is_acronym(yours):
        return Tie(95, "the same acronym") if letters_of(mine) == letters_of(yours) else None
    if _is_alias(one, other) or _is_alias(other, one):
        return Tie(95 if same_text else 90, "the text gives one name for the other")
    if folded(mine) == folded(yours):
        return Tie(95, "the same name") if same_text or not is_description(mine) else None
    if core(mine) == core(yours):
        return None if is_description(mine) or is_description(yours) else Tie(88, "the same words")
    return _initials(mine, yours, same_text=same_text) or (_shortened(mine, yours) if same_text else None)


def _is_alias(one: Known, other: Known) -> bool:
    names = {folded(alias) for alias in one.aliases}
    return folded(other.form.words) in names or any(
        core(alias) == core(other.form.words) for alias in one.aliases
    )


def _initials(mine: str, yours: str, *, same_text: bool) -> Tie | None:
    for acronym, words in ((mine, yours), (yours, mine)):
        if is_acronym(acronym) and " " in words and initials_fit(acronym, words):
            sure = same_text or len(letters_of(acronym)) > _LONG_ACRONYM
            return Tie(84 if sure else 72, "the initials fit")
    return None


def _shortened(mine: str, yours: str) -> Tie | None:
    """A shorter form in the same text with the same noun at its head: "the ministry", "the UN mission"."""
    short, long = sorted((mine, yours), key=lambda words: len(core(words)))
    if is_acronym(short) or is_acronym(long):
        return None
    alike = head_of(short) == head_of(long) and core(short) < core(long)
    return Tie(74, "a shorter form in the same text") if alike else None
