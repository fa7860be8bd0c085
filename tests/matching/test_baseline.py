"""Scores saved for later, and what became of each query since."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.matching import baseline
from desktop.matching.baseline import BaselineError, Change, Saved

BEFORE = Saved("d1", "ndcg_at_10", {"halls": 0.5, "buses": 0.25, "bands": 1.0, "gone": 0.1})
AFTER = Saved("d2", "ndcg_at_10", {"halls": 0.75, "buses": 0.0, "bands": 1.0, "new": 0.9})
NAMES = st.text(st.characters(exclude_categories=["Cs"]))
SAVED = st.builds(
    Saved, NAMES, NAMES, st.dictionaries(NAMES, st.floats(0, 1).map(lambda v: round(v, 4)))
)


def test_each_query_is_improved_regressed_or_unchanged() -> None:
    found = baseline.compare(BEFORE, AFTER)
    assert found.improved == (Change("halls", 0.5, 0.75),)
    assert found.regressed == (Change("buses", 0.25, 0.0),)
    assert found.unchanged == (Change("bands", 1.0, 1.0),)
    assert sorted(found.differences) == [-0.25, 0.0, 0.25]


def test_the_greatest_changes_come_first() -> None:
    before = Saved("", "", {"a": 0.5, "b": 0.5, "c": 0.5, "d": 0.5})
    after = Saved("", "", {"a": 0.6, "b": 0.9, "c": 0.4, "d": 0.1})
    found = baseline.compare(before, after)
    assert [change.query for change in found.improved] == ["b", "a"]
    assert [change.query for change in found.regressed] == ["d", "c"]


def test_what_nobody_could_notice_is_no_change() -> None:
    found = baseline.compare(Saved("", "", {"a": 0.5}), Saved("", "", {"a": 0.50004}))
    assert len(found.unchanged) == 1


def test_the_mean_is_that_of_all_queries() -> None:
    assert AFTER.mean == pytest.approx((0.75 + 0 + 1 + 0.9) / 4)
    assert Saved("", "", {}).mean == 0


@given(st.dictionaries(NAMES, SAVED))
def test_whatever_is_saved_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, sets: dict[str, Saved]
) -> None:
    path = tmp_path_factory.mktemp("saved") / "scores.json"
    baseline.write(path, sets)
    assert baseline.read(path) == sets


def test_each_query_has_a_line_of_its_own_for_those_who_compare_files(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "scores.json"
    baseline.write(path, {"halls, ranking": AFTER})
    assert '\n  "halls": 0.75,\n' in path.read_text(encoding="utf-8")
    assert list(path.parent.iterdir()) == [path]


def test_no_file_is_an_empty_baseline(tmp_path: Path) -> None:
    assert baseline.read(tmp_path / "none.json") == {}


@pytest.mark.parametrize(
    "text",
    [
        "not JSON",
        "[]",
        '{"format": 2, "sets": {}}',
        '{"format": 1, "sets": []}',
        '{"format": 1, "sets": {"a": {"digest": "", "measure": ""}}}',
        '{"format": 1, "sets": {"a": {"digest": "", "measure": "", "queries": {"q": "high"}}}}',
        '{"format": 1, "sets": {"a": {"digest": "", "measure": "", "queries": {"q": NaN}}}}',
        "[" * 100_000,
    ],
)
def test_a_file_that_is_something_else_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "scores.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError, match="is not laid out as one") as caught:
        baseline.read(path)
    assert str(path) in caught.value.message


def test_a_file_that_cannot_be_read_or_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match=str(tmp_path)):
        baseline.read(tmp_path)
    with pytest.raises(BaselineError, match=str(tmp_path)):
        baseline.write(tmp_path, {})
    (tmp_path / "latin").write_bytes(b"\xff")
    with pytest.raises(BaselineError, match="latin"):
        baseline.read(tmp_path / "latin")
