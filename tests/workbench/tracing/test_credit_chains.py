"""Credits as chains: from the document through those who passed words on to who said them."""

from __future__ import annotations

from dataclasses import replace

from credited_by_hand import BODY, PAPER, PRONOUN, UNNAMED, Writer, between, steps, takes

from workbench.model import Being, Form, Identity, IdentityId, Source, SourceId, SourceKind
from workbench.tracing.provenance import trace

LETTER_VIA = (("a letter to the council", "a letter to the council", SourceKind.LETTER),)


def test_somebody_credited_becomes_a_party_with_the_words_that_show_it() -> None:
    town = Writer("town", "Ines Marsh said the weir had cracked.").credit(
        "Ines Marsh", "the weir had cracked"
    )
    found = trace([town.text])
    assert [(party.id, party.name, party.kind) for party in found.parties] == [
        ("document:town", "Town", SourceKind.NEWSPAPER),
        ("source:ines marsh", "Ines Marsh", SourceKind.PERSON),
    ]
    edge = between(found, "Town", "Ines Marsh")
    assert edge.why == "“Town” credits these words to Ines Marsh (“said”)."
    assert [part.quote.exact for part in edge.passages] == ["Ines Marsh", "said"]
    assert [part.quote.exact for part in edge.content] == ["the weir had cracked"]


def test_words_go_from_the_speaker_through_every_relay_to_the_document() -> None:
    text = "Coast Wire quotes a letter to the council, in which Ines Marsh wrote that the weir had cracked."
    town = Writer("town", text).credit(
        "Ines Marsh",
        "that the weir had cracked",
        "wrote",
        via=(*LETTER_VIA, ("Coast Wire", "Coast Wire", SourceKind.AGENCY)),
    )
    assert takes(trace([town.text])) == [
        ("Town", "Coast Wire story"),
        ("Coast Wire story", "Letter to the council, by Ines Marsh"),
        ("Letter to the council, by Ines Marsh", "Ines Marsh"),
    ]


def test_an_outlet_that_is_not_in_the_case_is_a_story_to_fetch() -> None:
    town = Writer("town", "The Coast Wire news agency said the weir had cracked.")
    town.credit("The Coast Wire news agency", "the weir had cracked", voice=BODY)
    found = trace([town.text])
    assert takes(found) == [("Town", "Coast Wire story")]
    assert found.parties[1].document is None
    assert found.edges[0].why.endswith("; no text of Coast Wire is in the case.")


def test_one_person_is_one_party_in_every_document() -> None:
    town = Writer("town", "Ines Marsh said the weir had cracked. Marsh said it was old.")
    town.credit("Ines Marsh", "the weir had cracked").credit("Marsh", "it was old", resolved="Ines Marsh")
    port = Writer("port", "“It leaks,” Ines Marsh told us.").credit("Ines Marsh", "“It leaks,”", "told")
    found = trace([town.text, port.text])
    assert takes(found) == [("Town", "Ines Marsh")] * 2 + [("Port", "Ines Marsh")]
    assert len(found.parties) == 3


def test_the_editor_says_who_is_one_and_who_is_not() -> None:
    town = Writer("town", "Ines Marsh said the weir had cracked.").credit(
        "Ines Marsh", "the weir had cracked"
    )
    port = Writer("port", "Mrs Quill said it leaks.").credit("Mrs Quill", "it leaks")
    forms = (Form(town.document.id, "Ines Marsh"), Form(port.document.id, "Quill"))
    one = Identity(IdentityId("one"), "Ines Marsh-Quill", Being.PERSON, forms)
    assert takes(trace([town.text, port.text], [one])) == [
        ("Town", "Ines Marsh-Quill"),
        ("Port", "Ines Marsh-Quill"),
    ]
    mine = Identity(IdentityId("a"), "Ines Marsh of Town", Being.PERSON, forms[:1])
    yours = Identity(
        IdentityId("b"), "Ines Marsh of Port", Being.PERSON, (Form(port.document.id, "Ines Marsh"),)
    )
    port = Writer("port", "Ines Marsh said it leaks.").credit("Ines Marsh", "it leaks")
    assert takes(trace([town.text, port.text], [mine, yours])) == [
        ("Town", "Ines Marsh of Town"),
        ("Port", "Ines Marsh of Port"),
    ]


def test_two_people_of_one_name_stay_two() -> None:
    town = Writer("town", "Ines Marsh said the weir had cracked.").credit(
        "Ines Marsh", "the weir had cracked"
    )
    port = Writer("port", "Ines Marsh said it leaks.").credit("Ines Marsh", "it leaks")
    split = [
        Identity(
            IdentityId(at.document.id), "Ines Marsh", Being.PERSON, (Form(at.document.id, "Ines Marsh"),)
        )
        for at in (town, port)
    ]
    givers = [edge.giver for edge in trace([town.text, port.text], split).edges]
    assert len(set(givers)) == 2


def test_officials_of_two_documents_are_never_one() -> None:
    texts = [
        Writer(id, "Officials said the weir had cracked.").credit(
            "Officials", "the weir had cracked", voice=UNNAMED
        )
        for id in ("town", "port")
    ]
    unnamed = [party for party in trace([writer.text for writer in texts]).parties if party.unnamed]
    assert [party.name for party in unnamed] == ["Officials", "Officials"]
    assert len({party.id for party in unnamed}) == 2


