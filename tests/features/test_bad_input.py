"""Whatever is pasted or typed at the window: it answers, keeps it, and makes a sound document."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QWidget

from desktop.core.text import safe_characters
from desktop.paths import Paths
from desktop.ui.place import RESPONSE_PAGES, PageId, Place
from tests.export import reading
from tests.features import journey
from tests.features.person import USUAL_SIZE, Person
from tests.support.workspace import SetClock

ODD = {
    "markup": 'Fish & chips <b>not bold</b> &amp; "quoted" [@not-a-source] **stars** | bar',
    "emoji": "Families 👩‍👩‍👧‍👦 flew the 🏴󠁧󠁢󠁷󠁬󠁳󠁿 at 🎉 time",
    "right to left": "The hall is called בית העם and قاعة القرية by those who use it",
    "zero width": "co\u200boperate, so\u00adciety, a\u2060b, e\u0301galite\u0301",
    "control characters": "bell\x07 null\x00 escape\x1b[31m feed\x0c vertical\x0b delete\x7f",
    "Windows leftovers": "\ufeffdash\x96quote\x92 bullet\u2022 object\ufffc odd\ufffe",
}


@pytest.fixture
def at_work(person: Person, paths: Paths) -> Person:
    """A person at the first question of a new response."""
    journey.first_start(person, paths.default_workspace)
    return person


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_characters_pasted_anywhere_are_kept_and_reach_a_sound_document(
    text: str, at_work: Person, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    at_work.into("Key point")
    at_work.paste(text)
    at_work.into("Answer to question 1")
    at_work.paste(text)
    at_work.press("Return")
    at_work.type("After it.")
    at_work.click("Add a recommendation")
    for _ in range(3):
        at_work.paste(text)
        at_work.press("Tab")
    at_work.wait_until_saved()
    at_work.picture("odd")
    clean = " ".join(safe_characters(text).split())
    answer = journey.draft(at_work).answer("1")
    assert " ".join(answer.key_point.split()) == clean
    data = journey.export_to(at_work, tmp_path / "odd.docx")
    docx.Document(BytesIO(data))
    said = [" ".join(line.split()) for line in reading.paragraphs(data)]
    # Once, as the key point, with a full stop where there was none: the answer begins with it.
    assert [line.rstrip(".") for line in said].count(clean.rstrip(".")) == 1
    assert "After it." in said
    assert not [line for line in said if line != safe_characters(line)]


@pytest.mark.timeout(480)  # measuring coverage makes it three times as slow
def test_two_megabytes_pasted_into_an_answer_are_all_there_and_the_window_answers(
    at_work: Person,
) -> None:
    lines = [f"Paragraph {n} " + f"tells of hall {n} again. " * 20 for n in range(5_000)]
    lines = [line.strip() for line in lines]
    assert len("\n".join(lines)) > 2_000_000
    at_work.patience *= 4  # all of it is checked, too
    at_work.into("Answer to question 1")
    at_work.paste("\n".join(lines))
    at_work.type("THE END")
    at_work.wait_until_saved()
    lines[-1] += "THE END"
    assert journey.draft(at_work).answer("1").body.split("\n\n") == lines
    at_work.click("Checks")
    at_work.wait_for_words("Show 20 more of ")
    at_work.press("Ctrl+R")
    at_work.wait_for_words("Not ready to be sent")
    at_work.press("Ctrl+P")
    at_work.wait_for_words("in the document with headings and the questions, without footnotes")
    at_work.window.close()
    assert at_work.program.window is None


@pytest.mark.parametrize(
    "name",
    ["Fernbrook and Larch Valley Village Halls Community Trust " * 6, "Llanfair" * 38],
    ids=["of many words", "of one word"],
)
def test_an_organisation_name_of_300_characters_fits_every_page_and_the_document(
    name: str, person: Person, paths: Paths, tmp_path: Path
) -> None:
    name = name[:300].strip()
    journey.first_start(person, paths.default_workspace, name)
    response = person.window.place.response
    data = journey.export_to(person, tmp_path / "long.docx")
    docx.Document(BytesIO(data))
    assert reading.paragraphs(data)[0] == f"Written evidence submitted by {name}"
    for page in PageId:
        inside = response if page in RESPONSE_PAGES else ""
        person.window.go(Place(page, inside, "1" if page is PageId.QUESTION else ""))
        person.wait_until_saved()
        person.picture(f"long name {page}")
        assert (person.window.width(), person.window.height()) == USUAL_SIZE
        assert sticking_out(person) == []


def test_a_clock_that_goes_back_a_day_loses_no_word_and_no_step(
    at_work: Person, paths: Paths, clock: SetClock
) -> None:
    at_work.into("Answer to question 1")
    at_work.type("Written on Tuesday.")
    at_work.wait_until_saved()
    clock.now -= timedelta(days=1)
    at_work.type(" Written on Monday.")
    at_work.wait_until_saved()
    at_work.click("History")
    at_work.wait_for_words("Written on Tuesday.")
    at_work.window.close()
    clock.now -= timedelta(days=400)
    at_work.start(paths.default_workspace)
    both = "Written on Tuesday. Written on Monday."
    assert at_work.text_of("Answer to question 1") == both
    at_work.press("Alt+Home")
    at_work.wait_for_words("Edited 22 November 2026 at 9:")
    at_work.picture("clock went back")
    at_work.click("Open Smaller Government")
    journey.at_question(at_work, "1")
    at_work.press("F6")  # out of the text, which has its own steps
    at_work.press("Ctrl+Z")
    at_work.wait_for(lambda: at_work.text_of("Answer to question 1") == "Written on Tuesday.")
    at_work.press("Ctrl+Shift+Z")
    at_work.wait_for(lambda: at_work.text_of("Answer to question 1") == both)


def sticking_out(person: Person) -> list[str]:
    """Return what is drawn beyond the right edge of what holds it, where nothing can scroll."""
    found = []
    for widget in person.everything(QWidget):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or parent.inherits("QAbstractScrollArea"):
            continue
        if widget.geometry().right() > parent.width() and not _scrolls(parent):
            found.append(f"{type(widget).__name__} {widget.accessibleName()!r} in {parent}")
    return found


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and parent.inherits("QAbstractScrollArea")
