"""How far the reading has come and how long it will still take, in words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.ui.models.words import counted

# Before that many files and seconds nothing is known about how quick it goes.
_LEAST_FILES, _LEAST_SECONDS = 3, 2.0
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the files of this run are done, and how long that took."""

    done: int = 0
    total: int = 0
    seconds: float = 0.0

    @property
    def running(self) -> bool:
        """Whether anything is still to be read."""
        return self.done < self.total


def seconds_left(progress: Progress) -> float | None:
    """Return how long the rest will take at the pace so far, None while that is not known."""
    if progress.done < _LEAST_FILES or progress.seconds < _LEAST_SECONDS:
        return None
    return progress.seconds / progress.done * (progress.total - progress.done)


def progress_words(progress: Progress, doing: str = "Reading") -> str:
    """Return "Reading: 12 of 500 files done, about 2 minutes left."."""
    said = f"{doing}: {progress.done:,} of {counted(progress.total, 'file')} done"
    left = seconds_left(progress)
    return f"{said}." if left is None else f"{said}, {_time_words(left)} left."


def _time_words(seconds: float) -> str:
    if seconds < _MINUTE:
        return "less than a minute"
    minutes = round(seconds / _MINUTE)
    if minutes < _MINUTE:
        return f"about {counted(minutes, 'minute')}"
    return f"about {counted(round(minutes / _MINUTE), 'hour')}"
