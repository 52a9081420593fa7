"""Fixtures for the window's parts: a small case in memory and a session on it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import UTC, datetime
from hashlib import sha256
from itertools import count

import pytest
from memory_store import MemoryStore

from ui.session import Session
from workbench.change import Change, Stamp, added
from workbench.model import (
    Case,
    Claim,
    Document,
    Evidence,
    Layout,
    Relation,
    Revision,
    Role,
    Sha256,
    Status,
    passage,
)
from workbench.text import Span

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
STORY = "The ferry sank in 1998. “Nobody was warned,” said Ida Holm. It carried 40 cars."
SOURCE = "The ferry went down in 1997. It carried 38 cars, the register says."


def text(document, words):
    id = f"{document}-1"
    return Revision(id, document, 1, words, Sha256(sha256(words.encode()).hexdigest()))


@pytest.fixture
def store():
    """A story with two proposed claims, and a source with one suggested passage."""
    store = MemoryStore()
    story, source = text("story", STORY), text("source", SOURCE)
    sank = Claim("sank", passage(story, Span(0, 22)), Status.PROPOSED, score=90.0, reasons=("number",))
    cars = Claim("cars", passage(story, Span(60, 79)), Status.PROPOSED, score=70.0)
    found = Evidence(
        "found", "sank", passage(source, Span(0, 27)), Relation.CONTRADICTS, Status.PROPOSED, 80.0
    )
    values = (
        Case("case", "The ferry", "two-source", NOON),
        Document("story", Role.STORY, "The ferry sank"),
        Document("source", Role.SOURCE, "Register"),
        *(story, Layout(story.id), source, Layout(source.id), sank, cars, found),
    )
    store.apply(Change("Begin", Stamp("Ada", NOON), added(*values)))
    return store


@pytest.fixture
def session(qapp, store):
    """A session of the checker Ada on `store`; ids count up, the clock stands still."""
    numbers = count(1)
    session = Session(store, "Ada", clock=lambda: NOON, new_id=lambda: f"new-{next(numbers)}")
    yield session
    session.deleteLater()
