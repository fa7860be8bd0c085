"""What the pool and its reading processes say to one another, and how.

A message is a length of four bytes and a pickle. Of what a reading process sends only our own
values are taken: a process that a hostile file has got hold of must not get hold of the program.
"""

from __future__ import annotations

import io
import pickle
import struct
from dataclasses import dataclass
from typing import Any, BinaryIO

from desktop.core.consultation import Consultation
from desktop.core.evidence import SourceKind
from desktop.core.understanding import Understanding
from desktop.corpus.failures import ReadError
from desktop.corpus.limits import Limits

_LENGTH = struct.Struct(">I")
_OURS = ("desktop.core.", "desktop.corpus.")
_PLAIN = frozenset({("datetime", "date"), ("datetime", "datetime"), ("datetime", "time")})


@dataclass(frozen=True, slots=True)
class Hello:
    """What a reading process is told at its start."""

    consultations: tuple[Consultation, ...]
    limits: Limits
    seconds: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class Order:
    """A file to read, and what a person says it is."""

    path: str
    kind: SourceKind | None


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has started and knows what it needs to know."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The SHA-256 of the file's bytes and how many there are; it comes before the Result."""

    digest: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file, or of one that is attached to it.

    ``bug`` is the trace of a fault of our own, for the log. ``last``: the process ends now, since
    it holds too much memory to go on.
    """

    name: str
    digest: str = ""
    size: int = 0
    understanding: Understanding | None = None
    error: ReadError | None = None
    attachments: tuple[Result, ...] = ()
    bug: str = ""
    last: bool = False


def send(stream: BinaryIO, message: object) -> None:
    """Write one message."""
    data = pickle.dumps(message, protocol=5)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """Read one message.

    Raises:
        EOFError: the other side has gone.
        pickle.UnpicklingError: it is none of our messages.
    """
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _OnlyOurs(io.BytesIO(_exactly(stream, length))).load()


class _OnlyOurs(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(_OURS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        elif (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not a value of ours")


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
