"""Word files with comments, tracked changes and notes: is the text right, and every comment on its words?

Fifteen shapes as Word writes them, and each of them again as LibreOffice writes it, as .docx and as .odt,
where LibreOffice is installed.
Run: python -m benchmarks.word_files
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.reading.parsing import parse

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CLOSED = "</Relationships>"
_KINDS = ("comments", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Shape:
    """A document as Word writes it, the text it has to give, and the words each remark is about."""

    name: str
    body: str
    text: str
    about: dict[str, str]
    notes: str = ""


def run(words: str) -> str:
    """A run of words."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def on(number: int, inner: str) -> str:
    """What a comment covers, and its reference behind."""
    return f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>{mark(number)}'


def mark(number: int) -> str:
    """The reference of a comment."""
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def par(*inner: str) -> str:
    """A paragraph."""
    return f"<w:p>{''.join(inner)}</w:p>"


def put_in(inner: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="90" w:author="Ed" w:date="2026-03-01T00:00:00Z">{inner}</w:ins>'


def taken_out(words: str) -> str:
    """A tracked deletion."""
    return (
        '<w:del w:id="91" w:author="Ed" w:date="2026-03-01T00:00:00Z">'
        f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'
    )


_NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_END = '<w:r><w:endnoteReference w:id="2"/></w:r>'
SHAPES = (
    Shape(
        "one run",
        par(run("It carries "), on(0, run("20,000 vehicles")), run(" a day.")),
        "It carries 20,000 vehicles a day.",
        {"c0": "20,000 vehicles"},
    ),
    Shape(
        "several runs",
        par(run("It "), on(0, run("car") + run("ries ") + run("20,000")), run(" a day.")),
        "It carries 20,000 a day.",
        {"c0": "carries 20,000"},
    ),
    Shape(
        "two paragraphs",
        par(run("First "), '<w:commentRangeStart w:id="0"/>', run("ends here."))
        + par(run("Second begins"), '<w:commentRangeEnd w:id="0"/>', mark(0), run(" there.")),
        "First ends here.\n\nSecond begins there.",
        {"c0": "ends here.\n\nSecond begins"},
    ),
    Shape(
        "overlapping",
        par(
            '<w:commentRangeStart w:id="0"/>',
            run("One "),
            '<w:commentRangeStart w:id="1"/>',
            run("two "),
            '<w:commentRangeEnd w:id="0"/>',
            mark(0),
            run("three"),
            '<w:commentRangeEnd w:id="1"/>',
            mark(1),
            run(" four."),
        ),
        "One two three four.",
        {"c0": "One two", "c1": "two three"},
    ),
    Shape(
        "nested",
        par(on(0, run("All of ") + on(1, run("these")) + run(" words")), run(".")),
        "All of these words.",
        {"c0": "All of these words", "c1": "these"},
    ),
    Shape(
        "at a point",
        par(run("Closed on Monday"), mark(0), run(" again.")),
        "Closed on Monday again.",
        {"c0": "Monday"},
    ),
    Shape(
        "an insertion",
        par(run("It costs "), on(0, put_in(run("£38 million"))), run(".")),
        "It costs £38 million.",
        {"c0": "£38 million"},
    ),
    Shape(
        "a deletion beside",
        par(run("It costs "), on(0, taken_out("£12 ") + run("£38 ") + run("million")), run(".")),
        "It costs £38 million.",
        {"c0": "£38 million"},
    ),
    Shape(
        "only a deletion",
        par(run("It was closed "), on(0, taken_out("for ever ")), run("today.")),
        "It was closed today.",
        {"c0": "closed"},
    ),
    Shape(
        "in a table",
        "<w:tbl><w:tr><w:tc>"
        + par(run("Cost"))
        + "</w:tc><w:tc>"
        + par(on(0, run("£38 million")))
        + "</w:tc></w:tr></w:tbl>"
        + par(run("End.")),
        "Cost\t£38 million\n\nEnd.",
        {"c0": "£38 million"},
    ),
    Shape(
        "a footnote",
        par(run("It closed on Monday"), _NOTE, run(", the council said.")),
        "It closed on Monday, the council said.",
        {"footnote": "Monday"},
        "footnotes",
    ),
    Shape(
        "an endnote",
        par(run("It closed on Monday"), _END, run(", the council said.")),
        "It closed on Monday, the council said.",
        {"endnote": "Monday"},
        "endnotes",
    ),
    Shape(
        "a footnote and a comment",
        par(on(0, run("It closed on Monday")), _NOTE, run(", they said.")),
        "It closed on Monday, they said.",
        {"c0": "It closed on Monday", "footnote": "Monday"},
        "footnotes",
    ),
    Shape(
        "a whole paragraph",
        par(run("Before.")) + par(on(0, run("All of it."))) + par(run("Behind.")),
        "Before.\n\nAll of it.\n\nBehind.",
        {"c0": "All of it."},
    ),
    Shape(
        "other scripts",
        par(run("🙂 says "), on(0, run("שלום עולם")), run(" and "), on(1, run("e\u0301te\u0301"))),
        "🙂 says שלום עולם and été",
        {"c0": "שלום עולם", "c1": "été"},
    ),
)


def made(shape: Shape) -> bytes:
    """The shape as a Word file."""
    comments = "".join(
        f'<w:comment w:id="{name[1:]}" w:author="Ruth" w:date="2026-03-14T10:00:00Z" w:initials="R">'
        f"<w:p>{run(name)}</w:p></w:comment>"
        for name in shape.about
        if name.startswith("c")
    )
    parts = {"comments": f"<w:comments {_W}>{comments}</w:comments>"}
    for kind in _KINDS[1:]:
        if shape.notes == kind:
            one = kind.removesuffix("s")
            reference = f"<w:r><w:{one}Ref/></w:r>"
            parts[kind] = (
                f'<w:{kind} {_W}><w:{one} w:type="separator" w:id="0"><w:p/></w:{one}>'
                f'<w:{one} w:id="2"><w:p>{reference}{run(one)}</w:p></w:{one}></w:{kind}>'
            )
    files = {f"word/{name}.xml": content for name, content in parts.items()}
    files["word/document.xml"] = f"<w:document {_W}><w:body>{shape.body}<w:sectPr/></w:body></w:document>"
    files |= _frame(parts)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}')
    return packed.getvalue()


