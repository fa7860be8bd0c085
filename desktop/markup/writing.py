"""Blocks to Markdown.

Bold and italic are written with asterisks wherever CommonMark is sure to read them back, and as
``<b>`` and ``<i>`` elsewhere (inside a word, beside a citation, around punctuation).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

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
    Text,
    normalise,
)
from desktop.markup.citations import write_citation

# What CommonMark could take for markup anywhere in a line. "!" counts before a link only.
_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=[#A-Za-z])|!(?=\[|$)")
# What it could take for the beginning of a heading, quotation, list, rule or code at the start.
_START = re.compile(r"(?:[#>+=~-]|[0-9]{1,9}(?=[.)]))")
_HREF_SPECIAL = re.compile(r"[\\<>&`]")

_BACKSLASHED = r"\\\g<0>"

# Characters that every reader of Markdown takes for punctuation.
_PUNCTUATION = frozenset("()[]{}.,;:!?'\"/-\\“”‘’–—…")


def write(blocks: Iterable[Block]) -> str:
    """Return the blocks as Markdown, blocks parted by an empty line, without a final line end.

    ``parse`` gives ``normalise(blocks)`` back, whatever the blocks hold.
    """
    return "\n\n".join(map(_block, normalise(blocks)))


@lru_cache(maxsize=2048)
def _block(block: Block) -> str:
    match block:
        case Paragraph(line):
            return _at_start(_inline(line))
        case Subheading(line):
            # A closing run of "#" would be taken for decoration.
            text = re.sub(r"#+$", lambda run: r"\#" * len(run[0]), _inline(line))
            return f"### {text}"
        case ListBlock(ordered, items):
            return "\n".join(
                f"{f'{place}.' if ordered else '-'} {_at_start(_inline(item))}"
                for place, item in enumerate(items, start=1)
            )
        case Quote(paragraphs):
            return "\n>\n".join(f"> {_at_start(_inline(line))}" for line in paragraphs)
        case Table(header, rows):
            return "\n".join([_row(header), "|" + " --- |" * len(header), *map(_row, rows)])


def _row(cells: tuple[Line, ...]) -> str:
    return "|" + "".join(f" {_inline(cell).replace('|', chr(92) + '|')} |" for cell in cells)


def _at_start(text: str) -> str:
    found = _START.match(text)
    if not found:
        return text
    place = found.end() if found[0].isdigit() else 0
    return f"{text[:place]}\\{text[place:]}"


def _inline(line: Line) -> str:
    """Write one line of text."""
    bodies = [_body(line, place) for place in range(len(line))]
    out: list[str] = []
    for href, group in groupby(enumerate(line), key=lambda pair: _href(pair[1])):
        label = "".join(_emphasised(line, bodies, place) for place, _ in group)
        out.append(f"[{label}](<{_HREF_SPECIAL.sub(_BACKSLASHED, href)}>)" if href else label)
    return "".join(out)


def _body(line: Line, place: int) -> str:
    """Write the words of one run, or a citation."""
    part = line[place]
    if isinstance(part, Cite):
        return write_citation(part)
    body = _SPECIAL.sub(_BACKSLASHED, part.text)
    # Readers of Markdown trim lines, some of them of every sort of white space.
    if place == 0 and body[0].isspace():
        body = f"&#{ord(body[0])};{body[1:]}"
    if place == len(line) - 1 and body[-1].isspace():
        body = f"{body[:-1]}&#{ord(body[-1])};"
    return body


def _emphasised(line: Line, bodies: list[str], place: int) -> str:
    part, body = line[place], bodies[place]
    if isinstance(part, Cite) or not (part.bold or part.italic):
        return body
    before = _outside(line, bodies, place, -1)
    after = _outside(line, bodies, place, 1)
    if _sure(before, body[0]) and _sure(after, body[-1]):
        mark = "*" * (2 * part.bold + part.italic)
        return f"{mark}{body}{mark}"
    if part.italic:
        body = f"<i>{body}</i>"
    return f"<b>{body}</b>" if part.bold else body


def _outside(line: Line, bodies: list[str], place: int, step: int) -> str:
    """Return the character that will stand beside an emphasised run ("" where unknown)."""
    other = line[place + step] if 0 <= place + step < len(line) else None
    here = _href(line[place])
    there = _href(other) if other else ""
    if here and here != there:
        return "[" if step < 0 else "]"
    if other is None:
        return " "
    if there != here:
        return ")" if step < 0 else "["
    if isinstance(other, Text) and (other.bold or other.italic):
        return ""
    return bodies[place + step][-1 if step < 0 else 0]


def _sure(outer: str, inner: str) -> bool:
    """Tell whether asterisks between these two characters can only be read as they are meant."""
    if inner.isalnum():
        return outer == " " or outer in _PUNCTUATION
    return inner in _PUNCTUATION and outer == " "


def _href(part: Inline) -> str:
    return part.href if isinstance(part, Text) else ""
