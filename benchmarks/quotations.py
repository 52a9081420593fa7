"""Are quotations found again, is every alteration shown, and how quickly?

    python -m benchmarks.quotations [COUNT]

COUNT quotations (300) are taken from invented texts of 50 kB: a third as they are but for typography, a third
altered by one word (another word, a negation dropped, another figure), a third shortened (an ellipsis, cut
ends with an ellipsis, brackets). As many paraphrases must not be found. Then the speed of one
quotation of 20 words in processor time, beside rapidfuzz alone, and of 100 quotations in 200 documents.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from rapidfuzz import fuzz

from benchmarks.invented import REPLACEMENTS, babble, prose, sentence
from workbench.model import DocumentId
from workbench.quotations import Kind, Match, Reading, check_quotations, look_up
from workbench.quotations.words import quoted_words
from workbench.text import Span

_LENGTH = 50_000
_CLOSE = 0.8
_NEGATION = re.compile(r"\b(?:not|never|no)\s|n't\b")
_NUMBER = re.compile(r"\d+")
_PLAIN = re.compile(r"[A-Za-z]{4,}")


@dataclass(frozen=True, slots=True)
class Planted:
    """A quotation and where it stands in its text. `changed` is the altered place in the quotation."""

    kind: Kind
    words: str
    place: Span
    changed: int = 0


def planted(random: Random, text: str, kind: Kind) -> Planted:
    """A stretch of `text` of 10 to 40 words made a quotation of the kind, its words nowhere else there."""
    make = {Kind.EXACT: _typeset, Kind.ALTERED: _altered, Kind.SHORTENED: _shortened}[kind]
    known = _keys(text)
    while True:
        place = _stretch(random, text)
        made = make(random, place.of(text))
        if (
            made
            and _is_unique(made[0], place.of(text), known)
            and (kind is Kind.EXACT or _keys(made[0]) not in known)
        ):
            return Planted(kind, made[0], place, made[1])


def _is_unique(quotation: str, words: str, known: str) -> bool:
    """Whether the words, and one of the quotation's parts at least, stand in the text only once."""
    parts = re.split(r"…|\.\s?\.\s?\.|\[this one\]", quotation)
    return known.count(_keys(words)) == 1 and any(known.count(_keys(part)) <= 1 for part in parts if part)


def _stretch(random: Random, text: str) -> Span:
    words = [match.span() for match in re.finditer(r"\S+", text)]
    count = random.randint(10, 40)
    first = random.randrange(len(words) - count)
    start, end = words[first][0], words[first + count - 1][1]
    return Span(start, end - len(re.search(r"\W*$", text[start:end]).group()))


def _keys(words: str) -> str:
    return f" {' '.join(word.key for word in quoted_words(words).words)} "


def _typeset(random: Random, words: str) -> tuple[str, int]:
    for old, new in (("'", "’"), ("’", "'"), (" – ", "—"), (" ", "\u00a0"), (" ", "  "), (" ", "\n")):
        if random.random() < 0.4:
            words = words.replace(old, new, 3)
    first = words[0].swapcase() if random.random() < 0.4 else words[0]
    opener, closer = random.choice(("“”", "‘’", '""', "«»", ("“", ",”"), ("“", ".”"), ("", ""))) or ("", "")
    return f"{opener}{first}{words[1:]}{closer}", 0


def _altered(random: Random, words: str) -> tuple[str, int] | None:
    way = random.choice((_PLAIN, _NEGATION, _NUMBER))
    found = list(way.finditer(words))
    if not found:
        return None
    chosen = random.choice(found)
    new = {
        _PLAIN: lambda: random.choice(REPLACEMENTS),
        _NEGATION: lambda: "",
        _NUMBER: lambda: str(int(chosen.group()) + random.choice((1, 10, 100))),
    }[way]()
    return f"{words[: chosen.start()]}{new}{words[chosen.end() :]}", chosen.start()


def _shortened(random: Random, words: str) -> tuple[str, int] | None:
    parts = words.split(" ")
    way = random.randrange(3)
    if way == 0:
        first = random.randint(3, len(parts) - 6)
        last = random.randint(first + 2, len(parts) - 3)
        dots = random.choice(("…", "...", "[…]", "[...]", ". . ."))
        return " ".join([*parts[:first], dots, *parts[last:]]), 0
    if way == 1:
        return random.choice((f"… {' '.join(parts[2:])}", f"{' '.join(parts[:-2])} ...")), 0
    at = random.randint(2, len(parts) - 3)
    return " ".join([*parts[:at], "[this one]", *parts[at + 2 :]]), 0


