"""Telling a short list that happens to be numbered from the numbers of the paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.corpus.readers.office.lines import Line

_FEW_WORDS = 12
_TIMES_LONGER = 2


@dataclass(slots=True)
class _Run:
    first: int
    last: int = 0
    words: int = 0
    numbers: list[str] = field(default_factory=list)

    @property
    def unbroken(self) -> bool:
        """Whether nothing but its own lines stands between its first and its last."""
        return self.last - self.first == len(self.numbers) - 1

    @property
    def terse(self) -> bool:
        """Whether its lines are a few words each."""
        return self.words <= _FEW_WORDS * len(self.numbers)

    def within(self, other: _Run) -> bool:
        """Tell whether ``other`` goes on after it, and could be confused with it."""
        longer = len(other.numbers) >= _TIMES_LONGER * len(self.numbers)
        enclosed = other.first < self.first and self.last < other.last
        return longer and self.numbers[0] in other.numbers and (enclosed or self.terse)


def short_lists(lines: list[Line]) -> frozenset[str]:
    """Return the sequences of numbers that are lists within a document of numbered paragraphs.

    Their lines follow one another, and another, much longer sequence has the same numbers:
    "paragraph 2" must not mean the second point of a list there.
    """
    runs: dict[str, _Run] = {}
    for place, line in enumerate(lines):
        if line.label is None or not line.label.sequence or not line.text.strip():
            continue
        run = runs.setdefault(line.label.sequence, _Run(place))
        run.numbers.append(line.label.number)
        run.words += len(line.text.split())
        run.last = place
    longest = max(runs.values(), key=lambda run: len(run.numbers), default=None)
    if longest is None:
        return frozenset()
    return frozenset(name for name, run in runs.items() if run.unbroken and run.within(longest))
