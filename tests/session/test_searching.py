"""The search index of an open workspace says what its rows say, whatever happens to either."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.evidence import Snippet, SnippetKind, Source
from desktop.matching.index import Field, Index, build
from desktop.matching.words import index_word
from desktop.session.searching import Searching
from desktop.store import packs_table, search_rows
from desktop.store.connection import Connection, open_reader, open_workspace
from tests.matching.index.entries import picture

SURVEY = Source("survey", "Fernbrook survey", author="Fernbrook Trust", date="2010-05")
LARGE = 2_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.consultee"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "work.index"


@pytest.fixture
def db(path: Path) -> Iterator[Connection]:
    with closing(open_workspace(path)) as opened:
        yield opened


def put(db: Connection, texts: dict[str, str], pack: str = "pack") -> None:
    """Let the library hold these texts and no others of the pack."""
    made = tuple(
        Snippet(key, SURVEY.key, "", text, SnippetKind.ARGUMENT, "p. 1")
        for key, text in texts.items()
    )
    with db.atomic():
        packs_table.put_evidence(db, pack, SURVEY, made, ())


def large(db: Connection, word: str = "buses") -> None:
    put(db, {f"s{number}": f"{word} in village {number}" for number in range(LARGE)})


def having(searching: Searching, path: Path, word: str) -> set[str]:
    """Return the ids of what has a word, as a search finds it."""
    with closing(open_reader(path)) as db, searching.caught_up(db) as index:
        return ids(index, word)


def ids(index: Index, word: str) -> set[str]:
    slots: list[int] = index.postings(index.term(index_word(word)), Field.TEXT).slots.tolist()
    return {index.ids[slot] for slot in slots}


def test_a_search_finds_what_was_just_written_and_not_what_is_gone(
    db: Connection, path: Path, file: Path
) -> None:
    searching = Searching(file)
    put(db, {"a": "buses", "b": "halls"})
    assert having(searching, path, "buses") == {"a"}
    put(db, {"a": "trams", "c": "buses"})
    assert having(searching, path, "buses") == {"c"}
    assert having(searching, path, "halls") == set()


_LIBRARIES = st.dictionaries(
    st.sampled_from("abcdef"), st.sampled_from(["buses", "halls and buses", "trams", ""])
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(libraries=st.lists(_LIBRARIES, min_size=1, max_size=4))
def test_after_any_changes_of_the_rows_the_index_is_one_built_anew(
    tmp_path_factory: pytest.TempPathFactory, libraries: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("library")
    searching = Searching(folder / "work.index")
    with closing(open_workspace(folder / "work.consultee")) as db:
        for texts in libraries:
            put(db, texts)
            reader = open_reader(folder / "work.consultee")
            with closing(reader), searching.caught_up(reader) as index:
                assert picture(index) == picture(build(search_rows.entries(reader)))


def test_a_library_edited_during_a_search_stays_as_it_was_until_the_next(
    db: Connection, path: Path, file: Path
) -> None:
    searching = Searching(file)
    put(db, {"a": "buses"})
    with closing(open_reader(path)) as reader, searching.caught_up(reader) as index:
        put(db, {"b": "buses"})
        assert having(searching, path, "buses") == {"b"}
        assert ids(index, "buses") == {"a"}
        assert search_rows.pieces(reader, ["a", "b"]).keys() == {"a"}


def test_many_searches_at_once_see_the_rows_that_they_read(
    db: Connection, path: Path, file: Path
) -> None:
    searching = Searching(file)
    put(db, {"a0": "buses"})
    wrong: list[Any] = []

    def search() -> None:
        for _ in range(10):
            with closing(open_reader(path)) as reader, searching.caught_up(reader) as index:
                found = ids(index, "buses")
                if search_rows.pieces(reader, found).keys() != found or len(found) != 1:
                    wrong.append(found)

    threads = [Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(1, 30):
        put(db, {f"a{number}": "buses"})
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_search_that_fails_leaves_the_next_one_whole(
    db: Connection, path: Path, file: Path
) -> None:
    searching = Searching(file)
    put(db, {"a": "buses"})
    with closing(open_reader(path)) as reader:
        with pytest.raises(ZeroDivisionError), searching.caught_up(reader):
            raise ZeroDivisionError
        with searching.caught_up(reader) as index:
            assert ids(index, "buses") == {"a"}


def test_a_small_library_leaves_no_file(db: Connection, path: Path, file: Path) -> None:
    searching = Searching(file)
    put(db, {"a": "buses"})
    having(searching, path, "buses")
    searching.close()
    assert not file.parent.exists()


@pytest.fixture
def saved(db: Connection, path: Path, file: Path) -> Path:
    """Search a large library once, so that its index is kept."""
    large(db)
    searching = Searching(file)
    assert len(having(searching, path, "buses")) == LARGE
    searching.close()
    assert file.is_file()
    return file


def test_the_index_of_a_large_library_is_kept_for_the_next_start(
    db: Connection, path: Path, saved: Path
) -> None:
    before = saved.read_bytes()
    searching = Searching(saved)
    assert len(having(searching, path, "buses")) == LARGE
    put(db, {"new": "trams"}, pack="other")
    assert having(searching, path, "trams") == {"new"}
    searching.close()
    assert saved.read_bytes() == before  # a few edits are caught up with, not saved


def test_what_changed_while_the_program_was_closed_is_found(
    db: Connection, path: Path, saved: Path
) -> None:
    large(db, "trams")
    searching = Searching(saved)
    assert having(searching, path, "buses") == set()
    assert len(having(searching, path, "trams")) == LARGE
    searching.close()
    again = Searching(saved)
    assert len(having(again, path, "trams")) == LARGE


def test_a_backup_that_was_put_back_is_searched_as_it_is(
    db: Connection, path: Path, saved: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.consultee"
    db.execute("VACUUM INTO ?", [str(backup)])
    large(db, "trams")
    searching = Searching(saved)
    assert having(searching, path, "buses") == set()
    searching.close()
    db.close()
    shutil.copy(backup, path)
    with closing(open_workspace(path)) as restored:
        put(restored, {"new": "halls"}, pack="other")
        assert len(having(Searching(saved), path, "buses")) == LARGE
        assert having(Searching(saved), path, "trams") == set()
        assert having(Searching(saved), path, "halls") == {"new"}


def test_a_file_that_went_back_in_time_under_an_open_window_is_searched_as_it_is(
    db: Connection, path: Path, file: Path, tmp_path: Path
) -> None:
    put(db, {"a": "buses"})
    backup = tmp_path / "backup.consultee"
    db.execute("VACUUM INTO ?", [str(backup)])
    put(db, {"a": "trams"})
    searching = Searching(file)
    assert having(searching, path, "trams") == {"a"}
    assert having(searching, backup, "trams") == set()
    assert having(searching, backup, "buses") == {"a"}


@pytest.mark.parametrize("content", [b"", b"of another program", b"PK\x03\x04 cut off"])
def test_a_damaged_file_is_made_anew(path: Path, saved: Path, content: bytes) -> None:
    saved.write_bytes(content)
    searching = Searching(saved)
    assert len(having(searching, path, "buses")) == LARGE
    searching.close()
    assert saved.stat().st_size > len(content)
    assert len(having(Searching(saved), path, "buses")) == LARGE


def test_where_nothing_can_be_kept_the_search_works_all_the_same(
    db: Connection, path: Path, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.write_text("in the way")
    large(db)
    searching = Searching(file)
    with caplog.at_level(logging.INFO, "desktop.session.searching"):
        assert len(having(searching, path, "buses")) == LARGE
        searching.close()
    assert "could not be saved" in caplog.text
    put(db, {"new": "trams"}, pack="other")
    assert having(searching, path, "trams") == {"new"}


def test_two_windows_each_find_what_the_other_wrote(
    db: Connection, path: Path, saved: Path
) -> None:
    one, other = Searching(saved), Searching(saved)
    for number, searching in enumerate((one, other, one, other)):
        put(db, {f"new{number}": "trams"}, pack="other")
        assert having(searching, path, "trams") == {f"new{number}"}
    large(db, "halls")
    for searching in (one, other):
        assert len(having(searching, path, "halls")) == LARGE
        searching.close()
    assert len(having(Searching(saved), path, "halls")) == LARGE


def test_only_the_newest_few_indexes_are_kept(db: Connection, path: Path, file: Path) -> None:
    file.parent.mkdir()
    for number in range(12):
        (file.parent / f"{number}.index").touch()
    (file.parent / "old.index.abc").touch()
    large(db)
    searching = Searching(file)
    having(searching, path, "buses")
    searching.close()
    kept = list(file.parent.iterdir())
    assert file in kept
    assert len(kept) == 8


def test_many_small_edits_are_put_together_in_the_background(
    db: Connection, path: Path, file: Path
) -> None:
    searching = Searching(file)
    put(db, {f"s{number}": "buses" for number in range(1200)})
    having(searching, path, "buses")
    put(db, {f"s{number}": "buses" for number in range(600)})  # half of them retire
    having(searching, path, "buses")
    searching.close()
    with closing(open_reader(path)) as reader, searching.caught_up(reader) as index:
        assert (index.size, index.count) == (600, 600)
