"""The search index inside the workspace, kept in step with Snippets and Sources by triggers.

``search_documents`` gives each Snippet in use a number of its own (a row's own number may change
when the file is compacted), ``search_text`` holds its words and ``search_questions`` the Questions
it is tagged for. All of it can be derived again from the rows at any time: ``rebuild``.

The words are kept a second time in ``search_text``. An index that only points at the rows would
make the file a third smaller and no faster, but a deletion that hands it other words than were put
in damages it without a sign.
"""

from __future__ import annotations

import heapq
import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, fields

from desktop.core.evidence import ANY_QUESTION, Snippet, SnippetKind, Source
from desktop.core.search import Frequencies, Hit, Query, Term, Weights
from desktop.store import rows
from desktop.store.database import Database

_TABLES = (
    "CREATE TABLE search_documents (doc INTEGER PRIMARY KEY, snippet TEXT NOT NULL UNIQUE,"
    " source TEXT NOT NULL, kind TEXT NOT NULL) STRICT",
    "CREATE INDEX search_documents_source ON search_documents (source)",
    "CREATE TABLE search_questions (doc INTEGER NOT NULL, ref TEXT NOT NULL,"
    " PRIMARY KEY (doc, ref)) STRICT, WITHOUT ROWID",
    "CREATE INDEX search_questions_ref ON search_questions (ref)",
    "CREATE VIRTUAL TABLE search_text USING fts5(claim, text, tags, source, place,"
    " tokenize = 'porter unicode61 remove_diacritics 2')",
    # What the index should hold, said once for triggers and rebuilding alike.
    "CREATE VIEW search_rows AS SELECT n.id, n.source AS source_key, n.kind, n.questions,"
    " n.claim, n.text, n.tags,"
    " coalesce(s.title || ' ' || s.author || ' ' || s.body || ' ' || s.short, '') AS source,"
    " n.locator || ' ' || n.speaker AS place"
    " FROM snippets AS n LEFT JOIN sources AS s ON s.key = n.source WHERE n.retired = 0",
)

_FILL_DOCUMENTS = (
    "INSERT INTO search_documents (snippet, source, kind)"
    " SELECT r.id, r.source_key, r.kind FROM search_rows AS r"
)
_FILL_TEXT = (
    "INSERT INTO search_text (rowid, claim, text, tags, source, place)"
    " SELECT d.doc, r.claim, r.text, r.tags, r.source, r.place"
    " FROM search_documents AS d JOIN search_rows AS r ON r.id = d.snippet"
)
_FILL_QUESTIONS = (
    "INSERT OR IGNORE INTO search_questions (doc, ref) SELECT d.doc, q.value"
    " FROM search_documents AS d JOIN search_rows AS r ON r.id = d.snippet,"
    " json_each(r.questions) AS q"
)
_REBUILD = (
    "DELETE FROM search_questions",
    "DELETE FROM search_documents",
    "DELETE FROM search_text",
    _FILL_DOCUMENTS,
    _FILL_TEXT,
    _FILL_QUESTIONS,
    "INSERT INTO search_text (search_text) VALUES ('optimize')",
)

_REMOVE = (
    "DELETE FROM search_text WHERE rowid = (SELECT doc FROM search_documents WHERE snippet = {id});"
    " DELETE FROM search_questions"
    " WHERE doc = (SELECT doc FROM search_documents WHERE snippet = {id});"
    " DELETE FROM search_documents WHERE snippet = {id};"
)
_REMOVE_OLD = _REMOVE.format(id="OLD.id")
# Removing first makes adding harmless when a row is replaced without a deletion being announced.
_PUT_NEW = (
    f"{_REMOVE.format(id='NEW.id')} {_FILL_DOCUMENTS} WHERE r.id = NEW.id;"
    f" {_FILL_TEXT} WHERE d.snippet = NEW.id; {_FILL_QUESTIONS} WHERE d.snippet = NEW.id;"
)
_TRIGGERS = (
    f"CREATE TRIGGER search_snippet_added AFTER INSERT ON snippets BEGIN {_PUT_NEW} END",
    "CREATE TRIGGER search_snippet_changed AFTER UPDATE ON snippets"
    f" BEGIN {_REMOVE_OLD} {_PUT_NEW} END",
    f"CREATE TRIGGER search_snippet_removed AFTER DELETE ON snippets BEGIN {_REMOVE_OLD} END",
    "CREATE TRIGGER search_source_changed AFTER UPDATE OF title, author, body, short ON sources"
    " WHEN OLD.title IS NOT NEW.title OR OLD.author IS NOT NEW.author"
    " OR OLD.body IS NOT NEW.body OR OLD.short IS NOT NEW.short BEGIN"
    " UPDATE search_text SET source ="
    " NEW.title || ' ' || NEW.author || ' ' || NEW.body || ' ' || NEW.short"
    " WHERE rowid IN (SELECT doc FROM search_documents WHERE source = NEW.key); END",
)

