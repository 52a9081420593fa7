"""Who the texts of a case give as their sources: persons, organisations, outlets, letters, the unnamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.models.signs import source_word, voice_word
from workbench.model import (
    Attribution,
    Being,
    DocumentId,
    Identity,
    Passage,
    Revision,
    RevisionId,
    Source,
    passage,
)
from workbench.text import Span
from workbench.tracing.credited import Everybody, Somebody

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
    source: Source | None = None
    """Its entry in the register."""
    contacts: int = 0
    cited: int = 0

    @property
    def decided(self) -> bool:
        """Whether the editor has had a word on who this is."""
        return self.who is not None and self.who.decided is not None

    @property
    def documents(self) -> int:
        """In how many documents it is credited."""
        return len({item.place.document for item in self.credited})


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
    everybody = Everybody(who_is_who(mentions_of(kept, texts), identities))
    credited: dict[str, list[Credited]] = defaultdict(list)
    for item in kept:
        for key, words in _credits(everybody, item, revisions[item.revision]):
            credited[key].append(words)
    rows = [_row(one, credited[one.key], story) for one in everybody if one.key in credited]
    return tuple(sorted(rows, key=lambda row: _order(row, story)))


def _credits(everybody: Everybody, item: Attribution, revision: Revision) -> Iterator[tuple[str, Credited]]:
    """What one credit says of its speaker, and of those who passed it on."""
    credit = item.credit
    if not credit.content:
        return
    place = passage(revision, Span(credit.content[0].start, credit.content[-1].end))
    speaker = everybody.speaker(item)
    if speaker is not None:
        yield speaker.key, Credited(place, next(iter(credit.source), None), item.cue)
    for step in credit.via:
        found = everybody.relay(item.document, step)
        if found is not speaker:
            yield found.key, Credited(place, next(iter(step.spans), None), "", passed_on=True)


def _row(one: Somebody, words: Iterable[Credited], story: DocumentId | None) -> SourceRow:
    forms = dict.fromkeys(seen.form.words for seen in one.who.forms) if one.who else {}
    credited = sorted(words, key=lambda item: (item.place.document != story, item.place.span))
    in_story = sum(item.place.document == story for item in credited)
    return SourceRow(
        one.key,
        one.name,
        _kind_word(one),
        _icon(one),
        tuple(form for form in forms if form != one.name),
        tuple(credited),
        in_story,
        one.who,
    )


def _kind_word(one: Somebody) -> str:
    word = voice_word(one.voice) if one.voice else source_word(one.kind)
    return word.partition(":")[0] if one.is_unnamed else word


def _icon(one: Somebody) -> str:
    if one.who is not None:
        return _ICONS[one.who.kind]
    return "circle-help" if one.is_unnamed else "file-text"


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
    told = f"{every} · {_said('{count} in the story').format(count=here)}"
    if kept := sum(row.source is not None for row in rows):
        told += f" · {_said('{count} in the register').format(count=kept)}"
    return told.replace(" in", "\u00a0in")


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
    if not row.credited:
        return _said("Credited in no text")
    if not others:
        return story[:1].upper() + story[1:]
    where = _said("in 1 other document") if others == 1 else _said("in {count} other documents")
    told = f"{story}, {where.format(count=others)}"
    if not row.in_story:
        told = (_said("In 1 document") if others == 1 else _said("In {count} documents")).format(count=others)
    return told[:1].upper() + told[1:]


def _searched(row: SourceRow) -> str:
    entry = row.source
    kept = (_said("register"), entry.terms.value if entry.terms else "") if entry else ()
    protected = (_said("protected"),) if entry and entry.protected else ()
    return " ".join((row.name, row.kind, *row.forms, *kept, *protected)).casefold()


def _said(text: str) -> str:
    return QCoreApplication.translate("Sources", text)
