"""One window for one workspace: a second start raises the first.

A lock says whether anybody has a workspace open, and costs next to nothing to ask. Only then is the
network part of Qt imported, to ring at the other window's door.
"""

from __future__ import annotations

import getpass
import time
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

from desktop.errors import WorkspaceError

_CONNECT_MS = 1500
# A slow machine, or one just awake: long, because a second window on the work would be worse.
_PATIENCE_MS = 5000
_RING_EVERY_S = 0.05
_RAISE = b"raise\n"


def server_name(workspace: Path) -> str:
    """Return the name under which the window of a workspace can be reached on this machine."""
    seed = f"{getpass.getuser()}\0{workspace.resolve()}"
    digest = QCryptographicHash.hash(seed.encode(), QCryptographicHash.Algorithm.Sha256)
    return f"consultee-{bytes(digest.toHex().data()).decode()[:24]}"


class Claim:
    """The right to open a workspace: one program on this machine has it, until it ends."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        folder = Path(QDir.tempPath())
        self._lock = QLockFile(str(folder / f"{server_name(workspace)}.lock"))
        self._lock.setStaleLockTime(0)  # it is stale when its program is dead, however old it is

    def take(self) -> bool:
        """Claim the workspace; False if another living program has it.

        Where no lock can be written at all, nobody is kept from opening the workspace.
        """
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def ring(self, patience_ms: int = _PATIENCE_MS) -> None:
        """Ask the window of whoever has the workspace to come to the front, once it is there.

        Raises:
            WorkspaceError: nobody answers within ``patience_ms``.
        """
        until = time.monotonic() + patience_ms / 1000
        while not raise_other(self.workspace, patience_ms):
            if time.monotonic() > until:
                raise _no_answer(self.workspace)
            time.sleep(_RING_EVERY_S)

    def release(self) -> None:
        """Let others open the workspace."""
        self._lock.unlock()


def raise_other(workspace: Path, patience_ms: int = _PATIENCE_MS) -> bool:
    """Ask the window that has this workspace open to come to the front; False if there is none.

    Raises:
        WorkspaceError: there is one, but it does not answer within ``patience_ms``.
    """
    from PySide6.QtNetwork import QLocalSocket

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
        raise _no_answer(workspace)
    return True


def _no_answer(workspace: Path) -> WorkspaceError:
    return WorkspaceError(
        "The other window does not answer",
        f"{workspace} is open in another window of Consultee, and that window is busy "
        "or has stopped working.",
        "Wait a minute and start Consultee again. If nothing has changed by then, end the "
        "other Consultee: what you wrote there is saved as you typed it.",
    )


class Doorbell(QObject):
    """Answers later starts on the same workspace: ``rung`` asks the window to come to the front."""

    rung = Signal()

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer

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
