"""Searching the index inside the workspace; ``search_schema`` says how it is kept."""

from __future__ import annotations

import heapq
import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, fields

from desktop.core.evidence import ANY_QUESTION, Passage, Snippet, SnippetKind, Source
from desktop.core.search import Frequencies, Hit, Query, Term, Weights
from desktop.store import evidence_rows
from desktop.store.database import Database

# More is looked at than is wanted: near-identical Passages come as one.
_SPARE = 3
_COLUMNS = tuple(field.name for field in fields(Weights))


class SearchIndex:
    """Searches a workspace; a connection that only reads is enough."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def look_up(self, query: Query) -> LookUp:
        """Find out which Snippets and Passages have each Term of the query."""
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
        passages: bool = True,
        ref: str = "",
    ) -> list[Hit]:
        """Return what matches ``query`` best, best first, at most ``limit``.

        ``query`` has the same Terms as the query that was looked up, or fewer of them. ``kinds``
        (of Snippets) and ``sources`` (keys) narrow the search, None = all; ``passages`` says
        whether to look among Passages. Of Passages that say nearly the same the best one comes,
        for all of them. What is tagged for the Question ``ref`` or for any Question comes too, at
        most ``limit`` of it, even if no word of it matches.
        """
        allowed = self._allowed(kinds, sources, passages=passages)
        scores = {
            doc: score for doc, score in self._scores(query) if allowed is None or doc in allowed
        }
        best = self._unlike(heapq.nlargest(limit * _SPARE, scores, key=scores.__getitem__), limit)
        tagged = [doc for doc in self._tagged(ref) if allowed is None or doc in allowed]
        also = heapq.nlargest(limit, tagged, key=lambda doc: scores.get(doc, 0.0))
        chosen = self._unlike([*best, *also], 2 * limit)
        return self._hits(query, {doc: scores.get(doc, 0.0) for doc in chosen})

    def _unlike(self, docs: Iterable[int], limit: int) -> list[int]:
        """Return the first ``limit`` of these, of near-identical Passages only the first."""
        ordered = list(dict.fromkeys(docs))
        sql = (
            "SELECT d.doc, p.likeness FROM json_each(?) AS chosen"
            " JOIN search_documents AS d ON d.doc = chosen.value"
            " JOIN passages AS p ON p.id = d.piece WHERE d.kind = 'passage'"
        )
        alike: dict[int, object] = dict(self._db.execute(sql, [json.dumps(ordered)]))
        seen: dict[object, int] = {}
        for doc in ordered:
            seen.setdefault(alike.get(doc, doc), doc)
        return list(seen.values())[:limit]

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
        self,
        kinds: frozenset[SnippetKind] | None,
        sources: frozenset[str] | None,
        *,
        passages: bool,
    ) -> frozenset[int] | None:
        if kinds is None and sources is None and passages:
            return None
        sql = (
            "SELECT doc FROM search_documents"
            " WHERE CASE kind WHEN 'passage' THEN :passages"
            " ELSE :kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)) END"
            " AND (:sources IS NULL OR source IN (SELECT value FROM json_each(:sources)))"
        )
        chosen = {
            "kinds": None if kinds is None else json.dumps([kind.value for kind in kinds]),
            "sources": None if sources is None else json.dumps(list(sources)),
            "passages": passages,
        }
        return frozenset(row[0] for row in self._db.execute(sql, chosen))

    def _tagged(self, ref: str) -> Iterator[int]:
        if ref:
            sql = "SELECT DISTINCT doc FROM search_questions WHERE ref IN (?, ?) ORDER BY doc"
            yield from (row[0] for row in self._db.execute(sql, [ref, ANY_QUESTION]))

    def _hits(self, query: Query, scores: dict[int, float]) -> list[Hit]:
        pieces: dict[int, Snippet | Passage] = {**self._snippets(scores)}
        answered: dict[int, str] = {}
        for doc, (passage, title) in self._passages(scores).items():
            pieces[doc], answered[doc] = passage, title
        sources = self._sources({piece.source for piece in pieces.values()})
        matched: dict[int, list[Term]] = {doc: [] for doc in pieces}
        for term in query.terms:
            for doc in matched.keys() & self._having[term]:
                matched[doc].append(term)
        return [
            Hit(
                pieces[doc],
                sources[pieces[doc].source],
                score,
                tuple(matched[doc]),
                answered.get(doc, ""),
            )
            for doc, score in scores.items()
            if doc in pieces and pieces[doc].source in sources
        ]

    def _snippets(self, docs: Iterable[int]) -> dict[int, Snippet]:
        sql = (
            "SELECT d.doc, n.* FROM search_documents AS d JOIN snippets AS n ON n.id = d.piece"
            " WHERE d.doc IN (SELECT value FROM json_each(?)) AND d.kind <> 'passage'"
        )
        found = self._db.query(sql, [json.dumps(list(docs))])
        return {row["doc"]: evidence_rows.snippet(row) for row in found}

    def _passages(self, docs: Iterable[int]) -> dict[int, tuple[Passage, str]]:
        """Return Passages, each with the title of the Consultation that its document answered."""
        sql = (
            "SELECT d.doc, p.*, coalesce(c.title, '') AS answered,"
            " (SELECT count(*) FROM passages AS o JOIN search_documents AS there"
            "  ON there.piece = o.id WHERE o.likeness = p.likeness) - 1 AS likes"
            " FROM search_documents AS d JOIN passages AS p ON p.id = d.piece"
            " JOIN documents AS f ON f.id = p.document"
            " LEFT JOIN consultations AS c ON c.id = f.consultation"
            " WHERE d.doc IN (SELECT value FROM json_each(?)) AND d.kind = 'passage'"
        )
        found = self._db.query(sql, [json.dumps(list(docs))])
        return {row["doc"]: (evidence_rows.passage(row), row["answered"]) for row in found}

    def _sources(self, keys: Iterable[str]) -> dict[str, Source]:
        sql = "SELECT * FROM sources WHERE key IN (SELECT value FROM json_each(?))"
        found = self._db.query(sql, [json.dumps(list(keys))])
        return {row["key"]: evidence_rows.source(row) for row in found}


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
                db.insert("sources", evidence_rows.source_row(source, pack=""))
            for snippet in snippets:
                db.insert("snippets", {**evidence_rows.snippet_row(snippet, pack=""), "retired": 0})
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
