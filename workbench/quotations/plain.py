"""A text in one typography and lower case, every character in its place."""

from __future__ import annotations

_SAME = {
    "'": "’‘ʼ´`′",
    '"': "“”„«»",
    "-": "‐‑‒–—―−",
    " ": "\n\t\r\u00a0\u2009\u202f",
}


def plain(text: str) -> str:
    """`text` with straight marks, plain hyphens and spaces, in lower case; as long as before."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for usual, others in _SAME.items():
        for other in others:
            lowered = lowered.replace(other, usual)
    return lowered
