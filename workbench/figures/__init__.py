"""Numbers in news text, what they measure, how exactly they are given, and whether two can be the same."""

from workbench.figures.compare import compare
from workbench.figures.find import figures
from workbench.figures.values import Bound, Figure, Kind

__all__ = ["Bound", "Figure", "Kind", "compare", "figures"]
