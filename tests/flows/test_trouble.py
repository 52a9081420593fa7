"""What the editor sees when something does not work: one sentence, and nothing lost."""

from workbench.errors import CaseNotWritten
from workbench.model import Status


def test_a_second_window_reads_the_case_but_cannot_change_it(checked, make_window):
    other = make_window()
    other.open_path(checked.desk.store.path)
    assert other.desk.store.read_only
    assert other.banner.sentence() == other.desk.store.read_only
    assert other.status.saved_words() == "Read only"
    assert not other.actions_["accept"].isEnabled()
    assert not other.actions_["import"].isEnabled()
    assert len(other.desk.session.claims()) == 2


def test_a_change_that_cannot_be_stored_is_told_and_can_be_tried_again(checked, press, monkeypatch):
    press(checked, "next")
    session, store = checked.desk.session, checked.desk.store

    def refuse(*_):
        raise CaseNotWritten("The disk is full; the last change was not stored.")

    with monkeypatch.context() as patched:
        patched.setattr(store, "apply", refuse)
        press(checked, "accept")
    assert checked.banner.sentence() == "The disk is full; the last change was not stored."
    assert checked.status.saved_words() == "The last change was not saved"
    assert session.claim(session.current).status is Status.PROPOSED
    press(checked, "accept")
    assert session.claim(session.current).status is Status.ACCEPTED
    assert checked.status.saved_words() == "All changes saved"


def test_a_file_that_is_no_case_leaves_the_open_one_alone(checked, tmp_path):
    other = tmp_path / "notes.twosource"
    other.write_text("just some notes")
    checked.open_path(other)
    assert "not a Twosource case" in checked.banner.sentence()
    assert checked.desk is not None


def test_a_bad_file_among_good_ones_is_named_and_the_others_are_read(window, texts, tmp_path, settled):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    window.desk.checking.import_files([texts["story"], empty, texts["register"]], texts["story"])
    settled(window)
    assert "empty.txt" in window.banner.sentence()
    assert len(window.desk.session.documents()) == 2


def test_a_failing_engine_is_told_once_and_the_editor_goes_on_by_hand(window, texts, engine, settled, press):
    engine.trouble = "The language process ended unexpectedly."
    window.desk.checking.import_files(list(texts.values()), texts["story"])
    settled(window)
    assert window.banner.sentence() == engine.trouble
    engine.trouble = None
    press(window, "analyse")
    settled(window)
    assert len(window.desk.session.claims()) == 2


def test_cancelling_keeps_what_was_found(window, texts, settled):
    checking = window.desk.checking
    checking.import_files(list(texts.values()), texts["story"])
    checking.imported.connect(checking.cancel)
    settled(window)
    assert len(window.desk.session.documents()) == 1


def test_a_summary_that_cannot_be_written_is_told(checked, tmp_path, qtbot):
    (tmp_path / "taken.html").mkdir()
    checked.commands("exporting").export_to(tmp_path / "taken.html")
    qtbot.waitUntil(lambda: "could not be written" in checked.banner.sentence(), timeout=20_000)


def test_an_engine_without_its_model_says_so(window, texts, engine, settled):
    engine.reduced = "The language model is missing."
    window.desk.checking.import_files([texts["story"]], texts["story"])
    settled(window)
    assert "The language model is missing." in window.status.reduced_sentence()


def test_a_failure_is_no_longer_told_once_the_case_is_written_again(checked, press):
    path = checked.desk.store.path
    away = path.rename(path.with_name("elsewhere.twosource"))
    press(checked, "corrected")
    assert "moved, deleted or replaced" in checked.banner.sentence()
    away.rename(path)
    press(checked, "corrected")
    assert checked.banner.sentence() == ""
    assert checked.status.saved_words() == "All changes saved"
