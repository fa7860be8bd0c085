"""For whoever makes a reading: a sheet to read from, and what two readers disagree about.

``python -m tests.eval.reading sheet`` prints the questions and every piece, without tags and in an
order that says nothing. ``python -m tests.eval.reading compare`` says how far two readings agree
and prints each pair that is still to be settled, ready to be put into ``readings/settled.tsv`` once
it has a grade and a reason.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator

from tests.eval import labelled
from tests.eval.labelled import FIRST, INQUIRY, SECOND, SETTLED, Grades, Pair

_GRADES = (0, 1, 2)


def sheet() -> Iterator[str]:
    """Yield the lines of a sheet that a reading can be made from."""
    for question in INQUIRY.questions:
        yield f"QUESTION {question.number}: {question.text}"
    pieces = [*labelled.snippets(), *labelled.prompts()]
    random.Random(0).shuffle(pieces)
    for piece in pieces:
        yield ""
        yield piece.id
        yield piece.claim
        yield piece.text


def pairs() -> list[Pair]:
    """Return every pair that a reader grades: each piece with each question."""
    pieces = [*labelled.snippets(), *labelled.prompts()]
    return [(question.number, piece.id) for question in INQUIRY.questions for piece in pieces]


def kappa(one: Grades, other: Grades, over: list[Pair]) -> float:
    """Return Cohen's kappa of two readings with quadratic weights: 1 = the same, 0 = by chance.

    A 2 against a 0 counts four times as much as a 2 against a 1.
    """
    given = [(one.get(pair, 0), other.get(pair, 0)) for pair in over]
    ours, theirs = (Counter(grades) for grades in zip(*given, strict=True))
    found = sum((a - b) ** 2 for a, b in given)
    chance = sum((a - b) ** 2 * ours[a] * theirs[b] for a in _GRADES for b in _GRADES) / len(given)
    return 1 - found / chance if chance else 1.0


def to_settle(first: Grades, second: Grades, settled: Grades) -> list[str]:
    """Return a line for each pair that is graded differently and not settled yet."""
    differ = sorted(
        pair
        for pair in first.keys() | second.keys()
        if first.get(pair, 0) != second.get(pair, 0) and pair not in settled
    )
    return [
        f"{number}\t{piece}\t?\tfirst {first.get((number, piece), 0)},"
        f" second {second.get((number, piece), 0)}: "
        for number, piece in differ
    ]


def compared() -> Iterator[str]:
    """Yield what there is to say of the two readings."""
    if not SECOND.exists():
        yield "There is no second reading yet."
        return
    first, second = labelled.reading(FIRST), labelled.reading(SECOND)
    settled = labelled.reading(SETTLED) if SETTLED.exists() else {}
    every = pairs()
    same = sum(first.get(pair, 0) == second.get(pair, 0) for pair in every)
    yield f"The same grade in {same} of {len(every)} pairs; kappa {kappa(first, second, every):.2f}"
    yield from to_settle(first, second, settled)


if __name__ == "__main__":
    for line in {"sheet": sheet, "compare": compared}[sys.argv[1]]():
        print(line)
