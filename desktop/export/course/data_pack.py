"""The data pack: the papers of the Course with the numbers of their places, and what is offered."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.course import Course, Paper
from desktop.core.evidence import ANY_QUESTION, Snippet
from desktop.core.outline import BulletsBlock, OutlineBlock, QuoteBlock, TableBlock
from desktop.core.references import card_reference, printed_date, with_locator
from desktop.export.course.pen import Pen, heading, paragraph, table
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
        yield from _snippets(practice, words)


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


def _snippets(practice: Practice, words: CourseWords) -> Iterator[OutlineBlock]:
    say = words.say
    yield heading(say("snippets_heading"))
    yield paragraph(say("snippets_about"))
    columns = ("column_says", "column_stands", "column_suits")
    rows = ((item.text, _place(item, practice), _suits(item, words)) for item in practice.snippets)
    yield table(map(say, columns), rows)


def _place(item: Snippet, practice: Practice) -> str:
    source = practice.sources.get(item.source)
    return with_locator(card_reference(source) if source else item.source, item.locator)


def _suits(item: Snippet, words: CourseWords) -> str:
    if ANY_QUESTION in item.questions:
        return words.say("any_question")
    return ", ".join(ref.rpartition("#")[2] for ref in item.questions) or words.say("none")
