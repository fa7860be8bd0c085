"""The papers of a course beside an exercise: each place with its number, ready to be cited."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.course import Course, Paper
from desktop.core.references import full_reference
from desktop.core.text import (
    Block,
    Cite,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    lines,
    plain,
)
from desktop.markup import parse
from desktop.ui.form import labelled
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label


class PapersShelf(QFrame):
    """``cite(Cite)``: put this place at the cursor; ``closed()``: it was put away."""

    cite = Signal(object)
    closed = Signal()

    def __init__(self, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("papersShelf")
        self.setProperty("card", "soft")
        self._papers = course.papers
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(16)
        for number, paper in enumerate(self._papers, start=1):
            self.choice.addItem(f"Paper {number}. {paper.source.title}")
        self._about = text_label("", "small")
        self._places = QWidget()
        self._rows = QVBoxLayout(self._places)
        self._rows.setContentsMargins(0, 0, 0, 0)
        column = card_column(self)
        column.setSpacing(GAP)
        column.addWidget(labelled(self.choice, "Paper"))
        column.addWidget(self._about)
        column.addWidget(self._places)
        column.addWidget(Button("Close the papers", self.put_away), 0, Qt.AlignmentFlag.AlignLeft)
        self.choice.currentIndexChanged.connect(self._show)
        self.hide()

    def open_shelf(self) -> None:
        """Show the papers, the one that was looked at last."""
        self._show()
        self.show()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Put the papers away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _show(self) -> None:
        place = self.choice.currentIndex()
        if not 0 <= place < len(self._papers):
            return
        paper = self._papers[place]
        self._about.setText(full_reference(paper.source))
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows.addWidget(self._grid(paper))

    def _grid(self, paper: Paper) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        for row, (number, block) in enumerate(numbered(parse(paper.text))):
            grid.addWidget(_text(block), row, 1)
            if not number:
                continue
            said = QLabel(str(number))
            said.setProperty("role", "muted")
            grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            cite = Cite(paper.source.key, f"paragraph {number}")
            button = Button(
                "Cite",
                lambda cite=cite: self.cite.emit(cite),
                look="link",
                name=f"Cite paragraph {number} of {paper.source.title}",
            )
            button.setProperty("inline", True)
            grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)
        return holder


def numbered(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Block]]:
    """Yield the blocks of a paper, each with the number of its place; sub-headings have 0."""
    number = 0
    for block in blocks:
        if isinstance(block, Subheading):
            yield 0, block
        else:
            number += 1
            yield number, block


def _text(block: Block) -> QLabel:
    label = text_label("", "strong" if isinstance(block, Subheading) else "")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(_html(block))
    label.setAccessibleName(" ".join(plain(line) for line in lines((block,))))
    return label


def _html(block: Block) -> str:
    match block:
        case Paragraph(line) | Subheading(line):
            return _line(line)
        case ListBlock(ordered, items):
            tag = "ol" if ordered else "ul"
            inside = "".join(f"<li>{_line(item)}</li>" for item in items)
            return f'<{tag} style="margin: 0; -qt-list-indent: 1">{inside}</{tag}>'
        case Quote(paragraphs):
            return "<br>".join(_line(line) for line in paragraphs)
        case Table(header, rows):
            head = "".join(f'<th align="left">{_line(cell)}</th>' for cell in header)
            body = "".join(
                f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>" for row in rows
            )
            return f'<table cellpadding="4" cellspacing="0"><tr>{head}</tr>{body}</table>'


def _line(line: Line) -> str:
    return "".join(map(_part, line))


def _part(part: Inline) -> str:
    if isinstance(part, Cite):
        return f" [{escape(part.key)}]"
    text = escape(part.text)
    text = f"<i>{text}</i>" if part.italic else text
    return f"<b>{text}</b>" if part.bold else text
