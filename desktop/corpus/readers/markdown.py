"""Markdown: headings, lists, quotations, tables and footnotes as they are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.document import Block, BlockKind, Document, DocumentFormat, Metadata
from desktop.corpus import failures
from desktop.corpus.limits import Limits, read_bytes
from desktop.corpus.readers.html import read_fragment
from desktop.corpus.readers.numbering import take
from desktop.corpus.readers.text.decoding import decode

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|author|date|lang|language)[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE = re.compile(
    r"^\[\^([^\]\s]{1,40})\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]+\S)))*)", re.MULTILINE
)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_DAY = re.compile(r"\A(\d{4}-\d\d-\d\d)(?!\d)")
_DEEPEST = 9


def read(path: Path, limits: Limits) -> Document:
    """Return the text of a Markdown file.

    Raises:
        ReadError: it cannot be opened, is too large or is nested without end.
    """
    data = read_bytes(path, limits)
    if len(data) > limits.xml:
        raise failures.too_large(path.name, f"it has {len(data):,} bytes of text")
    document = read_markdown(decode(data), path.name)
    if not document.blocks:
        raise failures.empty(path.name)
    if len(document.blocks) > limits.blocks:
        raise failures.too_large(path.name, f"it has {len(document.blocks):,} paragraphs")
    return document


def read_markdown(text: str, name: str) -> Document:
    """Return a text that was decoded; ``name`` is the file's, for messages.

    Raises:
        ReadError: it is nested without end.
    """
    from markdown_it import MarkdownIt

    metadata, text = _front(text)
    notes = {found[1]: " ".join(found[2].split()) for found in _NOTE.finditer(text)}
    text = _NOTE.sub("", text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    walker = _Walker(notes, name)
    walker.walk(parser.parse(text))
    blocks = tuple(block for block in walker.blocks if re.search(r"\w", block.text))
    title = next((block.text for block in blocks if block.level == 1), "")
    if not metadata.title and title and blocks[0].kind is BlockKind.HEADING:
        metadata = Metadata(title, metadata.author, metadata.date, metadata.language)
    return Document(DocumentFormat.MARKDOWN, blocks, metadata)


def _front(text: str) -> tuple[Metadata, str]:
    """Part what a file says about itself, between lines of strokes, from its text."""
    front = _FRONT.match(text)
    if front is None or not _FIELD.search(front[1]):
        return Metadata(), text
    said = {found[1].lower(): found[2] for found in _FIELD.finditer(front[1])}
    day = _DAY.match(said.get("date", ""))
    return (
        Metadata(
            said.get("title", ""),
            said.get("author", ""),
            day[1] if day else "",
            said.get("lang", said.get("language", "")),
        ),
        text[front.end() :],
    )


@dataclass(slots=True)
class _List:
    """A list that has begun: the number of its next item, None for bullets."""

    next: int | None


@dataclass(slots=True)
class _Walker:
    """Collects blocks from the flat list of what begins and ends."""

    notes: dict[str, str]
    name: str
    blocks: list[Block] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    quotes: int = 0
    heading: int = 0
    item: str | None = None
    rows: list[list[str]] | None = None

    def walk(self, tokens: list[Token]) -> None:
        for token in tokens:
            kind = token.type
            step = getattr(self, f"_{kind}", None)
            if step is not None:
                step(token)

    def _heading_open(self, token: Token) -> None:
        self.heading = int(token.tag[1:])

    def _heading_close(self, _: Token) -> None:
        self.heading = 0

    def _blockquote_open(self, _: Token) -> None:
        self.quotes += 1

    def _blockquote_close(self, _: Token) -> None:
        self.quotes -= 1

    def _bullet_list_open(self, _: Token) -> None:
        self.lists.append(_List(None))

    def _ordered_list_open(self, token: Token) -> None:
        self.lists.append(_List(int(token.attrGet("start") or 1)))

    def _bullet_list_close(self, _: Token) -> None:
        self.lists.pop()

    _ordered_list_close = _bullet_list_close

    def _list_item_open(self, _: Token) -> None:
        current = self.lists[-1]
        self.item = ""
        if current.next is not None:
            self.item = str(current.next)
            current.next += 1

    def _list_item_close(self, _: Token) -> None:
        self.item = None

    def _table_open(self, _: Token) -> None:
        self.rows = []

    def _tr_open(self, _: Token) -> None:
        if self.rows is not None:
            self.rows.append([])

    def _table_close(self, _: Token) -> None:
        cells = tuple(tuple(row) for row in self.rows or ())
        self.rows = None
        text = "\n".join("\t".join(row) for row in cells)
        self.blocks.append(Block(BlockKind.TABLE, text, cells=cells))

    def _fence(self, token: Token) -> None:
        for line in token.content.splitlines():
            if line.strip():
                self.blocks.append(Block(BlockKind.PARAGRAPH, " ".join(line.split())))

    _code_block = _fence

    def _html_block(self, token: Token) -> None:
        self.blocks.extend(read_fragment(token.content, self.name).blocks)

    def _inline(self, token: Token) -> None:
        words = _words(token)
        used = [mark for mark in _NOTE_MARK.findall(words) if mark in self.notes]
        words = " ".join(_NOTE_MARK.sub("", words).split())
        if self.rows:
            self.rows[-1].append(words)
        elif words:
            self.blocks.append(self._block(words))
        for mark in used:
            note = self.notes.pop(mark, None)
            if note:
                self.blocks.append(Block(BlockKind.FOOTNOTE, note, number=mark))

    def _block(self, words: str) -> Block:
        if self.heading:
            taken = take(words)
            number = "" if taken.bullet or taken.closed else taken.number
            words = taken.text if number else words
            return Block(BlockKind.HEADING, words, level=self.heading, number=number)
        if self.item is not None:
            number, self.item = self.item, None
            depth = min(len(self.lists), _DEEPEST)
            return Block(BlockKind.LIST_ITEM, words, level=depth, number=number)
        if self.quotes:
            return Block(BlockKind.QUOTATION, words)
        taken = take(words)
        if taken.number and not taken.closed:
            return Block(BlockKind.NUMBERED, taken.text, number=taken.number)
        return Block(BlockKind.PARAGRAPH, words)


def _words(token: Token) -> str:
    return "".join(_pieces(token))


def _pieces(token: Token) -> Iterator[str]:
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak") or _is_break(child):
            yield " "


def _is_break(token: Token) -> bool:
    return token.type == "html_inline" and token.content.lower().startswith("<br")
