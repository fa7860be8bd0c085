"""An answer as plain lines that people read and compare, with its citations named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.core.evidence import Source
from desktop.core.references import short_reference, with_locator
from desktop.core.text import (
    Block,
    Blocks,
    Cite,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
)


def readable(blocks: Blocks, sources: Mapping[str, Source]) -> str:
    """Return the text of an answer, one line for each paragraph, item or row."""
    return "\n".join(line for block in blocks for line in _lines(block, sources))


def _lines(block: Block, sources: Mapping[str, Source]) -> Iterator[str]:
    match block:
        case Paragraph(line) | Subheading(line):
            yield _line(line, sources)
        case ListBlock(ordered, items):
            for place, item in enumerate(items, 1):
                yield f"{f'{place}.' if ordered else '•'} {_line(item, sources)}"
        case Quote(paragraphs):
            yield from (f"“{_line(line, sources)}”" for line in paragraphs)
        case Table(header, rows):
            for row in (header, *rows):
                yield " | ".join(_line(cell, sources) for cell in row)


def _line(line: Line, sources: Mapping[str, Source]) -> str:
    return "".join(
        f" [{_reference(part, sources)}]" if isinstance(part, Cite) else part.text for part in line
    )


def _reference(cite: Cite, sources: Mapping[str, Source]) -> str:
    source = sources.get(cite.key)
    return with_locator(short_reference(source) if source else cite.key, cite.locator)
