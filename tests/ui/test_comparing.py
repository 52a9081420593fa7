"""Copies are found once, and again only where something has changed."""

from dataclasses import replace
from hashlib import sha256

import pytest

from ui.comparing import Comparing
from workbench.model import Document, Layout, Revision, Role
from workbench.progress import Cancelled, silent
from workbench.tracing import copies
from workbench.tracing.values import TracedText

STORY = (
    "The harbour master closed the northern basin on Tuesday after divers found two of the old mooring "
    "chains worn through. Fishing boats were sent to the inner quay, where there is room for nine. The "
    "chains were laid in 1961 and last looked at eleven years ago, the port's own list shows. New ones "
    "are to come from a yard in Bergen before the herring season, and until then no ship longer than "
    "thirty metres may tie up."
)
OTHER = (
    "Bakers in the old town have agreed to open at five on market days, an hour earlier than before. "
    "The stalls had asked for it since spring. Two of the seven shops will share one oven while theirs "
    "is mended, and rye bread will cost the same everywhere until the end of the year, the guild "
    "decided on Monday night."
)


def text(id, words):
    digest = sha256(words.encode()).hexdigest()
    revision = Revision(f"{id}-{digest[:6]}", id, 1, words, digest)
    return TracedText(Document(id, Role.SOURCE, id), revision, Layout(revision.id))


@pytest.fixture
def compared(monkeypatch):
    """Every pair of texts that is really compared."""
    pairs = []
    found = copies.find_copies

    def counted(texts, given=None, progress=silent):
        pairs.append(given)
        return found(texts, given, progress)

    monkeypatch.setattr(copies, "find_copies", counted)
    return pairs


def many(count):
    return [text(f"other-{at}", OTHER.replace("seven", f"seven{at}")[at:]) for at in range(count)]


def test_the_same_texts_are_not_compared_again(compared):
    comparing, texts = Comparing(), [text("one", STORY), text("two", STORY), text("three", OTHER)]
    first = comparing.copies(texts, silent)
    assert {(copy.one, copy.other) for copy in first} in ({("one", "two")}, {("two", "one")})
    assert comparing.copies(list(texts), silent) == first
    assert len(compared) == 1


def test_a_new_text_is_compared_with_those_it_shares_words_with_and_no_others(compared):
    comparing, texts = Comparing(), [text("one", STORY), *many(6)]
    before = comparing.copies(texts, silent)
    after = comparing.copies([*texts, text("two", STORY)], silent)
    assert set(before) < set(after)
    pairs = {tuple(sorted(pair)) for pair in compared[1]}
    assert {pair for pair in pairs if pair[0] != pair[1]} == {(0, 7)}


def test_a_text_that_has_changed_is_a_copy_no_longer():
    comparing, texts = Comparing(), [text("one", STORY), text("two", STORY), *many(8)]
    comparing.copies(texts, silent)
    texts[1] = text("two", "Nothing of this kind has been said here before, by anybody.")
    assert not any("two" in (copy.one, copy.other) for copy in comparing.copies(texts, silent))


def test_a_text_that_is_gone_takes_its_copies_along():
    comparing, texts = Comparing(), [text("one", STORY), text("two", STORY), *many(8)]
    comparing.copies(texts, silent)
    left = comparing.copies([texts[0], *texts[2:]], silent)
    assert left
    assert not any("two" in (copy.one, copy.other) for copy in left)


def test_other_credits_of_a_text_have_it_compared_again(compared):
    comparing, texts = Comparing(), [text("one", STORY), *many(6)]
    comparing.copies(texts, silent)
    texts[0] = replace(texts[0], document=replace(texts[0].document, published="2026-01-01"))
    comparing.copies(texts, silent)
    assert len(compared) == 2


def test_stopped_it_keeps_what_was_known_before():
    comparing, texts = Comparing(), [text("one", STORY), text("two", STORY)]
    known = comparing.copies(texts, silent)

    def stop(*_):
        raise Cancelled

    with pytest.raises(Cancelled):
        comparing.copies([*texts, text("three", OTHER)], stop)
    assert comparing.copies(texts, silent) == known
