"""Numbers in digits, as papers print them: "4,200", "12,50,000", "1 000 000", "1.234,56", "2½", ".5"."""

from __future__ import annotations

from fractions import Fraction

_DECIMAL_COMMA = r"(?=\s?(?:million|billion|trillion|bn\b|mn\b|m\b|%|per\s?cent|euros?\b|€))"
_VULGAR = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3), "⅛": Fraction(1, 8),
}  # fmt: skip

NUMBER = "|".join(
    (
        r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,])",
        r"\d{1,3}(?:\.\d{3})+,\d+(?!\d)",
        r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)",
        r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)",
        rf"\d+,\d{{1,2}}{_DECIMAL_COMMA}",
        r"\d{1,3}(?:\.\d{3}){2,}(?!\d)",
        r"\d{1,2} [1-9]/[2-9](?![\d/])",
        rf"\d*[{''.join(_VULGAR)}]",
        r"(?<![\w.])\.\d+",
        r"\d+(?:\.\d+)?",
    )
)
"""A pattern for them, the fuller forms before the shorter ones."""


def is_digits(text: str) -> bool:
    """Whether a token is a number in digits."""
    return (text[0].isdigit() and text[0].isascii()) or text[0] in _VULGAR or (text[0] == "." and text != ".")


def value_of(text: str) -> tuple[float, float] | None:
    """The value, and what its last digit is worth; None for numbers that are too long to be meant."""
    if len(text) > 18:
        return None
    if (part := _VULGAR.get(text[-1])) is not None:
        return float(int(text[:-1] or 0) + part), 0.1
    if "/" in text:
        whole, fraction = text.split(" ")
        return float(int(whole) + Fraction(fraction)), 0.1
    plain = _with_point(text)
    return float(plain), 10.0 ** -len(plain.partition(".")[2])


def _with_point(text: str) -> str:
    """The number without separators and with a decimal point."""
    text = "".join(text.split())
    head, comma, tail = text.rpartition(",")
    if comma and ("." in head or len(tail) < 3):
        return f"{head.replace('.', '').replace(',', '')}.{tail}"
    return (text.replace(".", "") if text.count(".") > 1 else text).replace(",", "")
