"""The numbers of the ranking, each with its reason; what was tried is in docs/decisions/0031."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from desktop.matching.index import Field


@dataclass(frozen=True, slots=True)
class Tuning:
    """How much each thing counts. All of it was tuned on one half of labelled sets."""

    # BM25: how soon it stops to matter how often a word stands in a piece, and how much a long
    # piece is held to say less with each of its words.
    saturation: float = 0.5
    length: float = 0.7
    # The first of these where feedback is let in in full: where all of the best pieces have all the
    # words, it is how often they stand there that tells the pieces apart.
    saturation_heard: float = 1.2
    # Where a word stands. The claim of a Snippet, its tags and the question that a Passage answered
    # say what the whole is about; they do not make it longer (see ``bm25.norms``).
    fields: dict[Field, float] = field(
        default_factory=lambda: {
            Field.TEXT: 1.0,
            Field.CLAIM: 1.5,
            Field.TAGS: 2.5,
            Field.ASKED: 0.5,
        }
    )
    # So many of the most telling words of a text are looked for at all.
    most_words: int = 32
    # So many of the best are looked at closely, word by word.
    closely: int = 300
    # A passage begins with what it is about: so much more for a word among its first so many.
    opening: float = 0.5
    opening_words: int = 20
    # Two neighbouring words of the text that stand as far apart in the piece: so much of the rarer
    # word's weight. Words are neighbours up to this distance: "risk-based", "support of the board".
    together: float = 0.8
    apart: int = 4
    # What words of grammar (you, if, when) and those that questions are made of (suggest, agree)
    # count, in the closer look alone.
    grammar: float = 0.2
    question_words: float = 0.25
    # Words that begin with the same letters, so many, as one that was asked for: what they count,
    # in the closer look alone. The stemmer takes "eligible" and "eligibility" for two words.
    kin: float = 0.4
    kin_letters: int = 5
    # Feedback: so many of the best pieces teach at most so many words, which then count so much.
    teachers: int = 30
    lessons: int = 20
    learned: float = 0.75
    # It is let in as far as the best ten have what was asked: the mean share of its weight from
    # which it counts, and from which it counts in full. Below, what they have in common is chance.
    heard_from: float = 0.55
    heard_fully: float = 0.75
    # Where answers are told their questions: how much those that go to a question count.
    learned_from_answers: float = 0.3


TUNED: Final = Tuning()
