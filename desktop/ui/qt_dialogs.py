"""The real dialogs: sheets of our own for questions and errors, the system's for files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from desktop.errors import DesktopError
from desktop.ui.form import labelled, name_field
from desktop.ui.sheet import SheetDialog

_ROWS_SHOWN = 8


class QtDialogs:
    """Asks the person in front of a window; ``notify`` is handed to ``say``."""

    def __init__(self, window: QWidget | None, say: Callable[[str], None]) -> None:
        self._window = window
        self._say = say

    def confirm(self, title: str, message: str, yes: str, no: str = "Cancel") -> bool:
        sheet = SheetDialog(title, self._window)
        sheet.say(message)
        sheet.decline_with(no)
        sheet.accept_with(yes).setFocus()
        return _asked(sheet)

    def choose(self, title: str, message: str, options: Sequence[str], yes: str) -> int | None:
        sheet = SheetDialog(title, self._window)
        sheet.say(message)
        choices = QListWidget()
        name_field(choices, title, message)
        choices.setWordWrap(True)
        choices.addItems(list(options))
        choices.setCurrentRow(0)
        choices.itemActivated.connect(sheet.accept)
        row = max(choices.sizeHintForRow(0), 1)
        choices.setMinimumHeight(row * min(len(options), _ROWS_SHOWN) + 8)
        sheet.column.addWidget(choices)
        sheet.decline_with("Cancel")
        sheet.accept_with(yes)
        choices.setFocus()
        return choices.currentRow() if _asked(sheet) else None

    def ask_text(
        self, title: str, label: str, text: str = "", *, yes: str = "OK", multiline: bool = False
    ) -> str | None:
        sheet = SheetDialog(title, self._window)
        field: QLineEdit | QPlainTextEdit
        if multiline:
            field = QPlainTextEdit(text)
            field.setTabChangesFocus(True)
            field.selectAll()
        else:
            field = QLineEdit(text)
            field.selectAll()
        sheet.column.addWidget(labelled(field, label))
        sheet.decline_with("Cancel")
        sheet.accept_with(yes)
        field.setFocus()
        if not _asked(sheet):
            return None
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()

    def save_file(self, title: str, suggestion: Path, filter_: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            title,
            str(suggestion),
            filter_,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(name) if name else None

    def open_file(self, title: str, folder: Path, filter_: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(folder), filter_)
        return Path(name) if name else None

    def show_error(self, error: DesktopError) -> None:
        sheet = SheetDialog(error.title, self._window)
        sheet.say(error.message)
        sheet.say(error.hint, "muted")
        sheet.accept_with("OK").setFocus()
        _asked(sheet)

    def notify(self, message: str) -> None:
        self._say(message)


def _asked(sheet: SheetDialog) -> bool:
    """Show a sheet until it is answered; tell whether with yes. Nothing of it is left behind."""
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    try:
        return sheet.exec() == QDialog.DialogCode.Accepted
    finally:
        sheet.deleteLater()
