"""Articles and their passages as rows of the library's SQLite file, which alone is the truth."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from db.edits import keep
from workbench.canonical import canonical, decoder, encode
from workbench.library import Article, ArticleId
from workbench.model import Original, Sha256, SourceKind, Zone
from workbench.sentences import sentences
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.reading.result import Reading

Place = tuple[ArticleId, Span, str]
"""Where a passage stands, and its words."""

Content = tuple[range, str, tuple[Zone, ...]]
"""The numbers of an article's passages, its text, and its zones."""

_AT_ONCE = 500
"""Rows asked for in one statement."""


def put(db: Database, reading: Reading, at: str) -> Article | None:
    """Add an article with its passages, inside a transaction; None when its text is there already."""
    id = ArticleId(sha256(reading.text.encode()).hexdigest())
    if db.conn.execute("SELECT 1 FROM article WHERE id = ?", (id,)).fetchone():
        return None
    spans = sentences(reading.text, reading.zones)
    first = newest_passage(db) + 1
    article = Article(id, reading.title, reading.outlet, reading.published, reading.url, at, len(spans))
    seq = _insert(db, reading, article, first)
    db.conn.execute(
        "INSERT INTO content (article, text, zones, links) VALUES (?, ?, ?, ?)",
        (seq, reading.text, canonical(encode(reading.zones)), canonical(encode(reading.links))),
    )
    db.conn.executemany(
        "INSERT INTO passage (seq, article, span_start, span_end, text) VALUES (?, ?, ?, ?, ?)",
        [(n, seq, span.start, span.end, span.of(reading.text)) for n, span in enumerate(spans, first)],
    )
    return article


def take_out(db: Database, id: ArticleId) -> None:
    """Remove an article inside a transaction, and note which passages the indexes have to forget."""
    row = db.conn.execute("SELECT seq, first, passages, original FROM article WHERE id = ?", (id,)).fetchone()
    if row is None:
        return
    seq, first, count, original = row
    db.conn.execute("DELETE FROM passage WHERE article = ?", (seq,))
    db.conn.execute("DELETE FROM content WHERE article = ?", (seq,))
    db.conn.execute("DELETE FROM article WHERE seq = ?", (seq,))
    db.conn.execute(
        "DELETE FROM original WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM article WHERE original = ?1)",
        (original,),
    )
    if count:
        db.conn.execute("INSERT INTO removed (first, passages) VALUES (?, ?)", (first, count))


def listed(db: Database, words: str, limit: int) -> tuple[Article, ...]:
    """The articles whose title or outlet holds all of `words`, those added last first."""
    wanted = folded(words).split()
    holds = " AND ".join(["instr(folded, ?)"] * len(wanted)) or "1"
    rows = db.conn.execute(
        f"SELECT {_LISTED} FROM article WHERE {holds} ORDER BY seq DESC LIMIT ?", (*wanted, limit)
    )
    return tuple(Article(*row) for row in rows.fetchall())


def reading(db: Database, id: ArticleId) -> Reading | None:
    """The article as it was read in; None when it is not there.

    Raises:
        ValueError, KeyError, TypeError: what is stored makes no reading.
    """
    row = db.conn.execute(_READING, (id,)).fetchone()
    if row is None:
        return None
    text, zones, links, kind, filename, digest, data, *about = row
    if sha256(text.encode()).hexdigest() != id or _differs(data, digest):
        raise ValueError("a text or an original differs from its sha256")
    return _reading(about, text, _zones(zones), _links(links), SourceKind(kind), filename, data)


def counts(db: Database) -> tuple[int, int]:
    """How many articles there are, and how many passages."""
    articles, passages = db.conn.execute(
        "SELECT count(*), coalesce(sum(passages), 0) FROM article"
    ).fetchone()
    return int(articles), int(passages)


def roughly_all(db: Database) -> int:
    """The number of the newest article, which is about how many there are, and had at once."""
    (newest,) = db.conn.execute("SELECT coalesce(max(seq), 0) FROM article").fetchone()
    return int(newest)


def ranges(db: Database) -> list[tuple[int, int]]:
    """The numbers of the passages of every article that has any: the first, and how many."""
    return db.conn.execute("SELECT first, passages FROM article WHERE passages > 0").fetchall()


def count_after(db: Database, seq: int) -> int:
    """How many passages have a number above `seq`."""
    (found,) = db.conn.execute(
        "SELECT coalesce(sum(min(passages, first + passages - 1 - ?1)), 0) FROM article"
        " WHERE first + passages - 1 > ?1",
        (seq,),
    ).fetchone()
    return int(found)


def newest_passage(db: Database) -> int:
    """The highest number a passage was ever given."""
    row = db.conn.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passage'").fetchone()
    return int(row[0]) if row else 0


