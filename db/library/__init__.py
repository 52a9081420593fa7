"""The library: articles kept across cases, in one SQLite file with two indexes that can be rebuilt."""

from db.library.store import LibraryFile, open_library

__all__ = ["LibraryFile", "open_library"]
