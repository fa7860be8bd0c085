"""Ranking a library for a text: the one function behind everything that is offered for a question,
a paragraph or a sentence, and behind what is measured.
"""

from __future__ import annotations

import numpy as np

from desktop.matching.index import Index
from desktop.matching.index.arrays import Bools, Ints
from desktop.matching.scoring.asking import ask
from desktop.matching.scoring.judging import Judged, judge
from desktop.matching.scoring.matching import matches_of
from desktop.matching.scoring.results import Ranking, Scorer
from desktop.matching.scoring.tuning import TUNED, Tuning

_NONE = np.zeros(0, np.int32)


def rank(
    index: Index,
    text: str,
    *,
    allowed: Bools | None = None,
    limit: int = 100,
    among: Ints | None = None,
    scorer: Scorer | None = None,
    tuning: Tuning = TUNED,
) -> Ranking:
    """Return the best ``limit`` pieces for a text of any length, and those of ``among`` whether or
    not any word fits.

    ``allowed`` says which slots may come, bool[size], None = all; ``scorer`` has a say beside the
    words.
    """
    asked = ask(index, text, tuning)
    wanted = _NONE if among is None else _left(index, among, allowed)
    judged = judge(index, asked, allowed, limit, wanted, tuning)
    if scorer is not None:
        judged = _with_another(judged, scorer, text)
    return Ranking(matches_of(index, asked, judged, limit, wanted), asked.words, judged.helped)


def _left(index: Index, among: Ints, allowed: Bools | None) -> Ints:
    slots = np.unique(among).astype(np.int32)
    slots = slots[index.alive[slots]]
    return slots if allowed is None else slots[allowed[slots]]


def _with_another(judged: Judged, scorer: Scorer, text: str) -> Judged:
    """Let another judge have its say on the pieces that were looked at closely."""
    says = scorer.scores(text, judged.slots)
    words = np.float32(1 - scorer.weight) * judged.scores
    return judged.scored(words + np.float32(scorer.weight) * says)
