"""The search index inside the workspace: tables that triggers keep in step with Snippets and
Sources.

``search_documents`` gives each Snippet in use a number of its own (a row's own number may change
when the file is compacted), ``search_text`` holds its words, ``search_questions`` the Questions it
is tagged for, and ``search_words`` shows how many Snippets have a word. All of it can be derived
again from the rows at any time: ``rebuild``.

The words are kept a second time in ``search_text``. An index that only points at the rows would
make the file a third smaller and no faster, but a deletion that hands it other words than were put
in damages it without a sign.
"""

from __future__ import annotations

from sqlite_utils import Database

_TABLES = (
    "CREATE TABLE search_documents (doc INTEGER PRIMARY KEY, snippet TEXT NOT NULL UNIQUE,"
    " source TEXT NOT NULL, kind TEXT NOT NULL) STRICT",
    "CREATE INDEX search_documents_source ON search_documents (source)",
    "CREATE TABLE search_questions (doc INTEGER NOT NULL, ref TEXT NOT NULL,"
    " PRIMARY KEY (doc, ref)) STRICT, WITHOUT ROWID",
    "CREATE INDEX search_questions_ref ON search_questions (ref)",
    "CREATE VIRTUAL TABLE search_text USING fts5(claim, text, tags, source, place,"
    " tokenize = 'porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE search_words USING fts5vocab('search_text', 'row')",
)

# Removing first makes adding harmless when a row is replaced without a deletion being announced.
_REMOVE = (
    "DELETE FROM search_text WHERE rowid = (SELECT doc FROM search_documents WHERE snippet = {id});"
    " DELETE FROM search_questions"
    " WHERE doc = (SELECT doc FROM search_documents WHERE snippet = {id});"
    " DELETE FROM search_documents WHERE snippet = {id};"
)
_ADD = (
    " INSERT INTO search_documents (snippet, source, kind)"
    " SELECT NEW.id, NEW.source, NEW.kind WHERE NEW.retired = 0;"
    " INSERT INTO search_text (rowid, claim, text, tags, source, place)"
    " SELECT d.doc, NEW.claim, NEW.text, NEW.tags, coalesce(s.title || ' ' || s.author, ''),"
    " NEW.locator || ' ' || NEW.speaker"
    " FROM search_documents AS d LEFT JOIN sources AS s ON s.key = NEW.source"
    " WHERE d.snippet = NEW.id;"
    " INSERT OR IGNORE INTO search_questions (doc, ref)"
    " SELECT d.doc, q.value FROM search_documents AS d, json_each(NEW.questions) AS q"
    " WHERE d.snippet = NEW.id;"
)
_REMOVE_OLD = _REMOVE.format(id="OLD.id")
_REMOVE_NEW = _REMOVE.format(id="NEW.id")
_TRIGGERS = (
    f"CREATE TRIGGER search_snippet_added AFTER INSERT ON snippets BEGIN {_REMOVE_NEW} {_ADD} END",
    f"CREATE TRIGGER search_snippet_changed AFTER UPDATE ON snippets BEGIN"
    f" {_REMOVE_OLD} {_REMOVE_NEW} {_ADD} END",
    f"CREATE TRIGGER search_snippet_removed AFTER DELETE ON snippets BEGIN {_REMOVE_OLD} END",
    "CREATE TRIGGER search_source_changed AFTER UPDATE OF title, author ON sources"
    " WHEN OLD.title IS NOT NEW.title OR OLD.author IS NOT NEW.author BEGIN"
    " UPDATE search_text SET source = NEW.title || ' ' || NEW.author"
    " WHERE rowid IN (SELECT doc FROM search_documents WHERE source = NEW.key); END",
)

_REBUILD = (
    "DELETE FROM search_questions",
    "DELETE FROM search_documents",
    "DELETE FROM search_text",
    "INSERT INTO search_documents (snippet, source, kind)"
    " SELECT id, source, kind FROM snippets WHERE retired = 0",
    "INSERT INTO search_text (rowid, claim, text, tags, source, place)"
    " SELECT d.doc, n.claim, n.text, n.tags, coalesce(s.title || ' ' || s.author, ''),"
    " n.locator || ' ' || n.speaker"
    " FROM search_documents AS d JOIN snippets AS n ON n.id = d.snippet"
    " LEFT JOIN sources AS s ON s.key = n.source",
    "INSERT OR IGNORE INTO search_questions (doc, ref)"
    " SELECT d.doc, q.value FROM search_documents AS d JOIN snippets AS n ON n.id = d.snippet,"
    " json_each(n.questions) AS q",
    "INSERT INTO search_text (search_text) VALUES ('optimize')",
)


def create(db: Database) -> None:
    """Make the index over ``snippets`` and ``sources`` (both must be there) and fill it from their
    rows.

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
