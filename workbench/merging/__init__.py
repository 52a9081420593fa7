"""Two checkers, one case: a colleague's copy brought together with ours.

What each changed since their last common event comes together by itself; what both changed differently is a
clash to be decided. The result is one change of the case.
"""

from workbench.merging.comparing import compare, merge, merge_label
from workbench.merging.values import Arrival, Branch, Choice, Clash, Merge, MergeRefused

__all__ = [
    "Arrival",
    "Branch",
    "Choice",
    "Clash",
    "Merge",
    "MergeRefused",
    "compare",
    "merge",
    "merge_label",
]
