"""The map written to a file."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from ui.map.layout import lay_out
from ui.map.light import Light
from ui.map.paper import Heading, page_size, write_map
from ui.map.picture import Picture
from ui.map.sheet import draw
from workbench.errors import ExportFailed

HEADING = Heading("Source map: The lake", "“The lake is to be lowered”", "14 Mar 2026")


@pytest.fixture
def picture(qapp, ringed, documents):
    sheet = draw(ringed, documents, "story")
    return Picture(sheet, lay_out(sheet.boxes(), sheet.links()), Light(True, frozenset({"wire"})))


def test_a_drawing_holds_title_claim_date_cards_and_legend(picture, tmp_path):
    path = write_map(picture, HEADING, tmp_path / "map.svg")
    svg = path.read_text(encoding="utf-8")
    for words in (
        HEADING.title,
        "14 Mar 2026",
        "to be lowered",
        "Cracks found",
        "copied or retold from",
        "in a circle",
    ):
        assert words in svg
    assert QSvgRenderer(str(path)).viewBox().size() == page_size(picture)


def test_a_drawing_holds_its_symbols_as_lines(picture, tmp_path):
    svg = write_map(picture, HEADING, tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "<image" not in svg


def test_a_picture_has_two_pixels_to_one(picture, tmp_path):
    image = QImage(str(write_map(picture, HEADING, tmp_path / "map.png")))
    assert image.size() == page_size(picture) * 2
    assert image.pixelColor(2, 2).lightness() > 240


def test_foreign_markup_is_written_as_words(picture, tmp_path):
    heading = Heading("<script>alert(1)</script> & more", "", "")
    svg = write_map(picture, heading, tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "<script" not in svg


def test_another_ending_is_refused_and_nothing_written(picture, tmp_path):
    with pytest.raises(ExportFailed, match=r"\.svg or \.png"):
        write_map(picture, HEADING, tmp_path / "map.jpg")
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_written_leaves_the_earlier_file(picture, tmp_path):
    folder = tmp_path / "map.svg"
    folder.mkdir()
    with pytest.raises(ExportFailed):
        write_map(picture, HEADING, tmp_path / "gone" / "map.svg")
    assert [item.name for item in tmp_path.iterdir()] == ["map.svg"]
