"""Nothing that was told in confidence leaves the desk: made cases, every file of the packs searched.

The benchmark (`benchmarks/exports.py`) does the same with a thousand cases.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from confiding import Secrets, leaks, made_case, texts_of

from ui.export.pack import Wishes, write_pack
from workbench.change import Change, Edit
from workbench.export.profiles import Profile, report_for
from workbench.model import Claim, Source, Verdict
from workbench.progress import silent
from workbench.register import is_confidential

CASES = 80
SLICES = 4


@pytest.mark.parametrize("part", range(SLICES))
def test_no_secret_is_in_any_text_of_the_desk_or_for_readers(part: int) -> None:
    for seed in range(part, CASES, SLICES):
        store, secrets, stamp = made_case(seed)
        for profile in (Profile.DESK, Profile.PUBLICATION):
            report = report_for(store, stamp.at, profile=profile)
            for name, text in texts_of(report).items():
                assert leaks(text, secrets, profile) == [], (seed, profile, name)


def test_what_is_public_is_told_and_what_is_confidential_is_told_to_the_desk() -> None:
    told_public = told_desk = 0
    for seed in range(20):
        store, secrets, stamp = made_case(seed)
        public = "".join(texts_of(report_for(store, stamp.at, profile=Profile.PUBLICATION)).values())
        desk = "".join(texts_of(report_for(store, stamp.at, profile=Profile.DESK)).values())
        told_public += sum(words in public for words in secrets.public)
        told_desk += sum(words in desk for words in secrets.confidential)
        assert all(words in public for words in secrets.public), seed
    assert told_public > 10
    assert told_desk > 10


def test_no_secret_is_in_any_file_of_a_pack(tmp_path: Path) -> None:
    store, secrets, stamp = next(made for made in map(made_case, range(50)) if len(made[1].public) > 3)
    for profile in (Profile.DESK, Profile.PUBLICATION):
        packed = write_pack(store, None, stamp.at, Wishes(profile, tmp_path / profile.value), silent)
        assert packed.failed == ()
        for path in sorted(packed.folder.rglob("*")):
            if path.is_file():
                assert leaks(_words_in(path), secrets, profile) == [], path


def test_a_conclusion_that_is_kept_back_is_told_to_whoever_exports(tmp_path: Path) -> None:
    for seed in range(50):
        store, _, stamp = made_case(seed)
        named = [one.name for one in store.all(Source) if is_confidential(one) and not one.protected]
        given = [one for one in store.all(Verdict) if store.get(Claim, one.claim).public]
        if named and given:
            break
    edit = Edit(given[0], replace(given[0], conclusion=f"So says {named[0]}."))
    store.apply(Change("Conclude", stamp, (edit,)))
    packed = write_pack(store, None, stamp.at, Wishes(Profile.PUBLICATION, tmp_path / "pack"), silent)
    (told,) = [note for note in packed.notes if "spoke in confidence" in note]
    assert told.startswith("In one claim, the conclusion names somebody")
    assert told in (tmp_path / "pack" / "Contents.txt").read_text("utf-8").replace("\n", " ")


def _words_in(path: Path) -> str:
    """All words of a file, unpacked where it is packed."""
    import zipfile

    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    if path.suffix == ".pdf":
        import pypdfium2

        document = pypdfium2.PdfDocument(path)
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        return " ".join(text.split())
    return path.read_bytes().decode("utf-8", "replace")


def test_the_search_for_leaks_finds_one() -> None:
    secrets = Secrets(("Real Name",), ("Quiet Voice",), ("kept claim",), ("told claim",))
    assert leaks("by Real Name", secrets, Profile.DESK) == ["Real Name"]
    assert leaks("by Quiet Voice", secrets, Profile.DESK) == []
    assert leaks("by Quiet Voice on kept claim", secrets, Profile.PUBLICATION) == [
        "Quiet Voice",
        "kept claim",
    ]
