import pytest

from workbench.model import SourceKind
from workbench.reading.dateline import Dateline, dateline
from workbench.reading.kinds import guess_kind, outlet_in

LEAD = "The harbour bridge will close for eleven weeks from April, the council said on Tuesday."


@pytest.mark.parametrize(
    ("outlet", "url", "text", "kind"),
    [
        ("Reuters", None, LEAD, SourceKind.AGENCY),
        ("", "https://www.reuters.com/world/bridge", LEAD, SourceKind.AGENCY),
        ("", None, f"PORT MORWELL, March 14 (AFP) - {LEAD}", SourceKind.AGENCY),
        ("The Morwell Courier", None, LEAD, SourceKind.NEWSPAPER),
        ("BBC News", None, LEAD, SourceKind.BROADCASTER),
        ("", "https://en.wikipedia.org/wiki/Bridge", LEAD, SourceKind.ENCYCLOPAEDIA),
        ("Port Authority", None, f"FOR IMMEDIATE RELEASE\n\n{LEAD}", SourceKind.PRESS_RELEASE),
        ("", None, f"Dear residents,\n\n{LEAD}", SourceKind.LETTER),
        (
            "",
            None,
            f"City Hall\n14 March 2026\n\nTo the President of the Council\n\n{LEAD}",
            SourceKind.LETTER,
        ),
        ("", None, f"To the surprise of many, nothing happened. {LEAD}", SourceKind.WEBSITE),
        ("Bridge Friends", "https://bridge.example/", LEAD, SourceKind.WEBSITE),
        ("", "http://[broken", LEAD, SourceKind.WEBSITE),
    ],
)
def test_the_kind_of_a_source_is_guessed(outlet: str, url: str | None, text: str, kind: SourceKind) -> None:
    assert guess_kind(outlet, url, text) is kind


def test_the_agency_in_a_dateline_is_the_outlet() -> None:
    assert dateline(f"Bridge to close\n\nPORT MORWELL (Reuters) – {LEAD}") == Dateline("Reuters", None)
    dated = "Bridge to close\n\nHALDEN, 5 March 2026 (Northern Wire) – The bridge was closed."
    assert dateline(dated) == Dateline("Northern Wire", "2026-03-05")
    assert guess_kind("Northern Wire", None, dated) is SourceKind.AGENCY


def test_a_name_in_brackets_alone_is_no_dateline() -> None:
    assert dateline("The letter (Reuters has seen it) is long.") is None
    assert dateline("The council (Labour) – in power since May – agreed.") is None


def test_a_line_that_is_nothing_but_an_outlet_names_it() -> None:
    assert outlet_in(["By Ann Peel", "The Estuary Post", "6 March 2026"]) == "The Estuary Post"
    assert outlet_in(["The post came late to the island that day."]) == ""
