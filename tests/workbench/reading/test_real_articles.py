"""Two real articles with page furniture left in. They are not part of the repository."""

import pytest

from benchmarks.shared import shared
from workbench.model import ZoneRole
from workbench.reading import files_in, read_file

SEEDS = shared("seeds")

pytestmark = pytest.mark.skipif(SEEDS is None, reason="the real articles are not here")


def test_their_furniture_is_marked_and_nothing_else() -> None:
    assert SEEDS is not None
    marked = []
    for path in files_in(SEEDS):
        reading = read_file(path)
        spans = [zone.span for zone in reading.zones if zone.role is ZoneRole.FURNITURE]
        marked.append([(span.start == 0, len(span)) for span in spans])
        assert [zone.role for zone in reading.zones].count(ZoneRole.HEADING) == 1
        assert reading.language == "en"
        assert reading.original == path.read_bytes()
    note, navigation, more, leave = 14, 97, 27, 19
    assert marked == [[(False, note)], [(True, navigation), (False, more), (False, leave)]]
