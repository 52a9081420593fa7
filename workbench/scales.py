"""Verdict scales: the presets, the words of a verdict under any of them, and a scale edited by the desk.

A verdict names its scale, so that the words it was given in stay readable when the case goes on with another.
The editing functions take a `Scale` and return one; `use` turns what came out of it into one change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from workbench.change import Change, Edit, Stamp
from workbench.model import Case, Scale, ScaleId, Step, Verdict

TONES = ("good", "care", "bad", "open", "accent", "muted")
"""The meanings a step can be coloured by."""
SYMBOLS = (
    "circle-check",
    "check",
    "circle-dot",
    "triangle-alert",
    "circle-slash",
    "circle-x",
    "circle-help",
    "flag",
    "clock",
    "user",
    "message-square",
    "quote",
    "minus",
    "x",
    "shield",
    "scale",
    "eye-off",
    "circle-dashed",
)
"""The icons a step can have: no two of one scale the same."""
LONGEST_LABEL = 60
"""Characters of a step's word, or of a verdict in the desk's own words in lists."""

TWO_SOURCE = Scale(
    ScaleId("two-source"),
    "Two-source",
    (
        Step("supported", "Supported", "Independent sources bear the claim out.", 5, "good", "circle-check"),
        Step("mostly", "Mostly supported", "Right in substance; a detail needs care.", 4, "good", "check"),
        Step("mixed", "Mixed", "Part is borne out, part is not.", 3, "care", "triangle-alert"),
        Step(
            "unsupported", "Unsupported", "Nothing found that bears the claim out.", 2, "care", "circle-slash"
        ),
        Step("contradicted", "Contradicted", "Reliable sources say otherwise.", 1, "bad", "circle-x"),
        Step(
            "unverifiable",
            "Unverifiable",
            "It cannot be settled with what can be had.",
            0,
            "open",
            "circle-help",
        ),
    ),
)
SIX_STEP = Scale(
    ScaleId("six-step"),
    "PolitiFact-like, six steps",
    (
        Step("true", "True", "Accurate, and nothing of weight is missing.", 6, "good", "circle-check"),
        Step("mostly-true", "Mostly true", "Accurate, but it needs an explanation.", 5, "good", "check"),
        Step("half-true", "Half true", "Partly accurate, with weighty gaps.", 4, "care", "circle-dot"),
        Step(
            "mostly-false",
            "Mostly false",
            "A grain of truth, but what matters is left out.",
            3,
            "care",
            "triangle-alert",
        ),
        Step("false", "False", "Not accurate.", 2, "bad", "circle-x"),
        Step("absurd", "Absurd", "Not accurate, and preposterous besides.", 1, "bad", "flag"),
    ),
)
NINE_STEP = Scale(
    ScaleId("nine-step"),
    "Snopes-like, nine steps",
    (
        Step("true", "True", "Its main points can be shown to be right.", 5, "good", "circle-check"),
        Step("mostly-true", "Mostly true", "Right in the main; lesser points are not.", 4, "good", "check"),
        Step("mixture", "Mixture", "Right and wrong in like measure.", 3, "care", "circle-dot"),
        Step(
            "mostly-false",
            "Mostly false",
            "Wrong in the main; lesser points hold.",
            2,
            "care",
            "triangle-alert",
        ),
        Step("false", "False", "Its main points can be shown to be wrong.", 1, "bad", "circle-x"),
        Step(
            "unproven", "Unproven", "Too little is known to call it right or wrong.", 0, "open", "circle-help"
        ),
        Step("outdated", "Outdated", "It was right once; events have gone past it.", 0, "open", "clock"),
        Step("misattributed", "Misattributed", "The words are somebody else’s.", 0, "care", "user"),
        Step("satire", "Satire", "It was meant as a joke.", 0, "muted", "message-square"),
    ),
)
FOUR_STEP = Scale(
    ScaleId("four-step"),
    "Pinocchio-like, 1–4",
    (
        Step("one", "1 · Shaded", "Facts picked to suit; nothing said is false.", 4, "care", "circle-dot"),
        Step("two", "2 · Twisted", "Weighty omissions or exaggerations.", 3, "care", "triangle-alert"),
        Step("three", "3 · Mostly false", "Wrong in fact, or plainly misleading.", 2, "bad", "circle-slash"),
        Step("four", "4 · False", "Nothing in it holds.", 1, "bad", "circle-x"),
    ),
)
FREE_TEXT = Scale(ScaleId("free-text"), "In the desk’s own words (IFCN)", ())
PRESETS = {scale.id: scale for scale in (TWO_SOURCE, SIX_STEP, NINE_STEP, FOUR_STEP, FREE_TEXT)}


def scale_of(stored: Iterable[Scale], id: str) -> Scale:
    """The scale of this id: as the desk has edited it, else the preset. One nobody knows has no steps."""
    for scale in stored:
        if scale.id == id:
            return scale
    return PRESETS.get(ScaleId(id), Scale(ScaleId(id), id, ()))


def known_scales(stored: Iterable[Scale]) -> tuple[Scale, ...]:
    """All that can be chosen: the presets, as the desk has edited them, then the desk's own."""
    edited = {scale.id: scale for scale in stored}
    own = (scale for id, scale in edited.items() if id not in PRESETS)
    return (*(edited.get(id, preset) for id, preset in PRESETS.items()), *own)


