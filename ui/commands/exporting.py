"""Commands that write a case out: one file, a whole pack, ClaimReview; and what is for publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ui.commands.host import Host
from ui.desk import Desk
from ui.dialogs.export import ExportDialog
from ui.dialogs.pack import PackDialog
from workbench import review
from workbench.export.profiles import Profile
from workbench.model import Claim, DocumentId, Status
from workbench.progress import Progress

if TYPE_CHECKING:
    from ui.export.pack import Packed, Wishes
    from ui.jobs import Job
    from workbench.export.claim_review import Lack, Publisher
    from workbench.export.report import Report


class ExportingCommands(QObject):
    """Asks for whom and where to, and writes in the worker thread."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def export(self) -> None:
        """Ask in what form, for whom and where to a summary goes."""
        if (desk := self._settled()) is None:
            return
        dialog = ExportDialog(desk.store.path.with_suffix(".html"), self._host.widget)
        dialog.answered.connect(partial(self._export_as, dialog))
        dialog.open()

    def export_to(
        self, path: Path, profile: Profile | None = None, publisher: Publisher | None = None
    ) -> None:
        """Write one file in the worker thread; None is for the author and colleagues."""
        desk = self._host.desk
        story = desk.session.story() if desk else None
        if desk is None or story is None:
            return
        job = desk.jobs.start(partial(_export, desk, story.id, path, profile, publisher))
        job.done.connect(self._say_exported)
        job.failed.connect(self._host.tell)

    def pack(self) -> None:
        """Ask for whom a whole pack is, and which folder it goes to."""
        if (desk := self._settled()) is None:
            return
        dialog = PackDialog(desk.store.path, names_open=desk.names.is_open, parent=self._host.widget)
        dialog.answered.connect(partial(self._pack_as, dialog))
        dialog.open()

    def pack_to(self, folder: Path, profile: Profile, *, real_names: bool = False) -> Job | None:
        """Write a pack in the worker thread, with its progress in the status line."""
        from ui.export.pack import Wishes

        desk = self._host.desk
        story = desk.session.story() if desk else None
        if desk is None or story is None:
            return None
        names = _names(desk) if real_names else {}
        wishes = Wishes(profile, folder, self._known_publisher(), names)
        job = desk.jobs.start(partial(_pack, desk, story.id, wishes))
        job.progressed.connect(self._host.status.work)
        job.ended.connect(self._host.status.rest)
        job.done.connect(self._say_packed)
        job.failed.connect(self._host.tell)
        job.cancelled.connect(self._say_stopped)
        self._host.status.cancelled.connect(job.cancel)
        return job

    def toggle_public(self) -> None:
        """Mark the claim for publication, or keep it at the desk."""
        desk = self._host.desk
        claim = desk.session.claim(desk.session.current) if desk and desk.session.current else None
        if desk and claim:
            self._publish(desk, (claim,), not claim.public)

    def publish_judged(self) -> None:
        """Mark every claim for publication that has a verdict."""
        if desk := self._host.desk:
            session = desk.session
            judged = [
                claim
                for claim in session.claims()
                if claim.status is Status.ACCEPTED and session.verdict(claim.id)
            ]
            if not self._publish(desk, judged, True):
                self._host.hint(self.tr("Every claim with a verdict is marked for publication already."))

    def keep_all(self) -> None:
        """Keep every claim at the desk again."""
        if (desk := self._host.desk) and not self._publish(desk, desk.session.claims(), False):
            self._host.hint(self.tr("No claim is marked for publication."))

    def _publish(self, desk: Desk, claims: Sequence[Claim], public: bool) -> bool:
        change = review.publish(claims, public, desk.session.stamp())
        return change is not None and desk.session.do(change)

    def _settled(self) -> Desk | None:
        """The desk, with what is just being written on it saved."""
        if (desk := self._host.desk) is not None:
            desk.evidence.settle()
            desk.card.settle()
        return desk

    def _export_as(self, dialog: ExportDialog, path: Path) -> None:
        if path.suffix == ".jsonld":
            self._ask_publisher(path)
        else:
            self.export_to(path, dialog.profile)

    def _pack_as(self, dialog: PackDialog, folder: Path) -> None:
        self.pack_to(folder, dialog.profile, real_names=dialog.real_names)

    def _ask_publisher(self, path: Path) -> None:
        """Ask who publishes, once it is known what the entries would lack."""
        desk = self._host.desk
        story = desk.session.story() if desk else None
        if desk is None or story is None:
            return
        job = desk.jobs.start(partial(_for_readers, desk, story.id))
        job.done.connect(partial(self._show_publisher, path))
        job.failed.connect(self._host.tell)

    def _show_publisher(self, path: Path, report: Report) -> None:
        from ui.dialogs.publisher import PublisherDialog
        from workbench.export.claim_review import Publisher

        kept = self._host.settings
        known = Publisher(kept.publisher, kept.publisher_url, kept.publisher_page)
        dialog = PublisherDialog(known, partial(_lacks, report), self._host.widget)
        dialog.answered.connect(partial(self._write_reviews, path))
        dialog.open()

    def _write_reviews(self, path: Path, publisher: Publisher) -> None:
        kept = self._host.settings
        kept.publisher, kept.publisher_url = publisher.name, publisher.url
        kept.publisher_page = publisher.page
        self._host.save_settings()
        self.export_to(path, Profile.PUBLICATION, publisher)

    def _known_publisher(self) -> Publisher | None:
        from workbench.export.claim_review import Publisher

        kept = self._host.settings
        if not (kept.publisher and kept.publisher_url and kept.publisher_page):
            return None
        return Publisher(kept.publisher, kept.publisher_url, kept.publisher_page)

    def _say_exported(self, written: tuple[Path, str]) -> None:
        path, note = written
        if desk := self._host.desk:
            desk.witness.note()
        told = self.tr("The summary is written: {path}").format(path=path)
        self._host.hint(f"{told}. {note}" if note else told)

    def _say_packed(self, packed: Packed) -> None:
        if desk := self._host.desk:
            desk.witness.note()
        told = self.tr("{count} files written to “{folder}”.").format(
            count=len(packed.parts), folder=packed.folder.name
        )
        told = " ".join((told, *(self.tr("Not written: {told}").format(told=one) for one in packed.failed)))
        url = QUrl.fromLocalFile(str(packed.folder))
        self._host.ask(
            " ".join((told, *packed.notes)),
            self.tr("Open the folder"),
            partial(QDesktopServices.openUrl, url),
        )

    def _say_stopped(self) -> None:
        self._host.hint(self.tr("Stopped. The files written so far are whole and stay."))


