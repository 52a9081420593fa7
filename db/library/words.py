"""The word index: tantivy in a folder that can be made anew from the articles at any time.

It holds the numbers and words of passages, added in the order of their numbers and committed a stretch at a
time. So its highest number tells how far it has come, and there is nothing to keep in step with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from db.asking import Term, chosen, is_firm
from db.library import generations
from db.library.damage import watched
from db.library.tokens import FORM, analyzer
from workbench.errors import LibraryFailed

if TYPE_CHECKING:
    from tantivy import Index, IndexWriter, Query, Searcher, TextAnalyzer

_RAREST = 8
"""Among a million passages, twelve find no more altered ones again than eight, and take a sixth longer."""

_WRITING_MEMORY = 64 * 2**20


class Words:
    """Finds passages by their words. Accents, capitals and English endings make no difference."""

    def __init__(self, folder: Path, library: str) -> None:
        self._folder = folder
        self._label = {"library": library, "form": FORM}
        self._analyzer = analyzer()
        self._opened: _Opened | None = None

    def newest(self) -> int:
        """The highest passage number in the index: all up to it are in. 0 when there is no usable index."""
        opened = self._sound()
        return opened.newest if opened else 0

    def find(self, terms: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """Numbers and ranks (BM25) of the passages that hold the most and the rarest of `terms`, best first.

        Raises:
            LibraryFailed: the index is damaged.
        """
        opened = self._current()
        if opened is None or limit < 1:
            return []
        with watched(opened.place):
            return opened.find(self._tokens(terms), limit)

    @contextmanager
    def writing(self) -> Iterator[WordWriter]:
        """Change the index, made where there is no sound one; whoever calls holds the right to."""
        opened = self._sound()
        place = opened.place if opened else self._renewed()
        with watched(place):
            index = _opened(place, self._analyzer)
        writer = WordWriter(place, index, opened.newest if opened else 0)
        try:
            yield writer
        finally:
            writer.close()

    def clear(self) -> None:
        """Put an empty index in place of this one."""
        self._renewed()

    def close(self) -> None:
        """Let go of the files."""
        self._opened = None

    def _tokens(self, terms: Sequence[str]) -> dict[str, bool]:
        """The tokens of the terms, and whether each belongs to a name or figure."""
        plain = [term.encode("utf-8", "ignore").decode() for term in terms]
        firm = [term for term in plain if is_firm(term)]
        # Once each for all of them together: calling tantivy for every word costs as much as a search.
        tokens = dict.fromkeys(self._analyzer.analyze(" ".join(plain)), False)
        return tokens | dict.fromkeys(self._analyzer.analyze(" ".join(firm)), True)

    def _usable(self) -> Path | None:
        place = generations.current(self._folder)
        return place if place and generations.label(place) == self._label else None

    def _sound(self) -> _Opened | None:
        """The index as it stands now; None when there is none or it is damaged."""
        try:
            return self._current()
        except LibraryFailed:
            return None

    def _current(self) -> _Opened | None:
        """The index as it stands now; None when there is none."""
        if self._opened is None or self._opened.place != generations.current(self._folder):
            place, self._opened = self._usable(), None
            if place is not None:
                with watched(place):
                    self._opened = _Opened(place, _opened(place, self._analyzer))
        if self._opened is not None:
            with watched(self._opened.place):
                self._opened.refresh()
        return self._opened

    def _renewed(self) -> Path:
        self._opened = None
        unfinished = generations.start(self._folder, self._label)
        _make(unfinished)
        return generations.finish(self._folder, unfinished)


class WordWriter:
    """Adds passages to the index, and takes them out. Nothing counts before `commit`.

    `newest` is the highest passage number that was in the index at the start.
    """

    def __init__(self, place: Path, index: Index, newest: int) -> None:
        self.newest = newest
        self._place = place
        with watched(place):
            self._writer: IndexWriter = index.writer(heap_size=_WRITING_MEMORY, num_threads=1)

    def add(self, passages: Sequence[tuple[int, str]]) -> None:
        """Add passages, in the order of their numbers."""
        from tantivy import Document

        with watched(self._place):
            for seq, text in passages:
                document = Document()
                document.add_unsigned("seq", seq)
                document.add_text("text", text)
                self._writer.add_document(document)

    def forget(self, passages: Sequence[int]) -> None:
        """Take passages out."""
        with watched(self._place):
            for seq in passages:
                self._writer.delete_documents_by_term("seq", seq)

    def commit(self) -> None:
        """Make durable and findable what was added and taken out."""
        with watched(self._place):
            self._writer.commit()

    def close(self) -> None:
        """Finish merging, and give the index back. What was not committed is dropped."""
        with watched(self._place):
            self._writer.wait_merging_threads()


class _Opened:
    """One index as it was when last looked at; `newest` is its highest passage number, 0 when empty."""

    def __init__(self, place: Path, index: Index) -> None:
        self.place = place
        self.newest = 0
        self._index = index
        self._seen: tuple[int, int] | None = None
        self._searcher: Searcher

    def refresh(self) -> None:
        """See what was committed since. tantivy's own watcher would look every half second only."""
        status = (self.place / "meta.json").stat()
        if (seen := (status.st_mtime_ns, status.st_ino)) != self._seen:
            self._index.reload()
            self._searcher = self._index.searcher()
            self.newest, self._seen = _newest(self._searcher), seen

    def find(self, tokens: dict[str, bool], limit: int) -> list[tuple[int, float]]:
        """Numbers and ranks of the best passages."""
        count = self._searcher.doc_freq
        counted = (Term(token, count("text", token), tokens[token]) for token in tokens)
        query = self._any_of(chosen(counted, rarest=_RAREST))
        hits = self._searcher.search(query, limit, count=False).hits
        seqs = self._searcher.fast_field_values("seq", [address for _, address in hits])
        return [(int(seq), float(rank)) for seq, (rank, _) in zip(seqs, hits, strict=True) if seq is not None]

    def _any_of(self, tokens: Sequence[str]) -> Query:
        from tantivy import Occur, Query

        schema = self._index.schema
        return Query.boolean_query(
            [(Occur.Should, Query.term_query(schema, "text", token, "freq")) for token in tokens]
        )


def _newest(searcher: Searcher) -> int:
    from tantivy import Query

    hits = searcher.search(Query.all_query(), 1, count=False, order_by_field="seq").hits
    return int(hits[0][0]) if hits else 0


def _make(place: Path) -> None:
    from tantivy import Index, SchemaBuilder

    builder = SchemaBuilder()
    builder.add_unsigned_field("seq", indexed=True, fast=True)
    builder.add_text_field("text", tokenizer_name="words", index_option="freq")
    Index(builder.build(), path=str(place))


def _opened(place: Path, analyzer: TextAnalyzer) -> Index:
    from tantivy import Index

    index = Index.open(str(place))
    index.register_tokenizer("words", analyzer)
    index.config_reader(reload_policy="manual")
    return index
