"""HTML from a word processor, a web page or a mail to blocks.

What answers cannot show is dropped: styles, pictures, scripts, comments, forms. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.core.text import (
    Block,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Text,
)
from desktop.ui.editor.formats import BlockKind
from desktop.ui.editor.html_context import HEADINGS, HtmlContext
from desktop.ui.editor.html_table import HtmlTable
from desktop.ui.editor.html_tokens import Characters, End, Start, tokens

_BLOCKS = (
    HEADINGS
    | {"html", "body", "p", "div", "section", "article", "header", "footer", "main", "aside"}
    | {"nav", "figure", "figcaption", "address", "blockquote", "pre", "hr", "center", "form"}
    | {
        "ul",
        "ol",
        "dir",
        "menu",
        "li",
        "dl",
        "dt",
        "dd",
        "fieldset",
        "legend",
        "details",
        "summary",
    }
    | {"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
# Elements that end when one of their kind begins, and where the search for them ends.
_IMPLIED = {
    "li": ({"li"}, {"ul", "ol", "dir", "menu"}),
    "p": ({"p"}, {"td", "th", "li", "div", "blockquote", "body"}),
    "td": ({"td", "th"}, {"table"}),
    "th": ({"td", "th"}, {"table"}),
    "tr": ({"tr"}, {"table"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
}
# No real page is deeper; deeper tags are read as if they were not there.
_DEEPEST = 400
_NUMBER = re.compile(r"^\W*(\d+|[a-z]{1,4})[.)]", re.IGNORECASE)
_BREAK = Text("\n")


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    context: HtmlContext
    columns: int = 1
    rows: int = 1


def read_html(html: str) -> list[Block]:
    """Return the blocks of a page, not normalised. Raises nothing, whatever the page."""
    reader = _HtmlReader()
    for token in tokens(html):
        match token:
            case Characters(text):
                reader.text(text)
            case Start(tag, attributes):
                reader.start(tag, attributes)
            case End(tag):
                reader.end(tag)
    reader.close()
    return reader.blocks


class _HtmlReader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[_Element] = []
        self._tags: Counter[str] = Counter()
        self._line: list[Inline] = []
        self._marker = ""
        self._tables: list[HtmlTable] = []
        self._sinks: list[list[Block]] = [self.blocks]

    @property
    def _context(self) -> HtmlContext:
        return self._open[-1].context if self._open else HtmlContext()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        if tag in _BLOCKS:
            self._flush()
        if tag == "br":
            self._break()
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        if tag in _IMPLIED:
            self._end_implied(*_IMPLIED[tag])
        context = self._context.inside(tag, attributes)
        if tag in ("td", "th"):
            context = HtmlContext(dropped=context.dropped)
            self._sinks.append([])
        elif tag == "table":
            self._tables.append(HtmlTable())
        elif tag == "tr" and self._tables:
            self._tables[-1].start_row()
        self._tags[tag] += 1
        self._open.append(
            _Element(tag, context, _number(attributes, "colspan"), _number(attributes, "rowspan"))
        )

    def end(self, tag: str) -> None:
        """Leave an element, and whatever in it was left open."""
        if tag == "p":
            self._flush()
        if not self._tags[tag]:
            return
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                self._end_down_to(place)
                return
            # An end that was forgotten inside a cell must not end the cell.
            if self._open[place].tag in ("td", "th") and tag not in ("table", "tr"):
                return

    def text(self, data: str) -> None:
        """Take text."""
        context = self._context
        if context.dropped:
            return
        if context.marker:
            self._marker += data
            return
        pieces = data.split("\n") if context.kept_lines else [data]
        for place, piece in enumerate(pieces):
            if place:
                self._flush()
            if piece:
                self._line.append(Text(piece, context.bold, context.italic, context.href))

    def close(self) -> None:
        """End the page."""
        self._flush()
        self._end_down_to(0)

    def _break(self) -> None:
        """One line break is a space, two in a row end the paragraph."""
        words = (part for part in reversed(self._line) if part is _BREAK or _says_something(part))
        if next(words, None) is _BREAK:
            self._flush()
        else:
            self._line.append(_BREAK)

    def _end_implied(self, ended: Iterable[str], stops: Iterable[str]) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            tag = self._open[place].tag
            if tag in ended:
                self._end_down_to(place)
                return
            if tag in stops:
                return

    def _end_down_to(self, place: int) -> None:
        while len(self._open) > place:
            element = self._open[-1]
            if element.tag in _BLOCKS:
                self._flush()
            self._open.pop()
            self._tags[element.tag] -= 1
            if element.tag in ("td", "th"):
                cell = self._sinks.pop()
                if self._tables:
                    self._tables[-1].add_cell(cell, element.columns, element.rows)
                else:
                    self._sinks[-1].extend(cell)
            elif element.tag == "table":
                self._sinks[-1].extend(self._tables.pop().blocks())

    def _flush(self) -> None:
        """End the present line of text and put it where it belongs."""
        line, self._line = tuple(self._line), []
        marker, self._marker = self._marker.strip(), ""
        if any(map(_says_something, line)):
            context = self._context
            kind = context.kind
            if context.word_item and kind is BlockKind.PARAGRAPH:
                kind = BlockKind.NUMBERS if _NUMBER.match(marker) else BlockKind.BULLETS
            self._sinks[-1].append(_block(kind, line))


def _block(kind: BlockKind, line: Line) -> Block:
    match kind:
        case BlockKind.SUBHEADING:
            return Subheading(line)
        case BlockKind.QUOTE:
            return Quote((line,))
        case BlockKind.BULLETS:
            return ListBlock(False, (line,))
        case BlockKind.NUMBERS:
            return ListBlock(True, (line,))
        case BlockKind.PARAGRAPH:
            return Paragraph(line)


def _says_something(part: Inline) -> bool:
    return isinstance(part, Text) and not part.text.isspace()


def _number(attributes: Mapping[str, str], name: str) -> int:
    value = attributes.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 4 else 1
