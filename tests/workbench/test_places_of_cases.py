"""Where a case lies decides how it is worked on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.places import Kind, beside, kind_of, mounted

TABLE = """\
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sda3 /home ext4 rw 0 0
desk:/export /srv/desk nfs4 rw,vers=4.2 0 0
//files/desk /home/ada/Desk\\040share cifs rw 0 0
ada@host:/ /home/ada/far fuse.sshfs rw 0 0
drivers /mnt/c 9p rw 0 0
https://cloud.example/dav /media/dav davfs rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
/dev/sdc1 /media/card fuse.exfat rw 0 0
/dev/loop1 /srv/desk/fast ext4 rw 0 0
"""
MOUNTS = mounted(TABLE)


def there(*found: str) -> Callable[[Path], bool]:
    return {Path(name) for name in found}.__contains__


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ada/cases/mill.twosource", Kind.PLAIN),
        ("/srv/desk/mill.twosource", Kind.NETWORK),
        ("/srv/desk/2026/mill.twosource", Kind.NETWORK),
        ("/srv/desk/fast/mill.twosource", Kind.PLAIN),
        ("/srv/desktop/mill.twosource", Kind.PLAIN),
        ("/home/ada/Desk share/mill.twosource", Kind.NETWORK),
        ("/home/ada/far/mill.twosource", Kind.NETWORK),
        ("/mnt/c/Users/ada/mill.twosource", Kind.NETWORK),
        ("/media/dav/mill.twosource", Kind.NETWORK),
        ("/media/stick/mill.twosource", Kind.PLAIN),
        ("/media/card/mill.twosource", Kind.PLAIN),
        ("/home/ada/Dropbox/mill.twosource", Kind.DROPBOX),
        ("/home/ada/Dropbox (The Weekly)/desk/mill.twosource", Kind.DROPBOX),
        ("/home/ada/OneDrive - The Weekly/mill.twosource", Kind.ONEDRIVE),
        (
            "/home/ada/Library/CloudStorage/GoogleDrive-ada@weekly.example/My Drive/mill.twosource",
            Kind.GOOGLE_DRIVE,
        ),
        ("/home/ada/Library/Mobile Documents/com~apple~CloudDocs/mill.twosource", Kind.ICLOUD),
        ("/home/ada/Nextcloud/mill.twosource", Kind.NEXTCLOUD),
        ("/home/ada/notes on dropbox/mill.twosource", Kind.PLAIN),
    ],
)
def test_the_kind_follows_from_mounts_and_names(path: str, kind: Kind) -> None:
    assert kind_of(Path(path), MOUNTS, there()) is kind


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        (".stfolder", Kind.SYNCTHING),
        (".dropbox", Kind.DROPBOX),
        (".dropbox.cache", Kind.DROPBOX),
        (".nextcloudsync.log", Kind.NEXTCLOUD),
    ],
)
def test_a_mark_in_any_folder_above_tells_what_synchronises_it(mark: str, kind: Kind) -> None:
    found = there(f"/home/ada/work/{mark}")
    assert kind_of(Path("/home/ada/work/2026/mill.twosource"), MOUNTS, found) is kind
    assert kind_of(Path("/home/ada/other/mill.twosource"), MOUNTS, found) is Kind.PLAIN


def test_dropboxs_own_settings_at_home_do_not_make_home_a_dropbox() -> None:
    found = there("/home/ada/.dropbox", "/home/ada/.profile")
    assert kind_of(Path("/home/ada/cases/mill.twosource"), MOUNTS, found) is Kind.PLAIN


def test_of_two_mounts_over_each_other_the_last_counts() -> None:
    over = mounted(TABLE + "desk:/home /home nfs rw 0 0\n")
    assert kind_of(Path("/home/ada/mill.twosource"), over, there()) is Kind.NETWORK


@given(st.text(max_size=300))
def test_any_table_is_read(table: str) -> None:
    mounted(table)


@given(st.text(max_size=90))
def test_any_name_makes_one_file_beside_the_case(checker: str) -> None:
    found = beside(Path("/desk/mill.twosource"), checker, date(2026, 11, 28), there())
    assert found.parent == Path("/desk")
    assert found.name.startswith("mill (")
    assert found.suffix == ".twosource"


def test_a_name_that_is_taken_gets_a_number() -> None:
    first = Path("/desk/mill (Mara’s copy, 28 Nov 2026).twosource")
    assert beside(Path("/desk/mill.twosource"), "Mara", date(2026, 11, 28), there()) == first
    second = beside(Path("/desk/mill.twosource"), "Mara", date(2026, 11, 28), there(str(first)))
    assert second.name == "mill (Mara’s copy, 28 Nov 2026) 2.twosource"
