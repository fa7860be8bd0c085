"""What the table of learners' work says of each of them, in three views of the same rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.core.course import Course, Criterion
from desktop.core.finding import Group
from desktop.core.learning import Column
from desktop.session.course_collecting import Row
from desktop.session.course_sent import Sent
from desktop.ui.models.words import counted, day

SHOWN = {Column.SELF: "learner", Column.PEER: "peer", Column.TRAINER: "you"}
# What is still to be done comes first where the table is sorted by it.
SENT = {Sent.NOT: "Not yet", Sent.CHANGED: "Changed since", Sent.SENT: "Sent"}
GROUPS = {
    Group.FORM: "Form",
    Group.EVIDENCE: "Evidence",
    Group.RECOMMENDATIONS: "Recommendations",
    Group.PEOPLE: "People",
    Group.LANGUAGE: "Language",
}


class View(StrEnum):
    """What the columns are about."""

    OVERVIEW = "Overview"
    RUBRIC = "Rubric"
    FINDINGS = "Findings"


@dataclass(frozen=True, slots=True)
class Line:
    """One learner, or a file that was not taken (``row`` None and a ``problem``); ``note`` is
    something to know of one that was.
    """

    id: str
    name: str
    row: Row | None = None
    collected: datetime | None = None
    problem: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A column: its heading, what it says of a Line, by what it is sorted, and how many characters
    it takes. ``named`` says the same in words for who cannot see signs.
    """

    heading: str
    says: Callable[[Line], str]
    sorts: Callable[[Line], str | float]
    characters: int
    named: Callable[[Line], str] | None = None


def columns(view: View, course: Course | None, lines: Sequence[Line] = ()) -> tuple[Cell, ...]:
    """Return the columns of a view. What is to be known of files stands beside the names, and takes
    no room where there is nothing.
    """
    name = Cell("Name", _name, lambda line: (line.name or "").casefold(), 26)
    match view:
        case View.OVERVIEW:
            told = (_TO_KNOW,) if any(map(_standing, lines)) else ()
            return (name, *told, *_OVERVIEW)
        case View.RUBRIC:
            criteria = course.rubric.criteria if course else ()
            return (name, *map(_criterion, criteria))
        case View.FINDINGS:
            return (name, _TOTAL, *(_group(group) for group in GROUPS))


def detail_words(line: Line | None, course: Course | None) -> str:
    """Return what is said below the table of the chosen Line."""
    if line is None:
        return ""
    if line.row is None:
        return f"{line.name}: {line.problem}"
    said = [line.note] if line.note else []
    if line.row.sent is Sent.CHANGED:
        said.append(
            "This work, or what you say of it, has changed since you sent your comments back."
        )
    for criterion in course.rubric.criteria if course else ():
        levels = _levels(line, criterion)
        if any(level is not None for level in levels.values()):
            said.append(f"{criterion.name}: {_in_words(levels)}.")
    return " ".join(said)


def summary_words(lines: Sequence[Line]) -> str:
    """Return what is in the table: "12 learners; 2 files were not taken."."""
    taken = sum(1 for line in lines if line.row is not None)
    refused = len(lines) - taken
    said = counted(taken, "learner")
    if refused:
        said = f"{said}; {counted(refused, 'file')} {'was' if refused == 1 else 'were'} not taken"
    return f"{said}."


def _name(line: Line) -> str:
    if line.row is None:
        return f"✕ {line.name}"
    sign = "⚠ " if line.note or line.row.edited else ""
    return f"{sign}{line.name}"


def _of_row(
    heading: str,
    says: Callable[[Row], str],
    sorts: Callable[[Row], float],
    characters: int,
) -> Cell:
    return Cell(
        heading,
        lambda line: says(line.row) if line.row else "",
        lambda line: sorts(line.row) if line.row else -1.0,
        characters,
    )


def _standing(line: Line) -> str:
    if line.row is None:
        return f"Not taken. {line.problem}"
    return line.note


def _given(row: Row) -> int:
    return sum(level is not None for level in row.levels[Column.TRAINER].values())


_TOTAL = _of_row(
    "All findings",
    lambda row: f"{sum(row.findings.values()):,}",
    lambda row: sum(row.findings.values()),
    10,
)
_OVERVIEW = (
    _of_row(
        "Steps done",
        lambda row: f"{row.progress.done} of {row.progress.all}",
        lambda row: row.progress.done,
        12,
    ),
    _of_row("Words", lambda row: f"{row.words:,}", lambda row: row.words, 9),
    _TOTAL,
    _of_row("Your comments", lambda row: f"{row.comments:,}", lambda row: row.comments, 11),
    _of_row(
        "Your rubric",
        lambda row: f"{_given(row)} of {len(row.levels[Column.TRAINER])}",
        _given,
        10,
    ),
    _of_row(
        "Sent back",
        lambda row: SENT[row.sent],
        lambda row: list(SENT).index(row.sent),
        16,
    ),
    Cell(
        "Collected",
        lambda line: day(line.collected.date()) if line.collected else "",
        lambda line: line.collected.timestamp() if line.collected else -1.0,
        18,
    ),
)
_TO_KNOW = Cell("To know", _standing, _standing, 40)


def _group(group: Group) -> Cell:
    return _of_row(
        GROUPS[group],
        lambda row: f"{row.findings.get(group.value, 0):,}",
        lambda row: row.findings.get(group.value, 0),
        max(10, len(GROUPS[group]) + 3),
    )


def _criterion(criterion: Criterion) -> Cell:
    def says(line: Line) -> str:
        return " · ".join(
            "–" if level is None else str(level) for level in _levels(line, criterion).values()
        )

    def sorts(line: Line) -> float:
        given = list(_levels(line, criterion).values())
        # By the trainer's own, then the peer's, then the learner's.
        return sum(
            10.0 ** (2 * place) * (0 if level is None else level + 1)
            for place, level in enumerate(given)
        )

    return Cell(criterion.name, says, sorts, 15, lambda line: _in_words(_levels(line, criterion)))


def _levels(line: Line, criterion: Criterion) -> dict[Column, int | None]:
    if line.row is None:
        return {}
    return {column: line.row.levels[column].get(criterion.id) for column in Column}


def _in_words(levels: dict[Column, int | None]) -> str:
    said = (f"{SHOWN[column]} {level}" for column, level in levels.items() if level is not None)
    return ", ".join(said) or "nothing yet"
