"""What a document holds, kept paragraph by paragraph, so that saving while somebody types reads
only what they have touched.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from desktop.core.text import Block, Blocks, normalise
from desktop.ui.editor.document import block_of, table_of, tables_in
from desktop.ui.editor.touched import Lengths


class Reading(QObject):
    """Follows a document. A paragraph in a table is read with its table, and anew each time."""

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._known: list[Block | None] = [None] * document.blockCount()
        self._lengths = Lengths(document)
        # A document says what changes only once it has a layout.
        document.documentLayout()
        document.contentsChange.connect(self._changed)

    def blocks(self) -> Blocks:
        """Return what the document holds, in normal form."""
        return normalise(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        tables = tables_in(self._document)
        block, place = self._document.begin(), 0
        while block.isValid():
            if tables and block.position() >= tables[0].firstPosition():
                table = tables.pop(0)
                yield table_of(table)
                block = self._document.findBlock(table.lastPosition() + 1)
                place = block.blockNumber()
                continue
            known = self._known[place]
            if known is None:
                known = self._known[place] = block_of(block)
            yield known
            block, place = block.next(), place + 1

    def _changed(self, position: int, _removed: int, added: int) -> None:
        """Forget the paragraphs from the first that changed to the last."""
        touched = self._lengths.touched(position, added)
        if touched is None:
            self._known = [None] * self._document.blockCount()
        else:
            first, old_end, end = touched
            self._known[first:old_end] = [None] * (end - first)
