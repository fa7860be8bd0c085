"""What a colleague's pack would bring: new, changed, in conflict; nothing comes in unasked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.core.library import PackItem, PackPreview, Standing
from desktop.core.references import card_reference
from desktop.ui.form import name_field
from desktop.ui.models.words import counted
from desktop.ui.pages.library_parts.snippet_history import version_text
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.compare import CompareView
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import FoldingSplitter
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn

# The order in which a person decides: what needs a decision first.
STANDINGS = {
    Standing.CONFLICT: "In conflict: you have changed yours",
    Standing.CHANGED: "Changed",
    Standing.NEW: "New",
    Standing.SAME: "Same as yours",
}
_SIGNS = {
    Standing.CONFLICT: "!",
    Standing.CHANGED: "≠",
    Standing.NEW: "+",
    Standing.SAME: "=",
}
_TICKED = frozenset({Standing.NEW, Standing.CHANGED})
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
        self.list = QListWidget()
        self.list.setWordWrap(True)
        name_field(self.list, "Snippets of the pack", "Space ticks what is to be brought in")
        self.list.itemChanged.connect(lambda _: self._say())
        self.list.currentRowChanged.connect(self._show_item)
        self.compare = CompareView()
        self.take_button = Button("", self._take, look="primary")
        self.all_button = Button("Tick all", lambda: self._tick(True))
        self.none_button = Button("Tick none", lambda: self._tick(False))
        self._items: list[PackItem] = []
        self._build()

    def show_preview(self, preview: PackPreview, file: str) -> None:
        """Show what a file would bring."""
        self._preview = preview
        order = list(STANDINGS)
        self._items = sorted(preview.items, key=lambda item: order.index(item.standing))
        self.list.blockSignals(True)
        self.list.clear()
        for item in self._items:
            self.list.addItem(_list_item(item))
        self.list.blockSignals(False)
        tally = dict.fromkeys(STANDINGS, 0)
        for item in self._items:
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
        self.list.setCurrentRow(0 if self._items else -1)
        self._show_item(self.list.currentRow())
        self._say()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ticked(self) -> list[str]:
        """Return the ids of what is to be brought in."""
        return [
            item.incoming.id
            for place, item in enumerate(self._items)
            if self.list.item(place).checkState() == Qt.CheckState.Checked
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_item(self, place: int) -> None:
        self.compare.setVisible(0 <= place < len(self._items))
        if not 0 <= place < len(self._items):
            return
        item = self._items[place]
        present = version_text(item.present) if item.present else ""
        self.compare.show_texts(
            ("Yours" if item.present else "You do not have it yet", present),
            ("In the pack", version_text(item.incoming)),
        )

    def _tick(self, ticked: bool) -> None:
        self.list.blockSignals(True)
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        for place, item in enumerate(self._items):
            if item.standing is not Standing.SAME:
                self.list.item(place).setCheckState(state)
        self.list.blockSignals(False)
        self._say()

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


def _list_item(item: PackItem) -> QListWidgetItem:
    made = QListWidgetItem(
        f"{_SIGNS[item.standing]} {STANDINGS[item.standing]}\n{item.incoming.claim}\n"
        f"{card_reference(item.source)}"
    )
    if item.standing is Standing.SAME:
        made.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    else:
        made.setFlags(
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        ticked = item.standing in _TICKED
        made.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return made
