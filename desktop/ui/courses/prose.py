"""A text to read: as tall as it is long, so that the page scrolls and the text does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop.core.evidence import Source
from desktop.core.references import full_reference, with_locator
from desktop.core.text import Blocks, Cite
from desktop.markup import parse
from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.document import build


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of the text that somebody says something about, and the number of what they say."""

    start: int
    end: int
    number: int


class Prose(AnswerEditor):
    """Shows Markdown of the answer subset. Its citations are as in the editor: numbers that name
    their source.
    """

    def __init__(
        self,
        name: str,
        sources: Mapping[str, Source] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sources: Mapping[str, Source] = sources or {}
        self._stretches: tuple[Marked, ...] = ()
        self._chosen = 0
        self.setObjectName("prose")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.set_reference_provider(self._named)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(lambda _: self._fit())

    def show_text(self, markdown: str, sources: Mapping[str, Source] | None = None) -> None:
        """Show a text, nothing marked."""
        if sources is not None:
            self._sources = sources
        self.mark(())
        self.set_markdown(markdown)
        self._fit()

    def show_blocks(self, blocks: Blocks) -> None:
        """Show a text that is parsed already."""
        self.mark(())
        build(self.document(), blocks)
        self._fit()

    def words(self) -> str:
        """Return what it says, without numbers of citations."""
        return self.toPlainText().replace("\ufffc", "")

    # Marks

    def find_words(self, markdown: str, number: int) -> Marked | None:
        """Return where words stand that are given in Markdown, None where they do not."""
        sought = QTextDocument()
        build(sought, parse(markdown))
        text = self.document().toRawText()
        words = sought.toRawText().strip("\u2029")
        start = text.find(words) if words else -1
        # Of words that begin or end with a footnote the rest will do.
        if start < 0 and (bare := words.replace("\ufffc", "").strip()):
            start, words = text.find(bare), bare
        return Marked(start, start + len(words), number) if start >= 0 else None

    def letter(self, stretches: Iterable[Marked]) -> list[Marked]:
        """Write the letter of its note behind each stretch; return where the stretches are then."""
        look = QTextCharFormat()
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        look.setFontWeight(QFont.Weight.Bold)
        found: list[Marked] = []
        shift = 0
        self._loading = True
        for stretch in sorted(stretches, key=lambda each: each.end):
            cursor = QTextCursor(self.document())
            cursor.setPosition(stretch.end + shift)
            letter = note_letter(stretch.number)
            cursor.insertText(letter, look)
            start = stretch.start + shift
            shift += len(letter)
            found.append(Marked(start, stretch.end + shift, stretch.number))
        self._loading = False
        self._fit()
        return found

    def mark(self, stretches: Iterable[Marked], chosen: int = 0) -> None:
        """Underline stretches, each with its number behind it, and one of them strongly."""
        self._stretches, self._chosen = tuple(stretches), chosen
        self._dress()

    def stretch_at(self, position: int) -> int:
        """Return the number of the stretch at a place of the text, 0 where there is none."""
        at = (one.number for one in self._stretches if one.start <= position <= one.end)
        return next(at, 0)

    def _dress(self) -> None:
        palette = self.palette()
        selections: list[QTextEdit.ExtraSelection] = []
        for stretch in self._stretches:
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(palette.color(QPalette.ColorRole.Accent))
            if stretch.number == self._chosen:
                look.setBackground(palette.color(QPalette.ColorRole.Highlight))
                look.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
            made = QTextEdit.ExtraSelection()
            made.cursor = QTextCursor(self.document())
            made.cursor.setPosition(stretch.start)
            made.cursor.setPosition(stretch.end, QTextCursor.MoveMode.KeepAnchor)
            made.format = look
            selections.append(made)
        self.setExtraSelections(selections)

    # As tall as it is long

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def _height(self) -> int:
        frame = self.height() - self.viewport().height()
        return ceil(self.document().size().height()) + max(frame, 0)

    def _fit(self) -> None:
        height = self._height()
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _named(self, cite: Cite) -> str:
        source = self._sources.get(cite.key)
        return with_locator(full_reference(source) if source else cite.key, cite.locator)


def note_letter(number: int) -> str:
    """Return the letter of a note; the numbers in a text belong to its footnotes."""
    return chr(ord("a") + (number - 1) % 26)
