"""One window for one workspace: a second start raises the first."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.errors import WorkspaceError

_CONNECT_MS = 1500
# A slow machine, or one just awake: long, because a second window on the work would be worse.
_PATIENCE_MS = 5000
_RAISE = b"raise\n"


def server_name(workspace: Path) -> str:
    """Return the name under which the window of a workspace can be reached on this machine."""
    seed = f"{getpass.getuser()}\0{workspace.resolve()}"
    return f"consultee-{hashlib.sha256(seed.encode()).hexdigest()[:24]}"


def raise_other(workspace: Path, patience_ms: int = _PATIENCE_MS) -> bool:
    """Ask the window that has this workspace open to come to the front; False if there is none.

    Raises:
        WorkspaceError: there is one, but it does not answer within ``patience_ms``.
    """
    socket = QLocalSocket()
    socket.connectToServer(server_name(workspace))
    if not socket.waitForConnected(_CONNECT_MS):
        return False
    socket.write(_RAISE)
    socket.waitForBytesWritten(_CONNECT_MS)
    # What a killed program left behind takes no connection: a program is running there.
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(patience_ms)
    socket.disconnectFromServer()
    if not answered:
        raise WorkspaceError(
            "The other window does not answer",
            f"{workspace} is open in another window of Consultee, and that window is busy "
            "or has stopped working.",
            "Wait a minute and start Consultee again. If nothing has changed by then, end the "
            "other Consultee: what you wrote there is saved as you typed it.",
        )
    return True


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
            # What a killed program left behind; nobody is there (see ``raise_other``).
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
