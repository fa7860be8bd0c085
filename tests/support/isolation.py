"""Keeps a test to itself: a data folder of its own, and no connection beyond this machine."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.paths import DATA_FOLDER_VARIABLE


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that this test's copy of the program takes for the person's own."""
    folder = tmp_path_factory.mktemp("person")
    monkeypatch.setenv(DATA_FOLDER_VARIABLE, str(folder / "data"))
    # Whatever asks the system instead of us must not find the developer's own files either.
    for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(folder / variable.lower()))
    return folder / "data"


class NetworkReachedError(AssertionError):
    """Raised where a test, or the program under test, reaches for another machine."""


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine: Consultee works offline."""
    real_connect, real_connect_ex = socket.socket.connect, socket.socket.connect_ex

    def connect(self: socket.socket, address: Any) -> None:
        _refuse_unless_local(self, address)
        real_connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_unless_local(self, address)
        return real_connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        yield


def _refuse_unless_local(sock: socket.socket, address: Any) -> None:
    if sock.family not in (socket.AF_INET, socket.AF_INET6):
        return
    host = str(address[0])
    if host == "localhost":
        return
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:  # a name would have to be asked of another machine
        local = False
    if not local:
        raise NetworkReachedError(f"something tried to reach {host}; Consultee works offline")
