"""The desktop is told of cases and links, for this user alone, and forgets them again."""

from __future__ import annotations

import configparser
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ui.command_line import main
from ui.integration import _quoted, data_home, install, places, remove


def test_everything_is_written_below_the_data_folder_and_taken_back(tmp_path: Path) -> None:
    written = install(tmp_path)
    assert written == list(places(tmp_path))
    assert all(path.is_file() and path.is_relative_to(tmp_path) for path in written)
    assert remove(tmp_path) == written
    assert not any(path.exists() for path in written)
    assert remove(tmp_path) == []


def test_the_entry_opens_files_and_links(tmp_path: Path) -> None:
    install(tmp_path)
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(tmp_path / "applications" / "twosource.desktop", "utf-8")
    known = entry["Desktop Entry"]
    assert known["MimeType"].split(";") == ["application/x-twosource-case", "x-scheme-handler/twosource", ""]
    assert known["Exec"].endswith(" %u")
    assert "@" not in known["Exec"]


def test_the_file_type_goes_by_the_ending(tmp_path: Path) -> None:
    install(tmp_path)
    tree = ElementTree.parse(tmp_path / "mime" / "packages" / "twosource.xml")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert [glob.get("pattern") for glob in tree.iter(f"{space}glob")] == ["*.twosource"]


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="the desktop's own tool is not here")
def test_the_desktop_s_own_tool_takes_the_file_type(tmp_path: Path) -> None:
    install(tmp_path)
    done = subprocess.run(
        ["update-mime-database", str(tmp_path / "mime")], capture_output=True, text=True, check=True
    )
    assert "twosource" not in done.stderr
    assert "application/x-twosource-case" in (tmp_path / "mime" / "types").read_text()


def test_a_path_with_spaces_and_percents_is_quoted() -> None:
    assert _quoted("/opt/python") == "/opt/python"
    assert _quoted("/opt/my 50% $x") == '"/opt/my 50%% \\\\$x"'


def test_the_command_uses_the_user_s_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert data_home() == tmp_path
    assert main(["integrate"]) == 0
    assert str(tmp_path / "applications" / "twosource.desktop") in capsys.readouterr().out
    assert main(["integrate", "--remove"]) == 0


def test_a_folder_that_refuses_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "applications").write_text("in the way")
    with pytest.raises(Exception, match="could not be written"):
        install(tmp_path)
