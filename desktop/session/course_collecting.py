"""Learners' files read all together, and what a trainer sees of them at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from desktop.core.course import Course
from desktop.core.finding import Finding
from desktop.core.handing_in import ENDING, HandedIn, read_work
from desktop.core.learning import Column, Learning, Work, WorkKind
from desktop.core.learning_course_edits import KeptWork
from desktop.core.response import Draft
from desktop.core.travelling import NotTaken
from desktop.session.course_drafts import Ground, ground_of
from desktop.session.course_list import CourseCard
from desktop.session.practising import Progress, progress
from desktop.session.travelling_files import read_file
from desktop.store import course_rows
from desktop.store.connection import Connection

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class FileNote:
    """A sentence about one file; of one that was refused, ``then`` says what to do about it."""

    file: Path
    says: str
    then: str = ""

    @property
    def words(self) -> str:
        """Both, one after the other."""
        return f"{self.says} {self.then}".rstrip()


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read of learners' files, not kept yet: ``works`` that are new, each with the name it
    is to be listed under and the file it is from, ``notes`` on files that were taken, and what was
    ``refused`` and why.
    """

    works: tuple[HandedIn, ...] = ()
    names: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    notes: tuple[FileNote, ...] = ()
    refused: tuple[FileNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One learner at a glance: ``words`` of the whole submission, the levels of each column of the
    rubric by criterion (None = not said), Findings by group, and how many comments there are.
    """

    id: str
    name: str
    progress: Progress
    words: int
    levels: Mapping[Column, Mapping[str, int | None]]
    findings: Mapping[str, int]
    comments: int
    edited: bool


def gather(
    paths: Sequence[Path],
    course: str,
    courses: Mapping[str, CourseCard],
    known: Mapping[str, KeptWork],
    told: Told,
    wanted: Callable[[], bool],
) -> Gathered:
    """Read learners' files; nothing is raised for a file, all is in the result."""
    gathering = _Gathering(course, courses, known)
    files = list(dict.fromkeys(file for path in paths for file in gathering.files_at(path)))
    for done, file in enumerate(files, 1):
        if not wanted():
            break
        gathering.take(file)
        told(done, len(files))
    return gathering.result()


def as_kept(gathered: Gathered, now: datetime) -> tuple[KeptWork, ...]:
    """Return what was gathered as a workspace keeps it."""
    return tuple(
        KeptWork(work.digest[:16], work.course, name, work.digest, gathered.texts[work.digest], now)
        for work, name in zip(gathered.works, gathered.names, strict=True)
    )


class _Gathering:
    """What was taken so far."""

    def __init__(
        self, course: str, courses: Mapping[str, CourseCard], known: Mapping[str, KeptWork]
    ) -> None:
        self._course = course
        self._courses = courses
        self._known = known
        self._works: list[HandedIn] = []
        self._names: list[str] = []
        self._files: list[Path] = []
        self._texts: dict[str, str] = {}
        self._notes: list[FileNote] = []
        self._refused: list[FileNote] = []
        self._taken = {(work.course, work.name.casefold()) for work in known.values()}

    def files_at(self, path: Path) -> list[Path]:
        """Return the file that a path stands for; of a folder, the learners' files in it, but for
        those that a Mac hides beside them.
        """
        try:
            if not path.is_dir():
                return [path]
            found = [each for each in path.iterdir() if each.suffix.casefold() == ENDING]
        except OSError as error:
            said = f"The folder cannot be read ({error.strerror or error})."
            self._refused.append(FileNote(path, said, "Choose another folder."))
            return []
        return sorted(each for each in found if not each.name.startswith("."))

    def take(self, file: Path) -> None:
        """Take one file, or say why not."""
        try:
            text = read_file(file)
            work = read_work(text)
        except NotTaken as error:
            self._refused.append(FileNote(file, error.message, error.hint))
            return
        if why := self._why_not(file, work):
            self._refused.append(why)
        elif work.digest in self._known or work.digest in self._texts:
            self._notes.append(FileNote(file, "It is here already, word for word."))
        else:
            self._keep(file, work, text)

    def result(self) -> Gathered:
        """Return all of it."""
        return Gathered(
            tuple(self._works),
            tuple(self._names),
            tuple(self._files),
            self._texts,
            tuple(self._notes),
            tuple(self._refused),
        )

    def _why_not(self, file: Path, work: HandedIn) -> FileNote | None:
        card = self._courses.get(work.course)
        if self._course and work.course != self._course:
            other = f"“{card.title}”" if card else f"“{work.course}”"
            then = "Collect it with the others of that course."
            return FileNote(file, f"It is from another course, {other}.", then)
        if card is None:
            said = f"It is from the course “{work.course}”, which is not here."
            return FileNote(file, said, "Open the file of that course, then add this one again.")
        return None

    def _keep(self, file: Path, work: HandedIn, text: str) -> None:
        typed = work.name or file.stem
        name = self._free_name(work.course, typed)
        if name != typed:
            said = f"There is work of somebody called {typed} already; this is kept as {name}."
            self._notes.append(FileNote(file, said))
        if work.edited:
            said = "It was changed by hand after Consultee wrote it; it is taken as it is."
            self._notes.append(FileNote(file, said))
        card = self._courses[work.course]
        if work.course_version != card.version:
            said = (
                f"It was written in edition {work.course_version} of the course; here is edition "
                f"{card.version}."
            )
            self._notes.append(FileNote(file, said))
        self._works.append(work)
        self._names.append(name)
        self._files.append(file)
        self._texts[work.digest] = text

    def _free_name(self, course: str, typed: str) -> str:
        """Return a name that nobody else of the course is listed under."""
        names = chain([typed], (f"{typed} ({number})" for number in count(2)))
        name = next(name for name in names if (course, name.casefold()) not in self._taken)
        self._taken.add((course, name.casefold()))
        return name


def course_of_work(ground: Ground, work: HandedIn) -> tuple[Draft, Learning]:
    """Return the Draft that a learner wrote, and what they did beside it. What a trainer said of
    earlier work is not theirs, and is left out: this work is to be looked at anew.
    """
    course = ground.course
    known = {question.number for question in ground.consultation.questions}
    response = replace(
        work.response,
        consultation=ground.consultation.id,
        organisation=course.organisation.id,
    )
    answers = {each.question: each for each in work.answers if each.question in known}
    learning = work.learning
    theirs = {key: done for key, done in learning.works.items() if not _is_trainers(*key)}
    learning = replace(learning, works=theirs)
    return ground.draft(answers, work.recommendations, response), learning


def _is_trainers(kind: WorkKind, item: str) -> bool:
    return kind is WorkKind.RUBRIC and item.startswith(f"{Column.TRAINER}/")


def looked_at(
    db: Connection,
    course: Course,
    resources: Path,
    now: datetime,
    told: Told,
    wanted: Callable[[], bool],
    kept: Sequence[KeptWork] | None = None,
) -> tuple[Row, ...]:
    """Return a row for each learner of a Course: of what was collected, or of what is ``kept``."""
    from desktop.checks import checker
    from desktop.session.knowing import known

    ground, checks = ground_of(db, course), checker()
    if kept is None:
        kept = list(course_rows.collected(db, course.id))
    marks, comments = course_rows.works(db), course_rows.comment_counts(db)
    rows: list[Row] = []
    for done, one in enumerate(kept, 1):
        if not wanted():
            break
        work = read_work(one.text)
        draft, learning = course_of_work(ground, work)
        told_of = known(db, draft, now, resources)
        told_of = replace(told_of, snippets=course.snippets or told_of.snippets)
        off = course.switches.checks_off
        findings = [each for each in checks.check(draft, told_of) if each.check not in off]
        laid = _given(marks, one.id, course).works
        learning = replace(learning, works={**learning.works, **laid})
        rows.append(_row(one, work, draft, learning, course, findings, comments.get(one.id, 0)))
        told(done, len(kept))
    return tuple(rows)


def _row(
    kept: KeptWork,
    work: HandedIn,
    draft: Draft,
    learning: Learning,
    course: Course,
    findings: Sequence[Finding],
    comments: int,
) -> Row:
    from desktop.markup.counting import document_words

    groups = _groups()
    return Row(
        id=kept.id,
        name=kept.name,
        progress=progress(course, learning),
        words=document_words(draft),
        levels={column: levels_of(course, learning, column) for column in Column},
        findings=Counter(groups.get(each.check, "form") for each in findings),
        comments=comments,
        edited=work.edited,
    )


def said_since(
    rows: Iterable[Row], course: Course, marks: Mapping[tuple[WorkKind, str], Work], db: Connection
) -> tuple[Row, ...]:
    """Return rows with what the trainer has said since: their column, and how many comments."""
    comments = course_rows.comment_counts(db)
    return tuple(
        replace(
            row,
            levels={
                **row.levels,
                Column.TRAINER: levels_of(course, _given(marks, row.id, course), Column.TRAINER),
            },
            comments=comments.get(row.id, 0),
        )
        for row in rows
    )


def _given(marks: Mapping[tuple[WorkKind, str], Work], collected: str, course: Course) -> Learning:
    """Return what a trainer gave to one learner's work, named as the learner's own columns are."""
    start = f"{collected}/"
    found = {
        (kind, item.removeprefix(start)): mark
        for (kind, item), mark in marks.items()
        if item.startswith(start)
    }
    return Learning(course.id, "", found)


def levels_of(course: Course, learning: Learning, column: Column) -> dict[str, int | None]:
    """Return the levels of one column of the rubric, by criterion; None where none is said."""
    found: dict[str, int | None] = {}
    for criterion in course.rubric.criteria:
        said = learning.work(WorkKind.RUBRIC, f"{column}/{criterion.id}")
        found[criterion.id] = said.level if said else None
    return found


def _groups() -> dict[str, str]:
    from desktop.checks import CHECKS

    return {check.id: check.group.value for check in CHECKS}
