"""Pictures of the real window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.appearance import ThemeChoice
from desktop.ui.place import PageId, Place
from desktop.ui.program import Program
from desktop.ui.window import Window

USUAL, SMALL = QSize(1360, 840), QSize(1024, 700)
# A font that is much like the ones of Windows and macOS; the first that is there is taken.
_FONTS = ("Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial")
_SETTLED_AFTER_S = 0.5
_IDLE_S = 0.02

# How to get to what is pictured, given the window and the response that is open; gives the dialog
# or other window to picture, where that is not the window itself.
Go = Callable[[Window, str], QWidget | None]


@dataclass(frozen=True)
class Shot:
    """One picture: its name, how to get there."""

    name: str
    go: Go


def at(page: PageId, item: str = "") -> Go:
    """Return how to go to a page."""

    def go(window: Window, response: str) -> None:
        window.go(Place(page, response, item))

    return go


def use_font(app: QApplication) -> None:
    """Write in a font like the ones people have."""
    there = set(QFontDatabase.families())
    family = next((name for name in _FONTS if name in there), None)
    if family is not None:
        font = QFont(family)
        font.setPixelSize(13)
        app.setFont(font)


def take_looks(program: Program, response: str, shots: Sequence[Shot], out: Path) -> None:
    """Take every picture in other themes, sizes and text sizes."""
    window, appearance = program.window, program.appearance
    assert window is not None
    for choice in (ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST):
        appearance.choose(choice)
        take(window, response, shots, out / choice.value, USUAL)
    appearance.choose(ThemeChoice.LIGHT)
    take(window, response, shots, out / "small", SMALL)
    for size in (80, 150, 200):
        appearance.set_text_size(size)
        take(window, response, shots, out / f"text-{size}", SMALL if size > 100 else USUAL)
    appearance.set_text_size(100)
    appearance.choose(ThemeChoice.SYSTEM)


def take(window: Window, response: str, shots: Sequence[Shot], out: Path, size: QSize) -> None:
    """Take pictures of a window of this size."""
    out.mkdir(parents=True, exist_ok=True)
    window.resize(size)
    for shot in shots:
        other = shot.go(window, response)
        settle(window)
        (other or window).grab().save(str(out / f"{shot.name}.png"))
        if other is not None:
            other.close()
        if window.finder is not None:
            window.finder.close_palette()


def settle(window: Window) -> None:
    """Let everything arrive that was asked for on other threads."""
    quiet_since = monotonic()
    while monotonic() - quiet_since < _SETTLED_AFTER_S:
        started = monotonic()
        QApplication.processEvents()
        if window.jobs.working or monotonic() - started > _IDLE_S:
            quiet_since = monotonic()