def test_a_description_means_somebody_in_its_own_document_only() -> None:
    texts = [
        Writer(id, "the company said it had known.").credit("the company", "it had known", voice=BODY)
        for id in ("town", "port")
    ]
    assert len(trace([writer.text for writer in texts]).parties) == 4


def test_a_pronoun_for_nobody_known_is_left_out() -> None:
    town = Writer("town", "It said the weir had cracked.").credit("It", "the weir had cracked", voice=PRONOUN)
    assert trace([town.text]).edges == ()


def test_words_somebody_did_not_say_come_from_nobody() -> None:
    town = Writer("town", "Ines Marsh did not mention the crack. Ines Marsh did not deny the leak.")
    town.credit("Ines Marsh", "the crack", "did not mention").credit("Ines Marsh", "the leak", "did not deny")
    assert [edge.content[0].quote.exact for edge in trace([town.text]).edges] == ["the leak"]


def test_a_letter_of_one_author_is_one_party_in_every_text_that_tells_of_it() -> None:
    texts = [
        Writer(id, "In a letter to the council, Ines Marsh wrote the weir had cracked.").credit(
            "Ines Marsh", "the weir had cracked", "wrote", via=LETTER_VIA
        )
        for id in ("town", "port")
    ]
    found = trace([writer.text for writer in texts])
    letters = [party for party in found.parties if party.kind is SourceKind.LETTER]
    assert [party.name for party in letters] == ["Letter to the council, by Ines Marsh"]


def test_a_letter_of_nobody_known_is_each_documents_own() -> None:
    texts = [
        Writer(id, "A letter said the weir had cracked.").credit(
            "A letter", "the weir had cracked", voice=PAPER
        )
        for id in ("town", "port")
    ]
    found = trace([writer.text for writer in texts])
    assert len({party.id for party in found.parties if party.kind is SourceKind.LETTER}) == 2


def test_a_source_of_the_register_and_its_document_are_one_party() -> None:
    town = Writer("town", "The Harbour Office said the weir had cracked.")
    town.credit("The Harbour Office", "the weir had cracked", voice=BODY)
    notice = Writer("notice", "Closed.", title="Public notice", kind=SourceKind.DOCUMENT)
    source = Source(SourceId("office"), "Harbour Office", SourceKind.ORGANISATION, notice.document.id)
    assert takes(trace([town.text, notice.text], sources=[source])) == [("Town", "Public notice")]


def test_the_register_tells_what_a_source_is_and_which_papers_came_from_it() -> None:
    town = Writer("town", "Finch said the weir had cracked.").credit("Finch", "the weir had cracked")
    memo = Writer("memo", "The weir.", kind=SourceKind.DOCUMENT)
    source = Source(
        SourceId("finch"),
        "Finch",
        SourceKind.PERSON,
        papers=(memo.document.id,),
        first_hand=False,
        protected=True,
    )
    found = trace([town.text, memo.text], sources=[source])
    assert takes(found) == [("Town", "Finch"), ("Memo", "Finch")]
    assert not found.parties[-1].is_primary
    assert found.edges[1].why == "By the register of sources, “Memo” is from Finch."


def test_credits_of_an_older_draft_are_not_traced() -> None:
    town = Writer("town", "Ines Marsh said the weir had cracked.").credit(
        "Ines Marsh", "the weir had cracked"
    )
    newer = Writer("town", "Ines Marsh said the weir held.").text
    revision = replace(newer.revision, id="town-2")
    assert trace([replace(town.text, revision=revision)]).edges == ()


def test_a_document_that_quotes_itself_takes_nothing_from_itself() -> None:
    ledger = Writer(
        "ledger", "The Marlow Ledger has learned that the weir cracked.", outlet="The Marlow Ledger"
    )
    ledger.credit("The Marlow Ledger", "that the weir cracked", "has learned", voice=BODY)
    ledger.link("the weir", "https://ledger.example/weir?utm_source=mail")
    document = replace(ledger.document, url="https://www.ledger.example/weir")
    assert trace([replace(ledger.text, document=document)]).edges == ()


def test_documents_come_first_from_the_oldest_on_and_undated_ones_last() -> None:
    dates = {"a": None, "b": "2026-03-05", "c": "2026-03-04T10:00:00Z", "d": "2025"}
    texts = [Writer(id, "Rain.", published=published).text for id, published in dates.items()]
    assert [party.id for party in trace(texts).parties] == [
        "document:d",
        "document:c",
        "document:b",
        "document:a",
    ]


def test_nothing_comes_of_nothing() -> None:
    found = trace([])
    assert (found.parties, found.edges, found.circles) == ((), (), ())


def test_credits_that_say_the_same_are_one_step() -> None:
    town = Writer("town", "Ines Marsh said the weir had cracked in March.")
    town.credit("Ines Marsh", "the weir had cracked in March").credit("Ines Marsh", "the weir had cracked")
    found = trace([town.text])
    assert steps(found) == [("Town", "Ines Marsh", "credits")]
    assert found.edges[0].content[0].quote.exact == "the weir had cracked in March"
