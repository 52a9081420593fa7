"""Passages that share no word with a claim, found in the window by what they mean."""

import re

import pytest
from simple_engine import SimpleEngine

from ui import meaning as ui_meaning
from workbench.errors import EngineFailed
from workbench.evidence import meanings
from workbench.meaning import WIDTH, Vector

STORY = "The ferry Marit sank off Halden in 1998.\n"
LETTER = "Our vessel went under near that coast, 97 people say.\n\nBread became dearer.\n\nIt rained.\n"
WATER = re.compile("ferry|vessel")


class ReadingEngine(SimpleEngine):
    """Knows one meaning: of ships."""

    encoder = "one meaning"

    def __init__(self):
        super().__init__()
        self.read = []
        self.failing = False

    def embed(self, texts):
        if self.failing:
            raise EngineFailed("The language process ended unexpectedly.")
        self.read += texts
        return tuple(self._vector(text) for text in texts)

    def _vector(self, text):
        place = 0 if WATER.search(text) else 1 + len(text) % 100
        return Vector(bytes(127 if at == place else 0 for at in range(WIDTH)))


@pytest.fixture
def engine():
    return ReadingEngine()


@pytest.fixture
def files(tmp_path):
    written = {"story": tmp_path / "story.txt", "letter": tmp_path / "letter.txt"}
    written["story"].write_text(STORY, encoding="utf-8")
    written["letter"].write_text(LETTER, encoding="utf-8")
    return written


def suggested(window):
    session = window.desk.session
    return [
        item.passage.quote.exact for claim in session.claims() for item in session.every_evidence(claim.id)
    ]


def test_a_passage_in_other_words_is_suggested(window, files, settled):
    window.desk.checking.import_files(list(files.values()), files["story"])
    settled(window)
    assert suggested(window) == ["Our vessel went under near that coast, 97 people say."]


def test_what_takes_long_is_read_a_while_at_a_time(window, files, settled, engine, monkeypatch):
    monkeypatch.setattr(ui_meaning, "WHILE_S", 0)
    monkeypatch.setattr(meanings, "BATCH", 1)
    window.desk.checking.import_files(list(files.values()), files["story"])
    settled(window)
    assert len(suggested(window)) == 1
    asked = [text for text in engine.read if text != STORY.strip()]
    assert len(asked) == len(set(asked)) == 3


def test_a_claim_marked_later_is_compared_by_meaning_without_reading_again(
    window, files, settled, engine, press
):
    window.desk.checking.import_files(list(files.values()), files["story"])
    settled(window)
    engine.read.clear()
    press(window, "analyse")
    settled(window)
    assert set(engine.read) <= {STORY.strip()}


def test_when_reading_for_meaning_fails_claims_are_compared_by_their_words(window, files, settled, engine):
    engine.failing = True
    files["letter"].write_text("The ferry Marit sank in 1997.\n", encoding="utf-8")
    window.desk.checking.import_files(list(files.values()), files["story"])
    settled(window)
    assert suggested(window) == ["The ferry Marit sank in 1997."]
    assert window.banner.sentence() == ""
