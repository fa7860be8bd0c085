"""What the sentences around a sentence tell about it: whether somebody is telling what happened.

A story goes on: a sentence among testimony is often testimony. The other kinds of neighbours were
tried and told nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence

Scores = Sequence[float]
TESTIMONY = "testimony"
_AROUND = (("previous", -1), ("before that", -2), ("next", 1), ("after that", 2))


def context_names(labels: Sequence[str]) -> list[str]:
    """Name the figures that ``context`` gives, in its order."""
    names = [f"own {label}" for label in labels] + [f"own share {label}" for label in labels]
    names += [f"{where} {TESTIMONY}" for where, _ in _AROUND]
    return [*names, f"others {TESTIMONY}", "alone", "first", "last"]


def context(
    scores: Sequence[Scores], shares: Sequence[Scores], labels: Sequence[str]
) -> list[list[float]]:
    """Return for each sentence the figures of itself, its neighbours and the rest of the text.

    Args:
        scores: the first scores of each sentence, one for each label.
        shares: the same between 0 and 1.
        labels: what they are scores of.
    """
    count = len(scores)
    told = [share[labels.index(TESTIMONY)] for share in shares]
    whole = sum(told)
    rows: list[list[float]] = []
    for at in range(count):
        around = [told[at + step] if 0 <= at + step < count else 0.0 for _, step in _AROUND]
        others = (whole - told[at]) / (count - 1) if count > 1 else 0.0
        ends = [float(count == 1), float(at == 0), float(at == count - 1)]
        rows.append([*scores[at], *shares[at], *around, others, *ends])
    return rows
