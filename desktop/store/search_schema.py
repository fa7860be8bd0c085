"""What the workspace keeps for searching: when each piece last changed, and the words of questions.

The index itself is no part of the file: it is built in memory from the rows (see ``search_rows``).
``search_pieces`` lets it catch up. Triggers give the id of every Snippet and Passage whose entry
may have changed the next sequence number, and a random ``stamp``: the same number may come again
in a backup that was put back or in a copy of the file, the same stamp will not. An id that has gone
keeps its row, for the index to learn of it.

``search_asked`` holds the wording of the questions that past responses answered.
"""

from __future__ import annotations

from desktop.store.database import Database

_ABOUT = "s.title || ' ' || s.author || ' ' || s.body || ' ' || s.short AS about"
_EARLIER = (
    "DROP TRIGGER IF EXISTS search_snippet_added",
    "DROP TRIGGER IF EXISTS search_snippet_changed",
    "DROP TRIGGER IF EXISTS search_snippet_removed",
    "DROP TRIGGER IF EXISTS search_passage_added",
    "DROP TRIGGER IF EXISTS search_passage_changed",
    "DROP TRIGGER IF EXISTS search_passage_removed",
    "DROP TRIGGER IF EXISTS search_document_moved",
    "DROP TRIGGER IF EXISTS search_source_changed",
    "DROP TRIGGER IF EXISTS search_source_moved",
    "DROP VIEW IF EXISTS search_rows",
    "DROP VIEW IF EXISTS search_snippets",
    "DROP VIEW IF EXISTS search_passages",
    "DROP TABLE IF EXISTS search_documents",
    "DROP TABLE IF EXISTS search_questions",
    "DROP TABLE IF EXISTS search_text",
)
_ASKED = (
    "CREATE VIRTUAL TABLE search_asked USING fts5(question,"
    " tokenize = 'porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER search_answer_added AFTER INSERT ON past_answers BEGIN"
    " INSERT INTO search_asked (rowid, question) VALUES (NEW.id, NEW.question); END",
    "CREATE TRIGGER search_answer_removed AFTER DELETE ON past_answers BEGIN"
    " DELETE FROM search_asked WHERE rowid = OLD.id; END",
)
_PIECES = (
    "CREATE TABLE search_pieces (piece TEXT PRIMARY KEY, seq INTEGER NOT NULL,"
    " stamp INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX search_pieces_seq ON search_pieces (seq)",
    # What is offered, said once for the index and for whoever asks whether a piece is.
    "CREATE VIEW search_snippets AS SELECT n.id, n.source, n.kind, n.claim, n.text, n.tags,"
    f" n.locator, n.speaker, {_ABOUT}, n.questions, n.origin = 'own' AS own, s.date"
    " FROM snippets AS n JOIN sources AS s ON s.key = n.source"
    " WHERE n.retired = 0 AND s.retired = 0",
    "CREATE VIEW search_passages AS SELECT p.id, p.source, p.text, p.question, p.locator,"
    f" {_ABOUT}, p.ref, p.document, p.position, p.likeness,"
    " s.kind = 'past-response' AS own, s.date"
    " FROM passages AS p JOIN documents AS d ON d.id = p.document"
    " JOIN sources AS s ON s.key = p.source"
    " WHERE d.state = 'accepted' AND s.retired = 0",
)
_OF_SOURCE = (
    "SELECT id FROM snippets WHERE source = NEW.key"
    " UNION ALL SELECT id FROM passages WHERE source = NEW.key"
)
_OF_DOCUMENT = "SELECT id FROM passages WHERE document = NEW.id"
_SNIPPET_COLUMNS = (
    "id, source, claim, text, kind, locator, tags, questions, speaker, origin, retired"
)
# While an import is being taken in, its passages are none of the index's business yet.
_IS_OFFERED = "(SELECT state FROM documents WHERE id = NEW.document) = 'accepted'"


def _touch(ids: str) -> str:
    """Return the statement that stamps the pieces which this query gives the ids of.

    No INSERT OR REPLACE: in a trigger the conflict clause of the statement that fired it counts.
    """
    return (
        "INSERT INTO search_pieces (piece, seq, stamp) SELECT id,"
        f" (SELECT coalesce(max(seq), 0) + 1 FROM search_pieces), random() FROM ({ids}) WHERE 1"
        " ON CONFLICT (piece) DO UPDATE SET seq = excluded.seq, stamp = excluded.stamp;"
    )


def _trigger(name: str, when: str, ids: str) -> str:
    return f"CREATE TRIGGER search_{name} AFTER {when} BEGIN {_touch(ids)} END"


_OLD, _NEW = "SELECT OLD.id AS id", "SELECT NEW.id AS id"
_EITHER = f"{_OLD} UNION {_NEW}"
_TRIGGERS = (
    _trigger("snippet_added", "INSERT ON snippets", _NEW),
    _trigger("snippet_changed", f"UPDATE OF {_SNIPPET_COLUMNS} ON snippets", _EITHER),
    _trigger("snippet_removed", "DELETE ON snippets", _OLD),
    _trigger("passage_added", f"INSERT ON passages WHEN {_IS_OFFERED}", _NEW),
    _trigger("passage_changed", "UPDATE ON passages", _EITHER),
    _trigger("passage_removed", "DELETE ON passages", _OLD),
    # All the passages of an import come and go with its state, in one statement.
    _trigger(
        "document_moved",
        "UPDATE OF state ON documents WHEN OLD.state IS NOT NEW.state",
        _OF_DOCUMENT,
    ),
    # Also when a row is replaced without a change being announced.
    _trigger("source_added", "INSERT ON sources", _OF_SOURCE),
    _trigger(
        "source_changed",
        "UPDATE OF title, author, body, short, date, kind, retired ON sources"
        " WHEN OLD.title IS NOT NEW.title OR OLD.author IS NOT NEW.author"
        " OR OLD.body IS NOT NEW.body OR OLD.short IS NOT NEW.short OR OLD.date IS NOT NEW.date"
        " OR OLD.kind IS NOT NEW.kind OR OLD.retired IS NOT NEW.retired",
        _OF_SOURCE,
    ),
)


def create_asked(db: Database) -> None:
    """Keep the wording of past questions to be searched, from then on in step with its rows."""
    for statement in _ASKED:
        db.execute(statement)


def create_pieces(db: Database) -> None:
    """Have the changes of pieces noted, in the place of the full text that earlier versions kept of
    them; all that are there count as changed.
    """
    for statement in (*_EARLIER, *_PIECES, *_TRIGGERS):
        db.execute(statement)
    db.execute(_touch("SELECT id FROM snippets UNION ALL SELECT id FROM passages"))
