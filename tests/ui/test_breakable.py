"""Long names that must fit into a narrow window."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.widgets.breakable import breakable, unbroken
from desktop.ui.widgets.labels import breakable as breakable_words


@given(st.lists(st.text(alphabet="abc. -", min_size=1, max_size=60), min_size=1, max_size=5))
def test_a_long_path_may_be_broken_and_comes_back_whole(parts: list[str]) -> None:
    path = PurePosixPath("/", *parts)
    shown = breakable(cast("Path", path))
    assert unbroken(shown) == str(path)
    assert all(len(run) <= 25 for line in shown.split("\u200b") for run in line.split())


def test_an_address_goes_on_in_the_next_line_between_its_words() -> None:
    address = "https://example.org/get-involved/how-do-i-submit-evidence/witness-guide/"
    parts = breakable_words(address).split("\u200b")
    assert "".join(parts) == address
    assert "submit-" in parts
    assert max(map(len, parts)) <= 20
