"""How far reading and accepting have come: a bar, the same in words, and a way to stop."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.form import name_field
from desktop.ui.imports.accepting import Accepting
from desktop.ui.imports.queue import ImportQueue
from desktop.ui.imports.time_left import progress_words
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label


class ImportProgress(QWidget):
    """Shows while there is something to wait for."""

    def __init__(
        self, queue: ImportQueue, accepting: Accepting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._accepting = accepting
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.words = text_label()
        self.cancel_button = Button("Stop", self.cancel, name="Stop reading and accepting")
        left = QVBoxLayout()
        left.setSpacing(GAP_SMALL)
        left.addWidget(self.bar)
        left.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(left, 1)
        row.addWidget(self.cancel_button)
        queue.moved.connect(self.refresh)
        accepting.moved.connect(self.refresh)
        self.refresh()

    def cancel(self) -> None:
        """Leave undone what has not been begun; what is done stays."""
        self._queue.cancel()
        self._accepting.cancel()

    def refresh(self) -> None:
        """Show how far it has come now."""
        reading, accepting = self._queue.progress(), self._accepting.progress()
        shown = reading if reading.running else accepting
        self.setVisible(shown.running)
        if not shown.running:
            return
        words = [progress_words(reading)] if reading.running else []
        if accepting.running:
            words.append(progress_words(accepting, "Into the library"))
        said = " ".join(words)
        self.bar.setRange(0, shown.total)
        self.bar.setValue(shown.done)
        self.words.setText(said)
        name_field(self.bar, "Progress", said)
