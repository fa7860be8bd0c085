"""What the sentences around a sentence tell about it."""

from __future__ import annotations

from collections.abc import Sequence

Scores = Sequence[float]
_AROUND = (("previous", -1), ("before that", -2), ("next", 1), ("after that", 2))


def context_names(labels: Sequence[str]) -> list[str]:
    """Name the figures that ``context`` gives, in its order."""
    names = [f"own {label}" for label in labels] + [f"own share {label}" for label in labels]
    for where, _ in _AROUND:
        names += [f"{where} {label}" for label in labels]
    names += [f"others {label}" for label in labels]
    return [*names, "alone", "first", "last"]


def context(scores: Sequence[Scores], shares: Sequence[Scores]) -> list[list[float]]:
    """Return for each sentence the figures of itself, its neighbours and the rest of the text.

    Args:
        scores: the first scores of each sentence, one for each label.
        shares: the same between 0 and 1.
    """
    count = len(scores)
    width = len(scores[0]) if count else 0
    nothing = [0.0] * width
    sums = [sum(share[label] for share in shares) for label in range(width)]
    rows: list[list[float]] = []
    for at in range(count):
        row = [*scores[at], *shares[at]]
        for _, step in _AROUND:
            row += shares[at + step] if 0 <= at + step < count else nothing
        if count > 1:
            row += [(sums[label] - shares[at][label]) / (count - 1) for label in range(width)]
        else:
            row += nothing
        rows.append([*row, float(count == 1), float(at == 0), float(at == count - 1)])
    return rows
