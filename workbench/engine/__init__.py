"""The language engine, in this process or in a child of its own. Importing it loads no model."""

from workbench.engine.client import ChildEngine
from workbench.engine.local import LocalEngine

__all__ = ["ChildEngine", "LocalEngine"]
