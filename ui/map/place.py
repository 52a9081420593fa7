"""The source map in place of the story: when it is shown, what is drawn, and whose chain is lit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.centre import Centre, PlaceInCentre
from ui.jobs import Job, Jobs
from ui.models.dates import date_words
from ui.panels.keys import Keys, keys_of_table
from ui.session import Session
from ui.steps import Step, Steps
from ui.theme.look import Look
from ui.tracing import Tracing
from workbench.change import Key
from workbench.model import Claim, Document, DocumentId, Evidence, Relation, Revision, Status

if TYPE_CHECKING:
    from ui.map.light import Light
    from ui.map.page import MapPage
    from ui.map.paper import Heading
    from ui.map.picture import Picture
    from ui.map.sheet import Sheet
    from ui.theme.colours import Theme
    from workbench.progress import Progress
    from workbench.tracing.trails import Trails
    from workbench.tracing.values import Provenance

_DRAWN = {Document, Revision}
_LIT = {Claim, Evidence, Document}


class MapPlace(PlaceInCentre):
    """Swaps story and map, and keeps the map true to the case while it is shown. Writes nothing."""

    open_document = Signal(object)
    """A `DocumentId` to be shown beside the map; that of a story, in its place."""
    open_passage = Signal(object)
    """A `Passage` to be shown."""
    export_wanted = Signal()

    def __init__(
        self,
        session: Session,
        look: Look,
        tracing: Tracing,
        centre: Centre,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(centre, parent)
        self._session, self._look, self._tracing = session, look, tracing
        self._jobs = Jobs(self)
        self.steps = Steps(self._jobs, self)
        self.page: MapPage | None = None
        self._keys: Keys = keys_of_table()
        self._opened: frozenset[str] = frozenset()
        self._trails: Trails | None = None
        tracing.traced.connect(self._follow_tracing)
        session.changed.connect(self._follow)
        session.story_changed.connect(self._draw)
        session.current_changed.connect(self._shine)

    def show(self) -> None:
        """Show the map in place of the story."""
        page = self.page or self._make_page()
        self._centre.show(page)
        self._draw()
        page.take_keyboard()

    def show_timeline(self) -> None:
        """Show when the chosen claim appeared where."""
        if not self.is_shown:
            self.show()
        if self.page is not None:
            self.page.show_timeline(True)
            self.page.take_keyboard()

    @property
    def can_be_exported(self) -> bool:
        """Whether there is a map to be written."""
        return self.is_shown and self.page is not None and self.page.canvas.picture is not None

    def write(self, path: Path) -> Job | None:
        """Write the map to a file, as it is lit now; the job ends with the path. None without a map."""
        from ui.map.paper import Heading

        picture = self.page.canvas.picture if self.page else None
        if picture is None:
            return None
        session = self._session
        case, today = session.case(), session.stamp().at.date().isoformat()
        claim = session.claim(session.current) if session.current else None
        title = self.tr("Source map: {case}").format(case=case.title if case else path.stem)
        about = " ".join(claim.wording.split()) if claim else ""
        heading = Heading(title, f"“{about}”" if about else "", date_words(today))
        return self._jobs.start(partial(_written, replace(picture), heading, path))

    def show_keys(self, keys: Keys) -> None:
        """Show these keys beside what they do."""
        self._keys = keys
        if self.page is not None:
            self.page.show_keys(keys)

    def close(self) -> None:
        """Stop, before the case is closed."""
        self.steps.cancel()
        self._jobs.stop()

    def _make_page(self) -> MapPage:
        from ui.map.page import MapPage

        page = self.page = MapPage(self._look)
        self._centre.take_in(page)
        page.closed.connect(self.leave)
        page.opened.connect(self._open)
        page.toggled.connect(self._toggle_stack)
        page.passage_opened.connect(self.open_passage)
        page.export_wanted.connect(self.export_wanted)
        page.show_keys(self._keys)
        return page

    def _follow_tracing(self, _provenance: Provenance) -> None:
        self._trails = None
        self._draw()

    def _follow(self, keys: frozenset[Key]) -> None:
        kinds = {key.kind for key in keys}
        if kinds & _DRAWN:
            self._draw()
        elif kinds & _LIT:
            self._shine()

    def _draw(self) -> None:
        """Draw the map anew, unless nobody sees it."""
        page, provenance = self.page, self._tracing.provenance
        if page is None or not self.is_shown:
            return
        story, documents = self._session.story(), self._session.documents()
        if len(documents) < 2:
            page.say_empty(
                self.tr("Nothing to trace yet"),
                self.tr(
                    "Import the texts the story rests on, with Ctrl+I. The map shows who took what from whom."
                ),
            )
        elif provenance is None:
            page.say_empty(self.tr("Tracing where words came from…"), "")
        else:
            work = partial(
                _drawn, provenance, documents, story.id if story else None, self._opened, self._look.theme
            )
            self.steps.add(Step("map", self.tr("Drawing the source map"), work, self._show))
        self._shine()

    def _show(self, drawn: tuple[Picture, QImage]) -> None:
        if self.page is not None:
            self.page.show_picture(*drawn)
            self._shine()

    def _shine(self) -> None:
        """Light the chain of the chosen claim, and list its appearances."""
        page = self.page
        if page is None or not self.is_shown:
            return
        claim = self._session.claim(self._session.current) if self._session.current else None
        self._list_appearances(claim)
        provenance = self._tracing.provenance
        if page.canvas.picture is None or provenance is None:
            return
        evidence = self._session.evidence(claim.id) if claim else ()
        sheet = page.canvas.picture.sheet
        work = partial(_lit, provenance, self._trails, sheet, claim, evidence)
        self.steps.add(Step("light", self.tr("Drawing the source map"), work, self._show_light))

    def _show_light(self, lit: tuple[Sheet, Light, Trails]) -> None:
        sheet, light, self._trails = lit
        picture = self.page.canvas.picture if self.page else None
        if self.page is not None and picture is not None and picture.sheet is sheet:
            self.page.show_light(light)

    def _list_appearances(self, claim: Claim | None) -> None:
        from ui.map.appearance_rows import appearance_rows
        from workbench.tracing.appearances import appearances

        assert self.page is not None
        documents = {document.id: document for document in self._session.documents()}
        found = appearances(claim, self._session.evidence(claim.id), documents) if claim else ()
        story = self._session.story()
        rows = appearance_rows(found, documents, story.id if story else None)
        # The story alone is no history.
        self.page.timeline.show_rows(rows if len(rows) > 1 else (), chosen=claim is not None)

    def _toggle_stack(self, key: str) -> None:
        """Lay a stack out card by card, or put it together again."""
        picture = self.page.canvas.picture if self.page else None
        card = picture.cards.get(key) if picture else None
        if card is not None and card.bundle:
            self._opened ^= {card.bundle}
            self._draw()

    def _open(self, key: str) -> None:
        picture = self.page.canvas.picture if self.page else None
        card = picture.cards.get(key) if picture else None
        if card is None:
            return
        if card.is_stack:
            self._toggle_stack(key)
        elif card.documents:
            if card.is_story:
                self.leave()
            self.open_document.emit(card.documents[0])


def _drawn(
    provenance: Provenance,
    documents: Sequence[Document],
    story: DocumentId | None,
    opened: Collection[str],
    theme: Theme,
    _progress: Progress,
) -> tuple[Picture, QImage]:
    from ui.map.faces import Faces
    from ui.map.layout import lay_out
    from ui.map.picture import Picture, overview
    from ui.map.sheet import draw
    from ui.map.style import drawn_in

    sheet = draw(provenance, documents, story, opened)
    picture = Picture(sheet, lay_out(sheet.boxes(), sheet.links()))
    return picture, overview(picture, Faces(drawn_in(theme)))


def _lit(
    provenance: Provenance,
    trails: Trails | None,
    sheet: Sheet,
    claim: Claim | None,
    evidence: Sequence[Evidence],
    _progress: Progress,
) -> tuple[Sheet, Light, Trails]:
    from ui.map.light import Light, shine
    from workbench.tracing.trails import Trails

    trails = trails or Trails(provenance)
    if claim is None:
        return sheet, Light(), trails
    bearing = [item.passage for item in evidence if _bears(item)]
    places = (claim.passage, *claim.also, *bearing)
    chain = [edge for place in places for edge in trails.of(place)]
    return sheet, shine(sheet, chain, evidence), trails


def _written(picture: Picture, heading: Heading, path: Path, _progress: Progress) -> Path:
    from ui.map.paper import write_map

    return write_map(picture, heading, path)


def _bears(item: Evidence) -> bool:
    """Whether the way that a passage came is part of the claim's chain: what is only context has none."""
    return item.relation is not Relation.CONTEXT and item.status is not Status.DISMISSED
