"""Web addresses compared: the same page under its tracking, mobile, AMP and archived variants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import SplitResult, parse_qs, parse_qsl, quote, unquote, urlencode, urlsplit

from workbench.model import Document

_ARCHIVED = re.compile(
    r"^(?:https?:)?//(?:"
    r"web\.archive\.org/(?:web|save)/(?:(?:\d{1,14}\*?|\*)(?:[a-z]{2}_)?/)?"
    r"|archive\.(?:today|is|ph|li|vn|fo|md)/(?:o/\w+/|newest/|oldest/|\d{4,14}/|\d{4}(?:\.\d\d){2}-\d{6}/)"
    r"|(?:www\.)?google\.[a-z.]+/amp/(?:s/)?"
    r"|[\w-]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?"
    r")(?P<page>[^/\s].*)$",
    re.IGNORECASE,
)
_CACHED = re.compile(r"^cache:(?:[\w-]+:)?(?P<page>\S+)")
_REDIRECTS = {
    "google": ("url", ("q", "url")),
    "facebook": ("l.php", ("u",)),
    "bing": ("ck/a", ("r",)),
    "youtube": ("redirect", ("q",)),
}
_SAME_HOSTS = {"twitter.com": "x.com", "nitter.net": "x.com"}
_DRESS = re.compile(r"^(?:(?:www\d?|m|mobile|amp|touch|wap)\.)+(?=[^.]+\.)")
_MOBILE_WITHIN = re.compile(r"^(?P<language>[a-z]{2,3})\.m\.")
_AMP_END = re.compile(r"(?:/amp(?:\.html?)?|\.amp(?P<html>\.html?)?|/amp/index\.html?)$", re.IGNORECASE)
_AMP_START = re.compile(r"^/amp(?=/)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^/?]*", re.IGNORECASE)
_IDLE_QUERY = re.compile(
    r"amp|amp_js_v|amp_gsa|outputtype|usqp|phpsessid|jsessionid|smid|smtyp|cmp|cmpid|cmpref|ocid|xtor|ncid|share"
    r"|igshid|igsh|si|spm|partner|printable|__twitter_impression|_ga|_gl|at_.*|ns_.*|sr_share|feature|via",
    re.IGNORECASE,
)
_IDLE_HERE = {"x.com": ("s", "t"), "youtube.com": ("pp",)}
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+\.?")
_WITHOUT_SCHEME = re.compile(r"(?://)?[\w.-]+(?::\d+)?(?:[/?#].*)?", re.DOTALL)
_DEEPEST = 4
_LONGEST = 4_000
"""Characters of what is taken for an address when somebody types or pastes it."""


def address_in(text: str) -> str:
    """The web address that a text is; empty when it is anything else, or more than that."""
    words = text.strip()
    if len(words) > _LONGEST or any(letter.isspace() for letter in words):
        return ""
    try:
        found = urlsplit(words)
    except ValueError:
        return ""
    return words if found.scheme in ("http", "https") and found.hostname else ""


def normalised(url: str) -> str | None:
    """The address in the form in which two of the same page are equal: host, path and telling parameters.

    Copies in web archives, AMP caches and search engines' caches become the page they are of. None for
    what is no web address.
    """
    page = _unwrapped(url.strip())
    if _WITHOUT_SCHEME.fullmatch(page):
        page = f"https://{page.removeprefix('//')}"
    try:
        parts = urlsplit(page)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or not _HOST.fullmatch(host):
        return None
    return _key(parts, _bare_host(host))


def same_page(one: str, other: str) -> bool:
    """Whether two addresses lead to the same page."""
    key = normalised(one)
    return key is not None and key == normalised(other)


def by_address(documents: Iterable[Document]) -> Mapping[str, Document]:
    """The documents by normalised address, archived ones included; the first one wins."""
    found: dict[str, Document] = {}
    for document in documents:
        for url in (document.url, document.archived_url):
            key = normalised(url) if url else None
            if key is not None:
                found.setdefault(key, document)
    return found


def document_at(url: str | None, documents: Mapping[str, Document]) -> Document | None:
    """The document of the case that an address leads to; `documents` comes from `by_address`."""
    key = normalised(url) if url else None
    return documents.get(key) if key is not None else None


def _unwrapped(url: str) -> str:
    """The page behind archives, caches and redirects, which may lie in one another."""
    for _ in range(_DEEPEST):
        page = _page_within(url)
        if page is None:
            return url
        url = page
    return url


def _page_within(url: str) -> str | None:
    address = url if "//" in url.split("?")[0] else f"//{url}"
    archived = _ARCHIVED.match(address)
    if archived:
        page = archived["page"]
        # Proxies and browsers write the inner "//" as one slash.
        page = re.sub(r"^(https?):/+", r"\1://", page)
        return unquote(page) if "%3a%2f%2f" in page.lower() else page
    return _redirected(address)


def _redirected(address: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    query = parse_qs(parts.query)
    host = parts.netloc.lower()
    if host == "webcache.googleusercontent.com":
        cached = _CACHED.match(query.get("q", [""])[0])
        return cached["page"] if cached else None
    for name, (path, keys) in _REDIRECTS.items():
        if name in host.split(".") and parts.path.strip("/") == path:
            return next((query[key][0] for key in keys if key in query and "." in query[key][0]), None)
    return None


def _bare_host(host: str) -> str:
    host = _MOBILE_WITHIN.sub(r"\g<language>.", _DRESS.sub("", host.rstrip(".")))
    return _SAME_HOSTS.get(host, host)


def _key(parts: SplitResult, host: str) -> str:
    # Loaded late: it is slow to import, and most texts hold no link.
    from courlan import normalize_url

    path = _SESSION.sub("", quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._"))
    plain = normalize_url(f"https://{parts.netloc.rpartition('@')[2]}{path}?{parts.query}")
    clean = urlsplit(plain)
    port = f":{clean.port}" if clean.port and (parts.scheme, clean.port) != ("http", 80) else ""
    ending = _AMP_START.sub("", _INDEX.sub("", _AMP_END.sub(r"\g<html>", clean.path.rstrip("/"))))
    query = _telling(clean.query, host)
    if host == "youtu.be" and len(ending) > 1:
        return f"youtube.com/watch?v={ending.strip('/')}"
    return f"{host}{port}{ending.rstrip('/')}{query}{_page_of_application(parts.fragment)}"


def _telling(query: str, host: str) -> str:
    kept = [
        (name, value)
        for name, value in parse_qsl(query)
        if not _IDLE_QUERY.fullmatch(name) and name not in _IDLE_HERE.get(host, ())
    ]
    return f"?{urlencode(sorted(kept))}" if kept else ""


def _page_of_application(fragment: str) -> str:
    """A fragment that stands for a page ("#!/story/7"); others are places within one."""
    return f"#{fragment}" if fragment.startswith(("!", "/")) else ""
