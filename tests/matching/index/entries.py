"""Entries to index, and all that an index says, told without slots and numbers of its own."""

from __future__ import annotations

from typing import Any

import numpy as np

from desktop.core.search import Entry
from desktop.matching.index import FIELDS, Field, Index

VILLAGE = (
    Entry(
        "bus",
        "survey",
        "statistic",
        claim="Buses are few",
        text="Three in ten villages have no buses on Sundays.",
        tags="buses, villages",
        place="page 4",
        about="A survey of villages Rosebank Trust",
        questions=("rural-2019#2", "*"),
        own=True,
        date="2019-03-04",
    ),
    Entry(
        "hall-1",
        "response",
        "passage",
        text="The village hall is run by volunteers. Volunteering is rising.",
        asked="Who runs the village hall?",
        place="para. 1",
        about="Our response to the rural inquiry",
        questions=("rural-2017#1",),
        document="d1",
        position=0,
        likeness="hall-1",
        date="2017",
    ),
    Entry(
        "hall-2",
        "response",
        "passage",
        text="A volunteer opens the hall in the village.",
        place="para. 2",
        about="Our response to the rural inquiry",
        document="d1",
        position=1,
        likeness="hall-1",
        date="2017-05",
    ),
)


def picture(index: Index) -> dict[str, Any]:
    """Say all that an index knows, in words and ids."""
    slots: list[int] = np.flatnonzero(index.alive).tolist()
    ids = [index.ids[slot] for slot in slots]
    terms = [term for term in range(len(index.df_all)) if index.df_all[term]]
    return {
        "count": index.count,
        "pieces": {index.ids[slot]: _piece(index, slot) for slot in slots},
        "slots": {id: index.ids[index.slot(id)] for id in ids},
        "words": {index.word(term): _word(index, term) for term in terms},
        "counted": (index.totals.tolist(), index.filled.tolist(), sum(index.cf.tolist())),
        "prefixes": {start: _words(index, index.prefixed(start)) for start in _starts(index)},
        "acronyms": {
            index.word(term): [_words(index, long) for long in index.long_forms(term)]
            for term in terms
            if index.long_forms(term)
        },
    }


def found(index: Index, slots: Any, counts: Any) -> dict[str, int]:
    """Return what postings say, by id."""
    assert slots.tolist() == sorted(set(slots.tolist()))
    pairs: list[tuple[int, int]] = list(zip(slots.tolist(), counts.tolist(), strict=True))
    return {index.ids[slot]: count for slot, count in pairs}


def _piece(index: Index, slot: int) -> tuple[Any, ...]:
    before, after = (int(side[slot]) for side in index.neighbours)
    return (
        index.name(index.source[slot]),
        index.name(index.document[slot]),
        index.name(index.likeness[slot]),
        index.name(index.kind[slot]),
        int(index.position[slot]),
        int(index.date[slot]),
        bool(index.own[slot]),
        int(index.tiebreak[slot]),
        index.lengths[slot].tolist(),
        [_words(index, index.words_of(slot, field)) for field in Field],
        index.ids[before] if before >= 0 else "",
        index.ids[after] if after >= 0 else "",
    )


def _word(index: Index, term: int) -> tuple[Any, ...]:
    return (
        int(index.df[term]),
        int(index.df_all[term]),
        int(index.cf[term]),
        index.term(index.word(term)) == term,
        [found(index, *index.postings(term, field)) for field in range(FIELDS)],
    )


def _words(index: Index, terms: Any) -> list[str]:
    return [index.word(int(term)) for term in terms]


def _starts(index: Index) -> list[str]:
    words = {index.word(term) for term in range(len(index.df_all)) if index.df_all[term]}
    return sorted({word[:2] for word in words})
