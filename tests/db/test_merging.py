"""Two copies of one case brought together, on real files."""

from shutil import copyfile

import pytest
from checkers import DRAFTS, FILES, Checker, new_case

from db import verify
from workbench import review
from workbench.change import Change, Edit, Key, removed
from workbench.merging import Choice, MergeRefused
from workbench.model import (
    Claim,
    Disposition,
    Document,
    Evidence,
    Relation,
    Revision,
    Source,
    Verdict,
)

OURS, THEIRS, BOTH = Choice.OURS, Choice.THEIRS, Choice.BOTH


@pytest.fixture
def people(tmp_path):
    """Makes checkers, each with a copy of the same case as it is when they begin."""
    made = []

    def begin(name, of=None):
        if of is None:
            new_case(tmp_path / f"{name}.twosource").close()
        else:
            copyfile(of.path, tmp_path / f"{name}.twosource")
        made.append(Checker(name, tmp_path / f"{name}.twosource"))
        return made[-1]

    yield begin
    for one in made:
        one.store.close()
        assert verify(one.path) == ()


@pytest.fixture
def ada(people):
    return people("Ada")


@pytest.fixture
def mara(people, ada):
    return people("Mara", ada)


def test_a_copy_with_nothing_new_is_no_change(ada, mara):
    assert ada.compare(mara).is_empty
    assert ada.merge(mara) is None


def test_what_each_did_alone_comes_together(ada, mara):
    ada.note(ada.claim("19 days"), "Asked the county.")
    mara.dispose(mara.claim("40 years"), Disposition.CONFIRMED)
    mara.mark("county director")
    event = ada.merge(mara)
    assert event.change.label == "Merge Mara’s copy"
    assert ada.claim("19 days").note == "Asked the county."
    assert ada.claim("40 years").disposition is Disposition.CONFIRMED
    assert ada.claim("county director")


def test_a_note_and_a_disposition_of_one_claim_do_not_clash(ada, mara):
    ada.note(ada.claim("19 days"), "Asked the county.")
    mara.dispose(mara.claim("19 days"), Disposition.TK)
    assert not ada.compare(mara).clashes
    ada.merge(mara)
    found = ada.claim("19 days")
    assert (found.note, found.disposition) == ("Asked the county.", Disposition.TK)


def test_what_both_changed_alike_is_no_clash(ada, mara):
    for one in (ada, mara):
        one.dispose(one.claim("19 days"), Disposition.LEGAL)
    assert ada.compare(mara).is_empty


def test_what_was_undone_is_nothing_to_merge(ada, mara):
    mara.undo(mara.do(review.dispose(mara.claim("19 days"), Disposition.LEGAL, mara.stamp())))
    assert ada.merge(mara) is None


@pytest.mark.parametrize(
    ("choice", "note"), [(OURS, "Mine."), (THEIRS, "Hers."), (BOTH, "Mine.\n\nHers."), (None, "Mine.")]
)
def test_two_notes_clash_and_can_both_be_kept(ada, mara, choice, note):
    ada.note(ada.claim("19 days"), "Mine.")
    mara.note(mara.claim("19 days"), "Hers.")
    (clash,) = ada.compare(mara).clashes
    assert clash.fields == ("note",)
    assert (clash.ours_by.by, clash.theirs_by.by) == ("Ada", "Mara")
    ada.merge(mara, choice)
    assert ada.claim("19 days").note == note


def test_a_verdict_is_one_thing_with_its_conclusion(ada, mara, people):
    ada.decide(ada.claim("19 days"), "mixed", "First word.")
    tom = people("Tom", ada)
    ada.decide(ada.claim("19 days"), "supported", "First word.")
    tom.decide(tom.claim("19 days"), "mixed", "Better word.")
    (clash,) = ada.compare(tom).clashes
    assert set(clash.fields) == {"step", "conclusion"}
    ada.merge(tom, THEIRS)
    found = ada.verdict(ada.claim("19 days"))
    assert (found.step, found.conclusion, found.by) == ("mixed", "Better word.", "Tom")