_COLUMNS = tuple(field.name for field in fields(Weights))


def create(db: Database) -> None:
    """Make the index over ``snippets`` and ``sources`` (both must be there) and fill it from them.

    From then on triggers keep it in step with every insertion, change, retirement and deletion.
    """
    for statement in (*_TABLES, *_TRIGGERS):
        db.execute(statement)
    rebuild(db)


def rebuild(db: Database) -> None:
    """Derive the whole index again from the rows, in one transaction."""
    with db.atomic():
        for statement in _REBUILD:
            db.execute(statement)


class SearchIndex:
    """Searches a workspace; a connection that only reads is enough."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def look_up(self, query: Query) -> LookUp:
        """Find out which Snippets have each Term of the query."""
        return LookUp(self._db, query)


class LookUp:
    """Which Snippets had each Term when it was made, and the search among them.

    Reading this once serves both choosing the words worth scoring and telling which of them a
    Snippet has. A Snippet that goes in between is not found; one that comes is found by the next.
    """

    def __init__(self, db: Database, query: Query) -> None:
        self._db = db
        self._having = {term: array("q", self._docs((term,), query)) for term in query.terms}
        documents = int(db.execute("SELECT count(*) FROM search_documents").fetchone()[0])
        self.frequencies = Frequencies(
            documents, {term: len(docs) for term, docs in self._having.items()}
        )

    def search(
        self,
        query: Query,
        limit: int,
        *,
        kinds: frozenset[SnippetKind] | None = None,
        sources: frozenset[str] | None = None,
        ref: str = "",
    ) -> list[Hit]:
        """Return the Snippets that match ``query`` best, best first, at most ``limit``.

        ``query`` has the same Terms as the query that was looked up, or fewer of them. ``kinds``
        and ``sources`` (keys) narrow the search, None = all. Snippets tagged for the Question
        ``ref`` or for any Question come too, at most ``limit`` of them, even if no word of theirs
        matches.
        """
        allowed = self._allowed(kinds, sources)
        scores = {
            doc: score for doc, score in self._scores(query) if allowed is None or doc in allowed
        }
        best = heapq.nlargest(limit, scores, key=scores.__getitem__)
        tagged = [doc for doc in self._tagged(ref) if allowed is None or doc in allowed]
        also = heapq.nlargest(limit, tagged, key=lambda doc: scores.get(doc, 0.0))
        return self._hits(query, {doc: scores.get(doc, 0.0) for doc in (*best, *also)})

    def _docs(self, terms: Iterable[Term], query: Query) -> Iterator[int]:
        match = _expression(terms, query.weights)
        if match:
            sql = "SELECT rowid FROM search_text WHERE search_text MATCH ?"
            yield from (row[0] for row in self._db.execute(sql, [match]))

    def _scores(self, query: Query) -> Iterator[tuple[int, float]]:
        """Yield each document that has a Term, with its BM25 score (more is better)."""
        match = _expression(query.terms, query.weights)
        if match:
            sql = (
                "SELECT rowid, -bm25(search_text, ?, ?, ?, ?, ?) FROM search_text"
                " WHERE search_text MATCH ?"
            )
            yield from self._db.execute(sql, [*astuple(query.weights), match])

    def _allowed(
        self, kinds: frozenset[SnippetKind] | None, sources: frozenset[str] | None
    ) -> frozenset[int] | None:
        if kinds is None and sources is None:
            return None
        sql = (
            "SELECT doc FROM search_documents"
            " WHERE (:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)))"
            " AND (:sources IS NULL OR source IN (SELECT value FROM json_each(:sources)))"
        )
        chosen = {
            "kinds": None if kinds is None else json.dumps([kind.value for kind in kinds]),
            "sources": None if sources is None else json.dumps(list(sources)),
        }
        return frozenset(row[0] for row in self._db.execute(sql, chosen))

    def _tagged(self, ref: str) -> Iterator[int]:
        if ref:
            sql = "SELECT DISTINCT doc FROM search_questions WHERE ref IN (?, ?) ORDER BY doc"
            yield from (row[0] for row in self._db.execute(sql, [ref, ANY_QUESTION]))

    def _hits(self, query: Query, scores: dict[int, float]) -> list[Hit]:
        snippets = self._snippets(scores)
        sources = self._sources({snippet.source for snippet in snippets.values()})
        matched: dict[int, list[Term]] = {doc: [] for doc in snippets}
        for term in query.terms:
            for doc in matched.keys() & self._having[term]:
                matched[doc].append(term)
        return [
            Hit(snippets[doc], sources[snippets[doc].source], score, tuple(matched[doc]))
            for doc, score in scores.items()
            if doc in snippets and snippets[doc].source in sources
        ]

    def _snippets(self, docs: Iterable[int]) -> dict[int, Snippet]:
        sql = (
            "SELECT d.doc, n.* FROM search_documents AS d JOIN snippets AS n ON n.id = d.snippet"
            " WHERE d.doc IN (SELECT value FROM json_each(?))"
        )
        found = self._db.query(sql, [json.dumps(list(docs))])
        return {row["doc"]: rows.snippet(row) for row in found}

    def _sources(self, keys: Iterable[str]) -> dict[str, Source]:
        sql = "SELECT * FROM sources WHERE key IN (SELECT value FROM json_each(?))"
        found = self._db.query(sql, [json.dumps(list(keys))])
        return {row["key"]: rows.source(row) for row in found}


@contextmanager
def in_memory(snippets: Iterable[Snippet], sources: Iterable[Source] = ()) -> Iterator[SearchIndex]:
    """Give a SearchIndex over these Snippets alone, in a workspace that is gone afterwards.

    A Source that is not given is taken to be one of that key as its title.
    """
    # The schema names this module, so it can be read only once this module is whole.
    from desktop.store.migrations import workspace

    with closing(sqlite3.connect(":memory:")) as connection:
        db = Database(connection)
        workspace.apply(db.tables())
        known = {source.key: source for source in sources}
        snippets = tuple(snippets)
        for key in {snippet.source for snippet in snippets} - known.keys():
            known[key] = Source(key, key)
        with db.atomic():
            for source in known.values():
                db.insert("sources", rows.source_row(source, pack=""))
            for snippet in snippets:
                db.insert("snippets", {**rows.snippet_row(snippet, pack=""), "retired": 0})
        yield SearchIndex(db)


def _expression(terms: Iterable[Term], weights: Weights) -> str:
    """Return the full-text expression that finds any of the terms; "" if there is nothing to find.

    Every form is quoted, so that nothing a person writes is ever read as an operator.
    """
    forms = [form for term in terms for form in _forms(term)]
    columns = [name for name, weight in zip(_COLUMNS, astuple(weights), strict=True) if weight]
    return f"{{{' '.join(columns)}}} : ({' OR '.join(forms)})" if forms and columns else ""


def _forms(term: Term) -> Iterator[str]:
    for form in dict.fromkeys(term.forms):
        yield _quoted(form)
    if term.prefix:
        yield f"{_quoted(term.prefix)} *"


def _quoted(form: str) -> str:
    return '"' + form.replace("\0", " ").replace('"', '""') + '"'
