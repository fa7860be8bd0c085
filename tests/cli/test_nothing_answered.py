"""Commands on a response in which nothing is answered yet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desktop.core.edits import AddOrganisation, MarkAnswer
from desktop.core.response import AnswerMark, Organisation
from desktop.paths import Paths
from desktop.session import Session
from tests.cli.conftest import REPOSITORY, Consultee
from tests.export import reading

NONE = "None of the 9 questions is answered yet."


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A workspace with a response that nobody has written in."""
    file = tmp_path / "empty.consultee"
    paths = Paths(content=REPOSITORY, data=tmp_path, config=tmp_path)
    session = Session.open(file, paths, lambda: datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001
    session.apply(AddOrganisation(Organisation("fernbrook", "Fernbrook Community Trust")))
    session.start_response("pasc-big-society-2011", "fernbrook")
    session.close()
    return file


def skip_all(file: Path) -> None:
    paths = Paths(content=REPOSITORY, data=file.parent, config=file.parent)
    session = Session.open(file, paths, lambda: datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001
    (card,) = session.responses()
    for question in session.draft(card.response.id).consultation.questions:
        session.apply(
            MarkAnswer(card.response.id, question.number, AnswerMark.SKIPPED, "Not our field.")
        )
    session.close()


def test_the_check_says_so_first(consultee: Consultee, empty: Path) -> None:
    done = consultee("check", "smaller", "--workspace", empty)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == NONE
    assert done.out.count("This question is not answered yet.") == 9


def test_the_report_says_so_and_maps_nothing(
    consultee: Consultee, empty: Path, tmp_path: Path
) -> None:
    done = consultee("report", "smaller", "--workspace", empty)
    assert (done.code, done.err) == (0, "")
    verdict = "Not ready to be sent: none of the 9 questions is answered yet."
    assert verdict in done.out
    assert "Missing" not in done.out
    assert "0 words" not in done.out
    file = tmp_path / "report.docx"
    assert consultee("report", "smaller", "--workspace", empty, "--out", file).code == 0
    said = reading.paragraphs(file.read_bytes())
    assert verdict in said
    assert said[said.index("Evidence map") + 1] == NONE
    told = consultee("report", "smaller", "--workspace", empty, "--json").json
    assert (told["ready"], told["verdict"]) == (False, verdict)


def test_the_export_writes_what_there_is_and_says_how_little_that_is(
    consultee: Consultee, empty: Path, tmp_path: Path
) -> None:
    file = tmp_path / "out.txt"
    done = consultee("export", "smaller", "--workspace", empty, "--to", file)
    assert (done.code, done.out) == (0, f"Written: {file}\n")
    assert (
        done.err == f"consultee: {NONE} The document holds no more than what frames the answers.\n"
    )
    assert "Fernbrook Community Trust" in file.read_text(encoding="utf-8")
    word = tmp_path / "out.docx"
    assert consultee("export", "smaller", "--workspace", empty, "--to", word).code == 0
    assert reading.paragraphs(word.read_bytes())


def test_where_all_is_skipped_the_reasons_are_what_is_left(
    consultee: Consultee, empty: Path
) -> None:
    skip_all(empty)
    done = consultee("report", "smaller", "--workspace", empty)
    assert "Not ready to be sent: all 9 questions are skipped, so nothing is answered." in done.out
    assert "Not our field." in done.out
