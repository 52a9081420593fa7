"""Who is who: one person or organisation under several forms, in and across documents."""

from __future__ import annotations

from workbench.identity.decisions import merge, rename, split
from workbench.identity.mention import Mention
from workbench.identity.mentions import mentions, mentions_of
from workbench.identity.people import Seen, Who, who_is_who

__all__ = ["Mention", "Seen", "Who", "mentions", "mentions_of", "merge", "rename", "split", "who_is_who"]
