"""News prose of our own making, as long as wanted: sentences from templates, each with a paraphrase."""

from __future__ import annotations

from random import Random

from benchmarks.shared import ROOT

_PEOPLE = "Alma Reyes|Peter Lund|Ida Holm|Maren Tolle|Omar Vance|Ruth Kessel|Tomas Brandt|Leila Nasser".split(
    "|"
)
_BODIES = "council|operator|ministry|inspectorate|harbour board|union|water company|regional court".split("|")
_THINGS = "bridge|ferry|reservoir|tunnel|school|hospital wing|grain store|signal box|sea wall".split("|")
_PLACES = "Halden|Skarn|Lindow|Brack Island|Calder|Estmouth|North Quay|Vellin".split("|")
_MONTHS = "January|February|March|April|May|June|July|September|October|November".split("|")
_DEEDS = "closed|inspected|repaired|sold|flooded|evacuated|photographed|insured|measured|abandoned".split("|")
_REASONS = (
    "money ran out|the steel had rusted|nobody had asked|the contract was void|the tide was too strong|"
    "the engineers couldn't agree|a letter went missing|the neighbours' lawyers objected"
).split("|")
_ADVERBS = "quietly|twice|in great haste|without notice|at dawn|in error|under protest|again".split("|")
_TEMPLATES = (
    (
        "The {body} never told those in {place} that the {thing} had been {deed} {adverb} because {reason}",
        "Residents in {place} were left in the dark by the {body}: {reason}, and so the {thing} was {deed}",
    ),
    (
        "We did not expect the {thing} in {place} to be {deed} before {month}, and {figure} of us paid",
        "It came as a surprise to {figure} payers at {place} when, before {month}, the {thing} was {deed}",
    ),
    (
        "According to {person}, {figure} workers left the {thing} at {place} {adverb} after {reason}",
        "{reason}, and that is why the {thing} lost {figure} of its staff, {person} has explained in {place}",
    ),
    (
        "I would rather see the {thing} {deed} by the {body} than wait until {month} for {figure} reports",
        "Better that the {body} acts on the {thing} now than {figure} further papers by {month}",
    ),
    (
        "It isn't the {body}’s fault that {reason} in {month}; the {thing} – ours – was {deed} {adverb}",
        "Do not blame the {body} if in {month} {reason}: that {thing} of ours got {deed}",
    ),
    (
        "{person} is sure that £{figure} million was spent {adverb} on a {thing} that {place} doesn't need",
        "For {person}, a sum of £{figure} million went to waste, as {place} can do without another {thing}",
    ),
)
REPLACEMENTS = tuple(word for word in (*_THINGS, *_DEEDS, *_MONTHS, *_PLACES) if " " not in word)
"""Words that can take the place of another and still read like news."""


def sentence(random: Random) -> tuple[str, str]:
    """A sentence and a paraphrase of it, both without a full stop."""
    fillers = {
        "person": random.choice(_PEOPLE),
        "body": random.choice(_BODIES),
        "thing": random.choice(_THINGS),
        "place": random.choice(_PLACES),
        "month": random.choice(_MONTHS),
        "deed": random.choice(_DEEDS),
        "reason": random.choice(_REASONS),
        "adverb": random.choice(_ADVERBS),
        "figure": str(random.randint(3, 4999)),
    }
    printed, paraphrase = random.choice(_TEMPLATES)
    return _capital(printed.format(**fillers)), _capital(paraphrase.format(**fillers))


def prose(random: Random, length: int) -> str:
    """Paragraphs of at least `length` characters; the sample's sources stand among them."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(_SAMPLE.glob("*.txt"))]
    paragraphs, size = [random.choice(sources).strip()], 0
    while size < length:
        paragraph = " ".join(f"{sentence(random)[0]}." for _ in range(random.randint(1, 5)))
        paragraphs.append(paragraph)
        size += len(paragraph) + 2
    random.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def babble(random: Random, length: int, words: int = 5_000) -> str:
    """Sentences of invented words, some frequent and most rare as in any language: no phrases in common."""
    sounds = [first + second for first in "bdfgklmnprstv" for second in "aeiou"]
    makers = Random(1)
    vocabulary = ["".join(makers.choices(sounds, k=makers.randint(1, 4))) for _ in range(words)]
    weights = [1 / (rank + 3) for rank in range(words)]
    drawn = iter(random.choices(vocabulary, weights, k=length // 4))
    sentences, size = [], 0
    while size < length:
        sentence = _capital(" ".join(next(drawn) for _ in range(random.randint(6, 24)))) + "."
        sentences.append(sentence + random.choice((" ", " ", " ", "\n\n")))
        size += len(sentences[-1])
    return "".join(sentences)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_SAMPLE = ROOT / "resources" / "sample" / "sources"
