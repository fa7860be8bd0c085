"""`consultee report`: shown, written, or for a program."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Consultee


def test_the_report_is_shown(consultee: Consultee, example: Path) -> None:
    done = consultee("report", "example", "--workspace", example)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Submission report: Fernbrook Community Trust (example)\n")
    assert "Evidence map" in done.out


def test_it_is_written_as_a_document_and_replaced_only_if_asked(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    done = consultee("report", "example", "--out", folder, "--workspace", example)
    (file,) = folder.iterdir()
    assert done.out == f"Written: {file}\n"
    assert file.name.endswith(" - report.docx")
    again = consultee("report", "example", "--out", file, "--workspace", example)
    assert again.code == 1
    assert "already" in again.err
    replaced = consultee("report", "example", "--out", file, "--replace", "--workspace", example)
    assert replaced.code == 0
    text = consultee("report", "example", "--out", folder / "r.txt", "--workspace", example)
    assert text.code == 0
    assert "Evidence map" in (folder / "r.txt").read_text(encoding="utf-8")


def test_the_report_as_json(consultee: Consultee, example: Path) -> None:
    said = consultee("report", "example", "--workspace", example, "--json").json
    assert (said["response"], said["file"]) == ("example", None)
    assert said["questions"][0]["number"] == "1"
    assert said["questions"][0]["evidence"]
    assert {"topic", "readiness", "says", "question"} == set(said["lines"][0])
    assert said["approval"] == "not-needed"
