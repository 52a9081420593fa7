"""What of a draft is ticked, marked, or still bare; and when a draft counts as white."""

from __future__ import annotations

from dataclasses import replace

from casework import revision, words
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis import Name
from workbench.checkable import Checkable, Item, Sort, checkable
from workbench.coverage import Cover, Tally, coverage
from workbench.model import Claim, ClaimId, Disposition, Status, Zone, ZoneRole, passage
from workbench.text import Span

TEXT = """Depot fire cost 3 million crowns

On 4 May 2025 the depot in Varlund burned for 19 hours.
“Nobody checked the doors,” said Petra Quell.
It was a sad day.
Photo: 12 engines
Share this 5 times
"""
CAPTION, FURNITURE = "Photo: 12 engines", "Share this 5 times"
ZONES = (
    Zone(words(TEXT, "Depot fire cost 3 million crowns"), ZoneRole.HEADING),
    Zone(words(TEXT, CAPTION), ZoneRole.CAPTION),
    Zone(words(TEXT, FURNITURE), ZoneRole.FURNITURE),
)
DRAFT = revision("story", TEXT)
WHAT = checkable(TEXT, ZONES)


def claim(wanted: str, **known: object) -> Claim:
    place = passage(DRAFT, words(TEXT, wanted))
    return replace(Claim(ClaimId(wanted), place), **known)  # type: ignore[arg-type]


def found(sort: Sort) -> list[str]:
    return [item.span.of(TEXT) for item in WHAT.items if item.sort is sort]


def cover_of(wanted: str, *claims: Claim) -> Cover:
    covered = coverage(WHAT, claims).items
    return next(one.cover for one in covered if one.item.span.of(TEXT) == wanted)


def test_names_figures_dates_and_quotations_are_found_by_rule() -> None:
    assert found(Sort.NAME) == ["Varlund", "Petra Quell"]
    assert found(Sort.DATE) == ["4 May 2025"]
    assert found(Sort.QUOTATION) == ["Nobody checked the doors,"]
    assert "19 hours" in found(Sort.FIGURE)


def test_headlines_and_captions_count_and_furniture_does_not() -> None:
    figures = found(Sort.FIGURE)
    assert any(figure.startswith("3 million") for figure in figures)
    assert any(figure.startswith("12") for figure in figures)
    assert not any(figure.startswith("5") for figure in figures)


def test_the_names_of_the_engine_replace_those_told_by_capitals() -> None:
    names = [Name(words(TEXT, "Petra Quell"), "PERSON"), Name(words(TEXT, "19 hours"), "TIME")]
    what = checkable(TEXT, ZONES, names)
    assert [item.span.of(TEXT) for item in what.items if item.sort is Sort.NAME] == ["Petra Quell"]
    assert what.by_engine


def test_the_words_of_a_date_are_no_name() -> None:
    names = [Name(words(TEXT, "May"), "PERSON")]
    assert Sort.NAME not in [item.sort for item in checkable(TEXT, ZONES, names).items]


def test_an_accepted_claim_marks_what_lies_in_it_and_a_disposition_ticks_it() -> None:
    sentence = "the depot in Varlund burned for 19 hours"
    assert cover_of("19 hours") is Cover.BARE
    assert cover_of("19 hours", claim(sentence)) is Cover.MARKED
    assert cover_of("19 hours", claim(sentence, disposition=Disposition.CONFIRMED)) is Cover.TICKED


def test_proposed_and_dismissed_claims_cover_nothing() -> None:
    sentence = "the depot in Varlund burned for 19 hours"
    for status in (Status.PROPOSED, Status.DISMISSED):
        assert cover_of("19 hours", claim(sentence, status=status)) is Cover.BARE


def test_a_quotation_covered_in_part_is_bare() -> None:
    assert cover_of("Nobody checked the doors,", claim("Nobody checked")) is Cover.BARE


def test_two_claims_together_cover_what_neither_covers_alone() -> None:
    parts = claim("Nobody checked "), claim("the doors,”")
    assert cover_of("Nobody checked the doors,", *parts) is Cover.MARKED


def test_further_places_of_a_claim_cover_too() -> None:
    elsewhere = claim("It was a sad day.", also=(passage(DRAFT, words(TEXT, "burned for 19 hours")),))
    assert cover_of("19 hours", elsewhere) is Cover.MARKED


def test_a_sentence_is_ticked_once_all_its_claims_are() -> None:
    open_, done = claim("in Varlund"), claim("19 hours", disposition=Disposition.CONFIRMED)
    span = words(TEXT, "On 4 May 2025 the depot in Varlund burned for 19 hours.")

    def state(*claims: Claim) -> Cover:
        return next(one.cover for one in coverage(WHAT, claims).sentences if one.span == span)

    assert [state(), state(open_, done), state(done)] == [Cover.BARE, Cover.MARKED, Cover.TICKED]


def test_a_sentence_with_nothing_to_check_is_not_asked_for() -> None:
    sad = next(one for one in coverage(WHAT, ()).sentences if one.span.of(TEXT) == "It was a sad day.")
    assert not sad.holds


def test_tallies_count_marks_and_ticks() -> None:
    done = claim("Varlund", disposition=Disposition.CORRECTED)
    assert coverage(WHAT, [done, claim("Petra Quell")]).of(Sort.NAME) == Tally(2, 2, 1)
    assert coverage(WHAT, [done]).of(Sort.NAME).bare == 1


def _story(sentences: int) -> str:
    return " ".join(f"The depot held {number} crates." for number in range(10, 10 + sentences))


def _claims_on(text: str, count: int) -> list[Claim]:
    draft = revision("long", text)
    spans = checkable(text).sentences[:count]
    return [Claim(ClaimId(str(span.start)), passage(draft, span)) for span in spans]


def test_a_draft_with_hardly_any_mark_is_white() -> None:
    text = _story(12)
    assert coverage(checkable(text), _claims_on(text, 3)).is_white
    assert not coverage(checkable(text), _claims_on(text, 4)).is_white


def test_many_claims_on_one_sentence_leave_a_draft_white() -> None:
    text = _story(12)
    (only,) = _claims_on(text, 1)
    assert coverage(checkable(text), [replace(only, id=ClaimId(str(at))) for at in range(20)]).is_white


def test_a_short_text_and_one_with_nothing_to_check_are_never_white() -> None:
    assert not coverage(checkable(_story(4)), ()).is_white
    assert not coverage(checkable("It was sad. " * 30), ()).is_white
    assert not coverage(checkable(""), ()).is_white


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda two: Span(two[0], two[0] + two[1]))
LONG = revision("long", "x" * 80)


@given(st.lists(SPANS, max_size=12), st.lists(st.tuples(SPANS, st.booleans()), max_size=12))
def test_covering_agrees_with_asking_character_by_character(
    spans: list[Span], marks: list[tuple[Span, bool]]
) -> None:
    items = tuple(Item(span, Sort.NAME) for span in sorted(spans, key=lambda span: (span.start, -span.end)))
    claims = [
        Claim(
            ClaimId(str(number)),
            passage(LONG, span),
            disposition=Disposition.CONFIRMED if done else Disposition.OPEN,
        )
        for number, (span, done) in enumerate(marks)
    ]
    ticked = {at for span, done in marks if done for at in range(span.start, span.end)}
    marked = {at for span, _ in marks for at in range(span.start, span.end)}
    for one in coverage(Checkable((), items), claims).items:
        letters = set(range(one.item.span.start, one.item.span.end))
        wanted = Cover.TICKED if letters <= ticked else Cover.MARKED if letters <= marked else Cover.BARE
        assert one.cover is wanted
