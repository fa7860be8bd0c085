"""Telling for answers which of several questions each belongs to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.matching.index import Index
from desktop.matching.index.arrays import Ints
from desktop.matching.scoring.arrays import Floats, order
from desktop.matching.scoring.asking import ask
from desktop.matching.scoring.bm25 import add_up, norms, standing
from desktop.matching.scoring.feedback import READ, lessons
from desktop.matching.scoring.judging import judge
from desktop.matching.scoring.tuning import TUNED, Tuning

_NONE = np.zeros(0, np.int32)
# What fewer answers have in common is chance.
_FEWEST = 5


def align(index: Index, questions: Sequence[str], *, tuning: Tuning = TUNED) -> Floats:
    """Return how well each piece of the index answers each question, float32[questions, size].

    The pieces are the answers; the question of a piece is the one with its highest score. A piece
    with no word of a question, nor of those learned from its best pieces, has 0.

    Each question is ranked like any other. Then the answers that go to it by that teach the words
    that set them apart from the answers to the other questions, and these have a say.
    """
    scores = np.zeros((len(questions), index.size), np.float32)
    for row, question in enumerate(questions):
        asked = ask(index, question, tuning)
        judged = judge(index, asked, None, index.size, _NONE, tuning)
        scores[row, judged.slots] = judged.scores
    if not scores.size:
        return scores
    part = np.float32(tuning.learned_from_answers)
    return (1 - part) * scores + part * _by_each_other(index, scores, tuning)


def _by_each_other(index: Index, scores: Floats, tuning: Tuning) -> Floats:
    """Score all answers by the words of those that go to each question."""
    norm = norms(index, tuning) * np.float32(tuning.saturation_heard / tuning.saturation)
    teachers = [_teachers(index, scores, row, tuning) for row in range(len(scores))]
    words = index.sequences(np.concatenate(teachers), READ).terms
    usual = np.bincount(words, minlength=len(index.df))
    learned = np.zeros_like(scores)
    for row, slots in enumerate(teachers):
        if len(slots) >= _FEWEST:
            wanted = lessons(index, slots, scores[row, slots], tuning, usual)
            most = sum(word.weight for word in wanted) or 1.0
            learned[row] = add_up(
                wanted, standing(index, wanted, tuning.fields), norm
            ) / np.float32(most)
    return learned


def _teachers(index: Index, scores: Floats, row: int, tuning: Tuning) -> Ints:
    """Return the answers that fit this question better than any other, the best first."""
    own = np.flatnonzero((scores.argmax(axis=0) == row) & (scores[row] > 0))
    ranked = own[order(index, own, scores[row, own])]
    return ranked[: tuning.teachers].astype(np.int32)
