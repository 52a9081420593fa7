"""A name where it stands, with what the words around it tell."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.identity.reading import Named
from workbench.model import Being, Form
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that mean somebody.

    `form` is the name as printed, without title or office; `span` where it or the pronoun for it stands.
    `named` is the name taken apart, None for an organisation. `aliases` are other names the text itself gives
    it right there ("… (MINUSMA)"); `stands_for` the full name that the text makes clear it means.
    """

    form: Form
    span: Span
    kind: Being
    named: Named | None = None
    aliases: frozenset[str] = frozenset()
    stands_for: str | None = None
