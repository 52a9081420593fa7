"""What the library finds by words, and how its index keeps up."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsstand import AT, FERRY, CancelledAt, found, indexed, reading

from db import LibraryFile, open_library
from db.asking import Term, chosen
from workbench.errors import LibraryFailed
from workbench.library import ArticleId
from workbench.progress import Cancelled, silent

BRIDGE = "The bridge at Ostley was painted. It cost £1.9m, says Kühn."


@pytest.fixture
def two(library: LibraryFile) -> LibraryFile:
    indexed(library, FERRY, BRIDGE)
    return library


def test_a_hit_says_where_its_words_stand(two: LibraryFile) -> None:
    (hit,) = two.passages(["stranded"], limit=9)
    kept = two.reading(hit.article)
    assert kept is not None
    assert hit.span.of(kept.text) == hit.text
    assert hit.rank > 0


def test_words_are_found_in_other_forms_and_without_accents(two: LibraryFile) -> None:
    assert found(two, "PAINTING") == ["The bridge at Ostley was painted."]
    assert found(two, "kuhn") == ["It cost £1.9m, says Kühn."]


def test_a_figure_is_found_whole(two: LibraryFile) -> None:
    assert found(two, "3,500") == ["Captain Ragnhild Åse said 3,500 passengers were stranded."]
    assert found(two, "1.9m") == ["It cost £1.9m, says Kühn."]
    assert found(two, "500") == []


def test_furniture_is_not_found(two: LibraryFile) -> None:
    assert found(two, "Weather") == []


def test_more_and_rarer_terms_come_first(two: LibraryFile) -> None:
    assert found(two, "the", "was", "Ostley")[0] == "The bridge at Ostley was painted."


def test_nothing_asked_nothing_found(two: LibraryFile) -> None:
    assert found(two) == found(two, "") == found(two, "?!") == found(two, "unheard") == []
    assert found(two, "ferry", limit=0) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=8) | st.sampled_from(['"', "AND", "seq:1", "*", "\0", "\ud800", "x" * 300])))
def test_terms_are_words_whatever_they_hold(two: LibraryFile, terms: list[str]) -> None:
    assert "The harbour was not closed." in found(two, *terms, "harbour")


def test_an_absurdly_long_question_is_answered(two: LibraryFile) -> None:
    assert found(two, *(f"Name{number}" for number in range(20_000)), "Ostley")


def test_names_and_figures_are_asked_for_however_common() -> None:
    rare = [Term(f"word{number}", number, False) for number in range(1, 30)]
    asked = chosen([*rare, Term("brandt", 90_000, True), Term("nowhere", 0, True)], rarest=12)
    assert asked == [*(term.token for term in rare[:12]), "brandt"]


def test_what_is_not_indexed_yet_waits(two: LibraryFile) -> None:
    two.add([reading("The tram derailed.")], AT)
    assert found(two, "tram") == []
    assert two.state().unindexed == 1
    two.index(silent)
    assert found(two, "tram") == ["The tram derailed."]
    assert two.state().unindexed == 0


def test_indexing_twice_adds_nothing(two: LibraryFile) -> None:
    two.index(silent)
    assert len(found(two, "ferry")) == 1


def test_a_stopped_indexing_keeps_what_it_did_and_goes_on_later(library: LibraryFile) -> None:
    texts = [f"Boat {number} left. It carried grain." for number in range(1_200)]
    library.add((reading(text) for text in texts), AT)
    with pytest.raises(Cancelled):
        library.index(CancelledAt(2))
    assert library.state().unindexed == 1_400
    assert found(library, "7") == ["Boat 7 left."]
    library.index(silent)
    assert library.state().unindexed == 0
    assert found(library, "1100") == ["Boat 1100 left."]
    assert len(found(library, "grain", limit=5_000)) == 1_200


def test_progress_counts_passages(two: LibraryFile) -> None:
    said: list[tuple[int, int]] = []
    two.add([reading("The tram derailed. Nobody was hurt.")], AT)
    two.index(lambda done, total, doing: said.append((done, total)))
    assert said == [(0, 2), (2, 2)]


def test_a_removal_while_others_index_is_made_up_for(two: LibraryFile, folder: Path) -> None:
    with closing(open_library(folder)) as other:

        def remove_meanwhile(done: int, total: int, doing: str) -> None:
            if done == 0:
                for article in other.articles("ferry"):
                    other.remove(article.id)

        two.index(remove_meanwhile)
    assert found(two, "ferry", "bridge") == []
    two.index(silent)
    assert two.state().unindexed == 0


def test_another_connection_sees_what_was_indexed_since(two: LibraryFile, folder: Path) -> None:
    with closing(open_library(folder, read_only=True)) as reader:
        assert found(reader, "tram") == []
        indexed(two, "The tram derailed.")
        assert found(reader, "tram") == ["The tram derailed."]


def test_a_reader_goes_on_while_another_thread_writes(two: LibraryFile, folder: Path) -> None:
    done, trouble = Event(), []

    def write() -> None:
        try:
            with closing(open_library(folder)) as writer:
                for turn in range(4):
                    indexed(writer, *(f"Wagon {turn} {number} rolled." for number in range(60)))
                writer.rebuild(silent)
        except LibraryFailed as error:  # shown below, in the test's own thread
            trouble.append(error)
        finally:
            done.set()

    thread = Thread(target=write)
    with closing(open_library(folder, read_only=True)) as reader:
        thread.start()
        while not done.is_set():
            assert reader.state().articles >= 2
            assert len(reader.articles()) >= 2
        thread.join()
        assert trouble == []
        assert found(reader, "wagon", "3", "59")[0] == "Wagon 3 59 rolled."


def test_two_that_index_at_once_are_told_apart(two: LibraryFile, folder: Path) -> None:
    with closing(open_library(folder)) as other:
        refused: list[str] = []

        def index_too(done: int, total: int, doing: str) -> None:
            with pytest.raises(LibraryFailed) as caught:
                other.index(silent)
            refused.append(str(caught.value))

        two.index(index_too)
        assert refused == ["Another window is working on the library. Wait a moment and try again."]
        other.index(silent)


def test_a_removed_article_leaves_the_index_smaller(two: LibraryFile) -> None:
    (ferry,) = (hit.article for hit in two.passages(["stranded"], limit=1))
    two.remove(ArticleId(ferry))
    indexed(two, "The tram derailed.")
    assert two.state().unindexed == 0
    assert found(two, "the", "ferry", "tram") == ["The tram derailed.", "The bridge at Ostley was painted."]
