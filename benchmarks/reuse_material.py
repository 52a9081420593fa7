"""Pairs of texts of which it is known how much of the one stands in the other, for `benchmarks.reuse`."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from benchmarks.shared import ROOT

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_COPIES_OF_A_BASE = 3
_OTHER_WORDS = dict(
    pair.split("/")
    for pair in (
        "said/stated also/too big/large told/informed people/persons near/beside about/some killed/dead "
        "since/from shut/closed before/until"
    ).split()
)
_FORM = (
    "{firm} said its board declared a quarterly dividend of {cents} cents a share, payable {pay} to holders "
    "of record {record}. The {place}-based {trade} company had earnings of {earned} million dollars, against "
    "{before} million in the same quarter a year ago."
)
_FIRMS = ("Hartwell", "Osmond", "Brightwater", "Calloway", "Denholm", "Estrella", "Fairlie", "Gannet", "Ivor")
_PLACES = ("Dayton", "Tulsa", "Leeds", "Perth", "Ghent", "Turin", "Halifax", "Utica", "Bergen")
_TRADES = ("shipping", "paper", "grain", "software", "steel", "insurance", "mining", "retail", "airline")
_MONTHS = ("April", "May", "June", "July", "August")


class Pair(NamedTuple):
    """Two texts, and what the one is of the other: "near", "light", "heavy" or "none"."""

    a: str
    b: str
    truth: str


def answers() -> Iterator[Pair]:
    """Answers to ten questions beside the text some were revised from; also beside each other."""
    dice = random.Random(5)
    for versions in _topics("reuse.txt"):
        (_, base), *rest = versions
        for _ in range(_COPIES_OF_A_BASE):
            yield Pair(cut(base, dice), base, "near")
        for kind, text in rest:
            yield Pair(text, base, "none" if kind == "independent" else kind)
        free = [text for kind, text in rest if kind == "independent"]
        yield from (Pair(*pair, "none") for pair in combinations(free, 2))


def events() -> Iterator[Pair]:
    """Reports on one event by papers that did not copy each other."""
    *kinds, tables = _topics("reuse_events.txt", whole=True)
    named = dict(zip(("accident", "closure"), kinds, strict=True))
    for table in tables[0][1].strip().splitlines():
        kind, *cells = table.split(" | ")
        facts = dict(cell.split("=", 1) for cell in cells)
        reports = [text.format_map(facts) for _, text in named[kind]]
        yield from (Pair(*pair, "none") for pair in combinations(reports, 2))


def forms(count: int) -> Iterator[Pair]:
    """Short reports by one form: of two firms, and of one with a figure put right."""
    dice = random.Random(9)
    for _ in range(count):
        one, other = _filled(dice), _filled(dice)
        yield Pair(one, other, "none")
        figures = re.findall(r"\d+\.\d+", one)
        yield Pair(one, one.replace(figures[0], f"{float(figures[0]) + 1.5:.1f}"), "near")


def repeats(articles: Sequence[str], count: int) -> Iterator[Pair]:
    """Articles beside what became of them: corrected, led anew, cut, added to, put in another order."""
    dice = random.Random(3)
    for article in islice(_endless(articles, dice), count):
        lines = [line for line in article.split("\n") if line.strip()]
        for change in dice.sample(_CHANGES, dice.randint(1, 4)):
            lines = change(lines, articles, dice)
        yield Pair(article, "\n".join(lines), "near")


def own_articles() -> list[str]:
    """The base texts and the reports, as articles of their own."""
    bases = [versions[0][1] for versions in _topics("reuse.txt")]
    return bases + list(dict.fromkeys(pair.a for pair in events()))


def cut(text: str, dice: random.Random) -> str:
    """Some sentences of a text, two of them perhaps swapped, one word in forty another."""
    sentences = _SENTENCE.split(text.strip())
    kept = sorted(dice.sample(range(len(sentences)), dice.randint(len(sentences) // 2, len(sentences) - 1)))
    chosen = [sentences[number] for number in kept]
    if dice.random() < 0.5:
        chosen[0], chosen[1] = chosen[1], chosen[0]
    words = " ".join(chosen).split()
    for place in dice.sample(range(len(words)), len(words) // 40):
        words[place] = dice.choice(("also", "indeed", "rather", "thus"))
    return " ".join(words)


def _corrected(lines: list[str], _: Sequence[str], dice: random.Random) -> list[str]:
    return [
        re.sub(r"\b\d{1,4}\b", lambda at: str(int(at[0]) + (dice.random() < 0.3)), line) for line in lines
    ]


def _led_anew(lines: list[str], _: Sequence[str], dice: random.Random) -> list[str]:
    day = dice.choice(("Monday", "Tuesday", "Friday"))
    return [
        f"Officials gave a new account on {day} of what had happened and promised to say more.",
        *lines[1:],
    ]


def _added_to(lines: list[str], articles: Sequence[str], dice: random.Random) -> list[str]:
    other = [line for line in dice.choice(articles).split("\n") if line.strip()]
    return lines + other[: max(1, len(lines) // 3)]


def _cut_short(lines: list[str], _: Sequence[str], dice: random.Random) -> list[str]:
    return lines[: max(2, len(lines) - dice.randint(1, len(lines) // 2 + 1))]


def _turned(lines: list[str], _: Sequence[str], dice: random.Random) -> list[str]:
    place = dice.randrange(1, len(lines)) if len(lines) > 1 else 0
    return lines[:1] + lines[place:] + lines[1:place]


def _reworded(lines: list[str], _: Sequence[str], dice: random.Random) -> list[str]:
    return [
        re.sub(r"\w+", lambda at: _OTHER_WORDS.get(at[0], at[0]) if dice.random() < 0.7 else at[0], line)
        for line in lines
    ]


_CHANGES: tuple[Callable[[list[str], Sequence[str], random.Random], list[str]], ...] = (
    _corrected, _led_anew, _added_to, _cut_short, _turned, _reworded,
)  # fmt: skip


def _filled(dice: random.Random) -> str:
    month = dice.randrange(len(_MONTHS) - 1)
    return _FORM.format(
        firm=f"{dice.choice(_FIRMS)} {dice.choice(_FIRMS)} Corp",
        cents=dice.randint(10, 60),
        pay=f"{_MONTHS[month + 1]} {dice.randint(1, 28)}",
        record=f"{_MONTHS[month]} {dice.randint(1, 28)}",
        place=dice.choice(_PLACES),
        trade=dice.choice(_TRADES),
        earned=dice.randint(20, 900) / 10,
        before=dice.randint(20, 900) / 10,
    )


def _endless(articles: Sequence[str], dice: random.Random) -> Iterator[str]:
    while True:
        yield dice.choice(articles)


def _topics(name: str, *, whole: bool = False) -> list[list[tuple[str, str]]]:
    """The topics of a file, each with its versions: kind and text."""
    raw = (ROOT / "benchmarks" / name).read_text("utf-8")
    found: list[list[tuple[str, str]]] = []
    for topic in re.split(r"^=== .*\n", raw, flags=re.M)[1:]:
        parts = re.split(r"^--- (.*)\n", topic, flags=re.M)
        versions = [(parts[at], parts[at + 1].strip()) for at in range(1, len(parts), 2)]
        found.append(versions or ([("", parts[0])] if whole else []))
    return found
