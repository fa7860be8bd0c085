"""The box in which answers are written: rich text of the answer subset, with citations as chips."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from desktop.core.text import Block, Cite, Paragraph, Text, normalise
from desktop.core.words import Count
from desktop.markup import parse, write
from desktop.ui.dialogs import Dialogs
from desktop.ui.editor import clipboard, inserting, kinds, links, tables
from desktop.ui.editor.citations import CitationChips
from desktop.ui.editor.document import build, read_selection
from desktop.ui.editor.formats import (
    DOCUMENT_MARGIN,
    BlockKind,
    block_format,
)
from desktop.ui.editor.keys import AnswerKeys
from desktop.ui.editor.kinds import EditorState
from desktop.ui.editor.look import Look
from desktop.ui.editor.marks import Marks
from desktop.ui.editor.paste import blocks_from_text
from desktop.ui.editor.quote_bars import paint_quote_bars
from desktop.ui.editor.reading import Reading
from desktop.ui.editor.tally import Tally
from desktop.ui.editor.unreviewed import UnreviewedMarks
from desktop.ui.widgets.labels import tip


class AnswerEditor(QTextEdit):
    """A rich-text box for one answer.

    Signals: ``edited`` when the person (or an ``insert_...``) changed the text, never for
    ``set_markdown``; ``counted`` with the length of the text whenever it changed; ``state_changed``
    with what the text at the cursor is; ``left`` when the keyboard goes elsewhere; ``followed``
    with the citation that was clicked with Ctrl held down; ``dropped`` with the id of a piece of
    evidence whose card was dropped here, once it is in the text. ``dialogs`` asks for the address
    of a link; without it links are made with ``apply_link(address)`` only.
    """

    edited = Signal()
    counted = Signal(Count)
    state_changed = Signal(EditorState)
    left = Signal()
    followed = Signal(object)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None, dialogs: Dialogs | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answerEditor")
        self.setAccessibleName("Answer")
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._fit_indent()
        self.document().setDocumentMargin(DOCUMENT_MARGIN)
        self._dialogs = dialogs
        self._reference: clipboard.Reference = _bare_reference
        self._loading = False
        self._state = EditorState()
        self._tally = Tally(self.document(), self)
        self._reading = Reading(self.document(), self)
        self._look = Look(self.document(), self.palette)
        self._chips = CitationChips(
            self.document(), self._tally.citation_number, self.palette, self
        )
        self._keys = AnswerKeys(self)
        self.unreviewed = UnreviewedMarks(self)
        self.marks = Marks(self)
        self._tally.renumbered.connect(self._renumber)
        self.document().contentsChanged.connect(self._report_edit)
        self.cursorPositionChanged.connect(self._follow_cursor)
        self.currentCharFormatChanged.connect(self._report_state)
        self.set_markdown("")

    # --- the text -------------------------------------------------------------------------------

    def set_markdown(self, text: str, *, keep_cursor: bool = False) -> None:
        """Show an answer. Undo starts anew; ``edited`` is not emitted.

        ``keep_cursor`` leaves the cursor about where it was, for a text that changed from outside.
        """
        position = self.textCursor().position() if keep_cursor else 0
        self._loading = True
        try:
            build(self.document(), parse(text))
            if self.document().characterCount() <= 1:
                QTextCursor(self.document()).setBlockFormat(block_format(BlockKind.PARAGRAPH))
            self.document().clearUndoRedoStacks()
            self.document().setModified(False)
        finally:
            self._loading = False
        self._tally.recount()
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())
        self.counted.emit(self._tally.total)
        self._report_state()

    def markdown(self) -> str:
        """Return the answer as Markdown of the answer subset."""
        return write(self._reading.blocks())

    def word_count(self) -> Count:
        """Return how long the answer is; costs nothing, it is kept as the person types."""
        return self._tally.total

    def set_reference_provider(self, reference: clipboard.Reference) -> None:
        """Say how a citation is named on hover and when it is copied to another program."""
        self._reference = reference

    # --- putting things in ------------------------------------------------------------------------

    def insert_blocks(self, blocks: Iterable[Block]) -> None:
        """Insert paragraphs of their own at the cursor, as one undo step (see ``insert_apart``)."""
        cursor = self.textCursor()
        inserting.insert_apart(cursor, normalise(blocks))
        self._continue_at(cursor)

    def insert_snippet(self, text: str, cite: Cite) -> None:
        """Insert a piece of evidence as a paragraph of its own, ending in its citation."""
        *before, last = blocks_from_text(text) or (Paragraph((Text(""),)),)
        if isinstance(last, Paragraph):
            last = Paragraph((*last.line, cite))
        else:
            before, last = [*before, last], Paragraph((cite,))
        self.insert_blocks([*before, last])

    def insert_citation(self, cite: Cite) -> None:
        """Insert a citation at the cursor."""
        cursor = self.textCursor()
        inserting.insert_citation(cursor, cite)
        self._continue_at(cursor)

    def insert_starter(self, text: str) -> None:
        """Insert the start of a sentence in a paragraph of its own, with the cursor at its end, or
        its first blank ("…", "[year]") selected, to be typed over.
        """
        self.insert_blocks([Paragraph((Text(text),))])
        cursor = self.textCursor()
        if not cursor.currentTable() and text[-1:].isspace():
            cursor.insertText(" ")
        self._continue_at(inserting.first_blank(cursor, text))

    def _continue_at(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(links.typing_format(cursor))
        self.ensureCursorVisible()
        self.setFocus()
        self._report_state()

    # --- changing what is there -------------------------------------------------------------------

    def apply_bold(self) -> None:
        """Make the selection, or what is typed next, bold or not bold."""
        made = QTextCharFormat()
        made.setFontWeight(QFont.Weight.Normal if self.state().bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(made)
        self._report_state()

    def apply_italic(self) -> None:
        """Make the selection, or what is typed next, italic or not italic."""
        made = QTextCharFormat()
        made.setFontItalic(not self.state().italic)
        self.mergeCurrentCharFormat(made)
        self._report_state()

    def apply_bullets(self) -> None:
        """Make the selected paragraphs a bulleted list, or paragraphs again."""
        self._apply_kind(BlockKind.BULLETS)

    def apply_numbers(self) -> None:
        """Make the selected paragraphs a numbered list, or paragraphs again."""
        self._apply_kind(BlockKind.NUMBERS)

    def apply_quote(self) -> None:
        """Make the selected paragraphs a quotation, or paragraphs again."""
        self._apply_kind(BlockKind.QUOTE)

    def apply_subheading(self) -> None:
        """Make the selected paragraphs sub-headings, or paragraphs again."""
        self._apply_kind(BlockKind.SUBHEADING)

    def _apply_kind(self, kind: BlockKind) -> None:
        kinds.toggle_kind(self.textCursor(), kind)
        self._report_state()

    def apply_link(self, address: str | None = None) -> None:
        """Make the selection a link to ``address`` ("" takes the link away); None asks for it."""
        if address is None:
            address = self._ask_address()
        if address is None:
            return
        href = links.as_address(address)
        if address.strip() and not href:
            return
        cursor = self.textCursor()
        links.set_link(cursor, href)
        cursor.setPosition(cursor.selectionEnd())
        self._continue_at(cursor)

    def _ask_address(self) -> str | None:
        if self._dialogs is None:
            return None
        asked = "Web or e-mail address. Leave it empty to take the link away."
        return self._dialogs.ask_text("Link", asked, self.state().link, yes="Set link")

    def apply_table(self) -> None:
        """Insert an empty table with the cursor in its first cell; nothing inside a table."""
        cursor = self.textCursor()
        if not cursor.currentTable():
            tables.insert_table(cursor)
            self._continue_at(cursor)

    def change_table(self, change: tables.TableChange) -> None:
        """Add or remove a row or column where the cursor is."""
        cursor = self.textCursor()
        tables.CHANGES[change](cursor)
        self._continue_at(cursor)

    def state(self) -> EditorState:
        """Return what the text at the cursor is, for a toolbar."""
        return kinds.state_at(self.textCursor(), self.currentCharFormat())

    # --- what the person does ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; the keys that mean something else here are in ``AnswerKeys``."""
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+K to the command palette, though text boxes on some systems claim it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            combination = event.keyCombination()
            if combination.key() == Qt.Key.Key_K and event.modifiers() & _COMMAND:
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has gone elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a citation that is clicked with Ctrl held down."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        cite = self.citation_at(event.position()) if held else None
        super().mouseReleaseEvent(event)
        if cite is not None:
            self.followed.emit(cite)

    def viewportEvent(self, event: QEvent) -> bool:
        """Name the source of the citation under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.hint_at(QPointF(event.pos()))
            if text:
                shown = tip(*text.split("\n")) if "\n" in text else text
                QToolTip.showText(event.globalPos(), shown, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def hint_at(self, point: QPointF) -> str:
        """Return what hovering says at a point: a reference, what is marked, an address or ""."""
        cite = self.citation_at(point)
        if cite:
            return self._reference(cite)
        return self.marks.said_at(point) or self.anchorAt(point.toPoint())

    def citation_at(self, point: QPointF) -> Cite | None:
        """Return the citation at a point of the viewport, if there is one."""
        return self._chips.citation_at(point + self._scrolled())

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the bar beside quotations, the text, then the underlines."""
        self._paint_ground(event)
        self._chips.forget_drawn()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.marks.paint(painter, event.rect())
        cursor = self.textCursor()
        if cursor.hasSelection():
            painter.translate(-self._scrolled())
            self._chips.draw_selected(painter, cursor.selectionStart(), cursor.selectionEnd())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            look = getattr(self, "_look", None)
            if look is not None:
                # A new look is no edit, though the document says that something changed.
                loading, self._loading = self._loading, True
                self._fit_indent()
                look.rehighlight()
                self._loading = loading

    def _fit_indent(self) -> None:
        """Leave room for a number of two digits before the items of a list."""
        self.document().setIndentWidth(self.fontMetrics().horizontalAdvance(_WIDEST_NUMBER))

    def _paint_ground(self, event: QPaintEvent) -> None:
        """Paint what lies behind the text, so that nothing behind the box is painted with it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Base))
        paint_quote_bars(self, painter)
        painter.end()

    # --- clipboard and drag -----------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give what is selected to the clipboard or to a drag."""
        # Made by Qt, filled by us: the clipboard outlives Python, a QMimeData of ours does not.
        data = super().createMimeDataFromSelection()
        data.text()  # Qt writes its own formats when first asked, over whatever is there
        data.clear()
        blocks = read_selection(self.textCursor())
        clipboard.fill_with_answer(data, blocks, self._reference)
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether something can be pasted or dropped here."""
        return clipboard.can_take(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, or take what is dropped."""
        found = clipboard.taken(source)
        if isinstance(found, clipboard.DroppedSnippet):
            if found.text.strip():
                self.insert_snippet(found.text, found.cite)
            else:
                self.insert_citation(found.cite)
            self.dropped.emit(found.piece)
            return
        cursor = self.textCursor()
        inserting.insert_pasted(cursor, found)
        self._continue_at(cursor)

    # --- keeping up -------------------------------------------------------------------------------

    def _report_edit(self) -> None:
        if self._loading:
            return
        self.edited.emit()
        self.counted.emit(self._tally.total)

    def _follow_cursor(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            made = links.typing_format(cursor)
            if made != cursor.charFormat():
                self.setCurrentCharFormat(made)
        self._report_state()

    def _report_state(self, *_: object) -> None:
        state = self.state()
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _renumber(self) -> None:
        """Draw the chips anew; with two digits they take more room than with one."""
        if self._tally.citations >= _TWO_DIGITS:
            self.document().markContentsDirty(0, self.document().characterCount() - 1)
        self.viewport().update()


_TWO_DIGITS = 10
_WIDEST_NUMBER = "00. "
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def _bare_reference(cite: Cite) -> str:
    return f"{cite.key}, {cite.locator}" if cite.locator else cite.key
