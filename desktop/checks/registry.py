"""What a check is: a small function with an id, a group and a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.checks.known import Known
from desktop.checks.reading import Reading, WrittenLine
from desktop.core.finding import Finding, Group

# Of a whole draft, or of one line alone: what is said of a line is not worked out again until the
# line changes. Spots in a line are given with ``line`` 0, and get their place when it is known.
WholeCheck = Callable[[Reading], Iterator[Finding]]
LineCheck = Callable[[WrittenLine, Known], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its ``id``, what it belongs to, and in a few words what it looks for ("Figures
    have a source"). ``whole`` or ``line`` is given, or both.

    What its Findings do not say themselves: ``rule`` is the id of the rule behind it, where the
    receiving body has one, ``authority`` with ``address`` whoever else gives the advice.
    """

    id: str
    group: Group
    title: str
    whole: WholeCheck | None = None
    line: LineCheck | None = None
    rule: str = ""
    authority: str = ""
    address: str = ""
