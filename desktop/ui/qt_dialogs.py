"""The real dialogs. What they are made of is imported when the person is first asked something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.errors import DesktopError


class QtDialogs:
    """Asks the person in front of a window; ``notify`` is handed to ``say``."""

    def __init__(self, window: QWidget | None, say: Callable[..., object]) -> None:
        self._window = window
        self._say = say

    def confirm(
        self, title: str, message: str, yes: str, no: str = "Cancel", *, risky: bool = False
    ) -> bool:
        from desktop.ui import asking

        return asking.confirm(self._window, title, message, yes, no, risky=risky)

    def choose(self, title: str, message: str, options: Sequence[str], yes: str) -> int | None:
        from desktop.ui import asking

        return asking.choose(self._window, title, message, options, yes)

    def ask_text(
        self, title: str, label: str, text: str = "", *, yes: str = "OK", multiline: bool = False
    ) -> str | None:
        from desktop.ui import asking

        return asking.ask_text(self._window, title, label, text, yes=yes, multiline=multiline)

    def save_file(self, title: str, suggestion: Path, filter_: str) -> Path | None:
        from desktop.ui import asking

        return asking.save_file(self._window, title, suggestion, filter_)

    def open_file(self, title: str, folder: Path, filter_: str) -> Path | None:
        from desktop.ui import asking

        return asking.open_file(self._window, title, folder, filter_)

    def open_files(self, title: str, folder: Path, filter_: str) -> list[Path]:
        from desktop.ui import asking

        return asking.open_files(self._window, title, folder, filter_)

    def open_folder(self, title: str, folder: Path) -> Path | None:
        from desktop.ui import asking

        return asking.open_folder(self._window, title, folder)

    def show_error(self, error: DesktopError) -> None:
        from desktop.ui import asking

        asking.show_error(self._window, error)

    def notify(
        self, message: str, words: str = "", act: Callable[[], object] | None = None
    ) -> None:
        if act is None:
            self._say(message)
        else:
            self._say(message, words, act)
