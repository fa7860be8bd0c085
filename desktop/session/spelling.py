"""Spelling as the window asks for it: what is spelled wrongly, what was meant, one's own words."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from desktop.core.changes import Changes, Kind
from desktop.core.wording_edits import AddOwnWord, RemoveOwnWord
from desktop.store import wording_rows
from desktop.store.connection import Connection

# The dictionary is read when something is first spelled, on the thread that does it.
if TYPE_CHECKING:
    from desktop.session.jobs import Job
    from desktop.session.session import Session
    from desktop.spelling import Dictionary, Misspelt

ENGLISH = "en-GB"
SWITCH = "spelling.on"
_IGNORED = "spelling.ignored."
_NAMES_CHANGE = (Kind.LIBRARY, Kind.IMPORTS, Kind.ORGANISATION, Kind.RESPONSES, Kind.WORDING)


class SpellingDoor:
    """Spelling for one Session."""

    def __init__(self, session: Session, db: Connection) -> None:
        self._session = session
        self._db = db
        self._lock = Lock()
        self._dictionary: Dictionary | None = None
        self._known: frozenset[str] | None = None
        self._turn = 0
        session.listen(self._hear)

    @property
    def on(self) -> bool:
        """Whether spelling is looked at."""
        return bool(self._session.setting(SWITCH, True))

    def switch(self, on: bool) -> None:
        """Look at spelling from now on, or leave it alone."""
        self._session.set_setting(SWITCH, on)

    def checking(self, texts: Sequence[str], response: str) -> Job[list[tuple[Misspelt, ...]]]:
        """Return a Job that gives what is spelled wrongly in each of some texts of a Response."""
        asked = tuple(texts)
        ignored = frozenset(word.casefold() for word in self.ignored(response))

        def work(db: Connection) -> list[tuple[Misspelt, ...]]:
            from desktop.spelling import misspelt

            own = self._own(db) | ignored
            return [misspelt(text, self._ready(), own) for text in asked]

        return self._session.reading_job(work)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first."""
        return self._ready().suggest(word)

    def own_words(self) -> list[str]:
        """Return the words that a person has added."""
        return wording_rows.own_words(self._db, ENGLISH)

    def adding(self, word: str) -> AddOwnWord:
        """Return the Edit that makes a word count as well spelled everywhere."""
        from desktop.spelling.words import stem

        return AddOwnWord(stem(word), ENGLISH)

    def removing(self, word: str) -> RemoveOwnWord:
        """Return the Edit that takes one of the person's own words away."""
        return RemoveOwnWord(word, ENGLISH)

    def ignored(self, response: str) -> list[str]:
        """Return the words that are left alone in one Response."""
        return list(self._session.setting(_IGNORED + response, []))

    def ignore(self, response: str, word: str) -> None:
        """Leave a word alone in one Response."""
        from desktop.spelling.words import stem

        words = sorted({*self.ignored(response), stem(word)})
        self._session.set_setting(_IGNORED + response, words)

    def _ready(self) -> Dictionary:
        with self._lock:
            if self._dictionary is None:
                from desktop.spelling import Dictionary

                folder = self._session.paths.resources / "dictionaries" / ENGLISH
                self._dictionary = Dictionary(folder)
            return self._dictionary

    def _own(self, db: Connection) -> frozenset[str]:
        """Return the words that count as well spelled here, in small letters."""
        known, turn = self._known, self._turn
        if known is None:
            known = _words((*wording_rows.own_words(db, ENGLISH), *wording_rows.names_known(db)))
            if turn == self._turn:
                self._known = known
        return known

    def _hear(self, changes: Changes) -> None:
        if changes.touches(*_NAMES_CHANGE):
            self._turn += 1
            self._known = None


def _words(texts: Sequence[str]) -> frozenset[str]:
    from desktop.spelling.words import stem, words

    return frozenset(stem(word.text).casefold() for text in texts for word in words(text))
