"""The list that goes with a pack: what each file is, of which case, and where the record ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.export import words
from workbench.export.profiles import Profile
from workbench.export.report import Report

NAME = "Contents.txt"
_FOR = {
    Profile.DESK: "For the desk only. It tells what was said in confidence, and no protected source’s name.",
    Profile.PUBLICATION: "For publication. It holds only claims that are marked for publication.",
    Profile.ARCHIVE: "For the archive only. It holds all that is known, the original files included.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A file or folder of a pack, and what it is in one sentence."""

    name: str
    what: str


def contents(
    report: Report, profile: Profile, parts: Sequence[Part], failed: Iterable[str], notes: Iterable[str]
) -> str:
    """The list as plain text. `failed` says what could not be written, `notes` what else to know."""
    width = max((len(part.name) for part in parts), default=0)
    lines = [
        f"{words.title(report)}: {' '.join(words.called(report.story).split())}",
        _FOR[profile],
        "",
        *(f"{part.name:<{width}}  {part.what}" for part in parts),
        "",
        *_listed("Not written:", failed),
        *_listed("To know:", notes),
        words.colophon(report),
        f"Whether the case still leads through this record: twosource verify CASE --head {report.head[:16]}",
    ]
    return "\n".join(lines) + "\n"


def _listed(heading: str, sentences: Iterable[str]) -> list[str]:
    found = [f"- {sentence}" for sentence in sentences]
    return [heading, *found, ""] if found else []
