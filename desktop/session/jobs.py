"""Work for other threads: callables that hold immutable data or open their own connection."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.core.response import Draft
from desktop.paths import Paths
from desktop.session.checking import Checking
from desktop.store import backups
from desktop.store.connection import Connection, open_reader

# What only a later step needs is imported there, so that the window opens without it.
if TYPE_CHECKING:
    from desktop.core.dismissing import Checked
    from desktop.core.evidence import SnippetKind, Suggestion
    from desktop.core.finding import Finding
    from desktop.core.outline import Outline
    from desktop.core.suggesting import Asked
    from desktop.export import AnswerCopy, CopyOptions, Email, ExportOptions, FileFormat
    from desktop.matching.index import Index
    from desktop.session.outside import Outside
    from desktop.session.searching import Searching
    from desktop.session.suggesting import Shelf
    from desktop.store.past_answers import PastAnswer
    from desktop.store.uses import Use

_T = TypeVar("_T")
Clock = Callable[[], datetime]
Job = Callable[[], _T]


class Jobs:
    """The Jobs that a Session hands out."""

    def __init__(self, db: Connection, path: Path, paths: Paths, clock: Clock) -> None:
        self.path = path
        self.paths = paths
        self.clock = clock
        self._db = db
        self._index: Searching | None = None
        self._checking = Checking(paths.resources)

    def suggesting(
        self,
        draft: Draft,
        number: str,
        *,
        paragraph: str = "",
        kinds: frozenset[SnippetKind] | None = None,
        sources: frozenset[str] | None = None,
        passages: bool | None = None,
        limit: int = 30,
    ) -> Job[list[Suggestion]]:
        """Return a Job that ranks the library for a Question, and for the ``paragraph`` at the
        cursor ("" = none); see ``desktop.matching.suggest``.
        """
        from desktop import matching

        return self._asking(
            draft,
            number,
            paragraph,
            lambda index, shelf, asked: matching.suggest(
                index, shelf, asked, limit=limit, kinds=kinds, sources=sources, passages=passages
            ),
        )

    def supporting(self, draft: Draft, number: str, text: str) -> Job[list[Suggestion]]:
        """Return a Job that finds what supports a sentence of an answer; see
        ``desktop.matching.support``.
        """
        from desktop import matching

        return self._asking(
            draft,
            number,
            "",
            lambda index, shelf, asked: matching.support(index, shelf, text, asked),
        )

    def countering(
        self, draft: Draft, number: str, text: str, *, clear: bool = False
    ) -> Job[list[Suggestion]]:
        """Return a Job that finds what may be said against a sentence of an answer, or only by a
        ``clear`` sign; see ``desktop.matching.counter``.
        """
        from desktop import matching

        return self._asking(
            draft,
            number,
            "",
            lambda index, shelf, asked: matching.counter(index, shelf, text, asked, clear=clear),
        )

    def searching(
        self,
        text: str,
        *,
        kinds: frozenset[SnippetKind] | None = None,
        sources: frozenset[str] | None = None,
        passages: bool | None = None,
    ) -> Job[list[Suggestion]]:
        """Return a Job that searches the whole library for words typed by a person."""
        from desktop import matching

        today = self.clock().date()

        def work(index: Index, db: Connection) -> list[Suggestion]:
            from desktop.session.suggesting import Shelf

            return matching.search(
                index,
                Shelf(db),
                text,
                kinds=kinds,
                sources=sources,
                passages=passages,
                today=today,
            )

        return self._searching(work)

    def _asking(
        self,
        draft: Draft,
        number: str,
        paragraph: str,
        work: Callable[[Index, Shelf, Asked], _T],
    ) -> Job[_T]:
        """Return a Job that asks the library something for a Question of a draft."""
        today = self.clock().date()

        def ask(index: Index, db: Connection) -> _T:
            from desktop.session.suggesting import asked_at, shelf_for

            asked = asked_at(db, draft, number, paragraph, today=today)
            return work(index, shelf_for(db, draft), asked)

        return self._searching(ask)

    def finding_past_answers(self, draft: Draft, number: str) -> Job[list[PastAnswer]]:
        """Return a Job that finds what was answered before to a Question or to one like it, also
        in past responses that were brought in; closest first.
        """

        def work(index: Index, db: Connection) -> list[PastAnswer]:
            from desktop.session.past import past_answers

            return past_answers(index, db, draft, number)

        return self._searching(work)

    def checking(self, draft: Draft) -> Job[tuple[Finding, ...]]:
        """Return a Job that gives what the checks say about a draft and nobody has dismissed."""
        review = self.reviewing(draft)
        return lambda: review().open

    def reviewing(self, draft: Draft, wanted: Callable[[], bool] = lambda: True) -> Job[Checked]:
        """Return a Job that gives what the checks say about a draft: open and dismissed. It stops
        with an error as soon as it is not ``wanted`` any more (asked on its own thread).
        """
        now = self.clock()
        return self.reading_job(lambda db: self._checking.reviewed(db, draft, now, wanted))

    def checking_file(self, path: Path, body: str = "") -> Job[Outside]:
        """Return a Job that checks a document from outside; see ``desktop.session.outside``."""
        now, resources = self.clock(), self.paths.resources

        def work(db: Connection) -> Outside:
            from desktop.session.outside import check_outside

            return check_outside(db, path, resources, now, body)

        return self.reading_job(work)

    def listing_places(self) -> Job[list[tuple[str, str]]]:
        """Return a Job that gives Source and locator of every Snippet in use."""
        from desktop.store import evidence_reading

        return self.reading_job(evidence_reading.snippet_places)

    def finding_uses(self, source: str) -> Job[list[Use]]:
        """Return a Job that finds the Answers of all Responses that cite a Source."""

        def work(db: Connection) -> list[Use]:
            from desktop.store.uses import uses_of

            return uses_of(db, source)

        return self.reading_job(work)

    def outlining(self, draft: Draft, options: ExportOptions) -> Job[Outline]:
        """Return a Job that works out what the submission says (ContentError, ExportError)."""
        from desktop.export import submission

        templates, today = self.paths.templates, self.clock().date()
        return lambda: submission.outline(draft, templates, options, today)

    def export_job(
        self, draft: Draft, path: Path, options: ExportOptions, kind: FileFormat, replace: bool
    ) -> Job[Path]:
        """Return a Job that writes the submission to ``path``; it raises FileExists unless
        ``replace``, and ExportError or ContentError where it cannot be written.
        """
        from desktop.export import submission

        templates, now = self.paths.templates, self.clock()
        return lambda: submission.write(draft, templates, path, options, kind, replace, now)

    def emailing(self, draft: Draft, file_name: str, options: ExportOptions) -> Job[Email]:
        """Return a Job that gives the email to send the exported file with."""
        from desktop.export import submission

        templates, today = self.paths.templates, self.clock().date()
        return lambda: submission.email(draft, templates, file_name, options, today)

    def copying_answers(self, draft: Draft, options: CopyOptions) -> Job[dict[str, AnswerCopy]]:
        """Return a Job that gives every Answer, by Question number, as text for an online form."""
        from desktop.export import submission

        templates = self.paths.templates
        return lambda: submission.answers(draft, templates, options)

    def backing_up(self) -> Job[Path] | None:
        """Return a Job that backs the workspace up, or None if nothing changed since the last
        backup.
        """
        path, folder, now = self.path, self.paths.backups(self.path), self.clock()
        if not backups.changed_since_backup(self._db, folder):
            return None
        return lambda: backups.back_up(path, folder, now)

    def reading_job(self, work: Callable[[Connection], _T]) -> Job[_T]:
        """Return a Job that does ``work`` on a read-only connection of its own."""
        path = self.path

        def job() -> _T:
            with closing(open_reader(path)) as db:
                return work(db)

        return job

    def _searching(self, work: Callable[[Index, Connection], _T]) -> Job[_T]:
        """Return a Job that does ``work`` with the search index, and with a read-only connection
        that sees just the rows that are in it.
        """
        if self._index is None:
            from desktop.session.searching import Searching

            self._index = Searching(self.paths.search_index(self.path))
        searching = self._index

        def with_index(db: Connection) -> _T:
            with searching.caught_up(db) as index:
                return work(index, db)

        return self.reading_job(with_index)
