"""Who is credited or quoted for what, through whom."""

from __future__ import annotations

from workbench.attribution.cited import CitedSource, cited_sources, kind_of
from workbench.attribution.credits import find_credits

__all__ = ["CitedSource", "cited_sources", "find_credits", "kind_of"]
