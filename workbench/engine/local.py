"""The engine in this process: for the command line, for tests, and inside the language process."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from workbench.analysis import Analysis, Judgement, Statement
from workbench.model import Zone

if TYPE_CHECKING:
    from workbench.language import Language


class LocalEngine:
    """Reads language here. The model is loaded by the first call that needs it."""

    def __init__(self) -> None:
        self._language: Language | None = None
        self._loading = Lock()

    @property
    def reduced(self) -> str | None:
        """A sentence that says what is missing, or None; loads the model to find out."""
        return self.language().reduced

    def analyse(self, text: str, zones: Sequence[Zone] = ()) -> Analysis:
        """Sentences, names, claims worth checking and credits of one text; furniture is skipped."""
        from workbench.attribution import find_credits
        from workbench.claims import propose_claims

        parsed = self.language().parse(text, zones)
        credits = find_credits(parsed, zones)
        claims = propose_claims(parsed, zones, credits)
        return Analysis(parsed.sentences, parsed.names, claims, credits)

    def judge(self, claim: Statement, passages: Sequence[Statement]) -> tuple[Judgement, ...]:
        """How each passage bears on the claim, in the order given. Needs no language model."""
        from workbench.evidence.judge import judge

        return judge(claim, passages)

    def language(self) -> Language:
        """The language reader, loaded once."""
        from workbench.language import load

        with self._loading:
            if self._language is None:
                self._language = load()
            return self._language

    def close(self) -> None:
        """Let go of the model; a later call loads it again."""
        with self._loading:
            self._language = None
