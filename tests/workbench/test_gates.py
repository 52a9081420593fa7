"""What a kind of claim has to show before it is confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench import gates
from workbench.change import Stamp
from workbench.gates import Rests
from workbench.model import (
    Channel,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    ClaimKind,
    Contact,
    ContactId,
    Disposition,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Gate,
    GateId,
    Passage,
    Relation,
    Reply,
    RevisionId,
    Risk,
    Role,
    Source,
    SourceId,
    SourceKind,
    Status,
)
from workbench.text import Quote, Span

STAMP = Stamp("Nora Quist", datetime(2026, 3, 7, 9, 30, tzinfo=UTC))


def _passage(document: str = "story") -> Passage:
    return Passage(DocumentId(document), RevisionId(f"{document}-1"), Span(0, 4), Quote("four"))


CLAIM = Claim(ClaimId("c"), _passage())
DOCUMENTS = {
    DocumentId(id): Document(DocumentId(id), Role.SOURCE, id, kind=kind)
    for id, kind in (("letter", SourceKind.LETTER), ("paper", SourceKind.NEWSPAPER))
}


def _evidence(document: str, relation: Relation = Relation.SUPPORTS, **known: object) -> Evidence:
    item = Evidence(EvidenceId(f"e-{document}"), CLAIM.id, _passage(document), relation)
    return replace(item, **known)  # type: ignore[arg-type]


def _contact(source: str, answer: str = "It is so.", reply: Reply | None = None) -> Contact:
    return Contact(
        ContactId(f"m-{source}"),
        SourceId(source),
        "Nora Quist",
        "2026-03-06",
        Channel.PHONE,
        "Is it so?",
        answer,
        CLAIM.id,
        reply,
    )


def _primary(*evidence: Evidence, sources: tuple[Source, ...] = (), **known: object) -> int:
    cites = known.get("citations", ())
    contacts = known.get("contacts", ())
    return gates.rests_on(CLAIM, evidence, cites, contacts, DOCUMENTS, sources, 0).primary  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rests", "passes"),
    [
        (Rests(1, 1), True),
        (Rests(0, 2), True),
        (Rests(0, 1), False),
        (Rests(0, 0), False),
    ],
)
def test_usually_one_primary_source_or_two_origins_do(rests: Rests, passes: bool) -> None:
    assert gates.judge_gate(gates.USUAL, CLAIM, rests, []).passes is passes


def test_what_is_missing_is_said_with_what_is_there() -> None:
    (sentence,) = gates.judge_gate(gates.USUAL, CLAIM, Rests(0, 1), []).missing
    assert sentence == (
        "It asks for one primary source or two independent origins; "
        "linked so far: no primary source and one independent origin."
    )


def test_a_quotation_wants_its_primary_source_however_many_repeat_it() -> None:
    quotation = replace(CLAIM, kind=ClaimKind.QUOTATION)
    gate = gates.gate_for([], quotation)
    assert not gates.judge_gate(gate, quotation, Rests(0, 5), []).passes
    assert gates.judge_gate(gate, quotation, Rests(1, 1), []).passes


def test_a_superlative_wants_a_second_voice() -> None:
    first = replace(CLAIM, kind=ClaimKind.SUPERLATIVE)
    assert not gates.judge_gate(gates.gate_for([], first), first, Rests(1, 1), []).passes


def test_whoever_is_accused_must_have_been_asked() -> None:
    accusation = replace(CLAIM, kind=ClaimKind.ACCUSATION)
    gate = gates.gate_for([], accusation)
    assert gates.judge_gate(gate, accusation, Rests(0, 2), []).missing == (
        "Whoever is accused has not been asked for a reply.",
    )
    asked = [_contact("mayor", "", Reply.ASKED)]
    assert gates.judge_gate(gate, accusation, Rests(0, 2), asked).passes


def test_what_may_be_libel_is_asked_for_the_reply_whatever_its_kind() -> None:
    figure = replace(CLAIM, kind=ClaimKind.FIGURE, risk=Risk.LIBEL)
    gate = gates.gate_for([], figure)
    assert (gate.primary, gate.origins, gate.reply) == (1, 2, True)


def test_a_rule_of_the_desk_for_all_kinds_holds_where_none_is_more_special() -> None:
    strict = Gate(GateId("all"), None, 2, 3)
    assert gates.gate_for([strict], replace(CLAIM, kind=ClaimKind.FIGURE)) == strict
    assert gates.gate_for([strict], replace(CLAIM, kind=ClaimKind.QUOTATION)).primary == 1


def test_a_rule_that_asks_for_nothing_lets_everything_pass() -> None:
    nothing = Gate(GateId("none"), None, 0, 0)
    assert gates.judge_gate(nothing, CLAIM, Rests(0, 0), []).passes
    assert gates.asked_for(nothing) == "nothing"


def test_only_linked_passages_that_support_the_claim_count() -> None:
    assert _primary(_evidence("letter")) == 1
    assert _primary(_evidence("paper")) == 0
    assert _primary(_evidence("letter", Relation.CONTEXT)) == 0
    assert _primary(_evidence("letter", status=Status.PROPOSED)) == 0
    assert _primary(_evidence("letter", claim=ClaimId("another"))) == 0


def test_the_editors_word_on_a_source_wins_over_its_kind() -> None:
    tied = Source(SourceId("s"), "The paper’s own count", SourceKind.NEWSPAPER, DocumentId("paper"))
    assert _primary(_evidence("paper"), sources=(replace(tied, first_hand=True),)) == 1
    assert _primary(_evidence("paper"), sources=(tied,)) == 0


def test_somebody_at_first_hand_who_answered_counts_like_a_document() -> None:
    ida = Source(SourceId("ida"), "Ida Holm", SourceKind.PERSON)
    cited = (Citation(CitationId("x"), CLAIM.id, ida.id),)
    assert _primary(sources=(ida,), citations=cited, contacts=(_contact("ida"),)) == 1
    assert _primary(sources=(ida,), citations=cited, contacts=(_contact("ida", ""),)) == 0
    assert _primary(sources=(ida,), citations=(), contacts=(_contact("ida"),)) == 0


def test_what_the_accused_replied_confirms_nothing() -> None:
    ida = Source(SourceId("ida"), "Ida Holm", SourceKind.PERSON)
    cited = (Citation(CitationId("x"), CLAIM.id, ida.id),)
    reply = (_contact("ida", "Never.", Reply.GIVEN),)
    assert _primary(sources=(ida,), citations=cited, contacts=reply) == 0


def test_a_person_and_the_letter_they_wrote_are_one_source() -> None:
    ida = Source(SourceId("ida"), "Ida Holm", SourceKind.PERSON, papers=(DocumentId("letter"),))
    cited = (Citation(CitationId("x"), CLAIM.id, ida.id),)
    found = _primary(_evidence("letter"), sources=(ida,), citations=cited, contacts=(_contact("ida"),))
    assert found == 1


def test_a_confirmed_claim_falls_short_until_a_reason_is_written() -> None:
    confirmed = replace(CLAIM, disposition=Disposition.CONFIRMED)
    lacking = gates.judge_gate(gates.USUAL, confirmed, Rests(0, 0), [])
    assert gates.falls_short(confirmed, lacking)
    assert not gates.falls_short(replace(confirmed, waiver="I was there."), lacking)
    assert not gates.falls_short(CLAIM, lacking)


def test_rules_are_kept_in_one_change_and_go_when_they_are_as_usual() -> None:
    strict = Gate(GateId("own"), ClaimKind.FIGURE, 2, 2)
    change = gates.set_rules([], {ClaimKind.FIGURE: strict, ClaimKind.QUOTATION: None}, STAMP)
    assert change is not None
    assert [(edit.before, edit.after) for edit in change.edits] == [(None, strict)]
    back = gates.set_rules([strict], {ClaimKind.FIGURE: None}, STAMP)
    assert back is not None
    assert [(edit.before, edit.after) for edit in back.edits] == [(strict, None)]
    preset = replace(gates.PRESETS[ClaimKind.QUOTATION], id=GateId("typed"))
    assert gates.set_rules([], {ClaimKind.QUOTATION: preset}, STAMP) is None


def test_a_changed_rule_keeps_its_row() -> None:
    known = Gate(GateId("known"), None, 2, 2)
    change = gates.set_rules([known], {None: Gate(GateId("new"), None, 3, 2)}, STAMP)
    assert change is not None
    assert [edit.after for edit in change.edits] == [Gate(GateId("known"), None, 3, 2)]
