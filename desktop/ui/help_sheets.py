"""What the Help menu shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.ui.about import AboutSheet
from desktop.ui.command_list import COMMANDS
from desktop.ui.sheet import SheetDialog
from desktop.ui.shortcut_sheet import ShortcutSheet

if TYPE_CHECKING:
    from desktop.ui.window import Window


def show_shortcuts(window: Window) -> None:
    """Show the shortcut sheet."""
    _show(ShortcutSheet(COMMANDS, window))


def show_about(window: Window) -> None:
    """Say what this program is."""
    _show(AboutSheet(window.session.path, window))


def show_log(window: Window) -> None:
    """Show the log file in the system's own way, or say where it is."""
    log = window.session.paths.log
    if not (log.is_file() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(log)))):
        window.notice.say(f"The log file is {log}")


def _show(sheet: SheetDialog) -> None:
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()
