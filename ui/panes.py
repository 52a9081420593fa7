"""The panes at the sides of the story: claims and evidence, apart or as tabs."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

NARROW = 1280
"""Below this width of the window, in pixels, claims and evidence share one side as tabs."""
CLAIMS_PX, EVIDENCE_PX = 312, 420
LEAST_CLAIMS_PX, LEAST_EVIDENCE_PX = 264, 340

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class SidePanes(QObject):
    """Two docks of a window, empty until a case is open."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._narrow: bool | None = None
        self.claims = self._dock(self.tr("Claims"), "claims", LEAST_CLAIMS_PX)
        self.evidence = self._dock(self.tr("Evidence"), "evidence", LEAST_EVIDENCE_PX)

    @property
    def narrow(self) -> bool:
        """Whether the two share one side."""
        return bool(self._narrow)

    def fill(self, claims: QWidget, evidence: QWidget) -> None:
        """Show these two, the claims in front."""
        self.claims.setWidget(claims)
        self.evidence.setWidget(evidence)
        self.evidence.show()
        self.show_claims()

    def empty(self) -> None:
        """Show two bare panes."""
        for dock in (self.claims, self.evidence):
            dock.setWidget(QWidget(dock))

    def hide(self) -> None:
        """Leave the whole window to what stands in the middle."""
        self.claims.hide()
        self.evidence.hide()

    def show_claims(self) -> None:
        """Bring the claims to the front."""
        self.claims.show()
        self.claims.raise_()

    def show_evidence(self) -> None:
        """Bring the evidence to the front."""
        self.evidence.show()
        self.evidence.raise_()

    def make_room(self, wanted: bool) -> None:
        """Leave more width to what stands in the middle, or show the evidence again."""
        if not wanted:
            self.evidence.show()
        elif not self.narrow:
            self.evidence.hide()

    def arrange(self, *, anew: bool = False) -> None:
        """Three panes side by side, or two with the outer ones as tabs when there is little room.

        Nothing is moved while the window stays wide or narrow, except `anew`.
        """
        narrow = self._window.width() < NARROW
        if narrow is self._narrow and not anew:
            return
        self._narrow = narrow
        docks = (self.claims, self.evidence)
        shown = [dock.isVisibleTo(self._window) for dock in docks]
        for dock in docks:
            self._window.removeDockWidget(dock)
        self._window.addDockWidget(_LEFT, self.claims)
        self._window.addDockWidget(_LEFT if narrow else _RIGHT, self.evidence)
        if narrow:
            self._window.tabifyDockWidget(self.claims, self.evidence)
        for dock, was_shown in zip(docks, shown, strict=True):
            dock.setVisible(was_shown)
        if narrow:
            self.claims.raise_()
        else:
            self._window.resizeDocks(docks, [CLAIMS_PX, EVIDENCE_PX], Qt.Orientation.Horizontal)

    def restore(self, state: QByteArray, version: int) -> None:
        """Give the panes the widths they had, unless they were apart then and share a side now."""
        if self._window.restoreState(state, version):
            apart = self._window.dockWidgetArea(self.evidence) is _RIGHT
            if apart is self._narrow:
                self.arrange(anew=True)

    def _dock(self, title: str, name: str, least_px: int) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget(dock))
        dock.setMinimumWidth(least_px)
        dock.setWidget(QWidget(dock))
        return dock
