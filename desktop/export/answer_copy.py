"""One answer as text for an online form, counted, in characters that forms do not garble."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.outline import OutlineBlock
from desktop.core.response import AnswerMark, Draft
from desktop.core.rules import Numbering, Part
from desktop.core.words import Count, count
from desktop.export.answers import answer_blocks
from desktop.export.blocks import Writing
from desktop.export.notes import NoteBook
from desktop.export.numbers import Numbers
from desktop.export.outline import base_values
from desktop.export.parts import Parts
from desktop.export.plan import Plan
from desktop.export.text import block_texts, note_lines

_QUOTES = str.maketrans(
    {**dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("“”„‟″", '"'), "…": "...", "\u00a0": " "}
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """How an answer is made fit for a form.

    Attributes:
        plain_quotes: straight quotation marks, three stops for an ellipsis, ordinary spaces.
        plain_dashes: a hyphen for every dash.
        plain_tabs: " | " instead of a tab between the cells of a table.
        notes: footnotes as [1], with their texts at the end.
        recommendations: the recommendations this answer argues for, after its text.
    """

    plain_quotes: bool = False
    plain_dashes: bool = False
    plain_tabs: bool = False
    notes: bool = True
    recommendations: bool = True


@dataclass(frozen=True, slots=True)
class AnswerCopy:
    """The text of one answer and how long it is."""

    text: str
    count: Count


def answer_text(
    draft: Draft, number: str, plan: Plan, options: CopyOptions = CopyOptions()
) -> AnswerCopy:
    """Return the Answer to one Question as plain text.

    A skipped Question gives an empty text. Footnotes start at 1 in every answer, the first of each
    source in full, for each box of a form is read by itself.

    Raises:
        KeyError: there is no Question with this number.
        ExportError: a fixed word of the plan cannot be filled.
    """
    draft.consultation.question(number)
    answer = draft.answer(number)
    if answer.mark is AnswerMark.SKIPPED:
        return AnswerCopy("", Count())
    base = base_values(draft)
    notes = NoteBook(draft.sources, plan, base)
    writing = Writing(Part.ANSWERS, Numbers(Numbering.NONE), notes, number)
    blocks: list[OutlineBlock] = list(answer_blocks(answer, plan, base, writing))
    pieces = list(
        block_texts(blocks, marks=options.notes, cells=" | " if options.plain_tabs else "\t")
    )
    if options.recommendations:
        pieces.extend(Parts(draft, plan, base, frozenset()).sentences(number))
    if options.notes and notes.notes:
        pieces.append(note_lines(notes.notes))
    text = "\n\n".join(pieces)
    if options.plain_quotes:
        text = text.translate(_QUOTES)
    if options.plain_dashes:
        text = text.translate(_DASHES)
    return AnswerCopy(text, count(text))
