"""Published fact-checks read in: what publishers really write, and what is no fact-check at all."""

import json

import pytest

from workbench.checked.reviews import read_reviews
from workbench.checked.reviews.entries import DEEPEST, earlier_claim, entries
from workbench.errors import UnreadableFile

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The Ostley tunnel floods every spring.",
    "url": "https://checks.example/tunnel",
    "datePublished": "2025-04-03T10:00:00Z",
    "author": {"@type": "Organization", "name": "Harwick Check"},
    "itemReviewed": {"@type": "Claim", "author": {"name": "Tam Oduya"}},
    "reviewRating": {"alternateName": "Mostly false", "ratingExplanation": "It flooded once, in 2011."},
}


def written(tmp_path, content, name="reviews.json"):
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_an_entry_is_read_with_all_it_says(tmp_path):
    found = read_reviews(written(tmp_path, REVIEW))
    (claim,) = found.claims
    assert (claim.wording, claim.verdict, claim.speaker) == (
        REVIEW["claimReviewed"],
        "Mostly false",
        "Tam Oduya",
    )
    assert (claim.at, claim.checker, claim.tone) == ("2025-04-03", "Harwick Check", "care")
    assert claim.conclusion == "It flooded once, in 2011."
    assert claim.place.url == REVIEW["url"]


@pytest.mark.parametrize(
    "wrapped",
    [
        [REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {"mainEntity": {**REVIEW, "@type": ["Review", "http://schema.org/ClaimReview"]}},
    ],
)
def test_entries_are_found_however_they_are_wrapped(tmp_path, wrapped):
    assert len(read_reviews(written(tmp_path, wrapped)).claims) == 1


def test_entries_are_read_from_the_scripts_of_a_page_and_from_lines(tmp_path):
    other = {**REVIEW, "claimReviewed": "The tunnel is new."}
    page = (
        '<!doctype html><title>x</title><script>var a = "<b>"</script>'
        f'<script type="application/ld+json">\n//<![CDATA[\n{json.dumps(REVIEW)}\n//]]>\n</script>'
        f'<script type="application/ld+json">{{broken</script>'
        f"<script type='application/LD+JSON; charset=utf-8'>{json.dumps(other)}</script>"
    )
    assert len(read_reviews(written(tmp_path, page, "page.html")).claims) == 2
    lines = f"{json.dumps(REVIEW)}\n{json.dumps(other)}\n"
    assert len(read_reviews(written(tmp_path, lines, "reviews.jsonl")).claims) == 2


def test_entries_without_a_claim_or_a_rating_are_counted_and_passed_over(tmp_path):
    found = read_reviews(written(tmp_path, [REVIEW, {"@type": "ClaimReview"}, {**REVIEW, "reviewRating": 5}]))
    assert (len(found.claims), found.passed_over) == (1, 2)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "no fact-checks"),
        ("Dear desk, the tunnel floods.", "no fact-checks"),
        ("<html><p>No script</p></html>", "no fact-checks"),
        ("[" * 200_000, "no fact-checks"),
        ({"@type": "Article"}, "no fact-checks"),
        ({"@type": "ClaimReview"}, "none says both"),
    ],
)
def test_what_holds_no_fact_checks_is_refused_with_a_sentence(tmp_path, content, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        read_reviews(written(tmp_path, content))


def test_a_file_that_is_not_there_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(UnreadableFile, match="could not be read"):
        read_reviews(tmp_path / "gone.json")


@pytest.mark.parametrize(
    ("rating", "verdict", "tone"),
    [
        ({"ratingValue": "1", "worstRating": 1, "bestRating": 5}, "1 of 5", "bad"),
        ({"ratingValue": 5, "worstRating": 1, "bestRating": 5, "name": "Five stars"}, "Five stars", "good"),
        ({"alternateName": [{"@value": "Correct"}]}, "Correct", "good"),
        ({"alternateName": "Purple", "ratingValue": 9, "worstRating": 5, "bestRating": 1}, "Purple", ""),
    ],
)
def test_a_rating_is_read_by_its_words_else_by_its_scale(rating, verdict, tone):
    found = earlier_claim({**REVIEW, "reviewRating": [rating]}, "file")
    assert (found.verdict, found.tone) == (verdict, tone)


def test_an_address_that_is_no_web_address_is_left_out():
    assert earlier_claim({**REVIEW, "url": "javascript:alert(1)"}, "file").place.url == ""


def test_entries_are_not_looked_for_without_end():
    nested = REVIEW
    for _ in range(DEEPEST + 2):
        nested = {"part": nested}
    assert list(entries(nested)) == []


@pytest.mark.parametrize(
    ("rating", "verdict", "tone"),
    [
        ("False", "False", "bad"),
        ({"ratingValue": 9, "bestRating": 5, "worstRating": 1}, "9", ""),
        ({"ratingValue": 0, "bestRating": 0, "worstRating": 0}, "0 of 0", ""),
    ],
)
def test_a_rating_says_no_more_than_its_publisher_does(rating, verdict, tone):
    claim = earlier_claim({**REVIEW, "reviewRating": rating}, "file")
    assert (claim.verdict, claim.tone) == (verdict, tone)


@pytest.mark.parametrize("rating", [None, [], {"ratingValue": float("nan")}, {"ratingValue": "1e999"}, " "])
def test_what_is_no_rating_rates_nothing(rating):
    assert earlier_claim({**REVIEW, "reviewRating": rating}, "file") is None


@pytest.mark.parametrize(
    ("printed", "at"),
    [("2025-02-30", "2025-02"), ("2025-13-01", "2025"), ("0000-00-00", ""), ("yesterday", ""), (7, "")],
)
def test_a_date_is_no_more_exact_than_it_can_be(printed, at):
    assert earlier_claim({**REVIEW, "datePublished": printed}, "file").at == at


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_json_is_read_in_each_of_its_encodings(tmp_path, encoding):
    path = tmp_path / "reviews.json"
    path.write_bytes(json.dumps(REVIEW).encode(encoding))
    assert len(read_reviews(path).claims) == 1
