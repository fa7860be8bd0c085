"""The search index as the first version of the workspace had it: what m001 makes, never edited."""

from __future__ import annotations

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


def create(db: Database) -> None:
    """Make the index over ``snippets`` and ``sources`` and fill it from them."""
    for statement in (*_TABLES, *_TRIGGERS, *_REBUILD):
        db.execute(statement)
