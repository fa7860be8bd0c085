"""A window of its own, beside the work, for two texts side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.compare import CompareView

_WIDTH, _HEIGHT = 880, 560


class CompareWindow(QDialog):
    """Compares two texts and offers one thing to do. Escape closes it; nothing else is blocked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setObjectName("compareWindow")
        self.view = CompareView()
        self.act = Button("")
        self.act.setProperty("primary", True)
        self._action: Callable[[], None] | None = None
        self.act.clicked.connect(self._do)
        buttons = QDialogButtonBox()
        buttons.addButton(self.act, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        screen = self.screen().availableSize()
        self.resize(min(_WIDTH, screen.width() - 40), min(_HEIGHT, screen.height() - 80))

    def compare(
        self,
        title: str,
        before: tuple[str, str],
        after: tuple[str, str],
        verb: str,
        action: Callable[[], None],
    ) -> None:
        """Show two (title, text) side by side; the button ``verb`` does ``action`` and closes."""
        self.setWindowTitle(title)
        self.view.show_texts(before, after)
        self.act.setText(verb)
        self._action = action
        if self.isVisible():
            self.raise_()
        self.show()
        self.activateWindow()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self) -> None:
        if self._action is not None:
            self._action()
        self.accept()
