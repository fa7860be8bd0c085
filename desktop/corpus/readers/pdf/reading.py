"""The stages of reading a PDF, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.corpus import failures
from desktop.corpus.limits import Limits
from desktop.corpus.readers.pdf import scans
from desktop.corpus.readers.pdf.blocks import draft_of, with_breaks, with_levels
from desktop.corpus.readers.pdf.footnotes import body_size, numbers_of, opening, with_notes
from desktop.corpus.readers.pdf.furniture import without_furniture
from desktop.corpus.readers.pdf.headings import body_look
from desktop.corpus.readers.pdf.joining import joined_text, plain, words_in
from desktop.corpus.readers.pdf.opening import metadata, opened
from desktop.corpus.readers.pdf.order import gutters, in_order
from desktop.corpus.readers.pdf.pages import page_parts
from desktop.corpus.readers.pdf.paragraphs import paragraphs, spacing_of, with_right_edges
from desktop.corpus.readers.pdf.shapes import Line, PageParts


def read_document(path: Path, limits: Limits) -> Document:
    """Return the PDF at ``path``; see ``desktop.corpus.readers.pdf.read``."""
    with opened(path, limits) as document:
        said = metadata(document)
        pages = _pages(document, path.name, limits)
    if all(scans.is_blank(page) for page in pages):
        raise failures.empty(path.name)
    if scans.is_scanned(pages):
        return Document(DocumentFormat.PDF, metadata=said, notices=(scans.SCANNED,), scanned=True)
    blocks = _blocks(pages)
    if len(blocks) > limits.blocks:
        raise failures.too_large(path.name, f"it has more than {limits.blocks:,} paragraphs")
    told = scans.notices(pages)
    if not blocks:
        # Nothing but letters that cannot be told: no better than a picture.
        told = told or (scans.SCANNED,)
    return Document(DocumentFormat.PDF, tuple(blocks), said, told, scanned=not blocks)


def _pages(document: object, name: str, limits: Limits) -> list[PageParts]:
    found: list[PageParts] = []
    lines = 0
    for page in page_parts(document):
        lines += len(page.lines)
        if lines > 20 * limits.blocks:
            raise failures.too_large(name, f"it has more than {20 * limits.blocks:,} lines")
        found.append(page)
    return found


def _blocks(pages: Sequence[PageParts]) -> list[Block]:
    pages = without_furniture(pages)
    body = body_size(pages)
    parted: list[PageParts] = []
    last = 0
    for page in pages:
        parted.append(with_notes(page, body, parted[-1] if parted else None, last))
        last = max(last, *numbers_of(parted[-1].notes), 0)
    known = gutters(page.lines for page in parted)
    flow = with_right_edges([line for page in parted for line in in_order(page.lines, known)])
    words = words_in(text for line in flow for text in _texts(line))
    look = body_look(flow)
    drafts = [
        draft
        for paragraph in paragraphs(flow, spacing_of(flow))
        if (draft := draft_of(paragraph, words, look)) is not None
    ]
    notes = _notes(parted, words)
    for page in pages:
        notes.setdefault(page.number, [])[:0] = [_aside(text, page.number) for text in page.askew]
    return with_breaks(with_levels(drafts), notes, len(parted))


def _aside(text: str, page: int) -> Block:
    """Return text that runs in another direction, such as a stamp along the margin."""
    return Block(BlockKind.PARAGRAPH, joined_text([text]), page=page)


def _texts(line: Line) -> list[str]:
    return [text for row in line.cells for cell in row for text in cell.split("\n")] or [line.text]


def _notes(pages: Sequence[PageParts], words: set[str]) -> dict[int, list[Block]]:
    """Return the footnotes of each page; small print without a mark goes on with the one before."""
    found: dict[int, list[Block]] = {}
    number, lines, begun = "", list[Line](), 0
    for page in pages:
        for line in in_order(page.notes) if page.notes else ():
            mark, text = opening(line)
            if mark and lines:
                found.setdefault(begun, []).append(_note(number, lines, words, begun))
                lines = []
            if not lines:
                number, begun = mark, page.number
            lines.append(line._replace(text=text))
    if lines:
        found.setdefault(begun, []).append(_note(number, lines, words, begun))
    return found


def _note(number: str, lines: Sequence[Line], words: set[str], page: int) -> Block:
    text = joined_text([line.text for line in lines], words)
    return Block(BlockKind.FOOTNOTE, text, number=plain(number), page=page)
