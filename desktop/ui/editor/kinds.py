"""What the selected blocks are, and making them something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextList

from desktop.ui.editor.formats import (
    LIST_STYLES,
    BlockKind,
    block_format,
    kind_of,
    list_format,
)


@dataclass(frozen=True, slots=True)
class EditorState:
    """What the text at the cursor is, for a toolbar to show."""

    kind: BlockKind = BlockKind.PARAGRAPH
    bold: bool = False
    italic: bool = False
    link: str = ""
    in_table: bool = False


def state_at(cursor: QTextCursor, typing: QTextCharFormat) -> EditorState:
    """Return the state at a cursor where ``typing`` is the format of what would be typed."""
    return EditorState(
        kind=kind_of(cursor.block()),
        bold=typing.fontWeight() >= QFont.Weight.Bold,
        italic=typing.fontItalic(),
        link=typing.anchorHref() if typing.isAnchor() else "",
        in_table=cursor.currentTable() is not None,
    )


def toggle_kind(cursor: QTextCursor, kind: BlockKind) -> None:
    """Make the selected blocks this kind, or paragraphs if all are it already. One undo step.

    Blocks in tables stay as they are: a cell holds one line of text.
    """
    chosen = [block for block in _selected(cursor) if not _in_table(block)]
    if all(kind_of(block) is kind for block in chosen):
        kind = BlockKind.PARAGRAPH
    cursor.beginEditBlock()
    for block in chosen:
        set_kind(block, kind)
    cursor.endEditBlock()


def set_kind(block: QTextBlock, kind: BlockKind) -> None:
    """Make a block this kind; a list item joins the list before or after it."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    if kind is not kind_of(block):
        cursor.setBlockFormat(block_format(kind))
        if kind in LIST_STYLES:
            near = _list_beside(block, kind)
            if near is None:
                cursor.createList(list_format(kind))
            else:
                near.add(block)
    cursor.endEditBlock()


def _list_beside(block: QTextBlock, kind: BlockKind) -> QTextList | None:
    for near in (block.previous(), block.next()):
        if near.isValid() and kind_of(near) is kind and not _in_table(near):
            return near.textList()
    return None


def _in_table(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None


def _selected(cursor: QTextCursor) -> Iterator[QTextBlock]:
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    while block.isValid():
        yield block
        block = block.next()
        if not block.isValid() or block.position() > end:
            break
        # A selection that only touches the start of a block does not mean that block.
        if block.position() == end and cursor.hasSelection():
            break
