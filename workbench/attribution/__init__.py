"""Who is credited or quoted for what, through whom."""

from __future__ import annotations

from workbench.attribution.cited import CitedSource, cited_sources
from workbench.attribution.credits import find_credits
from workbench.attribution.kinds import kind_of

__all__ = ["CitedSource", "cited_sources", "find_credits", "kind_of"]
