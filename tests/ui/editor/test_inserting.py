"""What is put into an answer for the person: evidence, citations, starters, whole paragraphs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QToolTip

from desktop.core.text import Cite
from desktop.markup import parse
from tests.ui.editor.cursors import ANSWER, put_cursor, select


def test_evidence_goes_after_the_paragraph_that_is_being_written_as_one_undo_step(editor):
    editor.set_markdown("One two.\n\nLast.")
    put_cursor(editor, "two")
    editor.insert_snippet("Four groups closed.", Cite("bs-69", "para. 3"))
    assert editor.markdown() == "One two.\n\nFour groups closed.[@bs-69, para. 3]\n\nLast."
    editor.undo()
    assert editor.markdown() == "One two.\n\nLast."
    editor.redo()
    assert "[@bs-69, para. 3]" in editor.markdown()


def test_evidence_takes_the_place_of_an_empty_paragraph_or_list_item(editor, qtbot):
    editor.insert_snippet("A.", Cite("a"))
    assert editor.markdown() == "A.[@a]"
    editor.apply_bullets()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    editor.insert_snippet("B.", Cite("b"))
    assert editor.markdown() == "- A.[@a]\n\nB.[@b]"


def test_evidence_goes_before_a_paragraph_when_the_cursor_is_at_its_start(editor):
    editor.set_markdown("One.")
    editor.insert_snippet("First.", Cite("a"))
    assert editor.markdown() == "First.[@a]\n\nOne."


def test_evidence_never_replaces_what_is_selected(editor):
    editor.set_markdown("One two.")
    select(editor, "two")
    editor.insert_snippet("B.", Cite("b"))
    assert editor.markdown() == "One two.\n\nB.[@b]"


def test_evidence_of_several_paragraphs_is_cited_at_its_end(editor):
    editor.insert_snippet("One.\n\nTwo.", Cite("a"))
    assert editor.markdown() == "One.\n\nTwo.[@a]"
    editor.set_markdown("")
    editor.insert_snippet("• one\n• two", Cite("a"))
    assert editor.markdown() == "- one\n- two\n\n[@a]"


def test_evidence_in_a_table_stays_in_its_cell(editor):
    editor.set_markdown("| a | b |\n| --- | --- |\n| c | d |")
    put_cursor(editor, "c")
    editor.insert_snippet("X.", Cite("k"))
    assert editor.markdown() == "| a | b |\n| --- | --- |\n| X.[@k]c | d |"


def test_typing_goes_on_in_plain_text_after_a_citation(editor, qtbot):
    editor.insert_snippet("One.", Cite("a"))
    qtbot.keyClicks(editor, " More")
    assert editor.markdown() == "One.[@a] More"


def test_a_citation_stands_before_the_space_that_ended_the_sentence(editor, qtbot):
    qtbot.keyClicks(editor, "It fell. ")
    editor.insert_citation(Cite("a", "p. 1"))
    qtbot.keyClicks(editor, "Then")
    assert editor.markdown() == "It fell.[@a, p. 1] Then"


def test_a_starter_begins_a_paragraph_with_the_cursor_at_its_end(editor, qtbot):
    editor.set_markdown("One.")
    put_cursor(editor, at_end=True)
    editor.insert_starter("In our experience, ")
    qtbot.keyClicks(editor, "it rose.")
    assert editor.markdown() == "One.\n\nIn our experience, it rose."


def test_blocks_of_every_kind_can_be_inserted(editor):
    editor.set_markdown("Start.")
    put_cursor(editor, at_end=True)
    editor.insert_blocks(parse(ANSWER))
    assert editor.markdown() == f"Start.\n\n{ANSWER}"
    editor.undo()
    assert editor.markdown() == "Start."


def test_hovering_over_a_citation_names_its_source(editor):
    editor.set_reference_provider(lambda cite: f"Reference of {cite.key}, {cite.locator}")
    editor.set_markdown("One.[@a, p. 1][@b, p. 2] Two.")
    cursor = QTextCursor(editor.document())
    spots = []
    for place in (4, 5):
        cursor.setPosition(place)
        box = editor.cursorRect(cursor)
        spots.append(QPointF(box.center()) + QPointF(4, 0))
    assert [editor.hint_at(spot) for spot in spots] == [
        "Reference of a, p. 1",
        "Reference of b, p. 2",
    ]
    assert editor.hint_at(QPointF(editor.cursorRect().center())) == ""
    assert editor.hint_at(QPointF(500, 300)) == ""


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_tooltip_appears_over_a_citation_and_goes_elsewhere(editor, qtbot):
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QHelpEvent

    editor.set_markdown("One.[@a, p. 1]")
    cursor = QTextCursor(editor.document())
    cursor.setPosition(4)
    spot = editor.cursorRect(cursor).center() + QPoint(4, 0)

    def hover(point: QPoint) -> None:
        where = editor.viewport().mapToGlobal(point)
        event = QHelpEvent(QEvent.Type.ToolTip, point, where)
        QCoreApplication.sendEvent(editor.viewport(), event)

    hover(spot)
    assert QToolTip.text() == "a, p. 1"
    hover(QPoint(400, 300))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_selected_citation_stays_readable(editor):
    editor.set_markdown("One.[@a]")
    palette = editor.palette()
    for group in (palette.ColorGroup.Active, palette.ColorGroup.Inactive):
        palette.setColor(group, palette.ColorRole.Highlight, Qt.GlobalColor.yellow)
        palette.setColor(group, palette.ColorRole.HighlightedText, Qt.GlobalColor.black)
        palette.setColor(group, palette.ColorRole.Link, Qt.GlobalColor.yellow)
    editor.setPalette(palette)
    cursor = QTextCursor(editor.document())
    cursor.setPosition(4)
    left = editor.cursorRect(cursor).left()
    editor.selectAll()
    picture = editor.viewport().grab().toImage()
    greys = [
        picture.pixelColor(x, y).lightness()
        for x in range(left, left + 12)
        for y in range(editor.cursorRect(cursor).height() + 10)
    ]
    assert min(greys) < 60


def test_ten_citations_and_more_are_numbered_through(editor):
    editor.set_markdown("".join(f"Claim.[@s{number}] " for number in range(12)).strip())
    put_cursor(editor)
    editor.insert_citation(Cite("first"))
    assert editor.markdown().startswith("[@first]Claim.[@s0] Claim.")
    editor.undo()
    assert editor.markdown().startswith("Claim.[@s0]")


def test_a_word_typed_right_after_a_citation_gets_its_space(editor, qtbot):
    editor.insert_snippet("Halls close.", Cite("bs-69", "para. 3"))
    qtbot.keyClicks(editor, "Ours did.")
    assert editor.markdown() == "Halls close.[@bs-69, para. 3] Ours did."
    editor.insert_citation(Cite("bs-69"))
    qtbot.keyClicks(editor, ", as others did")
    assert editor.markdown().endswith("Ours did.[@bs-69], as others did")


def test_a_shortcut_right_after_a_citation_types_no_space(editor, qtbot):
    editor.insert_snippet("Halls close.", Cite("bs-69"))
    # On some systems the key of a shortcut brings its letter with it.
    qtbot.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.markdown() == ""
