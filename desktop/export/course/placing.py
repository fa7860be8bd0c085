"""Comments find their words in a document: marks are put into the texts, and travel with them.

A mark is one character of a range that nobody writes in. It goes through the building of the
Outline as any letter does, over citations, lists and tables, and the Word writer turns it into the
beginning or the end of a comment (see ``Remark``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from desktop.core.commenting import Located
from desktop.core.outline import (
    BulletsBlock,
    HeadingBlock,
    OutlineBlock,
    ParagraphBlock,
    QuoteBlock,
    Runs,
    TableBlock,
)
from desktop.core.response import Answer, Draft
from desktop.core.rules import Part
from desktop.core.text import (
    Block,
    Cite,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
)
from desktop.export.answers import opens_with
from desktop.export.marks import FIRST, LAST, marks_of, unmarked
from desktop.markup import parse


@dataclass(frozen=True, slots=True)
class Placed:
    """A comment with the marks that stand where it begins and ends."""

    located: Located
    opens: str
    closes: str


@dataclass(slots=True)
class Placing:
    """Puts marks for comments into texts.

    Attributes:
        comments: those to place, by what they are about ("answer:2").
        placed: those that have marks by now.
    """

    comments: dict[str, list[Located]]
    placed: list[Placed] = field(default_factory=list[Placed])

    @classmethod
    def of(cls, comments: Iterable[Located]) -> Placing:
        """Return one for these comments."""
        found: dict[str, list[Located]] = {}
        for located in comments:
            found.setdefault(located.comment.anchor.part, []).append(located)
        return cls(found)

    def markdown(self, part: str, text: str) -> str:
        """Return a Markdown text with the marks of the comments on it."""
        return self._marked(part, text, markdown=True)

    def words(self, part: str, text: str) -> str:
        """Return a text without markup with the marks of the comments on it."""
        return self._marked(part, text, markdown=False)

    def whole(self, part: str, runs: Runs) -> Runs:
        """Return runs between the marks of the comments on what they say."""
        made = list(runs)
        for located in self.comments.get(part, ()):
            opens, closes = self._next(located)
            made = [Text(opens), *made, Text(closes)]
        return tuple(made)

    def beginning(self, part: str, other: str, length: int) -> None:
        """Have the comments on one part stand at the beginning of another."""
        moved = self.comments.pop(part, [])
        here = [replace(located, start=0, end=length) for located in moved]
        self.comments.setdefault(other, []).extend(here)

    def _marked(self, part: str, text: str, *, markdown: bool) -> str:
        marks: list[tuple[int, str]] = []
        for located in self.comments.get(part, ()):
            found = _ends(text, located.start, located.end, markdown=markdown)
            if found is not None:
                opens, closes = self._next(located)
                marks += [(found[0], opens), (found[1], closes)]
        # From the back, so that the places before stay what they are.
        for place, mark in sorted(marks, key=lambda one: one[0], reverse=True):
            text = text[:place] + mark + text[place:]
        return text

    def _next(self, located: Located) -> tuple[str, str]:
        first = FIRST + 2 * len(self.placed)
        placed = Placed(located, chr(first), chr(first + 1))
        self.placed.append(placed)
        return placed.opens, placed.closes


def marked_draft(draft: Draft, placing: Placing) -> Draft:
    """Return a Draft with marks in its answers, key points, about-us and reason."""
    response = draft.response
    answers = {number: _marked_answer(answer, placing) for number, answer in draft.answers.items()}
    return replace(
        draft,
        response=replace(
            response,
            about=placing.markdown("about", unmarked(draft.about)),
            reason=placing.markdown("reason", unmarked(response.reason)),
        ),
        answers=answers,
    )


def _marked_answer(answer: Answer, placing: Placing) -> Answer:
    key_point, body = unmarked(answer.key_point), unmarked(answer.body)
    name = f"key-point:{answer.question}"
    if key_point.strip() and opens_with(answer):
        # The key point is not printed by itself then: it is the beginning of the text.
        placing.beginning(name, f"answer:{answer.question}", len(key_point))
    return replace(
        answer,
        key_point=placing.words(name, key_point),
        body=placing.markdown(f"answer:{answer.question}", body),
    )


def with_list_marks(
    blocks: Iterable[OutlineBlock], draft: Draft, placing: Placing
) -> Iterator[OutlineBlock]:
    """Yield blocks with marks round the points of the summary and the recommendations.

    Of key points that the summary follows by itself the marks stay where the answer has them.
    """
    points = [
        f"summary:{place}"
        for place, point in enumerate(draft.response.summary or ())
        if point.text.strip()
    ]
    asks = [f"recommendation:{item.id}" for item in draft.recommendations if item.what.strip()]
    names = {Part.SUMMARY: points, Part.RECOMMENDATIONS: asks}
    for block in blocks:
        named = names.get(block.part, [])
        if isinstance(block, BulletsBlock) and block.part in names:
            items = [_without_marks(item) for item in block.items]
            if len(named) == len(items):
                items = list(map(placing.whole, named, items))
            yield replace(block, items=tuple(items))
        elif isinstance(block, ParagraphBlock) and block.part is Part.SUMMARY:
            yield replace(block, runs=_without_marks(block.runs))
        else:
            yield block


def marks_in(blocks: Iterable[OutlineBlock]) -> frozenset[str]:
    """Return every mark that stands in the words of blocks."""
    return frozenset(mark for text in _texts(blocks) for mark in marks_of(text))


def _texts(blocks: Iterable[OutlineBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case HeadingBlock(_, text):
                yield text
            case ParagraphBlock(runs):
                yield from _words_of(runs)
            case BulletsBlock(lines) | QuoteBlock(lines):
                for runs in lines:
                    yield from _words_of(runs)
            case TableBlock(header, rows):
                for row in (header, *rows):
                    for runs in row:
                        yield from _words_of(runs)


def _words_of(runs: Runs) -> Iterator[str]:
    return (run.text for run in runs if isinstance(run, Text))


def _without_marks(runs: Runs) -> Runs:
    return tuple(
        replace(run, text=unmarked(run.text)) if isinstance(run, Text) else run for run in runs
    )


def _ends(text: str, start: int, end: int, *, markdown: bool) -> tuple[int, int] | None:
    """Return where marks can stand round the words from ``start`` to ``end``: before the first word
    there and after the last one, for a mark beside other signs could change what they mean.

    Where there is no word the nearest one before is taken; None where there is none at all.
    """
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    while start > 0 and start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    words = [found.span() for found in re.finditer(r"[^\W_]+", text)]
    inside = [(first, last) for first, last in words if first >= start and last <= end]

    def stands(place: int) -> bool:
        return not markdown or _stands(text, place)

    opens = next((first for first, _ in inside if stands(first)), None)
    if opens is not None:
        closes = next((last for _, last in reversed(inside) if last > opens and stands(last)), None)
        if closes is not None:
            return opens, closes
    words.sort(key=lambda word: min(abs(word[0] - start), abs(word[1] - start)))
    return next((word for word in words if stands(word[0]) and stands(word[1])), None)


def _stands(text: str, place: int) -> bool:
    """Tell whether a mark at this place is read as one of the words and changes nothing else."""
    mark = chr(LAST)
    read = parse(text[:place] + mark + text[place:])
    found = [part for block in read for part in _parts(block)]
    in_words = [part for part in found if isinstance(part, Text) and mark in part.text]
    return len(in_words) == 1 and tuple(map(_clean, read)) == parse(text)


def _parts(block: Block) -> Iterator[Text | Cite]:
    for line in _lines(block):
        yield from line


def _lines(block: Block) -> tuple[Line, ...]:
    match block:
        case Paragraph(line) | Subheading(line):
            return (line,)
        case ListBlock(_, items):
            return items
        case Quote(paragraphs):
            return paragraphs
        case Table(header, rows):
            return (*header, *(cell for row in rows for cell in row))


def _clean(block: Block) -> Block:
    match block:
        case Paragraph(line):
            return Paragraph(_clean_line(line))
        case Subheading(line):
            return Subheading(_clean_line(line))
        case ListBlock(ordered, items):
            return ListBlock(ordered, tuple(map(_clean_line, items)))
        case Quote(paragraphs):
            return Quote(tuple(map(_clean_line, paragraphs)))
        case Table(header, rows):
            return Table(
                tuple(map(_clean_line, header)),
                tuple(tuple(map(_clean_line, row)) for row in rows),
            )


def _clean_line(line: Line) -> Line:
    return tuple(
        replace(part, text=unmarked(part.text)) if isinstance(part, Text) else part for part in line
    )