def test_two_verdicts_given_independently_are_one_clash(ada, mara):
    ada.decide(ada.claim("19 days"), "supported", "Yes.")
    mara.decide(mara.claim("19 days"), "contradicted", "No.")
    (clash,) = ada.compare(mara).clashes
    assert clash.key.kind is Verdict
    ada.merge(mara, THEIRS)
    (verdict,) = ada.store.all(Verdict)
    assert (verdict.step, verdict.by) == ("contradicted", "Mara")
    mara.merge(ada)
    assert mara.state() == ada.state()


def test_the_same_words_marked_by_both_become_one_claim_with_both_notes(ada, mara):
    for one, note in ((ada, "Mine."), (mara, "Hers.")):
        claim = one.mark("county director")
        one.note(claim, note)
        one.link(claim, one.store.get(Document, "letter"), Relation.SUPPORTS)
    mara.link(mara.claim("county director"), mara.read_in(FILES[0]))
    ada.merge(mara)
    (joined,) = [claim for claim in ada.claims() if claim.wording == "county director"]
    assert joined.note == "Mine.\n\nHers."
    assert len([item for item in ada.store.all(Evidence) if item.claim == joined.id]) == 2
    mara.merge(ada)
    assert mara.state() == ada.state()


def test_the_same_file_read_in_by_both_is_one_document(ada, mara):
    ada.read_in(FILES[0])
    paper = mara.read_in(FILES[0])
    mara.link(mara.claim("19 days"), paper)
    ada.merge(mara)
    assert len(ada.store.all(Document)) == 3
    (item,) = ada.store.all(Evidence)
    assert ada.store.get(Revision, item.passage.revision).document == item.passage.document
    mara.link(mara.claim("40 years"), paper)
    ada.merge(mara)
    assert {one.passage.document for one in ada.store.all(Evidence)} == {item.passage.document}
    mara.merge(ada)
    assert mara.state() == ada.state()


def test_a_draft_that_mara_added_to_a_file_both_read_in_comes_along(ada, mara):
    ada.read_in(FILES[0])
    mara.read_in(FILES[0])
    ada.merge(mara)
    mara.note(mara.claim("19 days"), "More.")
    mara.merge(ada)
    assert mara.claim("19 days").note == "More."
    ada.merge(mara)
    assert ada.state() == mara.state()


def test_a_source_named_by_both_is_one(ada, mara):
    ada.cite(ada.claim("19 days"), "Ilse Brandt")
    mara.cite(mara.claim("40 years"), "Ilse  brandt")
    ada.merge(mara)
    assert len(ada.store.all(Source)) == 1


def test_texts_and_originals_come_along(ada, mara):
    document = mara.read_in(FILES[2])
    ada.merge(mara)
    assert ada.store.latest(document.id).text == FILES[2]
    assert ada.store.original(document.original) == FILES[2].encode()


def test_evidence_on_a_claim_that_ours_removed_is_a_clash(ada, mara):
    ada.remove(ada.claim("40 years"))
    mara.link(mara.claim("40 years"), mara.store.get(Document, "letter"))
    (clash,) = ada.compare(mara).clashes
    assert (clash.key, clash.ours) == (Key(Claim, "first"), None)
    assert isinstance(clash.hanging[0], Evidence)
    ada.merge(mara, THEIRS)
    assert ada.claim("40 years")
    assert ada.store.all(Evidence)


def test_a_removed_claim_stays_removed_where_that_is_chosen(ada, mara):
    ada.remove(ada.claim("40 years"))
    mara.note(mara.claim("40 years"), "Hers.")
    ada.merge(mara, OURS)
    assert len(ada.claims()) == 2
    assert ada.merge(mara) is None


def test_what_ours_hung_on_a_document_that_theirs_removed_is_a_clash(ada, mara):
    ada.link(ada.claim("40 years"), ada.store.get(Document, "letter"))
    mara.remove(mara.store.get(Document, "letter"))
    (clash,) = ada.compare(mara).clashes
    assert (clash.key.kind, clash.theirs) == (Document, None)
    ada.merge(mara, OURS)
    assert ada.store.all(Evidence)
    assert ada.store.get(Document, "letter")


