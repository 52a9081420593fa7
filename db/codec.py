"""Changes as the history keeps them: canonical JSON, handed on from `workbench/events.py`."""

from __future__ import annotations

from workbench.events import event_change as event_change
from workbench.events import event_text as event_text
