"""`consultee import`: files become answers, passages and consultations, or say why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from desktop.paths import Paths
from desktop.session import Session
from tests.cli.conftest import Consultee

ANSWERS = """\
Fernbrook Community Trust

About us

Fernbrook Community Trust runs four village halls and speaks for the sixty groups in them.

Question 1: A definition of what the 'Big Society' is or should be.

We found that people already help one another, and that a hall with a caretaker is what lets
them. The Government should say plainly which of its departments pays for the roof.

Question 2: The impact and consequences of reductions in public expenditure on the Government's \
ambitions to deliver its vision for the Big Society.

In 2010 the district council ended its grant of £12,400 to the halls. Four of the eleven groups
that met at our largest hall have since stopped meeting, and the lunch club now opens on one day.
"""


@pytest.fixture
def response(tmp_path: Path) -> Path:
    file = tmp_path / "fernbrook-2011.txt"
    file.write_text(ANSWERS, encoding="utf-8")
    return file


@pytest.fixture
def call(tmp_path: Path) -> Path:
    file = tmp_path / "village-halls.docx"
    document = Document()
    document.add_heading("Call for evidence: the future of village halls", 1)
    document.add_paragraph(
        "The Committee on Rural Places invites written submissions by 5pm on Friday 12 March 2027. "
        "Submissions should be no longer than 2,000 words."
    )
    document.add_heading("Questions", 2)
    for question in (
        "Who should own a village hall?",
        "What does it cost to keep a village hall open, and who pays?",
        "How should councillors decide which halls to keep?",
    ):
        document.add_paragraph(question, style="List Number")
    document.save(str(file))
    return file


def opened() -> Session:
    paths = Paths.discover()
    return Session.open(paths.default_workspace, paths)


@pytest.mark.slow
def test_a_dry_run_shows_what_was_understood_and_keeps_nothing(
    consultee: Consultee, response: Path
) -> None:
    done = consultee("import", response, "--dry-run", "--json")
    assert done.code == 0, done.err
    (record,) = done.json["files"]
    assert record["error"] is None
    assert [answer["number"] for answer in record["answers"]] == ["1", "2"]
    assert record["answers"][0]["ref"] == "pasc-big-society-2011#1"
    assert record["answers"][1]["text"].startswith("In 2010 the district council ended")
    assert {part["role"] for part in record["parts"]} >= {"answer", "about-us"}
    assert record["parts"][0]["first"] == 0
    assert record["parts"][-1]["end"] == len(record["blocks"])
    assert all(passage["locator"] for passage in record["passages"])
    kinds = {sentence["kind"] for sentence in record["sentences"]}
    assert "recommendation" in kinds
    for sentence in record["sentences"]:
        text = record["blocks"][sentence["block"]]["text"]
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]
    assert not Paths.discover().default_workspace.exists()


@pytest.mark.slow
def test_a_past_response_is_kept_for_its_review_or_taken_in_at_once(
    consultee: Consultee, response: Path
) -> None:
    done = consultee("import", response, "--json")
    (record,) = done.json["files"]
    assert (record["state"], record["answers"]) == ("waiting", 2)
    done = consultee("import", response, "--accept-all", "--json")
    (record,) = done.json["files"]
    assert record["state"] == "accepted"
    assert record["passages"] > 0
    found = consultee("library", "search", "lunch", "club", "--json").json["found"]
    assert found[0]["kind"] == "passage"
    assert found[0]["source"] == record["source"]


@pytest.mark.slow
def test_a_call_for_evidence_becomes_a_consultation(consultee: Consultee, call: Path) -> None:
    done = consultee("import", call, "--as", "consultation", "--accept-all", "--json")
    assert done.code == 0, done.err
    (record,) = done.json["files"]
    listed = consultee("list", "consultations", "--json").json["consultations"]
    made = next(item for item in listed if item["id"] == record["consultation"])
    assert made["closes"] == "2027-03-12"
    assert [question["number"] for question in made["questions"]] == ["1", "2", "3"]
    assert made["questions"][0]["text"] == "Who should own a village hall?"


@pytest.mark.slow
def test_a_file_that_cannot_be_read_costs_its_own_line(
    consultee: Consultee, response: Path, tmp_path: Path
) -> None:
    (tmp_path / "photo.docx").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 300)
    (tmp_path / ".hidden.txt").write_text("not asked for", encoding="utf-8")
    done = consultee("import", tmp_path)
    assert done.code == 1
    assert "fernbrook-2011.txt: " in done.out
    assert "2 answers" in done.out
    assert "photo.docx" in done.err
    assert "1 file could not be read; everything else was." in done.err
    session = opened()
    assert [document.name for document in session.intake.documents()] == ["fernbrook-2011.txt"]
    session.close()


@pytest.mark.slow
def test_a_missing_file_is_told_in_a_sentence_and_as_json(
    consultee: Consultee, tmp_path: Path
) -> None:
    done = consultee("import", tmp_path / "gone.pdf", "--dry-run", "--json")
    assert done.code == 1
    (record,) = json.loads(done.out)["files"]
    assert record["error"]["cause"] == "missing"
    assert "gone.pdf" in record["error"]["message"]


def test_an_empty_folder_has_nothing_to_read(consultee: Consultee, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = consultee("import", tmp_path / "empty", "--dry-run")
    assert (done.code, done.err) == (0, "")
    assert done.out.strip() == "There is nothing to read there."
