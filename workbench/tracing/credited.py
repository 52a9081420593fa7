"""Whom the credits of a case belong to: people and bodies under all their names, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Attribution, Being, DocumentId, Relay, SourceKind, SpeakerKind, Voice

if TYPE_CHECKING:
    from workbench.identity import Seen, Who

_JOINING = frozenset("of for to by and with against".split())
"""Words that make a name part of another: friends of Marta Rehn are not she."""
_BEINGS = {Being.PERSON: SourceKind.PERSON, Being.ORGANISATION: SourceKind.ORGANISATION}


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody, or something, that words are credited to. `key` tells them apart within a case.

    `who` is None for what is neither a known person nor a known body; `voice` is then what the text says of
    it, where it speaks itself.
    """

    key: str
    name: str
    kind: SourceKind
    who: Who | None = None
    voice: Voice | None = None

    @property
    def is_unnamed(self) -> bool:
        """Whether the text keeps back who it is: "officials"."""
        return self.voice is not None and self.voice.kind is SpeakerKind.UNNAMED


class Everybody:
    """Tells for each credit of a case whom it belongs to."""

    def __init__(self, whos: Sequence[Who]) -> None:
        self._whos = [_of_who(who) for who in whos]
        self._others: dict[str, Somebody] = {}
        self._at: dict[tuple[DocumentId, int], Somebody] = {}
        self._named: dict[str, Somebody] = {}
        # People first: a body whose name ends in theirs is a description of one of them.
        for one in sorted(self._whos, key=lambda one: one.kind is not SourceKind.PERSON):
            for seen in one.who.forms if one.who else ():
                self._note(one, seen)

    def __iter__(self) -> Iterator[Somebody]:
        """All of them, each once: the known, then whatever else the credits asked for named."""
        yield from self._whos
        yield from self._others.values()

    def speaker(self, item: Attribution) -> Somebody | None:
        """Who says the words; None where a pronoun stands for nobody known, or nobody is named."""
        source, voice, name = item.credit.source, item.credit.voice, speaker_name(item)
        known = self.at(item.document, source[0].start) if source else None
        if known is not None or not name or (voice and voice.kind is SpeakerKind.PRONOUN):
            return known
        return self._other(name, SourceKind.DOCUMENT, voice)

    def relay(self, document: DocumentId, step: Relay) -> Somebody:
        """Who, or what, passed the words on."""
        known = self.at(document, step.spans[0].start) if step.spans else None
        return known or self.named(step.name) or self._other(step.name, step.kind or SourceKind.DOCUMENT)

    def at(self, document: DocumentId, place: int) -> Somebody | None:
        """Who is meant by the words that begin at a place of a document."""
        return self._at.get((document, place))

    def named(self, name: str) -> Somebody | None:
        """Who goes by a name in any document; the first one known where several do."""
        return self._named.get(plain(name))

    def called(self, words: str) -> Somebody:
        """Who some words call by title and name: the longest end of them that anybody goes by."""
        # Loaded late: the window lists sources before it needs the lists of words that tell kinds.
        from workbench.attribution.kinds import kind_of

        parts = words.split()
        ends = (self.named(" ".join(parts[at:])) for at in range(len(parts)))
        return next((one for one in ends if one), None) or self._other(words, kind_of(words))

    def _note(self, one: Somebody, seen: Seen) -> None:
        name = plain(seen.form.words)
        meant = self._described(name) if one.kind is SourceKind.ORGANISATION else None
        self._named.setdefault(name, meant or one)
        for span in seen.places:
            self._at.setdefault((seen.form.document, span.start), meant or one)

    def _described(self, name: str) -> Somebody | None:
        """The person whose full name ends a description: "head lock keeper Marta Rehn"."""
        words = name.split()
        if not _JOINING.isdisjoint(words):
            return None
        ends = (self._named.get(" ".join(words[at:])) for at in range(1, len(words) - 1))
        return next((one for one in ends if one and one.kind is SourceKind.PERSON), None)

    def _other(self, name: str, kind: SourceKind, voice: Voice | None = None) -> Somebody:
        key = plain(name)
        if key not in self._others:
            self._others[key] = Somebody(f"named/{key}", name, kind, voice=voice)
        return self._others[key]


def speaker_name(item: Attribution) -> str:
    """Whom the words are credited to, in the fullest form; a document by its own name, not its author's."""
    credit = item.credit
    if credit.voice is not None and credit.voice.kind is SpeakerKind.DOCUMENT:
        return item.speaker or credit.resolved or ""
    return credit.resolved or item.speaker


def plain(name: str) -> str:
    """A name for comparing: lower case, single spaces, no article."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def _of_who(who: Who) -> Somebody:
    first = who.forms[0].form
    key = who.decided.id if who.decided else f"{first.document}/{first.words}"
    return Somebody(f"who/{key}", who.name, _BEINGS[who.kind], who)
