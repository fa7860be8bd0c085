"""What is known of each learner whose work was collected, and of the files that were not taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from desktop.core.learning import Column
from desktop.core.learning_course_edits import KeptWork
from desktop.session.course_collecting import Row
from desktop.session.course_gathering import Gathered
from desktop.ui.models.collected_rows import Line


class Lines:
    """The rows of the table, as far as they are known."""

    def __init__(self) -> None:
        self._course = ""
        self._kept: Sequence[KeptWork] = ()
        self._rows: dict[str, Row] = {}
        self._notes: dict[str, str] = {}
        self._refused: dict[str, Line] = {}

    def keep(self, course: str, kept: Sequence[KeptWork]) -> None:
        """Say what is kept of a course; what is known of another one's is forgotten."""
        if course != self._course:
            self._course, self._rows = course, {}
        before = {work.id: work.digest for work in self._kept}
        for work in kept:
            if before.get(work.id, work.digest) != work.digest:
                # Other work has taken its place.
                self._rows.pop(work.id, None)
        self._kept = kept

    def look(self, rows: Iterable[Row]) -> None:
        """Say how work looks."""
        self._rows |= {row.id: row for row in rows}

    def say(self, rows: Iterable[Row]) -> None:
        """Say what the trainer has said of work since."""
        self.look(rows)

    def note(self, gathered: Gathered) -> None:
        """Say what came of collecting: what is to be known of files, and which were not taken."""
        notes: dict[object, list[str]] = {}
        for note in gathered.notes:
            notes.setdefault(note.file, []).append(note.says)
        for work, file in zip(gathered.works, gathered.files, strict=True):
            if file in notes:
                self._notes[work.digest] = " ".join(notes[file])
        for each in gathered.refused:
            key = f"file:{each.file}"
            self._refused[key] = Line(key, each.file.name, problem=each.words)

    def drop(self, files: Collection[str]) -> None:
        """Forget files that were not taken."""
        for name in files:
            self._refused.pop(name, None)

    def rows(self) -> list[Row]:
        """Return how the work looks that is kept, as far as it was looked at."""
        return [self._rows[work.id] for work in self._kept if work.id in self._rows]

    def missing(self) -> bool:
        """Tell whether some work was not looked at yet."""
        return any(work.id not in self._rows for work in self._kept)

    def all(self) -> list[Line]:
        """Return every row: the files that were not taken first, for something is to be done about
        them.
        """
        learners = [
            Line(
                work.id,
                work.name,
                self._rows[work.id],
                work.collected,
                note=self._note(work, self._rows[work.id]),
            )
            for work in self._kept
            if work.id in self._rows
        ]
        return [*self._refused.values(), *learners]

    @staticmethod
    def is_marked(row: Row) -> bool:
        """Tell whether the trainer has filled in any of the rubric."""
        return any(level is not None for level in row.levels[Column.TRAINER].values())

    def _note(self, work: KeptWork, row: Row) -> str:
        edited = "It was changed by hand after Consultee wrote it." if row.edited else ""
        return self._notes.get(work.digest, edited)
