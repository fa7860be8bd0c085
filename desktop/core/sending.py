"""What became of a Response: the files written of it, and where and when it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.core.document import DocumentFormat
from desktop.core.imports import TakenAnswer, TakenPassage
from desktop.core.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Sending:
    """One entry of the sending log.

    ``place`` says where it went ("Online form", an address), ``reference`` is the number that the
    body gave it, ``address`` where it was published, and ``quoted`` what of it was quoted and
    where. ``file`` is the path of the file that was sent ("" if none), ``note`` why it went out in
    spite of what had to be mended. ``document`` is the id of the import by which the library keeps
    what was sent ("" if it does not).
    """

    id: str
    response: str
    sent: datetime
    place: str = ""
    reference: str = ""
    address: str = ""
    quoted: str = ""
    file: str = ""
    note: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written of a Response.

    ``errors`` are the sentences of what still had to be mended then, ``reason`` why it was written
    all the same ("" where nothing had to be).
    """

    id: str
    response: str
    exported: datetime
    file: str
    reason: str = ""
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentText:
    """What was sent, as the library keeps it: a past response, taken apart as an import would be.

    ``document`` is the id of the import that it becomes; ``digest`` is that of the file, so that
    the file is known if somebody brings it in. ``kept`` is when it came into the library.
    """

    document: str
    name: str
    path: str
    format: DocumentFormat
    digest: str
    organisation: str
    consultation: str
    kept: datetime
    understanding: Understanding
    passages: tuple[TakenPassage, ...]
    answers: tuple[TakenAnswer, ...]
