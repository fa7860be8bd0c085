"""The Courses there are: those that ship with the program, and a person's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.core.course import Course
from desktop.errors import ContentError
from desktop.store import course_rows
from desktop.store.database import Database
from desktop.store.packs.courses import (
    CourseReading,
    Shelf,
    course_files,
    course_in,
    examine_course,
)
from desktop.store.packs.problems import Level, PackError, Problem


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A Course as a list shows it. One that cannot be understood has its ``problems`` and a title
    that is the name of its file. One that was ``removed`` is there for what was collected of it.
    """

    id: str
    title: str
    about: str = ""
    author: str = ""
    minutes: int = 0
    aims: tuple[str, ...] = ()
    version: int = 0
    example: bool = True
    own: bool = False
    file: Path | None = None
    problems: tuple[Problem, ...] = ()
    is_sound: bool = False
    removed: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What is wrong, without what could be better."""
        return tuple(each for each in self.problems if each.level is Level.ERROR)


@dataclass(frozen=True, slots=True)
class Found:
    """A Course that was found, and what its file says."""

    card: CourseCard
    reading: CourseReading | None


@dataclass(frozen=True, slots=True)
class Readable:
    """A Course that was found and can be understood, and what its file says."""

    card: CourseCard
    course: Course
    text: str


class Readings:
    """What course files say, each read once as long as neither it nor what it may refer to changes:
    a Course is long, and many pages ask for it.
    """

    def __init__(self) -> None:
        self._shelf: Shelf | None = None
        self._kept: dict[object, tuple[object, CourseReading]] = {}

    def of(
        self, file: object, stamp: object, shelf: Shelf, read: Callable[[], CourseReading]
    ) -> CourseReading:
        """Return what ``read`` reads, or has read of the ``file`` when it had the same ``stamp``
        (None = it has none); raises as ``read`` does.
        """
        if shelf != self._shelf:
            self._shelf, self._kept = shelf, {}
        before, reading = self._kept.get(file, (None, None))
        if reading is None or stamp is None or before != stamp:
            reading = read()
            self._kept[file] = stamp, reading
        return reading


def every(
    db: Database, resources: Path, shelf: Shelf, readings: Readings, *, removed: bool = False
) -> Iterator[Found]:
    """Yield all Courses, a person's own last; one of their own hides a shipped one of its id. Those
    that were ``removed`` but have work that was collected are among them only where asked for, and
    hide none.
    """
    own = [_own(kept, shelf, readings) for kept in course_rows.courses(db)]
    hidden = {found.card.id for found in own}
    shipped: set[str] = set()
    for file in course_files(resources):
        found = _shipped(file, shelf, readings)
        shipped.add(found.card.id)
        if found.card.id not in hidden:
            yield found
    for kept in course_rows.removed_courses(db) if removed else ():
        if kept.id not in shipped:
            yield _as_removed(_own(kept, shelf, readings))
    yield from own


def find(
    db: Database,
    resources: Path,
    shelf: Shelf,
    readings: Readings,
    course: str,
    *,
    removed: bool = False,
) -> Readable:
    """Return one Course; raises ContentError if there is none of this id, PackError if it cannot
    be understood.
    """
    there = every(db, resources, shelf, readings, removed=removed)
    found = next((each for each in there if each.card.id == course), None)
    if found is None:
        raise ContentError(
            "There is no such course",
            f"There is no course called “{course}” here.",
            "Choose one from the list, or bring in its file.",
        )
    reading = found.reading
    if reading is None or reading.course is None:
        raise PackError(found.card.errors)
    return Readable(found.card, reading.course, reading.text)


def _own(kept: course_rows.KeptCourse, shelf: Shelf, readings: Readings) -> Found:
    name = f"{kept.id}.toml"
    try:
        reading = readings.of(name, kept.text, shelf, lambda: course_in(name, kept.text, shelf))
    except PackError as error:
        card = CourseCard(kept.id, kept.id, own=True, problems=error.problems)
        return Found(card, None)
    return Found(_card(kept.id, reading, own=True), reading)


def _as_removed(found: Found) -> Found:
    return replace(found, card=replace(found.card, removed=True))


def _shipped(file: Path, shelf: Shelf, readings: Readings) -> Found:
    try:
        reading = readings.of(file, _stamp(file), shelf, lambda: examine_course(file, shelf))
    except PackError as error:
        return Found(CourseCard(file.stem, file.name, file=file, problems=error.problems), None)
    return Found(_card(file.stem, reading, file=file), reading)


def _stamp(file: Path) -> object:
    """Return what changes when the file does, None where nothing can be said of it."""
    try:
        seen = file.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size


def _card(
    name: str, reading: CourseReading, *, own: bool = False, file: Path | None = None
) -> CourseCard:
    course = reading.course
    if course is None:
        return CourseCard(name, name, own=own, file=file, problems=reading.problems)
    return CourseCard(
        id=course.id,
        title=course.title,
        about=course.about,
        author=course.author,
        minutes=course.minutes,
        aims=course.aims,
        version=course.version,
        example=course.example,
        own=own,
        file=file,
        problems=reading.problems,
        is_sound=reading.is_sound,
    )
