"""What is asked before something leaves the desk: for whom, in what form, with which names."""

from __future__ import annotations

from ui.dialogs.export import ExportDialog
from ui.dialogs.pack import PackDialog
from workbench.export.formats import FORMATS, Use, ending_of
from workbench.export.profiles import Profile


def test_the_dialog_says_who_reads_what_and_refuses_what_does_not_fit(qapp, tmp_path):
    dialog = ExportDialog(tmp_path / "ferry.html")
    dialog.choose_reader(Profile.PUBLICATION)
    assert "marked for publication" in dialog._told.text()
    dialog.choose("docx")
    assert not dialog.button.isEnabled()
    dialog.choose("summary.docx")
    assert dialog.answer() == tmp_path / "ferry.summary.docx"
    dialog.deleteLater()


def test_the_whole_case_is_for_the_archive_alone(qapp, tmp_path):
    dialog = ExportDialog(tmp_path / "ferry.html")
    dialog.choose("case.json")
    assert dialog.profile is Profile.ARCHIVE
    assert not dialog._reader.isEnabled()
    dialog.deleteLater()


def test_real_names_go_along_only_to_the_archive_and_only_when_ticked(qapp, tmp_path):
    dialog = PackDialog(tmp_path / "ferry.twosource", names_open=True)
    dialog.choose(Profile.ARCHIVE)
    assert not dialog.real_names
    dialog._names.setChecked(True)
    assert dialog.real_names
    dialog.choose(Profile.DESK)
    assert not dialog.real_names
    dialog.deleteLater()
    locked = PackDialog(tmp_path / "ferry.twosource", names_open=False)
    locked.choose(Profile.ARCHIVE)
    locked._names.setChecked(True)
    assert not locked.real_names
    locked.deleteLater()


def test_every_format_can_be_chosen_and_names_the_file(qapp, tmp_path):
    dialog = ExportDialog(tmp_path / "ferry.html")
    for format in FORMATS:
        dialog.choose(format.ending)
        assert dialog.answer() == tmp_path / f"ferry.{format.ending}"
        assert format.what in dialog._told.text()
    dialog.deleteLater()


def test_formats_stand_under_what_one_does_with_them(qapp, tmp_path):
    dialog = ExportDialog(tmp_path / "ferry.html")
    rows = [dialog._format.item(row).text() for row in range(dialog._format.count())]
    headings = [row for row in rows if row in {use.value for use in Use}]
    assert headings == ["To read", "To work on", "For other programs"]
    assert len(rows) == len(FORMATS) + len(headings)
    dialog.deleteLater()


def test_the_longest_ending_says_what_a_file_is():
    assert ending_of("a.summary.docx") == "summary.docx"
    assert ending_of("a.b.docx") == "docx"
    assert ending_of("A.CSL.JSON") == "csl.json"
    assert ending_of("notes.odt") is None
