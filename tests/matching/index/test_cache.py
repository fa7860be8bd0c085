"""An index that was saved comes back as it was, or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop.core.search import Entry
from desktop.matching import words
from desktop.matching.index import build, load, save
from tests.matching.index.entries import VILLAGE, picture

STAMPS = {"bus": 1, "hall-1": -(2**63), "hall-2": 2**63 - 1, "gone": 4}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "village.index"


def test_a_saved_index_comes_back_with_its_stamps(file: Path) -> None:
    index = build(VILLAGE).changed(
        [Entry("new", "s", "passage", text="voluntary sector (VS)")], ["hall-2"]
    )
    save(index, file, STAMPS)
    saved = load(file)
    assert saved is not None
    assert saved.stamps == STAMPS
    assert picture(saved.index) == picture(index)


def test_an_index_that_came_back_can_be_changed(file: Path) -> None:
    save(build(VILLAGE), file, STAMPS)
    saved = load(file)
    assert saved is not None
    new = Entry("new", "s", "passage", text="Trams and villages")
    changed = saved.index.changed([new], ["bus"])
    assert picture(changed) == picture(build([*VILLAGE[1:], new]))


def test_saving_again_takes_the_place_of_what_was_saved(file: Path) -> None:
    save(build(VILLAGE), file, STAMPS)
    save(build(VILLAGE[:1]), file, {"bus": 7})
    saved = load(file)
    assert saved is not None
    assert (saved.index.count, saved.stamps) == (1, {"bus": 7})
    assert list(file.parent.iterdir()) == [file]


def test_no_file_is_made_of_an_empty_library(file: Path) -> None:
    save(build([]), file, {})
    assert load(file) is None
    assert not file.exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not an index", b"\x93NUMPY"])
def test_a_file_of_something_else_is_no_index(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert load(file) is None


def test_an_archive_of_something_else_is_no_index(file: Path) -> None:
    file.parent.mkdir()
    with file.open("wb") as opened:
        np.savez(opened, a=np.zeros(3))
    assert load(file) is None


def test_a_folder_in_its_place_is_no_index(file: Path) -> None:
    file.mkdir(parents=True)
    assert load(file) is None


def test_a_damaged_file_is_no_index_wherever_it_is_damaged(file: Path) -> None:
    save(build(VILLAGE), file, STAMPS)
    whole = file.read_bytes()
    told = picture(build(VILLAGE))
    for at in range(0, len(whole), 97):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        saved = load(file)
        # Some bytes say nothing about what is in it, such as the time of day.
        assert saved is None or picture(saved.index) == told


def test_a_file_that_was_cut_off_is_no_index(file: Path) -> None:
    save(build(VILLAGE), file, STAMPS)
    whole = file.read_bytes()
    for length in range(0, len(whole), 301):
        file.write_bytes(whole[:length])
        assert load(file) is None


def test_an_index_of_other_words_is_built_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(build(VILLAGE), file, STAMPS)
    monkeypatch.setattr(words, "VERSION", words.VERSION + 1)
    assert load(file) is None


def test_where_a_file_is_in_the_way_saving_says_so(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    with pytest.raises(OSError, match="cache"):
        save(build(VILLAGE), tmp_path / "cache" / "village.index", STAMPS)


def test_what_could_not_be_saved_leaves_nothing_behind(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(OSError, match="village"):
        save(build(VILLAGE), file, STAMPS)
    assert list(file.parent.iterdir()) == [file]
