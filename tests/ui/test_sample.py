"""The sample case that ships with the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from db import open_case, verify
from ui.sample import sample_case
from ui.theme.files import RESOURCES
from workbench.export.gathering import build_report
from workbench.model import Document, Evidence, Relation, Status


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    return tmp_path


def test_the_editor_gets_a_copy_and_keeps_it(data: Path) -> None:
    path = sample_case()
    assert data in path.parents
    assert not verify(path)
    path.write_bytes(b"what the editor made of it")
    assert sample_case().read_bytes() == b"what the editor made of it"


def test_the_sample_shows_every_part_of_a_check(data: Path) -> None:
    store = open_case(sample_case())
    report = build_report(store, store.history()[-1].change.stamp.at)
    suggested = [item for item in store.all(Evidence) if item.status is Status.PROPOSED]
    store.close()
    assert len(report.documents) == 5
    assert 3 <= report.checked < len(report.claims)
    assert {witness.relation for claim in report.claims for witness in claim.witnesses} == set(Relation)
    assert suggested
    assert any(claim.queries for claim in report.claims)
    assert any(len(origin.documents) > 2 for claim in report.claims for origin in claim.independence.origins)


def test_the_sample_was_made_from_the_texts_that_ship(data: Path) -> None:
    store = open_case(sample_case())
    shipped = {path.name: path.read_bytes() for path in (RESOURCES / "sample").rglob("*.*") if path.is_file()}
    for document in store.all(Document):
        assert document.original
        assert store.original(document.original) == shipped[document.filename]
    store.close()
