"""docs/checks.md is true: it lists every check as the program has it."""

from __future__ import annotations

from desktop.checks import CHECKS
from tests.checks.listing import PAGE, tables


def test_the_page_lists_every_check_with_its_levels_and_who_says_so() -> None:
    # When this fails: python -m tests.checks.listing
    assert tables() in PAGE.read_text(encoding="utf-8")


def test_each_check_stands_there_once() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [page.count(f"\n| `{one.id}` | ") for one in CHECKS] == [1] * len(CHECKS)
