"""What was understood of an import, as rows beside the original: pure functions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.core.consultation import Consultation, question_ref
from desktop.core.document import BlockKind, Locator
from desktop.core.imports import ImportState, KeptBlock, KeptMark, KeptPart, MarkState, Review
from desktop.core.shortening import shortened
from desktop.core.understanding import SURE, Call, CalledQuestion, PartRole, SentenceKind
from desktop.ui.models.words import SOURCE_KINDS, counted

PART_ROLES = {
    PartRole.ANSWER: "Answer",
    PartRole.ABOUT_US: "About us",
    PartRole.SUMMARY: "Summary",
    PartRole.RECOMMENDATIONS: "Recommendations",
    PartRole.ANNEX: "Annex",
    PartRole.CONTENTS: "Table of contents",
    PartRole.OTHER: "Other text",
}
SENTENCE_KINDS = {
    SentenceKind.RECOMMENDATION: "Recommendation",
    SentenceKind.CLAIM: "Claim",
    SentenceKind.FIGURE: "Figure",
    SentenceKind.CASE: "Case",
    SentenceKind.TESTIMONY: "Testimony",
    SentenceKind.QUOTATION: "Quotation",
    SentenceKind.FACT: "Fact",
    SentenceKind.REFERENCE: "Reference",
}
LOOK = "! Look at this"
KIND_PLACE = "kind"
_UNSPOKEN = frozenset({PartRole.CONTENTS})
_LONGEST_EXCERPT, _MOST_CUES = 160, 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``blocks`` are the first and the last block of the original that it is about."""

    id: str
    chip: str
    title: str
    detail: str = ""
    warning: str = ""
    blocks: tuple[str, str] = ("", "")
    strong: bool = True

    def words(self) -> str:
        """Return what a screen reader says."""
        parts = (self.warning.lstrip("! "), self.chip, self.title, self.detail)
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class Picture:
    """A Review with what is looked up in it again and again."""

    review: Review
    places: Mapping[str, int] = field(default_factory=dict)
    starts: Sequence[int] = ()

    def part_at(self, block: str) -> KeptPart | None:
        """Return the part that a block stands in."""
        place = self.places.get(block)
        if place is None or not self.starts or place < self.starts[0]:
            return None
        return self.review.parts[bisect_right(self.starts, place) - 1]

    def span(self, part: KeptPart) -> range:
        """Return the places of the blocks of a part."""
        number = self.review.parts.index(part)
        ends = [*self.starts[1:], len(self.review.blocks)]
        return range(self.starts[number], ends[number])

    def part(self, name: str) -> KeptPart | None:
        """Return a part by its id."""
        return next((part for part in self.review.parts if part.id == name), None)

    def block(self, name: str) -> KeptBlock | None:
        """Return a block by its id."""
        place = self.places.get(name)
        return None if place is None else self.review.blocks[place]

    def neighbour(self, block: str, step: int) -> KeptBlock | None:
        """Return the block so many places on."""
        place = self.places.get(block, -1) + step
        known = block in self.places and 0 <= place < len(self.review.blocks)
        return self.review.blocks[place] if known else None

    def mark(self, name: str) -> KeptMark | None:
        """Return a marked sentence by its id."""
        return next((mark for mark in self.review.marks if mark.id == name), None)


def picture(review: Review) -> Picture:
    """Return a Review ready to be looked up in."""
    places = {kept.id: place for place, kept in enumerate(review.blocks)}
    return Picture(review, places, tuple(places[part.first] for part in review.parts))


def question_names(consultations: Sequence[Consultation]) -> dict[str, str]:
    """Return words for every known question by its reference."""
    return {
        question_ref(consultation.id, question.number): (
            f"{consultation.title}, question {question.number}: {question.heading or question.text}"
        )
        for consultation in consultations
        for question in consultation.questions
    }


def part_rows(shown: Picture, known: Mapping[str, str]) -> tuple[Row, ...]:
    """Return a row for each part, in the order of the document."""
    return tuple(part_row(shown, part, known) for part in shown.review.parts)


def part_row(shown: Picture, part: KeptPart, known: Mapping[str, str]) -> Row:
    """Return the row of a part."""
    span = shown.span(part)
    blocks = shown.review.blocks
    unsure = part.confidence < SURE and part.role not in _UNSPOKEN
    return Row(
        part.id,
        PART_ROLES[part.role],
        _part_title(shown, part),
        _part_detail(shown, part, known),
        LOOK if unsure else "",
        (blocks[span[0]].id, blocks[span[-1]].id) if span else ("", ""),
    )


