"""The door to courses: what there is, practising it, and (``teaching``) what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.commenting import Comment
from desktop.core.course import Course, Repair
from desktop.core.learning import Learning, Work, WorkKind
from desktop.core.learning_course_edits import (
    AddCourse,
    NoteWork,
    RemoveCourse,
    SetWork,
    TakeComments,
)
from desktop.core.sending_comments import read_comments
from desktop.errors import WorkspaceError
from desktop.session import course_list, practising
from desktop.session.course_list import CourseCard
from desktop.session.practising import PracticeCard, Progress
from desktop.session.putting_away import PutAway
from desktop.session.travelling_files import Opened, opened, read_file, with_ending
from desktop.store import course_rows
from desktop.store.connection import Connection
from desktop.store.course_shelf import shelf
from desktop.store.packs.courses import Shelf, course_in, examine_course
from desktop.store.packs.problems import PackError
from desktop.store.practice import Practice, practice

if TYPE_CHECKING:
    from desktop.core.changes import Changes
    from desktop.core.finding import Finding, Fix
    from desktop.core.hearing import Likely
    from desktop.core.response import Draft
    from desktop.session.authoring import Lent
    from desktop.session.course_editions import Editions
    from desktop.session.course_examining import Ask, Examined, Mended
    from desktop.session.jobs import Job
    from desktop.session.paper_reading import ReadPaper
    from desktop.session.session import Session
    from desktop.session.teaching import TeachingDoor

# What is noted by the way: Undo is for what somebody wrote.
_QUIET = frozenset({WorkKind.NAME, WorkKind.STEP, WorkKind.FIRST})


class CoursesDoor:
    """Courses, for learners and for trainers. Belongs to the thread of its connection."""

    def __init__(self, session: Session, db: Connection) -> None:
        self._session = session
        self._db = db
        self._practice: Practice | None = None
        self._looked = False
        self._course: Course | None = None
        self._readings = course_list.Readings()

    @property
    def teaching(self) -> TeachingDoor:
        """What learners handed in, and what a trainer says of it."""
        from desktop.session.teaching import TeachingDoor

        return TeachingDoor(self._session, self._db, self)

    # What there is

    def list(self, *, removed: bool = False) -> list[CourseCard]:
        """Return every Course, one's own last; those that cannot be used have their problems. One
        that was ``removed`` can be kept for what was collected of it.
        """
        return [found.card for found in self.found_in(self._db, removed=removed)]

    def found_in(self, db: Connection, *, removed: bool = False) -> Iterator[course_list.Found]:
        """Yield the same, with what their files say, as another thread's connection reads it."""
        resources = self._session.paths.resources
        there = shelf(db, resources)
        return course_list.every(db, resources, there, self._readings, removed=removed)

    def read(self, course: str, *, removed: bool = False) -> Course:
        """Return a Course; raises ContentError if there is none of this id, or it cannot be
        understood (PackError). See ``list`` for ``removed``.
        """
        return self._find(course, removed=removed).course

    def text(self, course: str) -> str:
        """Return what the file of a Course says; raises as ``read`` does."""
        return self._find(course).text

    def shelf(self) -> Shelf:
        """Return what a course file may refer to."""
        return shelf(self._db, self._session.paths.resources)

    def examining(self, path: Path) -> Job[Examined]:
        """Return a Job that gives all that is wrong with a course file, with what the checks say of
        its exercises.
        """
        resources, now = self._session.paths.resources, self._session.clock()

        def work(db: Connection) -> Examined:
            from desktop.session.course_examining import examined

            return examined(db, path, resources, now)

        return self._session.reading_job(work)

    def examining_text(self, name: str, text: str) -> Job[Examined]:
        """Return a Job that gives the same of what a file called ``name`` would say."""
        resources, now = self._session.paths.resources, self._session.clock()

        def work(db: Connection) -> Examined:
            from desktop.session.course_examining import examined_text

            return examined_text(db, name, text, resources, now)

        return self._session.reading_job(work)

    def import_course(self, path: Path, origin: object = None) -> Course:
        """Keep the Course of a file and return it; one of the same id gives way to it. In a
        practice workspace it must be that workspace's own course: a newer edition of it.

        Raises PackError with what is wrong with it, ContentError for another course.
        """
        reading = examine_course(path, self.shelf())
        course = reading.course
        if course is None or not reading.is_sound:
            raise PackError(reading.errors)
        said = self.practice
        if said is not None and said.course != course.id:
            raise practising.another_course(said, course)
        edit = AddCourse(course.id, reading.text, self._session.clock(), path.name)
        if said is not None:
            self._renew(course, edit, origin)
        else:
            self._session.apply(edit, origin)
            # Whoever wrote it gave it out: what is changed here is not what others have.
            self.editions.note_given(course)
        return course

    def _renew(self, course: Course, edit: AddCourse, origin: object) -> None:
        """Bring this practice workspace to a newer edition of its course."""
        from desktop.core.changes import Changes
        from desktop.store.practice_editions import TOUCHED, renew

        renew(self._db, edit, course, self.course)
        # Who hears of it reads the course anew.
        self._forget()
        self._session.announce(Changes(TOUCHED, origin=origin))

    def export_course(self, course: str, path: Path, replace: bool = False) -> Path:
        """Write the file of a Course, which is given out then; returns its path, a ``.toml`` one.
        Raises FileExists unless ``replace``, and ExportError where it cannot be written.
        """
        from desktop.export.files import write_atomic

        path = with_ending(path, ".toml")
        found = self._find(course)
        write_atomic(path, found.text.encode(), replace)
        self.editions.note_given(found.course)
        return path

    @property
    def editions(self) -> Editions:
        """Which edition of a Course was given out, and which a changed one is."""
        from desktop.session.course_editions import Editions

        return Editions(self._db, self.shelf().rubric)

    def save(self, course: Course, origin: object = None, what: str = "") -> Changes | None:
        """Keep a Course that is being written, in its edition; None if it says what it said
        already. Changes of the same part of it (``what``) within a minute are one step of Undo.
        """
        edit = self.editions.keeping(course, self._session.clock(), what)
        return self._session.apply(edit, origin) if edit is not None else None

    def remove(self, course: str, origin: object = None) -> Changes | None:
        """Remove a Course of one's own; practice workspaces and what was collected stay."""
        return self._session.apply(RemoveCourse(course), origin)

    # Practising

    def beginning(self, course: str, name: str = "", *, preview: bool = False) -> Job[Path]:
        """Return a Job that makes a practice workspace for a Course and gives its path, to be
        opened then; ``name`` is what the learner calls themselves. A ``preview`` is none to go on
        with. It raises WorkspaceError where that cannot be written.

        Raises PackError if the Course names what is not there.
        """
        found = self._find(course)
        if not found.card.is_sound:
            raise PackError(found.card.errors)
        paths, now = self._session.paths, self._session.clock()
        make, course_, text = practising.begin, found.course, found.text
        return lambda: make(paths, course_, text, now, name, preview=preview)

    def practices(self) -> list[PracticeCard]:
        """Return the practice workspaces to go on with, last written to first."""
        return practising.practices(self._session.paths)

    @property
    def put_away(self) -> PutAway:
        """Those that were put away."""
        return PutAway(self._session.paths)

    @property
    def folder(self) -> Path:
        """Where practice workspaces lie."""
        return practising.folder(self._session.paths)

    @property
    def practice(self) -> Practice | None:
        """What this workspace says of itself, if it is a practice workspace."""
        if not self._looked:
            self._practice, self._looked = practice(self._db), True
        return self._practice

    @property
    def course(self) -> Course | None:
        """The Course that is practised here, None in any other workspace; read once."""
        said = self.practice
        if said is None:
            return None
        if self._course is None:
            kept = {each.id: each for each in course_rows.courses(self._db)}.get(said.course)
            if kept is None:
                return None
            self._course = course_in(f"{kept.id}.toml", kept.text, self.shelf()).course
        return self._course

    @property
    def learning(self) -> Learning | None:
        """What was done here so far, None where no Course is practised."""
        said = self.practice
        return Learning(said.course, said.response, course_rows.works(self._db)) if said else None

    def practised(self) -> tuple[Course, Learning]:
        """Return what is practised here and what was done of it; raises WorkspaceError where no
        Course is.
        """
        course, learning = self.course, self.learning
        if course is None or learning is None:
            raise WorkspaceError(
                "No course is practised here",
                "This workspace is not one for practising.",
                "Begin a course, or go on with one that was begun.",
            )
        return course, learning

    def practice_draft(self) -> Draft:
        """Return the Draft that the learner writes; raises WorkspaceError where none is."""
        return self._session.draft(self.practised()[1].response)

    def progress(self) -> Progress:
        """Return how many steps are behind the learner."""
        course, learning = self.practised()
        return practising.progress(course, learning)

    def set(
        self, kind: WorkKind, item: str = "", origin: object = None, **data: object
    ) -> Changes | None:
        """Say what was done: ``data`` is the whole of it (none = take it away). One step with what
        was said of it within a minute before; None if it was so already.
        """
        work = Work(kind, item, data, self._session.clock())
        edit = NoteWork if kind in _QUIET else SetWork
        # What is done on the page of comments is undone there, with the taking in of them.
        response = "" if kind is WorkKind.DEALT else self.practised()[1].response
        return self._session.apply(edit(work, response), origin)

    def reveal(self, question: str, origin: object = None) -> Changes | None:
        """Keep the answer as it is when the model is shown first, if there is any, and that it was
        shown; later calls change nothing.
        """
        if self.practised()[1].has_seen(question):
            return None
        answer = self.practice_draft().answer(question)
        if not (answer.body + answer.key_point).strip():
            return self.set(WorkKind.FIRST, question, origin, shown=True)
        return self.set(
            WorkKind.FIRST, question, origin, text=answer.body, key_point=answer.key_point
        )

    def repairing(self, repair: Repair, text: str, ask: Ask | None = None) -> Job[Mended]:
        """Return a Job that tells which faults of an exercise are gone, which are left, and what is
        new in a text (``ask``: who, what, by when).
        """
        course = self.practised()[0]
        return self.repairing_in(course, repair, text, ask)

    def repairing_in(
        self, course: Course, repair: Repair, text: str, ask: Ask | None = None
    ) -> Job[Mended]:
        """Return the same for a Course that is not practised here, such as one being written."""
        resources, now = self._session.paths.resources, self._session.clock()

        def work(db: Connection) -> Mended:
            from desktop.session.course_examining import RepairChecks

            return RepairChecks(db, course, resources, now).mended(repair, text, ask)

        return self._session.reading_job(work)

    def mending_repair(self, repair: Repair, text: str, finding: Finding, fix: Fix) -> str | None:
        """Return a text of an exercise with a Finding mended as the check offers it; None where
        that is nothing for the text alone.
        """
        from desktop.session.course_examining import with_fix

        return with_fix(self.practice_draft(), repair, text, finding, fix)

    def questions_of_a_member(self) -> Job[tuple[Likely, ...]]:
        """Return a Job that gives likely questions of a member of the committee, made from what the
        draft says and leaves open, then those of the Course.
        """
        draft, (course, learning) = self.practice_draft(), self.practised()

        def work() -> tuple[Likely, ...]:
            from desktop.session.hearing import likely_questions

            return likely_questions(draft, course, learning)

        return work

    def hand_in(self, path: Path, replace: bool = False) -> Path:
        """Write the learner's file; returns its path. Raises FileExists unless ``replace``, and
        ExportError where it cannot be written.
        """
        from desktop.session.handing_in import write_work

        course, learning = self.practised()
        return write_work(self._session, course, self.practice_draft(), learning, path, replace)

    def open_comments(self, path: Path, origin: object = None) -> Opened:
        """Take in what the trainer sent back; returns how it went. Raises NotTaken if it cannot be
        taken in, or is about another course.
        """
        course, _ = self.practised()
        sent = read_comments(read_file(path))
        said = opened(sent, course, self.practice_draft(), self.practised()[1])
        taken = TakeComments(sent.comments, sent.marks, sent.work, sent.by, sent.source)
        self._session.apply(taken, origin)
        return said

    def comments(self) -> list[Comment]:
        """Return what the trainer said of the learner's words."""
        return course_rows.comments(self._db)

    def drawn(self, draft: Draft, title: str = "") -> Course:
        """Return a first Course made of a Response: its call and its answers as models, to go on
        from. Its papers are one's own Sources that it cites.
        """
        from desktop.session.authoring import drawn

        return drawn(self._db, draft, title, self._lent())

    def drawn_from_call(self, consultation: str, title: str = "") -> Course:
        """Return a first Course on a Consultation; raises WorkspaceError if there is none."""
        from desktop.session.authoring import drawn_from_call

        return drawn_from_call(self._db, consultation, title, self._lent())

    def invented(self, title: str) -> Course:
        """Return a first Course on a call that has still to be invented."""
        from desktop.session.authoring import invented

        return invented(title, self._lent())

    def reading_paper(self, path: Path) -> Job[ReadPaper]:
        """Return a Job that reads a file as a paper of a data pack; it raises ReadError where the
        file cannot be read, and ContentError where it is too long.
        """
        calls = self._session.consultations()

        def work() -> ReadPaper:
            from desktop.session.paper_reading import read_paper

            return read_paper(path, calls)

        return work

    def _lent(self) -> Lent:
        from desktop.session.authoring import Lent

        cards = self.list(removed=True)
        like = next((card.id for card in cards if card.is_sound and not card.own), None)
        course = self.read(like) if like else None
        taken, today = {card.id for card in cards}, self._session.clock().date()
        return Lent(taken, self.shelf().rubric, course, today)

    def _find(self, course: str, *, removed: bool = False) -> course_list.Readable:
        resources, there = self._session.paths.resources, self.shelf()
        return course_list.find(self._db, resources, there, self._readings, course, removed=removed)

    def _forget(self) -> None:
        self._looked, self._course = False, None
