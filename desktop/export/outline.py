"""A Draft becomes an Outline: every part in its place, with its numbers and footnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from desktop.core.outline import Frame, HeadingBlock, Level, Outline, OutlineBlock
from desktop.core.response import Draft
from desktop.core.rules import Part
from desktop.core.text import one_line
from desktop.errors import ContentError
from desktop.export.answers import answered, question_blocks
from desktop.export.blocks import Writing
from desktop.export.filling import FillingError, Values, fill_line
from desktop.export.notes import NoteBook
from desktop.export.numbers import Numbers
from desktop.export.options import ExportOptions
from desktop.export.parts import Parts
from desktop.export.plan import Plan

_Writers = Mapping[Part, Callable[[], Iterable[OutlineBlock]]]


def build_outline(draft: Draft, plan: Plan, options: ExportOptions, today: date) -> Outline:
    """Return what the submission says, in the order the rules of the receiving body want.

    Args:
        draft: the Response with everything it is made of.
        plan: the fixed words (``load_plan``).
        options: the choices of this export.
        today: the date printed unless the Response has one of its own.

    Raises:
        ContentError: the title line of the rules cannot be filled.
        ExportError: a fixed word of the plan cannot be filled with these values.
    """
    rules, base = draft.rules.document, base_values(draft)
    numbers = Numbers(options.numbering or rules.numbering)
    notes = NoteBook(draft.sources, plan, base)
    day = draft.response.dated or today
    title = plan.say("title", base) or title_line(draft)
    printed = frozenset(question.number for question in answered(draft))
    parts = Parts(draft, plan, base, printed)
    spoken = Writing(Part.ORAL_EVIDENCE, numbers, notes)
    # In document order, for numbers and footnotes are handed out as the parts are written ...
    writers: _Writers = {
        Part.TITLE: lambda: parts.title(title),
        Part.ABOUT: lambda: parts.about(Writing(Part.ABOUT, numbers, notes)),
        Part.ANSWERS: lambda: _answers(draft, plan, options, numbers, notes),
        Part.ORAL_EVIDENCE: lambda: parts.oral_evidence(spoken),
        Part.DATE: lambda: parts.date(plan.day(day)),
    }
    # ... except those that point at numbers, and have none of their own.
    pointing: _Writers = {
        Part.SUMMARY: lambda: parts.summary(numbers),
        Part.RECOMMENDATIONS: lambda: parts.recommendations(numbers),
    }
    order = [part for part in dict.fromkeys(rules.parts) if part not in options.leave_out]
    blocks = _in_order(order, writers, pointing)
    return Outline(
        title=title,
        organisation=str(base["organisation"]),
        inquiry=str(base["inquiry"]),
        body=str(base["body"]),
        dated=day,
        numbering=numbers.numbering,
        blocks=blocks,
        notes=tuple(notes.notes),
        sources=notes.list_of_sources() if options.list_of_sources else (),
        frame=_frame(plan, base, rules.page_numbers, options),
        language=draft.language,
    )


def _in_order(order: list[Part], first: _Writers, afterwards: _Writers) -> tuple[OutlineBlock, ...]:
    """Write some parts first and the others afterwards, and put them all in one order."""
    written: dict[Part, tuple[OutlineBlock, ...]] = {}
    for writers in (first, afterwards):
        written |= {part: tuple(writers[part]()) for part in order if part in writers}
    return tuple(block for part in order for block in written[part])


def base_values(draft: Draft) -> Values:
    """Return what every fixed word may use of a Draft, each on one line."""
    consultation = draft.consultation
    return {
        "organisation": one_line(draft.organisation.name),
        "inquiry": one_line(consultation.title),
        "body": one_line(consultation.body),
        "body_short": one_line(consultation.body_short or consultation.body),
        "reference": one_line(consultation.reference),
    }


def title_line(draft: Draft) -> str:
    """Return the title of the document; raises ContentError if the rules' title line is wrong."""
    try:
        return fill_line(draft.rules.document.title_line, base_values(draft))
    except FillingError as error:
        raise ContentError(
            "The rules of the receiving body cannot be used",
            f"The title line of the rules “{draft.rules.id}” cannot be filled: {error}.",
            f"It may use: {', '.join(base_values(draft))}.",
        ) from error


def _answers(
    draft: Draft, plan: Plan, options: ExportOptions, numbers: Numbers, notes: NoteBook
) -> list[OutlineBlock]:
    base = base_values(draft)
    blocks: list[OutlineBlock] = []
    for question in draft.consultation.questions:
        writing = Writing(Part.ANSWERS, numbers, notes, question.number)
        blocks.extend(question_blocks(draft, plan, base, options, writing))
    if blocks:
        words = plan.say("answers", base, venue=draft.rules.venue.value)
        blocks.insert(0, HeadingBlock(Level.SECTION, words, Part.ANSWERS))
    return blocks


def _frame(plan: Plan, base: Values, wanted: str, options: ExportOptions) -> Frame:
    """Return header, page word and closing headings; page numbers are for the rules to refuse."""
    return Frame(
        header=plan.say("header", base),
        page=plan.say("page", base),
        page_numbers=wanted == "yes" or (wanted != "no" and options.page_numbers),
        notes=plan.say("notes", base),
        sources=plan.say("sources", base),
    )
