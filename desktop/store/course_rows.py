"""Courses, what learners did in them and what trainers said of it: reading them, and the rows of
their Edits.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desktop.core import learning_course_edits as course_edits
from desktop.core.characters import safe_characters
from desktop.core.commenting import Anchor, BankComment, Comment
from desktop.core.learning import FROM, Work, WorkKind
from desktop.core.learning_course_edits import KeptWork
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.reading_courses import REMOVED
from desktop.store.writing import row_changes


@dataclass(frozen=True, slots=True)
class KeptCourse:
    """A Course as a workspace keeps it: the text of its file, and where that is from."""

    id: str
    text: str
    added: datetime
    origin: str


def courses(db: Database) -> list[KeptCourse]:
    """Return the Courses that are kept here, in the order in which they were added."""
    return [kept for kept in _courses(db) if kept.origin != REMOVED]


def removed_courses(db: Database) -> list[KeptCourse]:
    """Return the Courses that were removed, but are kept to read what was collected of them."""
    return [kept for kept in _courses(db) if kept.origin == REMOVED]


def _courses(db: Database) -> list[KeptCourse]:
    found = db.query("SELECT * FROM courses ORDER BY added, id")
    return [KeptCourse(**{**row, "added": datetime.fromisoformat(row["added"])}) for row in found]


def works(db: Database) -> dict[tuple[WorkKind, str], Work]:
    """Return what a learner did (in a trainer's workspace: the marks that were given)."""
    found = db.query("SELECT * FROM learning ORDER BY rowid")
    return {(work.kind, work.item): work for work in map(_work, found)}


def collected(db: Database, course: str = "") -> Iterator[KeptWork]:
    """Yield what learners handed in, of one Course or of all, by name."""
    found = db.query(
        "SELECT * FROM collected WHERE :course IN ('', course) "
        "ORDER BY name COLLATE NOCASE, collected, id",
        {"course": course},
    )
    yield from map(_kept_work, found)


def collected_ids(db: Database) -> frozenset[str]:
    """Return the ids of what learners handed in."""
    return frozenset(key for (key,) in db.execute("SELECT id FROM collected"))


def collected_digest(db: Database, key: str) -> str:
    """Return what tells what one learner handed in from everything else, "" where it is gone."""
    found = db.execute("SELECT digest FROM collected WHERE id = ?", [key]).fetchone()
    return found[0] if found else ""


def collected_work(db: Database, key: str) -> KeptWork | None:
    """Return what one learner handed in, or None."""
    found = next(iter(db.query("SELECT * FROM collected WHERE id = ?", [key])), None)
    return _kept_work(found) if found else None


def comments(db: Database, on: str = "") -> list[Comment]:
    """Return the Comments on what was collected ("" = on the words here), by place."""
    found = db.query(
        "SELECT * FROM comments WHERE collected = ? ORDER BY part, start, written, id", [on]
    )
    return [_comment(row) for row in found]


def comment_counts(db: Database) -> dict[str, int]:
    """Return how many Comments there are on what was collected, where there are any."""
    return dict(
        db.execute("SELECT collected, count(*) FROM comments GROUP BY collected").fetchall()
    )


def written_as(db: Database, author: str) -> int:
    """Return how many Comments on what was collected were written under a name."""
    sql = "SELECT count(*) FROM comments WHERE collected <> '' AND author = ?"
    return db.execute(sql, [author]).fetchone()[0]


def bank(db: Database) -> list[BankComment]:
    """Return the trainer's bank of comments, the most used first."""
    found = db.query("SELECT * FROM comment_bank ORDER BY used DESC, text COLLATE NOCASE, id")
    return [BankComment(**row) for row in found]


def _work(row: dict[str, Any]) -> Work:
    changed = datetime.fromisoformat(row["changed"])
    return Work(WorkKind(row["kind"]), row["item"], json.loads(row["data"]), changed)


def _kept_work(row: dict[str, Any]) -> KeptWork:
    return KeptWork(
        row["id"],
        row["course"],
        row["name"],
        row["digest"],
        row["data"],
        datetime.fromisoformat(row["collected"]),
    )


def _comment(row: dict[str, Any]) -> Comment:
    anchor = Anchor(row["part"], row["quote"], row["start"], row["before"], row["after"])
    written = datetime.fromisoformat(row["written"])
    return Comment(row["id"], anchor, row["text"], row["author"], written)


def _work_change(db: Database, work: Work) -> list[RowChange]:
    key = {"kind": work.kind.value, "item": safe_characters(work.item)}
    if not work.data:
        return [RowChange("learning", key, None)]
    data = json.dumps(dict(work.data), ensure_ascii=False, sort_keys=True)
    sql = "SELECT data FROM learning WHERE kind = :kind AND item = :item"
    standing = db.execute(sql, key).fetchone()
    if standing is not None and standing[0] == data:
        return []  # a new time alone is no step that a person would want to take back
    values = {"data": data, "changed": work.changed.isoformat()}
    return [RowChange("learning", key, {**key, **values})]


def _comment_change(comment: Comment, on: str) -> RowChange:
    anchor = comment.anchor
    row = {
        "id": comment.id,
        "collected": on,
        "part": anchor.part,
        "quote": anchor.quote,
        "start": anchor.start,
        "before": anchor.before,
        "after": anchor.after,
        "text": comment.text,
        "author": comment.author,
        "written": comment.written.isoformat(),
    }
    return RowChange("comments", {"id": comment.id}, row)


@row_changes.register
def _(edit: course_edits.SetWork, db: Database) -> list[RowChange]:
    return _work_change(db, edit.work)


@row_changes.register
def _(edit: course_edits.NoteSent, db: Database) -> list[RowChange]:
    return [change for work in edit.works for change in _work_change(db, work)]


@row_changes.register
def _(edit: course_edits.AddCourse, _db: Database) -> list[RowChange]:
    row = {
        "id": edit.course,
        "text": edit.text,
        "added": edit.added.isoformat(),
        "origin": edit.origin,
    }
    return [RowChange("courses", {"id": edit.course}, row)]


@row_changes.register
def _(edit: course_edits.RemoveCourse, db: Database) -> list[RowChange]:
    # One that is kept to read what was collected by goes with the last work of it.
    gone = {kept.id for kept in removed_courses(db)}
    return [] if edit.course in gone else [RowChange("courses", {"id": edit.course}, None)]


@row_changes.register
def _(edit: course_edits.KeepWork, _db: Database) -> list[RowChange]:
    return _kept_changes(edit.works)


@row_changes.register
def _(edit: course_edits.ReplaceWork, _db: Database) -> list[RowChange]:
    return _kept_changes(edit.works)


@row_changes.register
def _(edit: course_edits.RenameWork, db: Database) -> list[RowChange]:
    work = collected_work(db, edit.collected)
    return _kept_changes((replace(work, name=edit.called),)) if work else []


def _kept_changes(works: Iterable[KeptWork]) -> list[RowChange]:
    return [
        RowChange(
            "collected",
            {"id": work.id},
            {
                "id": work.id,
                "course": work.course,
                "name": work.name,
                "digest": work.digest,
                "data": work.text,
                "collected": work.collected.isoformat(),
            },
        )
        for work in works
    ]


@row_changes.register
def _(edit: course_edits.ForgetWork, db: Database) -> list[RowChange]:
    gone = [change for work in edit.collected for change in _forgotten(work, db)]
    left = {work.course for work in collected(db) if work.id not in edit.collected}
    # With the last work of it, nothing is to be read by a course that was removed.
    unread = [kept.id for kept in removed_courses(db) if kept.id not in left]
    return [*gone, *(RowChange("courses", {"id": key}, None) for key in unread)]


def _forgotten(work: str, db: Database) -> list[RowChange]:
    on = db.execute("SELECT id FROM comments WHERE collected = ?", [work]).fetchall()
    sql = "SELECT kind, item FROM learning WHERE substr(item, 1, length(:on)) = :on"
    marks = db.execute(sql, {"on": f"{work}/"}).fetchall()
    return [
        *(RowChange("comments", {"id": key}, None) for (key,) in on),
        *(RowChange("learning", {"kind": kind, "item": item}, None) for kind, item in marks),
        RowChange("collected", {"id": work}, None),
    ]


@row_changes.register
def _(edit: course_edits.SaveComment, _db: Database) -> list[RowChange]:
    return [_comment_change(edit.comment, edit.collected)]


@row_changes.register
def _(edit: course_edits.SignComments, db: Database) -> list[RowChange]:
    sql = "SELECT * FROM comments WHERE collected <> '' AND author = ?"
    return [
        RowChange("comments", {"id": row["id"]}, {**row, "author": edit.author})
        for row in db.query(sql, [edit.before])
    ]


@row_changes.register
def _(edit: course_edits.RemoveComment, _db: Database) -> list[RowChange]:
    return [RowChange("comments", {"id": edit.comment}, None)]


@row_changes.register
def _(edit: course_edits.TakeComments, db: Database) -> list[RowChange]:
    # Named after what they are on, so that a trainer who tries this alone keeps their own as well.
    start = f"{edit.source or edit.work}/"
    taken = [replace(each, id=f"{start}{each.id}") for each in edit.comments]
    there = {each.id for each in taken}
    return [
        *(RowChange("comments", {"id": key}, None) for key in _came(edit, db) if key not in there),
        *(_comment_change(each, "") for each in taken),
        *_marks_taken(edit, db),
    ]


def _came(edit: course_edits.TakeComments, db: Database) -> Iterator[str]:
    """Yield the ids of the Comments that came from where these do."""
    again = {each.id for each in edit.comments}
    by = {edit.by, *(each.author for each in edit.comments)}
    said = db.execute("SELECT id, author FROM comments WHERE collected = ''").fetchall()
    for key, author in said:
        same = bool(edit.source) and key.startswith(f"{edit.source}/")
        # Files of older versions know the trainer by the name alone. One of their Comments that
        # comes again on newer work, or in a file of this version, is the same one.
        alike = key.startswith(f"{edit.work}/") or key.rpartition("/")[2] in again
        if same or (author in by and alike):
            yield key


def _marks_taken(edit: course_edits.TakeComments, db: Database) -> list[RowChange]:
    """Return the trainer's column as it comes, without what the same trainer has taken back."""
    if not edit.source:
        return [change for mark in edit.marks for change in _work_change(db, mark)]
    # There is one column, whoever fills it in: each mark says whose it is.
    marks = [
        replace(mark, data={**mark.data, FROM: edit.source} if mark.data else {})
        for mark in edit.marks
    ]
    there = {mark.item for mark in marks}
    sql = "SELECT item, data FROM learning WHERE kind = ?"
    kept = db.execute(sql, [WorkKind.RUBRIC.value]).fetchall()
    gone = (
        item
        for item, data in kept
        if item not in there and json.loads(data).get(FROM) == edit.source
    )
    return [
        *(
            RowChange("learning", {"kind": WorkKind.RUBRIC.value, "item": item}, None)
            for item in gone
        ),
        *(change for mark in marks for change in _work_change(db, mark)),
    ]


@row_changes.register
def _(edit: course_edits.SaveBankComment, _db: Database) -> list[RowChange]:
    kept = edit.kept
    row = {"id": kept.id, "text": kept.text, "used": kept.used}
    return [RowChange("comment_bank", {"id": kept.id}, row)]


@row_changes.register
def _(edit: course_edits.RemoveBankComment, _db: Database) -> list[RowChange]:
    return [RowChange("comment_bank", {"id": edit.kept}, None)]
