"""Blocks of the Outline as paragraphs, lists, quotations and tables of Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.outline import (
    BulletsBlock,
    HeadingBlock,
    Level,
    NoteRef,
    Outline,
    OutlineBlock,
    ParagraphBlock,
    QuoteBlock,
    Runs,
    TableBlock,
)
from desktop.core.rules import Part
from desktop.core.text import Text
from desktop.export.addresses import linked
from desktop.export.numbers import printed_number
from desktop.export.options import ExportOptions
from desktop.export.shapes import numbered_places, place_of
from desktop.export.word.elements import Element, el, text
from desktop.export.word.numbering import WordNumbering
from desktop.export.word.runs import RunWriter, runs_rtl
from desktop.export.word.styles import StyleName, Styles
from desktop.export.word.tables import MOST_COLUMNS, table

_HEADINGS = {
    Level.TITLE: StyleName.TITLE,
    Level.SECTION: StyleName.HEADING_1,
    Level.QUESTION: StyleName.HEADING_2,
    Level.SUBHEADING: StyleName.HEADING_3,
}
_PLAIN = {Part.TITLE: StyleName.SUBTITLE, Part.DATE: StyleName.DATE}
# What follows its paragraph closely; the paragraph is kept on one page with the start of it.
_FOLLOWERS = (BulletsBlock, QuoteBlock, TableBlock)
# The last item of a list stands as far from the next paragraph as paragraphs do.
_AFTER_LIST = 160


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the body of a document.

    Attributes:
        runs: for the text inside, with links of the document part.
        styles: the style file's styles.
        numbering: list instances.
        options: the choices of this export.
        width: of the text, in twentieths of a point.
        column: where the text of a numbered paragraph starts.
    """

    runs: RunWriter
    styles: Styles
    numbering: WordNumbering
    options: ExportOptions
    width: int
    column: int

    def elements(self, outline: Outline) -> Iterator[Element]:
        """Yield the elements of the body in order."""
        numbered = numbered_places(outline.blocks)
        for block, following in pairwise((*outline.blocks, None)):
            assert block is not None
            inside = place_of(block) in numbered
            keep = isinstance(following, _FOLLOWERS) or _is_lead(block)
            yield from self._block(block, inside=inside, keep=keep)
        if outline.sources:
            yield self._paragraph(StyleName.HEADING_1, (Text(outline.frame.sources),))
            for source in outline.sources:
                yield self._paragraph(StyleName.SOURCE, linked(source))

    def _block(self, block: OutlineBlock, *, inside: bool, keep: bool) -> Iterator[Element]:
        match block:
            case HeadingBlock(level, words, _, _, notes, new_page):
                marks = tuple(NoteRef(number) for number in notes)
                lead = el("r", el("br", type="page")) if new_page else None
                yield self._paragraph(_HEADINGS[level], (Text(words), *marks), lead=lead)
            case ParagraphBlock(runs, part, ""):
                yield self._paragraph(_PLAIN.get(part, StyleName.BODY), runs, keep=keep)
            case ParagraphBlock(runs, _, number):
                yield self._numbered(runs, number, keep=keep)
            case BulletsBlock():
                yield from self._list(block, inside=inside)
            case QuoteBlock(paragraphs):
                for line in paragraphs:
                    yield self._paragraph(StyleName.QUOTE, line)
            case TableBlock(header) if len(header) > MOST_COLUMNS:
                for row in (block.header, *block.rows):
                    yield self._paragraph(StyleName.BODY, _in_words(row))
            case TableBlock():
                indent = self.column if inside else 0
                yield table(block, self.runs, self.styles, self.width - indent, indent)
                yield self._paragraph(StyleName.TABLE_GAP, ())

    def _numbered(self, runs: Runs, number: str, *, keep: bool) -> Element:
        if not self.options.numbers_as_text:
            instance = self.numbering.for_paragraph(number)
            return self._paragraph(StyleName.NUMBERED, runs, instance, keep=keep)
        typed = el("r", text(printed_number(number)), el("tab"))
        return self._paragraph(StyleName.NUMBERED_TEXT, runs, lead=typed, keep=keep)

    def _list(self, block: BulletsBlock, *, inside: bool) -> Iterator[Element]:
        if block.part is Part.RECOMMENDATIONS and block.ordered:
            style = StyleName.RECOMMENDATION
        elif block.ordered:
            style = StyleName.NUMBER_INSIDE if inside else StyleName.NUMBER
        else:
            style = StyleName.BULLET_INSIDE if inside else StyleName.BULLET
        list_of = self.numbering.for_list if block.ordered else self.styles.list_of
        instance = list_of(style)
        last = len(block.items)
        for place, (item, ref) in enumerate(block.lines, start=1):
            runs = (*item, Text(f" {ref}")) if ref else item
            yield self._paragraph(style, runs, instance, after=_AFTER_LIST if place == last else 0)

    def _paragraph(
        self,
        style: StyleName,
        runs: Runs,
        instance: str = "",
        *,
        lead: Element | None = None,
        keep: bool = False,
        after: int = 0,
    ) -> Element:
        """Return a paragraph.

        Args:
            style: its style.
            runs: its words.
            instance: the list it is numbered in.
            lead: what stands before its words.
            keep: on the page where the next paragraph starts.
            after: space below it, 0 for what its style says.
        """
        look = el("pPr", el("pStyle", val=self.styles[style]))
        if keep:
            look.append(el("keepNext"))
        if instance:
            look.append(el("numPr", el("ilvl", val=0), el("numId", val=instance)))
        if runs_rtl(runs):
            look.append(el("bidi"))
        if after:
            look.append(el("spacing", after=after))
        return el("p", look, lead, *self.runs.elements(runs))


def _is_lead(block: OutlineBlock) -> bool:
    """Tell whether a paragraph is all bold: it says what those below it are about."""
    return isinstance(block, ParagraphBlock) and all(
        isinstance(run, Text) and run.bold for run in block.runs
    )


def _in_words(row: tuple[Runs, ...]) -> Runs:
    """Return a row of a table that Word cannot hold as one line, with the marks of its notes."""
    first, *others = row
    return (*first, *(run for cell in others for run in (Text(" | "), *cell)))
