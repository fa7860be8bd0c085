from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import Document, DocumentFormat
from desktop.core.evidence import Snippet, SnippetKind, Source, SourceKind
from desktop.core.search import Hit, Query, Term, Weights
from desktop.core.understanding import Understanding
from desktop.store import evidence_rows, packs_table, search_index, search_schema
from desktop.store.connection import open_reader, open_workspace
from desktop.store.database import Database
from desktop.store.imports.adding import NewImport, add
from desktop.store.search_index import SearchIndex

SURVEY = Source("survey", "Fernbrook survey", author="Ada Finch", date="2010")
EVERYWHERE = Weights(source=1.0, place=1.0)


def snippet(key: str, text: str, **changes: Any) -> Snippet:
    plain = Snippet(key, SURVEY.key, "", text, SnippetKind.ARGUMENT, "p. 1")
    return replace(plain, **changes)


def query(*words: str, prefix: str = "") -> Query:
    whole = tuple(Term(word, (word,)) for word in words)
    return Query((*whole, Term(prefix, (prefix,), prefix)) if prefix else whole, EVERYWHERE)


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


def search(db: Database, asked: Query, **narrowed: Any) -> list[Hit]:
    return SearchIndex(db).look_up(asked).search(asked, 10, **narrowed)


def found(db: Database, *words: str, **narrowed: Any) -> list[str]:
    return [hit.piece.id for hit in search(db, query(*words), **narrowed)]


def contents(db: Database) -> list[tuple[Any, ...]]:
    """Return what the index holds, without the numbers it happens to use for it."""
    text = db.execute(
        "SELECT d.piece, d.source, d.kind, t.claim, t.text, t.tags, t.source, t.place,"
        " (SELECT json_group_array(ref) FROM (SELECT ref FROM search_questions AS q"
        " WHERE q.doc = d.doc ORDER BY ref)) FROM search_documents AS d"
        " LEFT JOIN search_text AS t ON t.rowid = d.doc ORDER BY d.piece"
    ).fetchall()
    counts = [
        db.execute("SELECT count(*) FROM search_text").fetchone(),
        db.execute("SELECT count(*) FROM search_questions").fetchone(),
    ]
    return [*text, *counts]


def test_a_snippet_is_found_as_soon_as_it_is_there(db: Database) -> None:
    put(db, snippet("a", "Libraries closed"), snippet("b", "Buses ran"))
    assert found(db, "library") == ["a"]


def test_a_changed_snippet_is_found_by_its_new_words_only(db: Database) -> None:
    put(db, snippet("a", "Libraries closed"))
    put(db, snippet("a", "Buses ran"))
    assert found(db, "buses") == ["a"]
    assert found(db, "libraries") == []


def test_a_retired_snippet_is_not_offered_until_it_is_taken_back(db: Database) -> None:
    put(db, snippet("a", "Libraries closed", questions=("x#1",)))
    put(db)
    assert found(db, "libraries", ref="x#1") == []
    db.execute("UPDATE snippets SET retired = 0")
    assert found(db, "libraries") == ["a"]


def test_a_deleted_snippet_leaves_nothing_behind(db: Database) -> None:
    put(db, snippet("a", "Libraries closed", questions=("x#1",)))
    db.execute("DELETE FROM snippets")
    assert contents(db) == [(0,), (0,)]


def test_a_snippet_is_found_by_the_new_title_of_its_source(db: Database) -> None:
    put(db, snippet("a", "Libraries closed"))
    put(db, snippet("a", "Libraries closed"), source=replace(SURVEY, title="Thornley report"))
    assert found(db, "thornley") == ["a"]
    assert found(db, "fernbrook") == []


@pytest.mark.parametrize("word", ["finch", "p 1", "councillor", "transport", "survey"])
def test_a_snippet_is_found_by_author_place_speaker_and_tag(db: Database, word: str) -> None:
    put(db, snippet("a", "Buses ran", speaker="A councillor", tags=("rural transport",)))
    assert found(db, word) == ["a"]


def test_a_replaced_row_is_in_the_index_once(db: Database) -> None:
    put(db, snippet("a", "Libraries closed"))
    row = {**evidence_rows.snippet_row(snippet("a", "Buses ran"), "pack"), "retired": 0}
    db.execute("PRAGMA recursive_triggers = OFF")
    db.tables().table("snippets").insert(row, replace=True)
    assert found(db, "buses") == ["a"]
    assert found(db, "libraries") == []
    assert contents(db)[1:] == [(1,), (0,)]


def test_compacting_the_file_does_not_mix_snippets_up(db: Database) -> None:
    put(db, *(snippet(f"s{n}", f"word{n}") for n in range(5)))
    db.execute("DELETE FROM snippets WHERE id IN ('s0', 's2')")
    db.execute("VACUUM")
    assert found(db, "word3") == ["s3"]


