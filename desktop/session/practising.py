"""Practice workspaces: a new one for a Course, those that were begun, and how far each has come."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from desktop.core.course import Course
from desktop.core.course_steps import counted_steps, is_behind
from desktop.core.learning import Learning
from desktop.errors import ContentError, DesktopError, WorkspaceError
from desktop.paths import Paths
from desktop.store import opening
from desktop.store.connection import DamagedWorkspace
from desktop.store.practice import Practice, fill, practised_at

NAMED = re.compile(r"(?P<course>.+)-(?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class Progress:
    """How many steps are behind somebody (done or skipped), of how many, by unit and in all."""

    units: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    done: int = 0
    all: int = 0


def progress(course: Course, learning: Learning) -> Progress:
    """Return how far a learner has come; steps for who has time hold nothing back."""
    counted = {unit.id: counted_steps(course, unit.id) for unit in course.units}
    units = {
        unit: (sum(is_behind(learning, step.id) for step in steps), len(steps))
        for unit, steps in counted.items()
    }
    return Progress(
        units, sum(done for done, _ in units.values()), sum(all_ for _, all_ in units.values())
    )


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """A practice workspace to go on with: ``done`` of ``steps`` are behind (those that count),
    ``last`` is when it was last written to. ``name`` is what the learner calls themselves. One that
    cannot be read has a ``problem``, and says nothing else.
    """

    path: Path
    course: str
    title: str
    number: int
    name: str
    done: int
    steps: int
    last: datetime
    problem: str = ""


def folder(paths: Paths) -> Path:
    """Return the folder of the practice workspaces."""
    return paths.practices


def begin(
    paths: Paths, course: Course, text: str, now: datetime, name: str = "", *, preview: bool = False
) -> Path:
    """Make a practice workspace and return its path; nothing is left behind if it fails. A
    ``preview`` lies apart, and is not among those to go on with.

    Raises WorkspaceError where it cannot be written.
    """
    path = reserved(paths, paths.previews if preview else folder(paths), course.id)
    try:
        opened = opening.open_filled(
            path, paths.backups(path), paths.snippets, paths.resources, now
        )
        try:
            fill(opened.db, course, text, now, name)
        finally:
            opening.close(opened.db)
    except BaseException:
        for left in (path, *path.parent.glob(f"{path.name}-*")):
            with suppress(OSError):
                left.unlink()
        raise
    return path


def another_course(said: Practice, course: Course) -> ContentError:
    """Return the error for a Course that was to take the place of another one's practice."""
    return ContentError(
        "This is another course",
        f"Here “{said.title}” is practised, and the file is “{course.title}”.",
        "Open your own workspace first, then bring it in.",
    )


def reserved(paths: Paths, where: Path, course: str) -> Path:
    """Make an empty file for the next practice workspace of a Course, and return its path. Whoever
    begins at the same moment gets another.
    """
    try:
        where.mkdir(parents=True, exist_ok=True)
        names = (where / f"{course}-{number}.consultee" for number in count(1))
        # Backups of one that is gone must not be taken for those of a new one.
        return next(path for path in names if not paths.backups(path).exists() and _is_new(path))
    except OSError as error:
        raise WorkspaceError(
            "The practice workspace cannot be made",
            f"Nothing can be written in “{where}”: {error.strerror or error}.",
            "Make room on the disk or have the folder opened to you, then begin again.",
        ) from error


def _is_new(path: Path) -> bool:
    """Make an empty file unless there is one of its name already."""
    try:
        path.open("xb").close()
    except FileExistsError:
        return False
    return True


def practices(paths: Paths) -> list[PracticeCard]:
    """Return the practice workspaces that were begun, last written to first. Of one that is damaged
    the card has the ``problem``; what is no workspace is left out.
    """
    return cards_in(folder(paths))


def cards_in(where: Path) -> list[PracticeCard]:
    """Return the practice workspaces in a folder, as ``practices`` does."""
    found: list[PracticeCard] = []
    for path in sorted(where.glob("*.consultee")):
        with suppress(DesktopError, OSError):
            card = _card(path)
            if card is not None:
                found.append(card)
    return sorted(found, key=lambda card: card.last, reverse=True)


def _card(path: Path) -> PracticeCard | None:
    named = NAMED.fullmatch(path.stem)
    number = int(named["number"]) if named else 1
    written = [each.stat().st_mtime for each in (path, *path.parent.glob(f"{path.name}-wal"))]
    last = datetime.fromtimestamp(max(written))  # noqa: DTZ006 - as all times of a workspace
    try:
        found = practised_at(path)
    except DamagedWorkspace as error:
        course = named["course"] if named else path.stem
        return PracticeCard(path, course, course, number, "", 0, 0, last, error.message)
    if found is None:
        return None
    said, learning = found
    steps = [item for kind, item in learning.works if kind == "step" and item not in said.optional]
    return PracticeCard(
        path=path,
        course=said.course,
        title=said.title,
        number=number,
        name=learning.name,
        # An edition before may have had steps that this one has not.
        done=min(said.steps, sum(is_behind(learning, step) for step in steps)),
        steps=said.steps,
        last=last,
    )