def test_a_document_removed_by_choice_takes_along_what_hangs_on_it(ada, mara):
    ada.link(ada.claim("40 years"), ada.store.get(Document, "letter"))
    mara.remove(mara.store.get(Document, "letter"))
    event = ada.merge(mara, THEIRS)
    assert not ada.store.all(Evidence)
    assert not ada.store.get(Document, "letter")
    ada.undo(event)
    assert ada.store.all(Evidence)
    assert ada.store.get(Document, "letter")


def test_two_drafts_of_one_number_can_both_be_kept_one_after_the_other(ada, mara):
    mine, hers = ada.redraft(DRAFTS[0]), mara.redraft(DRAFTS[1])
    (clash,) = ada.compare(mara).clashes
    assert clash.offers == (OURS, BOTH)
    ada.merge(mara, BOTH)
    latest = ada.store.latest(mine.document)
    assert (latest.number, latest.text) == (3, DRAFTS[1])
    assert ada.claim("Nobody was in danger").passage.revision == latest.id
    assert ada.store.original(ada.store.get(Document, "story").original) == DRAFTS[1].encode()
    assert hers.id != latest.id
    mara.note(mara.claim("19 days"), "Written in her draft.")
    mara.merge(ada)
    ada.merge(mara)
    assert mara.state() == ada.state()


def test_a_draft_can_be_left_out(ada, mara):
    ada.redraft(DRAFTS[0])
    mara.redraft(DRAFTS[2])
    mara.mark("A second station")
    mara.note(mara.claim("40 years"), "Kept all the same.")
    ada.merge(mara, OURS)
    assert ada.store.latest("story").text == DRAFTS[0]
    assert ada.claim("40 years").note == "Kept all the same."
    assert len(ada.claims()) == 3


def test_the_same_draft_read_in_by_both_is_one(ada, mara):
    ada.redraft(DRAFTS[0])
    mara.redraft(DRAFTS[0])
    mara.mark("23 days")
    assert not ada.compare(mara).clashes
    ada.merge(mara)
    assert ada.store.latest("story").number == 2
    assert ada.claim("23 days").passage.revision == ada.store.latest("story").id


def test_merging_twice_changes_nothing_the_second_time(ada, mara):
    ada.note(ada.claim("19 days"), "Mine.")
    mara.note(mara.claim("19 days"), "Hers.")
    ada.merge(mara, OURS)
    assert ada.merge(mara) is None


def test_a_merge_can_be_undone_and_done_again_with_other_choices(ada, mara):
    ada.note(ada.claim("19 days"), "Mine.")
    mara.note(mara.claim("19 days"), "Hers.")
    before = ada.state()
    event = ada.merge(mara, OURS)
    ada.undo(event)
    assert ada.state() == before
    ada.merge(mara, THEIRS)
    assert ada.claim("19 days").note == "Hers."


def test_back_and_forth_nobody_is_asked_twice(ada, mara):
    ada.note(ada.claim("19 days"), "Mine.")
    mara.note(mara.claim("19 days"), "Hers.")
    ada.merge(mara, BOTH)
    mara.dispose(mara.claim("19 days"), Disposition.TK)
    assert not mara.compare(ada).clashes
    mara.merge(ada)
    assert mara.claim("19 days").note == "Mine.\n\nHers."
    ada.merge(mara)
    assert ada.state() == mara.state()


def test_both_merge_the_other_at_the_same_time(ada, mara, people):
    ada.note(ada.claim("19 days"), "Mine.")
    mara.note(mara.claim("40 years"), "Hers.")
    earlier = people("Tom", mara)
    mara.merge(ada)
    ada.merge(earlier)
    ada.note(ada.claim("19 days"), "Mine, better.")
    assert not mara.compare(ada).clashes
    mara.merge(ada)
    assert mara.claim("19 days").note == "Mine, better."


