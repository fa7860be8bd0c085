"""Which Passages say nearly the same: found by a few of their runs of words, then compared.

Each Passage of a group has the id of the group's first Passage in ``likeness``; one that is like no
other has its own.
"""

from __future__ import annotations

import heapq
import re
from zlib import crc32

from desktop.core.evidence import Passage
from desktop.store.database import Database

_WORD = re.compile(r"\w+")
_RUN = 4
# Of two texts that share nine tenths of their runs, at least one of the smallest three is in both
# in all but a thousandth of the cases.
_KEPT = 3
_ALIKE = 0.85
_MOST_COMPARED = 20


def keys(text: str) -> tuple[int, ...]:
    """Return the keys by which a text meets those that are nearly the same."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, 1))}
    return tuple(heapq.nsmallest(_KEPT, {crc32(run.encode()) for run in runs}))


def group(db: Database, passage: Passage, its_keys: tuple[int, ...]) -> str:
    """Return the group of a new Passage: that of one which says nearly the same, or its own."""
    marks = ", ".join("?" * len(its_keys))
    sql = (
        "SELECT DISTINCT p.likeness, p.text FROM likenesses AS l"
        f" JOIN passages AS p ON p.id = l.passage WHERE l.key IN ({marks}) LIMIT {_MOST_COMPARED}"
    )
    for likeness, text in db.execute(sql, list(its_keys)):
        if same(passage.text, text):
            return str(likeness)
    return passage.id


def remember(db: Database, passage: str, its_keys: tuple[int, ...]) -> None:
    """Keep the keys of a Passage, so that later ones meet it."""
    db.insert_all("likenesses", [{"key": key, "passage": passage} for key in its_keys])


def forget(db: Database, document: str) -> None:
    """Drop the keys of all Passages of an import."""
    db.execute(
        "DELETE FROM likenesses WHERE passage IN (SELECT id FROM passages WHERE document = ?)",
        [document],
    )


def same(one: str, other: str) -> bool:
    """Tell whether two texts use nearly the same words and exactly the same numbers."""
    mine, theirs = (frozenset(_WORD.findall(text.casefold())) for text in (one, other))
    small, large = sorted((len(mine), len(theirs)))
    if small < _ALIKE * large or _numbers(mine) != _numbers(theirs):
        return False
    return len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if any(map(str.isdigit, word)))
