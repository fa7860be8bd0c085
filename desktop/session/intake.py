"""What was brought in from files: adding it, reviewing it, taking it into the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from threading import RLock
from typing import TYPE_CHECKING

from desktop.core.changes import Changes, Kind
from desktop.core.imports import Accepted, ImportedDocument, ImportState, Place, Review
from desktop.store.connection import Connection, open_writer
from desktop.store.imports import reading

if TYPE_CHECKING:
    from desktop.core.consultation import Consultation
    from desktop.core.edits import Edit
    from desktop.core.evidence import Passage, Snippet, SnippetKind, Source, SourceKind
    from desktop.corpus.pool import ReaderPool, Reading
    from desktop.session.jobs import Job
    from desktop.session.session import Session

Stop = Callable[[], bool]


class Intake:
    """The imports of a workspace. Its Jobs write on a connection of their own, one short
    transaction after another, so that whoever types meanwhile does not wait.
    """

    def __init__(self, session: Session, db: Connection, turn: RLock) -> None:
        self._session = session
        self._db = db
        self._turn = turn

    def pool(self, *, workers: int = 2) -> ReaderPool:
        """Return processes that read files, for the consultations of this workspace; close it."""
        from desktop.corpus.pool import ReaderPool

        return ReaderPool(self._session.consultations(), workers=workers)

    # Reading

    def documents(self, *states: ImportState) -> list[ImportedDocument]:
        """Return the imports in these states, newest first; without any, those that wait or are
        in the library.
        """
        return reading.documents(self._db, states)

    def listing(self, *states: ImportState) -> Job[list[ImportedDocument]]:
        """Return a Job that gives the same, for long lists."""
        return self._session.reading_job(lambda db: reading.documents(db, states))

    def counts(self) -> dict[ImportState, int]:
        """Return how many imports are in each state."""
        return reading.counts(self._db)

    def document(self, key: str) -> ImportedDocument:
        """Return one import; raises WorkspaceError if it is gone."""
        return reading.document(self._db, key)

    def review(self, key: str) -> Review:
        """Return everything that a review shows; raises WorkspaceError if it is gone."""
        return reading.review(self._db, key)

    def known(self, digest: str) -> ImportedDocument | None:
        """Return the newest import of the same bytes that is not in the bin, or None."""
        return reading.known(self._db, digest)

    def sure_ids(self) -> list[str]:
        """Return the ids of the waiting imports in which nothing is unsure."""
        return [item.id for item in self.documents(ImportState.WAITING) if not item.unsure]

    def passages_of(self, document: str) -> list[Passage]:
        """Return the Passages of an import in the order of the document."""
        return reading.passages(self._db, document)

    def passage(self, key: str) -> Passage | None:
        """Return one Passage, also one that is no longer offered, or None."""
        return reading.passage(self._db, key)

    def place_of(self, passage: Passage) -> Place | None:
        """Return where in which file a Passage stands."""
        return reading.place_of(self._db, passage.id)

    def find_place(self, source: str, locator: str) -> Place | None:
        """Return where in which file a citation points, or None if it is of no import."""
        return reading.find_place(self._db, source, locator)

    def source_document(self, source: str) -> ImportedDocument | None:
        """Return the import that a Source is made of, or None."""
        return reading.of_source(self._db, source)

    def same_source(self, document: ImportedDocument) -> Source | None:
        """Return the Source that the library has already and an import seems to be, or None.

        Say so with ``SetImportField(id, "source", key)``: its passages then join that Source.
        """
        from desktop.session.same_source import same_source

        return same_source(document, reading.sources_without_file(self._db))

    # Bringing in

    def adding(
        self,
        found: Reading,
        *,
        again: bool = False,
        organisation: str = "",
        sent: str = "",
    ) -> Job[str]:
        """Return a Job that keeps what was read of a file, to wait for its review, and gives its
        id. Of bytes that are known already it gives the known import's id and keeps nothing,
        unless ``again``: then they are a newer copy of it. It raises the error of a Reading that
        failed. Attachments are Readings of their own. Call ``added`` when done.
        """
        from desktop.session.bringing import bring_in

        key, path, now = self._session.new_id(), self._session.path, self._session.clock()

        def work() -> str:
            with closing(open_writer(path)) as db:
                said = (organisation, sent)
                return bring_in(db, self._turn, found, key, now, again=again, said=said)

        return work

    def added(self, _keys: Iterable[str], origin: object = None) -> Changes:
        """Tell the listeners that imports were added. For many at once rather than for each."""
        return self._session.announce(Changes(frozenset({Kind.IMPORTS}), origin=origin))

    def accepting(
        self,
        keys: Iterable[str],
        *,
        stop: Stop = lambda: False,
        done: Callable[[str], object] = lambda _: None,
    ) -> Job[Accepted]:
        """Return a Job that takes imports into the library, one after another, until ``stop()``;
        ``done(id)`` is called after each. Those that do not wait are passed over. Call
        ``accepted`` when done.
        """
        from desktop.session.bringing import take_in

        chosen, path = tuple(keys), self._session.path

        def work() -> Accepted:
            with closing(open_writer(path)) as db:
                return take_in(db, self._turn, chosen, stop, done)

        return work

    def accepted(self, _keys: Iterable[str], origin: object = None) -> Changes:
        """Tell the listeners that imports are in the library now."""
        kinds = frozenset({Kind.IMPORTS, Kind.LIBRARY})
        return self._session.announce(Changes(kinds, origin=origin))

    def bin(self, keys: Iterable[str], origin: object = None) -> Changes | None:
        """Put imports in the bin: their passages leave the library."""
        from desktop.core.intake_edits import BinDocuments

        return self._session.apply(BinDocuments(tuple(keys)), origin)

    def restore(self, keys: Iterable[str], origin: object = None) -> Changes | None:
        """Take imports out of the bin."""
        from desktop.core.intake_edits import RestoreDocuments

        return self._session.apply(RestoreDocuments(tuple(keys)), origin)

    def back_to_review(self, key: str, origin: object = None) -> Changes | None:
        """Have an accepted import wait again: its passages leave the library, its Source stays.

        None if it was not in the library.
        """
        from desktop.store.imports.accepting import take_back

        with self._turn:
            done = take_back(self._db, key)
        return self.accepted((key,), origin) if done else None

    # What is made of it

    def make_snippet(self, document: str, mark: str, kind: SnippetKind | None = None) -> Snippet:
        """Return a Snippet made of a marked sentence, ready to be looked at and saved."""
        from desktop.session import making

        review = self.review(document)
        return making.from_mark(review, mark, kind, self._session.new_id())

    def make_snippet_of(
        self, document: str, block: str, start: int, end: int, kind: SnippetKind | None = None
    ) -> Snippet:
        """Return a Snippet made of a stretch of a block, ready to be looked at and saved."""
        from desktop.session import making

        review = self.review(document)
        return making.from_stretch(review, block, (start, end), kind, self._session.new_id())

    def saving_snippet(self, document: str, snippet: Snippet, mark: str = "") -> Edit:
        """Return the Edit that saves such a Snippet: with its Source where that is not there yet,
        and with the mark it was made of. Undoing it in the review takes all of that back.
        """
        from desktop.session import making

        known = snippet.source in self._session.sources()
        return making.saving(self.review(document), snippet, mark, source_known=known)

    def understanding_as(self, document: str, kind: SourceKind) -> Job[Edit]:
        """Return a Job that understands an import, as it stands now, as this kind of document where
        that asks for something not looked for before; it gives the Edit that says so.
        """
        from desktop.session.understanding_as import setting_kind

        consultations, new_id = self._session.consultations(), self._session.new_id
        return self._session.reading_job(
            lambda db: setting_kind(reading.review(db, document), kind, consultations, new_id)
        )

    def consultation_of(self, key: str) -> Consultation:
        """Return the Consultation that a call for evidence asks for; WorkspaceError if the import
        is no call.
        """
        from desktop.session import making
        from desktop.store.reading import all_rules

        known = self._session.consultations()
        return making.consultation(self.review(key), known, all_rules(self._db))

    def start_consultation(self, key: str, origin: object = None) -> str:
        """Save the Consultation that a call asks for as the user's own, and keep the call in the
        library as the Source that it is; return the Consultation's id.
        """
        from desktop.core.intake_edits import SetImportField
        from desktop.core.library_edits import SaveConsultation
        from desktop.session.bringing import take_in

        made = self.consultation_of(key)
        self._session.apply(SaveConsultation(made), origin)
        self._session.apply(SetImportField(key, "consultation", made.id), origin)
        take_in(self._db, self._turn, (key,), lambda: False, lambda _: None)
        self.accepted((key,), origin)
        return made.id

    def as_markdown(self, passage: Passage) -> str:
        """Return the text of a Passage as it is written into an answer."""
        from desktop.core.text import Paragraph, Text
        from desktop.markup import write

        return write([Paragraph((Text(line),)) for line in passage.text.splitlines()]).strip()
