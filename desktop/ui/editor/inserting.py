"""Putting things into the text at a cursor, each as one undo step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextCharFormat, QTextCursor

from desktop.core import blanks
from desktop.core.text import Blocks, Cite, Paragraph, Text
from desktop.ui.editor.formats import (
    OBJECT_CHARACTER,
    BlockKind,
    block_format,
    citation_format,
    kind_of,
)
from desktop.ui.editor.placing import Placing, as_one_line, place_line


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """Make everything done through a cursor one undo step."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def insert_apart(cursor: QTextCursor, blocks: Blocks) -> None:
    """Insert blocks as paragraphs of their own and leave the cursor at their end.

    An empty paragraph is replaced. Otherwise they go before the cursor's paragraph if the cursor is
    at its start, and after it if not: what a person wrote is never torn apart. Nothing that is
    selected is replaced. In a table, which holds lines only, they become part of the cell's line.
    """
    cursor.setPosition(cursor.selectionEnd())
    with one_step(cursor):
        if cursor.currentTable():
            space = () if _after_space(cursor) else (Text(" "),)
            place_line(cursor, (*space, *as_one_line(blocks)))
            return
        if not cursor.block().text().strip():
            _empty(cursor)
            Placing(cursor, fresh=True).place(blocks)
        elif cursor.atBlockStart():
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            Placing(cursor, fresh=True).place(blocks)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            Placing(cursor, fresh=False).place(blocks)


def first_blank(cursor: QTextCursor, text: str) -> QTextCursor:
    """Return a cursor that selects the first blank ("…" or "[year]") of a sentence which ends at
    ``cursor``; that cursor where the sentence has none.
    """
    found = blanks.first_blank(text)
    if found is None:
        return cursor
    begins = cursor.position() - len(text)
    blank = QTextCursor(cursor)
    blank.setPosition(begins + found[0])
    blank.setPosition(begins + found[1], QTextCursor.MoveMode.KeepAnchor)
    return blank if blank.selectedText() == text[slice(*found)] else cursor


def insert_pasted(cursor: QTextCursor, blocks: Blocks) -> None:
    """Insert blocks the way text is pasted: in place of the selection, flowing into the text."""
    with one_step(cursor):
        cursor.removeSelectedText()
        if cursor.currentTable():
            place_line(cursor, as_one_line(blocks))
        elif len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            place_line(cursor, blocks[0].line)
        elif not cursor.block().text().strip():
            _empty(cursor)
            Placing(cursor, fresh=True).place(blocks)
        elif blocks:
            _insert_flowing(cursor, blocks)


def _insert_flowing(cursor: QTextCursor, blocks: Blocks) -> None:
    """Insert several blocks inside a paragraph: its two halves join the first and the last."""
    has_tail = not cursor.atBlockEnd()
    if has_tail:
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    first, rest = blocks[0], blocks
    if isinstance(first, Paragraph):
        place_line(cursor, first.line)
        rest = blocks[1:]
    Placing(cursor, fresh=not cursor.block().text()).place(rest)
    if has_tail and isinstance(blocks[-1], Paragraph):
        cursor.deleteChar()


def insert_citation(cursor: QTextCursor, cite: Cite) -> None:
    """Insert a citation at the cursor, or after what is selected.

    Where a sentence has just been ended with a space, the citation goes before that space.
    """
    cursor.setPosition(cursor.selectionEnd())
    with one_step(cursor):
        behind_space = _after_space(cursor) and not cursor.atBlockStart() and _before_space(cursor)
        if behind_space:
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        cursor.insertText(OBJECT_CHARACTER, citation_format(cite))
        if behind_space:
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)


def after_citation(cursor: QTextCursor) -> bool:
    """Tell whether a citation stands right before the cursor."""
    before = cursor.positionInBlock()
    return before > 0 and _at(cursor, before - 1) == OBJECT_CHARACTER


def new_paragraph(cursor: QTextCursor) -> None:
    """Do what Enter does: a list or quotation goes on until an empty line, a heading ends."""
    with one_step(cursor):
        cursor.removeSelectedText()
        kind = kind_of(cursor.block())
        if kind is not BlockKind.PARAGRAPH and not cursor.block().text():
            cursor.setBlockFormat(block_format(BlockKind.PARAGRAPH))
        elif kind is BlockKind.SUBHEADING and cursor.atBlockEnd():
            cursor.insertBlock(block_format(BlockKind.PARAGRAPH), QTextCharFormat())
        else:
            cursor.insertBlock()


def _empty(cursor: QTextCursor) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _after_space(cursor: QTextCursor) -> bool:
    before = cursor.positionInBlock()
    return before == 0 or _at(cursor, before - 1).isspace()


def _before_space(cursor: QTextCursor) -> bool:
    return cursor.atBlockEnd() or _at(cursor, cursor.positionInBlock()).isspace()


def _at(cursor: QTextCursor, place: int) -> str:
    document = cursor.document()
    return str(document.characterAt(cursor.block().position() + place))
