"""One window for one workspace: a second start raises the first."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 1500
_RAISE = b"raise\n"


def server_name(workspace: Path) -> str:
    """Return the name under which the window of a workspace can be reached on this machine."""
    seed = f"{getpass.getuser()}\0{workspace.resolve()}"
    return f"consultee-{hashlib.sha256(seed.encode()).hexdigest()[:24]}"


def raise_other(workspace: Path) -> bool:
    """Ask the window that has this workspace open to come to the front; False if there is none."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(workspace))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(_RAISE)
    socket.waitForBytesWritten(_ANSWER_MS)
    # Only an answer proves that somebody lives there, not just the socket of a program that hangs.
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_ANSWER_MS)
    socket.disconnectFromServer()
    return answered


class Doorbell(QObject):
    """Answers later starts on the same workspace: ``rung`` asks the window to come to the front."""

    rung = Signal()

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = server_name(workspace)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(name):
            # What a killed program left behind; nobody answered there (see ``raise_other``).
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listening(self) -> bool:
        """Whether later starts can find this window."""
        return self._server.isListening()

    def close(self) -> None:
        """Stop answering."""
        self._server.close()

    def _answer(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            socket.write(b"ok\n")
            socket.flush()
            self.rung.emit()
