"""A case goes through JSON and comes back the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db import CaseStore, open_case, verify
from db.exchange import case_from_json
from workbench.canonical import KINDS
from workbench.errors import CaseError, UnreadableFile

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(params=sorted(DATA.glob("case-*.twosource")), ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> CaseStore:
    copy = tmp_path / "old.twosource"
    copy.write_bytes(request.param.read_bytes())
    return open_case(copy)


def test_a_case_of_every_form_comes_back_the_same(old: CaseStore, tmp_path: Path) -> None:
    with closing(old):
        old.write_json(tmp_path / "case.json")
        case_from_json((tmp_path / "case.json").read_text("utf-8"), tmp_path / "new.twosource", "case.json")
        assert verify(tmp_path / "new.twosource") == ()
        with closing(open_case(tmp_path / "new.twosource")) as new:
            assert new.history() == old.history()
            assert [set(new.all(kind)) for kind in KINDS] == [set(old.all(kind)) for kind in KINDS]
            new.write_json(tmp_path / "again.json")
    assert json.loads((tmp_path / "again.json").read_text("utf-8")) == json.loads(
        (tmp_path / "case.json").read_text("utf-8")
    )


def test_a_page_and_its_text_come_along(store: CaseStore, tmp_path: Path) -> None:
    store.write_json(tmp_path / "case.json")
    case_from_json((tmp_path / "case.json").read_text("utf-8"), tmp_path / "new.twosource", "case.json")
    with closing(open_case(tmp_path / "new.twosource")) as new:
        from mill import PAGE

        assert new.original(PAGE.sha256) == PAGE.data


def changed(told: dict[str, object]) -> dict[str, object]:
    history = told["history"]
    assert isinstance(history, list)
    history[-1]["event"] = history[-1]["event"].replace("Mark claim", "Mark words")
    return told


BROKEN: dict[str, Callable[[dict[str, object]], object]] = {
    "another file": lambda _: {"a": 1},
    "a list": lambda _: [],
    "a later version": lambda told: {**told, "version": 9},
    "an altered event": changed,
    "no history": lambda told: {**told, "history": []},
    "a text missing": lambda told: {**told, "texts": {}},
    "an original missing": lambda told: {**told, "originals": {}},
    "an altered text": lambda told: {**told, "texts": dict.fromkeys(told["texts"], "other")},  # type: ignore[call-overload]
}


@pytest.mark.parametrize("change", BROKEN)
def test_what_does_not_hold_together_makes_no_case(store: CaseStore, tmp_path: Path, change: str) -> None:
    store.write_json(tmp_path / "case.json")
    told = BROKEN[change](json.loads((tmp_path / "case.json").read_text("utf-8")))
    with pytest.raises(UnreadableFile, match="no whole case"):
        case_from_json(json.dumps(told), tmp_path / "new.twosource", "case.json")
    assert not (tmp_path / "new.twosource").exists()


def test_a_case_that_is_there_is_not_replaced(store: CaseStore, case_path: Path, tmp_path: Path) -> None:
    store.write_json(tmp_path / "case.json")
    with pytest.raises(CaseError, match="already"):
        case_from_json((tmp_path / "case.json").read_text("utf-8"), case_path, "case.json")
