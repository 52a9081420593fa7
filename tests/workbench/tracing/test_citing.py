"""Links, papers and outlets that a text names as its source without crediting them with words."""

from __future__ import annotations

from credited_by_hand import BODY, Writer, between, steps, takes

from workbench.model import SourceKind
from workbench.tracing.provenance import trace
from workbench.tracing.values import Step

CRACKED = "The weir at Salt Bay cracked in two places during the January flood."


def wire(text: str = CRACKED, **known: object) -> Writer:
    return Writer("wire", text, **({"outlet": "Coast Wire", "kind": SourceKind.AGENCY} | known))


def test_a_link_to_another_document_is_a_citation_of_its_sentence() -> None:
    text = "It rained. The weir had cracked, reports say. Nobody knew."
    town = Writer("town", text).link("reports", "https://www.wire.example/weir/?utm_source=mail#top")
    found = trace([town.text, wire(url="http://wire.example/weir").text])
    edge = between(found, "Town", "Wire")
    assert edge.step is Step.CITES
    assert edge.why == "“Town” links to “Wire” here."
    assert [part.quote.exact for part in edge.content] == ["The weir had cracked, reports say."]
    assert [part.quote.exact for part in edge.passages] == ["reports"]


def test_an_archived_copy_of_the_page_is_the_page() -> None:
    town = Writer("town", "The weir had cracked, reports say.")
    town.link("reports", "https://web.archive.org/web/20260301000000/https://wire.example/weir")
    assert takes(trace([town.text, wire(url="https://wire.example/weir").text])) == [("Town", "Wire")]


def test_links_in_furniture_and_out_of_the_case_are_none() -> None:
    town = Writer("town", "The weir had cracked, reports say.\nRead more: the storm")
    town.link("reports", "https://elsewhere.example/weir").link("the storm", "https://wire.example/weir")
    town.furniture("Read more: the storm")
    assert trace([town.text, wire(url="https://wire.example/weir").text]).edges == ()


def test_an_outlet_that_had_the_paper_is_named_as_a_source() -> None:
    town = Writer("town", "The weir at Salt Bay cracked in two places, a memo seen by Coast Wire shows.")
    edge = between(trace([town.text, wire().text]), "Town", "Wire")
    assert edge.step is Step.CITES
    assert edge.why.startswith("“Town” names Coast Wire as a source; ")


def test_a_paper_that_is_only_spoken_of_is_no_source() -> None:
    town = Writer("town", "The mayor answered a letter by Ines Marsh within a week.")
    assert trace([town.text]).edges == ()


def test_a_paper_in_brackets_is_a_source_where_the_case_holds_it_and_the_words() -> None:
    town = Writer("town", "The weir cracked in two places in January (Ines Marsh’s letter).")
    letter = Writer("letter", f"Dear all,\n{CRACKED}\nYours sincerely,\nInes Marsh", kind=SourceKind.LETTER)
    assert steps(trace([town.text, letter.text]))[0] == ("Town", "Letter", "cites")


def test_an_agency_in_the_byline_gave_the_whole_text() -> None:
    town = Writer(
        "town", f"{CRACKED} Shops stayed shut.", byline="Town staff, Coast Wire", outlet="The Town Crier"
    )
    found = trace([town.text, wire().text])
    assert takes(found) == [("Town", "Wire")]
    assert found.edges[0].content == ()
    assert found.edges[0].why.startswith("“Town” gives Coast Wire among its authors; ")


def test_a_journalist_is_no_origin_of_a_report() -> None:
    town = Writer("town", CRACKED, byline="Ines Marsh and Otto Brandt, Town desk", outlet="The Town Crier")
    assert trace([town.text]).edges == ()


def test_an_agency_that_is_not_in_the_case_still_gave_the_text() -> None:
    town = Writer("town", f"SALT BAY (Reuters) – {CRACKED}", outlet="The Town Crier")
    found = trace([town.text])
    assert takes(found) == [("Town", "Reuters story")]
    assert found.parties[-1].kind is SourceKind.AGENCY


def test_an_outlets_own_credit_line_is_no_source() -> None:
    own = wire(f"SALT BAY, 4 March 2026 (Coast Wire) – {CRACKED}", byline="Coast Wire")
    own.credit("Coast Wire", CRACKED, "", BODY)
    assert trace([own.text]).edges == ()
