"""The register and the texts' own sources as one list."""

from dataclasses import replace

import pytest

from ui.models.registered_rows import with_register
from ui.models.source_rows import SourceRow, count_text, matching_sources, source_tally
from ui.register.signs import at_words, register_line, source_icon
from workbench import register
from workbench.model import (
    Channel,
    Contact,
    ContactId,
    Source,
    SourceId,
    SourceKind,
    Terms,
)


def row(name, *forms):
    return SourceRow(f"who/{name}", name, "person", "user", forms, (), 0)


HOLM = Source(SourceId("holm"), "ida  holm", SourceKind.PERSON, terms=Terms.OFF_RECORD)


@pytest.fixture
def add(session):
    return lambda source: session.do(register.add(source, session.stamp()))


def test_a_source_and_the_name_it_is_credited_by_are_one_row(session, add) -> None:
    add(HOLM)
    met = Contact(ContactId("c"), HOLM.id, "Ada", "2026-03-02", Channel.EMAIL, "?")
    session.do(register.log(met, session.stamp()))
    (one,) = with_register(session, [row("Ida Holm")])
    assert (one.source.id, one.contacts, one.cited) == ("holm", 1, 0)


def test_another_form_of_the_name_counts_when_no_row_has_the_name_itself(session, add) -> None:
    add(replace(HOLM, name="The Holm"))
    first, second = with_register(session, [row("Ida Holm", "Holm"), row("Holm")])
    assert (first.source, second.source.id) == (None, "holm")
    (only,) = with_register(session, [row("Ida Holm", "Holm")])
    assert only.source.id == "holm"


def test_a_code_name_is_nobodys_name_in_a_text(session, add) -> None:
    add(replace(HOLM, name="Gravel", protected=True))
    text, alone = with_register(session, [row("Gravel")])
    assert text.source is None
    assert (alone.name, alone.source.protected) == ("Gravel", True)
    assert count_text(alone) == "Credited in no text"


def test_two_entries_of_one_name_are_two_rows(session, add) -> None:
    add(HOLM)
    add(replace(HOLM, id=SourceId("other")))
    rows = with_register(session, [row("Ida Holm")])
    assert [one.source.id for one in rows] == ["holm", "other"]
    assert "2\u00a0in the register" in source_tally(rows)


def test_the_filter_knows_the_register(session, add) -> None:
    add(replace(HOLM, protected=True))
    rows = with_register(session, [row("Bo Berg")])
    assert [one.name for one in matching_sources(rows, "protected")] == ["ida holm"]
    assert [one.name for one in matching_sources(rows, "off record")] == ["ida holm"]


def test_an_entry_reads_as_one_line() -> None:
    assert (
        register_line(HOLM, 1, 2) == "In the register: primary · off record · 1 contact · cited for 2 claims"
    )
    assert register_line(replace(HOLM, terms=None, first_hand=False), 0, 0) == "In the register: secondary"


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026", "2026"),
        ("2026-03", "Mar 2026"),
        ("2026-03-02", "2 Mar 2026"),
        ("2026-03-02T09:05", "2 Mar 2026, 09:05"),
    ],
)
def test_a_contact_s_date_is_no_more_precise_than_it_is(iso: str, words: str) -> None:
    assert at_words(iso) == words


@pytest.mark.parametrize("kind", SourceKind)
def test_every_kind_has_an_icon_that_exists(kind) -> None:
    from pathlib import Path

    from resources import __file__ as there

    assert (Path(there).parent / "icons" / f"{source_icon(kind)}.svg").is_file()
