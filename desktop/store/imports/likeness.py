"""Which Passages say nearly the same: found by a few of their runs of words, then compared.

Each Passage of a group has the id of the group's first Passage in ``likeness``; one that is like no
other has its own.
"""

from __future__ import annotations

import heapq
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
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


def groups(db: Database, passages: Sequence[Passage]) -> list[tuple[str, tuple[int, ...]]]:
    """Return for each new Passage its group, that of one which says nearly the same or its own,
    and the keys to ``remember`` it by. Only reads: it can be done before a transaction.
    """
    all_keys = [keys(passage.text) for passage in passages]
    met: dict[int, list[tuple[str, str]]] = defaultdict(list)
    sql = (
        "SELECT l.key, p.likeness, p.text FROM likenesses AS l JOIN passages AS p"
        " ON p.id = l.passage WHERE l.key IN (SELECT value FROM json_each(?))"
    )
    wanted = json.dumps(list({key for its_keys in all_keys for key in its_keys}))
    for key, group, text in db.execute(sql, [wanted]):
        met[key].append((group, text))
    found: list[tuple[str, tuple[int, ...]]] = []
    for passage, its_keys in zip(passages, all_keys, strict=True):
        near = dict.fromkeys(pair for key in its_keys for pair in met[key][-_MOST_COMPARED:])
        group = next((group for group, text in near if same(passage.text, text)), passage.id)
        for key in its_keys:
            met[key].append((group, passage.text))
        found.append((group, its_keys))
    return found


def remember(db: Database, known: Iterable[tuple[str, tuple[int, ...]]]) -> None:
    """Keep the keys of Passages (by id), so that later ones meet them."""
    rows = [{"key": key, "passage": passage} for passage, keys in known for key in keys]
    db.insert_all("likenesses", rows)


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
