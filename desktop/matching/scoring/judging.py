"""From the words of a text to the scores of the best pieces: words, closer look, feedback."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from desktop.matching.index import Index
from desktop.matching.index.arrays import Bools, Ints
from desktop.matching.scoring import feedback
from desktop.matching.scoring.arrays import Floats, best, order
from desktop.matching.scoring.asking import Asked
from desktop.matching.scoring.bm25 import Places, Wanted, add_up, norms, standing
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


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was learned from the best pieces and how far it is let in, 0 to 1."""

    words: tuple[Wanted, ...] = ()
    level: float = 0.0


def judge(
    index: Index, asked: Asked, allowed: Bools | None, limit: int, among: Ints, tuning: Tuning
) -> Judged:
    """Score the pieces that have the best chance, at least ``limit`` of them, and ``among``.

    ``allowed`` says which slots may come, bool[size], None = all.
    """
    places = standing(index, asked.wanted, tuning.fields)
    look = _Look(index, asked, places, allowed, max(tuning.closely, limit), among, tuning)
    judged = look.at(_Heard())
    heard = _listen(index, asked, judged, tuning)
    return look.at(heard) if heard.words else judged


@dataclass(frozen=True, slots=True)
class _Look:
    """A look at a library for a text, the same before and after words were learned."""

    index: Index
    asked: Asked
    places: list[Places]
    allowed: Bools | None
    number: int
    among: Ints
    tuning: Tuning

    def at(self, heard: _Heard) -> Judged:
        """Score the best of the library by the words asked for and those learned."""
        index, asked, tuning = self.index, self.asked, self.tuning
        norm = norms(index, tuning) * np.float32(_patience(heard, tuning))
        part = np.float32(tuning.learned * heard.level)
        told = np.float32(1 - part) / np.float32(asked.most or 1.0)
        plain = self._left(told * add_up(asked.wanted, self.places, norm))
        learned = self._learned(heard, part, norm)
        slots = best(index, plain if learned is None else plain + learned, self.number)
        if len(self.among):
            slots = np.union1d(slots, self.among).astype(np.int32)
        close = look_closely(index, asked, slots, norm, tuning)
        taught = np.zeros(len(slots), np.float32) if learned is None else learned[slots]
        return Judged(
            slots=slots,
            scores=plain[slots] + told * close.extra + taught,
            learned=taught,
            has=having(asked, self.places, slots),
            close=close,
            helped=learned is not None,
        )

    def _learned(self, heard: _Heard, part: np.float32, norm: Floats) -> Floats | None:
        if not heard.words:
            return None
        most = sum(word.weight for word in heard.words) or 1.0
        places = standing(self.index, heard.words, self.tuning.fields)
        learned = add_up(heard.words, places, norm)
        return self._left(part / np.float32(most) * learned)

    def _left(self, scores: Floats) -> Floats:
        return scores if self.allowed is None else np.where(self.allowed, scores, np.float32(0))


def _listen(index: Index, asked: Asked, judged: Judged, tuning: Tuning) -> _Heard:
    """Learn from the best pieces, or nothing if it is better not to listen."""
    places = order(index, judged.slots, judged.scores)[: tuning.teachers]
    places = places[judged.scores[places] > 0]
    level = feedback.heard(shares(asked, judged.has[places]), tuning)
    if not level:
        return _Heard()
    teachers, scores = judged.slots[places], judged.scores[places]
    return _Heard(tuple(feedback.lessons(index, teachers, scores, tuning)), level)


def _patience(heard: _Heard, tuning: Tuning) -> float:
    """Return by how much more often a word must stand in a piece to count in full.

    Where all of the best pieces have all the words, it is how often that tells them apart.
    """
    return 1 + heard.level * (tuning.saturation_heard / tuning.saturation - 1)
