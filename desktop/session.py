"""The one door to the model: open, apply, undo, redo, read, suggest, check, export.

A Session belongs to the thread that opened it. Work for other threads is handed out as a ``Job``: a
callable that holds only immutable data or opens a read-only connection of its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.core.changes import Changes, Kind
from desktop.core.consultation import Consultation, question_ref
from desktop.core.response import AnswerVersion, Draft, Organisation, Response
from desktop.core.walk import Progress, progress, states
from desktop.markup.counting import document_words
from desktop.paths import Paths
from desktop.store import backups, journal, opening, reading
from desktop.store.connection import Connection, open_reader
from desktop.store.packs.problems import Problem
from desktop.store.reading import PastAnswer

# What only a later step needs is imported there, so that the window opens without it.
if TYPE_CHECKING:
    from desktop.core.edits import Edit
    from desktop.core.evidence import Prompt, Snippet, SnippetKind, Source, Suggestion
    from desktop.core.finding import Finding
    from desktop.core.outline import Outline
    from desktop.export import AnswerCopy, CopyOptions, Email, ExportOptions, FileFormat
    from desktop.store.library import Library
    from desktop.store.search_index import SearchIndex
    from desktop.store.uses import Use

Clock = Callable[[], datetime]
Listener = Callable[[Changes], None]
_T = TypeVar("_T")
Job = Callable[[], _T]


@dataclass(frozen=True, slots=True)
class ResponseCard:
    """One Response as the start page lists it."""

    response: Response
    consultation: Consultation
    organisation: Organisation
    progress: Progress
    words: int


@dataclass(frozen=True, slots=True)
class PromptCard:
    """One Prompt as the panel shows it: with its starter written out, and whether it is ticked."""

    prompt: Prompt
    starter: str
    ticked: bool
    source: Source | None


class Session:
    """An open workspace."""

    def __init__(
        self, db: Connection, path: Path, paths: Paths, clock: Clock = datetime.now
    ) -> None:
        self.path = path
        self.paths = paths
        self.clock = clock
        self.problems: tuple[Problem, ...] = ()
        self._db = db
        self._listeners: list[Listener] = []

    @classmethod
    def open(cls, path: Path, paths: Paths, clock: Clock = datetime.now) -> Session:
        """Open or create the workspace at ``path``; raises WorkspaceError (see
        ``desktop.store.connection``).
        """
        opened = opening.open_filled(
            path, paths.backups(path), paths.snippets, paths.resources, clock()
        )
        session = cls(opened.db, path, paths, clock)
        session.problems = opened.problems
        return session

    def close(self) -> None:
        """Close the workspace. Every edit has been saved already."""
        opening.close(self._db)

    # Changing

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change; return a function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit, origin: object = None) -> Changes | None:
        """Make an Edit true and tell the listeners; None if it changed nothing.

        Raises WorkspaceError if it cannot be written; then nothing has changed.
        """
        from desktop.store import writing

        if not writing.apply(self._db, edit, self.clock()):
            return None
        response, question = edit.place
        return self._announce(Changes(edit.kinds, response, question, origin))

    def undo(self, scope: str, origin: object = None) -> Changes | None:
        """Take back the newest step of a scope (``desktop.core.edits``); None if there is none."""
        return self._step(journal.undo, scope, origin)

    def redo(self, scope: str, origin: object = None) -> Changes | None:
        """Do the last undone step of a scope again; None if there is none."""
        return self._step(journal.redo, scope, origin)

    def undo_name(self, scope: str) -> str | None:
        """Return what Undo would take back, such as "change to answer 2", or None."""
        step = journal.undo_step(self._db, scope)
        return step.name if step else None

    def redo_name(self, scope: str) -> str | None:
        """Return what Redo would do again, or None."""
        step = journal.redo_step(self._db, scope)
        return step.name if step else None

    def new_id(self) -> str:
        """Return an id for a new Organisation, Response, Recommendation or Snippet."""
        return os.urandom(6).hex()

    def start_response(
        self, consultation: str, organisation: str, origin: object = None
    ) -> Response:
        """Start a Response of an Organisation to a Consultation and return it."""
        from desktop.core.edits import StartResponse

        now = self.clock()
        response = Response(self.new_id(), consultation, organisation, created=now, edited=now)
        self.apply(StartResponse(response), origin)
        return response

    def next_recommendation_position(self, response: str) -> int:
        """Return the position that puts a new Recommendation last."""
        from desktop.store import writing

        return writing.next_position(self._db, response)

    # Reading

    def organisations(self) -> list[Organisation]:
        """Return every Organisation by name."""
        return reading.organisations(self._db)

    def consultations(self) -> list[Consultation]:
        """Return every Consultation by title."""
        return reading.consultations(self._db)

    def responses(self, *, binned: bool = False) -> list[ResponseCard]:
        """Return the Responses as cards, last edited first: those in the bin, or those that are
        not.
        """
        return [
            self._card(reading.draft(self._db, item.id, known_sources={}))
            for item in reading.responses(self._db, binned=binned)
        ]

    def drafts(self) -> list[Draft]:
        """Return the texts of every Response not in the bin, last edited first, without Sources."""
        return [
            reading.draft(self._db, item.id, known_sources={})
            for item in reading.responses(self._db, binned=False)
        ]

    def draft(self, response: str) -> Draft:
        """Return an immutable picture of everything one submission is made of."""
        return reading.draft(self._db, response)

    def prompts(self, draft: Draft, number: str) -> list[PromptCard]:
        """Return the Prompts that suit a Question, its own before the general ones, with starters
        written out.
        """
        from desktop.store.packs.starters import render_starter

        question = draft.consultation.question(number)
        ticked = reading.ticked_prompts(self._db, draft.response.id, number)
        return [
            PromptCard(
                prompt,
                render_starter(
                    prompt,
                    organisation=draft.organisation.name or "our organisation",
                    question=question.text,
                    heading=question.heading,
                    consultation=draft.consultation.title,
                    body=draft.consultation.body,
                ),
                prompt.id in ticked,
                draft.sources.get(prompt.source),
            )
            for prompt in reading.prompts(self._db, question_ref(draft.consultation.id, number))
        ]

    def versions(self, response: str, number: str) -> list[AnswerVersion]:
        """Return the earlier versions of an Answer, newest first."""
        return reading.versions(self._db, response, number)

    def past_answers(self, response: str) -> list[PastAnswer]:
        """Return the Answers of the other Responses, last edited first."""
        return reading.past_answers(self._db, response)

    def sources(self) -> dict[str, Source]:
        """Return every Source by key."""
        return reading.sources(self._db)

    def snippets(self, *, retired: bool = False) -> list[Snippet]:
        """Return the Snippets in use, or the retired ones."""
        return reading.snippets(self._db, retired=retired)

    def snippet(self, snippet_id: str) -> Snippet | None:
        """Return one Snippet, or None."""
        return reading.snippet(self._db, snippet_id)

    def snippet_count(self) -> int:
        """Return how many Snippets are in use."""
        return reading.snippet_count(self._db)

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a stored setting, or ``default``."""
        value = reading.setting(self._db, key)
        return default if value is None else value

    def set_setting(self, key: str, value: Any) -> None:
        """Store a setting (anything JSON can hold) and tell the listeners."""
        reading.set_setting(self._db, key, value)
        self._announce(Changes(frozenset({Kind.SETTINGS})))

    # Work for other threads

    def suggesting(
        self,
        draft: Draft,
        number: str,
        *,
        kinds: frozenset[SnippetKind] | None = None,
        sources: frozenset[str] | None = None,
    ) -> Job[list[Suggestion]]:
        """Return a Job that ranks the library for a Question."""
        from desktop import matching

        question = draft.consultation.question(number)
        ref = question_ref(draft.consultation.id, number)
        return self._searching(
            lambda index: matching.suggest(index, question, ref, kinds=kinds, sources=sources)
        )

    def searching(
        self,
        text: str,
        *,
        kinds: frozenset[SnippetKind] | None = None,
        sources: frozenset[str] | None = None,
    ) -> Job[list[Suggestion]]:
        """Return a Job that searches the whole library for words typed by a person."""
        from desktop import matching

        return self._searching(
            lambda index: matching.search(index, text, kinds=kinds, sources=sources)
        )

    def checking(self, draft: Draft) -> Job[tuple[Finding, ...]]:
        """Return a Job that gives what the checks say about a draft."""

        def work(db: Connection) -> tuple[Finding, ...]:
            from desktop import checks
            from desktop.markup.cited import cited_sources

            # Only what comes from a cited Source can stand in the text: the rest of a big library
            # is not read while somebody types.
            return checks.check(draft, reading.snippets_of(db, cited_sources(draft)))

        return self._reading(work)

    def listing_places(self) -> Job[list[tuple[str, str]]]:
        """Return a Job that gives Source and locator of every Snippet in use."""
        return self._reading(reading.snippet_places)

    def listing_library(self) -> Job[Library]:
        """Return a Job that gives every Source and Snippet, the retired ones too."""

        def work(db: Connection) -> Library:
            from desktop.store.library import read_library

            return read_library(db)

        return self._reading(work)

    def finding_uses(self, source: str) -> Job[list[Use]]:
        """Return a Job that finds the Answers of all Responses that cite a Source."""

        def work(db: Connection) -> list[Use]:
            from desktop.store.uses import uses_of

            return uses_of(db, source)

        return self._reading(work)

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

    def _reading(self, work: Callable[[Connection], _T]) -> Job[_T]:
        """Return a Job that does ``work`` on a read-only connection of its own."""
        path = self.path

        def job() -> _T:
            with closing(open_reader(path)) as db:
                return work(db)

        return job

    def _searching(self, work: Callable[[SearchIndex], _T]) -> Job[_T]:
        def with_index(db: Connection) -> _T:
            from desktop.store.search_index import SearchIndex

            return work(SearchIndex(db))

        return self._reading(with_index)

    def _step(
        self, step: Callable[[Connection, str], Changes | None], scope: str, origin: object
    ) -> Changes | None:
        changes = step(self._db, scope)
        if changes is None:
            return None
        return self._announce(Changes(changes.kinds, changes.response, changes.question, origin))

    def _announce(self, changes: Changes) -> Changes:
        for listener in tuple(self._listeners):
            listener(changes)
        return changes

    def _card(self, draft: Draft) -> ResponseCard:
        return ResponseCard(
            draft.response,
            draft.consultation,
            draft.organisation,
            progress(states(draft).values()),
            document_words(draft),
        )
