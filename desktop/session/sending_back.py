"""What a trainer said of many learners' work, written to files on another thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.core.course import Course
from desktop.core.learning_course_edits import KeptWork
from desktop.core.sending_comments import comments_text
from desktop.export.files import write_atomic
from desktop.session.teaching import Signed, put_together, sent_back
from desktop.store import course_rows
from desktop.store.connection import Connection

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Way:
    """How far it has come is ``told``; it stops when it is not ``wanted`` any more. Files that are
    there are replaced.
    """

    told: Told
    wanted: Callable[[], bool]

    def each(self, db: Connection, where: Mapping[str, Path]) -> Iterator[tuple[KeptWork, Path]]:
        """Yield each learner's work that is still there, and where it goes."""
        for done, (collected, path) in enumerate(where.items(), 1):
            if not self.wanted():
                return
            kept = course_rows.collected_work(db, collected)
            if kept is not None:
                yield kept, path
            self.told(done, len(where))


def write_comments(db: Connection, where: Mapping[str, Path], signed: Signed, way: Way) -> int:
    """Write a file for each learner, which they open in Consultee; return how many were written.
    Raises ExportError where one cannot be.
    """
    works, written = course_rows.works(db), 0
    for kept, path in way.each(db, where):
        sent = sent_back(db, kept, works, signed)
        write_atomic(path, comments_text(sent).encode(), replace=True)
        written += 1
    return written


def write_scripts(
    db: Connection,
    where: Mapping[str, Path],
    courses: Mapping[str, Course],
    templates: Path,
    now: datetime,
    way: Way,
) -> int:
    """Write a Word document with comments for each learner; return how many were written. Raises
    ExportError where one cannot be, ContentError where the templates cannot be used.
    """
    from desktop.export.course import Script, write_script
    from desktop.session.course_papers import practice_of

    works, written = course_rows.works(db), 0
    practices = {key: practice_of(db, course) for key, course in courses.items()}
    for kept, path in way.each(db, where):
        practice = practices[kept.course]
        read = put_together(db, kept, courses[kept.course], works)
        draft = replace(read.draft, sources={**practice.sources, **read.draft.sources})
        said = [one for one in read.comments if one.comment.text.strip()]
        script = Script(draft, read.course, practice, read.learning, said)
        write_script(script, templates, path, overwrite=True, now=now)
        written += 1
    return written
