"""`consultee export`: the file, the choices, and what may not be overwritten."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from desktop.core.edits import SetOrganisationField
from desktop.paths import Paths
from desktop.session import Session
from tests.cli.conftest import REPOSITORY, Consultee


@pytest.mark.parametrize("name", ["example", "Smaller", "smaller gov", "Fernbrook", "exam"])
def test_a_response_is_found_by_its_id_or_the_beginning_of_a_name(
    consultee: Consultee, example: Path, tmp_path: Path, name: str
) -> None:
    done = consultee("export", name, "--workspace", example, "--to", tmp_path / "out.docx")
    assert (done.code, done.err) == (0, "")
    assert zipfile.is_zipfile(tmp_path / "out.docx")
    assert "out.docx" in done.out


def test_the_ending_of_the_file_chooses_plain_text(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    done = consultee("export", "example", "--workspace", example, "--to", tmp_path / "out.TXT")
    assert done.code == 0
    text = (tmp_path / "out.TXT").read_text(encoding="utf-8")
    assert text.startswith("Written evidence submitted by Fernbrook")


def test_the_format_that_is_named_goes_before_the_ending(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    path = tmp_path / "form.data"
    done = consultee(
        "export", "example", "--workspace", example, "--to", path, "--format", "txt", "--json"
    )
    assert done.json == {
        "file": str(path),
        "format": "txt",
        "response": "example",
        "to_mend": [],
        "not_translated": [],
        "unreviewed": [],
    }
    assert path.read_text(encoding="utf-8").startswith("Written evidence")


def test_a_folder_gets_a_file_with_a_suitable_name(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    (tmp_path / "sent").mkdir()
    done = consultee("export", "example", "--workspace", example, "--to", tmp_path / "sent")
    assert done.code == 0
    assert [path.suffix for path in (tmp_path / "sent").iterdir()] == [".docx"]


def test_a_file_that_is_there_is_replaced_only_when_asked(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out.txt"
    path.write_text("an earlier version", encoding="utf-8")
    call = ("export", "example", "--workspace", example, "--to", path)
    refused = consultee(*call)
    assert refused.code == 1
    assert "--replace" in refused.err
    assert path.read_text(encoding="utf-8") == "an earlier version"
    assert consultee(*call, "--replace").code == 0
    assert path.read_text(encoding="utf-8").startswith("Written evidence")


def test_a_list_of_sources_is_added_when_asked(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    call = ("export", "example", "--workspace", example, "--to", tmp_path / "out.txt", "--replace")
    consultee(*call)
    without = (tmp_path / "out.txt").read_text(encoding="utf-8")
    consultee(*call, "--list-of-sources")
    with_list = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert "\nSources\n" not in without
    assert "\nSources\n" in with_list


def test_numbers_as_text_are_in_the_document_itself(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    def document(*more: str) -> str:
        path = tmp_path / "out.docx"
        call = ("export", "example", "--workspace", example, "--to", path, "--replace")
        assert consultee(*call, *more).code == 0
        return zipfile.ZipFile(path).read("word/document.xml").decode()

    assert ">12.<" not in document()
    assert ">12.<" in document("--numbers-as-text")


def test_a_folder_that_is_not_there_is_said_in_a_sentence(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    path = tmp_path / "gone" / "out.docx"
    done = consultee("export", "example", "--workspace", example, "--to", path)
    assert done.code == 1
    assert "gone is not there" in done.err


def test_a_name_that_fits_nothing_is_answered_with_what_there_is(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    done = consultee("export", "Bigger", "--workspace", example, "--to", tmp_path / "out.docx")
    assert done.code == 1
    assert "No response is called “Bigger”" in done.err
    assert "example (Smaller Government: Bigger Society?, Fernbrook" in done.err
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.parametrize("name", ["out.pdf", "out.DOC", "out.odt"])
def test_a_kind_of_file_that_is_not_written_is_refused(
    consultee: Consultee, example: Path, tmp_path: Path, name: str
) -> None:
    call = ("export", "example", "--workspace", example, "--to", tmp_path / name)
    done = consultee(*call)
    assert done.code == 1
    assert "Consultee writes .docx and .txt" in done.err
    assert not (tmp_path / name).exists()
    assert consultee(*call, "--format", "docx").code == 0


def test_where_to_write_must_be_said(consultee: Consultee, example: Path) -> None:
    done = consultee("export", "example", "--workspace", example)
    assert done.code == 2
    assert "--to" in done.err


def test_a_format_that_does_not_exist_is_wrong_usage(consultee: Consultee, tmp_path: Path) -> None:
    done = consultee("export", "example", "--to", tmp_path / "x", "--format", "pdf")
    assert done.code == 2
    assert "pdf" in done.err


def test_what_must_be_mended_stops_it_until_a_reason_is_given(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    paths = Paths(content=REPOSITORY, data=tmp_path, config=tmp_path)
    session = Session.open(example, paths, lambda: datetime(2026, 11, 23, 10))  # noqa: DTZ001
    session.apply(SetOrganisationField("example-organisation", "name", ""))
    session.close()
    path = tmp_path / "out.docx"
    done = consultee("export", "example", "--workspace", example, "--to", path)
    assert done.code == 1
    assert "1 thing must be mended first. The organisation has no name." in done.err
    assert "--anyway REASON" in done.err
    assert not path.exists()
    why = "For the chair to read"
    done = consultee(
        "export", "example", "--workspace", example, "--to", path, "--anyway", why, "--json"
    )
    assert done.code == 0
    assert done.json["to_mend"] == ["The organisation has no name."]
    report = consultee("report", "example", "--workspace", example)
    assert f"The reason given: {why}" in report.out


def test_the_welsh_version_can_be_written(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out.txt"
    done = consultee(
        "export", "example", "--workspace", example, "--to", path, "--language", "cy-GB"
    )
    assert done.code == 0
    assert path.read_text(encoding="utf-8").startswith("Tystiolaeth ysgrifenedig gan Fernbrook")
    assert done.err == (
        "consultee: Nothing that you wrote is translated into Welsh, so its English stands; the "
        "call gives no Welsh wording of its questions, so the English one stands.\n"
    )
    told = consultee(
        *("export", "example", "--workspace", example, "--to", path, "--language", "cy-GB"),
        *("--replace", "--json"),
    )
    assert "about us" in told.json["not_translated"]
    assert "question 1" in told.json["not_translated"]
