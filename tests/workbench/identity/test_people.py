"""Who is who, in and across documents, and the editor's word on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from casework import STAMP, new_case

from db import verify
from workbench.attribution import find_credits
from workbench.change import inverse
from workbench.identity import Mention, Who, mentions, mentions_of, merge, rename, split, who_is_who
from workbench.language import Language, load
from workbench.model import (
    Attribution,
    AttributionId,
    Being,
    DocumentId,
    Form,
    Identity,
    IdentityId,
    RevisionId,
)

IDS = (IdentityId("stay"), IdentityId("go"))
Read = Callable[..., list[Mention]]


@pytest.fixture(scope="module")
def language() -> Language:
    return load()


@pytest.fixture
def read(language: Language) -> Read:
    def find(*texts: str) -> list[Mention]:
        found: list[Mention] = []
        for at, text in enumerate(texts):
            parsed = language.parse(text)
            found += mentions(DocumentId(str(at)), text, find_credits(parsed), parsed.names)
        return found

    return find


def who(words: str, everybody: Sequence[Who], document: str = "0") -> Who:
    return next(one for one in everybody if Form(DocumentId(document), words) in forms(one))


def forms(one: Who) -> list[Form]:
    return [seen.form for seen in one.forms]


def test_office_surname_and_pronoun_are_one_person_across_documents(read: Read) -> None:
    story = (
        "Norland’s fisheries minister, Abdallah Keita, resigned. “It was time,” Keita said. "
        "He described the catch as poor. Norland’s fisheries minister said it was over."
    )
    paper = "The fisheries minister of Norland, Abdoulaye Keita, said he was tired."
    keita = who("Keita", who_is_who(read(story, paper)))
    assert keita.name == "Abdallah Keita"
    assert keita.kind is Being.PERSON
    assert {(form.document, form.words) for form in forms(keita)} >= {
        ("0", "Abdallah Keita"),
        ("0", "Keita"),
        ("0", "Norland’s fisheries minister"),
        ("1", "Abdoulaye Keita"),
    }
    places = [place.of(story) for seen in keita.forms for place in seen.places if seen.form.document == "0"]
    assert "He" in places
    assert keita.reasons
    assert 60 <= keita.confidence < 100


def test_every_place_of_a_form_is_told(read: Read) -> None:
    text = "Ida Marsh left. Marsh said it was late. Marsh said she was tired."
    marsh = who("Marsh", who_is_who(read(text)))
    seen = next(seen for seen in marsh.forms if seen.form.words == "Marsh")
    assert [place.of(text) for place in seen.places] == ["Marsh", "Marsh"]


def test_a_surname_alone_ties_nobody_across_documents(read: Read) -> None:
    everybody = who_is_who(read("Marsh said the gate was shut.", "Ida Marsh said the novel was long."))
    assert who("Marsh", everybody) is not who("Ida Marsh", everybody, "1")


def test_a_surname_that_two_bear_is_neither(read: Read) -> None:
    text = "Owen Cole met Ida Cole. Later Cole said the mill would close."
    everybody = who_is_who(read(text))
    assert len({id(who(words, everybody)) for words in ("Owen Cole", "Ida Cole", "Cole")}) == 3


def test_man_and_woman_are_never_one(read: Read) -> None:
    everybody = who_is_who(read("Mr. Quist said he had won.", "Mrs. Quist said she had lost."))
    assert len([one for one in everybody if "Quist" in one.name]) == 2


def test_an_acronym_in_brackets_names_the_body(read: Read) -> None:
    text = "The Norland Harbour Authority (NHA) closed the gate. The NHA said it had rusted."
    everybody = who_is_who(read(text))
    assert who("NHA", everybody).name == "Norland Harbour Authority"


def test_the_editors_split_wins_over_any_likeness(read: Read) -> None:
    found = read("Ida Marsh said it was late.", "Ida Marsh said it was early.")
    marsh = who("Ida Marsh", who_is_who(found))
    assert len(marsh.forms) == 2
    change = split(marsh, [Form(DocumentId("1"), "Ida Marsh")], IDS, STAMP)
    decided = [edit.after for edit in change.edits if isinstance(edit.after, Identity)]
    everybody = who_is_who(found, decided)
    assert who("Ida Marsh", everybody) is not who("Ida Marsh", everybody, "1")


def test_the_editors_merger_wins_over_any_difference(read: Read) -> None:
    found = read("Ida Marsh said it was late. Owen Cole said it was early.")
    everybody = who_is_who(found)
    change = merge(who("Ida Marsh", everybody), who("Owen Cole", everybody), IDS[0], STAMP)
    (edit,) = change.edits
    assert isinstance(edit.after, Identity)
    again = who_is_who(found, [edit.after])
    assert who("Ida Marsh", again) is who("Owen Cole", again)
    assert who("Owen Cole", again).name == "Ida Marsh"


def test_a_new_document_joins_who_was_decided_on(read: Read) -> None:
    first = read("Ida Marsh said it was late. Owen Cole said it was early.")
    everybody = who_is_who(first)
    change = merge(who("Ida Marsh", everybody), who("Owen Cole", everybody), IDS[0], STAMP)
    later = read(
        "Ida Marsh said it was late. Owen Cole said it was early.", "Ida Marsh said nothing had rusted."
    )
    decided = change.edits[0].after
    assert isinstance(decided, Identity)
    again = who_is_who(later, [decided])
    assert who("Ida Marsh", again, "1") is who("Owen Cole", again)


def test_what_the_editor_decided_survives_a_new_analysis(read: Read) -> None:
    first = read("Ida Marsh said it was late. Owen Cole said it was early. Marsh said no more.")
    everybody = who_is_who(first)
    named = rename(who("Owen Cole", everybody), "The harbour’s engineer", IdentityId("cole"), STAMP)
    parted = split(who("Ida Marsh", everybody), [Form(DocumentId("0"), "Marsh")], IDS, STAMP)
    decided = [edit.after for edit in (*named.edits, *parted.edits) if isinstance(edit.after, Identity)]
    later = read("Nobody knew. Harbour engineer Owen Cole and Ida Marsh said it was late, Marsh said twice.")
    again = who_is_who(later, decided)
    assert who("Marsh", again) is not who("Ida Marsh", again)
    cole = next(one for one in again if one.decided and one.decided.id == "cole")
    assert cole.name == "The harbour’s engineer"


def test_a_decision_is_stored_taken_back_and_verified(read: Read, tmp_path: Path) -> None:
    found = read("Ida Marsh said it was late. Owen Cole said it was early.")
    path = tmp_path / "who.twosource"
    with closing(new_case(path)) as store:
        everybody = who_is_who(found)
        joined = merge(who("Ida Marsh", everybody), who("Owen Cole", everybody), IDS[0], STAMP)
        store.apply(joined)
        one = who("Owen Cole", who_is_who(found, store.all(Identity)))
        store.apply(rename(one, "The editor’s friend", IDS[1], STAMP))
        one = who("Owen Cole", who_is_who(found, store.all(Identity)))
        assert one.name == "The editor’s friend"
        parted = split(one, [Form(DocumentId("0"), "Owen Cole")], IDS, STAMP)
        store.apply(parted)
        again = who_is_who(found, store.all(Identity))
        assert who("Owen Cole", again) is not who("Ida Marsh", again)
        store.apply(inverse(parted, STAMP))
        again = who_is_who(found, store.all(Identity))
        assert who("Owen Cole", again) is who("Ida Marsh", again)
    assert verify(path) == ()


def test_stored_credits_are_enough_even_without_voices(language: Language) -> None:
    text = "Harbour master Ida Marsh said it was late. Two officials said so. The council said it was early."
    credits = [replace(credit, voice=None) for credit in find_credits(language.parse(text))]
    stored = [
        Attribution(AttributionId(str(at)), DocumentId("0"), RevisionId("0-1"), "", "said", credit)
        for at, credit in enumerate(credits)
    ]
    other = replace(stored[0], id=AttributionId("x"), revision=RevisionId("gone"))
    everybody = who_is_who(mentions_of([*stored, other], {RevisionId("0-1"): text}))
    assert who("Ida Marsh", everybody).kind is Being.PERSON
    assert who("council", everybody).kind is Being.ORGANISATION


def test_a_split_leaves_somebody_on_both_sides(read: Read) -> None:
    (marsh,) = who_is_who(read("Ida Marsh said it was late."))
    with pytest.raises(ValueError, match="both sides"):
        split(marsh, forms(marsh), IDS, STAMP)
