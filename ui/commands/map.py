"""Commands about the source map."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ui.commands.host import Host
from ui.dialogs.map_export import MapExportDialog


class MapCommands(QObject):
    """Shows the map in place of the story, and writes it to a file."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host

    def toggle(self) -> None:
        """Show the map in place of the story, or the story again."""
        if desk := self._host.desk:
            desk.map.toggle()

    def show_timeline(self) -> None:
        """Show when the chosen claim appeared where."""
        if desk := self._host.desk:
            desk.map.show_timeline()

    def export(self) -> None:
        """Ask in what form and where to the map goes; it is drawn first, where it was not yet."""
        if (desk := self._host.desk) is None:
            return
        if not desk.map.can_be_exported:
            desk.map.show()
            self._host.hint(self.tr("This is the map. Export it once it says what you want to show."))
            return
        path = desk.store.path
        dialog = MapExportDialog(path.with_name(f"{path.stem} source map.svg"), self._host.widget)
        dialog.answered.connect(self.export_to)
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the map in the worker thread."""
        if desk := self._host.desk:
            job = desk.map.write(path)
            if job is not None:
                job.done.connect(self._say_exported)
                job.failed.connect(self._host.tell)

    def _say_exported(self, path: Path) -> None:
        self._host.hint(self.tr("The source map is written: {path}").format(path=path))
