"""Who answers for a draft: its signatures, whether they hold, what was left open, how far it is ticked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.checkable import Sort, checkable
from workbench.coverage import Coverage, Tally
from workbench.held import latest_text
from workbench.model import ClaimId, DocumentId, Layout, Seals, SignOff
from workbench.ports import Store
from workbench.reviewed import Record, review_of, signatures_in_force
from workbench.signing import Signed, State

_SORTS = {
    Sort.FIGURE: "figures",
    Sort.NAME: "names",
    Sort.DATE: "dates",
    Sort.QUOTATION: "quotations",
}


@dataclass(frozen=True, slots=True)
class Approval:
    """The signatures under a draft as a report tells them. `must` and `should` count what is open."""

    signed: Signed
    seals: Seals
    coverage: Coverage
    must: int
    should: int

    @property
    def warning(self) -> str:
        """What a reader must know first: that the draft is not signed, or not as it stands. Else empty."""
        signed = self.signed
        names = " and ".join(one.by for one in signed.signatures)
        match signed.state:
            case State.UNSIGNED:
                return f"Not signed. {self._open}"
            case State.CHANGED if signed.cut:
                return "Changed since signed: the history does not hold what was signed."
            case State.CHANGED:
                parts = " and ".join(part.value for part in signed.changed)
                return f"Changed since signed. No longer as signed by {names}: {parts or 'the signatures'}."
            case State.OUTDATED:
                return f"Signed for draft {signed.draft}; draft {signed.latest} is not signed."
        return "".join(
            f"Nothing in this case is by {name}, who signed. " for name in signed.strangers
        ).strip()

    @property
    def _open(self) -> str:
        if self.must:
            return f"{_things(self.must)} must be settled first."
        if self.should:
            return f"{_things(self.should)} should be looked at first."
        return "Nothing stands in the way of a signature."

    def facts(self) -> Iterator[tuple[str, str]]:
        """What a report says of it, a label and a value each."""
        signed = self.signed
        yield "Signed by the checker", _signature(signed.checker)
        yield "Signed by a second person", _signature(signed.second)
        yield "State", signed.state.value
        notes = " ".join(one.note for one in signed.signatures if one.note)
        if notes:
            yield "Left open on purpose", notes
        yield "Ticked", self.ticked
        yield "Seals", "; ".join(f"{name} {hash[:12]}" for name, hash in _sealed(self.seals))

    @property
    def ticked(self) -> str:
        """How far the draft is covered: "12 of 30 sentences; 4 of 6 figures"."""
        tallies = [("sentences", self.coverage.sentence_tally)]
        tallies += [(word, self.coverage.of(sort)) for sort, word in _SORTS.items()]
        told = "; ".join(
            f"{tally.ticked:,} of {tally.total:,} {word}" for word, tally in tallies if tally.total
        )
        white = " Hardly anything is marked." if self.coverage.is_white else ""
        return f"{told}.{white}" if told else "There is nothing to check."

    def plain(self) -> dict[str, Any]:
        """The same as plain data for other programs."""
        signed = self.signed
        return {
            "state": signed.state.value,
            "warning": self.warning or None,
            "signatures": [_plain_signature(one) for one in signed.signatures],
            "changed": [part.value for part in signed.changed],
            "seals": dict(_sealed(self.seals)),
            "open": {"must": self.must, "should": self.should},
            "coverage": {
                "sentences": _plain_tally(self.coverage.sentence_tally),
                **{word: _plain_tally(self.coverage.of(sort)) for sort, word in _SORTS.items()},
                "white": self.coverage.is_white,
            },
        }


def approval(store: Store, story: DocumentId, now: datetime, origins: Mapping[ClaimId, int]) -> Approval:
    """Gather it from a case. `origins` are the independent origins of its claims, as the report counts them.

    Raises `KeyError` for a document without a text.
    """
    draft = latest_text(store, story)
    if draft is None:
        raise KeyError(story)
    layout = store.get(Layout, draft.id)
    record = Record()
    record.follow(store, signatures_in_force(store, story))
    what = checkable(draft.text, layout.zones if layout else ())
    found = review_of(store, story, what, record, now, origins)
    return Approval(found.signed, found.seals, found.coverage, len(found.musts), len(found.shoulds))


def _signature(given: SignOff | None) -> str:
    if given is None:
        return "nobody"
    return f"{given.by}, {given.at:%Y-%m-%d, %H:%M} UTC, after {given.head[:12]}"


def _plain_signature(given: SignOff) -> dict[str, Any]:
    return {
        "hand": given.hand.value,
        "by": given.by,
        "at": given.at.isoformat(),
        "head": given.head,
        "seals": dict(_sealed(given.seals)),
        "note": given.note,
    }


def _plain_tally(tally: Tally) -> dict[str, int]:
    return {"all": tally.total, "marked": tally.marked, "ticked": tally.ticked}


def _sealed(seals: Seals) -> tuple[tuple[str, str], ...]:
    return (
        ("draft", seals.draft),
        ("claims", seals.claims),
        ("evidence", seals.evidence),
        ("sources", seals.sources),
    )


def _things(count: int) -> str:
    return f"{count:,} {'thing' if count == 1 else 'things'}"
