from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.attribution import find_credits
from workbench.language import Language, load
from workbench.model import Credit, Zone

Told = tuple[str, str, str]


@pytest.fixture(scope="session")
def language() -> Language:
    return load()


@pytest.fixture(scope="session")
def credits_in(language: Language) -> Callable[..., tuple[Credit, ...]]:
    def find(text: str, zones: tuple[Zone, ...] = ()) -> tuple[Credit, ...]:
        return find_credits(language.parse(text, zones), zones)

    return find


@pytest.fixture(scope="session")
def told_in(credits_in: Callable[..., tuple[Credit, ...]]) -> Callable[[str], list[Told]]:
    """Source, cue and content of each credit as words; fragments joined by " … "."""

    def words(text: str) -> list[Told]:
        return [
            tuple(
                " … ".join(span.of(text) for span in part)
                for part in (credit.source, credit.cue, credit.content)
            )
            for credit in credits_in(text)
        ]

    return words
