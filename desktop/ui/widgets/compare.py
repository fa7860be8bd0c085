"""Two versions of a text side by side, differences marked by sign and line as well as by colour."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QTextEdit, QWidget

from desktop.core.compare import Change, Comparison, Piece, compare
from desktop.ui.form import name_field
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.labels import text_label

_TINT = 60
_SIGNS = {Change.REMOVED: ("[−", "]"), Change.ADDED: ("[+", "]"), Change.SAME: ("", "")}


class CompareView(QWidget):
    """Shows what went on the left (struck through) and what came on the right (underlined)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = (text_label("", "strong"), text_label("", "strong"))
        self._sides = (_reader(), _reader())
        self._said = text_label("", "muted")
        self.setFocusProxy(self._sides[0])
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP_SMALL)
        grid.addWidget(self._said, 0, 0, 1, 2)
        for column in (0, 1):
            grid.addWidget(self._titles[column], 1, column)
            grid.addWidget(self._sides[column], 2, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(2, 1)

    def show_texts(self, before: tuple[str, str], after: tuple[str, str]) -> None:
        """Compare two (title, text)."""
        found = compare(before[1], after[1])
        self._said.setText(difference_words(found))
        sides = zip(self._titles, self._sides, (before, after), strict=True)
        for (title, side, (name, _)), pieces in zip(
            sides, (found.before, found.after), strict=True
        ):
            title.setText(name)
            name_field(side, name, difference_words(found))
            _write(side, pieces)

    def shown(self) -> tuple[str, str]:
        """Return the words of both sides, with the signs."""
        return self._sides[0].toPlainText(), self._sides[1].toPlainText()


def difference_words(found: Comparison) -> str:
    """Return how far two texts differ, in words."""
    if not found.added and not found.removed:
        return "The words are the same."
    return (
        f"{_count(found.removed)} only on the left (struck through), "
        f"{_count(found.added)} only on the right (underlined)."
    )


def _count(number: int) -> str:
    return "1 word" if number == 1 else f"{number} words"


def _reader() -> QTextEdit:
    side = QTextEdit()
    side.setReadOnly(True)
    side.setTabChangesFocus(True)
    return side


def _write(side: QTextEdit, pieces: tuple[Piece, ...]) -> None:
    side.clear()
    cursor = QTextCursor(side.document())
    apart = QTextBlockFormat()
    apart.setBottomMargin(GAP)
    cursor.setBlockFormat(apart)
    for piece in pieces:
        before, after = _SIGNS[piece.change]
        body = piece.text.rstrip()
        if body:
            cursor.insertText(f"{before}{body}{after}", _look(side, piece))
        cursor.insertText(piece.text[len(body) :], QTextCharFormat())
    side.moveCursor(QTextCursor.MoveOperation.Start)


def _look(side: QTextEdit, piece: Piece) -> QTextCharFormat:
    look = QTextCharFormat()
    if piece.change is Change.SAME:
        return look
    look.setFontStrikeOut(piece.change is Change.REMOVED)
    look.setFontUnderline(piece.change is Change.ADDED)
    tint = QColor(side.palette().color(QPalette.ColorRole.Highlight))
    tint.setAlpha(_TINT if piece.change is Change.REMOVED else 2 * _TINT)
    look.setBackground(tint)
    return look
