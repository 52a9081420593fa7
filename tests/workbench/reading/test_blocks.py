import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import ZoneRole
from workbench.reading.blocks import Block, Piece, compose

words = st.text(st.characters(codec="utf-8"), max_size=12)
pieces = st.builds(Piece, words, st.sampled_from([None, None, "https://a.example/"]))


@given(st.lists(st.builds(Block, st.lists(pieces, max_size=5).map(tuple), st.just(None), st.booleans())))
def test_a_composed_text_is_normalised_and_its_links_lie_in_it(blocks: list[Block]) -> None:
    text, _, links = compose(blocks)
    assert unicodedata.is_normalized("NFC", text)
    assert all(link.span.of(text).strip() for link in links)


def test_links_and_zones_stand_where_their_words_do() -> None:
    text, zones, links = compose(
        [
            Block((Piece("Bridge  closes "),), ZoneRole.HEADING),
            Block((Piece(" "),)),
            Block((Piece("See "), Piece(" the ", "u"), Piece("letter", "u"), Piece(" here."))),
            Block((Piece("Zoe"), Piece("\u0308 wrote it", "v")), tight=True),
        ]
    )
    assert text == "Bridge closes\n\nSee the letter here.\nZoë wrote it"
    assert [zone.span.of(text) for zone in zones] == ["Bridge closes"]
    assert [(link.span.of(text), link.url) for link in links] == [("the letter", "u"), ("wrote it", "v")]
