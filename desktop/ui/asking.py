"""Questions and errors as sheets of our own, choices of files as the system's; imported when first
asked.
"""

from __future__ import annotations

from collections.abc import Sequence
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


def confirm(
    window: QWidget | None, title: str, message: str, yes: str, no: str, *, risky: bool = False
) -> bool:
    """Ask as ``Dialogs.confirm`` promises."""
    return _asked(confirm_sheet(window, title, message, yes, no, risky=risky))


def confirm_sheet(
    window: QWidget | None, title: str, message: str, yes: str, no: str, *, risky: bool = False
) -> SheetDialog:
    """Return the dialog that asks a question with two verbs for an answer; where yes is ``risky``
    the other one has the keyboard.
    """
    sheet = SheetDialog(title, window)
    sheet.say(message)
    decline = sheet.decline_with(no, primary=risky)
    accept = sheet.accept_with(yes, primary=not risky)
    (decline if risky else accept).setFocus()
    return sheet


def choose(
    window: QWidget | None, title: str, message: str, options: Sequence[str], yes: str
) -> int | None:
    """Ask as ``Dialogs.choose`` promises."""
    sheet, choices = choice_sheet(window, title, message, options, yes)
    return choices.currentRow() if _asked(sheet) else None


def choice_sheet(
    window: QWidget | None, title: str, message: str, options: Sequence[str], yes: str
) -> tuple[SheetDialog, QListWidget]:
    """Return the dialog that asks for one of several, and its list."""
    sheet = SheetDialog(title, window)
    sheet.say(message)
    choices = QListWidget()
    name_field(choices, title, message)
    choices.setWordWrap(True)
    choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    choices.addItems(list(options))
    choices.setCurrentRow(0)
    choices.itemActivated.connect(sheet.accept)
    row = max(choices.sizeHintForRow(0), 1)
    choices.setMinimumHeight(row * min(len(options), _ROWS_SHOWN) + 8)
    sheet.column.addWidget(choices)
    sheet.decline_with("Cancel")
    sheet.accept_with(yes)
    choices.setFocus()
    return sheet, choices


def ask_text(
    window: QWidget | None, title: str, label: str, text: str, *, yes: str, multiline: bool
) -> str | None:
    """Ask as ``Dialogs.ask_text`` promises."""
    sheet, field = ask_text_sheet(window, title, label, text, yes, multiline=multiline)
    return _typed(field) if _asked(sheet) else None


def ask_text_sheet(
    window: QWidget | None, title: str, label: str, text: str, yes: str, *, multiline: bool
) -> tuple[SheetDialog, QLineEdit | QPlainTextEdit]:
    """Return the dialog that asks for a text, and its field; what stands before an empty line in
    ``label`` is said above.
    """
    sheet = SheetDialog(title, window)
    above, _, label = label.rpartition("\n\n")
    if above:
        sheet.say(above)
    field: QLineEdit | QPlainTextEdit
    if multiline:
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
    else:
        field = QLineEdit(text)
    field.selectAll()
    sheet.column.addWidget(labelled(field, label))
    sheet.decline_with("Cancel")
    accept = sheet.accept_with(yes)

    def allow() -> None:
        # Nothing where nothing was is no answer; nothing where something was takes it away.
        accept.setEnabled(bool(text.strip() or _typed(field).strip()))

    field.textChanged.connect(allow)
    allow()
    field.setFocus()
    return sheet, field


def save_file(window: QWidget | None, title: str, suggestion: Path, filter_: str) -> Path | None:
    """Ask as ``Dialogs.save_file`` promises."""
    name, _ = QFileDialog.getSaveFileName(
        window,
        title,
        str(suggestion),
        filter_,
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return Path(name) if name else None


def open_file(window: QWidget | None, title: str, folder: Path, filter_: str) -> Path | None:
    """Ask as ``Dialogs.open_file`` promises."""
    name, _ = QFileDialog.getOpenFileName(window, title, str(folder), filter_)
    return Path(name) if name else None


def open_files(window: QWidget | None, title: str, folder: Path, filter_: str) -> list[Path]:
    """Ask as ``Dialogs.open_files`` promises."""
    names, _ = QFileDialog.getOpenFileNames(window, title, str(folder), filter_)
    return [Path(name) for name in names]


def open_folder(window: QWidget | None, title: str, folder: Path) -> Path | None:
    """Ask as ``Dialogs.open_folder`` promises."""
    name = QFileDialog.getExistingDirectory(window, title, str(folder))
    return Path(name) if name else None


def show_error(window: QWidget | None, error: DesktopError) -> None:
    """Show an expected error until it is read."""
    _asked(error_sheet(window, error))


def error_sheet(window: QWidget | None, error: DesktopError) -> SheetDialog:
    """Return the dialog that says what is wrong and what to do."""
    sheet = SheetDialog(error.title, window)
    sheet.say(error.message)
    sheet.say(error.hint, "muted")
    sheet.accept_with("OK").setFocus()
    return sheet


def _typed(field: QLineEdit | QPlainTextEdit) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _asked(sheet: SheetDialog) -> bool:
    """Show a sheet until it is answered; tell whether with yes. Nothing of it is left behind."""
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    try:
        return sheet.exec() == QDialog.DialogCode.Accepted
    finally:
        sheet.deleteLater()