def _export(
    desk: Desk,
    story: DocumentId,
    path: Path,
    profile: Profile | None,
    publisher: Publisher | None,
    progress: Progress,
) -> tuple[Path, str]:
    """Write one file; runs in the worker thread, on a reader of its own."""
    from ui.export.files import format_of, write_export
    from workbench.export.profiles import report_for

    format = format_of(path)
    progress(0, 0, f"Writing {path.name}")
    store = desk.store.reader()
    try:
        report = report_for(store, datetime.now(UTC), story, profile)
        return path, write_export(store, report, path, format, publisher)
    finally:
        store.close()


def _pack(desk: Desk, story: DocumentId, wishes: Wishes, progress: Progress) -> Packed:
    """Write a pack; runs in the worker thread, on a reader of its own."""
    from ui.export.pack import write_pack

    store = desk.store.reader()
    try:
        return write_pack(store, story, datetime.now(UTC), wishes, progress)
    finally:
        store.close()


def _for_readers(desk: Desk, story: DocumentId, _progress: Progress) -> Report:
    """The report that ClaimReview is made of; runs in the worker thread."""
    from ui.export.pack import require_public
    from workbench.export.profiles import report_for

    store = desk.store.reader()
    try:
        report = report_for(store, datetime.now(UTC), story, Profile.PUBLICATION)
    finally:
        store.close()
    require_public(report)
    return report


def _lacks(report: Report, publisher: Publisher) -> list[Lack]:
    from workbench.export.claim_review import claim_reviews, lacking

    return [lack for number, entry in claim_reviews(report, publisher) for lack in lacking(number, entry)]


def _names(desk: Desk) -> dict[str, str]:
    """The real names by code name, of those that are unlocked."""
    held = ((source.name, desk.names.of(source.id)) for source in desk.session.sources())
    return {code: name for code, name in held if name is not None}