def step_of(stored: Iterable[Scale], verdict: Verdict) -> Step:
    """The step that a verdict was given, of the scale it was given under; retired ones too.

    A verdict in the desk's own words, or of a step that is gone, is a step of these words.
    """
    scale = scale_of(stored, verdict.scale)
    known = {step.key: step for step in scale.steps}
    return known.get(verdict.step) or Step(verdict.step, verdict.step, "", 0, "open", "quote")


def said_by(step: Step) -> tuple[str, str, int]:
    """What a step says of a claim: its words, what they mean, how high it stands. Not how it looks."""
    return step.label, step.definition, step.number


def offered(scale: Scale) -> tuple[Step, ...]:
    """The steps that can be given now, best first."""
    return tuple(step for step in scale.steps if not step.retired)


def place_of(scale: Scale, step: Step) -> int:
    """Where a step stands in the order of its scale; after all of them when it is not in it."""
    keys = [one.key for one in scale.steps]
    return keys.index(step.key) if step.key in keys else len(keys)


def named(scale: Scale, name: str) -> Scale:
    """The scale under another name. Raises `ValueError` for an empty one."""
    return replace(scale, name=_clean(name))


def rewritten(scale: Scale, key: str, *, label: str | None = None, definition: str | None = None) -> Scale:
    """The scale with another word or definition for a step. Raises `ValueError` for an empty word."""
    return _with(
        scale,
        key,
        lambda step: replace(
            step,
            label=step.label if label is None else _clean(label),
            definition=step.definition if definition is None else " ".join(definition.split()),
        ),
    )


def repainted(scale: Scale, key: str, *, tone: str | None = None, symbol: str | None = None) -> Scale:
    """The scale with another tone or symbol for a step. Raises `ValueError` for one that is not offered."""
    if tone not in (None, *TONES) or symbol not in (None, *SYMBOLS):
        raise ValueError("no tone or symbol of a step")
    return _with(scale, key, lambda step: replace(step, tone=tone or step.tone, symbol=symbol or step.symbol))


def added(scale: Scale, key: str, label: str, definition: str = "") -> Scale:
    """The scale with one more step at its end; it gets a symbol that no other step has."""
    if key in {step.key for step in scale.steps}:
        raise ValueError("two steps of one key")
    taken = {step.symbol for step in scale.steps}
    symbol = next((symbol for symbol in SYMBOLS if symbol not in taken), "flag")
    step = Step(key, _clean(label), " ".join(definition.split()), 1, "open", symbol)
    return _numbered(replace(scale, steps=(*scale.steps, step)))


def moved(scale: Scale, key: str, by: int) -> Scale:
    """The scale with a step moved by so many places towards the end; no further than there are places."""
    steps = list(scale.steps)
    at = next(place for place, step in enumerate(steps) if step.key == key)
    step = steps.pop(at)
    steps.insert(max(0, min(at + by, len(steps))), step)
    return _numbered(replace(scale, steps=tuple(steps)))


def retired(scale: Scale, key: str, *, gone: bool = True) -> Scale:
    """The scale with a step no longer offered, or with `gone` False offered again."""
    return _numbered(_with(scale, key, lambda step: replace(step, retired=gone)))


def without(scale: Scale, key: str, verdicts: Iterable[Verdict]) -> Scale:
    """The scale without a step; one that a verdict was given with is retired instead."""
    if any(verdict.scale == scale.id and verdict.step == key for verdict in verdicts):
        return retired(scale, key)
    return _numbered(replace(scale, steps=tuple(step for step in scale.steps if step.key != key)))


def use(
    case: Case, scale: Scale, stored: Iterable[Scale], verdicts: Iterable[Verdict], stamp: Stamp
) -> Change | None:
    """Let the case go on with a scale, and keep that scale as it was edited; None when nothing is new.

    A preset as it was leaves no row. Steps that verdicts were given with are kept, retired, when they are
    missing from `scale`. Verdicts already given are not touched: they go on under the scale they name.
    """
    before = next((item for item in stored if item.id == scale.id), None)
    known = before or PRESETS.get(scale.id)
    after: Scale | None = _complete(scale, known, verdicts)
    if after == PRESETS.get(scale.id):
        after = None
    edits = () if before == after else (Edit(before, after),)
    label = "Edit verdict scale"
    if case.scale != scale.id:
        edits, label = (*edits, Edit(case, replace(case, scale=scale.id))), "Choose verdict scale"
    return Change(label, stamp, edits) if edits else None


def _complete(scale: Scale, known: Scale | None, verdicts: Iterable[Verdict]) -> Scale:
    used = {verdict.step for verdict in verdicts if verdict.scale == scale.id}
    kept = {step.key for step in scale.steps}
    lost = [step for step in (known.steps if known else ()) if step.key in used - kept]
    return replace(scale, steps=(*scale.steps, *(replace(step, retired=True) for step in lost)))


def _numbered(scale: Scale) -> Scale:
    """Steps that are in the order of better and worse count down to 1; those numbered 0 stand outside it."""
    ranked = [step.key for step in scale.steps if step.number and not step.retired]
    numbers = {key: len(ranked) - place for place, key in enumerate(ranked)}
    steps = (replace(step, number=numbers.get(step.key, step.number)) for step in scale.steps)
    return replace(scale, steps=tuple(steps))


def _with(scale: Scale, key: str, change: Callable[[Step], Step]) -> Scale:
    return replace(scale, steps=tuple(change(step) if step.key == key else step for step in scale.steps))


def _clean(words: str) -> str:
    cleaned = " ".join(words.split())[:LONGEST_LABEL].rstrip()
    if not cleaned:
        raise ValueError("no words")
    return cleaned
