"""A foreign picture as bare pixels, decoded by a jailed process. Nothing of its file is looked at here."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.jail.process import Stopped, ask

MOST_PX = 1_400
"""Longer side of what is shown."""
_PATIENCE_S = 20.0
_MOST_SIDE = 1_000_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pixels to be shown, three bytes each, and the size that the picture has in truth."""

    width: int
    height: int
    full_width: int
    full_height: int
    pixels: bytes


def draw(data: bytes) -> Drawn | None:
    """Have a picture decoded; None when it is none that can be shown. Takes a while: for a worker."""
    return _asked("ui.logged.picture", str(MOST_PX), data)


def draw_page(data: bytes, number: int) -> Drawn | None:
    """Have a page of a PDF drawn, counted from 1; None when there is none such. For a worker."""
    return _asked("ui.logged.sheet", f"{number} {MOST_PX}", data)


def _asked(module: str, argument: str, data: bytes) -> Drawn | None:
    try:
        answer = ask(module, argument, data, patience_s=_PATIENCE_S)
    except Stopped:
        return None
    return _read(answer)


def _read(answer: bytes) -> Drawn | None:
    """What the process said, believed only as far as it fits together: it may have been taken over."""
    head, _, pixels = answer.partition(b"\n")
    numbers = head.split()
    if len(numbers) != 4 or not all(number.isdigit() and len(number) < 8 for number in numbers):
        return None
    width, height, full_width, full_height = map(int, numbers)
    small = 0 < width <= MOST_PX and 0 < height <= MOST_PX and len(pixels) == 3 * width * height
    true = width <= full_width <= _MOST_SIDE and height <= full_height <= _MOST_SIDE
    return Drawn(width, height, full_width, full_height, pixels) if small and true else None
