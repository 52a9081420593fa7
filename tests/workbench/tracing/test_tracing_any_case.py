"""Whatever a case holds, tracing ends and what it says of it holds together."""

from __future__ import annotations

from credited_by_hand import BODY, PAPER, PERSON, UNNAMED, Writer
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model import Passage, SourceKind, passage
from workbench.text import Span
from workbench.tracing.provenance import trace
from workbench.tracing.trails import Trails
from workbench.tracing.values import Provenance, TracedText

OUTLETS = ("Coast Wire", "The Town Gazette", "Reuters", "")
SPEAKERS = (
    *OUTLETS[:3],
    "Ines Marsh",
    "Officials",
    "a letter",
    "Otto Brandt’s memo",
    "the letter by Ines Marsh",
)
STATEMENTS = (
    "the weir at Salt Bay cracked in two places",
    "three boats sank off the ferry pier",
    "it rained",
    "so",
)
KINDS = (SourceKind.AGENCY, SourceKind.NEWSPAPER, SourceKind.LETTER, SourceKind.WEBSITE)
DATES = (None, "", "2026", "2026-03-04", "2026-03-05T10:00:00Z", "yesterday")

credits = st.tuples(
    st.sampled_from(SPEAKERS),
    st.sampled_from(STATEMENTS),
    st.sampled_from((PERSON, BODY, PAPER, UNNAMED, None)),
    st.lists(st.sampled_from(SPEAKERS), max_size=2),
)
documents = st.tuples(
    st.sampled_from(OUTLETS),
    st.sampled_from(KINDS),
    st.sampled_from(DATES),
    st.lists(credits, max_size=4),
    st.lists(st.integers(0, 5), max_size=2),
)


@st.composite
def cases(draw: st.DrawFn) -> list[TracedText]:
    return [written(number, *draw(documents)) for number in range(draw(st.integers(0, 5)))]


def written(number, outlet, kind, date, credited, linked) -> TracedText:  # type: ignore[no-untyped-def]
    lines = [f"{who} said {what}, {' and '.join(via)}." for who, what, _, via in credited]
    words = "\n".join([*lines, *(f"See page {other} for more." for other in linked)])
    writer = Writer(
        f"d{number}", words, outlet=outlet, kind=kind, published=date, url=f"https://town.example/{number}"
    )
    for who, what, voice, via in credited:
        writer.credit(who, what, voice=voice, via=tuple((name, name, None) for name in via))
    for other in linked:
        writer.link(f"page {other}", f"https://town.example/{other}")
    return writer.text


@settings(max_examples=60, deadline=None)
@given(cases())
def test_every_case_can_be_traced(texts: list[TracedText]) -> None:
    found = trace(texts)
    ids = [party.id for party in found.parties]
    assert len(set(ids)) == len(ids)
    assert {party.document for party in found.parties if party.document} == {
        text.document.id for text in texts
    }
    for edge in found.edges:
        assert {edge.taker, edge.giver} <= set(ids)
        assert edge.taker != edge.giver
        assert edge.why.endswith(".")
    assert all_ways_end(found, texts)


def all_ways_end(found: Provenance, texts: list[TracedText]) -> bool:
    trails = Trails(found)
    for party in found.parties:
        assert trails.roots(party.id)
    for text in texts:
        whole = everything(text)
        chain = trails.of(whole)
        assert len({id(edge) for edge in chain}) == len(chain)
        assert trails.roots(
            next(party.id for party in found.parties if party.document == text.document.id), whole
        )
    return True


def everything(text: TracedText) -> Passage:
    return passage(text.revision, Span(0, len(text.revision.text)))


def test_hundreds_of_releases_that_are_nearly_the_same_and_cite_each_other_are_traced() -> None:
    statement = "Coast Wire said the weir at Salt Bay cracked in two places during the flood in January."
    texts = []
    for number in range(200):
        writer = Writer(f"d{number}", f"{statement} Number {number}.", url=f"https://town.example/{number}")
        writer.credit("Coast Wire", statement[len("Coast Wire said ") : -1], voice=BODY)
        writer.link("Number", f"https://town.example/{(number + 1) % 200}")
        texts.append(writer.text)
    found = trace(texts)
    assert len(found.edges) == 400
    assert [len(circle.parties) for circle in found.circles] == [200]