def test_accents_and_endings_do_not_hide_a_snippet(db: Database) -> None:
    put(db, snippet("a", "Cafés were commissioned by Llŷn council"))
    assert found(db, "cafe", "commissioning", "llyn") == ["a"]


def test_the_words_that_matched_are_told(db: Database) -> None:
    put(db, snippet("a", "Cuts hit volunteering networks"))
    (hit,) = search(db, query("networks", "cut", "buses", prefix="volunt"))
    assert [term.word for term in hit.matched] == ["networks", "cut", "volunt"]
    assert hit.source == SURVEY


def test_a_search_is_narrowed_to_kinds_and_sources(db: Database) -> None:
    other = replace(SURVEY, key="other")
    put(db, snippet("a", "Cuts", kind=SnippetKind.STATISTIC), snippet("b", "Cuts"))
    with db.atomic():
        packs_table.put_evidence(db, "2", other, (snippet("c", "Cuts", source="other"),), ())
    assert sorted(found(db, "cuts")) == ["a", "b", "c"]
    assert found(db, "cuts", kinds=frozenset({SnippetKind.STATISTIC})) == ["a"]
    assert found(db, "cuts", sources=frozenset({"other"})) == ["c"]
    assert found(db, "cuts", sources=frozenset()) == []


def test_what_is_tagged_for_a_question_comes_even_without_a_word_in_common(db: Database) -> None:
    put(
        db,
        snippet("tagged", "Buses ran", questions=("inquiry#2",)),
        snippet("any", "Trains ran", questions=("*",)),
        snippet("near", "Trams ran", questions=("inquiry#21", "inquiry#1")),
        snippet("worded", "Cuts"),
    )
    assert found(db, "cuts", ref="inquiry#2") == ["worded", "tagged", "any"]
    statistics = frozenset({SnippetKind.STATISTIC})
    assert found(db, "cuts", ref="inquiry#2", kinds=statistics) == []


def test_more_matches_score_more_and_the_best_come_first(db: Database) -> None:
    filling = [snippet(f"f{n}", "Nothing of note") for n in range(10)]
    put(db, snippet("one", "Cuts and buses"), snippet("two", "Cuts to networks"), *filling)
    first, second = search(db, query("cuts", "networks"))
    assert (first.piece.id, second.piece.id) == ("two", "one")
    assert first.score > second.score > 0


def test_a_reader_searches_while_the_workspace_is_written_to(db: Database, path: Path) -> None:
    put(db, snippet("a", "Cuts"))
    with closing(open_reader(path)) as reader:
        before = SearchIndex(reader).look_up(query("cuts"))
        with db.atomic():
            db.execute("DELETE FROM snippets")
            assert [hit.piece.id for hit in before.search(query("cuts"), 10)] == ["a"]
        assert before.search(query("cuts"), 10) == []
        assert SearchIndex(reader).look_up(query("cuts")).frequencies.documents == 0


def test_how_many_snippets_have_each_word_is_known(db: Database) -> None:
    put(db, snippet("a", "Cuts and buses"), snippet("b", "A cut"), snippet("c", "Trains"))
    asked = query("cuts", "buses", "trams")
    frequencies = SearchIndex(db).look_up(asked).frequencies
    assert frequencies.documents == 3
    assert [frequencies.of[term] for term in asked.terms] == [2, 1, 0]


@given(st.text(), st.text())
def test_nothing_a_person_writes_is_read_as_an_operator(word: str, prefix: str) -> None:
    with search_index.in_memory([snippet("a", "Cuts")]) as index:
        asked = Query((Term(word, (word,)), Term(prefix, (prefix,), prefix)), EVERYWHERE)
        assert len(index.look_up(asked).search(asked, 10)) <= 1


@pytest.mark.parametrize(
    "word", ['"', "AND", "NEAR(a b)", "text:cuts", "cuts*", "^cuts", "{claim}", "-", "\0", "a\0b"]
)
def test_full_text_operators_are_ordinary_words(db: Database, word: str) -> None:
    put(db, snippet("a", "Buses ran"))
    assert found(db, word) == []


def test_nothing_is_found_where_nothing_is_looked_for(db: Database) -> None:
    put(db, snippet("a", "Cuts"))
    cuts = Term("cuts", ("cuts",))
    assert search(db, Query(())) == []
    assert search(db, Query((cuts,), Weights(0, 0, 0))) == []


Step = tuple[str, str, str]
KEYS = st.sampled_from(["a", "b", "c"])
WORDS = st.sampled_from(["cuts", "buses", 'say "no"', "Llŷn", ""])
DOINGS = st.sampled_from(["put", "replace", "retire", "revive", "delete", "tag", "move", "title"])