def place_rows(shown: Picture, known: Mapping[str, str]) -> tuple[Row, ...]:
    """Return what a person should look at first, in the order of the document."""
    document = shown.review.document
    if document.state is not ImportState.WAITING:
        return ()
    rows: list[Row] = []
    if document.confidence < SURE:
        words = f"Is it a {SOURCE_KINDS[document.kind].lower()}?"
        first = shown.review.blocks[0].id if shown.review.blocks else ""
        rows.append(Row(KIND_PLACE, "The document", words, "", LOOK, (first, first)))
    if shown.review.call is not None:
        rows += [row for row in called_rows(shown.review.call, shown) if row.warning]
    else:
        rows += [row for row in part_rows(shown, known) if row.warning]
    return tuple(rows)


def mark_rows(shown: Picture) -> tuple[Row, ...]:
    """Return the marked sentences that nobody has dismissed, in the order of the document."""
    rows: list[Row] = []
    for mark in shown.review.marks:
        if mark.state is MarkState.DISMISSED:
            continue
        chip = SENTENCE_KINDS[mark.kind]
        made = mark.state is MarkState.MADE
        block = shown.block(mark.block)
        where = [block.locator.words()] if block else []
        if mark.speaker:
            where.insert(0, f"said by {mark.speaker}")
        if mark.cues:
            where.append(f"marked for “{'”, “'.join(mark.cues[:_MOST_CUES])}”")
        detail = ", ".join(part for part in where if part)
        detail = f"✓ A snippet. {detail}" if made else detail
        blocks = (mark.block, mark.block)
        rows.append(Row(mark.id, chip, mark.text, detail, "", blocks, strong=False))
    return tuple(rows)


def called_rows(call: Call, shown: Picture | None = None) -> tuple[Row, ...]:
    """Return the questions of a call for evidence; a row's id is its place in the call."""
    return tuple(
        Row(
            str(place),
            _called_number(question),
            question.text,
            _called_detail(question),
            LOOK if question.confidence < SURE else "",
            _called_blocks(question, shown),
        )
        for place, question in enumerate(call.questions)
    )


def gutter(shown: Picture) -> dict[str, tuple[str, bool]]:
    """Return what stands beside the first block of each part: its number, and whether unsure."""
    found: dict[str, tuple[str, bool]] = {}
    for part in shown.review.parts:
        unsure = part.confidence < SURE and part.role not in _UNSPOKEN
        sign = "!" if unsure else ""
        found[part.first] = (f"{sign}{part.number}" or "–", unsure)
    return found


def _part_title(shown: Picture, part: KeptPart) -> str:
    if part.role is PartRole.ANSWER:
        number = f"Question {part.number}" if part.number else "A question"
        return f"{number}: {part.question}" if part.question else number
    first = shown.block(part.first)
    text = first.block.text if first else ""
    return shortened(text, _LONGEST_EXCERPT) or "Nothing but a page break"


def _part_detail(shown: Picture, part: KeptPart, known: Mapping[str, str]) -> str:
    span = shown.span(part)
    told = [kept for kept in shown.review.blocks[span.start : span.stop] if _says(kept)]
    said = [counted(len(told), "paragraph")]
    if told and (page := _page(told[0].locator)):
        said.append(page)
    matched = ""
    if part.role is PartRole.ANSWER:
        matched = f"Matched with {known.get(part.ref, part.ref)}" if part.ref else ""
        matched = matched or "No known question"
    return ". ".join(part for part in (matched, ", ".join(said)) if part)


def _says(kept: KeptBlock) -> bool:
    return kept.block.kind is not BlockKind.BREAK


def _page(locator: Locator) -> str:
    if locator.slide:
        return f"slide {locator.slide}"
    return f"page {locator.page}" if locator.page else ""


def _called_number(question: CalledQuestion) -> str:
    number = f"Question {question.number}" if question.number else "A question"
    return f"{number}, part of {question.parent}" if question.parent else number


def _called_detail(question: CalledQuestion) -> str:
    parts = [question.guidance]
    if question.options:
        parts.append(f"Options: {'; '.join(question.options)}")
    return " ".join(part for part in parts if part)


def _called_blocks(question: CalledQuestion, shown: Picture | None) -> tuple[str, str]:
    if shown is None or question.block >= len(shown.review.blocks):
        return ("", "")
    block = shown.review.blocks[question.block].id
    return (block, block)
