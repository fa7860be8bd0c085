"""Which Passages say nearly the same: found by keys that near-identical texts share, then compared.

Each Passage of a group has the id of the group's first Passage in ``likeness``; one that is like no
other has its own. Two that give different figures are never of one group: one would hide the other.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

from desktop.core import near
from desktop.core.evidence import Passage
from desktop.store.database import Database

# Of the bands of a signature as many as find nearly every text that is nine tenths the same.
_KEPT = 4
_MOST_COMPARED = 20


def keys(text: str) -> tuple[int, ...]:
    """Return the keys by which a text meets those that are nearly the same."""
    return tuple(crc32(band.encode()) for band in near.bands(_signature(text))[:_KEPT])


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
    """Tell whether two texts say nearly the same, with the same figures."""
    mine, theirs = _signature(one), _signature(other)
    return near.same(mine, theirs) and not near.other_figures(mine, theirs)


@lru_cache(maxsize=4096)
def _signature(text: str) -> str:
    return near.signature(text)