def take(db: Database, step: Step) -> None:
    doing, key, word = step
    row = {**evidence_rows.snippet_row(snippet(key, word), "pack"), "retired": 0}
    match doing:
        case "put":
            packs_table.put_evidence(db, "pack", SURVEY, (snippet(key, word),), ())
        case "replace":
            db.tables().table("snippets").insert(row, replace=True)
        case "retire" | "revive":
            db.execute("UPDATE snippets SET retired = ? WHERE id = ?", [doing == "retire", key])
        case "delete":
            db.execute("DELETE FROM snippets WHERE id = ?", [key])
        case "tag":
            tags = json.dumps([word, "x#1", "x#1"])
            db.execute("UPDATE snippets SET questions = ? WHERE id = ?", [tags, key])
        case "move":
            db.execute("UPDATE OR IGNORE snippets SET id = 'c' WHERE id = ?", [key])
        case _:
            db.execute("UPDATE sources SET title = ?", [word])


@given(st.lists(st.tuples(DOINGS, KEYS, WORDS), max_size=12))
def test_the_index_is_never_out_of_step_with_the_rows(steps: list[Step]) -> None:
    with search_index.in_memory([snippet("a", "cuts"), snippet("b", "buses")], [SURVEY]) as index:
        db = index._db
        for step in steps:
            take(db, step)
        kept = contents(db)
        search_schema.rebuild(db)
        assert kept == contents(db)
        db.execute("INSERT INTO search_text (search_text) VALUES ('integrity-check')")


def test_rebuilding_repairs_an_index_that_lost_its_content(db: Database) -> None:
    put(db, snippet("a", "Cuts", questions=("x#1",)))
    whole = contents(db)
    for table in ("search_documents", "search_questions", "search_text"):
        db.tables().table(table).delete_where()
    search_schema.rebuild(db)
    assert contents(db) == whole


IMPORTS = st.sampled_from(
    ["passage", "accept", "bin", "reword", "liken", "forget", "withdraw", "return", "title"]
)


def take_import(db: Database, step: Step) -> None:
    doing, key, word = step
    match doing:
        case "accept" | "bin":
            state = "accepted" if doing == "accept" else "binned"
            db.execute("UPDATE documents SET state = ? WHERE id = ?", [state, key])
        case "passage":
            put_passage(db, key, word)
        case "reword":
            db.execute("UPDATE passages SET text = ?, ref = 'x#2' WHERE document = ?", [word, key])
        case "liken":
            db.execute("UPDATE passages SET likeness = 'all'")
        case "forget":
            db.execute("DELETE FROM passages WHERE document = ?", [key])
        case "withdraw" | "return":
            db.execute("UPDATE sources SET retired = ?", [doing == "withdraw"])
        case _:
            db.execute("UPDATE sources SET title = ?", [word])


def put_document(db: Database, key: str) -> None:
    found = Understanding(Document(DocumentFormat.TEXT), SourceKind.PAST_RESPONSE, 1.0, "Halls")
    add(db, NewImport(key, f"{key}.txt", "", key, found, datetime(2026, 11, 27)))  # noqa: DTZ001


def put_passage(db: Database, document: str, word: str) -> None:
    count = db.execute("SELECT count(*) FROM passages").fetchone()[0]
    row = {"id": f"{document}:{count}", "document": document, "source": SURVEY.key}
    place = {"locator": "page 1", "number": "1", "question": word, "ref": "x#1" if word else ""}
    rest = {"position": count, "text": word, "first": "", "last": "", "likeness": row["id"]}
    with suppress(sqlite3.IntegrityError):
        db.insert("passages", {**row, **place, **rest})


@given(
    st.lists(
        st.tuples(IMPORTS, KEYS, WORDS) | st.tuples(DOINGS, KEYS, WORDS).map(lambda s: ("s", *s)),
        max_size=14,
    )
)
def test_passages_are_never_out_of_step_with_the_rows(
    steps: list[Step | tuple[str, str, str, str]],
) -> None:
    with search_index.in_memory([snippet("a", "cuts")], [SURVEY]) as index:
        db = index._db
        for key in ("a", "b", "c"):
            put_document(db, key)
        for step in steps:
            if len(step) == 4:
                take(db, step[1:])
            else:
                take_import(db, step)
        kept = contents(db)
        search_schema.rebuild(db)
        assert kept == contents(db)
        db.execute("INSERT INTO search_text (search_text) VALUES ('integrity-check')")


def test_the_wording_of_past_questions_is_kept_in_step(db: Database) -> None:
    put(db)
    put_document(db, "a")
    answer = {"document": "a", "number": "1", "question": "Halls?", "ref": "", "text": "Yes."}
    db.insert("past_answers", {**answer, "locator": "page 1"})
    asked = "SELECT rowid, question FROM search_asked"
    before = db.execute(asked).fetchall()
    search_schema.rebuild(db)
    assert db.execute(asked).fetchall() == before == [(1, "Halls?")]
    db.execute("DELETE FROM past_answers")
    assert db.execute(asked).fetchall() == []
