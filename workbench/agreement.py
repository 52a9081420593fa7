"""What comparing two figures, or two dates, can come to."""

from __future__ import annotations

from enum import StrEnum


class Agreement(StrEnum):
    """Whether two statements of a quantity can both be true of the same thing."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    NOT_COMPARABLE = "not comparable"
    """Different units or things, or too vague to say: never a guess."""
