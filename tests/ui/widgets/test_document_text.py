"""An imported document on screen: everything in it, each place to be found again."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QPalette, QTextCursor
from pytestqt.qtbot import QtBot

from desktop.core.document import Block, BlockKind, locators
from desktop.core.imports import KeptBlock
from desktop.ui.widgets.document_text import DocumentText

BLOCKS = (
    Block(BlockKind.HEADING, "Halls", level=1, page=1),
    Block(BlockKind.NUMBERED, "Halls close.", number="12", page=1),
    Block(BlockKind.FOOTNOTE, "Survey of 2019.", number="1", page=1),
    Block(BlockKind.BREAK, page=1),
    Block(BlockKind.LIST_ITEM, "one room", level=1, page=2),
    Block(BlockKind.LIST_ITEM, "a first key", level=2, number="a", page=2),
    Block(
        BlockKind.TABLE, "Hall\tKeys\nUpper\t3", cells=(("Hall", "Keys"), ("Upper", "3")), page=2
    ),
    Block(BlockKind.QUOTATION, "Nobody has\nthe keys.", page=2),
    Block(BlockKind.PARAGRAPH, "The end.", page=2),
)


def kept(blocks: tuple[Block, ...] = BLOCKS) -> tuple[KeptBlock, ...]:
    pairs = enumerate(zip(blocks, locators(blocks), strict=True))
    return tuple(KeptBlock(f"b{place}", block, where) for place, (block, where) in pairs)


@pytest.fixture
def text(qtbot: QtBot) -> DocumentText:
    made = DocumentText("The document")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_blocks(kept())
    return made


def test_everything_is_there_once_with_its_printed_numbers_and_pages(text: DocumentText) -> None:
    words = text.toPlainText()
    for line in (
        "Page 1",
        "Halls",
        "12. Halls close.",
        "1 Survey of 2019.",
        "Page 2",
        "• one room",
        "a. a first key",
        "Upper",
        "The end.",
    ):
        assert words.count(line) >= 1, line
    assert words.count("Page 2") == 1
    assert words.count("Upper") == 1


def test_slides_are_named_where_they_begin(text: DocumentText) -> None:
    slides = tuple(Block(BlockKind.PARAGRAPH, f"Point {n}.", slide=n) for n in (1, 1, 2))
    text.show_blocks(kept(slides))
    assert text.toPlainText().split("\n") == [
        "Slide 1",
        "Point 1.",
        "Point 1.",
        "Slide 2",
        "Point 2.",
    ]


@pytest.mark.parametrize("place", [0, 1, 2, 4, 5, 7, 8])
def test_a_block_is_marked_with_exactly_its_words(text: DocumentText, place: int) -> None:
    assert text.mark({f"b{place}"})
    assert text.marked_words() == BLOCKS[place].text
    assert text.marked_in_view()
    assert len(text.extraSelections()) == 1


def test_a_table_is_marked_as_a_whole(text: DocumentText) -> None:
    assert text.mark({"b6"})
    assert all(cell in text.marked_words() for row in BLOCKS[6].cells for cell in row)


def test_the_marked_place_has_a_bar_beside_it(text: DocumentText) -> None:
    def at_bar() -> set[str]:
        picture = text.viewport().grab().toImage()
        accent = text.palette().color(QPalette.ColorRole.Accent).name()
        found = {picture.pixelColor(10, y).name() for y in range(picture.height())}
        return found & {accent}

    assert at_bar() == set()
    text.mark({"b1"})
    assert at_bar() != set()


def test_what_is_not_there_is_not_marked(text: DocumentText) -> None:
    assert not text.mark({"zzz"})
    assert not text.marked_in_view()
    assert text.marked_words() == ""


def test_selected_words_are_given_with_their_place_in_the_block(text: DocumentText) -> None:
    assert text.chosen() is None
    cursor = text.document().find("close")
    text.setTextCursor(cursor)
    chosen = text.chosen()
    assert chosen is not None
    assert (chosen.block, chosen.text) == ("b1", "close")
    assert BLOCKS[1].text[chosen.start : chosen.end] == "close"


def test_a_selection_over_several_blocks_is_cut_to_the_first(text: DocumentText) -> None:
    cursor = text.document().find("close")
    cursor.setPosition(cursor.selectionStart())
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    chosen = text.chosen()
    assert chosen is not None
    assert (chosen.block, chosen.text) == ("b1", "close.")
    top = QTextCursor(text.document())
    top.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(top)
    assert text.chosen() is None


def test_a_new_text_size_keeps_the_place(text: DocumentText) -> None:
    text.mark({"b8"}, "end")
    font = QFont(text.font())
    font.setPixelSize(26)
    text.setFont(font)
    assert text.marked_words() == "The end."
    assert text.marked_in_view()
    assert any(selection.format.fontUnderline() for selection in text.extraSelections())
