"""A file of any kind that the program reads, as a paper of a Course's data pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.consultation import Consultation
from desktop.core.course import Paper
from desktop.core.evidence import Origin, Source
from desktop.corpus.failures import empty
from desktop.corpus.pool import ReaderPool
from desktop.errors import ContentError
from desktop.markup import write
from desktop.session.taking import as_answer
from desktop.store.packs.forms import MOST_LONG


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A paper that was read, and what reading it left out."""

    paper: Paper
    notices: tuple[str, ...] = ()


def read_paper(path: Path, calls: Sequence[Consultation]) -> ReadPaper:
    """Read a file as a paper: its words, without notes and pictures. Its key is still to be given.

    Raises:
        ReadError: it cannot be read, or says nothing.
        ContentError: it is longer than a paper may be.
    """
    with ReaderPool(calls, workers=1) as pool:
        reading = pool.submit(path).result()
    if reading.error is not None:
        raise reading.error
    found = reading.understanding
    text = write(as_answer(found.document.blocks)).strip() if found else ""
    if found is None or not text:
        raise empty(path.name)
    if len(text) > MOST_LONG:
        raise ContentError(
            f"“{path.name}” is too long for a paper",
            f"It has {len(text):,} characters, and a paper of a course may have {MOST_LONG:,}.",
            "Take the pages that learners need: copy them into a paper of their own.",
        )
    title = " ".join((found.title or path.stem).split())
    source = Source(
        "", title, found.author, date=found.date, kind=found.kind, origin=Origin.OWN, short=title
    )
    return ReadPaper(Paper(source, text), found.document.notices)
