"""About Consultee: versions, licence, where things lie."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtWidgets import QApplication, QWidget

from desktop import __version__
from desktop.ui.sheet import SheetDialog
from desktop.ui.widgets.breakable import breakable

_PARTS = ("jinja2", "python-docx", "sqlite-utils", "platformdirs", "markdown-it-py")


def versions() -> str:
    """Return the versions of the program and of what it is built on, one a line."""
    lines = [
        f"Consultee {__version__}",
        f"Python {platform.python_version()}",
        f"PySide6 (Qt) {pyside_version}",
    ]
    for part in _PARTS:
        try:
            lines.append(f"{part} {version(part)}")
        except PackageNotFoundError:
            lines.append(f"{part}: version not known")
    return "\n".join([*lines, platform.platform()])


class AboutSheet(SheetDialog):
    """Says what this program is."""

    def __init__(self, workspace: Path, parent: QWidget | None = None) -> None:
        super().__init__("About Consultee", parent)
        self.say("Helps voluntary organisations write evidence for inquiries and consultations.")
        self.say("It works without the internet, and nothing leaves this computer.")
        self.say(
            "Free software under the MIT licence. Qt is used under the LGPL, version 3.", "muted"
        )
        self.say(f"Your workspace: {breakable(workspace)}", "muted")
        self.say(versions(), "muted")
        self.add_link("Copy versions").clicked.connect(
            lambda: QApplication.clipboard().setText(versions())
        )
        self.accept_with("Close").setFocus()
