"""The command palette: one field that finds commands, questions, answers, responses and evidence
(Ctrl+K).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.core.evidence import Suggestion
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.form import name_field
from desktop.ui.header import SEARCH_WORDS
from desktop.ui.palette_model import Entry, PaletteModel, Section
from desktop.ui.palette_row import RowDelegate
from desktop.ui.spacing import GAP
from desktop.ui.widgets.choosing import choose_only

_SEARCH_AFTER_MS = 120
_LEAST_LETTERS = 2
_MOST_EVIDENCE = 8
_WIDTH = 560


Finder = Callable[[str], list[Section]]


class Palette(QFrame):
    """Lies over the top of the window. ``closed`` says that it has gone."""

    closed = Signal()

    def __init__(
        self,
        context: Context,
        find: Finder,
        open_evidence: Callable[[Suggestion], object],
        evidence_hint: Callable[[], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("palette")
        self.setAccessibleName(SEARCH_WORDS)
        self._context = context
        self._find = find
        self._open_evidence = open_evidence
        self._evidence_hint = evidence_hint
        self._came_from: QWidget | None = None
        self._lane = context.jobs.lane(self)
        self._search = Debounce(_SEARCH_AFTER_MS, self._search_evidence, self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(SEARCH_WORDS)
        name_field(self.field, SEARCH_WORDS, "Type, choose with the arrow keys, press Enter.")
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setObjectName("paletteList")
        name_field(self.list, "What was found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.clicked.connect(self._run)
        self._model = PaletteModel(self)
        self.list.setModel(self._model)
        self.nothing = QLabel("Nothing found. Try fewer or other words.")
        self.nothing.setProperty("role", "muted")
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the palette, empty, with the keyboard in its field."""
        self._came_from = QApplication.focusWidget()
        self.field.clear()
        self._fill(self._find(""))
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Put the palette away."""
        if self.isHidden():
            return
        self._search.cancel()
        self._lane.cancel()
        held = self._held_focus()
        self.hide()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and held:
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _held_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is None or focused is self.field

    def entries(self) -> list[str]:
        """Return the words of every entry, headings left out, first to last."""
        return [entry.words for entry in self._model.entries()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._key(Qt.Key(event.key()))
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            if not self.isAncestorOf(self.window().focusWidget() or self):
                self.close_palette()
        elif watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif key in _STEPS:
            self._move(_STEPS[key])
        else:
            return False
        return True

    def _typed(self) -> None:
        typed = self.field.text().strip()
        self._lane.cancel()
        self._fill(self._find(typed))
        if len(typed) >= _LEAST_LETTERS:
            self._search.poke()
        else:
            self._search.cancel()

    def _search_evidence(self) -> None:
        job = self._context.session.searching(self.field.text().strip())
        self._lane.run(job, self._show_evidence, self._not_found)

    def _show_evidence(self, found: list[Suggestion]) -> None:
        entries = [
            Entry(
                item.piece.claim,
                lambda item=item: self._open_evidence(item),
                item.source.short or item.source.title,
                self._evidence_hint(),
            )
            for item in found[:_MOST_EVIDENCE]
        ]
        self._model.append(Section("Evidence", tuple(entries)))
        self._settle()

    def _not_found(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            raise error
        self._context.dialogs.notify(str(error))

    def _fill(self, sections: list[Section]) -> None:
        self._model.show(sections)
        self._settle()

    def _settle(self) -> None:
        """Choose the first entry if none is chosen, and say so if there is none."""
        if not self.list.currentIndex().isValid():
            self._move(1)
        waiting = self._search.waiting or self._lane.running
        self.nothing.setVisible(self._model.rowCount() == 0 and not waiting)
        self._place()

    def _move(self, step: int) -> None:
        count = self._model.rowCount()
        row = self.list.currentIndex().row()
        for _ in range(count):
            row = (row + step) % count
            if self._model.entry(row) is not None:
                choose_only(self.list, self._model.index(row))
                self._reveal()
                return

    def _reveal(self) -> None:
        """Let the chosen entry be seen, and its heading with it if that stands right above."""
        index = self.list.currentIndex()
        if index.row() > 0 and self._model.entry(index.row() - 1) is None:
            self.list.scrollTo(index.siblingAtRow(index.row() - 1))

    def _run(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry is not None:
            self.close_palette()
            entry.run()

    def _place(self) -> None:
        parent = self._ground
        scale = max(self.fontMetrics().height() / 16, 1)
        width = min(round(_WIDTH * scale), parent.width() - 4 * GAP)
        rows = self._model.rowCount()
        content = sum(self.list.sizeHintForRow(row) for row in range(rows)) + 3 * GAP
        field = self.field.sizeHint().height() + 3 * GAP
        most = round(parent.height() * 0.75)
        height = min(field + max(content, self.nothing.sizeHint().height() + GAP), most)
        self.setGeometry((parent.width() - width) // 2, GAP * 3, width, height)
        self.list.doItemsLayout()
        self._reveal()


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
