"""Letters, reports and other papers as a text speaks of them: what they are, who wrote them, who had them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.attribution.kinds import kind_of
from workbench.attribution.lexicon import lexicon
from workbench.model import SourceKind

OUTLETS = frozenset((SourceKind.AGENCY, SourceKind.NEWSPAPER, SourceKind.BROADCASTER, SourceKind.WEBSITE))
"""Kinds that pass on what others say."""

_ARTICLE = re.compile(r"^(?:an?|the|this|that|these|those|his|her|its|their)\s+", re.IGNORECASE)
_BEHIND = re.compile(
    r",|\s(?:by|from|to|of|in|on|at|about|for|sent|seen|obtained|published|released|issued|dated|signed|that"
    r"|which|first)\b"
)
_OWNER = re.compile(r"^(?P<name>.*[A-Z].*?)[’'](?:s\b)?\s")
_GIVER = re.compile(r"\b(?:by|from)\s+(?P<name>[^,]*?[A-Z][^,]*?)(?=,|$|\s(?:on|in|to|at|dated|about)\s)")
_HAD = re.compile(
    r"(?:reported|seen|obtained|published|released|reviewed|leaked)\s+(?:first\s+)?(?:by|to)\s+"
    r"(?P<name>[^,]*[A-Z][^,]*)"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that a text speaks of; `told` with its article, `name` without.

    `author` and `through`, who wrote it and who had it first, are "" where that is not told.
    """

    told: str
    name: str
    noun: str
    kind: SourceKind
    author: str = ""
    through: str = ""


def read_paper(words: str) -> Paper | None:
    """The paper that some words name; None where they name somebody or something else."""
    whole = " ".join(words.split()).strip(" ,")
    name = _ARTICLE.sub("", whole)
    had = _HAD.search(name)
    rest = name[: had.start()].rstrip(" ,").removesuffix(" first").rstrip(" ,") if had else name
    front = _BEHIND.split(rest, maxsplit=1)[0]
    noun = front.split()[-1] if front.split() else ""
    if not _is_paper(noun):
        return None
    owner, giver = _OWNER.match(front), _GIVER.search(rest)
    author = (owner or giver or {"name": ""})["name"].strip()
    opening = whole[: len(whole) - len(name)]
    return Paper(
        f"{opening}{rest}",
        rest,
        noun.lower(),
        kind_of(noun.lower()),
        author,
        had["name"].strip() if had else "",
    )


def _is_paper(noun: str) -> bool:
    plain = noun.lower()
    if not noun or (noun[0].isupper() and plain in lexicon().outlet_words):
        return False
    return plain in lexicon().documents or plain.removesuffix("s") in lexicon().documents
