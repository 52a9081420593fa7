"""Who shares how many fingerprints, counted in files of entries as one would count them one by one."""

from __future__ import annotations

from collections import Counter
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import fingerprints
from db.fingerprints import Sharer, disowned, entries, joined, owners, sharers

VALUES = st.sets(st.integers(0, 12) | st.sampled_from([2**32 - 1, 2**31]), max_size=9).map(sorted)
TEXTS = st.lists(VALUES, max_size=8)


@given(TEXTS, VALUES, st.integers(1, 8))
def test_it_counts_what_is_shared_however_it_is_divided(
    texts: list[list[int]], asked: list[int], files: int
) -> None:
    numbered = list(enumerate(texts, 1))
    parts = [joined([entries(text, owner) for owner, text in numbered[at::files]]) for at in range(files)]
    found = sharers(parts, asked, texts=len(texts), limit=99)
    counted = {owner: len({*text} & {*asked}) for owner, text in numbered}
    assert {sharer.owner: sharer.shared for sharer in found} == +Counter(counted)
    assert found == sorted(found, key=lambda sharer: (-sharer.weight, sharer.owner))
    assert all(sharer.weight > 0 for sharer in found)


def test_one_rare_fingerprint_weighs_more_than_one_in_many() -> None:
    common = [entries([7], owner) for owner in range(1, 9)]
    first, *others = sharers([joined([*common, entries([8], 9)])], [7, 8], texts=9, limit=99)
    assert (first.owner, first.shared) == (9, 1)
    assert {other.weight for other in others} < {first.weight, others[0].weight}


def test_no_more_come_than_asked_for_and_one_can_be_left_out() -> None:
    part = joined([entries([7], owner) for owner in range(1, 9)])
    assert [sharer.owner for sharer in sharers([part], [7], texts=8, limit=3, exclude=2)] == [1, 3, 4]
    assert len(sharers([part], [7], texts=8, limit=7, exclude=2)) == 7
    part[:2] = disowned(part[:2])
    assert [sharer.owner for sharer in sharers([part], [7], texts=8, limit=6, exclude=3)] == [4, 5, 6, 7, 8]
    assert sharers([part], [7], texts=8, limit=0) == []


def test_what_stands_everywhere_is_not_looked_at_once_enough_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprints, "_MOST_LOOKED_AT", 10)
    notice = [entries([1, 2, 3], owner) for owner in range(1, 101)]
    copy = entries([50], 60)
    found = sharers([joined([*notice, copy])], [1, 2, 3, 50], texts=100, limit=200)
    assert (found[0].owner, found[0].shared) == (60, 2)
    assert {sharer.shared for sharer in found[1:]} == {1}


def test_what_stands_everywhere_is_still_found_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprints, "_MOST_LOOKED_AT", 10)
    notice = joined([entries([1, 2, 3], owner) for owner in range(1, 101)])
    assert len(sharers([notice], [1, 2, 3], texts=100, limit=200)) == 100


def test_a_removed_owner_is_not_found_and_is_dropped_by_joining() -> None:
    part = joined([entries([7, 8], 1), entries([8, 9], 2)])
    part[:2] = disowned(part[:2])  # 7 of the first, 8 of the first
    still_counted = log(3 / 2)
    assert sharers([part], [7, 8, 9], texts=2, limit=9) == [
        Sharer(2, 2, pytest.approx(still_counted + log(3)))
    ]
    assert len(joined([part])) == 2


def test_nothing_is_shared_where_there_is_nothing() -> None:
    assert sharers([], [1], texts=0, limit=9) == []
    assert sharers([entries([1], 1)], [], texts=1, limit=9) == []
    assert len(joined([])) == 0


@given(st.lists(st.integers(0, 2**40), max_size=30), st.lists(st.integers(0, 300), max_size=30))
def test_entries_out_of_order_do_no_harm(damaged: list[int], asked: list[int]) -> None:
    part = np.array(damaged, np.uint64)
    assert {sharer.owner for sharer in sharers([part], asked, texts=9, limit=99)} <= set(
        owners(part).tolist()
    )
