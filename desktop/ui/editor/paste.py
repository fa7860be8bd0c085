"""What is pasted or dropped, as blocks of the answer subset: all words, none of the looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.core.text import (
    Block,
    Blocks,
    Cite,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Text,
    normalise,
    safe_characters,
)
from desktop.core.text import (
    lines as text_lines,
)
from desktop.ui.editor.html_reader import read_html

# Qt lays a paragraph out as a whole at every keystroke in it, so one of megabytes would freeze.
LONGEST_PARAGRAPH = 10_000

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_BULLET = re.compile(r"[ \t]*(?:[•▪◦‣·●○■–*-])[ \t\u00a0]+(?=\S)")
_NUMBERED = re.compile(r"[ \t]*(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")


def blocks_from_html(html: str) -> Blocks:
    """Return the blocks of a page, or of the piece of one that was copied. Raises nothing."""
    return _bounded(normalise(read_html(html)))


def blocks_from_text(text: str) -> Blocks:
    """Return the blocks of plain text.

    Where empty lines part the paragraphs, single line ends are taken for the wrapping of a mail or
    a PDF; otherwise every line is a paragraph. Lines with bullets or running numbers become lists.
    """
    text = safe_characters(_LINE_ENDS.sub("\n", text)).strip("\n")
    wrapped = _PARAGRAPHS.search(text) is not None
    blocks: list[Block] = []
    for piece in _PARAGRAPHS.split(text):
        lines = piece.split("\n")
        listed = _listed(lines)
        if listed:
            blocks.append(listed)
        elif wrapped:
            blocks.append(Paragraph((Text(piece),)))
        else:
            blocks += _lines(lines)
    return _bounded(normalise(blocks))


def _listed(lines: list[str]) -> ListBlock | None:
    """Return the list that lines are if every one of them begins like an item of it."""
    bullets = [_BULLET.match(line) for line in lines]
    if len(lines) > 1 and all(bullets):
        return ListBlock(False, tuple(_after(*pair) for pair in zip(lines, bullets, strict=True)))
    numbers = [_NUMBERED.match(line) for line in lines]
    found = [int(number[1]) for number in numbers if number]
    if len(lines) > 1 and found == list(range(1, len(lines) + 1)):
        return ListBlock(True, tuple(_after(*pair) for pair in zip(lines, numbers, strict=True)))
    return None


def _lines(lines: list[str]) -> Iterator[Block]:
    """Yield a paragraph for each line, and an item for each line that has a typographic bullet."""
    for line in lines:
        bullet = _BULLET.match(line)
        if bullet and bullet[0].strip() not in "*-–":
            yield ListBlock(False, (_after(line, bullet),))
        else:
            yield Paragraph((Text(line),))


def _after(line: str, mark: re.Match[str] | None) -> Line:
    return (Text(line[mark.end() :] if mark else line),)


def _bounded(blocks: Iterable[Block]) -> Blocks:
    """Part paragraphs that are too long to edit, at the end of a sentence where there is one."""
    blocks = tuple(blocks)
    if not any(_length(line) > LONGEST_PARAGRAPH for line in text_lines(blocks)):
        return blocks
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _length(block.line) > LONGEST_PARAGRAPH:
            out.extend(map(Paragraph, _parted(block.line)))
        else:
            out.append(block)
    return normalise(out)


def _length(line: Line) -> int:
    return sum(len(part.text) for part in line if isinstance(part, Text))


def _parted(line: Line) -> Iterator[Line]:
    taken: list[Inline] = []
    room = LONGEST_PARAGRAPH
    for part in line:
        if isinstance(part, Cite):
            taken.append(part)
            continue
        start = 0
        while len(part.text) - start > room:
            cut = _cut(part.text[start : start + room])
            if cut or not taken:
                end = start + (cut or room)
                taken.append(replace(part, text=part.text[start:end]))
                start = end
            yield tuple(taken)
            taken, room = [], LONGEST_PARAGRAPH
        taken.append(replace(part, text=part.text[start:]))
        room = max(1, room - (len(part.text) - start))
    yield tuple(taken)


def _cut(text: str) -> int:
    """Return where to part a text: after its last sentence, else its last word, else 0."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, len(text) // 2)]
    if ends:
        return ends[-1]
    return text.rfind(" ", len(text) // 2) + 1
