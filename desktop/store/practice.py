"""Practice workspaces: what a new one is filled with, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desktop.core import edits
from desktop.core.course import Course
from desktop.core.learning_course_edits import AddCourse
from desktop.core.response import Response
from desktop.core.rules_changes import CallChanges
from desktop.core.rules_edits import SetCallChanges
from desktop.store import packs_table, reading, writing
from desktop.store.database import Database

_SETTING = "course.practice"
RESPONSE = "practice"


@dataclass(frozen=True, slots=True)
class Practice:
    """What a practice workspace says of itself: which Course it is for, the Response written in it,
    and which checks the trainer turned off.
    """

    course: str
    title: str
    response: str
    steps: int
    checks_off: frozenset[str] = frozenset()


def practice(db: Database) -> Practice | None:
    """Return what a practice workspace says of itself; None if this is none."""
    said: dict[str, Any] | None = reading.setting(db, _SETTING)
    return Practice(**{**said, "checks_off": frozenset(said["checks_off"])}) if said else None


def checks_off(db: Database) -> frozenset[str]:
    """Return the ids of the checks that a trainer turned off here (none in any other workspace)."""
    said = practice(db)
    return said.checks_off if said else frozenset()


def is_built_in(db: Database, consultation: str) -> bool:
    """Tell whether a Consultation ships with the program, so that every copy of it has that."""
    sql = "SELECT EXISTS (SELECT 1 FROM consultations WHERE id = ? AND pack <> '')"
    return db.execute(sql, [consultation]).fetchone()[0] == 1


def note_practice(db: Database, course: Course) -> None:
    """Have a workspace say that it is for a Course (again, when that has a newer edition)."""
    reading.set_setting(
        db,
        _SETTING,
        {
            "course": course.id,
            "title": course.title,
            "response": RESPONSE,
            "steps": len(course.steps),
            "checks_off": sorted(course.switches.checks_off),
        },
    )


def fill(db: Database, course: Course, text: str, now: datetime) -> None:
    """Put everything that a Course practises with into a new workspace, in one transaction.

    Nothing of it can be undone: a learner's first Undo must not take the exercise away.
    """
    with db.atomic():
        if course.consultation is not None:
            packs_table.put_consultation(db, "", course.consultation)
            _put_built_in_away(db)
        for edit in _edits(course, text, now):
            writing.apply(db, edit, now)
        note_practice(db, course)
        db.execute("DELETE FROM journal")


def _put_built_in_away(db: Database) -> None:
    """Offer nothing real for an invented call: what a learner is offered is the data pack."""
    db.execute("UPDATE snippets SET retired = 1, origin = 'own' WHERE pack <> ''")
    db.execute("UPDATE sources SET retired = 1 WHERE pack <> ''")


def _edits(course: Course, text: str, now: datetime) -> list[edits.Edit]:
    organisation = replace(course.organisation, id=RESPONSE)
    response = Response(RESPONSE, course.consultation_id, organisation.id, now, now)
    found: list[edits.Edit] = [
        edits.AddOrganisation(organisation),
        edits.StartResponse(response),
        AddCourse(course.id, text, now, "practice"),
    ]
    if course.rules:
        changes = CallChanges(changed=course.rules)
        found.append(SetCallChanges(RESPONSE, course.consultation_id, changes))
    found += [edits.SaveSource(paper.source) for paper in course.papers]
    if course.switches.snippets:
        found += [edits.SaveSnippet(snippet) for snippet in course.snippets]
    return found
