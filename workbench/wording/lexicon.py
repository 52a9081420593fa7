"""The word lists behind the judging, read once from `resources/relations`.

Lists hold one entry a line; `#` starts a comment. Words in them are plain forms, stemmed by
whoever looks them up.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of one list, comments and blank lines left out."""
    text = files("resources").joinpath("relations", name).read_text("utf-8")
    bare = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in bare if line)


@cache
def words(name: str) -> frozenset[str]:
    """All the words of one list, lower-cased."""
    return frozenset(word for line in lines(name) for word in line.casefold().split())


@cache
def irregular_forms() -> dict[str, str]:
    """Irregular forms with the plain form they belong to: "withdrew" -> "withdraw"."""
    table: dict[str, str] = {}
    for line in lines("irregular.txt"):
        plain, *forms = line.split()
        table |= dict.fromkeys(forms, plain)
    return table
