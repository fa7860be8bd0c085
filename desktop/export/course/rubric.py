"""The rubric: what its levels mean, and room for three people's marks."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.course import Course, Criterion
from desktop.core.outline import OutlineBlock
from desktop.export.course.pen import heading, paragraph, table
from desktop.export.course.words import CourseWords


def rubric_sheet(course: Course, words: CourseWords) -> Iterator[OutlineBlock]:
    """Yield the levels of each criterion, tables to mark in, and what a peer is asked."""
    say, rubric = words.say, course.rubric
    yield paragraph(say("rubric_about"))
    if rubric.whose:
        yield paragraph(say("rubric_whose", whose=rubric.whose))
    yield heading(say("levels_heading"))
    yield levels_table(course, words)
    yield heading(say("mark_heading"))
    columns = ("column_criterion", "column_self", "column_peer", "column_trainer", "column_place")
    yield table(
        map(say, columns), [[item.name, "", "", "", ""] for item in rubric.criteria], room=True
    )
    if course.peer:
        yield heading(say("peer_heading"))
        columns = ("column_peer_asks", "column_peer_writes")
        yield table(map(say, columns), [[item, ""] for item in course.peer], room=True)


def levels_table(course: Course, words: CourseWords) -> OutlineBlock:
    """Return what 0, 1, 2 and 3 mean for each criterion."""
    say = words.say
    numbers = [say("level", number=number) for number in range(4)]
    rows = ([_asked(item, words), *item.levels] for item in course.rubric.criteria)
    return table([say("column_criterion"), *numbers], rows)


def _asked(item: Criterion, words: CourseWords) -> str:
    return words.say("criterion", name=item.name, asks=item.asks)
