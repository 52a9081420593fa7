"""The encodings that a text may be read in, by the names that editors know them by."""

from __future__ import annotations

import codecs
from pathlib import PurePath

from workbench.model import Document

CHARSETS: dict[str, str] = {
    "utf-8": "Unicode (UTF-8)",
    "utf-16-le": "Unicode (UTF-16, little endian)",
    "utf-16-be": "Unicode (UTF-16, big endian)",
    "cp1252": "Western European (Windows-1252)",
    "iso8859-15": "Western European (ISO 8859-15)",
    "mac-roman": "Western European (Mac Roman)",
    "cp850": "Western European (DOS 850)",
    "cp437": "American (DOS 437)",
    "cp1250": "Central European (Windows-1250)",
    "iso8859-2": "Central European (ISO 8859-2)",
    "cp852": "Central European (DOS 852)",
    "cp1257": "Baltic (Windows-1257)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "koi8-u": "Ukrainian (KOI8-U)",
    "cp866": "Cyrillic (DOS 866)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "cp874": "Thai (Windows-874)",
    "cp1258": "Vietnamese (Windows-1258)",
    "cp932": "Japanese (Shift JIS)",
    "euc_jp": "Japanese (EUC-JP)",
    "gb18030": "Chinese, simplified (GB 18030)",
    "cp950": "Chinese, traditional (Big5)",
    "cp949": "Korean (EUC-KR, Windows-949)",
}
"""By Python's own name of each."""

_ALIKE = {
    "iso8859-1": "cp1252",
    "latin_1": "cp1252",
    "ascii": "utf-8",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "cp950",
    "euc_kr": "cp949",
    "utf-16": "utf-16-le",
    "utf-8-sig": "utf-8",
}
"""What the wider encoding, of the list above, reads just as well."""


def known(charset: str) -> str:
    """The name in `CHARSETS` of an encoding, or of one that reads it as well; itself when there is none."""
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return charset
    return _ALIKE.get(name, name)


def called(charset: str) -> str:
    """What an editor knows an encoding by."""
    return CHARSETS.get(known(charset), charset)


def can_be_reread(document: Document) -> bool:
    """Whether the encoding of its file could be another than it was taken for."""
    suffix = PurePath(document.filename).suffix.lower()
    told = document.charset is not None or suffix in _PLAIN
    return document.original is not None and document.medium is None and told


_PLAIN = frozenset((".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".html", ".htm", ".xhtml"))
