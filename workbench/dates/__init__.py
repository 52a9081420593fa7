"""Dates in news text, with their precision, and whether two of them can be the same."""

from workbench.dates.compare import compare
from workbench.dates.find import calendar_spans, dates
from workbench.dates.values import Date, Edge, Precision

__all__ = ["Date", "Edge", "Precision", "calendar_spans", "compare", "dates"]
