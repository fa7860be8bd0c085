"""`consultee list`: responses, consultations, organisations; and the workspace they are in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Consultee


def test_responses_are_listed_with_their_state_and_words(
    consultee: Consultee, example: Path
) -> None:
    done = consultee("list", "--workspace", example)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("example  Smaller Government: Bigger Society?\n")
    assert "9 of 9 questions done" in done.out
    assert "of 3,000 words" in " ".join(done.out.split())


def test_responses_as_json(consultee: Consultee, example: Path) -> None:
    (item,) = consultee("list", "--workspace", example, "--json").json["responses"]
    assert item.pop("words") > 2000
    assert item == {
        "id": "example",
        "title": "Smaller Government: Bigger Society?",
        "consultation": "pasc-big-society-2011",
        "organisation": "Fernbrook Community Trust (example)",
        "questions": 9,
        "ready": 9,
        "drafting": 0,
        "skipped": 0,
        "limit": "3000 words",
        "closes": None,
        "edited": "2026-11-23T09:00:00",
    }


def test_consultations_are_listed_with_their_questions(consultee: Consultee) -> None:
    done = consultee("list", "consultations")
    assert "pasc-big-society-2011  Smaller Government: Bigger Society?" in done.out
    assert "  9  Uniform standards" in done.out
    (item,) = consultee("list", "consultations", "--json").json["consultations"]
    assert [question["number"] for question in item["questions"]] == list("123456789")


def test_organisations_are_listed_without_contact_details(
    consultee: Consultee, example: Path
) -> None:
    done = consultee("list", "organisations", "--workspace", example)
    assert "Fernbrook Community Trust (example) (charity)" in done.out
    listed = consultee("list", "organisations", "--workspace", example, "--json")
    assert listed.json["organisations"][0]["id"] == "example-organisation"
    assert "rowan@" not in listed.out


@pytest.mark.parametrize("what", ["responses", "organisations"])
def test_an_empty_workspace_says_what_to_do(consultee: Consultee, what: str) -> None:
    done = consultee("list", what)
    assert done.code == 0
    assert "Open the window" in done.out
    assert consultee("list", what, "--json").json == {what: []}


def test_the_usual_workspace_is_made_when_it_is_first_needed(
    consultee: Consultee, data_folder: Path
) -> None:
    assert consultee("list").code == 0
    assert (data_folder / "workspace.consultee").exists()


def test_the_workspace_may_be_named_before_the_command(consultee: Consultee, example: Path) -> None:
    assert "example" in consultee("--workspace", example, "list").out


def test_a_workspace_that_is_not_there_is_not_made_by_a_slip_of_the_keyboard(
    consultee: Consultee, tmp_path: Path
) -> None:
    done = consultee("list", "--workspace", tmp_path / "trsut.consultee")
    assert done.code == 1
    assert "There is no such workspace" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_picture_is_not_taken_for_a_workspace(consultee: Consultee, tmp_path: Path) -> None:
    picture = tmp_path / "holiday.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    done = consultee("list", "--workspace", picture)
    assert done.code == 1
    assert "is not a Consultee workspace" in done.err
    assert picture.read_bytes() == b"\xff\xd8\xff\xe0" + bytes(2000)


def test_something_else_to_list_is_wrong_usage(consultee: Consultee) -> None:
    assert consultee("list", "snippets").code == 2
