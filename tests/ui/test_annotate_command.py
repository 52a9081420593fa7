"""Annotations put into a case from the command line."""

from __future__ import annotations

import json
from contextlib import closing

from casework import checked_case

from db import open_case
from ui.command_line import main
from workbench.model import Remark


def written(folder, *words):
    entries = [
        {
            "type": "Annotation",
            "body": {"type": "TextualBody", "value": f"About {item}"},
            "target": {"source": "", "selector": {"type": "TextQuoteSelector", "exact": item}},
        }
        for item in words
    ]
    path = folder / "notes.json"
    path.write_text(json.dumps(entries), encoding="utf-8")
    return path


def test_annotations_are_kept_and_those_without_a_place_are_named(tmp_path, capsys):
    case = tmp_path / "c.twosource"
    checked_case(case).close()
    status = main(
        ["annotate", str(case), str(written(tmp_path, "the first closure in 40 years", "a tram line"))]
    )
    told = capsys.readouterr()
    assert status == 1
    assert "1 annotation was put beside its words" in told.out
    assert "No place: “a tram line”" in told.err
    with closing(open_case(case)) as store:
        (remark,) = store.all(Remark)
        assert remark.passage.quote.exact == "the first closure in 40 years"


def test_the_same_file_twice_adds_nothing(tmp_path, capsys):
    case = tmp_path / "c.twosource"
    checked_case(case).close()
    path = written(tmp_path, "the first closure in 40 years")
    assert main(["annotate", str(case), str(path)]) == 0
    assert main(["annotate", str(case), str(path)]) == 0
    assert "0 annotations were put beside their words; 1 was there already." in capsys.readouterr().out


def test_a_file_without_annotations_is_refused(tmp_path, capsys):
    case, path = tmp_path / "c.twosource", tmp_path / "a.json"
    checked_case(case).close()
    path.write_text("{}", encoding="utf-8")
    assert main(["annotate", str(case), str(path)]) == 2
    assert "holds no annotations" in capsys.readouterr().err
