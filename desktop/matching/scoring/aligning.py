"""Telling for answers which of several questions each belongs to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.matching.index import Index
from desktop.matching.scoring.arrays import Floats
from desktop.matching.scoring.asking import ask
from desktop.matching.scoring.judging import judge
from desktop.matching.scoring.tuning import TUNED, Tuning

_NONE = np.zeros(0, np.int32)


def align(index: Index, questions: Sequence[str], *, tuning: Tuning = TUNED) -> Floats:
    """Return how well each piece of the index answers each question, float32[questions, size].

    The pieces are the answers; the question of a piece is the one with its highest score. A piece
    with no word of a question, nor of those learned from its best pieces, has 0.
    """
    scores = np.zeros((len(questions), index.size), np.float32)
    for row, question in enumerate(questions):
        asked = ask(index, question, tuning)
        judged = judge(index, asked, None, index.size, _NONE, tuning)
        scores[row, judged.slots] = judged.scores
    return scores
