"""What the search index is made of, and the triggers that keep it in step with the rows.

``search_documents`` gives each Snippet in use and each Passage of an accepted import a number of
its own (a row's own number may change when the file is compacted), ``search_text`` holds its words
and ``search_questions`` the Questions it is tagged for; ``search_asked`` holds the wording of the
questions that past responses answered. All of it can be derived again from the
rows at any time: ``rebuild``.

The words are kept a second time in ``search_text``. An index that only points at the rows would
make the file a third smaller and no faster, but a deletion that hands it other words than were put
in damages it without a sign.
"""

from __future__ import annotations

from desktop.store.database import Database

_FIRST = (
    "DROP TRIGGER search_snippet_added",
    "DROP TRIGGER search_snippet_changed",
    "DROP TRIGGER search_snippet_removed",
    "DROP TRIGGER search_source_changed",
    "DROP VIEW search_rows",
    "DROP TABLE search_documents",
    "DROP TABLE search_questions",
    "DROP TABLE search_text",
)

_SOURCE_WORDS = (
    "coalesce(s.title || ' ' || s.author || ' ' || s.body || ' ' || s.short, '') AS source"
)
_TABLES = (
    "CREATE TABLE search_documents (doc INTEGER PRIMARY KEY, piece TEXT NOT NULL UNIQUE,"
    " source TEXT NOT NULL, kind TEXT NOT NULL) STRICT",
    "CREATE INDEX search_documents_source ON search_documents (source)",
    "CREATE TABLE search_questions (doc INTEGER NOT NULL, ref TEXT NOT NULL,"
    " PRIMARY KEY (doc, ref)) STRICT, WITHOUT ROWID",
    "CREATE INDEX search_questions_ref ON search_questions (ref)",
    "CREATE VIRTUAL TABLE search_text USING fts5(claim, text, tags, source, place,"
    " tokenize = 'porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE search_asked USING fts5(question,"
    " tokenize = 'porter unicode61 remove_diacritics 2')",
    # What the index should hold, said once for triggers and rebuilding alike. Two views: through
    # one of both the triggers would read all of the other's rows as well.
    "CREATE VIEW search_snippets AS SELECT n.id, n.source AS source_key, n.kind, n.questions,"
    f" n.claim, n.text, n.tags, {_SOURCE_WORDS},"
    " n.locator || ' ' || n.speaker AS place"
    " FROM snippets AS n LEFT JOIN sources AS s ON s.key = n.source"
    " WHERE n.retired = 0 AND coalesce(s.retired, 0) = 0",
    "CREATE VIEW search_passages AS SELECT p.id, p.source AS source_key, 'passage' AS kind,"
    " CASE p.ref WHEN '' THEN '[]' ELSE json_array(p.ref) END AS questions,"
    f" '' AS claim, p.text, '' AS tags, {_SOURCE_WORDS},"
    " p.locator || ' ' || p.question AS place, p.document"
    " FROM passages AS p JOIN documents AS d ON d.id = p.document"
    " LEFT JOIN sources AS s ON s.key = p.source"
    " WHERE d.state = 'accepted' AND coalesce(s.retired, 0) = 0",
)


def _fill(view: str, rows: str = "1", documents: str = "1") -> str:
    """Return the statements that put rows of a view into the index: ``rows`` chooses them among
    those of the view, ``documents`` the same ones once they are among the documents.
    """
    return (
        "INSERT INTO search_documents (piece, source, kind)"
        f" SELECT r.id, r.source_key, r.kind FROM {view} AS r WHERE {rows};"
        " INSERT INTO search_text (rowid, claim, text, tags, source, place)"
        " SELECT d.doc, r.claim, r.text, r.tags, r.source, r.place"
        f" FROM search_documents AS d JOIN {view} AS r ON r.id = d.piece WHERE {documents};"
        " INSERT OR IGNORE INTO search_questions (doc, ref) SELECT d.doc, q.value"
        f" FROM search_documents AS d JOIN {view} AS r ON r.id = d.piece,"
        f" json_each(r.questions) AS q WHERE {documents};"
    )


def _remove(documents: str) -> str:
    """Return the statements that take out what this condition on ``search_documents`` chooses."""
    chosen = f"(SELECT doc FROM search_documents WHERE {documents})"
    return (
        f"DELETE FROM search_text WHERE rowid IN {chosen};"
        f" DELETE FROM search_questions WHERE doc IN {chosen};"
        f" DELETE FROM search_documents WHERE {documents};"
    )


