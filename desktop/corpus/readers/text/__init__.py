"""Plain text: broken lines joined, furniture left out, headings told by their looks."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.core.document import Block, BlockKind, Document, DocumentFormat, Metadata
from desktop.corpus import failures
from desktop.corpus.limits import Limits, read_bytes
from desktop.corpus.readers.text.decoding import decode
from desktop.corpus.readers.text.furniture import clear
from desktop.corpus.readers.text.headings import levels
from desktop.corpus.readers.text.lines import lines_of
from desktop.corpus.readers.text.paragraphs import Para, paragraphs

_QUOTED = re.compile(r"[“\"][^“”\"]{25,}[”\"]\.?(?:\s*(?:\[[^\]]+\]|\([^)]+\)))?\.?\Z")
_LINK_AFTER_TITLE = re.compile(r"\s*:?\s*https?://\S+(?:\s*\[?#\w+\]?)*\Z")
_MOST_WORDS_OF_ITEM = 40


def read(path: Path, limits: Limits) -> Document:
    """Return the text of a file, whatever its encoding.

    Raises:
        ReadError: it cannot be opened, or is too large.
    """
    data = read_bytes(path, limits)
    if len(data) > limits.xml:
        raise failures.too_large(path.name, f"it has {len(data):,} bytes of text")
    document = read_text(decode(data))
    if not document.blocks:
        raise failures.empty(path.name)
    if len(document.blocks) > limits.blocks:
        raise failures.too_large(path.name, f"it has {len(document.blocks):,} paragraphs")
    return document


def read_text(text: str) -> Document:
    """Return a text that was decoded, or pasted."""
    cleared = clear(lines_of(text))
    paras = paragraphs(cleared.lines)
    found = levels(paras)
    blocks = _blocks(paras, found)
    title = next((block.text for block in blocks if block.level == 1), "")
    notices = []
    if cleared.repeated:
        lines = ", ".join(f"“{line}”" for line in cleared.repeated)
        notices.append(f"Lines that come again on each page or slide were left out: {lines}.")
    if cleared.of_page:
        notices.append("Buttons, forms and the like of the web page around it were left out.")
    return Document(
        DocumentFormat.TEXT, tuple(blocks), Metadata(title=title), notices=tuple(notices)
    )


def _blocks(paras: list[Para], found: list[int]) -> list[Block]:
    blocks: list[Block] = []
    listing = False
    for at, (para, level) in enumerate(zip(paras, found, strict=True)):
        if para.new_page and blocks:
            blocks.append(Block(BlockKind.BREAK))
        listing = _lists_on(paras, at, listing) and not level
        blocks.append(_block(para, level, listing))
    return blocks


def _lists_on(paras: list[Para], at: int, listing: bool) -> bool:
    """Say whether this is an item of a list whose bullets were lost: a run of short lines under a
    line that ends with a colon, or lines that end with semicolons.
    """
    para = paras[at]
    if at == 0 or para.bullet or para.number or para.rows or para.words > _MOST_WORDS_OF_ITEM:
        return False
    before = paras[at - 1]
    run = para.blanks == 0 and (listing or before.text.endswith(":"))
    if listing and run:
        return True
    follows = paras[at + 1] if at + 1 < len(paras) else None
    goes_on = follows is not None and follows.blanks == 0 and not follows.bullet
    if before.text.endswith(":") and goes_on and not _ended(para.text):
        return True
    return bool(para.text.endswith(";") and (run or goes_on)) or (
        listing and before.text.endswith((";", "; and", "; or"))
    )


def _ended(text: str) -> bool:
    return text[-1] in ".!?"


def _block(para: Para, level: int, listing: bool) -> Block:
    if para.rows:
        return _table(para)
    if level:
        text = _LINK_AFTER_TITLE.sub("", para.text) if level == 1 else para.text
        return Block(BlockKind.HEADING, text or para.text, level=level, number=para.number)
    if para.bullet or listing or (para.closed and para.number):
        depth = 1 + min(8, para.depth // 4) if para.bullet or para.number else 1
        return Block(BlockKind.LIST_ITEM, para.text, level=depth, number=para.number)
    if para.number:
        return Block(BlockKind.NUMBERED, para.text, number=para.number)
    if para.quoted or _QUOTED.match(para.text):
        return Block(BlockKind.QUOTATION, para.text)
    return Block(BlockKind.PARAGRAPH, para.text)


def _table(para: Para) -> Block:
    rows = tuple(row for row in para.rows if any(re.search(r"\w", cell) for cell in row))
    text = "\n".join("\t".join(row) for row in rows)
    if len(rows) < 2:
        return Block(BlockKind.PARAGRAPH, " ".join(para.text.split()))
    return Block(BlockKind.TABLE, text, cells=rows)
