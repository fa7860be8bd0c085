"""What is known of each learner whose work was collected, and of the files that were not taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

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
        # By the work and its digest: other work may take its place, and Undo gives that back.
        self._rows: dict[tuple[str, str], Row] = {}
        self._notes: dict[str, str] = {}
        self._refused: dict[str, Line] = {}

    def keep(self, course: str, kept: Sequence[KeptWork]) -> None:
        """Say what is kept of a course; what is known of another one's is forgotten."""
        if course != self._course:
            self._course, self._rows = course, {}
        self._kept = kept

    def look(self, rows: Iterable[Row]) -> None:
        """Say how work looks, be it kept at present or not."""
        self._rows |= {(row.id, row.digest): row for row in rows}

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
        return [row for _, row in self._known()]

    def missing(self) -> frozenset[str]:
        """Return the ids of the work that was not looked at yet."""
        return frozenset(work.id for work in self._kept) - {work.id for work, _ in self._known()}

    def all(self) -> list[Line]:
        """Return every row: the files that were not taken first, for something is to be done about
        them.
        """
        learners = [
            Line(work.id, work.name, row, work.collected, note=self._note(work, row))
            for work, row in self._known()
        ]
        return [*self._refused.values(), *learners]

    @staticmethod
    def is_marked(row: Row) -> bool:
        """Tell whether the trainer has filled in any of the rubric."""
        return any(level is not None for level in row.levels[Column.TRAINER].values())

    def _known(self) -> Iterator[tuple[KeptWork, Row]]:
        for work in self._kept:
            row = self._rows.get((work.id, work.digest))
            if row is not None:
                yield work, row

    def _note(self, work: KeptWork, row: Row) -> str:
        edited = "It was changed by hand after Consultee wrote it." if row.edited else ""
        return self._notes.get(work.digest, edited)
