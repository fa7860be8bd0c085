"""A question with options to choose from, in a consultation of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.core.edits import response_scope
from desktop.core.response import AnswerState, Response
from desktop.paths import Paths
from desktop.ui.context import Context
from desktop.ui.pages.question import QuestionPage
from desktop.ui.place import PageId, Place
from tests.support.workspace import INQUIRY, REPOSITORY


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Content in which the second question asks for one of two options."""
    content = tmp_path / "content"
    for folder in ("resources", "snippets", "templates"):
        shutil.copytree(REPOSITORY / folder, content / folder)
    file = content / "resources" / "consultations" / f"{INQUIRY}.toml"
    parts = file.read_text(encoding="utf-8").split("[[question]]")
    parts[2] = parts[2].replace('kind = "open"', 'kind = "single"')
    parts[2] = parts[2].replace("options = []", 'options = ["Yes", "No"]')
    file.write_text("[[question]]".join(parts), encoding="utf-8")
    return Paths(content=content, data=tmp_path, config=tmp_path)


@pytest.fixture
def page(show: Callable[..., Any], response: Response) -> QuestionPage:
    page: QuestionPage = show(QuestionPage, Place(PageId.QUESTION, response.id, "2"))
    return page


def test_a_choice_is_saved_at_once_and_starts_the_answer(
    page: QuestionPage, context: Context, response: Response
) -> None:
    page.sheet.choices.buttons()["No"].click()
    answer = context.session.draft(response.id).answer("2")
    assert answer.choice == ("No",)
    assert answer.state is AnswerState.DRAFTING


def test_undo_takes_the_choice_back(
    page: QuestionPage, context: Context, response: Response
) -> None:
    page.sheet.choices.buttons()["No"].click()
    context.session.undo(response_scope(response.id))
    assert not page.sheet.choices.buttons()["No"].isChecked()


def test_the_options_come_before_the_text_and_go_at_an_open_question(
    page: QuestionPage, response: Response
) -> None:
    assert page.sheet.choices.isVisible()
    assert page.sheet.choices.y() < page.sheet.editor.y()
    page.open(Place(PageId.QUESTION, response.id, "3"))
    assert not page.sheet.choices.isVisible()
