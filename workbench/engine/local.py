"""The engine in this process: for the command line, for tests, and inside the language process."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from workbench.analysis import Analysis, Judgement, Statement
from workbench.meaning import Vector
from workbench.model import Zone

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.encoding.sentences import SentenceEncoder
    from workbench.evidence.encoder import Relations
    from workbench.language import Language


class LocalEngine:
    """Reads language here. Each model is loaded by the first call that needs it.

    `model` is a cross-encoder of the editor's own, to be used instead of the one that ships.
    """

    def __init__(self, model: Path | None = None) -> None:
        self._model = model
        self._language: Language | None = None
        self._sentences: SentenceEncoder | None = None
        self._relations: Relations | None = None
        self._loading = Lock()

    @property
    def reduced(self) -> str | None:
        """A sentence or two that say what is missing, or None; loads the models to find out."""
        lacking = self.language().reduced, self._encoder().lacking, self._relation_model().lacking
        return " ".join(filter(None, lacking)) or None

    def analyse(self, text: str, zones: Sequence[Zone] = ()) -> Analysis:
        """Sentences, names, claims worth checking and credits of one text; furniture is skipped."""
        from workbench.attribution import find_credits
        from workbench.claims import propose_claims

        parsed = self.language().parse(text, zones)
        credits = find_credits(parsed, zones)
        claims = propose_claims(parsed, zones, credits)
        return Analysis(parsed.sentences, parsed.names, claims, credits)

    def judge(self, claim: Statement, passages: Sequence[Statement]) -> tuple[Judgement, ...]:
        """How each passage bears on the claim, in the order given; by the findings alone without a model."""
        from workbench.evidence.judge import judge

        return judge(claim, passages, self._relation_model().encoder)

    @property
    def encoder(self) -> str | None:
        """The id of the model behind `embed`, or None when it cannot be used; loads it to find out."""
        from workbench.encoding.sentences import MODEL

        return None if self._encoder().lacking else MODEL

    def embed(self, texts: Sequence[str]) -> tuple[Vector, ...]:
        """The vector of each text, in the order given; no vectors at all when there is no model."""
        return self._encoder().embed(texts)

    def language(self) -> Language:
        """The language reader, loaded once."""
        from workbench.language import load

        with self._loading:
            if self._language is None:
                self._language = load()
            return self._language

    def close(self) -> None:
        """Let go of the models; a later call loads them again."""
        with self._loading:
            self._language = self._sentences = self._relations = None

    def _encoder(self) -> SentenceEncoder:
        from workbench.encoding.sentences import SentenceEncoder

        with self._loading:
            if self._sentences is None:
                self._sentences = SentenceEncoder()
            return self._sentences

    def _relation_model(self) -> Relations:
        from workbench.evidence.encoder import relations

        with self._loading:
            if self._relations is None:
                self._relations = relations(self._model)
            return self._relations
