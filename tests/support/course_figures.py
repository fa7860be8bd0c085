"""The figures of a course: those that its papers give, and those that learners are to copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.core.course import Course, Paper
from desktop.core.text import Table, plain, plain_text
from desktop.markup import parse

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"20\d\d-\d\d")
_CITED = re.compile(r"\[@[^\]]*\]")


def numbers(text: str) -> set[str]:
    """Return the figures of a text, without years such as 2025-26 and places that are cited."""
    said = _YEAR.sub("", _CITED.sub("", text))
    return {found.rstrip(",.") for found in _NUMBER.findall(said)}


def paper_figures(course: Course) -> set[str]:
    """Return every figure that stands in a paper of the data pack."""
    return {found for paper in course.papers for found in numbers(paper.text)}


def written_from_the_pack(course: Course) -> Iterator[tuple[str, str]]:
    """Yield the texts of which every figure must stand in a paper, each with its id."""
    for model in course.models:
        yield model.id, f"{model.key_point}\n{plain_text(parse(model.text))}"
        yield f"{model.id} asks", "\n".join(model.recommendations)
    for repair in course.repairs:
        yield f"{repair.id} solution", repair.solution
    for snippet in course.snippets:
        yield snippet.id, f"{snippet.claim}\n{snippet.text}"


def paper_of(course: Course, key: str) -> Paper:
    """Return the paper with this key."""
    return next(one for one in course.papers if one.source.key == key)


def tables_of(paper: Paper) -> list[list[list[str]]]:
    """Return the tables of a paper, each with the rows below its header."""
    found = (block for block in parse(paper.text) if isinstance(block, Table))
    return [[[plain(cell) for cell in row] for row in table.rows] for table in found]


def number(words: str) -> int:
    """Return a whole figure, such as "1,215", "45%" or "£16,000", as a number."""
    return int(words.replace(",", "").strip("%£"))
