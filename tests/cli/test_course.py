"""`consultee course`: what there is, what is wrong, and what learners handed in."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from desktop.core.learning import WorkKind
from desktop.paths import Paths
from desktop.session import Session
from tests.cli.conftest import REPOSITORY, Consultee

FIRST = REPOSITORY / "resources" / "courses" / "first-written-evidence.toml"


def test_courses_are_listed(example: Path, consultee: Consultee) -> None:
    listed = consultee("course", "list", "--workspace", example)
    assert "Your first written evidence (90 minutes)" in listed.out
    courses = consultee("course", "list", "--workspace", example, "--json").json["courses"]
    assert {course["id"]: course["problems"] for course in courses}[FIRST.stem] == 0


def test_a_course_is_checked(example: Path, consultee: Consultee, tmp_path: Path) -> None:
    assert "no mistakes" in consultee("course", "check", FIRST, "--workspace", example).out
    spoilt = tmp_path / "spoilt.toml"
    spoilt.write_text(
        FIRST.read_text(encoding="utf-8").replace("[[unit]]", "[[unity]]", 1), "utf-8"
    )
    said = consultee("course", "check", spoilt, "--workspace", example)
    assert (said.code, "unity" in said.out) == (1, True)
    problems = consultee("course", "check", spoilt, "--workspace", example, "--json").json
    assert problems["errors"] == len(problems["problems"]) > 0


def test_a_course_is_checked_by_its_id_too(example: Path, consultee: Consultee) -> None:
    done = consultee("course", "check", "big-society-inquiry", "--workspace", example)
    assert (done.code, done.out) == (0, "big-society-inquiry: no mistakes.\n")
    slip = consultee("course", "check", "big-societies", "--workspace", example)
    assert (slip.code, "no course called “big-societies”" in slip.err) == (1, True)
    gone = consultee("course", "check", "gone.toml", "--workspace", example)
    assert (gone.code, "there is no such file" in gone.out) == (1, True)


def test_learners_files_are_collected(example: Path, consultee: Consultee, tmp_path: Path) -> None:
    paths = Paths(content=REPOSITORY, data=tmp_path, config=tmp_path)
    trainer = Session.open(example, paths)
    learner = Session.open(trainer.courses.beginning(FIRST.stem)(), paths)
    trainer.close()
    learner.courses.set(WorkKind.NAME, text="Bo")
    folder = tmp_path / "in"
    folder.mkdir()
    everybody = ("course", "handouts", FIRST.stem, "--out", tmp_path / "out", "--names")
    nobody = consultee(*everybody, "--workspace", example)
    assert (nobody.code, "Collect it first" in nobody.err) == (1, True)
    nothing = consultee("course", "collect", folder, "--workspace", example)
    assert (nothing.code, nothing.out) == (0, "There is no learner's work in it.\n")
    learner.courses.hand_in(folder / "bo")
    learner.close()
    said = consultee("course", "collect", folder, "--workspace", example)
    assert (said.code, "Bo  0 of" in said.out) == (0, True)
    one = consultee(
        "course", "collect", folder / "bo.consultee-work", folder, "--workspace", example, "--json"
    )
    assert [row["name"] for row in one.json["learners"]] == ["Bo"]
    (folder / "cut.consultee-work").write_text("{", "utf-8")
    said = consultee("course", "collect", folder, "--workspace", example, "--keep", "--json")
    assert said.code == 1
    assert (said.json["kept"], said.json["learners"][0]["name"]) == (1, "Bo")
    made = consultee(*everybody, "--only", "certificate", "--workspace", example, "--json")
    (file,) = made.json["files"]
    assert "Bo" in [each.text for each in Document(file).paragraphs]
    assert said.json["refused"][0]["file"].endswith("cut.consultee-work")
    assert "cut short" in said.json["refused"][0]["says"]
    assert said.json["refused"][0]["then"].startswith("Ask for the file again")
    said = consultee("course", "collect", folder, "--workspace", example)
    assert "Refused:" in said.out
    assert "Ask for the file again" in " ".join(said.out.split())
    gone = consultee("course", "collect", folder, tmp_path / "gone").err
    assert f"There is no file or folder {tmp_path / 'gone'}." in gone
    slip = consultee("course", "collect", folder, "--course", "firts", "--workspace", example)
    assert "no course called “firts”" in slip.err
