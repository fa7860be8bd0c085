"""Scores of pieces for a text, with what of the text each piece has."""

from desktop.matching.scoring.aligning import align
from desktop.matching.scoring.ranking import rank
from desktop.matching.scoring.results import Match, Ranking, Scorer, Word
from desktop.matching.scoring.typing import typed

__all__ = ["Match", "Ranking", "Scorer", "Word", "align", "rank", "typed"]
