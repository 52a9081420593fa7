"""The cue words, read from `resources/language/cues.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workbench.model import SourceKind


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which words credit somebody, and in which frames they take what is said.

    `verbs` maps a lemma to its frames in the order they are tried; `prepositions` a lemma to the words
    that may follow it; `nouns` a noun to what may follow it ("clause", "infinitive", or prepositions).
    """

    verbs: dict[str, tuple[str, ...]]
    prepositions: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    according: tuple[str, ...]
    adverbs: frozenset[str]
    speakers: frozenset[str]
    documents: frozenset[str]
    outlet_words: frozenset[str]
    outlets: frozenset[str]
    kinds: tuple[tuple[SourceKind, frozenset[str]], ...]
    places: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The English lexicon."""
    data = tomllib.loads(files("resources").joinpath("language/cues.toml").read_text("utf-8"))
    sources = data["sources"]
    return Lexicon(
        verbs=_verbs(data["verbs"]),
        prepositions={lemma: frozenset(words) for lemma, words in data["prepositions"].items()},
        nouns=_nouns(data["nouns"]),
        according=tuple(data["according"]["phrases"]),
        adverbs=frozenset(data["according"]["adverbs"]),
        speakers=frozenset(sources["speakers"].split()),
        documents=frozenset(sources["documents"].split()),
        outlet_words=frozenset(sources["outlets"].split()),
        outlets=frozenset(name.lower() for name in sources["names"].split()),
        kinds=tuple((SourceKind(kind), frozenset(words.split())) for kind, words in data["kinds"].items()),
        places=frozenset(place.replace("_", " ") for place in sources["places"].split()),
    )


def _verbs(groups: dict[str, dict[str, object]]) -> dict[str, tuple[str, ...]]:
    """Frames by lemma; a lemma in several groups has the frames of all of them."""
    frames: dict[str, tuple[str, ...]] = {}
    for group in groups.values():
        for lemma in str(group["words"]).split():
            before = frames.get(lemma, ())
            fresh = [str(frame) for frame in _strings(group["frames"]) if frame not in before]
            frames[lemma] = (*before, *fresh)
    return frames


def _nouns(groups: dict[str, str]) -> dict[str, frozenset[str]]:
    result: dict[str, frozenset[str]] = {}
    for frame, words in groups.items():
        for entry in words.split():
            noun, _, prepositions = entry.partition(":")
            taken = prepositions.split(",") if prepositions else [frame]
            result[noun] = result.get(noun, frozenset()) | frozenset(taken)
    return result


def _strings(value: object) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else []
