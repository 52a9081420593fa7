"""Lists whose rows are as high as their words need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.panels.grounds import plain_list


class Wrapping(QStyledItemDelegate):
    """Needs two lines in a narrow list, one in a wide one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Narrower than 300 px is narrow."""
        return QSize(option.rect.width(), 40 if option.rect.width() < 300 else 20)


def test_rows_get_their_height_anew_when_the_list_becomes_narrower(qtbot):
    view = plain_list("Documents")
    qtbot.addWidget(view)
    delegate, model = Wrapping(view), QStringListModel(["one", "two"], view)
    view.setItemDelegate(delegate)
    view.setModel(model)
    view.resize(400, 300)
    view.show()
    qtbot.waitUntil(lambda: view.visualRect(model.index(1)).top() == 20)
    view.resize(250, 300)
    qtbot.waitUntil(lambda: view.visualRect(model.index(1)).top() == 40)
