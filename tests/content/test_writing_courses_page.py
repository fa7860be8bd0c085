"""The page for writers of courses is true: its tables are the program's."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.store.packs.documentation import course_keys

PAGE = (Path(__file__).parents[2] / "docs" / "writing-courses.md").read_text(encoding="utf-8")


def rows_of(text: str) -> list[str]:
    return re.findall(r"^\| `\w+` \|.*$", text, re.MULTILINE)


def test_the_page_lists_every_key_of_a_course_file_as_the_program_reads_it() -> None:
    listed = rows_of(PAGE)
    assert len(listed) > 100
    assert listed == rows_of(course_keys())
