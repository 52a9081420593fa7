"""Training pairs of our own making: headlines that state, report or deny what a claim says.

Published training sets hold hardly any headlines. These are made from supporting pairs: the passage is
shortened as a headline would be, and then stands as it is (supports), is put at a distance ("report: …",
"… ?": context) or is denied ("… is a hoax": contradicts).
"""

from __future__ import annotations

import random
import re

from workbench.model import Relation
from workbench.wording import words

_REPORTED = (
    "Report: {}", "{}, report says", "{}, source claims", "Sources: {}", "Rumour: {}", "{}: report",
    "Did {}?", "Is it true that {}?", "{} reportedly", "{}, reports claim", "{}?", "{} allegedly",
    "Claim: {}", "{}, according to reports", "{}, unconfirmed reports suggest", "Could {}?", "{} may be true",
)  # fmt: skip
_DENIED = (
    "No, {}", "{} is a hoax", "Fake: {}", "{}: false", "Official denies {}", "{} debunked", "Police deny {}",
    "Claim that {} is fake", "{}? It’s a hoax", "Story that {} is not true", "{} rumour is false",
    "Company denies that {}", "{}, hoax exposed", "{} never happened", "Why {} is not true",
)  # fmt: skip
_BETWEEN = (
    "reportedly", "allegedly", "may", "may have", "could", "might", "said to", "apparently", "possibly",
    "rumoured to", "claims", "claims that", "accused of", "alleges", "suspected of", "supposedly",
    "reported to", "believed to",
)  # fmt: skip
_LONGEST = 16
"""Words of a headline."""


def headline(text: str, dice: random.Random) -> str:
    """The text shortened: no brackets, articles or auxiliaries, a few words left out, no full stop."""
    bare = re.sub(r"-LRB-.*?-RRB-|\(.*?\)|``|''|\"", " ", text)
    found = re.findall(r"[^\s.,;]+", bare)
    small = words("stop_words.txt") - {"not", "no", "than", "under", "over"}
    kept = [word for word in found if word.casefold() not in small or dice.random() < 0.4]
    kept = [word for word in kept if dice.random() < 0.85][:_LONGEST]
    titled = dice.random() < 0.5
    return " ".join(word[:1].upper() + word[1:] if titled else word for word in kept)


def stated(text: str, dice: random.Random) -> tuple[str, Relation]:
    """A headline made of a supporting passage, with the relation that it then has."""
    plain = headline(text, dice)
    match dice.randrange(5):
        case 0 | 1:
            return dice.choice(_REPORTED).format(plain), Relation.CONTEXT
        case 2:
            return dice.choice(_DENIED).format(plain), Relation.CONTRADICTS
        case _:
            return plain, Relation.SUPPORTS


def distanced(text: str, dice: random.Random) -> str:
    """The headline of a passage with a word of distance somewhere in its middle: "… allegedly …"."""
    found = headline(text, dice).split()
    found.insert(dice.randint(1, max(1, min(5, len(found) - 1))), dice.choice(_BETWEEN))
    return " ".join(found)
