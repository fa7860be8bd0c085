from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument

from desktop.core.text import Blocks, Cite, normalise
from desktop.core.words import Count
from desktop.markup import parse, write
from desktop.ui.editor.document import build, read
from desktop.ui.editor.formats import OBJECT_CHARACTER, BlockKind
from desktop.ui.editor.inserting import insert_apart, insert_citation, insert_pasted, new_paragraph
from desktop.ui.editor.kinds import toggle_kind
from desktop.ui.editor.links import set_link
from desktop.ui.editor.reading import Reading
from desktop.ui.editor.tables import add_column, add_row, insert_table, next_row, remove_row
from desktop.ui.editor.tally import Tally
from tests.support.blocks import any_blocks

STEPS = [
    lambda cursor, blocks: cursor.insertText("two words"),
    lambda cursor, blocks: cursor.removeSelectedText(),
    lambda cursor, blocks: cursor.deletePreviousChar(),
    lambda cursor, blocks: cursor.deleteChar(),
    lambda cursor, blocks: insert_apart(cursor, blocks),
    lambda cursor, blocks: insert_pasted(cursor, blocks),
    lambda cursor, blocks: insert_citation(cursor, Cite("k", "p. 1")),
    lambda cursor, blocks: new_paragraph(cursor),
    lambda cursor, blocks: toggle_kind(cursor, BlockKind.NUMBERS),
    lambda cursor, blocks: toggle_kind(cursor, BlockKind.SUBHEADING),
    lambda cursor, blocks: toggle_kind(cursor, BlockKind.BULLETS),
    lambda cursor, blocks: toggle_kind(cursor, BlockKind.QUOTE),
    lambda cursor, blocks: cursor.mergeCharFormat(bold()),
    lambda cursor, blocks: set_link(cursor, "https://example.org/"),
    lambda cursor, blocks: insert_table(cursor),
    lambda cursor, blocks: add_row(cursor),
    lambda cursor, blocks: add_column(cursor),
    lambda cursor, blocks: remove_row(cursor),
    lambda cursor, blocks: next_row(cursor),
    lambda cursor, blocks: cursor.document().undo(),
    lambda cursor, blocks: cursor.document().redo(),
]
places = st.floats(0, 1)
steps = st.tuples(st.integers(0, len(STEPS) - 1), places, places, any_blocks)


def bold() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    return made


def counted_anew(document: QTextDocument) -> tuple[Count, list[int]]:
    tally = Tally(document)
    text = [document.characterAt(place) for place in range(document.characterCount())]
    chips = [place for place, char in enumerate(text) if char == OBJECT_CHARACTER]
    return tally.total, chips


def possible(document: QTextDocument, share: float) -> int:
    """Return a position where a cursor can stand, never inside one character."""
    cursor = QTextCursor(document)
    cursor.setPosition(round(share * (document.characterCount() - 1)))
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    return cursor.position()


@pytest.mark.timeout(300)  # many edits, and a busy machine
@given(start=any_blocks, todo=st.lists(steps, max_size=8))
def test_words_numbers_and_what_is_saved_are_right_after_any_edits(qapp, start: Blocks, todo):
    document = QTextDocument()
    build(document, start)
    tally, reading = Tally(document), Reading(document)
    for step, anchor, place, blocks in todo:
        cursor = QTextCursor(document)
        cursor.setPosition(possible(document, anchor))
        cursor.setPosition(possible(document, place), QTextCursor.MoveMode.KeepAnchor)
        STEPS[step](cursor, normalise(blocks))
        total, chips = counted_anew(document)
        assert tally.total == total
        saved = read(document)
        assert reading.blocks() == saved
        assert parse(write(saved)) == saved
        assert [tally.citation_number(chip) for chip in chips] == list(range(1, len(chips) + 1))


def test_what_is_saved_and_counted_is_right_after_typing_over_a_table_is_undone(qapp):
    document = QTextDocument()
    build(
        document,
        parse("Halls.\n\n- [@k]\n- Rooms.\n\n| a | b |\n| --- | --- |\n| c | d |\n\nYards."),
    )
    tally, reading = Tally(document), Reading(document)
    before = reading.blocks()
    for start in range(document.characterCount()):
        for end in range(start, document.characterCount()):
            cursor = QTextCursor(document)
            cursor.setPosition(end)
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("two words")
            assert reading.blocks() == read(document)
            assert tally.total == counted_anew(document)[0]
            while document.isUndoAvailable():
                document.undo()
            assert reading.blocks() == before
            assert tally.total == counted_anew(document)[0]
