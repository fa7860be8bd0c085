"""How the window looks now: the theme that was chosen or that the system asks for, and the text
size.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from desktop.ui.memory import Memory
from desktop.ui.theme import Theme, load_theme, palette, style_sheet

SMALLEST, USUAL, LARGEST, STEP = 80, 100, 200, 10
_THEME, _TEXT_SIZE = "theme", "text-size"
_BODY_PX = (13, 15)


class ThemeChoice(StrEnum):
    """What the person may ask for; each but the first is the name of a theme file."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


THEME_WORDS = {
    ThemeChoice.SYSTEM: "Same as the system",
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.HIGH_CONTRAST: "High contrast",
}


class Appearance(QObject):
    """Dresses the application and emits ``changed`` whenever theme or text size has changed."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path, memory: Memory) -> None:
        super().__init__(app)
        self._app = app
        self._folder = resources / "themes"
        self._icons = resources / "icons"
        self._memory = memory
        self._template = (self._folder / "window.qss").read_text(encoding="utf-8")
        system = QFontInfo(app.font()).pixelSize()
        self._body_px = min(max(system, _BODY_PX[0]), _BODY_PX[1])
        self.theme = self._wanted_theme()
        self._wear()
        app.styleHints().colorSchemeChanged.connect(self.follow_system)

    @property
    def choice(self) -> ThemeChoice:
        """What the person asked for."""
        try:
            return ThemeChoice(self._memory.text(_THEME))
        except ValueError:
            return ThemeChoice.SYSTEM

    @property
    def text_size(self) -> int:
        """The text size in per cent of the usual one."""
        return min(max(self._memory.number(_TEXT_SIZE, USUAL), SMALLEST), LARGEST)

    @property
    def scale(self) -> float:
        """The text size as a factor: what widgets with sizes of their own multiply by."""
        return self.text_size / 100

    def choose(self, choice: ThemeChoice) -> None:
        """Wear this theme from now on."""
        self._memory.put(_THEME, choice.value)
        self._refresh()

    def set_text_size(self, percent: int) -> None:
        """Make all text this large, within 80 to 200 per cent."""
        self._memory.put(_TEXT_SIZE, min(max(percent, SMALLEST), LARGEST))
        self._refresh()

    def follow_system(self) -> None:
        """Look again at what the system asks for (its settings have changed)."""
        if self.choice is ThemeChoice.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        self.theme = self._wanted_theme()
        self._wear()
        self.changed.emit()

    def _wanted_theme(self) -> Theme:
        choice = self.choice
        if choice is ThemeChoice.SYSTEM:
            choice = system_choice(self._app.styleHints())
        return load_theme(self._folder / f"{choice}.toml")

    def _wear(self) -> None:
        font = QFont(self._app.font())
        font.setPixelSize(round(self._body_px * self.scale))
        self._app.setFont(font)
        self._app.setPalette(palette(self.theme))
        self._app.setStyleSheet(style_sheet(self._template, self.theme, self.scale, self._icons))


class Hints(Protocol):
    """What the system says about its own look (QStyleHints)."""

    def colorScheme(self) -> Qt.ColorScheme:
        """Return whether the system is light or dark."""
        ...


def system_choice(hints: Hints) -> ThemeChoice:
    """Return the theme that the system's own settings ask for."""
    # Qt tells of the wish for contrast from 6.10 on.
    accessibility = getattr(hints, "accessibility", lambda: None)()
    if accessibility is not None:
        wish = accessibility.contrastPreference()
        if wish == Qt.ContrastPreference.HighContrast:
            return ThemeChoice.HIGH_CONTRAST
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return ThemeChoice.DARK if dark else ThemeChoice.LIGHT