def texts_after(db: Database, seq: int, size: int) -> Iterator[list[tuple[int, str]]]:
    """The passages above `seq` in order, `size` at a time; no look at the file outlasts one of them."""
    query = "SELECT seq, text FROM passage WHERE seq > ? ORDER BY seq LIMIT ?"
    while rows := db.conn.execute(query, (seq, size)).fetchall():
        yield rows
        seq = rows[-1][0]


def contents(db: Database, above: int, upto: int) -> Iterator[Content]:
    """The articles, in order, whose passages all have numbers above the one and up to the other."""
    for first, count, text, zones in db.conn.execute(_CONTENTS, (above, upto)):
        yield range(first, first + count), text, _zones(zones)


def starting_at(db: Database, seqs: Sequence[int]) -> dict[int, ArticleId]:
    """The articles whose passages begin at these numbers, as far as they are still there."""
    rows = (row for part in _parts(seqs) for row in db.conn.execute(_in(_STARTING, part), part).fetchall())
    return {first: ArticleId(id) for first, id in rows}


def texts(db: Database, seqs: Sequence[int]) -> list[tuple[int, str]]:
    """The words of the passages of these numbers that there are, in the order of the numbers."""
    return [row for part in _parts(seqs) for row in db.conn.execute(_in(_TEXTS, part), part).fetchall()]


def places(db: Database, seqs: Sequence[int]) -> dict[int, Place]:
    """The passages of these numbers, as far as they are still there."""
    rows = (row for part in _parts(seqs) for row in db.conn.execute(_in(_PLACES, part), part).fetchall())
    return {seq: (ArticleId(id), Span(start, end), text) for seq, id, start, end, text in rows}


def removals(db: Database) -> list[tuple[int, range]]:
    """The passages that the indexes have to forget, each stretch with the number of its note."""
    rows = db.conn.execute("SELECT seq, first, passages FROM removed").fetchall()
    return [(seq, range(first, first + count)) for seq, first, count in rows]


def strike(db: Database, notes: Sequence[int]) -> None:
    """Drop notes of removals, inside a transaction, once the indexes have followed."""
    db.conn.executemany("DELETE FROM removed WHERE seq = ?", [(note,) for note in notes])


def folded(words: str) -> str:
    """Words as a list of articles is searched by them: without accents and capitals."""
    parted = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def _insert(db: Database, reading: Reading, article: Article, first: int) -> int | None:
    digest = None
    if reading.original is not None:
        digest = Sha256(sha256(reading.original).hexdigest())
        keep(db, [Original(digest, reading.original)])
    row = {
        "id": article.id,
        "title": reading.title,
        "byline": reading.byline,
        "outlet": reading.outlet,
        "published": reading.published,
        "url": reading.url,
        "language": reading.language,
        "kind": reading.kind.value,
        "filename": reading.name,
        "original": digest,
        "added": article.added,
        "folded": folded(f"{reading.title}\n{reading.outlet}"),
        "first": first,
        "passages": article.passages,
    }
    names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    return db.conn.execute(f"INSERT INTO article ({names}) VALUES ({marks})", row).lastrowid


def _differs(data: bytes | None, digest: str | None) -> bool:
    return digest is not None and (data is None or sha256(data).hexdigest() != digest)


def _reading(about: Sequence[Any], *rest: Any) -> Reading:
    # Reading files in brings their parsers along: not before an article is asked for.
    from workbench.reading.result import Reading

    return Reading(*about, *rest)


def _zones(content: str) -> tuple[Zone, ...]:
    return tuple(decoder(tuple[Zone, ...])(json.loads(content)))


def _links(content: str) -> tuple[Any, ...]:
    from workbench.reading.result import FoundLink

    return tuple(decoder(tuple[FoundLink, ...])(json.loads(content)))


def _parts(seqs: Sequence[int]) -> Iterator[Sequence[int]]:
    return (seqs[start : start + _AT_ONCE] for start in range(0, len(seqs), _AT_ONCE))


def _in(query: str, seqs: Sequence[int]) -> str:
    return f"{query} ({', '.join('?' * len(seqs))})"


_LISTED = "id, title, outlet, published, url, added, passages"
_READING = """
    SELECT text, zones, links, kind, filename, original, data, title, byline, outlet, published, url, language
    FROM article JOIN content ON content.article = article.seq
    LEFT JOIN original ON original.sha256 = article.original
    WHERE id = ?
"""
_CONTENTS = """
    SELECT first, passages, text, zones FROM article JOIN content ON content.article = article.seq
    WHERE first > ?1 AND passages > 0 AND first <= ?2 AND first + passages - 1 <= ?2 ORDER BY first
"""
_STARTING = "SELECT first, id FROM article WHERE passages > 0 AND first IN"
_TEXTS = "SELECT seq, text FROM passage WHERE seq IN"
_PLACES = """
    SELECT passage.seq, article.id, span_start, span_end, passage.text
    FROM passage JOIN article ON article.seq = passage.article WHERE passage.seq IN
"""
