"""`consultee check FILE`: a document from outside, for a person and for a program."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Consultee
from tests.session.test_outside import response_document
from tests.support.spoilt_documents import spoilt_document


def test_a_faulty_document_ends_with_exit_code_one(consultee: Consultee, tmp_path: Path) -> None:
    done = consultee("check", spoilt_document(tmp_path / "spoilt.docx"))
    assert done.code == 1
    assert done.out.startswith("“spoilt.docx”, 1 part, by the rules of:")
    assert "Tracked changes were read" in done.out
    assert "has no header row" in done.out
    assert "Other parts of the document: " in done.out
    assert done.err.endswith("to put right before it is sent.\n")


def test_a_document_by_the_rules_of_a_body_as_json(consultee: Consultee, tmp_path: Path) -> None:
    path = response_document(tmp_path / "response.docx")
    done = consultee("check", path, "--body", "commons-select", "--json")
    said = done.json
    assert said["file"] == str(path)
    assert said["rules"] == "commons-select-committee"
    assert said["organisation"] == "Larch Valley Network"
    assert said["answers"] == ["1", "2"]
    assert done.code == (1 if said["errors"] else 0)
    assert said["errors"] == sum(one["level"] == "error" for one in said["findings"])


def test_a_body_that_nobody_knows_and_a_file_that_is_not_there(
    consultee: Consultee, tmp_path: Path
) -> None:
    path = response_document(tmp_path / "response.docx")
    unknown = consultee("check", path, "--body", "the moon")
    assert unknown.code == 1
    assert "There is no such body" in unknown.err
    missing = consultee("check", tmp_path / "missing.docx")
    assert missing.code == 1
    assert "missing.docx" in missing.err
    damaged = tmp_path / "damaged.docx"
    damaged.write_bytes(path.read_bytes()[:900])
    assert "damaged" in consultee("check", damaged).err
