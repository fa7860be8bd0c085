"""Courses are long, and asked for at every page: each is read once as long as it stays the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.session import Session
from desktop.session.course_list import Readings
from desktop.store.packs.courses import CourseReading, examine_course

FIRST = "first-written-evidence"


def test_a_course_is_read_once_as_long_as_nothing_changes(session: Session) -> None:
    courses = session.courses
    assert courses.read(FIRST) is courses.read(FIRST)
    courses.save(replace(courses.read(FIRST), id="ours", title="Ours"))
    assert courses.read("ours") is courses.read("ours")
    courses.save(replace(courses.read("ours"), title="Ours, again"))
    assert courses.read("ours").title == "Ours, again"


def test_a_file_is_read_anew_when_it_or_what_it_refers_to_has_changed(
    session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "a.toml"
    file.write_text(session.courses.text(FIRST), encoding="utf-8")
    shelf, readings = session.courses.shelf(), Readings()

    def read(stamp: object) -> CourseReading:
        return readings.of(file, stamp, shelf, lambda: examine_course(file, shelf))

    first = read(1)
    assert read(1) is first
    assert read(2) is not first
    again = read(2)
    shelf = replace(shelf, sources=shelf.sources | {"another"})
    assert read(2) is not again
    # Of a file that is just going nothing can be said.
    assert read(None) is not read(None)