def _frame(parts: dict[str, str]) -> dict[str, str]:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}+xml"/>' for name in parts
    )
    opened = f'<Relationships xmlns="{packages}/relationships">'
    related = "".join(
        f'<Relationship Id="r{number}" Type="{office}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f"{opened}"
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/>{_CLOSED}',
        "word/_rels/document.xml.rels": f"{opened}{related}{_CLOSED}",
    }


def wrong(shape: Shape, data: bytes, name: str) -> Iterator[str]:
    """What a file gives that it should not."""
    parsed = parse(data, name)
    # Word's own converter lists the words of notes behind the text; they stay, to be searched and cited.
    text = parsed.text.split("\n\nfootnote")[0].split("\n\nendnote")[0]
    if text != shape.text:
        yield f"{shape.name}: the text is {parsed.text!r}"
    found = {remark.text: remark.span.of(parsed.text) for remark in parsed.remarks}
    if found != shape.about:
        yield f"{shape.name}: the remarks are about {found}"


def main() -> int:
    """Try every file; print, and 1 when one of them is wrong."""
    failures = [failure for shape in SHAPES for failure in wrong(shape, made(shape), "a.docx")]
    tried = len(SHAPES)
    if office := shutil.which("soffice"):
        with TemporaryDirectory() as folder:
            for ending in ("odt", "docx"):
                failures += _by_office(office, Path(folder), ending)
                tried += len(SHAPES)
    else:
        print("LibreOffice is not installed: only the files as Word writes them were tried.")
    print(f"{tried - len(failures)} of {tried} files right")
    for failure in failures:
        print(failure)
    return int(bool(failures))


def _by_office(office: str, folder: Path, ending: str) -> Iterator[str]:
    """Every shape as LibreOffice writes it."""
    into = folder / ending
    for number, shape in enumerate(SHAPES):
        (folder / f"{number}.docx").write_bytes(made(shape))
    names = [str(folder / f"{number}.docx") for number in range(len(SHAPES))]
    subprocess.run(
        [office, "--headless", "--convert-to", ending, "--outdir", str(into), *names],
        check=True,
        capture_output=True,
    )
    for number, shape in enumerate(SHAPES):
        for failure in wrong(shape, (into / f"{number}.{ending}").read_bytes(), f"a.{ending}"):
            yield f"LibreOffice, .{ending}, {failure}"


if __name__ == "__main__":
    sys.exit(main())
