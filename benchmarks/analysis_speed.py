"""The whole analysis of a story beside the spaCy pipeline alone.

    python -m benchmarks.analysis_speed [WORDS]

A story of 1,000 words made up for this purpose, with quotations, figures, letters and agencies as news has
them, another one every round. Both are measured in processor time, in turn in one process; the first round,
which loads the models, is left out.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Sequence
from random import Random
from time import process_time

import spacy

from benchmarks.invented import sentence
from workbench.attribution import find_credits
from workbench.claims import propose_claims
from workbench.engine import LocalEngine
from workbench.evidence.reading import read
from workbench.language import MODELS
from workbench.wording import wording

ROUNDS = 7
_PEOPLE = "Alma Reyes|Peter Lund|Ida Holm|Maren Tolle|Omar Vance".split("|")
_TOLD = (
    "The mayor of Halden, {person}, said on Tuesday that {matter}.",
    "“We do not know why {matter},” {person} told the Northern Wire news agency.",
    "In a letter to the harbour board, {person} wrote that {matter}.",
    "According to a report by the Harbour Office, {matter}.",
    "{person} denied that {matter}, and accused the ministry of hiding {figure} letters.",
    "{matter}, two officials said, as first reported by the Salt Bay Herald.",
)


def story(random: Random, words: int) -> str:
    """News of about that many words: half of its statements are credited to somebody."""
    made: list[str] = []
    while sum(len(paragraph.split()) for paragraph in made) < words:
        made.append(" ".join((_told(random), f"{sentence(random)[0]}.")))
    return "\n\n".join(made)


def _told(random: Random) -> str:
    matter = sentence(random)[0]
    fillers = {"person": random.choice(_PEOPLE), "matter": matter, "figure": str(random.randint(3, 99))}
    return random.choice(_TOLD).format(**fillers)


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    words = int(arguments[0]) if arguments else 1000
    pipeline = spacy.load(next(model for model in MODELS if spacy.util.is_package(model)))
    engine = LocalEngine()
    texts = [story(Random(seed), words) for seed in range(ROUNDS + 1)]
    bare, parsing, finding, claiming, whole = _medians(pipeline, engine, texts)
    print(f"{ROUNDS} stories of {statistics.median(len(text.split()) for text in texts):.0f} words")
    print(f"spaCy's pipeline alone {bare:.0f} ms")
    print(f"whole analysis         {whole:.0f} ms: {whole / bare:.2f}×")
    print(f"  of it: parser {parsing:.0f}, credits {finding:.0f}, claims {claiming:.0f} ms")
    return 0


def _medians(pipeline: Callable[[str], object], engine: LocalEngine, texts: Sequence[str]) -> list[float]:
    """Median processor times in milliseconds: the pipeline, each step, the whole; a new story every round."""
    times: list[list[float]] = []
    for text in texts:
        parsed = engine.language().parse(text)
        credits = find_credits(parsed)
        calls = (
            lambda text=text: pipeline(text),
            lambda text=text: engine.language().parse(text),
            lambda parsed=parsed: find_credits(parsed),
            lambda parsed=parsed, credits=credits: propose_claims(parsed, (), credits),
        )
        steps = [_taken(call) for call in calls]
        # What the claims' step keeps of a story's words would make the whole look quicker than it is.
        wording.cache_clear()
        read.cache_clear()
        times.append([*steps, _taken(lambda text=text: engine.analyse(text))])
    return [statistics.median(column) for column in zip(*times[1:], strict=True)]


def _taken(call: Callable[[], object]) -> float:
    begun = process_time()
    call()
    return 1000 * (process_time() - begun)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
