"""From the words of a text to the scores of the best pieces: words, closer look, feedback."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from desktop.matching.index import Index
from desktop.matching.index.arrays import Bools, Ints
from desktop.matching.scoring import feedback
from desktop.matching.scoring.arrays import Floats, best, order
from desktop.matching.scoring.asking import Asked
from desktop.matching.scoring.bm25 import add_up, norms
from desktop.matching.scoring.closely import Close, look_closely
from desktop.matching.scoring.having import having, shares
from desktop.matching.scoring.tuning import Tuning


@dataclass(frozen=True, slots=True)
class Judged:
    """The pieces that were looked at closely (``slots``), in no order that matters.

    ``scores`` are 0 to about 1, ``learned`` is what of each came from feedback, ``has`` which words
    of the text each has, ``close`` what the closer look found; a row for each of ``slots``.
    """

    slots: Ints
    scores: Floats
    learned: Floats
    has: Bools
    close: Close
    helped: bool

    def scored(self, scores: Floats) -> Judged:
        """Return the same pieces with other scores."""
        return replace(self, scores=scores)


def judge(
    index: Index,
    asked: Asked,
    allowed: Bools | None,
    limit: int,
    among: Ints,
    tuning: Tuning,
) -> Judged:
    """Score the pieces that have the best chance, at least ``limit`` of them, and ``among``."""
    norm = norms(index, tuning)
    most = np.float32(asked.most or 1.0)
    plain = _allowed(add_up(index, asked.wanted, tuning.fields, norm) / most, allowed)
    number = max(tuning.closely, limit)
    slots = best(index, plain, number)
    close = look_closely(index, asked, slots, norm, tuning)
    learned, part = _learned(index, asked, slots, plain[slots] + close.extra / most, norm, tuning)
    plain *= np.float32(1 - part)
    others = among
    if learned is not None:
        learned = _allowed(np.float32(part) * learned, allowed)
        others = np.concatenate((among, best(index, plain + learned, number)))
    others = np.setdiff1d(others, slots).astype(np.int32)
    if len(others):
        close = close.joined(look_closely(index, asked, others, norm, tuning))
        slots = np.concatenate((slots, others))
    taught = np.zeros(len(slots), np.float32) if learned is None else learned[slots]
    return Judged(
        slots=slots,
        scores=plain[slots] + np.float32(1 - part) * close.extra / most + taught,
        learned=taught,
        has=having(index, asked, slots, tuning.fields),
        close=close,
        helped=learned is not None,
    )


def _learned(
    index: Index, asked: Asked, slots: Ints, scores: Floats, norm: Floats, tuning: Tuning
) -> tuple[Floats | None, float]:
    """Return what the words learned from the best pieces give each piece, 0 to 1, and how much of
    the whole that counts; None and 0 if it is better not to listen.
    """
    places = order(index, slots, scores)[: tuning.teachers]
    teachers = slots[places]
    has = having(index, asked, teachers, tuning.fields)
    level = feedback.heard(shares(asked, has), tuning)
    words = feedback.lessons(index, teachers, scores[places], tuning) if level else []
    if not words:
        return None, 0.0
    most = sum(word.weight for word in words) or 1.0
    learned = add_up(index, words, tuning.fields, norm) / np.float32(most)
    return learned, tuning.learned * level


def _allowed(scores: Floats, allowed: Bools | None) -> Floats:
    return scores if allowed is None else np.where(allowed, scores, np.float32(0))
