from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import CaseId
from workbench.pointers import KINDS, Pointer, pointed_at, pointer

ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(ids, st.sampled_from(KINDS), ids)
def test_an_address_leads_back_to_what_it_was_made_of(case: str, kind: str, id: str) -> None:
    assert pointed_at(pointer(CaseId(case), kind, id)) == Pointer(CaseId(case), kind, id)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://a.example/claim/1",
        "twosource:claim/1",
        "twosource://c/other/1",
        "twosource://c/claim/",
        "twosource://[/claim/1",
        "twosource://c/claim/1/2",
    ],
)
def test_other_addresses_lead_nowhere(address: str) -> None:
    assert pointed_at(address) is None
