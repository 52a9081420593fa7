"""The memory at work: cases told to it, and the earlier claims that one at hand brings back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import monotonic

from workbench.checked.lookup import Lookup, Wordings, look_up_in
from workbench.checked.memory import settled_claims
from workbench.checked.phrasing import plain
from workbench.checked.reading import embed
from workbench.checked.reviews import Found
from workbench.checked.values import Checked, Collection, Kept, Recalled
from workbench.errors import EngineFailed
from workbench.meaning import Vector
from workbench.model import Case
from workbench.ports import EarlierClaims, Engine, Store, Vectors
from workbench.progress import Progress, silent

SURE = 70.0
"""From here on an earlier claim is shown; `benchmarks.checked` says how often it is the right one."""
MOST = 3
AT_ONCE = 32
"""Texts read for meaning at once; who closes a case waits no longer than for these."""
WHILE_S = 2.0
"""After this long of reading for meaning, other work gets its turn."""
_LOOKED_AT = 12


def remember(store: Store, path: Path, memory: EarlierClaims) -> bool:
    """Tell the memory what is settled in a case as it stands now. Whether that changed anything."""
    for case in store.all(Case):
        claims = settled_claims(store, path)
        return memory.keep(Collection(Kept.CASE, case.id, case.title, str(path), len(claims)), claims)
    return False


def take_in(found: Found, memory: EarlierClaims) -> bool:
    """Remember the fact-checks of a file. Whether that changed anything."""
    told = Collection(Kept.REVIEW, found.origin, found.name, found.path, len(found.claims))
    return memory.keep(told, found.claims)


class Recall:
    """Finds earlier claims for those of one case; claims of that same case are never among them.

    The index is made when first asked for, and anew after `renew`. Until every claim has its vector, words
    alone decide.
    """

    def __init__(self, memory: EarlierClaims, vectors: Vectors, case: str) -> None:
        self._memory, self._vectors, self._case = memory, vectors, case
        self._claims: tuple[Checked, ...] | None = None
        self._lookup: Lookup | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known from before, so that nothing need be asked."""
        return not self._others()

    def renew(self) -> None:
        """The memory has changed."""
        self._claims = self._lookup = None

    def read_on(self, engine: Engine, progress: Progress = silent) -> int:
        """Give earlier claims their vectors for a while; how many are left that could have one.

        Between batches `progress` may stop it; what is read stays read.
        """
        model = engine.encoder
        if model is None:
            return 0
        begun, missing = monotonic(), self._unread(model)
        self._lookup = None if missing else self._lookup
        while missing and monotonic() - begun < WHILE_S:
            progress(0, len(missing), "")
            embed(missing[:AT_ONCE], engine, self._vectors)
            missing = missing[AT_ONCE:]
        return len(missing)

    def of(self, wording: str, engine: Engine) -> tuple[Recalled, ...]:
        """Earlier claims that are surely the same as the one of these words, the surest first."""
        claims = self._others()
        if not claims:
            return ()
        if self._lookup is None:
            self._lookup = self._made(engine)
        ranked = self._lookup.recall(wording, partial(_embedded, engine), limit=_LOOKED_AT)
        sure = sorted((item for item in ranked if item.sureness >= SURE), key=lambda item: -item.sureness)
        return tuple(Recalled(claims[item.place], item.sureness) for item in sure[:MOST])

    def _others(self) -> tuple[Checked, ...]:
        if self._claims is None:
            self._claims = tuple(item for item in self._memory.claims() if item.place.case != self._case)
        return self._claims

    def _made(self, engine: Engine) -> Lookup:
        wordings = [Wordings(claim.wording, claim.title) for claim in self._others()]
        return look_up_in(wordings, partial(self._kept, _model(engine)))

    def _kept(self, model: str | None, texts: Sequence[str]) -> Sequence[Vector]:
        """The vectors of all texts, or none of them."""
        found = self._vectors.of(model, texts) if model else ()
        whole = [vector for vector in found if vector is not None]
        return whole if len(whole) == len(texts) else ()

    def _unread(self, model: str) -> list[str]:
        texts = {plain(words) for claim in self._others() for words in (claim.wording, claim.title)}
        asked = sorted(texts - {""})
        return [
            text for text, vector in zip(asked, self._vectors.of(model, asked), strict=True) if not vector
        ]


def _model(engine: Engine) -> str | None:
    try:
        return engine.encoder
    except EngineFailed:
        return None


def _embedded(engine: Engine, texts: Sequence[str]) -> Sequence[Vector]:
    """The vectors of texts; none when the engine has ended, so that words alone decide."""
    try:
        return engine.embed(texts)
    except EngineFailed:
        return ()
