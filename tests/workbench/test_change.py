from __future__ import annotations

from dataclasses import replace

import pytest
from casework import STAMP

from workbench.change import Change, Edit, Key, added, inverse, removed, touched
from workbench.model import Source, SourceId, SourceKind

ONE = Source(SourceId("one"), "The ministry", SourceKind.DOCUMENT)
TWO = Source(SourceId("two"), "A clerk", SourceKind.PERSON)


def test_an_edit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Edit(None, None)


def test_an_edit_cannot_turn_one_value_into_another() -> None:
    with pytest.raises(ValueError, match="keeps the type and id"):
        Edit(ONE, TWO)


def test_the_inverse_takes_back_in_reverse_order() -> None:
    renamed = Edit(ONE, replace(ONE, name="The department"))
    change = Change("Tidy", STAMP, (renamed, *added(TWO)))
    back = inverse(change, STAMP)
    assert back.edits == (Edit(TWO, None), Edit(renamed.after, ONE))
    assert inverse(back, STAMP) == change


def test_a_change_touches_every_value_it_names() -> None:
    change = Change("Tidy", STAMP, (*removed(ONE), *added(TWO)))
    assert touched(change) == {Key(Source, "one"), Key(Source, "two")}
