import pytest

from workbench.model import SourceKind
from workbench.reading.kinds import dateline_outlet, guess_kind

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
    assert dateline_outlet(f"Bridge to close\n\nPORT MORWELL (Reuters) – {LEAD}") == "Reuters"
    assert dateline_outlet("The letter (Reuters has seen it) is long.") == ""
