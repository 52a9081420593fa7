"""Which documents of a case copied each other, without comparing each with every other.

Texts are taken from the likeliest original on. Each is compared with those before it that share fingerprints
with it. Texts that are one and the same but for small edits make a bundle; once a bundle is large, a further
copy is compared with its first text alone, and only what it has beyond that can lead to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from workbench.model import ZoneRole
from workbench.progress import Progress, silent
from workbench.tracing.direction import TAKING, direction
from workbench.tracing.extent import extent
from workbench.tracing.fingerprints import fingerprints
from workbench.tracing.likeness import Prepared, compare, prepared
from workbench.tracing.sides import credits_of
from workbench.tracing.values import Copy, Reuse, TracedText
from workbench.tracing.when import appeared

LARGE = 12
"""Texts of a bundle that are all compared with each other."""
_SHARED = 2
"""Fingerprints two texts share before they are compared."""
_TOO_COMMON = 60
"""Texts that have a fingerprint, beyond which no further ones are noted for it."""
_WHOLE = (Reuse.IDENTICAL, Reuse.NEAR)


def find_copies(
    texts: Sequence[TracedText],
    pairs: Iterable[tuple[int, int]] | None = None,
    progress: Progress = silent,
) -> tuple[Copy, ...]:
    """The documents that share words, with the direction of each copying.

    `pairs` are places in `texts` to compare; without them, those that share runs of words are.
    """
    order = sorted(range(len(texts)), key=lambda number: _likely_first(texts[number]))
    nominated = _Given(pairs) if pairs is not None else _Found(texts)
    read, bundles = _Read(texts), _Bundles()
    copies: list[Copy] = []
    for done, number in enumerate(order):
        progress(done, len(order), "Comparing texts")
        for other in bundles.worth_comparing(number, nominated.before(number)):
            found = compare(read[other], read[number])
            if found.reuse is not Reuse.NONE:
                told = direction(texts[other], texts[number], found)
                pair = texts[other].document.id, texts[number].document.id
                why = f"{extent(texts[other], texts[number], found, told.original)} {told.why}".lstrip()
                copies.append(Copy(*pair, found, told.original, why))
            if found.reuse in _WHOLE:
                bundles.join(number, other)
        nominated.note(number, bundles.lead(number))
    return tuple(copies)


def _likely_first(text: TracedText) -> tuple[bool, bool, str]:
    """Sorts those texts first that others are likeliest to have taken from."""
    known = appeared(text.document)
    when = known.first.isoformat() if known else "9"
    return bool(credits_of(text)), text.document.kind in TAKING, when


class _Read:
    """The texts, each read once when it is first compared."""

    def __init__(self, texts: Sequence[TracedText]) -> None:
        self._texts = texts
        self._known: dict[int, Prepared] = {}

    def __getitem__(self, number: int) -> Prepared:
        if number not in self._known:
            text = self._texts[number]
            credited = (span for each in text.attributions for span in each.credit.content)
            furniture = text.layout.spans(ZoneRole.FURNITURE)
            self._known[number] = prepared(text.revision.text, furniture=furniture, credited=credited)
        return self._known[number]


class _Bundles:
    """Texts that are one and the same but for small edits. The first of a bundle leads it."""

    def __init__(self) -> None:
        self._lead: dict[int, int] = {}
        self._size: Counter[int] = Counter()

    def lead(self, number: int) -> int | None:
        """The text that leads the bundle of a text, where it is large and another's."""
        lead = self._lead.get(number, number)
        return lead if lead != number and self._size[lead] >= LARGE else None

    def join(self, number: int, other: int) -> None:
        """Put a text into the bundle of another, unless it is in one."""
        if number not in self._lead:
            lead = self._lead.setdefault(other, other)
            self._size[lead] = self._size[lead] or 1
            self._lead[number] = lead
            self._size[lead] += 1

    def worth_comparing(self, number: int, others: Iterable[int]) -> Iterator[int]:
        """Those of `others` whose likeness does not follow from that to the first of a large bundle.

        What leads a bundle comes first; whether the rest is needed shows while they are compared.
        """
        for other in sorted(others, key=lambda other: self._lead.get(other, other) != other):
            lead = self._lead.get(other)
            known = lead is not None and lead == self._lead.get(number) and self._size[lead] > LARGE
            if not known or other == lead:
                yield other


class _Given:
    """Pairs somebody else nominated."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._beside: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in pairs:
            if one != other:
                self._beside[one].add(other)
                self._beside[other].add(one)
        self._seen: set[int] = set()

    def before(self, number: int) -> list[int]:
        """The texts noted so far that are to be compared with this one."""
        return sorted(self._beside[number] & self._seen)

    def note(self, number: int, lead: int | None) -> None:  # noqa: ARG002 - where it is from is known already
        """Remember that a text has had its turn."""
        self._seen.add(number)


class _Found:
    """Pairs that share fingerprints."""

    def __init__(self, texts: Sequence[TracedText]) -> None:
        self._prints = [fingerprints(text.revision.text, text.layout.zones) for text in texts]
        self._having: defaultdict[int, list[int]] = defaultdict(list)

    def before(self, number: int) -> list[int]:
        """The texts noted so far that share enough with this one, those that share most first."""
        shared = Counter(other for each in self._prints[number] for other in self._having.get(each, ()))
        return [other for other, count in shared.most_common() if count >= _SHARED]

    def note(self, number: int, lead: int | None) -> None:
        """Let a text be found by its fingerprints; beside a lead only by what that has not."""
        known = frozenset(self._prints[lead]) if lead is not None else frozenset()
        for each in self._prints[number]:
            having = self._having[each]
            if each not in known and len(having) < _TOO_COMMON:
                having.append(number)
