"""Courses as they are named on the command line: by a file, or by the id of one that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.core.course import Course
    from desktop.session import Session
    from desktop.session.course_examining import Examined


def names_a_file(named: Path) -> bool:
    """Tell whether a name is that of a file, there or not, rather than an id."""
    return named.exists() or named.name != str(named) or bool(named.suffix)


def named_course(session: Session, named: Path) -> Course:
    """Return a Course; raises PackError where its file cannot be used, ContentError where nothing
    is called so.
    """
    from desktop.session.course_papers import reading_course

    if names_a_file(named):
        return reading_course(session, named)()
    return session.courses.read(str(named))


def examined_course(session: Session, named: Path) -> Examined:
    """Return what is wrong with a Course; raises ContentError where nothing is called so."""
    if names_a_file(named):
        return session.courses.examining(named)()
    return session.courses.examining_text(str(named), session.courses.text(str(named)))()
