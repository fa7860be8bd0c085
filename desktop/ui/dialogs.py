"""The only modal door: questions, choices of files, errors. Tests put an object of the same shape
in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from desktop.errors import DesktopError


class Dialogs(Protocol):
    """What pages may ask the person."""

    def confirm(
        self, title: str, message: str, yes: str, no: str = "Cancel", *, risky: bool = False
    ) -> bool:
        """Ask a question that is answered by one of two verbs; Escape means ``no``.

        Enter means ``yes``, unless that is ``risky``: then it destroys or replaces something, and
        the keyboard starts on ``no``.
        """
        ...

    def choose(self, title: str, message: str, options: Sequence[str], yes: str) -> int | None:
        """Ask for one of several; return its place in ``options``, None when the person changed
        their mind.
        """
        ...

    def ask_text(
        self, title: str, label: str, text: str = "", *, yes: str = "OK", multiline: bool = False
    ) -> str | None:
        """Ask for a text; None when the person changed their mind. What stands before an empty line
        in ``label`` is said above the field.
        """
        ...

    def save_file(self, title: str, suggestion: Path, filter_: str) -> Path | None:
        """Ask where to write a file (whether to replace one is asked apart)."""
        ...

    def open_file(self, title: str, folder: Path, filter_: str) -> Path | None:
        """Ask for a file to read."""
        ...

    def open_files(self, title: str, folder: Path, filter_: str) -> list[Path]:
        """Ask for files to read, any number; none when the person changed their mind."""
        ...

    def open_folder(self, title: str, folder: Path) -> Path | None:
        """Ask for a folder to look through."""
        ...

    def show_error(self, error: DesktopError) -> None:
        """Show an expected error: title, what is wrong, what to do."""
        ...

    def notify(
        self, message: str, words: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say quietly that something was done, without asking for a click; with ``act`` there is a
        button ``words`` that does it, such as "Undo".
        """
        ...
