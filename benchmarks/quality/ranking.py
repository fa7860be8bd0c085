"""Whether the program keeps quiet when the library has nothing, and speaks up when it has.

The library is the shipped one, the questions are those of tests/eval/questions, of which only the
half that was kept back is scored: the threshold was set with the other. How good the order is, is
measured by `consultee evaluate` on the labels of tests/eval.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop import matching
from desktop.core.evidence import Standing, Suggestion
from desktop.core.suggesting import Asked
from desktop.matching.evaluation import EntryShelf
from desktop.matching.index import build
from tests.eval import labelled
from tests.eval.labelled import OtherQuestion

WITH_NOTHING = "share confident where there is nothing (at most 0.1)"
SILENT = "share silent where there is something (at most 0.05)"


def scores() -> dict[str, float]:
    """Return the shares that the targets speak of, over the questions kept for checking."""
    return of_half("checking")


def of_half(half: str) -> dict[str, float]:
    """Return the same over one half of the questions, "tuning" or "checking"."""
    nothing = [question for question in labelled.other_subjects() if question.half == half]
    near = [question for question in nothing if question.kind == "near"]
    something = [question for question in labelled.in_subject() if question.half == half]
    return {
        WITH_NOTHING: share_confident(nothing),
        "the same, of those that share words with the library": share_confident(near),
        SILENT: 1 - share_confident(something),
    }


def share_confident(questions: Sequence[OtherQuestion]) -> float:
    """Return the share of questions at which a person is shown something without a warning."""
    offered = answers(questions)
    return round(sum(map(is_confident, offered)) / len(questions), 4)


def is_confident(offered: Iterable[Suggestion]) -> bool:
    """Tell whether anything is shown that is not called doubtful."""
    return any(item.confident and item.standing is Standing.OFFERED for item in offered)


def answers(questions: Iterable[OtherQuestion]) -> list[list[Suggestion]]:
    """Return what the shipped library offers at each question."""
    pieces = labelled.snippets()
    index, shelf = build(pieces), EntryShelf(pieces)
    return [matching.suggest(index, shelf, Asked(question.text)) for question in questions]
