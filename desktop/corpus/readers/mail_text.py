"""The message of a mail in plain text: lines that programs broke, quoted lines, a signature."""

from __future__ import annotations

import re

from desktop.core.document import Block, BlockKind
from desktop.corpus.readers.quoted_mail import begins_earlier_mail
from desktop.corpus.readers.text import read_text

_QUOTED = re.compile(r"(?:>\s?)+")
_WROTE_ON_TWO_LINES = re.compile(
    r"^(On [^\n>]{5,120})\n([^\n>]{0,120}\bwrote:)[ \t]*$", re.MULTILINE
)


def read_message(text: str, *, flowed: bool) -> list[Block]:
    """Return the blocks of a message; what stands behind ">" is quotation.

    ``flowed``: lines that end with a space go on in the next, as some programs write.
    """
    text = _WROTE_ON_TWO_LINES.sub(r"\1 \2", text)
    blocks: list[Block] = []
    for quoted, lines in _runs(text.split("\n")):
        if flowed:
            lines = _unfolded(lines)
        found = read_text("\n".join(lines)).blocks
        if quoted:
            blocks.extend(
                Block(BlockKind.QUOTATION, _whole(block)) for block in found if block.text
            )
        else:
            blocks.extend(_plain(block) for block in found)
    return blocks


def _whole(block: Block) -> str:
    return f"{block.number}. {block.text}" if block.number else block.text


def _plain(block: Block) -> Block:
    """The first line of a message is no title, nor are the words before an earlier mail."""
    if block.kind is BlockKind.HEADING and (block.level == 1 or begins_earlier_mail(block.text)):
        return Block(BlockKind.PARAGRAPH, _whole(block))
    return block


def _runs(lines: list[str]) -> list[tuple[bool, list[str]]]:
    """Part the lines into runs that are quoted and runs that are not."""
    runs: list[tuple[bool, list[str]]] = []
    for line in lines:
        mark = _QUOTED.match(line)
        quoted = mark is not None
        words = line[mark.end() :] if mark else line
        if not runs or runs[-1][0] != quoted:
            runs.append((quoted, []))
        runs[-1][1].append(words)
    return runs


def _unfolded(lines: list[str]) -> list[str]:
    found: list[str] = []
    going_on = False
    for line in lines:
        if going_on and line.strip():
            found[-1] += line.removeprefix(" ") if line.startswith(" ") else line
        else:
            found.append(line)
        going_on = line.endswith(" ") and line != "-- " and bool(line.strip())
    return found
