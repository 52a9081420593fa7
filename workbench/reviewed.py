"""Where the review of a draft stands: its coverage, what is open, who has signed, what changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from workbench.checkable import Checkable
from workbench.coverage import Coverage, bands, coverage
from workbench.held import Held, Values, latest_text
from workbench.merging.brought import parted_at, people_of
from workbench.model import Claim, ClaimId, DocumentId, Evidence, Revision, RevisionId, Seals, Sha256, SignOff
from workbench.openings import Circumstances, Moment, Opening, Severity, openings
from workbench.ports import Event, Store
from workbench.signed_since import Since, signed_since
from workbench.signing import Part, Signed, seals, signed

BANDS = 2_048
"""As many as the rows of the tallest screens."""


@dataclass(frozen=True, slots=True)
class Review:
    """All of it for the latest draft of one story. `since` holds the steps after the first signature."""

    draft: RevisionId
    coverage: Coverage
    openings: tuple[Opening, ...]
    seals: Seals
    signed: Signed
    since: tuple[Since, ...] = ()
    bands: bytes = b""
    """The coverage for a map of the whole draft (`coverage.bands`), in `BANDS` bands."""

    @property
    def musts(self) -> tuple[Opening, ...]:
        """What stops a signature."""
        return tuple(one for one in self.openings if one.severity is Severity.MUST)

    @property
    def shoulds(self) -> tuple[Opening, ...]:
        """What can be signed over with a reason."""
        return tuple(one for one in self.openings if one.severity is Severity.SHOULD)


@dataclass(slots=True)
class Record:
    """What a review needs of the history. Kept by whoever asks again: it then reads only what is new."""

    moments: list[Moment] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    places: dict[Sha256, int | None] = field(default_factory=dict)
    colleagues: frozenset[str] = frozenset()
    """Who worked in copies that were merged."""

    @property
    def people(self) -> set[str]:
        """All who did anything in the history, or in a line that was merged into it."""
        return {moment.by for moment in self.moments} | self.colleagues

    def follow(self, store: Store, given: Sequence[SignOff]) -> None:
        """Take in what is new, and find the events that the signatures name as the last before them."""
        last = self.moments[-1].number if self.moments else 0
        fresh = []
        for header in store.headers():
            if header.number <= last:
                break
            fresh.append(Moment(header.number, header.by, header.at))
        self.moments += reversed(fresh)
        if fresh:
            self.colleagues = people_of(store.lines())
        if {one.head for one in given} == self.places.keys():
            self.events += store.history(last) if given else ()
            return
        self.places = {one.head: self._place(store, one) for one in given}
        first = min((place for place in self.places.values() if place is not None), default=None)
        self.events = list(store.history(first)) if first is not None else []

    def _place(self, store: Store, given: SignOff) -> int | None:
        """The number of the event that a signature names, None when the history does not hold it there.

        It is the one before that in which the signature was given: the whole history need not be read.
        """
        for moment in reversed(self.moments):
            before = moment.number - 1
            is_likely = (moment.by, moment.at) == (given.by, given.at)
            if is_likely and store.hash_of(before) == given.head:
                return before
        return parted_at(given.head, store) if self.colleagues else None


def review_of(
    values: Values,
    story: DocumentId,
    what: Checkable,
    record: Record,
    now: datetime,
    origins: Mapping[ClaimId, int],
) -> Review:
    """The review of the latest draft of `story`. Raises `KeyError` for a document without a text."""
    draft = latest_text(values, story)
    if draft is None:
        raise KeyError(story)
    claims = [one for one in values.all(Claim) if one.passage.revision == draft.id and not one.gone]
    covered = coverage(what, claims)
    around = Circumstances(now, covered, origins, record.moments)
    sealed = seals(values, story)
    given = signatures_in_force(values, story)
    cut = any(record.places.get(one.head) is None for one in given)
    found = signed(values, story, sealed, record.people, cut)
    return Review(
        draft.id,
        covered,
        openings(values, story, around),
        sealed,
        found,
        _since(found, record, story),
        bands(covered, len(draft.text), BANDS),
    )


def signatures_in_force(values: Values, story: DocumentId) -> list[SignOff]:
    """The signatures under any draft of a story that nobody has taken back."""
    return [one for one in values.all(SignOff) if one.document == story and one.reopened_at is None]


def with_texts(held: Held, known: dict[RevisionId, Revision], store: Store) -> Held:
    """The values with the earlier texts that signatures, claims and evidence lie in, kept in `known`."""
    latest = {text.id for text in held.all(Revision)}
    wanted = {one.revision for one in held.all(SignOff)}
    wanted |= {one.passage.revision for one in held.all(Evidence)}
    wanted |= {one.passage.revision for one in held.all(Claim)}
    for id in wanted - latest - known.keys():
        if (text := store.get(Revision, id)) is not None:
            known[id] = text
    earlier = tuple(known[id] for id in sorted(wanted - latest) if id in known)
    return Held({**held.by_kind, Revision: (*held.all(Revision), *earlier)})


def _since(found: Signed, record: Record, story: DocumentId) -> tuple[Since, ...]:
    """Only what touched a part that has changed."""
    first = min((place for one in found.signatures if (place := record.places.get(one.head))), default=None)
    if first is None or not found.changed:
        return ()
    told = signed_since(record.events, first, story)
    changed: Sequence[Part] = found.changed
    return tuple(one for one in told if any(part in changed for part in one.parts))
