"""The door for trainers: learners' work collected, read, commented on and sent back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.commenting import Anchor, BankComment, Comment, Located
from desktop.core.course import Course
from desktop.core.handing_in import HandedIn, read_work
from desktop.core.learning import Column, Learning, Work, WorkKind
from desktop.core.learning_course_edits import (
    ForgetWork,
    KeepWork,
    KeptWork,
    NoteSent,
    RemoveBankComment,
    RemoveComment,
    RenameWork,
    ReplaceWork,
    SaveBankComment,
    SaveComment,
    SetWork,
    SignComments,
    UseBankComment,
)
from desktop.core.sending_comments import ENDING, SentBack, comments_text
from desktop.errors import ContentError
from desktop.session.course_collecting import (
    Row,
    course_of_work,
    looked_at,
    said_since,
)
from desktop.session.course_drafts import ground_of
from desktop.session.course_gathering import Gathered, Here, as_kept, gather
from desktop.session.course_sent import marks_on, sent_note
from desktop.session.travelling_files import placed, with_ending
from desktop.store import course_rows
from desktop.store.connection import Connection

if TYPE_CHECKING:
    from desktop.core.changes import Changes
    from desktop.core.response import Draft
    from desktop.session.courses import CoursesDoor
    from desktop.session.jobs import Job
    from desktop.session.session import Session

_NAME = "course.trainer"
_KNOWN_AS = "course.trainer.known-as"

Works = Mapping[tuple[WorkKind, str], Work]


@dataclass(frozen=True, slots=True)
class Collected:
    """One learner's work, ready to be read: the Draft that they wrote, what they did beside it with
    the trainer's column laid in, and the comments on it where they belong. ``handed_in`` has the
    name that it is listed under, ``typed_name`` is what they call themselves.
    """

    id: str
    course: Course
    handed_in: HandedIn
    typed_name: str
    draft: Draft
    learning: Learning
    comments: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """Who sends something back: what they are called now, and the random word that every file from
    their workspace has.
    """

    by: str
    known_as: str


class TeachingDoor:
    """What comes of a course. Belongs to the thread of its connection."""

    def __init__(self, session: Session, db: Connection, courses: CoursesDoor) -> None:
        self._session = session
        self._db = db
        self._courses = courses

    @property
    def name(self) -> str:
        """What the trainer calls themselves in comments."""
        return str(self._session.setting(_NAME, ""))

    @name.setter
    def name(self, value: str) -> None:
        self._session.set_setting(_NAME, " ".join(value.split()))

    def _signed(self) -> Signed:
        """Return who sends something back; the word is made with the first file."""
        known_as = str(self._session.setting(_KNOWN_AS, ""))
        if not known_as:
            known_as = self._session.new_id()
            self._session.set_setting(_KNOWN_AS, known_as)
        return Signed(self.name, known_as)

    def written_as(self, name: str) -> int:
        """Return how many comments were written under a name."""
        return course_rows.written_as(self._db, name)

    def sign_anew(self, before: str, origin: object = None) -> Changes | None:
        """Have the comments that were written under one name be under the one that is used now."""
        return self._session.apply(SignComments(before, self.name), origin)

    # Collecting

    def collecting(
        self,
        paths: Sequence[Path],
        course: str = "",
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Job[Gathered]:
        """Return a Job that reads learners' files (a folder stands for those in it); ``course``
        refuses those of any other. Nothing is kept yet: see ``keep``. ``progress`` hears on the
        Job's thread how many of how many are read; it stops when it is not ``wanted`` any more.
        """

        def work(db: Connection) -> Gathered:
            found = list(self._courses.found_in(db, removed=True))
            courses = {each.card.id: each.reading.course for each in found if each.reading}

            def moved(kept: str, work: HandedIn) -> tuple[int, int]:
                said, asked = course_rows.comments(db, kept), courses.get(work.course)
                if asked is None or not said:
                    return len(said), 0
                draft, learning = course_of_work(ground_of(db, asked), work)
                return len(said), sum(one.moved for one in placed(said, draft, learning))

            cards = {each.card.id: each.card for each in found}
            known = {work.digest: work for work in course_rows.collected(db)}
            return gather(paths, course, Here(cards, known, moved), progress, wanted)

        return self._session.reading_job(work)

    def keep(self, gathered: Gathered, origin: object = None) -> int:
        """Keep what was gathered; returns how many are new. One that was kept before stays, but for
        what takes its place, which is a step of Undo.
        """
        there = course_rows.collected_ids(self._db)
        works = as_kept(gathered, self._session.clock())
        new = tuple(work for work in works if work.id not in there)
        again = tuple(work for work in works if work.id in there and work.id in gathered.replaced)
        if new:
            self._session.apply(KeepWork(new), origin)
        if again:
            self._session.apply(ReplaceWork(again), origin)
        return len(new) + len(again)

    def rename(self, collected: str, name: str, origin: object = None) -> Changes | None:
        """List a learner's work under another name, which only the trainer sees; "" = the one that
        they typed.
        """
        typed = " ".join(name.split()) or read_work(self._kept(collected).text).name
        return self._session.apply(RenameWork(collected, typed), origin) if typed else None

    def collected(self, course: str = "") -> list[KeptWork]:
        """Return what was collected, of one Course or of all, by name."""
        return list(course_rows.collected(self._db, course))

    def course(self, course: str) -> Course:
        """Return a Course that work was collected of, one that was removed since too; raises
        ContentError if there is none, or it cannot be understood.
        """
        return self._courses.read(course, removed=True)

    def looking_at(
        self,
        course: str,
        gathered: Gathered | None = None,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Job[tuple[Row, ...]]:
        """Return a Job that gives the table of a Course's collected work, or of what was
        ``gathered``: progress, columns of the rubric, word counts, Findings per group.
        """
        asked, now = self.course(course), self._session.clock()
        kept = None
        if gathered is not None:
            kept = [work for work in as_kept(gathered, now) if work.course == course]
        resources = self._session.paths.resources
        return self._session.reading_job(
            lambda db: looked_at(db, asked, resources, now, progress, wanted, kept)
        )

    def said_since(self, course: Course, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Return rows that ``looking_at`` gave, with what was said of the work since."""
        works = course_rows.works(self._db)
        return said_since(rows, course, works, self._db)

    def work(self, collected: str, known: Course | None = None) -> Collected:
        """Return one learner's work; raises ContentError if it is gone, or its Course is. A Course
        that is ``known`` already is not read again.
        """
        kept = self._kept(collected)
        same = known is not None and known.id == kept.course
        course = known if known is not None and same else self.course(kept.course)
        return put_together(self._db, kept, course, course_rows.works(self._db))

    def comments_on(self, collected: str) -> list[Comment]:
        """Return the comments on one learner's work."""
        return course_rows.comments(self._db, collected)

    def forget(self, *collected: str, origin: object = None) -> Changes | None:
        """Remove learners' work, with the comments and marks on it, as one step of Undo."""
        return self._session.apply(ForgetWork(collected), origin)

    # Commenting

    def comment(
        self, collected: str, anchor: Anchor, text: str, key: str = "", origin: object = None
    ) -> Comment:
        """Add a comment to a learner's words (see ``core.commenting.anchor_at``), or change the
        one with this ``key``; returns it.
        """
        now = self._session.clock()
        before = {each.id: each.author for each in self.comments_on(collected)} if key else {}
        author = before.get(key) or self.name
        made = Comment(key or self._session.new_id(), anchor, text, author, now)
        self._session.apply(SaveComment(made, collected), origin)
        return made

    def uncomment(self, comment: str, origin: object = None) -> Changes | None:
        """Remove a comment."""
        return self._session.apply(RemoveComment(comment), origin)

    def mark(
        self, collected: str, criterion: str, origin: object = None, **data: object
    ) -> Changes | None:
        """Set the trainer's column at a criterion: ``level``, and ``text``, ``quote``, ``question``
        as the learner's own columns have them (nothing = take it away).
        """
        item = f"{collected}/{Column.TRAINER}/{criterion}"
        work = Work(WorkKind.RUBRIC, item, data, self._session.clock())
        return self._session.apply(SetWork(work), origin)

    def marks(self, collected: str) -> list[Work]:
        """Return the trainer's column, with items as a learner's own have them."""
        return marks_on(course_rows.works(self._db), collected)

    def bank(self, course: Course | None = None) -> list[BankComment]:
        """Return the trainer's comments, the most used first, then those that a Course brings and
        that were never used (these have no id yet).
        """
        own = course_rows.bank(self._db)
        known = {each.text for each in own}
        brought = course.comments if course else ()
        return own + [BankComment("", text) for text in brought if text not in known]

    def save_in_bank(self, kept: BankComment, origin: object = None) -> BankComment:
        """Keep a comment in the bank, or change it; returns it as it is kept."""
        made = replace(kept, id=kept.id or self._session.new_id())
        self._session.apply(SaveBankComment(made), origin)
        return made

    def use_from_bank(self, kept: BankComment, origin: object = None) -> BankComment:
        """Count one more use of a comment of the bank; one that a Course brought is kept then."""
        made = replace(kept, id=kept.id or self._session.new_id(), used=kept.used + 1)
        self._session.apply(UseBankComment(made), origin)
        return made

    def remove_from_bank(self, kept: str, origin: object = None) -> Changes | None:
        """Take a comment out of the bank."""
        return self._session.apply(RemoveBankComment(kept), origin)

    def send_comments(self, collected: str, path: Path, replace_it: bool = False) -> Path:
        """Write the file for one learner; returns its path. Raises FileExists unless
        ``replace_it``, and ExportError where it cannot be written.
        """
        from desktop.export.files import write_atomic

        kept = self._kept(collected)
        sent = sent_back(self._db, kept, course_rows.works(self._db), self._signed())
        path = with_ending(path, ENDING)
        write_atomic(path, comments_text(sent).encode(), replace_it)
        self.note_sent(collected)
        return path

    def note_sent(self, *collected: str, origin: object = None) -> None:
        """Note that what is said of learners' work now was sent back."""
        works, now = course_rows.works(self._db), self._session.clock()
        signed = self._signed()
        there = (course_rows.collected_work(self._db, key) for key in collected)
        sent = (
            sent_note(kept.id, sent_back(self._db, kept, works, signed), now)
            for kept in there
            if kept
        )
        self._session.apply(NoteSent(tuple(sent)), origin)

    def sending_all(
        self,
        where: Mapping[str, Path],
        *,
        scripts: bool = False,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Job[int]:
        """Return a Job that writes what was said of several learners' work, each to its path: the
        file that they open in Consultee, or ``scripts`` in Word. What is there already is replaced.

        The Job gives how many it wrote, and raises ExportError where one cannot be written.
        """
        signed = self._signed()
        templates, now = self._session.paths.templates, self._session.clock()
        kinds = {each.course for each in self.collected() if each.id in where} if scripts else ()
        courses = {course: self.course(course) for course in kinds}

        def work(db: Connection) -> int:
            from desktop.session.sending_back import Way, write_comments, write_scripts

            way = Way(progress, wanted)
            if scripts:
                return write_scripts(db, where, courses, templates, now, way)
            return write_comments(db, where, signed, way)

        return self._session.reading_job(work)

    def _kept(self, collected: str) -> KeptWork:
        kept = course_rows.collected_work(self._db, collected)
        if kept is None:
            raise ContentError("The work is gone", "It was removed from this workspace.")
        return kept


def put_together(db: Connection, kept: KeptWork, course: Course, works: Works) -> Collected:
    """Return one learner's work of a Course, with what the trainer said of it; ``works`` are all
    that the workspace holds.
    """
    work = read_work(kept.text)
    draft, learning = course_of_work(ground_of(db, course), work)
    learning = with_marks(learning, marks_on(works, kept.id))
    found = course_rows.comments(db, kept.id)
    comments = placed(found, draft, learning)
    handed_in = replace(work, name=kept.name)
    return Collected(kept.id, course, handed_in, work.name, draft, learning, tuple(comments))


def sent_back(db: Connection, kept: KeptWork, works: Works, signed: Signed) -> SentBack:
    """Return what a trainer, who is ``signed``, said of one learner's work, as it goes back."""
    work = read_work(kept.text)
    comments = tuple(course_rows.comments(db, kept.id))
    marks = tuple(marks_on(works, kept.id))
    return SentBack(
        kept.course,
        work.digest,
        work.name,
        signed.by,
        comments,
        marks,
        trainer=signed.known_as,
        collected=kept.id,
    )


def with_marks(learning: Learning, marks: Sequence[Work]) -> Learning:
    """Return a learner's work with marks laid in."""
    laid = {(mark.kind, mark.item): mark for mark in marks}
    return replace(learning, works={**learning.works, **laid})
