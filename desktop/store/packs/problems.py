"""What is wrong with a content file: where, what, and what is allowed instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desktop.errors import ContentError

_LONGEST_SHOWN = 60


class Level(StrEnum):
    """Whether a Problem keeps its file from loading, or is only worth the writer's while."""

    ERROR = "error"
    ADVICE = "advice"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a content file.

    Attributes:
        file: the file as it was named by whoever asked.
        place: where in it, such as "[[snippet]] 3 (apse-who-wins), key 'kind'"; "" = all of it.
        line: the line, counted from 1, where it is known.
        message: what is wrong.
        allowed: what is allowed instead; "" where there is nothing to choose from.
        level: errors keep the file from loading, advice does not.
        newer: whether it is that the file was made with a newer version of the program.
    """

    file: Path
    place: str
    line: int | None
    message: str
    allowed: str = ""
    level: Level = Level.ERROR
    newer: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        """Give the Problem as one line for a terminal, a log or a message."""
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        parts = [where, "advice" if self.level is Level.ADVICE else "", self.place, self.message]
        line = ": ".join(part for part in parts if part)
        return f"{line}; allowed: {self.allowed}" if self.allowed else line


class PackError(ContentError):
    """A content file that cannot be used; ``problems`` holds everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Take at least one Problem of a single file."""
        first, *others = self.problems = tuple(problems)
        if first.newer:
            super().__init__(
                "This file is from a newer version",
                f"“{first.file.name}” was made with a newer version of Consultee than this one.",
                "Nothing is wrong with it. Install the newest version, then open it again.",
            )
            return
        more = f" There is more: {len(others) + 1} problems in all." if others else ""
        super().__init__(
            f"The content file {first.file.name} cannot be used",
            f"{first}.{more}",
            "Nothing from this file is offered until it is corrected; all other files still are.",
        )


def shown(value: str) -> str:
    """Return a name or text from a file in quotation marks, on one line and not too long."""
    short = value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
    return "'" + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short) + "'"
