"""The one door to the model: open, apply, undo, redo, read, suggest, check, export.

A Session belongs to the thread that opened it. Work for other threads is handed out as a ``Job``: a
callable that holds only immutable data or opens a read-only connection of its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from desktop.core.changes import Changes, Kind
from desktop.core.consultation import Consultation
from desktop.core.response import AnswerVersion, Draft, Organisation, Response
from desktop.paths import Paths
from desktop.session.cards import ResponseCard
from desktop.session.jobs import Clock, Job, Jobs
from desktop.session.kept import Kept
from desktop.store import opening, reading
from desktop.store.connection import Connection

# What only a later step needs is imported there, so that the window opens without it.
if TYPE_CHECKING:
    from desktop.core.course import Course
    from desktop.core.edits import Edit
    from desktop.core.evidence import Purpose, Snippet, Source
    from desktop.core.finding import Finding, Fix
    from desktop.core.learning import Learning
    from desktop.core.rules import Rules
    from desktop.session.calls import CallsDoor
    from desktop.session.courses import CoursesDoor
    from desktop.session.deadlines import DeadlineDoor
    from desktop.session.intake import Intake
    from desktop.session.library import LibraryDoor
    from desktop.session.prompting import PromptCard
    from desktop.session.sending import SendingDoor
    from desktop.session.spelling import SpellingDoor
    from desktop.session.wording import WordingDoor
    from desktop.store.packs.problems import Problem
    from desktop.store.past_answers import PastAnswer

Listener = Callable[[Changes], None]


class Session(Jobs):
    """An open workspace."""

    def __init__(
        self, db: Connection, path: Path, paths: Paths, clock: Clock = datetime.now
    ) -> None:
        super().__init__(db, path, paths, clock)
        self.problems: tuple[Problem, ...] = ()
        # Held by whoever writes, here or in a Job, for one short transaction.
        self._turn = RLock()
        self._listeners: list[Listener] = []
        self._kept = Kept(db)
        self._intake: Intake | None = None
        self._library: LibraryDoor | None = None
        self._sending: SendingDoor | None = None
        self._spelling: SpellingDoor | None = None
        self._courses: CoursesDoor | None = None

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
        if self._index is not None:
            self._index.close()
        opening.close(self._db)

    @property
    def intake(self) -> Intake:
        """What was brought in from files: adding, reviewing, accepting."""
        if self._intake is None:
            from desktop.session.intake import Intake

            self._intake = Intake(self, self._db, self._turn)
        return self._intake

    @property
    def deadlines(self) -> DeadlineDoor:
        """When calls close: working days left, and the calendar file."""
        from desktop.session.deadlines import DeadlineDoor

        return DeadlineDoor(self)

    @property
    def library(self) -> LibraryDoor:
        """Sources and Snippets as the library page keeps them."""
        if self._library is None:
            from desktop.session.library import LibraryDoor

            self._library = LibraryDoor(self, self._db)
        return self._library

    @property
    def calls(self) -> CallsDoor:
        """What holds for the call that a Response answers."""
        from desktop.session.calls import CallsDoor

        return CallsDoor(self._db, self.apply, lambda: self.clock().date())

    @property
    def sending(self) -> SendingDoor:
        """The report on a submission, the files written of it, and where it was sent."""
        if self._sending is None:
            from desktop.session.sending import SendingDoor

            self._sending = SendingDoor(self, self._db)
        return self._sending

    @property
    def spelling(self) -> SpellingDoor:
        """What is spelled wrongly, and one's own words."""
        if self._spelling is None:
            from desktop.session.spelling import SpellingDoor

            self._spelling = SpellingDoor(self, self._db)
        return self._spelling

    @property
    def wording(self) -> WordingDoor:
        """The house rules of each Organisation."""
        from desktop.session.wording import WordingDoor

        return WordingDoor(self, self._db)

    @property
    def courses(self) -> CoursesDoor:
        """Courses: what there is, practising one, and what comes of it."""
        if self._courses is None:
            from desktop.session.courses import CoursesDoor

            self._courses = CoursesDoor(self, self._db)
        return self._courses

    @property
    def course(self) -> Course | None:
        """The Course that is practised in this workspace, if it is there for that."""
        return self.courses.course

    @property
    def learning(self) -> Learning | None:
        """What a learner did here beside the Response, None where no Course is practised."""
        return self.courses.learning

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

        with self._turn:
            if not writing.apply(self._db, edit, self.clock()):
                return None
        response, question = edit.place
        return self.announce(Changes(edit.kinds, response, question, origin))

    def mend(self, draft: Draft, finding: Finding, fix: Fix) -> Edit | None:
        """Return the Edit that mends a Finding in the Response as it is now; None if what the
        Finding was said of no longer stands there.
        """
        from desktop.checks.mending import mended

        return mended(self.draft(draft.response.id), finding, fix)

    def undo(self, scope: str, origin: object = None) -> Changes | None:
        """Take back the newest step of a scope (``desktop.core.edits``); None if there is none."""
        from desktop.store import journal

        return self._step(journal.undo, scope, origin)

    def redo(self, scope: str, origin: object = None) -> Changes | None:
        """Do the last undone step of a scope again; None if there is none."""
        from desktop.store import journal

        return self._step(journal.redo, scope, origin)

    def undo_name(self, scope: str) -> str | None:
        """Return what Undo would take back, such as "change to answer 2", or None."""
        from desktop.store import journal

        step = journal.undo_step(self._db, scope)
        return step.name if step else None

    def newest_step(self, scope: str) -> int | None:
        """Return which step Undo would take back, None if there is none: no other one is like it,
        though many have its name.
        """
        from desktop.store import journal

        step = journal.undo_step(self._db, scope)
        return step.id if step else None

    def redo_name(self, scope: str) -> str | None:
        """Return what Redo would do again, or None."""
        from desktop.store import journal

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

    def rules(self) -> list[Rules]:
        """Return the submission rules of every body, by title."""
        return reading.all_rules(self._db)

    def responses(self, *, binned: bool = False) -> list[ResponseCard]:
        """Return the Responses as cards, last edited first: those in the bin, or those that are
        not.
        """
        return [
            ResponseCard(reading.draft(self._db, item.id, known_sources={}))
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
        return self._kept.draft(response)

    def prompts(
        self,
        draft: Draft,
        number: str,
        paragraph: str = "",
        *,
        purposes: frozenset[Purpose] | None = None,
    ) -> list[PromptCard]:
        """Return the Prompts that suit a Question, with starters written out and why they are
        there: those for what the answer still lacks first, those ticked last.

        ``paragraph`` is what is being argued at the cursor; ``purposes`` narrows the choice.
        """
        from desktop.session.prompting import prompts

        past = self.has_past_responses
        return prompts(self._db, draft, number, paragraph, purposes=purposes, past=past)

    def prompting(
        self,
        draft: Draft,
        number: str,
        paragraph: str = "",
        *,
        purposes: frozenset[Purpose] | None = None,
    ) -> Job[list[PromptCard]]:
        """Return a Job that gives the same, for whoever must not wait for it."""
        from desktop.session.prompting import prompts

        past = self.has_past_responses
        return self.reading_job(
            lambda db: prompts(db, draft, number, paragraph, purposes=purposes, past=past)
        )

    def versions(self, response: str, number: str) -> list[AnswerVersion]:
        """Return the earlier versions of an Answer, newest first."""
        return reading.versions(self._db, response, number)

    def past_answers(self, response: str) -> list[PastAnswer]:
        """Return the Answers of the other Responses, last edited first, then those of the past
        responses that are in the library, newest first.
        """
        from desktop.store.past_answers import of_other_responses

        own = of_other_responses(self._db, response)
        if not self.has_past_responses:
            return own
        from desktop.store.imports import answers
        from desktop.store.sending_rows import documents_of

        sent = documents_of(self._db, response)
        return [*own, *(item for item in answers.every(self._db) if item.document not in sent)]

    @property
    def has_past_responses(self) -> bool:
        """Whether any answer of a past response is in the library."""
        return self._db.execute("SELECT EXISTS (SELECT 1 FROM past_answers)").fetchone()[0] == 1

    def sources(self) -> dict[str, Source]:
        """Return every Source by key."""
        from desktop.store import evidence_reading

        return evidence_reading.sources(self._db)

    def snippets(self, *, retired: bool = False) -> list[Snippet]:
        """Return the Snippets in use, or the retired ones."""
        from desktop.store import evidence_reading

        return evidence_reading.snippets(self._db, retired=retired)

    def snippet(self, snippet_id: str) -> Snippet | None:
        """Return one Snippet, or None."""
        from desktop.store import evidence_reading

        return evidence_reading.snippet(self._db, snippet_id)

    def snippet_count(self) -> int:
        """Return how many Snippets are in use."""
        from desktop.store import evidence_reading

        return evidence_reading.snippet_count(self._db)

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a stored setting, or ``default``."""
        value = reading.setting(self._db, key)
        return default if value is None else value

    def set_setting(self, key: str, value: Any) -> None:
        """Store a setting (anything JSON can hold) and tell the listeners."""
        with self._turn:
            reading.set_setting(self._db, key, value)
        self.announce(Changes(frozenset({Kind.SETTINGS})))

    def _step(
        self, step: Callable[[Connection, str], Changes | None], scope: str, origin: object
    ) -> Changes | None:
        with self._turn:
            changes = step(self._db, scope)
        if changes is None:
            return None
        return self.announce(Changes(changes.kinds, changes.response, changes.question, origin))

    def announce(self, changes: Changes) -> Changes:
        """Tell the listeners that something has changed, and give it back."""
        self._kept.hear(changes)
        for listener in tuple(self._listeners):
            listener(changes)
        return changes
