"""A trainer makes a course, collects what three learners wrote in it, comments, sends the comments
back, and hands papers out; a learner reads the comments.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox, QTableView

from desktop.core.sending_comments import read_comments
from desktop.export.course import ALL
from desktop.paths import Paths
from desktop.session import Session
from tests.features.person import Person
from tests.support import learners
from tests.support.office import OoxmlValidator

TITLE = "Evidence for halls in the Larch valley"
COMMENT = "Say who counted, and when."
OF_THE_BANK = "Who should do this?"


@pytest.fixture
def trainer(person: Person, paths: Paths) -> Person:
    """A trainer in front of the page of courses."""
    person.start(paths.default_workspace)
    person.press("Ctrl+,")
    person.wait_for_words("Trainer mode")
    tick = person.find(QCheckBox, "Trainer mode")
    person.click_on(tick, QPoint(8, tick.height() // 2))
    person.wait_for(tick.isChecked, "it is not ticked")
    person.press("Ctrl+Alt+C")
    person.wait_for_words("For trainers")
    return person


def test_a_trainer_makes_a_course_collects_comments_and_hands_out(
    trainer: Person, paths: Paths, tmp_path: Path, ooxml_validator: OoxmlValidator
) -> None:
    course = make_a_course(trainer)
    folder = tmp_path / "from learners"
    folder.mkdir()
    names = ["Nia Fell", "Bo Larch", "Juno Ashgrove"]
    learners.hand_in(trainer.window.session, paths, folder, names, course)
    collect(trainer, folder)
    comment(trainer)
    go_to_the_next_and_back(trainer)
    back = send_back(trainer, tmp_path / "back.consultee-comments")
    script = save_as_word(trainer, tmp_path / "script.docx")
    papers = hand_out(trainer, tmp_path / "papers")
    written = [script, *papers]
    assert {path.name: ooxml_validator(path) for path in written} == {
        path.name: [] for path in written
    }
    read_as_a_learner(trainer, back)


def make_a_course(person: Person) -> str:
    """Make a version of a course that came with the program, and give it a title."""
    person.press("Ctrl+Alt+A")
    person.click("Make our own version: Your first written evidence")
    person.wait_for_words("About it")
    person.write("Title", TITLE)
    person.press("Tab")
    courses = person.window.session.courses

    def made() -> list[str]:
        return [card.id for card in courses.list() if card.own and card.title == TITLE]

    person.wait_for(made, "the course was not kept")
    person.picture("made")
    return made()[0]


def collect(person: Person, folder: Path) -> None:
    """Bring in a folder of learners' files, one of which was cut short on the way."""
    whole = next(folder.iterdir()).read_text(encoding="utf-8")
    (folder / "cut.consultee-work").write_text(whole[:400], encoding="utf-8")
    person.press("Ctrl+Alt+L")
    person.wait_for_words("Nobody’s work yet")
    person.dialogs.opens.append(folder)
    person.click("Add a folder…")
    person.wait_for_words("3 learners; 1 file was not taken.")
    person.picture("collected")
    table = person.find(QTableView, "Learners’ work")
    names = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    assert names == ["✕ cut.consultee-work", "Bo Larch", "Juno Ashgrove", "Nia Fell"]


def comment(person: Person) -> None:
    """Read the first learner's work; select words and comment on them, by keyboard alone."""
    person.press("F7")
    person.press("Return")
    person.wait_for_words("1 of 3 · " + TITLE)
    person.dialogs.texts.append("Ama Reed")
    person.press("N")
    assert person.focus().accessibleName() == "Answer, question 1"
    person.press("Ctrl+Right", 2)
    person.press("Ctrl+Shift+Right")
    person.press("Return")
    assert person.focus().accessibleName() == "Your comment"
    person.type(COMMENT)
    person.press("Ctrl+Return")
    person.wait_for_words(COMMENT)
    person.press("N")
    person.press("C")
    person.type("who should")
    person.press("Down")
    person.press("Return")
    person.press("Ctrl+Return")
    person.wait_for_words("2 comments.")
    person.click("Answers the question: 2")
    person.picture("commented")


def go_to_the_next_and_back(person: Person) -> None:
    """Read one learner after another."""
    person.press("Ctrl+PgDown")
    person.wait_for_words("2 of 3 · ")
    assert person.reads("No comment yet.")
    person.press("Ctrl+PgUp")
    person.wait_for_words("1 of 3 · ")


def send_back(person: Person, path: Path) -> Path:
    """Save the learner's comments as a file."""
    person.dialogs.saves.append(path)
    person.press("Ctrl+Alt+B")
    sent = read_comments(path.read_text(encoding="utf-8"))
    assert (sent.by, sent.to) == ("Ama Reed", "Bo Larch")
    first, second = sent.comments
    assert (first.text, first.anchor.quote) == (COMMENT, "many")
    assert second.text.startswith(OF_THE_BANK)
    assert [mark.data["level"] for mark in sent.marks] == [2]
    return path


def save_as_word(person: Person, path: Path) -> Path:
    """Save the same as a Word document with real comments."""
    person.dialogs.saves.append(path)
    person.click("Save as a Word document…")
    person.wait_for(path.exists, "no script")
    person.wait_for(lambda: not person.window.jobs.working)
    document = Document(str(path))
    assert COMMENT in [made.text for made in document.comments]
    headings = [cell.text for table in document.tables for cell in table.rows[0].cells]
    assert "Trainer" in headings
    return path


def hand_out(person: Person, folder: Path) -> list[Path]:
    """Write the handouts of the trainer's own course."""
    folder.mkdir()
    person.press("Ctrl+Alt+C")
    person.click(f"Handouts of {TITLE}")
    person.wait_for_words("Each is a Word document")
    person.dialogs.opens.append(folder)
    person.click("Choose another folder…")
    person.click("Write the handouts")
    person.wait_for(lambda: len(list(folder.glob("*.docx"))) == len(ALL), "no papers")
    person.wait_for(lambda: not person.window.jobs.working)
    person.wait_for(lambda: not person.reads("Each is a Word document"), "the sheet stays")
    person.come_to_front()
    return sorted(folder.glob("*.docx"))


def read_as_a_learner(person: Person, back: Path) -> None:
    """Open the learner's practice workspace, and the comments in it."""
    path = person.window.session.courses.folder
    (practice,) = path.glob("*.consultee")
    person.program.open(practice)
    person.come_to_front()
    session: Session = person.window.session
    assert session.courses.practice is not None
    person.dialogs.opens.append(back)
    person.press("Ctrl+Alt+T")
    person.wait_for_words("2 comments from Ama Reed.")
    assert person.reads(COMMENT)
    person.picture("read by the learner")