def test_three_people(ada, mara, people):
    tom = people("Tom", ada)
    ada.note(ada.claim("19 days"), "Mine.")
    mara.note(mara.claim("Nobody was in danger"), "Hers.")
    tom.note(tom.claim("40 years"), "His.")
    mara.merge(tom)
    ada.merge(mara)
    assert [claim.note for claim in ada.claims()] == ["Mine.", "Hers.", "His."]
    assert ada.merge(tom) is None
    tom.dispose(tom.claim("40 years"), Disposition.TK)
    ada.merge(tom)
    tom.merge(ada)
    mara.merge(tom)
    assert ada.state() == tom.state() == mara.state()


def test_two_who_merged_a_third_meet_where_they_did(ada, mara, people):
    tom = people("Tom", ada)
    tom.note(tom.claim("40 years"), "His.")
    ada.merge(tom)
    mara.merge(tom)
    ada.note(ada.claim("40 years"), "His, and mine.")
    assert not mara.compare(ada).clashes
    mara.merge(ada)
    assert mara.claim("40 years").note == "His, and mine."


def test_the_line_of_the_colleague_is_kept(ada, mara):
    mara.note(mara.claim("19 days"), "Hers.")
    mara.note(mara.claim("19 days"), "Hers, better.")
    event = ada.merge(mara)
    kept = ada.store.lines()
    assert [line.hash for line in kept] == [line.hash for line in mara.store.own_line()[-2:]]
    assert event.change.merged == kept[-1].hash


def test_another_case_is_refused(ada, tmp_path):
    from db import create_case
    from workbench.change import Stamp
    from workbench.model import Case

    stamp = ada.stamp()
    create_case(tmp_path / "other.twosource", Case("other", "Mills", "two-source", stamp.at), stamp).close()
    with pytest.raises(MergeRefused, match="another case, “Mills”"):
        ada.compare(Checker("Tom", tmp_path / "other.twosource"))
    assert isinstance(stamp, Stamp)


def test_a_rewritten_history_is_refused(ada, mara, tmp_path):
    """Somebody leaves one of our events out and computes all hashes anew."""
    from db import create_case

    ada.note(ada.claim("19 days"), "Mine.")
    ada.note(ada.claim("40 years"), "Mine too.")
    events = ada.store.history()
    first, *rest = events
    forged = create_case(tmp_path / "forged.twosource", first.change.edits[0].after, first.change.stamp)
    texts = {text.sha256: text for text in ada.store.all(Revision)}
    for event in rest:
        if event.number == 7:
            continue
        edits = tuple(
            Edit(edit.before, texts.get(getattr(edit.after, "sha256", None), edit.after))
            for edit in event.change.edits
        )
        forged.apply(Change(event.change.label, event.change.stamp, edits))
    forged.close()
    with pytest.raises(MergeRefused, match="from event 7 on"):
        ada.compare(Checker("Tom", tmp_path / "forged.twosource"))


def test_proposals_never_clash(ada, mara):
    from workbench.model import EvidenceId, Status, passage
    from workbench.text import Span

    letter = ada.store.latest("letter")
    for one, score in ((ada, 80.0), (mara, 70.0)):
        item = Evidence(
            EvidenceId(one.id()),
            "days",
            passage(letter, Span(0, 20)),
            Relation.CONTEXT,
            Status.PROPOSED,
            score,
        )
        one.do(Change("Suggest evidence", one.stamp(), (Edit(None, item),)))
    assert not ada.compare(mara).edits
    (item,) = mara.store.all(Evidence)
    mara.do(Change("Accept", mara.stamp(), (Edit(item, linking_accepted(item)),)))
    ada.do(Change("Suggest evidence", ada.stamp(), removed(*ada.store.all(Evidence))))
    assert not ada.compare(mara).clashes
    ada.merge(mara)
    assert [one.status for one in ada.store.all(Evidence)] == [Status.ACCEPTED]


def linking_accepted(item):
    from dataclasses import replace

    from workbench.model import Status

    return replace(item, status=Status.ACCEPTED)
