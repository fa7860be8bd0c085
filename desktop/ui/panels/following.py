"""Follows the paragraph at the cursor: after a pause in typing, never while keys are pressed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.ui.debounce import Debounce
from desktop.ui.memory import Memory

FOLLOW_QUIET_MS = 1000
_KEY, _OFF = "follow", "off"
# A paragraph of fewer words says nothing yet of what it will argue.
_FEWEST_WORDS = 4


def follows(memory: Memory) -> bool:
    """Tell whether the paragraph at the cursor is followed on this machine."""
    return memory.text(_KEY) != _OFF


class Written(QObject):
    """Where somebody writes. ``moved()``: the text or the cursor has changed."""

    moved = Signal()

    def paragraph(self) -> str:
        """Return the paragraph at the cursor as plain text."""
        return ""


class Following(QObject):
    """``changed()``: another paragraph is being argued now, or none; ``turned(bool)``: it is
    followed from now on, or not. The switch is remembered.
    """

    changed = Signal()
    turned = Signal(bool)

    def __init__(self, memory: Memory | None, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        self._on = memory is None or follows(memory)
        self._written: Written | None = None
        self._quiet = Debounce(FOLLOW_QUIET_MS, self._look, self)
        self._paragraph = ""
        self._missed = False
        self.wanted = True

    # ``wanted`` is False while something else is looked for than what fits the paragraph.

    @property
    def on(self) -> bool:
        """Whether the paragraph is followed at all."""
        return self._on

    @property
    def waiting(self) -> bool:
        """Whether somebody has written since the paragraph was looked at."""
        return self._quiet.waiting

    @property
    def paragraph(self) -> str:
        """The paragraph that is followed, "" if none is."""
        return self._paragraph if self._on else ""

    def attach(self, written: Written) -> None:
        """Follow what is written here."""
        self._written = written
        written.moved.connect(self._poke)

    def turn(self, on: bool) -> None:
        """Follow, or go by the question alone; remembered on this machine."""
        if on == self._on:
            return
        self._on = on
        if self._memory is not None:
            self._memory.put(_KEY, "on" if on else _OFF)
        self._quiet.cancel()
        self._paragraph = self._now() if on else ""
        self.turned.emit(on)
        self.changed.emit()

    def forget(self) -> None:
        """Go by the question alone until something is written."""
        self._quiet.cancel()
        self._paragraph = ""

    def outdated(self, paragraph: str) -> bool:
        """Tell whether somebody has written on since this paragraph was looked at; then what was
        found for it is of no use, and ``changed`` comes again.
        """
        if not self._quiet.waiting or self._now() == paragraph:
            return False
        self._missed = True
        return True

    def _poke(self) -> None:
        if self._on and self.wanted:
            self._quiet.poke()

    def _look(self) -> None:
        now = self._now()
        if now != self._paragraph or self._missed:
            self._paragraph, self._missed = now, False
            self.changed.emit()

    def _now(self) -> str:
        text = " ".join(self._written.paragraph().split()) if self._written else ""
        return text if len(text.split()) >= _FEWEST_WORDS else ""
