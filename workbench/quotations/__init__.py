"""Quotations of a story, looked for word by word in every document of the case. Knows no language model."""

from workbench.quotations.check import check_quotations
from workbench.quotations.find import find_quotations
from workbench.quotations.look_up import look_up
from workbench.quotations.values import (
    Departure,
    Difference,
    Kind,
    Manner,
    Match,
    Quotation,
    QuotationCheck,
    Reading,
)

__all__ = [
    "Departure",
    "Difference",
    "Kind",
    "Manner",
    "Match",
    "Quotation",
    "QuotationCheck",
    "Reading",
    "check_quotations",
    "find_quotations",
    "look_up",
]
