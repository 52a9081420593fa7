import json
import random
import subprocess
import sys
from collections.abc import Callable

import pytest
from making_docx import make_docx
from making_pdf import column, make_pdf

from workbench.model import ZoneRole
from workbench.reading import read_bytes
from workbench.reading.apart import checked, parse_apart
from workbench.reading.jail import answer
from workbench.reading.refusals import Refusal, Refused

SENTENCE = "The harbour bridge will close for eleven weeks from April, the council said on Tuesday."
FILES = {
    "a.docx": make_docx(lambda document: document.add_paragraph(SENTENCE)),
    "a.pdf": make_pdf([column(60, 700, [SENTENCE] * 3)]),
    "a.html": f"<html><body><article><p>{SENTENCE}</p></article></body></html>".encode(),
    "a.md": f"# Bridge\n\n{SENTENCE} [Notice](https://council.example/)\n".encode(),
    "a.txt": f"Bridge to close\n\n{SENTENCE} (More details)\n".encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_comes_back_from_the_jail(name: str) -> None:
    reading = read_bytes(FILES[name], name)
    assert "eleven weeks from April" in reading.text
    assert (reading.name, reading.original) == (name, FILES[name])


def test_plain_text_needs_none_of_the_parsers() -> None:
    code = (
        "import sys; from workbench.reading.jail import answer; answer(b'Some words stand here.', 'a.txt');"
        "print({'lxml', 'trafilatura', 'mammoth', 'pypdfium2', 'markdown_it'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_jailed_process_can_write_no_file_and_take_no_endless_memory_or_time() -> None:
    code = (
        "import resource; from workbench.reading.jail import confine; confine();"
        "print(*(resource.getrlimit(getattr(resource, 'RLIMIT_' + name))[1]"
        " for name in ('FSIZE', 'CORE', 'AS', 'CPU', 'NOFILE')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    written, core, memory, seconds, files = map(int, done.stdout.split())
    assert (written, core) == (0, 0)
    assert memory <= 2_000_000_000
    assert seconds <= 30
    assert files <= 64


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Refused) as caught:
        parse_apart(FILES["a.txt"], "a.txt", patience_s=0.001)
    assert caught.value.reason is Refusal.TANGLED


def test_a_parser_that_runs_out_of_memory_or_stack_is_no_damaged_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for error in (MemoryError, RecursionError):
        monkeypatch.setattr("workbench.reading.jail.parse", _raising(error))
        assert answer(b"words", "a.txt") == {"refused": "TANGLED"}


def _raising(error: type[BaseException]) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


ABOUT = ["", "", "", None, None, None]


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"refused": "NO SUCH REASON"}',
        json.dumps({"about": ABOUT, "text": "abc", "zones": [[0, 9, "heading"]], "links": []}).encode(),
        json.dumps({"about": ABOUT, "text": "abc", "zones": [[-1, 2, "heading"]], "links": []}).encode(),
        json.dumps({"about": ABOUT, "text": "abc", "zones": [[0, 2, "title"]], "links": []}).encode(),
        json.dumps({"about": ABOUT[:3], "text": 5, "zones": [], "links": []}).encode(),
        json.dumps({"about": [5] * 6, "text": "abc", "zones": [], "links": []}).encode(),
    ],
)
def test_an_answer_that_makes_no_sense_is_not_believed(nonsense: bytes) -> None:
    with pytest.raises(Refused):
        checked(nonsense)


def test_a_sound_answer_is_believed() -> None:
    sound = {
        "about": ABOUT,
        "text": "abc",
        "zones": [[0, 3, "heading"]],
        "links": [[1, 2, "https://a.example/"]],
    }
    parsed = checked(json.dumps(sound).encode())
    assert parsed.zones[0].role is ZoneRole.HEADING
    assert parsed.links[0].span.of(parsed.text) == "b"


@pytest.mark.parametrize("name", FILES)
def test_a_mutilated_file_is_read_or_refused_but_never_more(name: str) -> None:
    chance = random.Random(name)
    for _ in range(16):
        found = answer(_mutilated(FILES[name], chance), name)
        if "refused" in found:
            assert found["refused"] in Refusal.__members__
        else:
            assert checked(json.dumps(found).encode()).text


def _mutilated(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((0, 1, 8, 64))):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    if chance.random() < 0.5:
        del broken[chance.randrange(1, len(broken)) :]
    return bytes(broken)
