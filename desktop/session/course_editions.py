"""Editions of a Course that is being written: what was given out is not changed under its number.

Learners' files say which edition they were written in. So the first change after a Course was
given out, as a file or as handouts, makes an edition that nobody has: one more than the highest
that was ever given out. One that came as a file was given out by somebody.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from desktop.core.course import Course, Rubric
from desktop.core.learning_course_edits import AddCourse
from desktop.store import course_rows, reading
from desktop.store.database import Database
from desktop.store.packs.course_text import course_text

# By course: what each edition that was given out said, as a digest.
_SETTING = "courses.editions"


class Editions:
    """The editions of the Courses of a workspace; ``shared`` is the rubric of those that have none
    of their own.
    """

    def __init__(self, db: Database, shared: Rubric) -> None:
        self._db = db
        self._shared = shared

    def of(self, course: Course) -> Course:
        """Return a Course with the number of the edition that it is: one more than the highest that
        was given out, where it says something else than was given out under its number and has no
        higher one yet.
        """
        given = self._given().get(course.id, {})
        highest = max(map(int, given), default=0)
        if course.version > highest or given.get(str(course.version)) == self._digest(course):
            return course
        return replace(course, version=highest + 1)

    def note_given(self, course: Course) -> None:
        """Remember that a Course was given out as it is, beside all editions that were before; one
        that came with the program never changes, so of that nothing need be known.
        """
        if course.id not in {each.id for each in course_rows.courses(self._db)}:
            return
        all_given = self._given()
        given, edition = all_given.get(course.id, {}), str(course.version)
        if edition not in given:
            said = {**given, edition: self._digest(course)}
            reading.set_setting(self._db, _SETTING, {**all_given, course.id: said})

    def keeping(self, course: Course, now: datetime, what: str) -> AddCourse | None:
        """Return what keeps a Course in its edition, None if that is kept already."""
        text = course_text(self.of(course), self._shared)
        kept = {each.id: each for each in course_rows.courses(self._db)}
        before = kept.get(course.id)
        if before is not None and before.text == text:
            return None
        return AddCourse(course.id, text, now, "own", what)

    def _given(self) -> dict[str, dict[str, str]]:
        return reading.setting(self._db, _SETTING) or {}

    def _digest(self, course: Course) -> str:
        text = course_text(replace(course, version=1), self._shared)
        return sha256(text.encode()).hexdigest()
