"""What became of claims from draft to draft, for a summary of the latest one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.model import Claim, ClaimId, Disposition, Revision, RevisionId, Status, Verdict
from workbench.ports import Store
from workbench.waiting import in_tray, is_on_other_words, reads_alike


@dataclass(frozen=True, slots=True)
class Reworded:
    """A claim, by its badge, and how an earlier draft put it; `judged` when its verdict was on that."""

    number: int
    before: str
    draft: int
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """A claim that is still with the words of an earlier draft."""

    wording: str
    draft: int
    disposition: Disposition


@dataclass(frozen=True, slots=True)
class DraftsTold:
    """What changed up to a draft, as far as claims are concerned. Nothing for a first draft."""

    changed: tuple[Reworded, ...] = ()
    gone: tuple[Left, ...] = ()
    waiting: tuple[Left, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """Each change in a sentence."""
        return (*map(_changed, self.changed), *map(_gone, self.gone), *map(_waiting, self.waiting))

    def plain(self) -> dict[str, list[dict[str, object]]]:
        """The same as plain data; "claim" is the number of a claim, from 1 in reading order."""
        return {
            "changed": [
                {"claim": item.number, "before": item.before, "draft": item.draft, "judged": item.judged}
                for item in self.changed
            ],
            "gone": [_plain(item) for item in self.gone],
            "waiting": [_plain(item) for item in self.waiting],
        }


FIRST_DRAFT = DraftsTold()
"""There is no earlier draft."""


def drafts_told(store: Store, latest: Revision, numbers: Mapping[ClaimId, int]) -> DraftsTold:
    """What changed up to the latest draft of a story; `numbers` are the badges of its claims."""
    if latest.number < 2:
        return FIRST_DRAFT
    drafts = {item.id: item.number for item in store.all(Revision) if item.document == latest.document}
    claims = [item for item in store.all(Claim) if item.passage.document == latest.document]
    gone = (item for item in claims if item.gone and item.status is not Status.DISMISSED)
    return DraftsTold(
        tuple(_reworded(store, claims, drafts, numbers)),
        tuple(_left(gone, drafts)),
        tuple(_left(in_tray(claims, latest.id), drafts)),
    )


def _reworded(
    store: Store,
    claims: Iterable[Claim],
    drafts: Mapping[RevisionId, int],
    numbers: Mapping[ClaimId, int],
) -> Iterator[Reworded]:
    verdicts = {item.claim: item for item in store.all(Verdict)}
    earlier = _earlier_wordings(store, drafts)
    for claim in sorted((item for item in claims if item.id in numbers), key=lambda item: numbers[item.id]):
        for draft, words in sorted(earlier.get(claim.id, {}).items()):
            if draft < drafts[claim.passage.revision] and not reads_alike(words, claim.wording):
                verdict = verdicts.get(claim.id)
                judged = (
                    verdict is not None and is_on_other_words(verdict, claim) and verdict.wording == words
                )
                yield Reworded(numbers[claim.id], words, draft, judged)


def _earlier_wordings(store: Store, drafts: Mapping[RevisionId, int]) -> dict[ClaimId, dict[int, str]]:
    """By claim, what it read last in each draft, from the history."""
    found: dict[ClaimId, dict[int, str]] = {}
    for event in store.history():
        for edit in event.change.edits:
            claim = edit.after
            if isinstance(claim, Claim) and claim.passage.revision in drafts:
                found.setdefault(claim.id, {})[drafts[claim.passage.revision]] = claim.wording
    return found


def _left(claims: Iterable[Claim], drafts: Mapping[RevisionId, int]) -> Iterator[Left]:
    for claim in claims:
        yield Left(claim.wording, drafts[claim.passage.revision], claim.disposition)


def _plain(item: Left) -> dict[str, object]:
    return {"text": item.wording, "draft": item.draft, "disposition": item.disposition.value}


def _changed(item: Reworded) -> str:
    judged = " Its verdict was given on those words." if item.judged else ""
    return f"Claim {item.number} read “{item.before}” in draft {item.draft}.{judged}"


def _gone(item: Left) -> str:
    return f"Gone since draft {item.draft}: “{item.wording}” ({item.disposition.value})."


def _waiting(item: Left) -> str:
    return f"Still without a place: “{item.wording}” of draft {item.draft} ({item.disposition.value})."
