"""How well copying is told from writing on the same matter, and how fast: python -m benchmarks.reuse

The first part runs on texts written for it. With the shared data there, it also takes newspaper articles on
the same events, and changes newspaper articles as agencies do. Articles are measured only, nothing is fitted.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations
from statistics import median

from rapidfuzz.distance import Indel

from benchmarks.reuse_material import Pair, answers, events, forms, own_articles, repeats
from benchmarks.shared import rows, shared
from workbench.tracing.likeness import likeness
from workbench.tracing.values import Likeness, Reuse

CUTS = (("near", 0.9), ("light", 0.55), ("heavy", 0.2))
"""Overlaps from which a revision is a near copy, a light one, a heavy one, where there is copying at all."""
_COPIED = (Reuse.IDENTICAL, Reuse.NEAR, Reuse.PARTIAL)


def main() -> None:
    """Print every figure."""
    _print_answers(list(answers()))
    _print_false("reports on one event, own", list(events()))
    _print_forms(list(forms(150)))
    articles = own_articles()
    _print_repeats("own texts", list(repeats(articles, 200)), list(events()))
    news = _news()
    if news:
        pairs = _same_event(news)
        _print_false("newspaper articles on one event", pairs)
        texts = [text for _, _, text in news]
        _print_repeats("newspaper articles", list(repeats(texts, 300)), pairs)
    else:
        print("newspaper articles: skipped, the shared data are not here")
    _print_speed(texts if news else articles)


def _print_answers(pairs: Sequence[Pair]) -> None:
    found = [likeness(pair.a, pair.b) for pair in pairs]
    told = [_class(each) for each in found]
    truths = [pair.truth for pair in pairs]
    binary = sum((a == "none") == (b == "none") for a, b in zip(truths, told, strict=True)) / len(pairs)
    four = sum(a == b for a, b in zip(truths, told, strict=True)) / len(pairs)
    print(f"answers, {len(pairs)} pairs: binary {binary:.3f}, four classes {four:.3f}")
    for truth in ("near", "light", "heavy", "none"):
        overlaps = sorted(each.overlap for each, known in zip(found, truths, strict=True) if known == truth)
        counts = Counter(name for name, known in zip(told, truths, strict=True) if known == truth)
        reach = f"{overlaps[0]:.2f}–{overlaps[-1]:.2f}, median {median(overlaps):.2f}"
        print(f"  {truth:6} told {dict(counts)}, overlap {reach}")


def _class(found: Likeness) -> str:
    """The class of a revision: from the overlap, where there is copying."""
    if found.reuse not in _COPIED:
        return "none"
    return next((name for name, least in CUTS if found.overlap >= least), "heavy")


def _print_false(name: str, pairs: Sequence[Pair]) -> None:
    found = Counter(likeness(pair.a, pair.b).reuse for pair in pairs)
    wrong = sum(found[reuse] for reuse in _COPIED)
    told = ", ".join(f"{reuse.value} {count}" for reuse, count in found.most_common())
    print(f"{name}: {wrong} of {len(pairs)} pairs called copies ({wrong / len(pairs):.1%}); {told}")


def _print_forms(pairs: Sequence[Pair]) -> None:
    right = sum((likeness(pair.a, pair.b).reuse in _COPIED) == (pair.truth != "none") for pair in pairs)
    print(f"forms of two firms, or of one with a figure put right: {right} of {len(pairs)} told apart")


def _print_repeats(name: str, same: Sequence[Pair], others: Sequence[Pair]) -> None:
    found = sum(likeness(pair.a, pair.b).reuse in _COPIED for pair in same)
    wrong = sum(likeness(pair.a, pair.b).reuse in _COPIED for pair in others)
    precision = found / max(1, found + wrong)
    print(f"repeats and corrections of {name}: recall {found / len(same):.3f}, precision {precision:.3f}")


def _news() -> list[tuple[date, str, str]]:
    """Newspaper articles: date, publisher, text."""
    path = shared("data", "polnear", "train.jsonl")
    if path is None:
        return []
    return [(date.fromisoformat(row["date"]), row["publisher"], row["text"]) for row in rows(path)]


def _same_event(news: Sequence[tuple[date, str, str]]) -> list[Pair]:
    """The 500 pairs of articles by different papers, within two days, that share most rare names."""
    names = [set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*", text)) for _, _, text in news]
    common = Counter(name for each in names for name in each)
    scored = [
        (
            sum(1 / common[name] for name in names[a] & names[b])
            / (1 + min(len(names[a]), len(names[b]))) ** 0.5,
            a,
            b,
        )
        for a, b in combinations(range(len(news)), 2)
        if abs((news[a][0] - news[b][0]).days) <= 2 and news[a][1] != news[b][1]
    ]
    best = sorted(scored, reverse=True)[:500]
    return [Pair(news[a][2], news[b][2], "none") for _, a, b in best]


def _print_speed(texts: Iterable[str]) -> None:
    long = " ".join(text for text in texts).split()
    article, other = " ".join(long[:1000]), " ".join(long[3000:4000])
    copy = " ".join([*long[600:1000], "meanwhile", *long[:600]])
    own = _milliseconds(lambda: Indel.opcodes(article.split(), copy.split()))
    for name, one in (("a copy put in another order", copy), ("another article", other)):
        spent = _milliseconds(lambda one=one: likeness(article, one))
        print(f"two articles of 1,000 words, {name}: {spent:.2f} ms; Indel.opcodes alone {own:.2f} ms")
    book = " ".join((long * (1 + 80_000 // len(long)))[:80_000])
    edited = " ".join(word if number % 17 else "thus" for number, word in enumerate(book.split()))
    seconds = _milliseconds(lambda: likeness(book, edited), 1) / 1000
    print(f"two texts of 80,000 words (200 pages): {seconds:.2f} s")
    hostile = "fire " * 100_000, ("fire " * 60 + "ash ") * 1600
    print(f"one word 100,000 times: {_milliseconds(lambda: likeness(*hostile), 1) / 1000:.2f} s")


def _milliseconds(work: Callable[[], object], times: int = 30) -> float:
    """The median of CPU times."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return median(spent) * 1000


if __name__ == "__main__":
    main()
