"""The library as its page keeps it: the table, versions, uses, the review list, packs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.core import library_edits
from desktop.core.changes import Changes
from desktop.core.evidence import Origin, Passage, Snippet
from desktop.core.library import (
    FigureConflict,
    LibraryRow,
    Pack,
    PackItem,
    PackPreview,
    SnippetUse,
    SnippetVersion,
    Standing,
)
from desktop.core.usage import Written, is_used, shared_places
from desktop.store import evidence_reading, library_reading, search_rows
from desktop.store.connection import Connection

if TYPE_CHECKING:
    from desktop.core.consent import Consent
    from desktop.session.jobs import Job
    from desktop.session.session import Session


class LibraryDoor:
    """Sources and Snippets to be looked through and kept fit for use."""

    def __init__(self, session: Session, db: Connection) -> None:
        self._session = session
        self._db = db

    # Reading

    def rows(self) -> Job[list[LibraryRow]]:
        """Return a Job that gives every Source, each followed by its Snippets."""
        return self._session.reading_job(library_reading.library_rows)

    def snippet_versions(self, key: str) -> list[SnippetVersion]:
        """Return the earlier versions of a Snippet, newest first."""
        return library_reading.snippet_versions(self._db, key)

    def consent(self, snippet: str) -> Consent | None:
        """Return what the people in a Snippet have agreed to, if that was recorded."""
        from desktop.store import consent_rows

        return consent_rows.consent(self._db, snippet)

    def uses(self, snippet: Snippet) -> Job[list[SnippetUse]]:
        """Return a Job that finds the Answers that use a Snippet, newest Response first."""

        def work(db: Connection) -> list[SnippetUse]:
            shared = shared_places(evidence_reading.snippet_places(db))
            return library_reading.uses(
                db, snippet.source, lambda text: is_used(snippet, text, shared)
            )

        return self._session.reading_job(work)

    def passage_uses(self, passage: Passage) -> Job[list[SnippetUse]]:
        """Return a Job that finds the Answers that cite the place of a Passage."""

        def cites(text: Written) -> bool:
            return is_used(passage, text, frozenset())

        return self._session.reading_job(lambda db: library_reading.uses(db, passage.source, cites))

    def due(self, today: date, within_days: int = 0) -> list[Snippet]:
        """Return the Snippets to be looked at again, longest due first."""
        return library_reading.due(self._db, today + timedelta(days=within_days))

    def likes(self, passage: str) -> list[Passage]:
        """Return the Passages that say nearly the same as this one, newest first."""
        return search_rows.likes_of(self._db, passage)

    def owners(self) -> list[str]:
        """Return everybody who looks after a Snippet, by name."""
        return library_reading.owners(self._db)

    def tags(self) -> list[str]:
        """Return every tag in use, by name."""
        return library_reading.tags(self._db)

    def conflicting_figures(self) -> Job[list[FigureConflict]]:
        """Return a Job that finds Snippets which give different figures for the same thing."""

        def work(db: Connection) -> list[FigureConflict]:
            from desktop.session.comparing import conflicts

            return conflicts(evidence_reading.snippets(db))

        return self._session.reading_job(work)

    def near_duplicates(self) -> Job[list[tuple[Snippet, ...]]]:
        """Return a Job that groups Snippets which say nearly the same."""

        def work(db: Connection) -> list[tuple[Snippet, ...]]:
            from desktop.session.comparing import duplicates

            return duplicates(evidence_reading.snippets(db))

        return self._session.reading_job(work)

    # Changing

    def restore_version(self, version: SnippetVersion, origin: object = None) -> Changes | None:
        """Put an earlier version of a Snippet back."""
        return self._session.apply(library_edits.RestoreSnippet(version.snippet), origin)

    def still_true(self, key: str, until: date, origin: object = None) -> Changes | None:
        """Say that a Snippet still holds, and until when it need not be looked at again."""
        return self.set_review_by((key,), until, origin)

    def set_review_by(
        self, keys: Iterable[str], day: date | None, origin: object = None
    ) -> Changes | None:
        """Say until when Snippets need not be looked at again; None for never."""
        return self._session.apply(library_edits.SetReviewBy(tuple(keys), day), origin)

    def set_owner(self, keys: Iterable[str], owner: str, origin: object = None) -> Changes | None:
        """Say who looks after Snippets."""
        return self._session.apply(library_edits.SetOwner(tuple(keys), owner), origin)

    def tag(
        self,
        keys: Iterable[str],
        add: Iterable[str] = (),
        remove: Iterable[str] = (),
        origin: object = None,
    ) -> Changes | None:
        """Add tags to Snippets and take tags away."""
        edit = library_edits.TagSnippets(tuple(keys), tuple(add), tuple(remove))
        return self._session.apply(edit, origin)

    def retire(self, keys: Iterable[str], origin: object = None) -> Changes | None:
        """Take Snippets out of what is offered."""
        return self._session.apply(library_edits.RetireSnippets(tuple(keys), True), origin)

    def bring_back(self, keys: Iterable[str], origin: object = None) -> Changes | None:
        """Offer Snippets again."""
        return self._session.apply(library_edits.RetireSnippets(tuple(keys), False), origin)

    def retire_source(self, key: str, origin: object = None) -> Changes | None:
        """Take a Source with its Snippets and Passages out of what is offered."""
        return self._session.apply(library_edits.RetireSource(key, True), origin)

    def bring_back_source(self, key: str, origin: object = None) -> Changes | None:
        """Offer a Source again."""
        return self._session.apply(library_edits.RetireSource(key, False), origin)

    def merge(self, keep: Snippet, drop: Sequence[str], origin: object = None) -> Changes | None:
        """Keep one Snippet, as given, for several that say the same."""
        return self._session.apply(library_edits.MergeSnippets(keep, tuple(drop)), origin)

    # Packs

    def pack_of(self, keys: Iterable[str]) -> tuple[Pack, ...]:
        """Return Snippets with their Sources, to be written as packs: one for each Source."""
        chosen = set(keys)
        in_use = evidence_reading.snippets(self._db)
        every = [*in_use, *evidence_reading.snippets(self._db, retired=True)]
        found = [snippet for snippet in every if snippet.id in chosen]
        sources = library_reading.sources_of(self._db, {snippet.source for snippet in found})
        return tuple(
            Pack(source, tuple(item for item in found if item.source == key))
            for key, source in sources.items()
        )

    def preview_pack(self, packs: Sequence[Pack]) -> PackPreview:
        """Return what taking packs in would mean. Nothing is changed."""
        known = library_reading.sources_of(self._db, {pack.source.key for pack in packs})
        return PackPreview(
            tuple(self._item(pack, snippet) for pack in packs for snippet in pack.snippets),
            tuple(pack.source for pack in packs if pack.source.key not in known),
        )

    def apply_pack(
        self, preview: PackPreview, take: Iterable[str], origin: object = None
    ) -> Changes | None:
        """Take the chosen Snippets (ids) of a preview in, with the Sources they need."""
        chosen = set(take)
        items = [item for item in preview.items if item.incoming.id in chosen]
        sources = {item.source.key: item.source for item in items}
        snippets = tuple(item.incoming for item in items if item.standing is not Standing.SAME)
        if not snippets:
            return None
        return self._session.apply(
            library_edits.TakePack(tuple(sources.values()), snippets), origin
        )

    def _item(self, pack: Pack, snippet: Snippet) -> PackItem:
        present = evidence_reading.snippet(self._db, snippet.id)
        return PackItem(snippet, pack.source, _standing(snippet, present), present)


def _standing(incoming: Snippet, present: Snippet | None) -> Standing:
    if present is None:
        return Standing.NEW
    if _said(incoming) == _said(present):
        return Standing.SAME
    return Standing.CONFLICT if present.origin is Origin.OWN else Standing.CHANGED


def _said(snippet: Snippet) -> tuple[object, ...]:
    return (
        snippet.source,
        snippet.claim,
        " ".join(snippet.text.split()),
        snippet.kind,
        snippet.locator,
        frozenset(snippet.tags),
        frozenset(snippet.questions),
        snippet.speaker,
    )
