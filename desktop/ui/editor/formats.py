"""What blocks and runs look like inside the rich-text document, and how they are recognised again.

Formats hold meaning and measure, never a theme's colour: colours are added when the text is drawn.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desktop.core.text import Cite, Text

CITATION_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER = "\ufffc"

_KEY = QTextFormat.Property.UserProperty.value + 1
_LOCATOR = QTextFormat.Property.UserProperty.value + 2
_HEADING_LEVEL = 3

# Pixels, for lines of about 22; the document grows with its font, these stay a comfortable gap.
PARAGRAPH_GAP = 8.0
ITEM_GAP = 3.0
_HEADING_GAP = 14.0
QUOTE_INDENT = 20.0
DOCUMENT_MARGIN = 10.0

_LINE_HEIGHT = 150.0
_HEADING_LINE_HEIGHT = 125.0
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value

# A grey that stands out from both white and black paper.
_RULE = QColor(128, 128, 128, 170)
_TINT = QColor(128, 128, 128, 34)


class BlockKind(StrEnum):
    """What a block of the document is, tables aside."""

    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    BULLETS = "bullets"
    NUMBERS = "numbers"


LIST_STYLES = {
    BlockKind.BULLETS: QTextListFormat.Style.ListDisc,
    BlockKind.NUMBERS: QTextListFormat.Style.ListDecimal,
}


def block_format(kind: BlockKind, *, in_table: bool = False) -> QTextBlockFormat:
    """Return the format of a block of this kind (that it is in a list is told apart)."""
    made = QTextBlockFormat()
    heading = kind is BlockKind.SUBHEADING
    made.setLineHeight(_HEADING_LINE_HEIGHT if heading or in_table else _LINE_HEIGHT, _PROPORTIONAL)
    if in_table:
        return made
    gap = ITEM_GAP if kind in LIST_STYLES else PARAGRAPH_GAP
    made.setTopMargin(gap)
    made.setBottomMargin(gap)
    if heading:
        made.setHeadingLevel(_HEADING_LEVEL)
        made.setTopMargin(_HEADING_GAP)
        made.setBottomMargin(ITEM_GAP)
    if kind is BlockKind.QUOTE:
        made.setProperty(QTextFormat.Property.BlockQuoteLevel, 1)
        made.setLeftMargin(QUOTE_INDENT)
        made.setRightMargin(QUOTE_INDENT)
    return made


def list_format(kind: BlockKind) -> QTextListFormat:
    """Return the format of a list of this kind."""
    made = QTextListFormat()
    made.setStyle(LIST_STYLES[kind])
    made.setIndent(1)
    return made


def kind_of(block: QTextBlock) -> BlockKind:
    """Tell what a block is."""
    made = block.blockFormat()
    if made.objectIndex() >= 0 and (items := block.textList()):
        numbered = items.format().style() == QTextListFormat.Style.ListDecimal
        return BlockKind.NUMBERS if numbered else BlockKind.BULLETS
    if made.headingLevel():
        return BlockKind.SUBHEADING
    if made.hasProperty(QTextFormat.Property.BlockQuoteLevel):
        return BlockKind.QUOTE
    return BlockKind.PARAGRAPH


def text_format(look: Text) -> QTextCharFormat:
    """Return the format of a run."""
    made = QTextCharFormat()
    if look.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if look.italic:
        made.setFontItalic(True)
    if look.href:
        made.setAnchor(True)
        made.setAnchorHref(look.href)
    return made


def look_of(text: str, made: QTextCharFormat) -> Text:
    """Return the run that ``text`` in this format is."""
    bold = made.fontWeight() >= QFont.Weight.Bold
    return Text(text, bold, made.fontItalic(), made.anchorHref() if made.isAnchor() else "")


def citation_format(cite: Cite) -> QTextCharFormat:
    """Return the format of the one character that stands for a citation."""
    made = QTextCharFormat()
    made.setObjectType(CITATION_OBJECT)
    made.setProperty(_KEY, cite.key)
    made.setProperty(_LOCATOR, cite.locator)
    return made


def citation_of(made: QTextFormat) -> Cite | None:
    """Return the citation that a character of this format stands for, if it does."""
    if made.objectType() != CITATION_OBJECT:
        return None
    return Cite(str(made.property(_KEY)), str(made.property(_LOCATOR) or ""))


def table_format(columns: int) -> QTextTableFormat:
    """Return the format of a table: thin lines, a header row, as wide as the text."""
    made = QTextTableFormat()
    made.setHeaderRowCount(1)
    made.setCellPadding(6)
    made.setCellSpacing(0)
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(_RULE)
    made.setTopMargin(PARAGRAPH_GAP)
    made.setBottomMargin(PARAGRAPH_GAP)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / max(columns, 1))
    made.setColumnWidthConstraints([share] * columns)
    return made


def header_cell_format() -> QTextTableCellFormat:
    """Return the format of a cell of the header row."""
    made = QTextTableCellFormat()
    made.setBackground(_TINT)
    return made
