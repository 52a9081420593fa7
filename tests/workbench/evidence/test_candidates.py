"""Words and meaning joined: what either finds is nominated, what both find comes first."""

import time

from workbench.evidence.candidates import JUDGED, fused, nominated, questions, statements
from workbench.library import ArticleId, LibraryHit
from workbench.model import DocumentId, RevisionId
from workbench.ports import Hit
from workbench.text import Span

CLAIM = "The council shut the bath at Ostley."


def hit(text: str, rank: float = 1.0, document: str = "paper") -> Hit:
    return Hit(DocumentId(document), RevisionId(f"{document}-1"), Span(0, len(text)), text, rank)


def test_what_both_rankings_hold_comes_first() -> None:
    one, two, three = (hit(word * 2) for word in ("ab", "abc", "abcd"))
    assert fused([[one, two], [three, two]]) == [two, one, three]


def test_each_place_is_nominated_once() -> None:
    words, meaning = hit("The bath at Ostley is shut.", 7.5), hit("The bath at Ostley is shut.", 0.8)
    assert nominated(CLAIM, [words, words], [meaning]) == [words]


def test_what_shares_no_word_is_nominated_by_its_meaning() -> None:
    far = hit("Swimmers must wait for spring.", 0.55, "letter")
    assert far in nominated(CLAIM, [hit("The council met.")], [far])


def test_strangers_are_not_nominated_because_nothing_is_nearer() -> None:
    assert nominated(CLAIM, [], [hit("Bread became dearer.", 0.04)]) == []


def test_no_more_are_nominated_than_can_be_judged() -> None:
    many = [hit("The council shut it." + "!" * number) for number in range(300)]
    assert len(nominated(CLAIM, many, many)) == JUDGED


def test_passages_of_the_library_are_nominated_in_the_same_way() -> None:
    found = LibraryHit(ArticleId("a"), Span(0, 9), "Shut bath", 0.7)
    assert nominated(CLAIM, [found], [found]) == [found]


def test_a_long_claim_is_looked_for_clause_by_clause_too() -> None:
    long = (
        "The Harbour Trust armed the smugglers of Oldhaven in 2019, which the mayor Ilse Brandt denied, and "
        "paid them 40,000 crowns for each lorry that crossed the Halden bridge after dark."
    )
    assert len(statements(long)) > 1
    assert len(questions(long)) > 1
    assert statements(long)[0] == long


def test_absurd_lengths_take_no_time() -> None:
    absurd = "the council of Ostley shut the bath again " * 2500
    many = [hit(f"The bath {number}. {absurd[: number * 40]}") for number in range(100)]
    start = time.monotonic()
    assert questions(absurd)
    assert nominated(absurd, [*many, hit("Bath")], many)
    assert time.monotonic() - start < 5


def test_a_claim_without_words_asks_nothing() -> None:
    assert questions("—") == ()
    assert nominated("", [], []) == []
