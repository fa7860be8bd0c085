"""The process that reads files: one at a time, at low priority, never with too much memory.

It takes orders on its standard input and answers on its standard output (``wire``): for each file
first a Digest, then a Result. It ends when its input does.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from desktop.core.consultation import Consultation
from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.core.understanding import Part, PartRole, Understanding
from desktop.corpus import failures
from desktop.corpus.failures import ReadError
from desktop.corpus.guard import Guard, lower_priority
from desktop.corpus.limits import Limits
from desktop.corpus.reading import guarded, noticed, read_as
from desktop.corpus.sniffing import Sniffed, sniff
from desktop.corpus.wire import Digest, Hello, Order, Ready, Result, receive, send

_CHUNK = 1024 * 1024


def main() -> None:
    """Read files until the input ends."""
    orders, answers = _own_pipes()
    lower_priority()
    logging.disable(logging.CRITICAL)  # nobody listens here; what matters goes back in a Result
    try:
        hello: Hello = receive(orders)
        guard = Guard(hello.seconds, hello.megabytes)
        _warm_up(hello)
        send(answers, Ready())
        while True:
            order: Order = receive(orders)
            with guard.watching():
                result = _obey(order, hello, answers)
            result = replace(result, last=guard.nearly_full())
            send(answers, result)
            if result.last:
                return
    except (EOFError, BrokenPipeError):
        return


def _warm_up(hello: Hello) -> None:
    """Load what every file needs, so that the first does not pay for it."""
    first = Document(DocumentFormat.TEXT, (Block(BlockKind.PARAGRAPH, "We welcome this."),))
    _understood(first, "first", hello.consultations, None)


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes to ourselves: what a library prints must not get between the messages."""
    orders = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    sys.stdin = os.fdopen(os.dup(nothing), encoding="utf-8")
    sys.stdout = sys.stderr = os.fdopen(os.dup(nothing), "w", encoding="utf-8")
    return orders, answers


def _obey(order: Order, hello: Hello, answers: BinaryIO) -> Result:
    path = Path(order.path)
    known = digest_of(path, hello.limits)
    send(answers, known)
    result = read(path, hello.limits, hello.consultations, order.kind)
    return replace(result, digest=known.digest, size=known.size)


def digest_of(path: Path, limits: Limits) -> Digest:
    """Return the digest; "" for a file that is too large to be read, or cannot be opened."""
    try:
        size = path.stat().st_size
        if size > limits.bytes or not path.is_file():
            return Digest("", size)
        digest = hashlib.sha256()
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
        return Digest(digest.hexdigest(), size)
    except (OSError, ValueError):
        return Digest()


def read(
    path: Path,
    limits: Limits,
    consultations: Sequence[Consultation],
    kind: SourceKind | None = None,
) -> Result:
    """Read and understand one file, with what is attached to it; never raises for a bad file."""
    attached: tuple[Result, ...] = ()
    try:
        found = sniff(path, limits)
        if found.format is DocumentFormat.EML:
            document, attached = _read_mail(found, path, limits, consultations)
        else:
            document = read_as(found, path, limits)
        understanding, bug = _understood(document, path.name, consultations, kind)
    except ReadError as error:
        return Result(path.name, error=error)
    except MemoryError:
        return Result(path.name, error=failures.out_of_memory(path.name))
    return Result(path.name, understanding=understanding, attachments=attached, bug=bug)


def _read_mail(
    found: Sniffed, path: Path, limits: Limits, consultations: Sequence[Consultation]
) -> tuple[Document, tuple[Result, ...]]:
    """Read a mail and, each for itself, the files attached to it."""
    from desktop.corpus.readers import eml

    mail = guarded(eml.open_mail, path, limits)
    attached: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="consultee-") as folder:
        for file in mail.files:
            result = read(file.put_down(Path(folder)), mail.limits_inside, consultations)
            digest = hashlib.sha256(file.data).hexdigest()
            attached.append(replace(result, name=file.name, digest=digest, size=len(file.data)))
    return noticed(mail.document, found), tuple(attached)


def _understood(
    document: Document,
    name: str,
    consultations: Sequence[Consultation],
    kind: SourceKind | None,
) -> tuple[Understanding, str]:
    """Understand a document; a fault of our own must not cost a person the text that was read."""
    try:
        from desktop.corpus.understand import understand

        return understand(document, name, consultations, kind), ""
    except MemoryError:
        raise
    except Exception:  # a bug, which goes to the log of the program that asked
        end = len(document.blocks)
        parts = (Part(PartRole.OTHER, 0, 0, end, confidence=0.0),) if end else ()
        plain = Understanding(
            document, kind or SourceKind.REPORT, 0.0, Path(name).stem, parts=parts
        )
        return plain, traceback.format_exc()
