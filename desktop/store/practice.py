"""Practice workspaces: what a new one is filled with, and what it says of itself."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.core import edits
from desktop.core.course import Course
from desktop.core.course_steps import counted_steps
from desktop.core.course_switches import snippets_offered
from desktop.core.learning import Learning, Work, WorkKind
from desktop.core.learning_course_edits import AddCourse, NoteWork
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
    which checks the trainer turned off, and whether it ``offers`` evidence.
    """

    course: str
    title: str
    response: str
    steps: int
    checks_off: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()  # steps for who has time: they are not counted
    offers: bool = True


def practice(db: Database) -> Practice | None:
    """Return what a practice workspace says of itself; None if this is none."""
    said: dict[str, Any] | None = reading.setting(db, _SETTING)
    if not said:
        return None
    sets = {name: frozenset(said.get(name, ())) for name in ("checks_off", "optional")}
    return Practice(**{**said, **sets})


def practised_at(path: Path) -> tuple[Practice, Learning] | None:
    """Return what the practice workspace at a path says of itself, and what was done in it; None
    if it is none, or one that is being made. Raises WorkspaceError if it cannot be read.
    """
    from desktop.store import course_rows
    from desktop.store.connection import damaged, examine, open_reader

    examine(path)
    with closing(open_reader(path)) as db:
        try:
            tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
            if not {"settings", "learning"} <= tables:
                return None
            said = practice(db)
            works = course_rows.works(db) if said else {}
        except (ValueError, TypeError) as error:  # what stands there is not what was written
            raise damaged(path) from error
    return (said, Learning(said.course, said.response, works)) if said else None


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
    counted = {step.id for unit in course.units for step in counted_steps(course, unit.id)}
    reading.set_setting(
        db,
        _SETTING,
        {
            "course": course.id,
            "title": course.title,
            "response": RESPONSE,
            "steps": len(counted),
            "optional": sorted({step.id for step in course.steps} - counted),
            "checks_off": sorted(course.switches.checks_off),
            "offers": course.switches.snippets,
        },
    )


def fill(db: Database, course: Course, text: str, now: datetime, name: str = "") -> None:
    """Put everything that a Course practises with into a new workspace, in one transaction, and
    what the learner calls themselves.

    Nothing of it can be undone: a learner's first Undo must not take the exercise away.
    """
    # Every start looks whether this is a practice workspace; few make one.
    from desktop.store.practice_papers import put_paper

    with db.atomic():
        if course.consultation is not None:
            packs_table.put_consultation(db, "", course.consultation)
            _put_sources_away(db)
        if course.consultation is not None or not course.switches.snippets:
            put_snippets_away(db)
        for edit in _edits(course, text, now):
            writing.apply(db, edit, now)
        for paper in course.papers:
            put_paper(db, paper, now, offered=course.switches.snippets)
        if name:
            said = Work(WorkKind.NAME, "", {"text": name}, now)
            writing.apply(db, NoteWork(said, RESPONSE), now)
        note_practice(db, course)
        db.execute("DELETE FROM journal")


def put_snippets_away(db: Database) -> None:
    """Offer no built-in evidence: for an invented call the data pack is all there is, and a trainer
    may want none offered at all.
    """
    db.execute("UPDATE snippets SET retired = 1, origin = 'own' WHERE pack <> ''")


def _put_sources_away(db: Database) -> None:
    """Have nothing real to cite for an invented call."""
    db.execute("UPDATE sources SET retired = 1 WHERE pack <> ''")


def _edits(course: Course, text: str, now: datetime) -> list[edits.Edit]:
    response = Response(RESPONSE, course.consultation_id, RESPONSE, now, now)
    found: list[edits.Edit] = [
        edits.AddOrganisation(replace(course.organisation, id=RESPONSE)),
        edits.StartResponse(response),
        AddCourse(course.id, text, now, "practice"),
    ]
    if course.changes != CallChanges():
        found.append(SetCallChanges(RESPONSE, course.consultation_id, course.changes))
    return found + evidence_edits(course)


def evidence_edits(course: Course) -> list[edits.Edit]:
    """Return the Edits that bring what the papers of a Course are cited as, and those of its
    Snippets that are offered.
    """
    sources = [edits.SaveSource(paper.source) for paper in course.papers]
    return [*sources, *(edits.SaveSnippet(each) for each in snippets_offered(course))]
