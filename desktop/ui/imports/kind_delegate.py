"""What a document is can be changed in its row: a choice opens in the cell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.core.evidence import SourceKind
from desktop.ui.form import name_field
from desktop.ui.models.words import SOURCE_KINDS
from desktop.ui.pages.library_form import combo

Index = QModelIndex | QPersistentModelIndex


class KindDelegate(QStyledItemDelegate):
    """``picked(QModelIndex, SourceKind)``: the person said what the document of a row is."""

    picked = Signal(object, str)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QComboBox:
        box = combo(parent)
        name_field(box, "What it is")
        for kind, words in SOURCE_KINDS.items():
            box.addItem(words, kind.value)
        box.activated.connect(lambda: self._choose(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        chosen: Any = editor.currentData()
        if chosen != index.data(Qt.ItemDataRole.EditRole):
            self.picked.emit(index, SourceKind(chosen))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        height = min(editor.sizeHint().height(), option.rect.height())
        rect = option.rect
        editor.setGeometry(rect.x(), rect.center().y() - height // 2, rect.width(), height)

    def _choose(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
