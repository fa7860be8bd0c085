"""Files and folders dropped on a page are brought in; while they hover the page says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Lets files be dropped anywhere on ``widget``. ``hovering(bool)``: files are held over it."""

    hovering = Signal(bool)

    def __init__(self, widget: QWidget, take: Callable[[Sequence[Path]], object]) -> None:
        super().__init__(widget)
        self._take = take
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDragEnterEvent() if dropped_files(event.mimeData()):
                event.acceptProposedAction()
                self.hovering.emit(True)
                return True
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                self.hovering.emit(False)
                files = dropped_files(event.mimeData())
                if files:
                    event.acceptProposedAction()
                    self._take(files)
                return True
            case _ if event.type() == QEvent.Type.DragLeave:
                self.hovering.emit(False)
        return super().eventFilter(watched, event)


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files and folders that are dragged or were copied in a file manager."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
