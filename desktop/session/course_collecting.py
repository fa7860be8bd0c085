"""What a trainer sees at a glance of what learners handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.core.course import Course
from desktop.core.finding import Finding
from desktop.core.handing_in import HandedIn, read_work
from desktop.core.learning import Column, Learning, Work, WorkKind
from desktop.core.learning_course_edits import KeptWork
from desktop.core.response import Draft
from desktop.session.course_drafts import Ground, ground_of
from desktop.session.course_gathering import Told
from desktop.session.course_sent import Sent, marks_on, sent_state
from desktop.session.practising import Progress, progress
from desktop.store import course_rows
from desktop.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Row:
    """One learner at a glance: ``words`` of the whole submission, the levels of each column of the
    rubric by criterion (None = not said), Findings by group, how many comments there are, and
    whether they were ``sent`` back. ``digest`` is that of the work it is of: other work may have
    taken its place under the same id since.
    """

    id: str
    name: str
    progress: Progress
    words: int
    levels: Mapping[Column, Mapping[str, int | None]]
    findings: Mapping[str, int]
    comments: int
    edited: bool
    digest: str
    sent: Sent = Sent.NOT


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
        row = _row(one, work, draft, learning, course, findings, comments.get(one.id, 0))
        rows.append(replace(row, sent=sent_state(db, one.id, marks)))
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
        digest=kept.digest,
    )


def said_since(
    rows: Iterable[Row], course: Course, marks: Mapping[tuple[WorkKind, str], Work], db: Connection
) -> tuple[Row, ...]:
    """Return rows with what the trainer has said since: their column, how many comments, and what
    was sent back.
    """
    comments = course_rows.comment_counts(db)
    return tuple(
        replace(
            row,
            levels={
                **row.levels,
                Column.TRAINER: levels_of(course, _given(marks, row.id, course), Column.TRAINER),
            },
            comments=comments.get(row.id, 0),
            sent=sent_state(db, row.id, marks),
        )
        for row in rows
    )


def _given(marks: Mapping[tuple[WorkKind, str], Work], collected: str, course: Course) -> Learning:
    """Return what a trainer gave to one learner's work, named as the learner's own columns are."""
    found = {(mark.kind, mark.item): mark for mark in marks_on(marks, collected)}
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
