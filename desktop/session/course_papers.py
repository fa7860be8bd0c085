"""Papers of a Course on disk: handouts for a session, and learners' scripts with comments."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.consultation import question_ref
from desktop.core.course_switches import snippets_offered
from desktop.session.course_drafts import ground_of
from desktop.session.course_writing import check_titles
from desktop.store import evidence_reading
from desktop.store.connection import Connection

if TYPE_CHECKING:
    from desktop.core.commenting import Located
    from desktop.core.course import Course
    from desktop.core.learning import Learning
    from desktop.core.response import Draft
    from desktop.export.course import HandoutKind, Practice, Taker
    from desktop.session import Session
    from desktop.session.jobs import Job, Jobs


def reading_course(session: Jobs, path: Path) -> Job[Course]:
    """Return a Job that reads a Course from its file; it raises PackError if the Course cannot be
    worked through as it stands there.
    """
    resources = session.paths.resources

    def work(db: Connection) -> Course:
        from desktop import checks
        from desktop.store.course_shelf import shelf
        from desktop.store.packs.courses import examine_course
        from desktop.store.packs.problems import PackError

        known = shelf(db, resources, (each.id for each in checks.CHECKS))
        found = examine_course(path, known)
        if found.course is None or not found.is_sound:
            raise PackError(found.errors)
        return found.course

    return session.reading_job(work)


def practice_of(db: Connection, course: Course) -> Practice:
    """Return what a Course is practised on; raises WorkspaceError if the Consultation it names or
    the rules of that are not there.
    """
    from desktop.export.course import Practice

    ground = ground_of(db, course)
    asked = question_ref(ground.consultation.id, "")
    library = (
        item
        for item in evidence_reading.snippets(db)
        if any(ref.startswith(asked) for ref in item.questions)
    )
    offered = snippets_offered(course) if course.snippets else tuple(library)
    return Practice(ground.consultation, ground.rules, ground.sources, offered, check_titles())


def writing_handouts(
    session: Jobs,
    course: Course,
    folder: Path,
    kinds: Collection[HandoutKind] | None = None,
    name: str = "",
    *,
    answered: int = 0,
    takers: Sequence[Taker] = (),
    overwrite: bool = False,
) -> Job[tuple[Path, ...]]:
    """Return a Job that writes handouts to a folder, which it makes if it is not there.

    Args:
        session: whose library the Course may draw on.
        course: what they are for.
        folder: where to.
        kinds: those wanted; None = all.
        name: who took part, for the certificate.
        answered: how many questions they answered, for the certificate; 0 = it is not said.
        takers: all who took part, instead of that one, for a certificate each.
        overwrite: whether files that are there may be replaced.

    The Job raises FileExists unless ``overwrite``, ExportError where one cannot be written,
    ContentError where a template cannot be used, WorkspaceError as ``practice_of`` does.
    """
    templates, now = session.paths.templates, session.clock()

    def work(db: Connection) -> tuple[Path, ...]:
        from desktop.export import course as papers
        from desktop.export.plan import style_file

        chosen = papers.ALL if kinds is None else kinds
        practice = practice_of(db, course)
        made = papers.handouts(
            course, practice, templates, now.date(), chosen, name, answered, takers
        )
        papers.make_folder(folder)
        return papers.write_handouts(
            made, style_file(templates), folder, overwrite=overwrite, now=now
        )

    return session.reading_job(work)


def takers_of(session: Session, course: Course) -> tuple[Taker, ...]:
    """Return those whose work of a Course was collected, by name."""
    from desktop.core.handing_in import read_work
    from desktop.export.course import Taker

    built_in = (each for each in session.consultations() if each.id == course.consultation_id)
    calls = [course.consultation] if course.consultation else built_in
    asked = {question.number for call in calls for question in call.questions}
    works = (read_work(kept.text) for kept in session.courses.teaching.collected(course.id))
    return tuple(
        Taker(
            work.name,
            sum(bool(one.body.strip()) for one in work.answers if one.question in asked),
        )
        for work in works
    )


def writing_certificate(
    session: Session, folder: Path, *, overwrite: bool = False
) -> Job[tuple[Path, ...]]:
    """Return a Job that writes the certificate of the learner of this practice workspace, which
    says what they wrote as far as there is any; it raises as that of ``writing_handouts``.

    Raises:
        WorkspaceError: no Course is practised here.
    """
    from desktop.export.course import HandoutKind

    course, learning = session.courses.practised()
    draft = session.courses.practice_draft()
    numbers = (question.number for question in draft.consultation.questions)
    answered = sum(bool(draft.answer(number).body.strip()) for number in numbers)
    return writing_handouts(
        session,
        course,
        folder,
        [HandoutKind.CERTIFICATE],
        learning.name,
        answered=answered,
        overwrite=overwrite,
    )


def writing_script(
    session: Jobs,
    course: Course,
    draft: Draft,
    learning: Learning,
    comments: Sequence[Located],
    path: Path,
    *,
    overwrite: bool = False,
) -> Job[Path]:
    """Return a Job that writes a learner's script; it raises as that of ``writing_handouts``."""
    templates, now = session.paths.templates, session.clock()

    def work(db: Connection) -> Path:
        from desktop.export.course import Script, write_script

        practice = practice_of(db, course)
        # What the learner cites that is not in this workspace is named in their own file.
        known = replace(draft, sources={**practice.sources, **draft.sources})
        script = Script(known, course, practice, learning, comments)
        return write_script(script, templates, path, overwrite=overwrite, now=now)

    return session.reading_job(work)


def writing_own_script(session: Session, path: Path, *, overwrite: bool = False) -> Job[Path]:
    """Return a Job that writes all that the learner of this practice workspace wrote, with what a
    trainer said of it; it raises as that of ``writing_handouts``.

    Raises:
        WorkspaceError: no Course is practised here.
    """
    from desktop.session.travelling_files import placed

    course, learning = session.courses.practised()
    draft = session.courses.practice_draft()
    comments = [each for each in session.courses.comments() if each.text.strip()]
    found = placed(comments, draft, learning)
    return writing_script(session, course, draft, learning, found, path, overwrite=overwrite)
