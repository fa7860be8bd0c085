"""What this machine remembers between two starts: how the window lay, theme and text size, known
workspaces.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_WORKSPACES = "workspaces"
_MOST_WORKSPACES = 8


class Memory:
    """A small settings file in the person's configuration folder; a missing or broken one is an
    empty one.
    """

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def text(self, key: str) -> str:
        """Return a remembered word, "" if there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str, default: int) -> int:
        """Return a remembered number, ``default`` if there is none."""
        try:
            return int(str(self._settings.value(key)))
        except ValueError:
            return default

    def bytes(self, key: str) -> QByteArray:
        """Return remembered bytes (Qt's own description of a layout), empty if there are none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def put(self, key: str, value: str | int | bool | QByteArray) -> None:
        """Remember a value under a key."""
        self._settings.setValue(key, int(value) if isinstance(value, bool) else value)

    def save(self) -> None:
        """Write what is remembered now, rather than when Qt gets round to it."""
        self._settings.sync()

    def workspaces(self) -> list[Path]:
        """Return the workspaces opened before that are still there, newest first."""
        value = self._settings.value(_WORKSPACES)
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [path for path in map(Path, names) if path.is_file()]

    def note_workspace(self, path: Path) -> None:
        """Remember that this workspace was opened just now."""
        known = [str(path), *(str(other) for other in self.workspaces() if other != path)]
        self._settings.setValue(_WORKSPACES, known[:_MOST_WORKSPACES])
