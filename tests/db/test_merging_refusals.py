"""Copies that cannot be merged, and what an editor is told of those that can."""

from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from casework import STORY
from checkers import Checker, new_case

from db import create_case, open_copy, verify
from db.connection import connect
from workbench.change import Change, Edit, Stamp, added
from workbench.errors import DamagedCase, NewerCase, NotACase
from workbench.merging import MergeRefused
from workbench.model import (
    Being,
    Case,
    Document,
    DocumentId,
    Form,
    Hand,
    Identity,
    Revision,
    Seals,
    SignOff,
    Source,
    SourceKind,
)

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def pair(tmp_path):
    new_case(tmp_path / "ada.twosource").close()
    copyfile(tmp_path / "ada.twosource", tmp_path / "mara.twosource")
    both = [Checker(name, tmp_path / f"{name.lower()}.twosource") for name in ("Ada", "Mara")]
    yield both
    for one in both:
        one.store.close()


def altered(checker, statement):
    """Change a row of a copy behind the program's back."""
    checker.store.close()
    with closing(connect(checker.path, mode="rw")) as db:
        triggers = list(db.conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        kept = [row[0] for row in db.conn.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
        for (name,) in triggers:
            db.conn.execute(f"DROP TRIGGER {name}")
        db.conn.execute(statement)
        for sql in kept:
            db.conn.execute(sql)


def test_a_copy_of_a_newer_twosource_is_refused(pair):
    ada, mara = pair
    altered(mara, "PRAGMA user_version = 99")
    with pytest.raises(NewerCase, match="newer Twosource"):
        ada.compare(mara)


def test_a_copy_whose_history_was_altered_is_refused(pair):
    ada, mara = pair
    mara.note(mara.claim("19 days"), "Hers.")
    altered(mara, "UPDATE history SET event = replace(event, 'Hers.', 'Mine.') WHERE number = 7")
    with pytest.raises(DamagedCase, match="Event 7"):
        ada.compare(mara)


def test_a_copy_whose_rows_do_not_follow_from_its_history_is_refused(pair):
    ada, mara = pair
    altered(mara, "UPDATE claim SET note = 'Slipped in.' WHERE id = 'days'")
    with pytest.raises(DamagedCase, match="not what the history says"):
        ada.compare(mara)


def test_something_else_is_refused(pair, tmp_path):
    (tmp_path / "else.twosource").write_text("A letter.")
    with pytest.raises(NotACase):
        open_copy(tmp_path / "else.twosource")


def test_a_case_of_the_same_id_that_began_otherwise_is_refused(pair, tmp_path):
    ada, _ = pair
    stamp = Stamp("Tom", ada.stamp().at)
    create_case(tmp_path / "tom.twosource", Case("case", "Ostley", "two-source", stamp.at), stamp).close()
    tom = Checker("Tom", tmp_path / "tom.twosource")
    with closing(tom.store), pytest.raises(MergeRefused, match="rewritten: from event 1 on"):
        ada.compare(tom)


def test_a_copy_of_an_earlier_twosource_is_read_and_left_as_it_is(tmp_path):
    path = Path(copyfile(DATA / "case-0003.twosource", tmp_path / "old.twosource"))
    before = path.read_bytes()
    with closing(open_copy(path)) as copy:
        assert copy.all(Document)
        assert copy.own_line()
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["old.twosource"]


def test_a_copy_that_its_owner_has_open_can_be_merged(pair):
    ada, mara = pair
    mara.note(mara.claim("19 days"), "Hers.")
    ada.merge(mara)
    mara.note(mara.claim("40 years"), "Still at work.")
    assert ada.claim("19 days").note == "Hers."


def test_a_signature_by_a_stranger_is_told_and_one_by_the_colleague_is_not(pair):
    ada, mara = pair
    seals = Seals(*("0" * 64 for _ in range(4)))
    head = mara.store.own_line()[-1].hash
    mara.note(mara.claim("19 days"), "Hers.")
    for id, name in (("one", "Mara"), ("two", "Nobody Known")):
        given = SignOff(id, "story", "story-1", Hand.CHECKER, name, mara.stamp().at, head, seals)
        mara.do(Change("Sign the draft", Stamp(name, mara.stamp().at), added(given)))
    (remark,) = ada.compare(mara).remarks
    assert "“Nobody Known”" in remark
    ada.merge(mara)
    assert [one.by for one in ada.store.all(SignOff)] == ["Mara", "Nobody Known"]


def test_the_signature_of_a_colleague_is_no_sign_of_a_cut_history(pair):
    from workbench.reviewed import Record

    ada, mara = pair
    ada.note(ada.claim("40 years"), "Mine.")
    mara.note(mara.claim("19 days"), "Hers.")
    head, seals = mara.store.own_line()[-1].hash, Seals(*("0" * 64 for _ in range(4)))
    given = SignOff("one", "story", "story-1", Hand.CHECKER, "Mara", mara.stamp().at, head, seals)
    mara.do(Change("Sign the draft", Stamp("Mara", given.at), added(given)))
    ada.merge(mara)
    record = Record()
    record.follow(ada.store, ada.store.all(SignOff))
    assert record.places == {head: 6}
    assert "Mara" in record.people


def test_code_names_that_agree_are_kept_apart_and_told(pair):
    for one in pair:
        source = Source(one.id(), "Heron", SourceKind.PERSON, protected=True)
        one.do(Change("Add", one.stamp(), added(source)))
    ada, mara = pair
    (remark,) = ada.compare(mara).remarks
    assert "“Heron”" in remark
    ada.merge(mara)
    assert len(ada.store.all(Source)) == 2


def test_a_name_that_each_says_means_somebody_else_is_told(pair):
    ada, mara = pair
    form = Form(DocumentId("story"), "Brandt")
    for one, name in ((ada, "Ilse Brandt"), (mara, "Jon Brandt")):
        one.do(Change("Join", one.stamp(), added(Identity(one.id(), name, Being.PERSON, (form,)))))
    (remark,) = ada.compare(mara).remarks
    assert "“Ilse Brandt”" in remark
    assert "“Jon Brandt”" in remark


def test_nothing_is_written_to_the_copy_or_beside_it(pair, tmp_path):
    ada, mara = pair
    mara.note(mara.claim("19 days"), "Hers.")
    mara.store.close()
    before = mara.path.read_bytes(), sorted(item.name for item in tmp_path.iterdir())
    ada.merge(mara)
    assert (mara.path.read_bytes(), sorted(item.name for item in tmp_path.iterdir())) == before
    assert verify(mara.path) == ()


def test_a_text_of_a_draft_that_was_taken_out_again_is_not_needed(pair):
    """What a copy no longer holds does not come in, its events do."""
    ada, mara = pair
    paper = mara.read_in(STORY.replace("Ostley", "Harwick"), "Another town")
    mara.remove(paper)
    mara.note(mara.claim("19 days"), "Hers.")
    ada.merge(mara)
    assert len(ada.store.lines()) == 3
    assert len(ada.store.all(Revision)) == 2
    ada.store.close()
    assert verify(ada.path) == ()
    assert isinstance(mara.store.history()[-1].change.edits[0], Edit)
