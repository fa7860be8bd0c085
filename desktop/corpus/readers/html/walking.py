"""From the tree of a web page to blocks, in the order of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop.core.document import Block, BlockKind
from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.html.lists import item_number
from desktop.corpus.readers.html.notes import FIRST_MARK, Note
from desktop.corpus.readers.html.tables import cells_of, is_data
from desktop.corpus.readers.numbering import begins_with_one, take

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details div dl dt fieldset "
        "figcaption figure footer form header hgroup hr html legend li main ol p pre section "
        "summary table tbody td tfoot th thead tr ul",
    )
) | frozenset(_HEADINGS)
_BOLD = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
# Word processors save the title of a document as a paragraph that is large.
_LARGE_STYLE = re.compile(
    r"font-size\s*:\s*(?:(?:1[89]|[2-9]\d)(?:\.\d+)?pt|2[4-9]|[3-9]\d)", re.IGNORECASE
)
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:mso)?(?:doc(?:ument)?-?)?title(?=$|\s)", re.IGNORECASE)
_TITLE_WORDS = 25
_MARKS = re.compile(r"\[?\(?([\ue000-\uf8ff])\)?\]?")
_SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*\Z")
_ALLOWED_DEPTH = 9
_HEAD_WORDS = 14
_NUMBERED_HEAD_WORDS = 45
_LONG_ITEM = 25  # words from which the items of a numbered list are numbered paragraphs


@dataclass(slots=True)
class _Open:
    """An element that has begun: what it makes of the text inside it."""

    tag: str
    number: str = ""
    said: bool = False  # its first block has been written, and the number with it


@dataclass(frozen=True, slots=True)
class Said:
    """A block of a page, and how much of its text leads to other pages, from 0 to 1."""

    block: Block
    linked: float = 0.0


@dataclass(slots=True)
class _Text:
    """The text of the block that is being collected, and how much of it is bold, or a link."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    large: int = 0
    linked: int = 0

    def add(self, words: str, *, bold: bool, large: bool, linked: bool) -> None:
        self.parts.append(words)
        length = len(words.strip())
        self.length += length
        self.bold += length * bold
        self.large += length * large
        self.linked += length * linked


