"""Copies among the texts of a case, those of texts that have not changed kept from one time to the next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model import DocumentId
    from workbench.progress import Progress
    from workbench.tracing.values import Copy, TracedText

_MANY = 4
"""When more than one text in so many is new or has changed, all are compared anew."""
_SHARED = 2
"""Texts that share so many fingerprints are compared."""


class Comparing:
    """Compares texts with each other. Used by one worker thread alone."""

    def __init__(self) -> None:
        self._texts: dict[DocumentId, TracedText] = {}
        self._copies: tuple[Copy, ...] = ()

    def copies(self, texts: Sequence[TracedText], progress: Progress) -> tuple[Copy, ...]:
        """All copies among `texts`. Only what is new or has changed is compared with the others.

        `progress` is told, and may stop it; what was known before is then kept.
        """
        from workbench.tracing.copies import find_copies

        fresh = self._fresh(texts)
        if not fresh:
            return self._copies
        if _MANY * len(fresh) > len(texts):
            self._copies = find_copies(texts, None, progress)
        else:
            found = find_copies(texts, tuple(_pairs(texts, fresh)), progress)
            kept = (copy for copy in self._copies if not fresh & {copy.one, copy.other})
            self._copies = (*kept, *found)
        self._texts = {text.document.id: text for text in texts}
        return self._copies

    def _fresh(self, texts: Sequence[TracedText]) -> set[DocumentId]:
        """What is new, has changed or is gone; and what such a text was a copy of, or copied by.

        Of many copies only some pairs are told: with one text gone, its partners may belong to others.
        """
        now = {text.document.id: text for text in texts}
        fresh = {id for id in now.keys() | self._texts.keys() if now.get(id) != self._texts.get(id)}
        return fresh.union(
            *((copy.one, copy.other) for copy in self._copies if fresh & {copy.one, copy.other})
        )


def _pairs(texts: Sequence[TracedText], fresh: Collection[DocumentId]) -> Iterator[tuple[int, int]]:
    """The places of fresh texts with those of each other text that shares runs of words with them."""
    from workbench.tracing.fingerprints import fingerprints

    prints = [fingerprints(text.revision.text, text.layout.zones) for text in texts]
    having: defaultdict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(prints):
        for each in found:
            having[each].append(number)
    for number, text in enumerate(texts):
        if text.document.id in fresh:
            shared = Counter(other for each in prints[number] for other in having[each])
            yield from ((number, other) for other, count in shared.items() if count >= _SHARED)
