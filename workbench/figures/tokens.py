"""The tokens that figures are read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.figures.digits import NUMBER, is_digits

_TOKEN = re.compile(rf"{NUMBER}|(?:US|HK|NZ|A|C)\$|[^\W\d_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or a sign, with its place in the text."""

    text: str
    start: int
    lower: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return is_digits(self.text)


_NOTHING = Token(" ", 0, " ")


class Tokens:
    """The tokens of a text; places outside it hold a blank."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._all = [
            Token(words := match.group(), match.start(), words.casefold()) for match in _TOKEN.finditer(text)
        ]

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, place: int) -> Token:
        return self._all[place] if 0 <= place < len(self._all) else _NOTHING

    def lowers(self, start: int, end: int) -> tuple[str, ...]:
        """The tokens from `start` up to `end`, lower-cased."""
        if start >= 0 and end <= len(self._all):
            return tuple([token.lower for token in self._all[start:end]])
        return tuple(self[place].lower for place in range(start, end))

    def adjacent(self, place: int) -> bool:
        """Whether no space stands between this token and the one before."""
        return 0 < place < len(self._all) and self._all[place - 1].end == self._all[place].start
