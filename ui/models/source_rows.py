"""Who the texts of a case give as their sources: persons, organisations, outlets, letters, the unnamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.models.chains import speaker_name
from ui.models.signs import source_word, voice_word
from workbench.model import (
    Attribution,
    Being,
    DocumentId,
    Identity,
    Passage,
    Relay,
    Revision,
    RevisionId,
    SourceKind,
    SpeakerKind,
    passage,
)
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.identity import Who

_ICONS = {
    Being.PERSON: "user",
    Being.ORGANISATION: "library",
}


@dataclass(frozen=True, slots=True)
class Credited:
    """Words that somebody is credited with. `cue` says how; `passed_on` when they only relayed them."""

    place: Passage
    source: Span | None
    cue: str
    passed_on: bool = False


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source with all it is credited for. `who` is None for what is neither person nor organisation."""

    key: str
    name: str
    kind: str
    icon: str
    forms: tuple[str, ...]
    credited: tuple[Credited, ...]
    in_story: int
    who: Who | None = None

    @property
    def decided(self) -> bool:
        """Whether the editor has had a word on who this is."""
        return self.who is not None and self.who.decided is not None

    @property
    def documents(self) -> int:
        """In how many documents it is credited."""
        return len({item.place.document for item in self.credited})


@dataclass(slots=True)
class _Gathered:
    key: str
    name: str
    kind: str
    icon: str
    who: Who | None = None
    credited: list[Credited] = field(default_factory=list)


def source_rows(
    revisions: Mapping[RevisionId, Revision],
    attributions: Iterable[Attribution],
    identities: Iterable[Identity],
    story: DocumentId | None,
) -> tuple[SourceRow, ...]:
    """Every source of the texts: those of the story first, in the order of their first words there."""
    from workbench.identity import mentions_of, who_is_who

    kept = [item for item in attributions if item.revision in revisions]
    texts = {item.revision: revisions[item.revision].text for item in kept}
    gathering = _Gathering(who_is_who(mentions_of(kept, texts), identities))
    for item in kept:
        gathering.take(item, revisions[item.revision])
    rows = [_row(one, story) for one in gathering.everybody() if one.credited]
    return tuple(sorted(rows, key=lambda row: _order(row, story)))


class _Gathering:
    """Sorts credits to whom they belong."""

    def __init__(self, whos: Sequence[Who]) -> None:
        self._whos = [_of_who(who) for who in whos]
        self._others: dict[str, _Gathered] = {}
        self._at: dict[tuple[DocumentId, int], _Gathered] = {}
        self._named: dict[str, _Gathered] = {}
        for one in self._whos:
            for seen in one.who.forms if one.who else ():
                self._named.setdefault(_plain(seen.form.words), one)
                for span in seen.places:
                    self._at.setdefault((seen.form.document, span.start), one)

    def take(self, item: Attribution, revision: Revision) -> None:
        """Note what one credit says of its speaker, and of those who passed it on."""
        content = item.credit.content
        if not content:
            return
        place = passage(revision, Span(content[0].start, content[-1].end))
        speaker = self._speaker(item)
        if speaker is not None:
            source = item.credit.source[0] if item.credit.source else None
            speaker.credited.append(Credited(place, source, item.cue))
        for step in item.credit.via:
            spans = step.spans[:1]
            found = self._relay(item.document, step)
            if found is not speaker:
                found.credited.append(Credited(place, spans[0] if spans else None, "", passed_on=True))

    def everybody(self) -> Iterator[_Gathered]:
        """All of them, each once."""
        yield from self._whos
        yield from self._others.values()

    def _speaker(self, item: Attribution) -> _Gathered | None:
        credit, name = item.credit, speaker_name(item)
        known = self._at.get((item.document, credit.source[0].start)) if credit.source else None
        voice = credit.voice
        if known is not None or not name or (voice and voice.kind is SpeakerKind.PRONOUN):
            return known
        if voice is None or voice.kind is not SpeakerKind.UNNAMED:
            return self._other(name, voice_word(voice) if voice else source_word(SourceKind.DOCUMENT))
        return self._other(name, voice_word(voice).partition(":")[0], "circle-help")

    def _relay(self, document: DocumentId, step: Relay) -> _Gathered:
        known = self._at.get((document, step.spans[0].start)) if step.spans else None
        kind = source_word(step.kind) if step.kind else source_word(SourceKind.DOCUMENT)
        return known or self._named.get(_plain(step.name)) or self._other(step.name, kind)

    def _other(self, name: str, kind: str, icon: str = "file-text") -> _Gathered:
        key = _plain(name)
        if key not in self._others:
            self._others[key] = _Gathered(f"named/{key}", name, kind, icon)
        return self._others[key]


def _of_who(who: Who) -> _Gathered:
    first = who.forms[0].form
    key = who.decided.id if who.decided else f"{first.document}/{first.words}"
    kind = SourceKind.PERSON if who.kind is Being.PERSON else SourceKind.ORGANISATION
    return _Gathered(f"who/{key}", who.name, source_word(kind), _ICONS[who.kind], who)


def _row(one: _Gathered, story: DocumentId | None) -> SourceRow:
    forms = dict.fromkeys(seen.form.words for seen in one.who.forms) if one.who else {}
    credited = sorted(one.credited, key=lambda item: (item.place.document != story, item.place.span))
    in_story = sum(item.place.document == story for item in credited)
    return SourceRow(
        one.key,
        one.name,
        one.kind,
        one.icon,
        tuple(form for form in forms if form != one.name),
        tuple(credited),
        in_story,
        one.who,
    )


def _order(row: SourceRow, story: DocumentId | None) -> tuple[bool, int]:
    first = row.credited[0].place
    return first.document != story, first.span.start


def matching_sources(rows: Iterable[SourceRow], words: str) -> list[SourceRow]:
    """The sources whose name, kind or forms hold all of `words`."""
    wanted = words.casefold().split()
    return [row for row in rows if all(word in _searched(row) for word in wanted)]


def source_tally(rows: Sequence[SourceRow]) -> str:
    """How many sources there are, and how many of them the story credits."""
    here = sum(row.in_story > 0 for row in rows)
    every = _said("1 source") if len(rows) == 1 else _said("{count} sources").format(count=len(rows))
    return f"{every} · {_said('{count} in the story').format(count=here)}".replace(" in", "\u00a0in")


def details_text(row: SourceRow) -> str:
    """What it is, and under which other forms it appears."""
    forms = ", ".join(f"“{form}”" for form in row.forms)
    kind = row.kind[:1].upper() + row.kind[1:]
    return f"{kind} · {_said('also')} {forms}" if forms else kind


def count_text(row: SourceRow) -> str:
    """How often it is credited, and where."""
    story = {0: _said("not in the story"), 1: _said("once in the story")}.get(
        row.in_story, _said("{count} times in the story").format(count=row.in_story)
    )
    others = row.documents - (row.in_story > 0)
    if not others:
        return story[:1].upper() + story[1:]
    where = _said("in 1 other document") if others == 1 else _said("in {count} other documents")
    told = f"{story}, {where.format(count=others)}"
    if not row.in_story:
        told = (_said("In 1 document") if others == 1 else _said("In {count} documents")).format(count=others)
    return told[:1].upper() + told[1:]


def _searched(row: SourceRow) -> str:
    return " ".join((row.name, row.kind, *row.forms)).casefold()


def _plain(name: str) -> str:
    plain = " ".join(name.casefold().split())
    return plain.removeprefix("the ")


def _said(text: str) -> str:
    return QCoreApplication.translate("Sources", text)
