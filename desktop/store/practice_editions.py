"""A newer edition of the Course that a practice workspace is for: what it brings is put beside what
the learner has written, which stays as it is.
"""

from __future__ import annotations

from datetime import datetime

from desktop.core.changes import Kind
from desktop.core.course import Course
from desktop.core.course_switches import snippets_offered
from desktop.core.edits import Edit
from desktop.core.evidence import Origin
from desktop.core.learning_course_edits import AddCourse
from desktop.core.rules_edits import SetCallChanges
from desktop.store import row_ops, writing
from desktop.store.consultation_rows import consultation_row
from desktop.store.database import Database
from desktop.store.practice import RESPONSE, evidence_edits, note_practice, put_snippets_away
from desktop.store.practice_papers import forget_paper, has_paper, put_paper

# What a newer edition may change.
TOUCHED = frozenset(
    {Kind.COURSE, Kind.LIBRARY, Kind.RESPONSE, Kind.RESPONSES, Kind.ANSWER, Kind.STATE}
)


def renew(db: Database, kept: AddCourse, course: Course, before: Course | None) -> None:
    """Bring a practice workspace to a newer edition of its Course, in one transaction: the file of
    it (``kept``), its call, rules, papers and snippets, and what is switched on. ``before`` is the
    edition so far, None where that cannot be read.

    Nothing of it can be undone, as of the first edition. Papers that are gone from the newer one
    stay, since an answer may cite them.
    """
    with db.atomic():
        _write(db, kept)
        if course.consultation is not None:
            row = consultation_row(course.consultation, "")
            db.update("consultations", course.consultation.id, row)
        if before is None or course.changes != before.changes:
            _write(db, SetCallChanges(RESPONSE, course.consultation_id, course.changes))
        for edit in evidence_edits(course):
            _write(db, edit)
        _put_papers(db, course, before, kept.added)
        _offer(db, course, before)
        note_practice(db, course)


def _put_papers(db: Database, course: Course, before: Course | None, now: datetime) -> None:
    offered = course.switches.snippets
    same = before.papers if before and before.switches.snippets == offered else ()
    for paper in course.papers:
        if paper not in same or not has_paper(db, paper):
            forget_paper(db, paper)
            put_paper(db, paper, now, offered=offered)


def _offer(db: Database, course: Course, before: Course | None) -> None:
    """Offer the snippets that the newer edition has, if they are switched on, and no others."""
    offered = course.switches.snippets
    if course.consultation is None and offered:
        db.execute(
            "UPDATE snippets SET retired = 0, origin = ? WHERE pack <> '' AND retired = 1",
            [Origin.BUILT_IN.value],
        )
    else:
        put_snippets_away(db)
    here = {snippet.id for snippet in snippets_offered(course)}
    known = {snippet.id for snippet in (*course.snippets, *(before.snippets if before else ()))}
    for key in known:
        db.update("snippets", key, {"retired": int(key not in here)})


def _write(db: Database, edit: Edit) -> None:
    row_ops.write(db, writing.row_changes(edit, db))