class Walker:
    """Collects the blocks of a page."""

    def __init__(self, notes: list[Note]) -> None:
        self._notes = notes
        self._said: set[int] = set()
        self._open: list[_Open] = []
        self._bold = 0
        self._large = 0
        self._pre = 0
        self._linked = 0
        self._text = _Text()
        self.said: list[Said] = []

    def walk(self, root: XmlElement) -> None:
        """Collect the blocks of everything inside ``root``."""
        from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "end":
                self._leave(element, is_root=element is root)
            elif element.tag == "table" and is_data(element):
                self._table(element)
                self._open.append(_Open("data"))
                events.skip_subtree()
            else:
                self._enter(element)
        self._flush()

    def _enter(self, element: XmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            self._open.append(_Open(tag, item_number(element) if tag == "li" else ""))
        elif tag == "br":
            self._text.parts.append("\n")
        elif tag == "q":
            self._add("“")
        self._bold += _is_bold(element)
        self._large += _is_large(element)
        self._pre += tag == "pre"
        self._linked += _leads_away(element)
        self._add(element.text or "")

    def _leave(self, element: XmlElement, *, is_root: bool) -> None:
        tag = element.tag
        if tag == "q":
            self._add("”")
        if tag in _BLOCKS:
            self._flush()
            self._open.pop()
        self._bold -= _is_bold(element)
        self._large -= _is_large(element)
        self._pre -= tag == "pre"
        self._linked -= _leads_away(element)
        if not is_root:
            self._add(element.tail or "")

    def _add(self, words: str) -> None:
        if not words:
            return
        if not self._pre:
            words = re.sub(r"[ \t\n\r\f]+", " ", words)
        self._text.add(words, bold=self._bold > 0, large=self._large > 0, linked=self._linked > 0)

    def _flush(self) -> None:
        """Write what was collected as one block, or as several where line breaks part it."""
        text, self._text = self._text, _Text()
        joined = "".join(text.parts)
        if not joined.strip():
            return
        bold = text.bold == text.length
        if text.large == text.length and self._is_title(joined):
            self._write(_heading(" ".join(_MARKS.sub("", joined).split()), 1))
            return
        for piece in _pieces(joined):
            marks = _MARKS.findall(piece)
            words = " ".join(_MARKS.sub("", piece).split())
            if words:
                self._write(self._block(words, bold=bold), text.linked / max(1, text.length))
            self._write_notes(marks)

    def _write(self, block: Block, linked: float = 0.0) -> None:
        self.said.append(Said(block, linked))

    def _is_title(self, words: str) -> bool:
        """Say whether large type is the title: short, and before everything else."""
        inside = self._open[-1].tag if self._open else ""
        plain = inside not in _HEADINGS and inside not in ("li", "td", "th")
        return plain and not self.said and len(words.split()) <= _TITLE_WORDS

    def _write_notes(self, marks: list[str]) -> None:
        for mark in marks:
            at = ord(mark) - FIRST_MARK
            if at < len(self._notes) and at not in self._said:
                self._said.add(at)
                note = self._notes[at]
                self._write(Block(BlockKind.FOOTNOTE, note.text, number=note.number))

    def _block(self, words: str, *, bold: bool) -> Block:
        for opened in reversed(self._open):
            if opened.tag in _HEADINGS:
                return _heading(words, _HEADINGS[opened.tag])
            if opened.tag == "li" and not opened.said:
                opened.said = True
                return self._item(words, opened.number)
        if any(opened.tag == "blockquote" for opened in self._open):
            return Block(BlockKind.QUOTATION, words)
        tag = self._open[-1].tag if self._open else ""
        if tag in ("dt", "summary", "caption", "legend") or bold:
            head = _bold_heading(words)
            if head is not None:
                return head
        return _paragraph(words)

    def _item(self, words: str, number: str) -> Block:
        depth = sum(opened.tag in ("ul", "ol") for opened in self._open)
        taken = take(words)
        if not number and (taken.bullet or taken.number):
            words, number = taken.text, taken.number
        level = min(max(1, depth), _ALLOWED_DEPTH)
        if level == 1 and number.isdigit() and len(words.split()) >= _LONG_ITEM:
            return Block(BlockKind.NUMBERED, words, number=number)
        return Block(BlockKind.LIST_ITEM, words, level=level, number=number)

    def _table(self, element: XmlElement) -> None:
        self._flush()
        for caption in element.findall("caption"):
            self._add("".join(caption.itertext()))
            self._flush()
        cells, marks = cells_of(element)
        if cells:
            text = "\n".join("\t".join(row) for row in cells)
            self._write(Block(BlockKind.TABLE, text, cells=cells))
        self._write_notes(marks)

    @property
    def left_notes(self) -> list[Block]:
        """The notes whose marks stood in nothing that was kept."""
        return [
            Block(BlockKind.FOOTNOTE, note.text, number=note.number)
            for at, note in enumerate(self._notes)
            if at not in self._said
        ]


def _leads_away(element: XmlElement) -> bool:
    target = element.get("href") or ""
    return element.tag == "a" and bool(target) and not target.startswith("#")


def _is_bold(element: XmlElement) -> bool:
    return element.tag in _BOLD or bool(_BOLD_STYLE.search(element.get("style") or ""))


def _is_large(element: XmlElement) -> bool:
    if element.tag == "font":
        return (element.get("size") or "") in ("5", "6", "7", "+2", "+3", "+4")
    if element.tag == "p" and _TITLE_CLASS.search(element.get("class") or ""):
        return True
    return bool(_LARGE_STYLE.search(element.get("style") or ""))


def _pieces(text: str) -> list[str]:
    """Part a text at empty lines, and at line breaks where a sentence ends or a point begins."""
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        for at, line in enumerate(lines):
            ended = at and _SENTENCE_END.search(lines[at - 1].strip())
            if at == 0 or ended or begins_with_one(line.strip()):
                found.append(line)
            else:
                found[-1] = f"{found[-1]} {line}"
    return found


def _heading(words: str, level: int) -> Block:
    taken = take(words)
    number = "" if taken.bullet or taken.closed else taken.number
    return Block(BlockKind.HEADING, taken.text if number else words, level=level, number=number)


def _bold_heading(words: str) -> Block | None:
    """A short line that is bold all through is a heading, if it does not end as a sentence."""
    most = _NUMBERED_HEAD_WORDS if take(words).number else _HEAD_WORDS
    if len(words.split()) > most or words[-1] in ".,;:" or not re.search(r"[^\W\d]", words):
        return None
    return _heading(words, 0)


def _paragraph(words: str) -> Block:
    taken = take(words)
    if taken.bullet or (taken.closed and taken.number):
        return Block(BlockKind.LIST_ITEM, taken.text, level=1, number=taken.number)
    if taken.number:
        return Block(BlockKind.NUMBERED, taken.text, number=taken.number)
    return Block(BlockKind.PARAGRAPH, words)
