"""Who copied whom, where words began, and how many origins are really independent."""

from __future__ import annotations

from workbench.tracing.provenance import trace
from workbench.tracing.trails import Trails, chain_of, roots

__all__ = ["Trails", "chain_of", "roots", "trace"]
