"""A page fetched from the web, when and only when an editor asks for it."""

from workbench.fetching.fetch import Fetched, fetch
from workbench.fetching.pages import read_page

__all__ = ["Fetched", "fetch", "read_page"]
