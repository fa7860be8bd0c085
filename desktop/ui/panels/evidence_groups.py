"""What is offered, in the groups in which a person looks through it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.evidence import Passage, Standing, Suggestion


@dataclass(frozen=True, slots=True)
class Row:
    """A Suggestion, and those from the same Source that are folded under it."""

    suggestion: Suggestion
    under: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Groups:
    """Suggestions by what they are to the person, each group best first.

    ``fresh`` are good and new, ``used`` good but in this Response already, ``nearest`` only near,
    and ``aside`` were said not to be for this Question.
    """

    fresh: tuple[Row, ...] = ()
    used: tuple[Row, ...] = ()
    nearest: tuple[Row, ...] = ()
    aside: tuple[Row, ...] = ()

    def __len__(self) -> int:
        return len(self.fresh) + len(self.used) + len(self.nearest) + len(self.aside)

    @property
    def good(self) -> bool:
        """Whether there is anything worth offering without a warning."""
        return bool(self.fresh or self.used)


def grouped(found: Iterable[Suggestion], *, weak_apart: bool, fold: bool) -> Groups:
    """Return suggestions in groups.

    With ``weak_apart`` what is not confident goes to the nearest ones. With ``fold`` the good and
    new Passages of one Source stand under the best of them, so that one long document cannot fill
    the list.
    """
    fresh: list[Suggestion] = []
    used: list[Row] = []
    nearest: list[Row] = []
    aside: list[Row] = []
    for one in found:
        if one.standing is Standing.PUT_ASIDE:
            aside.append(Row(one))
        elif weak_apart and not one.confident:
            nearest.append(Row(one))
        elif one.standing is Standing.USED:
            used.append(Row(one))
        else:
            fresh.append(one)
    rows = folded(fresh) if fold else tuple(map(Row, fresh))
    return Groups(rows, tuple(used), tuple(nearest), tuple(aside))


def folded(found: Sequence[Suggestion]) -> tuple[Row, ...]:
    """Return one row for each Suggestion, the Passages of one Source under the first of them."""
    under: dict[str, list[Suggestion]] = {}
    heads: list[Suggestion] = []
    for one in found:
        if isinstance(one.piece, Passage):
            known = under.get(one.piece.source)
            if known is not None:
                known.append(one)
                continue
            under[one.piece.source] = []
        heads.append(one)
    return tuple(
        Row(one, tuple(under[one.piece.source]) if isinstance(one.piece, Passage) else ())
        for one in heads
    )
