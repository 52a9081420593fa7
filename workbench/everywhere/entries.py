"""What can be found in a case, as values: a few words, what they belong to, who wrote them and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.change import Key
from workbench.text import Span


class Sort(StrEnum):
    """What kind of thing was found, by the word that `kind:` takes. In the order in which they are shown."""

    CLAIM = "claim"
    NOTE = "note"
    """What the desk wrote down about a claim, a passage or a source, and what it was answered."""
    QUERY = "query"
    VERDICT = "verdict"
    STORY = "story"
    SOURCE = "source"
    """Words of a source text."""
    REMARK = "remark"
    """What others wrote beside words before the text came here."""
    DOCUMENT = "document"
    """The title, author, outlet, address or file name of a text."""
    REGISTER = "register"
    CONTACT = "contact"
    CREDIT = "credit"
    NAME = "name"
    """Who is who."""
    RULING = "ruling"
    SIGNATURE = "signature"
    HISTORY = "history"


FURNITURE = "furniture"
"""The state of navigation and share bars: found only by who asks for it."""
EARLIER = "earlier"
"""The state of words that stand in an earlier draft only."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that can be found.

    `key` is the value they belong to; None for an event of the history, which has a `number`. `about` is what
    that value is about: a claim, a document, a source. Of a text, `span` is where the words stand in its
    revision. The first `head` characters are the title. `by` is who wrote or owns it, `at` and `due` are ISO
    dates; "" where nothing is known. `states` are the words that `is:` takes.
    """

    sort: Sort
    key: Key | None
    text: str
    about: Key | None = None
    span: Span | None = None
    head: int = 0
    by: str = ""
    at: str = ""
    due: str = ""
    states: frozenset[str] = frozenset()
    part: str = ""
    number: int = 0

    @property
    def id(self) -> str:
        """Tells it from every other entry of the case."""
        if self.key is None:
            return f"event/{self.number}"
        start = self.span.start if self.span else ""
        return f"{self.key.kind.__name__}/{self.key.id}/{self.part}/{start}"
