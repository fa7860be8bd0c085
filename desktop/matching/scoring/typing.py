"""Search as one types: every word counts, and the last may be unfinished."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from desktop.core.stop_words import GRAMMAR_WORDS
from desktop.matching.index import Field, Index
from desktop.matching.index.arrays import Bools
from desktop.matching.scoring.arrays import best
from desktop.matching.scoring.asking import Asked, Token, asked_of, read, telling
from desktop.matching.scoring.bm25 import Wanted, add_up, norms, rarity, standing
from desktop.matching.scoring.closely import look_closely
from desktop.matching.scoring.having import having, shares
from desktop.matching.scoring.judging import Judged
from desktop.matching.scoring.matching import matches_of
from desktop.matching.scoring.results import Ranking, Word
from desktop.matching.scoring.tuning import TUNED, Tuning

_SHORTEST_BEGINNING = 2
# A person who searches knows who said it, or where, as often as what was said.
_FROM_WHERE = {Field.PLACE: 0.7, Field.ABOUT: 0.7}
# What may stand inside a word, and so at the end of one that is unfinished: "co-".
_INSIDE = "-‐‑'’"
_NONE = np.zeros(0, np.int32)


def typed(
    index: Index,
    text: str,
    *,
    allowed: Bools | None = None,
    limit: int = 100,
    tuning: Tuning = TUNED,
) -> Ranking:
    """Return the best ``limit`` pieces for the words typed into a search box.

    Those that have more of the words come first. The last word may be unfinished unless a space
    follows it. ``allowed`` says which slots may come, bool[size], None = all.
    """
    asked = _typed(index, text, tuning)
    norm = norms(index, tuning)
    most = np.float32(asked.most or 1.0)
    places = standing(index, asked.wanted, {**tuning.fields, **_FROM_WHERE})
    scores = add_up(asked.wanted, places, norm) / most
    if allowed is not None:
        scores = np.where(allowed, scores, np.float32(0))
    slots = best(index, scores, max(tuning.closely, limit))
    close = look_closely(index, asked, slots, norm, tuning)
    has = having(asked, places, slots)
    judged = Judged(
        slots=slots,
        scores=(scores[slots] + close.extra / most) * shares(asked, has) ** 2,
        learned=np.zeros(len(slots), np.float32),
        has=has,
        close=close,
        helped=False,
    )
    return Ranking(matches_of(index, asked, judged, limit, _NONE), asked.words)


def _typed(index: Index, text: str, tuning: Tuning) -> Asked:
    tokens = read(index, text)
    *whole, last = tokens or [Token("", "", -1, 0)]
    if not _is_unfinished(text, last, alone=not whole):
        return asked_of(index, tokens, telling(tokens, GRAMMAR_WORDS), tuning)
    others = [token for token in whole if token.folded not in GRAMMAR_WORDS]
    if last.folded in GRAMMAR_WORDS:
        if others:
            return asked_of(index, tokens, others, tuning)
        others = whole
    return _with_beginning(index, asked_of(index, tokens, others, tuning), last)


def _is_unfinished(text: str, last: Token, *, alone: bool) -> bool:
    """Tell whether the last word may become another: nothing follows it, and it is no single
    letter, which would be the beginning of too much.
    """
    ends = bool(last.written) and text.rstrip(_INSIDE).endswith(last.written)
    return ends and (alone or len(last.folded) >= _SHORTEST_BEGINNING)


def _with_beginning(index: Index, asked: Asked, last: Token) -> Asked:
    """Add a word that may be unfinished: all words that begin so count as it."""
    terms = {*index.prefixed(last.folded).tolist(), last.term} - {-1}
    having_any = min(int(index.df_all[list(terms)].sum()) if terms else 0, index.count)
    weight = rarity(index.count, max(having_any, 1))
    word = Word(last.written, last.term, having_any, weight)
    return replace(
        asked,
        words=(*asked.words, word),
        wanted=(*asked.wanted[: len(asked.words)], Wanted(tuple(sorted(terms)), weight)),
        stands_for=(*asked.stands_for[: len(asked.words)], (len(asked.words),)),
        row=(*asked.row, (last.at, len(asked.words))),
    )
