"""Texts as a search compares them: no capitals, no accents, one kind of quotation mark, dash and space."""

from __future__ import annotations

from unicodedata import combining, normalize

_LETTERS = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i"}
_ALIKE = {
    **_LETTERS,
    **dict.fromkeys("æÆ", "ae"),
    **dict.fromkeys("œŒ", "oe"),
    **dict.fromkeys("‘’‚‛ʼʹ′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}


class _Folds(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        known = _ALIKE.get(letter)
        if known is None:
            apart = normalize("NFKD", normalize("NFKD", letter).casefold())
            known = "".join(_ALIKE.get(part, part) for part in apart if not combining(part))
        self[code] = known
        return known


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The text as it is compared; white space counts as one space, and none at either end."""
    bare = text.lower() if text.isascii() else text.translate(_FOLDS)
    return " ".join(bare.replace("`", "'").split())


def places(text: str) -> list[int]:
    """For each character of the folded text its place in `text`; then the length of `text`."""
    found: list[int] = []
    pending = -1
    for at, letter in enumerate(text):
        for part in _FOLDS[ord(letter)]:
            if part.isspace():
                pending = at if pending < 0 else pending
                continue
            if pending >= 0 and found:
                found.append(pending)
            pending = -1
            found.append(at)
    return [*found, len(text)]
