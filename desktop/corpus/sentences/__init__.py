"""Telling sentences: what recommends, what claims, what is evidence. See docs/decisions/0026."""

from __future__ import annotations

from desktop.corpus.sentences.judging import f1_by_label as f1_by_label
from desktop.corpus.sentences.marking import mark as mark
from desktop.corpus.sentences.scoring import SentenceScores as SentenceScores
from desktop.corpus.sentences.scoring import classify as classify
from desktop.corpus.sentences.scoring import classify_all as classify_all
