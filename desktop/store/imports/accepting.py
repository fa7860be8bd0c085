"""Taking an import into the library, and taking it back out for another review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from desktop.core.characters import safe_characters
from desktop.core.evidence import Source
from desktop.core.imports import ImportedDocument, ImportState, TakenAnswer, TakenPassage
from desktop.core.intake_edits import import_scope
from desktop.errors import WorkspaceError
from desktop.store import evidence_rows
from desktop.store.database import Database
from desktop.store.imports import likeness
from desktop.store.imports.adding import free_key


def accept(
    db: Database,
    document: ImportedDocument,
    source: Source,
    passages: Sequence[TakenPassage],
    answers: Sequence[TakenAnswer],
) -> str:
    """Take an import into the library in one transaction; return the key of its Source.

    An import that it is a newer copy of is superseded: its passages are no longer offered, and
    stay for the answers that cite them. Raises WorkspaceError if it does not wait any more.
    """
    # Whatever takes long is done before the right to write is taken.
    alike = likeness.groups(db, [taken.passage for taken in passages])
    ids = [taken.passage.id for taken in passages]
    said = [answer_row(document.id, answer) for answer in answers]
    with db.atomic():
        _require_waiting(db, document.id)
        key = _put_source(db, document, source)
        _forget(db, document.id)
        entering = zip(passages, alike, strict=True)
        db.insert_all(
            "passages", [passage_row(taken, key, group) for taken, (group, _) in entering]
        )
        likeness.remember(db, zip(ids, (keys for _, keys in alike), strict=True))
        db.insert_all("past_answers", said)
        _tie_marks(db, document.id, passages)
        # The index follows the state: all the passages enter it at once.
        db.update("documents", document.id, {"state": ImportState.ACCEPTED.value, "source": key})
        db.update("documents", document.id, {"pieces": len(passages)})
        if document.updates:
            db.execute(
                "UPDATE documents SET state = 'superseded' WHERE id = ? AND state = 'accepted'",
                [document.updates],
            )
        db.execute("DELETE FROM journal WHERE scope = ?", [import_scope(document.id)])
    return key


def take_back(db: Database, document: str) -> bool:
    """Have an accepted import wait for its review again; tell whether it was accepted.

    Its Source stays, with the Snippets made of it. What it had superseded is back in the library.
    """
    with db.atomic():
        found = db.execute(
            "SELECT updates FROM documents WHERE id = ? AND state IN ('accepted', 'superseded')",
            [document],
        ).fetchone()
        if found is None:
            return False
        db.update("documents", document, {"state": ImportState.WAITING.value})
        _forget(db, document)
        db.execute(
            "UPDATE documents SET state = 'accepted' WHERE id = ? AND state = 'superseded'",
            [found[0]],
        )
    return True


def _forget(db: Database, document: str) -> None:
    likeness.forget(db, document)
    db.execute("DELETE FROM passages WHERE document = ?", [document])
    db.execute("DELETE FROM past_answers WHERE document = ?", [document])
    db.execute("UPDATE marks SET passage = '' WHERE document = ?", [document])


def _require_waiting(db: Database, document: str) -> None:
    found = db.execute("SELECT state FROM documents WHERE id = ?", [document]).fetchone()
    if found is None or found[0] != ImportState.WAITING:
        raise WorkspaceError(
            "This file does not wait for a review",
            "It is in the library already, in the bin, or gone.",
            "Look it up in the list of imports.",
        )


def _put_source(db: Database, document: ImportedDocument, source: Source) -> str:
    """Write the Source, or the new state of the one it was; return its key.

    What answers or Snippets already cite stays as it was: a changed copy of it is another Source.
    """
    key, found = _key(db, document)
    row = {**evidence_rows.source_row(source, pack=""), "key": key}
    if not found:
        db.insert("sources", row)
        return key
    if document.updates:
        for name in ("title", "author", "date", "kind"):
            db.execute(f"UPDATE sources SET [{name}] = ? WHERE key = ?", [row[name], key])
    db.execute("UPDATE sources SET retired = 0 WHERE key = ?", [key])
    return key


def _key(db: Database, document: ImportedDocument) -> tuple[str, bool]:
    """Return the key of the Source that an import becomes, and whether that Source is there.

    Snippets made of it while it waited have brought its Source already. A person may have said
    since it was added that it is, or is not, a newer copy of another.
    """
    sql = "SELECT key FROM sources WHERE key = ?"
    key, older = document.source, ""
    there = db.execute(sql, [key]).fetchone() is not None
    if document.updates:
        asked = [document.updates]
        older = db.execute("SELECT source FROM documents WHERE id = ?", asked).fetchone()[0]
        if not there and not is_cited(db, older):
            key, there = older, True
    shared = db.execute(
        "SELECT 1 FROM documents WHERE source = ? AND id <> ? AND state <> 'waiting'",
        [key, document.id],
    ).fetchone()
    if there and shared and (key != older or is_cited(db, key)):
        return free_key(db, key), False
    return key, there


def is_cited(db: Database, key: str) -> bool:
    """Tell whether a Snippet or an answer rests on a Source."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM snippets WHERE source = :key) OR EXISTS ("
        " SELECT 1 FROM answers WHERE body LIKE :plain OR body LIKE :placed)"
    )
    wanted = {"key": key, "plain": f"%[@{key}]%", "placed": f"%[@{key},%"}
    return bool(db.execute(sql, wanted).fetchone()[0])


def passage_row(taken: TakenPassage, source: str, group: str) -> dict[str, object]:
    """Return the row of a Passage of this Source, in its group of near-identical ones."""
    passage = taken.passage
    return {
        "id": passage.id,
        "document": passage.document,
        "source": source,
        "position": passage.position,
        "text": safe_characters(passage.text),
        "locator": safe_characters(passage.locator),
        "number": safe_characters(passage.number),
        "question": safe_characters(passage.question),
        "ref": passage.ref,
        "first": taken.first,
        "last": taken.last,
        "likeness": group,
    }


def answer_row(document: str, answer: TakenAnswer) -> dict[str, str]:
    """Return the row of a whole answer, but for its number."""
    values = {name: safe_characters(value) for name, value in asdict(answer).items()}
    return {"document": document, **values}


def _tie_marks(db: Database, document: str, passages: Sequence[TakenPassage]) -> None:
    db.execute_all(
        "UPDATE marks SET passage = ? WHERE document = ? AND id = ?",
        [(taken.passage.id, document, mark) for taken in passages for mark in taken.marks],
    )
