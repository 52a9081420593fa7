"""What others wrote beside the story and nobody ticked off, as summaries tell it."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from io import BytesIO

import pytest
from casework import STAMP, checked_case, words
from docx import Document as Word

from workbench.change import Change, Edit, added
from workbench.export.docx_summary import to_docx_summary
from workbench.export.gathering import build_report
from workbench.export.html import to_html
from workbench.export.markdown import to_markdown
from workbench.export.plain import to_json
from workbench.export.profiles import Profile, for_profile
from workbench.model import DocumentId, Remark, RemarkId, RemarkKind, passage


@pytest.fixture
def store(tmp_path):
    with closing(checked_case(tmp_path / "c.twosource")) as made:
        story = made.latest(DocumentId("story"))
        place = passage(story, words(story.text, "the first closure"))
        kind, said = RemarkKind.COMMENT, "Was it? <b>Ask</b> *Harwick*."
        made.apply(Change("Import", STAMP, added(Remark(RemarkId("r"), place, kind, said, "Ruth Adeyemi"))))
        yield made


def test_every_summary_lists_the_remarks_that_wait(store):
    report = build_report(store, STAMP.at)
    assert "Ruth Adeyemi, beside “the first closure”" in to_markdown(report)
    assert "Was it? &lt;b&gt;Ask&lt;/b&gt; *Harwick*." in to_html(report)
    (told,) = json.loads(to_json(report))["remarks"]
    assert told["text"] == "Was it? <b>Ask</b> *Harwick*."
    document = Word(BytesIO(to_docx_summary(report)))
    assert any("Ruth Adeyemi, beside" in line.text for line in document.paragraphs)


def test_what_is_ticked_off_is_not_listed(store):
    remark = store.get(Remark, "r")
    store.apply(Change("Tick", STAMP, (Edit(remark, replace(remark, done=True)),)))
    report = build_report(store, STAMP.at)
    assert report.remarks == ()
    assert "Remarks of others" not in to_markdown(report)


def test_readers_see_none_of_it(store):
    assert for_profile(build_report(store, STAMP.at), Profile.PUBLICATION).remarks == ()