def quality(count: int, random: Random) -> str:
    """The table of what was found."""
    counts: Counter[str] = Counter()
    for number in range(count):
        if number % 30 == 0:
            text = prose(random, _LENGTH)
        kind = (Kind.EXACT, Kind.ALTERED, Kind.SHORTENED)[number % 3]
        _count(counts, planted(random, text, kind), text)
        found = look_up(_paraphrase(random, text), text)
        counts["paraphrases found"] += found.kind is not Kind.ABSENT
    altered, exact = counts["of altered"], counts["of exact"]
    return "\n".join(
        [
            f"located                  {100 * counts['located'] / count:.2f} % of {count}",
            f"kind as planted          {100 * counts['right'] / count:.2f} %",
            f"alterations shown        {100 * counts['shown'] / altered:.2f} % of {altered}",
            f"false “exact”            {counts['false exact']}",
            f"exact ones not exact     {counts['missed exact']} of {exact}",
            f"paraphrases found        {counts['paraphrases found']} of {count}",
        ]
    )


def _count(counts: Counter[str], one: Planted, text: str) -> None:
    match = look_up(one.words, text)
    counts[f"of {one.kind}"] += 1
    counts["located"] += match.span is not None and _overlap(match.span, one.place) >= _CLOSE
    counts["right"] += match.kind is one.kind
    counts["shown"] += one.kind is Kind.ALTERED and match.kind is Kind.ALTERED and _is_shown(match, one)
    counts["false exact"] += one.kind is not Kind.EXACT and match.kind is Kind.EXACT
    counts["missed exact"] += one.kind is Kind.EXACT and match.kind is not Kind.EXACT


def _is_shown(match: Match, one: Planted) -> bool:
    return any(each.quoted.start - 2 <= one.changed <= each.quoted.end + 2 for each in match.differences)


def _overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / max(len(one), len(other))


def _paraphrase(random: Random, text: str) -> str:
    """Another wording of a kind of sentence that the text has many of."""
    known = _keys(text)
    while True:
        _, paraphrase = sentence(random)
        if _keys(paraphrase) not in known:
            return paraphrase


def speed(random: Random) -> Iterator[str]:
    """Lines on one quotation in 50 kB, three ways, and on the check of a whole case."""
    text = prose(random, _LENGTH)[:_LENGTH]
    words = text.split()
    at = random.randrange(len(words) // 3, len(words) // 2)
    usual = words[at : at + 20]
    for name, given in (
        ("exact", usual),
        ("one word altered", [*usual[:9], "elsewhere", *usual[10:]]),
        ("shortened", [*usual[:8], "…", *usual[12:]]),
    ):
        quotation = " ".join(given)
        bare, ours = _paired(
            lambda quotation=quotation: fuzz.partial_ratio_alignment(quotation, text),
            lambda quotation=quotation: look_up(quotation, text),
        )
        yield f"20 words, {name:18} {ours:.3f} ms, rapidfuzz alone {bare:.3f} ms: {ours / bare:.2f}×"
    yield _whole_case(random)


def _paired(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The medians in milliseconds of two calls made in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(200):
        for call, taken in zip((one, other), times, strict=True):
            start = time.process_time()
            call()
            taken.append(1000 * (time.process_time() - start))
    return statistics.median(times[0]), statistics.median(times[1])


def _whole_case(random: Random) -> str:
    own = [babble(random, random.randint(5_000, 50_000)) for _ in range(120)]
    texts = [*own, *(random.choice(own) for _ in range(80))]  # two in five are copies, as with agency stories
    kinds = (Kind.EXACT, Kind.ALTERED, Kind.SHORTENED)
    quoted = [
        planted(random, random.choice(own), kinds[number % 3]).words.strip('“”‘’"«»') for number in range(100)
    ]
    story = "\n\n".join(f"Somebody said: “{' '.join(words.split())}”" for words in quoted)
    documents = [Reading(DocumentId(str(number)), text) for number, text in enumerate(texts)]
    start = time.process_time()
    checks = check_quotations(Reading(DocumentId("story"), story), documents)
    taken = time.process_time() - start
    size = sum(map(len, texts)) / 1e6
    return f"{len(checks)} quotations in {len(texts)} documents of {size:.1f} MB: {taken:.2f} s"


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    random = Random(4)
    print(quality(int(arguments[0]) if arguments else 300, random))
    for line in speed(random):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
