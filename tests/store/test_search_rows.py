"""What the search index is told is what the rows say, after whatever has been done to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import edits, intake_edits, library_edits
from desktop.core.edits import WORKSPACE_SCOPE, Edit
from desktop.core.evidence import Origin, Passage, Snippet, SnippetKind, Source, SourceKind
from desktop.core.search import Entry, Found
from desktop.errors import WorkspaceError
from desktop.store import journal, packs_table, search_rows, writing
from desktop.store.connection import open_reader, open_workspace
from desktop.store.database import Database
from desktop.store.imports import accepting, reading
from desktop.store.imports.adding import NewImport, add
from desktop.store.migrations import workspace as migrations
from tests.support.imported import understood

NOW = datetime(2026, 11, 27, 9, 0)  # noqa: DTZ001
SURVEY = Source("survey", "Fernbrook survey", author="Ada Finch", date="2010")
HALLS = Source("halls", "Our answer on halls", kind=SourceKind.PAST_RESPONSE, date="2019-03")


def snippet(key: str, text: str = "Buses ran", **changes: Any) -> Snippet:
    plain = Snippet(key, SURVEY.key, "", text, SnippetKind.ARGUMENT, "p. 1")
    return replace(plain, **changes)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.consultee"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    opened = open_workspace(path)
    put(opened)
    yield opened
    opened.close()


def put(db: Database, *snippets: Snippet, source: Source = SURVEY) -> None:
    """Bring in a pack as the program does: rows are inserted or updated, missing ones retired."""
    with db.atomic():
        packs_table.put_evidence(db, "pack", source, snippets, ())


def add_document(db: Database, key: str) -> None:
    with db.atomic():
        add(db, NewImport(key, f"{key}.txt", "", key, understood(), NOW))


def accept(db: Database, key: str, *texts: str, source: Source = HALLS) -> None:
    taken = [
        accepting.TakenPassage(
            Passage(f"{key}:{n}", "", key, n, text, f"page {n}", "1", "Halls?", "x#1"), "b0", "b0"
        )
        for n, text in enumerate(texts)
    ]
    accepting.accept(db, reading.document(db, key), source, taken, ())


def everything(db: Database) -> dict[str, Entry]:
    return {entry.id: entry for entry in search_rows.entries(db)}


def test_a_snippet_is_told_with_all_that_it_can_be_found_by(db: Database) -> None:
    put(
        db,
        snippet(
            "a",
            claim="Buses matter.",
            tags=("rural transport", "buses"),
            questions=("x#1", "*"),
            speaker="A councillor",
        ),
    )
    assert everything(db) == {
        "a": Entry(
            id="a",
            source="survey",
            kind="argument",
            claim="Buses matter.",
            text="Buses ran",
            tags="rural transport, buses",
            place="p. 1 A councillor",
            about="Fernbrook survey Ada Finch  ",
            questions=("x#1", "*"),
            date="2010",
        )
    }


def test_a_passage_is_told_with_its_question_its_file_and_whose_it_is(db: Database) -> None:
    add_document(db, "d")
    accept(db, "d", "Halls close.")
    (entry,) = everything(db).values()
    assert entry == Entry(
        id="d:0",
        source=entry.source,
        kind="passage",
        text="Halls close.",
        asked="Halls?",
        place="page 0",
        about="Our answer on halls   ",
        questions=("x#1",),
        document="d",
        likeness="d:0",
        own=True,
        date="2019-03",
    )


def test_what_is_not_offered_is_not_told(db: Database) -> None:
    put(db, snippet("a"), snippet("b"))
    add_document(db, "d")
    accept(db, "d", "Halls close.")
    assert set(everything(db)) == {"a", "b", "d:0"}
    put(db, snippet("b"))
    assert set(everything(db)) == {"b", "d:0"}
    db.execute("UPDATE documents SET state = 'binned'")
    assert set(everything(db)) == {"b"}
    db.execute("UPDATE sources SET retired = 1")
    assert everything(db) == {}


def test_only_what_is_asked_for_is_told(db: Database) -> None:
    put(db, snippet("a"), snippet("b"))
    assert [entry.id for entry in search_rows.entries(db, {"b", "unknown"})] == ["b"]
    assert list(search_rows.entries(db, ())) == []


def test_a_change_has_a_later_number_and_nothing_else_has(db: Database) -> None:
    assert search_rows.latest(db) == 0
    put(db, snippet("a"), snippet("b"))
    before = search_rows.latest(db)
    assert search_rows.changed_since(db, before) == set()
    db.execute("UPDATE snippets SET text = 'Trains ran' WHERE id = 'a'")
    db.execute("UPDATE snippets SET owner = 'Ada Finch', review_by = '2027-01-04'")
    assert search_rows.changed_since(db, before) == {"a"}
    db.execute("DELETE FROM snippets WHERE id = 'b'")
    assert search_rows.changed_since(db, before) == {"a", "b"}


def test_a_backup_that_is_put_back_is_told_from_what_it_replaces(db: Database, path: Path) -> None:
    put(db, snippet("a"), snippet("b"))
    copy = path.with_name("copy.consultee")
    with closing(sqlite3.connect(copy)) as backup:
        db.conn.backup(backup)
    db.execute("UPDATE snippets SET text = 'Trains ran' WHERE id = 'a'")
    with closing(open_workspace(copy)) as restored:
        restored.execute("UPDATE snippets SET text = 'Trams ran' WHERE id = 'a'")
        here, there = search_rows.stamps(db), search_rows.stamps(restored)
        assert search_rows.latest(db) == search_rows.latest(restored)
    assert {key for key in here if here[key] != there[key]} == {"a"}


def test_a_reader_is_told_of_what_is_written_beside_it(db: Database, path: Path) -> None:
    put(db, snippet("a"))
    with closing(open_reader(path)) as reader:
        seen = search_rows.latest(reader)
        put(db, snippet("a"), snippet("b"))
        assert "b" in search_rows.changed_since(reader, seen)
        assert set(search_rows.stamps(reader)) == {"a", "b"}
        assert [entry.id for entry in search_rows.entries(reader, {"b"})] == ["b"]
        assert set(search_rows.pieces(reader, ["a", "b"])) == {"a", "b"}
        assert search_rows.likes_of(reader, "a") == []


def test_pieces_come_with_their_source_and_what_they_answered(db: Database) -> None:
    put(db, snippet("a"))
    add_document(db, "d")
    db.execute("INSERT INTO consultations VALUES ('c', 'Village halls', '{}', '')")
    db.execute("UPDATE documents SET consultation = 'c'")
    accept(db, "d", "Halls close.")
    found = search_rows.pieces(db, ["a", "d:0", "unknown"])
    assert found["a"] == Found(snippet("a"), SURVEY)
    passage = found["d:0"].piece
    assert isinstance(passage, Passage)
    assert (passage.text, passage.number, found["d:0"].answered) == (
        "Halls close.",
        "1",
        "Village halls",
    )
    assert found["d:0"].source.title == HALLS.title
    assert len(found) == 2


def test_a_piece_that_is_no_longer_offered_is_not_given(db: Database) -> None:
    put(db, snippet("a"))
    put(db)
    assert search_rows.pieces(db, ["a"]) == {}


def test_passages_that_say_the_same_are_counted_and_listed_newest_first(db: Database) -> None:
    same = "Halls in Fernbrook are kept open by people who give four hours a week each."
    for key, year in (("d", "2015"), ("e", "2019"), ("f", "2017"), ("g", "2011")):
        add_document(db, key)
        accept(db, key, same, source=replace(HALLS, key=key, date=year))
    db.execute("UPDATE documents SET state = 'binned' WHERE id = 'g'")
    found = search_rows.pieces(db, ["d:0"])["d:0"].piece
    assert isinstance(found, Passage)
    assert found.likes == 2
    assert [passage.id for passage in search_rows.likes_of(db, "d:0")] == ["e:0", "f:0"]


KEYS = st.sampled_from(["a", "b", "c"])
WORDS = st.sampled_from(["cuts", "buses", 'say "no"', "Llŷn", ""])
Step = tuple[str, str, str]


def doing(step: Step) -> Edit | None:
    """Return the Edit of a step; None if it is something else."""
    name, key, word = step
    made: dict[str, Callable[[], Edit]] = {
        "save": lambda: edits.SaveSnippet(snippet(key, word, tags=(word,))),
        "move": lambda: edits.SaveSnippet(snippet(key, word, source=HALLS.key)),
        "retire": lambda: library_edits.RetireSnippets((key, "a"), True),
        "revive": lambda: edits.RetireSnippet(key, False),
        "merge": lambda: library_edits.MergeSnippets(snippet(key, word), ("a", "b")),
        "tag": lambda: library_edits.TagSnippets((key,), (word,), ("buses",)),
        "own": lambda: library_edits.SetOwner((key,), word),
        "rename": lambda: edits.SaveSource(replace(SURVEY, title=word)),
        "redate": lambda: edits.SaveSource(replace(HALLS, date="2020", title=word)),
        "withdraw": lambda: library_edits.RetireSource(SURVEY.key, True),
        "return": lambda: library_edits.RetireSource(SURVEY.key, False),
        "take": lambda: library_edits.TakePack((SURVEY,), (snippet(key, word),)),
        "bin": lambda: intake_edits.BinDocuments((key,)),
        "unbin": lambda: intake_edits.RestoreDocuments((key,)),
    }
    return made[name]() if name in made else None


EDITS = ("save", "move", "retire", "revive", "merge", "tag", "own", "rename", "redate", "withdraw")
MORE = ("return", "take", "bin", "unbin", "undo", "redo", "pack", "accept", "review")
MEDDLING = ("delete", "renumber", "replace")
STEPS = st.tuples(st.sampled_from([*EDITS, *MORE, *MEDDLING, "accept", "accept"]), KEYS, WORDS)


def take(db: Database, step: Step, now: datetime) -> None:
    name, key, word = step
    edit = doing(step)
    if edit is not None:
        writing.apply(db, edit, now)
    elif name in ("undo", "redo"):
        (journal.undo if name == "undo" else journal.redo)(db, WORKSPACE_SCOPE)
    elif name == "pack":
        put(db, snippet(key, word, origin=Origin.BUILT_IN), source=replace(SURVEY, body=word))
    elif name == "accept":
        accept(db, key, word, "Halls close.")
    elif name == "review":
        accepting.take_back(db, key)
    else:
        meddle(db, name, key, word)


def meddle(db: Database, name: str, key: str, word: str) -> None:
    """Change rows as no Edit does: the triggers know of no Edits."""
    if name == "replace":
        table, column = {"a": ("sources", "title"), "b": ("snippets", "text")}.get(
            key, ("passages", "text")
        )
        for row in list(db.query(f"SELECT * FROM {table}")):
            values = ", ".join(f":{name}" for name in row)
            db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({values})", {**row, column: word})
    elif name == "delete":
        db.execute("DELETE FROM snippets WHERE id = ?", [key])
        db.execute("DELETE FROM passages")
        db.execute("DELETE FROM likenesses")
    elif name == "renumber":
        db.execute("UPDATE OR IGNORE snippets SET id = ? WHERE id = 'a'", [key])
        db.execute("UPDATE passages SET likeness = ?", [key])


@cache
def _prepared() -> sqlite3.Connection:
    """Lay out a workspace with three files that wait, once for all examples."""
    db = Database(sqlite3.connect(":memory:"))
    migrations.apply(db.tables())
    put(db, source=HALLS)
    put(db, snippet("a", "cuts"), snippet("b"))
    for key in ("a", "b", "c"):
        add_document(db, key)
    return db.conn


@contextmanager
def copied() -> Iterator[Database]:
    with closing(sqlite3.connect(":memory:")) as connection:
        _prepared().backup(connection)
        db = Database(connection)
        db.execute("PRAGMA foreign_keys = ON")
        # Off, so that replacing a row announces no deletion: no trigger may need one.
        db.execute("PRAGMA recursive_triggers = OFF")
        yield db


@given(st.lists(st.tuples(STEPS, st.booleans()), min_size=4, max_size=25))
def test_what_has_changed_put_over_what_was_there_is_always_what_is_there(
    steps: list[tuple[Step, bool]],
) -> None:
    minutes = count()
    with copied() as db:
        known, seen = everything(db), search_rows.latest(db)
        stamps = search_rows.stamps(db)
        for step, looks in [*steps, (("undo", "a", ""), True)]:
            with suppress(WorkspaceError):
                take(db, step, NOW + timedelta(minutes=2 * next(minutes)))
            if not looks:
                continue
            touched = search_rows.changed_since(db, seen)
            fresh = {entry.id: entry for entry in search_rows.entries(db, touched)}
            known = {key: known[key] for key in known.keys() - touched} | fresh
            assert known == everything(db)
            now = search_rows.stamps(db)
            assert {key for key in now if now[key] != stamps.get(key)} == touched
            assert stamps.keys() <= now.keys()
            seen, stamps = search_rows.latest(db), now


def test_the_wording_of_past_questions_is_kept_in_step(db: Database) -> None:
    add_document(db, "a")
    answer = {"document": "a", "number": "1", "question": "Halls?", "ref": "", "text": "Yes."}
    db.insert("past_answers", {**answer, "locator": "page 1"})
    asked = "SELECT rowid, question FROM search_asked"
    assert db.execute(asked).fetchall() == [(1, "Halls?")]
    db.execute("DELETE FROM past_answers")
    assert db.execute(asked).fetchall() == []
