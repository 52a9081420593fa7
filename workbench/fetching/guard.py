"""Which addresses may be asked: only public ones, whatever name they go by.

A page, or a redirect on the way to it, could otherwise make this program ask a router, a printer or a server
of the newsroom. A name is resolved once, and the connection made to the very address that was looked at.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from workbench.errors import PageNotFetched

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses of a host, by its name and port."""

_NAT64 = IPv6Network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}


def parts(url: str) -> SplitResult:
    """An address taken apart.

    Raises:
        PageNotFetched: it is none that a page can be had from.
    """
    try:
        found = urlsplit(url.strip())
        _ = found.port
        host = found.hostname or ""
    except ValueError as error:
        raise _no_address(url) from error
    if found.scheme not in _PORTS or not host or any(letter.isspace() for letter in found.geturl()):
        raise _no_address(url)
    if found.username or found.password:
        raise PageNotFetched(
            "This address holds a name or a password, so nothing was asked for. Leave them out of it."
        )
    return found


def port_of(found: SplitResult) -> int:
    """The port an address leads to."""
    return found.port or _PORTS[found.scheme]


def public_address(host: str, port: int, resolve: Resolve) -> str:
    """The address to connect to.

    Raises:
        PageNotFetched: the host is not known, or any of its addresses is not public.
    """
    try:
        known = list(resolve(host, port))
    except (OSError, UnicodeError) as error:
        raise PageNotFetched(
            f"“{host}” could not be found, so nothing was fetched. Check the address, and the connection."
        ) from error
    if not known or not all(map(is_public, known)):
        raise PageNotFetched(
            f"“{host}” lies on this computer or in a private network, so it was not asked: only pages of the "
            "open web are fetched. Save the page and import the file."
        )
    return known[0]


def is_public(address: str) -> bool:
    """Whether an address can be reached by anybody, and is no other one in disguise."""
    try:
        found = ip_address(address.split("%")[0])
    except ValueError:
        return False
    return _is_open(found) and all(map(_is_open, _within(found)))


def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses the system knows for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(item[4][0]) for item in found]


def _within(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The older addresses that a newer one stands for: mapped, translated, tunnelled."""
    if isinstance(address, IPv4Address):
        return []
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64 or int(address) >> 32 == 0:
        inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in inner if one is not None]


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    mapped = isinstance(address, IPv6Address) and address.ipv4_mapped is not None
    return (address.is_global or mapped) and not address.is_multicast


def _no_address(url: str) -> PageNotFetched:
    return PageNotFetched(
        f"“{url[:80]}” is no address of a web page, so nothing was fetched. It begins with https:// or http://."
    )
