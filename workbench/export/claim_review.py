"""Claims marked for publication as ClaimReview (schema.org), in JSON-LD, and what such an entry lacks.

For exchange and archives: search engines no longer show it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from workbench.errors import ExportFailed
from workbench.export import words
from workbench.export.report import Judged, Report
from workbench.export.written import conclusion_is_kept
from workbench.model import Scale

ADVISED_LENGTH = 75
"""Characters of `claimReviewed` that are advised at most."""
_CONTEXT = "https://schema.org"
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?")
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the fact-check, and the address of the page it stands on."""

    name: str
    url: str
    page: str


@dataclass(frozen=True, slots=True)
class Lack:
    """What an entry lacks, in a sentence. A `must` makes it invalid, the others are only advised."""

    claim: int
    sentence: str
    must: bool


def to_claim_review(report: Report, publisher: Publisher) -> str:
    """One ClaimReview for every claim that is marked for publication and has a verdict.

    Raises:
        ExportFailed: there is none, or an entry lacks what the form demands.
    """
    entries = claim_reviews(report, publisher)
    if not entries:
        raise ExportFailed(
            "No claim is both marked for publication and given a verdict, so no ClaimReview was written. "
            "Mark the claims that readers may see, then export again."
        )
    lacks = [lack for number, entry in entries for lack in lacking(number, entry) if lack.must]
    if lacks:
        told = " ".join(f"Claim {lack.claim}: {lack.sentence}" for lack in lacks[:5])
        raise ExportFailed(f"The ClaimReview was not written, for it would not be valid. {told}")
    graph = {"@context": _CONTEXT, "@graph": [entry for _, entry in entries]}
    # Within a page, "</" would end the script element that such data stand in.
    return json.dumps(graph, ensure_ascii=False, indent=1).replace("</", "<\\/") + "\n"


def claim_reviews(report: Report, publisher: Publisher) -> list[tuple[int, Entry]]:
    """The entries with the numbers of their claims, in reading order."""
    return [
        (claim.number, _entry(report, claim, publisher))
        for claim in report.claims
        if claim.public and claim.verdict and claim.step and not claim.proposed
    ]


def lacking(number: int, entry: Entry) -> Iterator[Lack]:
    """What the entry of claim `number` lacks, by schema.org's and the fact-checkers' rules."""
    rating, item = entry.get("reviewRating", {}), entry.get("itemReviewed", {})
    for name, told in (("the page", entry.get("url")), ("the publisher", entry["author"].get("url"))):
        if not _is_address(told):
            yield Lack(number, f"The address of {name} has to be a whole one, with https.", must=True)
    if not rating.get("alternateName"):
        yield Lack(number, "It has no verdict in words.", must=True)
    values = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
    if any(value is not None for value in values) and not _ascending(values):
        yield Lack(number, "Its rating lies outside the scale.", must=True)
    for name, told in (("review", entry.get("datePublished")), ("claim", item.get("datePublished"))):
        if told and not _is_date(told):
            yield Lack(number, f"The date of the {name} is no date.", must=True)
    label, claimed = str(rating.get("alternateName", "")), str(entry["claimReviewed"])
    if label and re.search(rf"\b{re.escape(label)}\b", claimed, re.I):
        yield Lack(number, f"The claim itself contains the verdict “{label}”.", must=False)
    if len(claimed) > ADVISED_LENGTH:
        yield Lack(number, f"The claim is longer than {ADVISED_LENGTH} characters.", must=False)
    if not item.get("author"):
        yield Lack(number, "Nobody is named who made the claim.", must=False)
    if not item.get("datePublished"):
        yield Lack(number, "It is not known when the claim was made.", must=False)


def _entry(report: Report, claim: Judged, publisher: Publisher) -> Entry:
    assert claim.verdict is not None
    known = {
        "@type": "ClaimReview",
        "@id": f"urn:twosource:claim:{claim.id}",
        "url": publisher.page,
        "claimReviewed": " ".join(claim.wording.split()),
        "datePublished": claim.verdict.at.date().isoformat(),
        "author": {"@type": "Organization", "name": publisher.name, "url": publisher.url},
        "reviewRating": _rating(report, claim),
        "itemReviewed": _item(report, claim),
        "inLanguage": report.story.language,
        "identifier": words.opens(report, "claim", claim.id),
    }
    return _told(known)


def _rating(report: Report, claim: Judged) -> Entry:
    assert claim.verdict is not None
    assert claim.step is not None
    scale = next((one for one in report.scales if one.id == claim.verdict.scale), None)
    known = {
        "@type": "Rating",
        "alternateName": claim.step.label,
        "ratingExplanation": "" if conclusion_is_kept(claim) else claim.verdict.conclusion,
        **(_numbers(scale, claim.step.number) if scale else {}),
    }
    return _told(known)


def _numbers(scale: Scale, given: int) -> Entry:
    """The place on the scale; none for a step that is no rating, such as “unverifiable”, which counts 0."""
    rated = [step.number for step in scale.steps if step.number > 0]
    if given not in rated:
        return {}
    return {"ratingValue": given, "bestRating": max(rated), "worstRating": min(rated)}


def _item(report: Report, claim: Judged) -> Entry:
    story = report.story
    appearance = {"@type": "CreativeWork", "url": story.url, "headline": story.title} if story.url else None
    authors = [{"@type": "Person", "name": name} for name in claim.claimants]
    known = {
        "@type": "Claim",
        "author": authors[0] if len(authors) == 1 else authors,
        "datePublished": story.published,
        "appearance": appearance,
    }
    return _told(known)


def _told(known: Entry) -> Entry:
    return {name: value for name, value in known.items() if value not in (None, "", [], {})}


def _ascending(values: list[Any]) -> bool:
    return all(isinstance(value, int) for value in values) and values == sorted(values)


def _is_address(told: object) -> bool:
    try:
        found = urlsplit(str(told or ""))
    except ValueError:
        return False
    return found.scheme in ("http", "https") and "." in (found.hostname or "") and " " not in str(told)


def _is_date(told: str) -> bool:
    if not _DAY.fullmatch(told):
        return False
    if len(told) < 10:
        return True
    try:
        date.fromisoformat(told[:10])
    except ValueError:
        return False
    return True
