"""What a colleague's pack would bring: new, changed, in conflict; nothing comes in unasked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop.core.library import PackPreview
from desktop.ui.form import name_field
from desktop.ui.models.pack_model import STANDINGS, PackModel
from desktop.ui.models.words import counted
from desktop.ui.pages.library_parts.snippet_history import version_text
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choosing import choose_only
from desktop.ui.widgets.compare import CompareView
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import FoldingSplitter
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn
from desktop.ui.widgets.whole_rows import WholeRows

_LEAST_LINES = 8
_NOTHING = "Nothing ticked to bring in"


class PackView(QWidget):
    """``take(PackPreview, ids)``: bring these in; ``left()``: back, with nothing done."""

    take = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: PackPreview | None = None
        self.back_button = Button("← Back, bring nothing in", self.left.emit, look="link")
        self.back_button.setProperty("inline", True)
        self.title, self.said = text_label("Import a pack", "title"), text_label("", "muted")
        self.rows = PackModel(self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(WholeRows(self.list))
        self.list.setWordWrap(True)
        name_field(self.list, "Snippets of the pack", "Space ticks what is to be brought in")
        self.rows.dataChanged.connect(self._say)
        self.list.selectionModel().currentChanged.connect(self._show_item)
        self.compare = CompareView()
        self.take_button = Button("", self._take, look="primary")
        self.all_button = Button("Tick all", lambda: self.rows.tick_all(True))
        self.none_button = Button("Tick none", lambda: self.rows.tick_all(False))
        self._build()

    def show_preview(self, preview: PackPreview, file: str) -> None:
        """Show what a file would bring."""
        self._preview = preview
        self.rows.show(preview.items)
        tally = dict.fromkeys(STANDINGS, 0)
        for item in preview.items:
            tally[item.standing] += 1
        parts = [
            f"{number} {STANDINGS[standing].split(':')[0].lower()}"
            for standing, number in tally.items()
            if number
        ]
        self.said.setText(
            f"{file}: {', '.join(parts)}. What you changed yourself is kept unless you tick it."
            if parts
            else f"{file} has no snippets."
        )
        first = self.rows.index(0)
        choose_only(self.list, first)
        self._show_item(first)
        self._say()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ticked(self) -> list[str]:
        """Return the ids of what is to be brought in."""
        return self.rows.ticked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_item(self, index: QModelIndex) -> None:
        item = self.rows.item(index)
        self.compare.setVisible(item is not None)
        if item is None:
            return
        present = version_text(item.present) if item.present else ""
        self.compare.show_texts(
            ("Yours" if item.present else "You do not have it yet", present),
            ("In the pack", version_text(item.incoming)),
        )

    def _say(self) -> None:
        count = len(self.ticked())
        self.take_button.set_words(f"Bring in {counted(count, 'snippet')}" if count else _NOTHING)
        self.take_button.setEnabled(count > 0)

    def _take(self) -> None:
        if self._preview is not None:
            self.take.emit(self._preview, self.ticked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Keep room for a snippet of the pack and for the two that are compared."""
        line = self.fontMetrics().lineSpacing()
        self.list.setMinimumHeight(line * _LEAST_LINES)
        self.compare.setMinimumHeight(line * _LEAST_LINES)

    def _build(self) -> None:
        scrolled = PageColumn("What the pack would bring", wide=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled)
        column = scrolled.column
        column.setSpacing(GAP)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addWidget(self.said)
        split = FoldingSplitter(100, (1, 1))
        split.setHandleWidth(GAP_LARGE)
        split.addWidget(self.list)
        split.addWidget(self.compare)
        column.addWidget(split, 1)
        row = FlowLayout()
        for button in (self.take_button, self.all_button, self.none_button):
            row.addWidget(button)
        column.addLayout(row)
        self._fit()
