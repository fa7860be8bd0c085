"""`consultee content check`: for people who write packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import REPOSITORY, Consultee

PACK = """\
format = 1
version = 1

[source]
key = "lantern"
title = "Mending on Tuesdays"
kind = "slids"
licence = "Facts only"

[[snippet]]
id = "lantern-1"
colour = "red"
"""


def test_the_shipped_content_is_sound(consultee: Consultee) -> None:
    done = consultee("content", "check")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("files checked: nothing is wrong.\n")


def test_a_folder_of_the_project_may_be_checked_by_itself(consultee: Consultee) -> None:
    done = consultee("content", "check", REPOSITORY / "snippets")
    assert done.out == "5 files checked: nothing is wrong.\n"


def test_each_mistake_is_shown_with_file_line_and_what_is_allowed(
    consultee: Consultee, tmp_path: Path
) -> None:
    (tmp_path / "lantern.toml").write_text(PACK, encoding="utf-8")
    done = consultee("content", "check", tmp_path)
    assert done.code == 1
    assert "lantern.toml:7: " in done.out
    assert "newsletter" in done.out
    assert "colour" in done.out
    assert done.err == "consultee: 1 of the files will not load.\n"


def test_courses_are_left_to_the_command_that_checks_them_and_rubrics_are_not(
    consultee: Consultee, tmp_path: Path
) -> None:
    courses = REPOSITORY / "resources" / "courses"
    done = consultee("content", "check", courses)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "1 file checked: nothing is wrong.\n"
        "2 files are courses: `consultee course check` looks at them.\n"
    )
    one = courses / "big-society-inquiry.toml"
    said = f"{one} is a course: `consultee course check` looks at it.\n"
    assert consultee("content", "check", one).out == said
    assert consultee("content", "check", one, "--json").json["courses"] == [str(one)]
    spoilt = tmp_path / "rubric.toml"
    rubric = (courses / "rubric.toml").read_text(encoding="utf-8")
    spoilt.write_text(rubric.replace("levels = ", "level = ", 1), encoding="utf-8")
    done = consultee("content", "check", spoilt)
    assert done.code == 1
    assert "[[criterion]] 1" in done.out


def test_mistakes_as_json(consultee: Consultee, tmp_path: Path) -> None:
    file = tmp_path / "lantern.toml"
    file.write_text(PACK, encoding="utf-8")
    done = consultee("content", "check", file, "--json")
    assert done.code == 1
    said = done.json
    assert said["files"] == 1
    assert said["errors"] == sum(p["level"] == "error" for p in said["problems"])
    kind = next(p for p in said["problems"] if p["line"] == 7)
    assert kind["file"] == str(file)
    assert "slids" in kind["message"]


def test_a_folder_that_is_not_there(consultee: Consultee, tmp_path: Path) -> None:
    done = consultee("content", "check", tmp_path / "packs")
    assert done.code == 1
    assert "There is nothing to check" in done.err


@pytest.mark.parametrize("arguments", [["content"], ["content", "mend"]])
def test_anything_but_check_is_wrong_usage(consultee: Consultee, arguments: list[str]) -> None:
    assert consultee(*arguments).code == 2
