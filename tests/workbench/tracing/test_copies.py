from __future__ import annotations

import random

import pytest
from casework import revision

from workbench.model import Document, DocumentId, Layout, Role, Zone, ZoneRole
from workbench.progress import Cancelled
from workbench.text import Span
from workbench.tracing import copies as module
from workbench.tracing.copies import LARGE, find_copies
from workbench.tracing.values import Copy, Reuse, TracedText

WORDS = (
    "harbour grain barge pilot smoke cooperative diver beam floor lamp marsh heron frog levee sluice miller "
    "ferry gull anchor rope tide ledger clerk council bridge lantern orchard quarry saddle tinker weaver"
).split()


def article(seed: int, sentences: int = 8) -> str:
    dice = random.Random(seed)
    return "\n".join(f"The {' '.join(dice.choices(WORDS, k=14))}." for _ in range(sentences))


def text(id: str, body: str, published: str | None = None) -> TracedText:
    place = revision(id, body)
    document = Document(DocumentId(id), Role.SOURCE, f"Title of {id}", published=published)
    return TracedText(document, place, Layout(place.id))


def pairs(found: tuple[Copy, ...]) -> dict[frozenset[str], Reuse]:
    return {frozenset((copy.one, copy.other)): copy.likeness.reuse for copy in found}


def test_copies_are_found_and_the_others_left_alone() -> None:
    agency = article(1)
    texts = [
        text("paper", agency.replace("harbour", "port"), "2026-03-05"),
        text("agency", agency, "2026-03-04"),
        text("own", article(2), "2026-03-05"),
        text("part", article(3) + "\n" + "\n".join(agency.split("\n")[:2]), "2026-03-06"),
    ]
    found = find_copies(texts)
    assert pairs(found) == {
        frozenset(("agency", "paper")): Reuse.NEAR,
        frozenset(("agency", "part")): Reuse.PARTIAL,
        frozenset(("paper", "part")): Reuse.PARTIAL,
    }
    assert {copy.original for copy in found} == {"agency", "paper"}


def test_spans_belong_to_the_documents_they_are_given_for() -> None:
    bodies = {"a": article(1), "b": article(4) + "\n" + article(1)}
    (copy,) = find_copies([text(id, body) for id, body in bodies.items()])
    for shared in copy.likeness.shared:
        assert shared.one.of(bodies[copy.one]) == shared.other.of(bodies[copy.other])


def test_the_same_text_under_two_names_is_one_pair() -> None:
    (copy,) = find_copies([text("a", article(1)), text("b", article(1))])
    assert (copy.likeness.reuse, copy.original) == (Reuse.IDENTICAL, None)


def test_only_given_pairs_are_compared() -> None:
    texts = [text(id, article(1)) for id in "abc"]
    assert pairs(find_copies(texts, [(0, 2), (2, 0), (1, 1)])) == {frozenset("ac"): Reuse.IDENTICAL}


def test_a_thousand_near_identical_releases_are_each_compared_with_a_few(monkeypatch) -> None:
    compared = 0
    compare = module.compare

    def counted(*sides):
        nonlocal compared
        compared += 1
        return compare(*sides)

    monkeypatch.setattr(module, "compare", counted)
    texts = [text(f"{n:04}", f"{article(1)}\nFor the branch in town {n} call {n * 7}.") for n in range(1000)]
    found = find_copies(texts)
    assert compared < 1000 + LARGE * LARGE
    assert {id for copy in found for id in (copy.one, copy.other)} == {text.document.id for text in texts}
    assert {copy.likeness.reuse for copy in found} == {Reuse.NEAR}


def test_what_one_of_a_large_bundle_adds_is_still_traced() -> None:
    texts = [text(f"{n:02}", f"{article(1)}\nBranch {n}.", "2026-03-01") for n in range(LARGE + 5)]
    texts.append(text("adds", f"{article(1)}\n{article(9, 3)}", "2026-03-02"))
    texts.append(text("takes", f"{article(5)}\n{article(9, 3)}", "2026-03-03"))
    assert pairs(find_copies(texts))[frozenset(("adds", "takes"))] is Reuse.PARTIAL


def test_furniture_is_no_copy() -> None:
    bar = article(7, 3)
    texts = []
    for id, seed in (("a", 1), ("b", 2)):
        known = text(id, f"{bar}\n{article(seed)}")
        layout = Layout(known.revision.id, (Zone(Span(0, len(bar)), ZoneRole.FURNITURE),))
        texts.append(TracedText(known.document, known.revision, layout))
    assert find_copies(texts) == ()


def test_nothing_and_empty_texts_have_no_copies() -> None:
    assert find_copies([]) == ()
    assert find_copies([text("a", ""), text("b", ""), text("c", "word")], [(0, 1), (1, 2)]) == ()


def test_it_tells_how_far_it_is_and_can_be_stopped() -> None:
    def stop(done: int, total: int, doing: str) -> None:
        assert (done, total) == (0, 2)
        raise Cancelled

    with pytest.raises(Cancelled):
        find_copies([text("a", article(1)), text("b", article(1))], progress=stop)
