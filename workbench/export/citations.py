"""The documents of a report as records of a bibliography: CSL-JSON 1.0.2, and BibTeX and RIS made from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from workbench.export import words
from workbench.export.report import Report
from workbench.model import Document, SourceKind

Item = dict[str, Any]

_TYPES = {
    SourceKind.PERSON: "interview",
    SourceKind.ORGANISATION: "document",
    SourceKind.DOCUMENT: "document",
    SourceKind.LETTER: "personal_communication",
    SourceKind.SPEECH: "speech",
    SourceKind.TRANSCRIPT: "interview",
    SourceKind.RECORDING: "broadcast",
    SourceKind.DATASET: "dataset",
    SourceKind.COURT_RECORD: "legal_case",
    SourceKind.LAW: "legislation",
    SourceKind.STUDY: "report",
    SourceKind.IMAGE: "graphic",
    SourceKind.AGENCY: "article-newspaper",
    SourceKind.NEWSPAPER: "article-newspaper",
    SourceKind.BROADCASTER: "broadcast",
    SourceKind.WEBSITE: "webpage",
    SourceKind.SOCIAL_POST: "post",
    SourceKind.PRESS_RELEASE: "report",
    SourceKind.ENCYCLOPAEDIA: "entry-encyclopedia",
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_BIBTEX = {
    "article-newspaper": "article",
    "report": "techreport",
    "entry-encyclopedia": "incollection",
    "legal_case": "misc",
}
_RIS = {
    "article-newspaper": "NEWS",
    "webpage": "ELEC",
    "post": "BLOG",
    "broadcast": "VIDEO",
    "dataset": "DATA",
    "report": "RPRT",
    "legal_case": "CASE",
    "legislation": "STAT",
    "personal_communication": "PCOMM",
    "interview": "PCOMM",
    "speech": "HEAR",
    "graphic": "ART",
    "entry-encyclopedia": "ENCYC",
}
_NAME_PARTS = re.compile(r"\s*(?:,|;|\band\b|\bund\b|&)\s*")


def to_csl(report: Report) -> str:
    """The story and its sources as a list of CSL-JSON items."""
    return json.dumps(csl_items(report), ensure_ascii=False, indent=1) + "\n"


def to_bibtex(report: Report) -> str:
    """The same as BibTeX, its special characters escaped, everything else in UTF-8."""
    return "".join(map(_bibtex, csl_items(report)))


def to_ris(report: Report) -> str:
    """The same as RIS, with the line ends the format asks for."""
    return "".join(map(_ris, csl_items(report)))


def csl_items(report: Report) -> list[Item]:
    """One item for the story and one for every document; what is not known is left out."""
    return [_item(document) for document in (report.story, *report.documents)]


def _item(document: Document) -> Item:
    kind = _TYPES[document.kind]
    container = "container-title" if kind in _CONTAINED else "publisher"
    known = {
        "id": document.id,
        "type": kind,
        "title": words.called(document),
        "author": [_name(name) for name in _NAME_PARTS.split(document.byline) if name],
        container: document.outlet,
        "issued": _date(document.published),
        "accessed": _date(document.accessed),
        "URL": document.url,
        "archive_location": document.archived_url,
        "language": document.language,
        "custom": {"twosource": {"kind": document.kind.value, "file": document.filename}},
    }
    return {key: value for key, value in known.items() if value}


_CONTAINED = frozenset(("article-newspaper", "webpage", "post", "broadcast", "entry-encyclopedia"))


def _name(name: str) -> dict[str, str]:
    """A name as it is printed: a program that sorts may not take a newsroom for a family."""
    given, _, family = name.rpartition(" ")
    return {"family": family, "given": given} if given and name.count(" ") <= 2 else {"literal": name}


def _date(told: str | None) -> Item | None:
    found = _DATE.match(told or "")
    return {"date-parts": [[int(part) for part in found.groups() if part]]} if found else None


def _bibtex(item: Item) -> str:
    kind = _BIBTEX.get(item["type"], "misc")
    fields = {
        "title": f"{{{_escaped(item['title'])}}}",
        "author": " and ".join(_escaped(_printed(name)) for name in item.get("author", ())),
        "journal" if kind == "article" else "publisher": _escaped(
            item.get("container-title") or item.get("publisher") or ""
        ),
        "date": _iso(item.get("issued")),
        "year": _iso(item.get("issued"))[:4],
        "url": _address(item.get("URL")),
        "urldate": _iso(item.get("accessed")),
        "note": f"Archived at {_address(item['archive_location'])}" if "archive_location" in item else "",
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{_key(item['id'])},\n{rows}}}\n\n"


def _key(id: str) -> str:
    return re.sub(r"[^A-Za-z0-9:_-]", "", id) or "document"


_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def _escaped(text: str) -> str:
    found = (_TEX.get(letter) or (f"\\{letter}" if letter in "{}$%&#_" else letter) for letter in _line(text))
    return "".join(found)


def _address(url: str | None) -> str:
    """An address within braces: unbalanced ones would end the field."""
    return _line(url or "").replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _ris(item: Item) -> str:
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in _ris_fields(item)) + "ER  - \r\n\r\n"


def _ris_fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS.get(item["type"], "GEN")
    yield "ID", item["id"]
    yield "TI", item["title"]
    for name in item.get("author", ()):
        yield "AU", f"{name['family']}, {name['given']}" if "family" in name else name["literal"]
    known = (
        ("T2", item.get("container-title")),
        ("PB", item.get("publisher")),
        ("DA", _iso(item.get("issued")).replace("-", "/")),
        ("Y2", _iso(item.get("accessed")).replace("-", "/")),
        ("UR", item.get("URL")),
        ("L2", item.get("archive_location")),
        ("LA", item.get("language")),
    )
    yield from ((tag, value) for tag, value in known if value)


def _printed(name: dict[str, str]) -> str:
    return f"{name['family']}, {name['given']}" if "family" in name else f"{{{name['literal']}}}"


def _iso(date: Item | None) -> str:
    parts: Iterable[int] = date["date-parts"][0] if date else ()
    return "-".join(f"{part:02}" for part in parts)


def _line(text: str) -> str:
    """On one line, without characters that end a field or that no such file may hold."""
    kept = (letter for letter in text if letter >= " " or letter in "\t\n")
    return " ".join("".join(kept).split())
