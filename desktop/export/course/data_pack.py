"""The data pack: the papers of the Course with the numbers of their places, and what is offered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.core.course import Course, Paper
from desktop.core.evidence import ANY_QUESTION, Snippet
from desktop.core.listing import listed
from desktop.core.outline import BulletsBlock, OutlineBlock, QuoteBlock, TableBlock
from desktop.core.references import card_reference, printed_date, with_locator
from desktop.core.rules import Part
from desktop.core.text import Text
from desktop.export.blocks import plain_runs
from desktop.export.course.pen import Pen, heading, paragraph
from desktop.export.course.practice import Practice
from desktop.export.course.words import CourseWords


def data_pack(
    course: Course, practice: Practice, words: CourseWords, pen: Pen
) -> Iterator[OutlineBlock]:
    """Yield every paper, then the pieces of evidence unless the trainer turned them off."""
    if course.papers:
        yield paragraph(words.say("data_about"))
    for number, paper in enumerate(course.papers, start=1):
        yield from _paper(number, paper, pen, words)
    if practice.snippets and course.switches.snippets:
        yield from _snippets(course, practice, words)


def _paper(number: int, paper: Paper, pen: Pen, words: CourseWords) -> Iterator[OutlineBlock]:
    say, source = words.say, paper.source
    yield heading(say("paper", number=number, title=source.title))
    author, date = source.author or source.body, printed_date(source)
    if author or date or source.short:
        yield paragraph(say("paper_line", author=author, date=date, short=source.short))
    if source.note:
        yield paragraph(source.note)
    called = {
        BulletsBlock: say("place_list"),
        QuoteBlock: say("place_quotation"),
        TableBlock: say("place_table"),
    }
    yield from pen.places(paper.text, source.key, called)


def _snippets(course: Course, practice: Practice, words: CourseWords) -> Iterator[OutlineBlock]:
    say = words.say
    yield heading(say("snippets_heading"))
    yield paragraph(say("snippets_about"))
    papers = {paper.source.key: place for place, paper in enumerate(course.papers, start=1)}
    items = (
        (*plain_runs(item.text), Text(f" {_place(item, papers, practice, words)}", italic=True))
        for item in practice.snippets
    )
    yield BulletsBlock(tuple(items), Part.ANSWERS)


def _place(item: Snippet, papers: Mapping[str, int], practice: Practice, words: CourseWords) -> str:
    """Return where a piece of evidence stands and what it suits, in brackets."""
    source = practice.sources.get(item.source)
    if item.source in papers:
        named = words.say("paper_place", number=papers[item.source])
    else:
        named = card_reference(source) if source else item.source
    place = with_locator(named, item.locator)
    return words.say("snippet", place=place, suits=_suits(item, words))


def _suits(item: Snippet, words: CourseWords) -> str:
    if ANY_QUESTION in item.questions:
        return words.say("any_question")
    numbers = [ref.rpartition("#")[2] for ref in item.questions]
    return words.say("suits", count=len(numbers), questions=listed(numbers)) if numbers else ""
