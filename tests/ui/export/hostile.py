"""Two hundred strings that a careless writer would let run, break or vanish."""

from __future__ import annotations

_FORMULAS = ("=1+1", "+1", "-1+2", "@SUM(A1)", '=HYPERLINK("http://evil.example","x")', "=cmd|' /C calc'!A0")
_MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title><script>1</script>",
    "<a href=javascript:alert(1)>x</a>",
    "]]><!--",
    "{{ 7 * 7 }} {% raw %}",
    "[x](javascript:alert(1))",
    "![x](file:///etc/passwd)",
    "# head\n* list\n| cell |",
    "`code` ~~~ ```",
    "@article{x, title={y}}",
    "\\input{/etc/passwd} $x$ % comment } {",
    "TY  - JOUR\r\nER  - ",
    "_x0041_ _x000D_",
    "\"quoted\"; 'single', «other»",
)
_LETTERS = (
    "\u202egnp.exe\u202c",
    "\u2066isolated\u2069",
    "אבג 123 العربية",
    "🙂👩\u200d👩\u200d👧 e\u0301",
    "half \ud800 and \udfff",
    "nul \x00 bell \x07 esc \x1b[31m",
    "\x0bvertical\x0cform\x85next",
    "\ufffe\uffff\ufeff mark",
    "tab\there\nline\r\nend",
    "\xa0no-break\u2028line\u2029paragraph",
    "x" * 2_500,
    "long word " * 300,
)
_BEFORE = ("", " ", "\t", "'", "＝", "a ")


def hostile() -> tuple[str, ...]:
    """All of them, each different."""
    plain = (*_FORMULAS, *_MARKUP, *_LETTERS)
    mixed = [f"{before}{words}" for before in _BEFORE for words in plain]
    found = tuple(dict.fromkeys((*mixed, *(f"{one}{other}" for one in _FORMULAS for other in _MARKUP))))
    return found[:200]