_ALL_SNIPPETS = _fill("search_snippets", documents="d.kind <> 'passage'")
_ALL_PASSAGES = _fill("search_passages", documents="d.kind = 'passage'")
_REBUILD = (
    "DELETE FROM search_questions",
    "DELETE FROM search_documents",
    "DELETE FROM search_text",
    "DELETE FROM search_asked",
    "INSERT INTO search_asked (rowid, question) SELECT id, question FROM past_answers",
    *filter(str.strip, f"{_ALL_SNIPPETS}{_ALL_PASSAGES}".split(";")),
    "INSERT INTO search_text (search_text) VALUES ('optimize')",
)

_REMOVE_OLD = _remove("piece = OLD.id")
# Removing first makes adding harmless when a row is replaced without a deletion being announced.
_PUT_SNIPPET = (
    f"{_remove('piece = NEW.id')} {_fill('search_snippets', 'r.id = NEW.id', 'd.piece = NEW.id')}"
)
_PUT_PASSAGE = (
    f"{_remove('piece = NEW.id')} {_fill('search_passages', 'r.id = NEW.id', 'd.piece = NEW.id')}"
)
_OF_DOCUMENT = "piece IN (SELECT id FROM passages WHERE document = NEW.id)"
_PUT_DOCUMENT = _remove(_OF_DOCUMENT) + _fill(
    "search_passages", "r.document = NEW.id", f"d.{_OF_DOCUMENT}"
)
_PUT_SOURCE = (
    _remove("source = NEW.key")
    + _fill("search_snippets", "r.source_key = NEW.key", "d.source = NEW.key")
    + _fill("search_passages", "r.source_key = NEW.key", "d.source = NEW.key")
)
# While an import is being taken in, its passages are none of the index's business yet.
_IS_OFFERED = "(SELECT state FROM documents WHERE id = NEW.document) = 'accepted'"
_TRIGGERS = (
    f"CREATE TRIGGER search_snippet_added AFTER INSERT ON snippets BEGIN {_PUT_SNIPPET} END",
    "CREATE TRIGGER search_snippet_changed AFTER UPDATE ON snippets"
    f" BEGIN {_REMOVE_OLD} {_PUT_SNIPPET} END",
    f"CREATE TRIGGER search_snippet_removed AFTER DELETE ON snippets BEGIN {_REMOVE_OLD} END",
    f"CREATE TRIGGER search_passage_added AFTER INSERT ON passages WHEN {_IS_OFFERED}"
    f" BEGIN {_PUT_PASSAGE} END",
    "CREATE TRIGGER search_passage_changed AFTER UPDATE OF"
    " id, source, document, text, locator, question, ref ON passages"
    f" BEGIN {_REMOVE_OLD} {_PUT_PASSAGE} END",
    f"CREATE TRIGGER search_passage_removed AFTER DELETE ON passages BEGIN {_REMOVE_OLD} END",
    "CREATE TRIGGER search_answer_added AFTER INSERT ON past_answers BEGIN"
    " INSERT INTO search_asked (rowid, question) VALUES (NEW.id, NEW.question); END",
    "CREATE TRIGGER search_answer_removed AFTER DELETE ON past_answers BEGIN"
    " DELETE FROM search_asked WHERE rowid = OLD.id; END",
    # All the passages of an import come and go with its state, in one statement.
    "CREATE TRIGGER search_document_moved AFTER UPDATE OF state ON documents"
    f" WHEN OLD.state IS NOT NEW.state BEGIN {_PUT_DOCUMENT} END",
    "CREATE TRIGGER search_source_changed AFTER UPDATE OF title, author, body, short ON sources"
    " WHEN OLD.title IS NOT NEW.title OR OLD.author IS NOT NEW.author"
    " OR OLD.body IS NOT NEW.body OR OLD.short IS NOT NEW.short BEGIN"
    " UPDATE search_text SET source ="
    " NEW.title || ' ' || NEW.author || ' ' || NEW.body || ' ' || NEW.short"
    " WHERE rowid IN (SELECT doc FROM search_documents WHERE source = NEW.key); END",
    "CREATE TRIGGER search_source_moved AFTER UPDATE OF retired ON sources"
    f" WHEN OLD.retired IS NOT NEW.retired BEGIN {_PUT_SOURCE} END",
)


def create(db: Database) -> None:
    """Make the index in the place of the first version's and fill it from the rows.

    From then on triggers keep it in step with every insertion, change, retirement and deletion.
    """
    for statement in (*_FIRST, *_TABLES, *_TRIGGERS):
        db.execute(statement)
    rebuild(db)


def rebuild(db: Database) -> None:
    """Derive the whole index again from the rows, in one transaction."""
    with db.atomic():
        for statement in _REBUILD:
            db.execute(statement)
