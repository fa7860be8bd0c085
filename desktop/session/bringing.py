"""The writing side of the Jobs of the intake: adding what was read, taking it into the library."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from threading import RLock

from desktop.core.imports import Accepted, ImportState
from desktop.corpus.pool import Reading
from desktop.errors import WorkspaceError
from desktop.session.taking import answers_of, passages_of, source_of
from desktop.store.connection import Connection
from desktop.store.imports import accepting, adding, reading

# Whoever waits to write is let in between two imports: a lock alone is taken again at once.
_LET_OTHERS_IN = 0.001


def bring_in(
    db: Connection,
    turn: RLock,
    found: Reading,
    key: str,
    now: datetime,
    *,
    again: bool,
    said: tuple[str, str],
) -> str:
    """Keep what was read of a file and return its id, or that of the import with the same bytes.

    ``said`` is the organisation that sent it and when. Raises the error of a Reading that failed.
    """
    if found.understanding is None:
        raise found.error or WorkspaceError(
            "This file could not be read", f"Nothing was found in “{found.name}”.", "Try another."
        )
    organisation, sent = said
    known = reading.known(db, found.digest)
    if known is not None and not again:
        return known.id
    new = adding.NewImport(
        id=key,
        name=found.name,
        path=found.path,
        digest=found.digest,
        understanding=found.understanding,
        imported=now,
        updates=_older(db, found, known.id if known else ""),
        organisation=organisation,
        sent=sent,
    )
    with turn:
        adding.add(db, new)
    time.sleep(_LET_OTHERS_IN)
    return key


def take_in(
    db: Connection,
    turn: RLock,
    keys: Sequence[str],
    stop: Callable[[], bool],
    done: Callable[[str], object],
) -> Accepted:
    """Take imports into the library one after another; pass over those that do not wait."""
    taken: list[str] = []
    sources: list[str] = []
    passages = 0
    for key in keys:
        if stop():
            break
        review = reading.review(db, key)
        if review.document.state is ImportState.WAITING:
            pieces, answers = passages_of(review), answers_of(review)
            with turn:
                source = accepting.accept(
                    db, review.document, source_of(review.document), pieces, answers
                )
            time.sleep(_LET_OTHERS_IN)
            taken.append(key)
            sources.append(source)
            passages += len(pieces)
        done(key)
    return Accepted(tuple(taken), passages, tuple(dict.fromkeys(sources)))


def _older(db: Connection, found: Reading, known: str) -> str:
    """Return the accepted import that a file is a newer copy of; "" if it is none."""
    if known:
        accepted = reading.document(db, known).state is ImportState.ACCEPTED
        return known if accepted else ""
    assert found.understanding is not None
    blocks = found.understanding.document.blocks
    return adding.older_copy(db, found.path, found.name, blocks)
