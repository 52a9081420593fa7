import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import ZoneRole
from workbench.reading.blocks import Block, Piece, compose

words = st.text(st.characters(codec="utf-8"), max_size=12)
pieces = st.builds(Piece, words, st.sampled_from([None, None, "https://a.example/"]))


@given(st.lists(st.builds(Block, st.lists(pieces, max_size=5).map(tuple), st.just(None), st.booleans())))
def test_a_composed_text_is_normalised_and_its_links_lie_in_it(blocks: list[Block]) -> None:
    made = compose(blocks)
    text, links = made.text, made.links
    assert unicodedata.is_normalized("NFC", text)
    assert all(link.span.of(text).strip() for link in links)


def test_links_and_zones_stand_where_their_words_do() -> None:
    made = compose(
        [
            Block((Piece("Bridge  closes "),), ZoneRole.HEADING),
            Block((Piece(" "),)),
            Block((Piece("See "), Piece(" the ", "u"), Piece("letter", "u"), Piece(" here."))),
            Block((Piece("Zoe"), Piece("\u0308 wrote it", "v")), tight=True),
        ]
    )
    text, zones, links = made.text, made.zones, made.links
    assert text == "Bridge closes\n\nSee the letter here.\nZoë wrote it"
    assert [zone.span.of(text) for zone in zones] == ["Bridge closes"]
    assert [(link.span.of(text), link.url) for link in links] == [("the letter", "u"), ("wrote it", "v")]


def test_marks_and_pages_stand_where_their_words_do_and_part_no_link() -> None:
    noted = frozenset({"note"})
    made = compose(
        [
            Block(
                (
                    Piece("See the ", place="page 1"),
                    Piece("let", "u", noted, "page 1"),
                    Piece("ter", "u", place="page 2"),
                )
            ),
            Block((Piece("It is ", marks=noted, place="page 2"), Piece("long.", place="page 2"))),
        ]
    )
    assert made.text == "See the letter\n\nIt is long."
    assert [(link.span.of(made.text), link.url) for link in made.links] == [("letter", "u")]
    assert [span.of(made.text) for span in made.marks["note"]] == ["let", "It is"]
    assert [(place.label, place.span.of(made.text)) for place in made.places] == [
        ("page 1", "See the let"),
        ("page 2", "ter\n\nIt is long."),
    ]
