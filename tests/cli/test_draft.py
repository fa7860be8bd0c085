from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.edits import AddOrganisation, SetBody
from desktop.core.response import Organisation
from desktop.paths import Paths
from desktop.session import Session
from tests.cli.conftest import REPOSITORY, Consultee
from tests.support.workspace import INQUIRY

ANYWAY = ("--anyway", "For a colleague to read.")


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A workspace with one response, in which the first question is answered."""
    paths = Paths(content=REPOSITORY, data=tmp_path, config=tmp_path)
    file = tmp_path / "begun.consultee"
    session = Session.open(file, paths)
    session.apply(AddOrganisation(Organisation("o", "Fernbrook Community Trust")))
    response = session.start_response(INQUIRY, "o")
    session.apply(SetBody(response.id, "1", "Ours."))
    session.close()
    return file


def test_a_first_draft_is_told_of_question_by_question_and_written(
    consultee: Consultee, begun: Path
) -> None:
    said = consultee("draft", "fernbrook", "--workspace", begun)
    assert said.code == 0
    assert "1. What the Big Society is: something is written already" in said.out
    assert "4. Commissioning: " in said.out
    assert "Not found in the library: a key point of your own" in said.out
    assert said.out.endswith(
        "8 answers filled. Every piece is unreviewed until you change it or confirm it.\n"
    )
    listed = consultee("list", "--workspace", begun, "--json").json["responses"][0]
    assert (listed["drafting"], listed["ready"]) == (9, 0)


def test_a_dry_run_writes_nothing(consultee: Consultee, begun: Path) -> None:
    given = consultee("draft", "fernbrook", "--dry-run", "--workspace", begun, "--json").json
    assert given["written"] is False
    assert given["answers"][0]["untouched"] == "written"
    assert given["answers"][3]["placed"]
    said = consultee("draft", "fernbrook", "--dry-run", "--workspace", begun)
    assert said.out.endswith("8 answers would be filled. Nothing was written.\n")
    listed = consultee("list", "--workspace", begun, "--json").json["responses"][0]
    assert listed["drafting"] == 1


def test_one_question_can_be_asked_for_and_is_filled_once(
    consultee: Consultee, begun: Path
) -> None:
    call = ("draft", "fernbrook", "--question", "4", "--workspace", begun)
    given = consultee(*call, "--json").json
    assert given["written"] is True
    (answer,) = given["answers"]
    assert answer["question"] == "4"
    assert answer["words"] == sum(piece["words"] for piece in answer["placed"])
    assert answer["words"] <= answer["room"]["words"]
    assert all(piece["reference"] and piece["why"] for piece in answer["placed"])
    assert {item["why"] for item in answer["missing"]} <= {"not-found", "no-room"}
    again = consultee(*call)
    assert again.out.endswith("Nothing was put in.\n")


def test_a_question_that_is_not_there_is_named(consultee: Consultee, begun: Path) -> None:
    said = consultee("draft", "fernbrook", "--question", "40", "--workspace", begun)
    assert said.code == 1
    assert "no question 40" in said.err


def test_an_export_and_a_check_name_the_questions_with_unreviewed_pieces(
    consultee: Consultee, begun: Path, tmp_path: Path
) -> None:
    filled = consultee(
        "draft", "fernbrook", "--question", "4", "--workspace", begun, "--json"
    ).json["answers"][0]["placed"]
    file = tmp_path / "a.docx"
    said = consultee("export", "fernbrook", "--to", file, "--workspace", begun, "--json", *ANYWAY)
    assert said.code == 0
    assert f"{len(filled)} pieces of the first draft are unreviewed, at question 4." in said.err
    assert said.json["unreviewed"] == [{"question": "4", "pieces": len(filled)}]
    assert file.is_file()
    checked = consultee("check", "fernbrook", "--workspace", begun, "--json").json["findings"]
    assert [item["question"] for item in checked if item["check"] == "unreviewed"] == ["4"]


def test_an_export_of_what_is_all_reviewed_says_nothing_of_it(
    consultee: Consultee, begun: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    said = consultee("export", "fernbrook", "--to", file, "--workspace", begun, *ANYWAY)
    assert said.err == ""
