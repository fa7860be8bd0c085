"""Two minutes to answer in: a timer to start, stop and start again; it makes no sound."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.courses.exercise import say_aloud
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button

SECONDS = 120
_NEARLY = 30
_TICK_MS = 200


class Countdown(QWidget):
    """Counts down from two minutes. ``told(str)``: it said something aloud, such as that the time
    is up.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spent = 0.0
        self._said: set[int] = set()
        self._clock = QElapsedTimer()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show)
        self.time = QLabel()
        self.time.setProperty("role", "title")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, SECONDS)
        self.bar.setAccessibleName("Time left")
        self.start = Button("Start two minutes", self._start_or_stop, look="primary")
        self.again = Button("From the beginning", self.reset, look="link")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.time)
        row.addWidget(self.start)
        row.addWidget(self.again)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addLayout(row)
        column.addWidget(self.bar)
        self._show()

    @property
    def running(self) -> bool:
        """Whether time is being counted."""
        return self._tick.isActive()

    @property
    def left(self) -> int:
        """How many seconds are left, a begun one counting whole."""
        return max(0, SECONDS - int(self._spent_now()))

    def reset(self) -> None:
        """Stop, with all of the time left."""
        self._tick.stop()
        self._spent = 0.0
        self._said.clear()
        self._show()

    def stop(self) -> None:
        """Stop; what is left stays."""
        self._spent = self._spent_now()
        self._tick.stop()
        self._show()

    def pass_by(self, seconds: float) -> None:
        """Count so many seconds as spent."""
        self._spent += seconds
        self._show()

    def _spent_now(self) -> float:
        running = self._clock.elapsed() / 1000 if self._tick.isActive() else 0.0
        return self._spent + running

    def _start_or_stop(self) -> None:
        if self.running:
            self.stop()
            return
        if not self.left:
            self.reset()
        self._clock.start()
        self._tick.start()
        self._show()

    def _show(self) -> None:
        left = self.left
        words = f"{left // 60}:{left % 60:02}"
        if self.time.text() != words:
            self.time.setText(words)
            self.time.setAccessibleName(f"{_spoken(left)} left")
        self.bar.setValue(left)
        self.bar.setAccessibleDescription(f"{_spoken(left)} left")
        if self.running and left <= _NEARLY:
            self._tell(0 if not left else _NEARLY)
        if self.running and not left:
            self._spent = float(SECONDS)
            self._tick.stop()
        self._name_button(left)

    def _name_button(self, left: int) -> None:
        if self.running:
            words = "Stop"
        elif not left:
            words = "Start again"
        else:
            words = "Start two minutes" if left == SECONDS else "Go on"
        if self.start.text() != words:
            self.start.set_words(words)
        self.again.setVisible(0 < left < SECONDS)

    def _tell(self, seconds: int) -> None:
        if seconds in self._said:
            return
        self._said.add(seconds)
        words = f"{seconds} seconds left" if seconds else "Two minutes are over"
        say_aloud(self, words)
        self.told.emit(words)


def _spoken(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} minute{'s' * (minutes != 1)}"] if minutes else []
    if rest or not minutes:
        parts.append(f"{rest} second{'s' * (rest != 1)}")
    return " ".join(parts)
