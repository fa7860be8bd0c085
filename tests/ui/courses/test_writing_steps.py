"""Drafting with the guide, comparing with finished answers, handing in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetBody, SetKeyPoint
from desktop.core.handing_in import ENDING
from desktop.core.learning import WorkKind
from desktop.session import Session
from desktop.store.packs.course_text import course_text
from desktop.ui.body import Side
from desktop.ui.courses.drafting import DraftingView
from desktop.ui.courses.finishing import FinishingView
from desktop.ui.courses.worked import WorkedView
from desktop.ui.pages.course import CoursePage
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.guide import GuidePanel
from desktop.ui.panels.help import HelpPanel
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.conftest import visible_texts
from tests.ui.courses.practising import AtStep
from tests.ui.fakes import FakeDialogs

RESPONSE = "practice"
ATTEMPT = "We counted 58 of 187 [@wheels-survey, paragraph 2]."


@pytest.fixture
def guide(learner: Window, at_step: AtStep) -> GuidePanel:
    view = at_step("draft-1").view
    assert isinstance(view, DraftingView)
    assert "What do people who have no car" in visible_texts(view)
    view.button.click()
    assert learner.place == Place(PageId.QUESTION, RESPONSE, "1")
    panel = learner.panels.panel(Side.RIGHT)
    assert isinstance(panel, HelpPanel)
    assert panel.guide.isVisible()
    return panel.guide


def test_the_guide_asks_for_one_part_after_another(
    guide: GuidePanel, practice: Session, learner: Window
) -> None:
    parts: list[str] = []
    while not guide.on_button.isVisible():
        parts.append(guide.part.text())
        guide.next_button.click()
    assert parts == ["Claim", "Evidence", "Reason", "Counter-argument", "Ask"]
    assert "Write the key point last" in guide.does.text()
    assert guide.on_button.hasFocus()
    guide.back_button.click()
    assert guide.part.text() == "Ask"
    guide.skip_button.click()
    guide.on_button.click()
    assert learner.place == Place(PageId.COURSE, "", "worked-1")
    assert practice.learning is not None
    assert practice.learning.state("draft-1") == "done"


def test_the_guide_comes_back_to_the_part_it_was_at(guide: GuidePanel, learner: Window) -> None:
    guide.next_button.click()
    learner.go(Place(PageId.QUESTION, RESPONSE, "2"))
    assert guide.part.text() == "Claim"
    learner.go(Place(PageId.QUESTION, RESPONSE, "1"))
    assert guide.part.text() == "Evidence"
    guide.course_button.click()
    assert learner.place == Place(PageId.COURSE, "", "draft-1")


def test_a_sentence_to_complete_goes_in_with_its_first_blank_chosen(
    guide: GuidePanel, learner: Window, qtbot: QtBot
) -> None:
    page = learner.navigation.page
    assert isinstance(page, QuestionPage)
    guide.next_button.click()
    guide.frames[0].click()
    editor = page.sheet.editor
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == "[year]"
    qtbot.keyClicks(editor, "2025-26")
    assert "In 2025-26 we counted … of …" in editor.toPlainText()
    while not guide.on_button.isVisible():
        page.flush()
        guide.next_button.click()
    assert guide.unfinished.text() == "Still to complete:\n• In 2025-26 we counted …"
    editor.selectAll()
    qtbot.keyClicks(editor, "We counted 648 refusals.")
    page.flush()
    assert not guide.unfinished.isVisible()
    qtbot.keyClicks(editor, " In [year] it was more.")
    page.flush()
    assert guide.unfinished.text() == "Still to complete:\n• In [year]"


def test_in_a_narrow_window_nothing_lies_over_the_sentence_that_is_begun(
    learner: Window, at_step: AtStep
) -> None:
    learner.resize(1024, 700)
    view = at_step("draft-1").view
    assert isinstance(view, DraftingView)
    view.button.click()
    panel = learner.panels.panel(Side.RIGHT)
    assert isinstance(panel, HelpPanel)
    assert panel.guide.isVisible()
    panel.guide.frames[0].click()
    assert not panel.guide.isVisible()
    page = learner.navigation.page
    assert isinstance(page, QuestionPage)
    assert page.sheet.editor.hasFocus()


def test_who_goes_on_from_an_answer_goes_on_with_the_course_that_asked_for_it(
    guide: GuidePanel, practice: Session, learner: Window
) -> None:
    page = learner.navigation.page
    assert isinstance(page, QuestionPage)
    assert page.footer.next_button.text() == "Go on with the course"
    page.sheet.editor.insertPlainText("People go without.")
    page.footer.next_button.click()
    assert learner.place == Place(PageId.COURSE, "", "worked-1")
    assert practice.learning is not None
    assert practice.learning.state("draft-1") == "done"
    assert practice.draft(RESPONSE).answer("1").body == "People go without."


def test_the_guide_is_there_in_a_practice_alone(window: Window, response: object) -> None:
    window.go(Place(PageId.QUESTION, window.session.responses()[0].response.id, "1"))
    panel = window.panels.panel(Side.RIGHT)
    assert isinstance(panel, HelpPanel)
    assert "Guide" not in panel.titles()
    page = window.navigation.page
    assert isinstance(page, QuestionPage)
    assert page.footer.next_button.text() == "Next question"
    with pytest.raises(ValueError, match="guide"):
        panel.show_tab("Guide")
    window.run("tab.6")
    assert panel.titles()[panel._strip.current].startswith("Evidence")


def test_a_step_to_draft_shows_what_is_written_so_far(practice: Session, at_step: AtStep) -> None:
    view = at_step("draft-1").view
    assert isinstance(view, DraftingView)
    assert "Nothing is written here yet." in visible_texts(view)
    practice.apply(SetKeyPoint(RESPONSE, "1", "People miss care."))
    practice.apply(SetBody(RESPONSE, "1", ATTEMPT))
    assert "So far: 8 of 220 words." in visible_texts(view)
    assert view.prose.words() == "We counted 58 of 187 ."
    assert view.button.text() == "Go on writing"


def test_the_finished_answers_show_when_asked_for_and_keep_the_attempt(
    practice: Session, at_step: AtStep, learner: Window, qtbot: QtBot
) -> None:
    practice.apply(SetBody(RESPONSE, "1", ATTEMPT))
    view = at_step("worked-1").view
    assert isinstance(view, WorkedView)
    assert view.models == []
    view.reveal_button.click()
    assert [model.model.level for model in view.models] == [
        "A strong answer",
        "A common attempt",
    ]
    assert view.models[0].prose.hasFocus()
    assert "1  Larkhope Wheels (fictional), “What our passengers told us" in visible_texts(view)
    case = "4  Larkhope Wheels (fictional), “Case notes, January to May 2026”"
    qtbot.waitUntil(lambda: case in visible_texts(view))
    assert practice.learning is not None
    assert practice.learning.text(WorkKind.FIRST, "1") == ATTEMPT
    strong = view.models[0]
    note = strong.notes[1]
    note.setFocus()
    assert note.property("current")
    (shown,) = [each for each in strong._stretches if each.number == 2]
    words = strong.prose.document().toPlainText()[shown.start : shown.end]
    assert words == "2,187 were to a hospital or a doctorb"
    qtbot.keyClick(note, Qt.Key.Key_Down)
    assert strong.notes[2].hasFocus()
    assert len(strong._stretches) == len(strong.notes)
    cursor = strong.prose.textCursor()
    strong.prose.setFocus()
    cursor.setPosition(strong._stretches[3].start + 1)
    strong.prose.setTextCursor(cursor)
    assert strong.notes[3].property("current")


def test_what_is_written_later_stands_beside_the_finished_answers_and_the_first_attempt_with_it(
    practice: Session, at_step: AtStep, qtbot: QtBot
) -> None:
    practice.apply(SetKeyPoint(RESPONSE, "1", "People miss care."))
    practice.apply(SetBody(RESPONSE, "1", ATTEMPT))
    view = at_step("worked-1").view
    assert isinstance(view, WorkedView)
    assert "kept as your first attempt" in view.said.text()
    view.reveal_button.click()
    assert view.own.prose.words() == "We counted 58 of 187 ."
    assert view.said.text() == "As it was when you looked."
    assert not view.own.strip.isVisible(), "there is only one answer to look at"
    practice.apply(SetBody(RESPONSE, "1", "Another."))
    assert view.own.prose.words() == "Another."
    assert view.own.strip.titles() == ["Your answer now", "Your first attempt"]
    assert view.own.strip.isVisible()
    assert view.said.text().startswith("As it is now.")
    view.own.strip.focus_current()
    qtbot.keyClick(view.own.strip.focusWidget(), Qt.Key.Key_Right)
    assert view.own.prose.words() == "We counted 58 of 187 ."
    assert view.own.prose.accessibleName() == "Your first attempt"
    assert "2  " not in view.own.cited.text()
    assert view.own.cited.text()
    assert view.said.text().startswith("As it was when you looked. What you write now")
    practice.apply(SetBody(RESPONSE, "1", ATTEMPT))
    assert not view.own.strip.isVisible()
    assert view.own.prose.accessibleName() == "Your answer"


def test_notes_can_be_hidden_to_guess_first(at_step: AtStep, qtbot: QtBot) -> None:
    view = at_step("worked-1").view
    assert isinstance(view, WorkedView)
    view.reveal_button.click()
    assert view.tabs is not None
    view.tabs.choose(1)
    common = view.models[1]
    qtbot.waitUntil(lambda: "What each part does" in visible_texts(common))
    assert "How it was looked at, 0 to 3" in visible_texts(common)
    common.notes_button.click()
    said = visible_texts(common)
    assert "What each part does" not in said
    assert "How it was looked at" not in said
    assert "Guess first" in said
    assert "trusteesa" not in common.prose.words()
    common.notes_button.click()
    assert "trusteesa" in common.prose.words()


def test_who_has_written_nothing_is_told_to_write_first(at_step: AtStep, learner: Window) -> None:
    view = at_step("worked-1").view
    assert isinstance(view, WorkedView)
    assert "there is no first attempt to keep" in view.said.text()
    view.reveal_button.click()
    assert len(view.models) == 2
    assert view.said.text() == "You have written nothing at this question."
    view.write_button.click()
    assert learner.place == Place(PageId.QUESTION, RESPONSE, "1")


def test_who_writes_only_after_looking_has_that_beside_the_finished_answers(
    practice: Session, at_step: AtStep
) -> None:
    view = at_step("worked-1").view
    assert isinstance(view, WorkedView)
    view.reveal_button.click()
    practice.apply(SetBody(RESPONSE, "1", ATTEMPT))
    view = at_step("worked-1").view
    assert isinstance(view, WorkedView)
    assert view.own.prose.words() == "We counted 58 of 187 ."
    assert view.said.text() == "You wrote this after you had looked."
    assert not view.own.strip.isVisible()
    assert len(view.models) == 2
    assert practice.learning is not None
    assert practice.learning.first("1") is None, "what was written after is no first attempt"


def test_a_trainer_can_keep_the_finished_answers_closed(
    practice: Session, at_step: AtStep, tmp_path: Path
) -> None:
    course = practice.course
    assert course is not None
    closed = replace(course, switches=replace(course.switches, models=False))
    file = tmp_path / "closed.toml"
    file.write_text(course_text(closed, practice.courses.shelf().rubric), encoding="utf-8")
    practice.courses.import_course(file)
    view = at_step("worked-1").view
    assert isinstance(view, WorkedView)
    assert "kept the finished answers closed" in view.said.text()
    assert not view.reveal_button.isVisible()
    assert view.first_focus() is view.write_button


def finish(page: CoursePage) -> FinishingView:
    assert isinstance(page.view, FinishingView)
    return page.view


def test_the_work_is_saved_for_the_trainer_with_the_name_typed(
    at_step: AtStep, dialogs: FakeDialogs, tmp_path: Path, learner: Window, qtbot: QtBot
) -> None:
    view = finish(at_step("take-home"))
    qtbot.waitUntil(lambda: "Each ask says who, what and by when" in visible_texts(view))
    view.name.field.selectAll()
    view.name.field.insert("Wren")  # type: ignore[union-attr]
    view.name.field.textEdited.emit("Wren")  # type: ignore[union-attr]
    view.hand_in_button.click()  # and the person changes their mind
    assert not view.handed_in.isVisible()
    assert dialogs.asked[-1][2].endswith(f"Your first written evidence - Wren{ENDING}")
    dialogs.saves.append(tmp_path / "wren")
    view.hand_in_button.click()
    assert view.handed_in.text() == f"✓ Saved as wren{ENDING}"
    dialogs.saves.append(tmp_path / "wren")
    learner.run("course.hand_in")  # there is one already, and it stays
    assert dialogs.risky == ["Replace the file?"]
    dialogs.saves.append(tmp_path / "wren")
    dialogs.confirms.append(True)
    view.hand_in_button.click()
    dialogs.saves.append(tmp_path / "no folder" / "wren")
    view.hand_in_button.click()
    assert len(dialogs.errors) == 1
    assert '"Wren"' in (tmp_path / f"wren{ENDING}").read_text(encoding="utf-8")


def test_the_certificate_is_saved_with_the_name_and_replaced_when_asked(
    at_step: AtStep, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    view = finish(at_step("take-home"))
    view.certificate_button.click()  # and the person changes their mind
    for count in (1, 2):
        dialogs.opens.append(tmp_path / "mine")
        dialogs.confirms.append(True)
        view.certificate_button.click()
        qtbot.waitUntil(lambda count=count: len(dialogs.notices) == count, timeout=20_000)
    (file,) = (tmp_path / "mine").iterdir()
    assert file.suffix == ".docx"
    assert dialogs.risky == ["Replace the file?"]


def test_all_of_the_work_is_saved_as_a_word_document_and_replaced_only_when_asked(
    practice: Session, at_step: AtStep, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    view = finish(at_step("take-home"))
    QTest.keyClicks(view.notes.field, "I shall begin with the answer.")
    view.all_button.click()  # and the person changes their mind
    file = tmp_path / "mine.docx"
    dialogs.saves += [tmp_path / "mine", file, file]
    view.all_button.click()
    qtbot.waitUntil(lambda: dialogs.notices == ["Saved as mine.docx"])
    said = "\n".join(
        cell.text
        for table in Document(str(file)).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "I shall begin with the answer." in said
    file.write_bytes(b"signed already")
    view.all_button.click()  # and the person declines to replace it
    qtbot.waitUntil(lambda: dialogs.risky == ["Replace the file?"])
    assert file.read_bytes() == b"signed already"
    dialogs.confirms.append(True)
    view.all_button.click()
    qtbot.waitUntil(lambda: len(dialogs.notices) == 2)
    assert file.read_bytes() != b"signed already"


def test_a_certificate_that_is_there_stays_unless_asked_and_what_fails_is_told(
    at_step: AtStep, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    view = finish(at_step("take-home"))
    dialogs.opens.append(tmp_path / "mine")
    view.certificate_button.click()
    qtbot.waitUntil(lambda: len(dialogs.notices) == 1, timeout=20_000)
    (file,) = (tmp_path / "mine").iterdir()
    file.write_bytes(b"signed already")
    dialogs.opens.append(tmp_path / "mine")
    view.certificate_button.click()  # and the person declines to replace it
    qtbot.waitUntil(lambda: bool(dialogs.risky), timeout=20_000)
    assert file.read_bytes() == b"signed already"
    dialogs.opens.append(file)  # a file where the folder should be
    view.certificate_button.click()
    qtbot.waitUntil(lambda: len(dialogs.errors) == 1, timeout=20_000)
    assert len(dialogs.notices) == 1


def test_what_one_takes_home_is_saved_from_anywhere_in_the_practice(
    learner: Window, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    learner.go(Place(PageId.QUESTION, RESPONSE, "1"))
    dialogs.saves.append(tmp_path / "bo")
    learner.run("course.hand_in")
    assert learner.place.page is PageId.COURSE
    learner.go(Place(PageId.QUESTION, RESPONSE, "1"))
    dialogs.saves.append(tmp_path / "bo")
    learner.run("course.save_all")
    qtbot.waitUntil(lambda: dialogs.notices[1:] == ["Saved as bo.docx"])
    dialogs.opens.append(tmp_path / "mine")
    learner.run("course.certificate")
    qtbot.waitUntil(lambda: len(dialogs.notices) == 3)
    assert (tmp_path / f"bo{ENDING}").is_file()
    assert len(list((tmp_path / "mine").iterdir())) == 1


def test_the_last_step_leads_to_the_document_and_to_comments(
    at_step: AtStep, learner: Window
) -> None:
    finish(at_step("take-home")).comments_button.click()
    assert learner.place.page is PageId.COMMENTS
    finish(at_step("take-home")).export_button.click()
    assert learner.place == Place(PageId.EXPORT, RESPONSE)
    finish(at_step("take-home")).summary_button.click()
    assert learner.place == Place(PageId.SUMMARY, RESPONSE)
