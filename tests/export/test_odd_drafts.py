"""Submissions that nobody would plan and somebody will export: each gives a sound document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.outline import HeadingBlock, TableBlock
from desktop.core.response import (
    Answer,
    AnswerMark,
    Draft,
    Organisation,
    Recommendation,
    SummaryPoint,
)
from desktop.core.rules import Numbering, Part
from desktop.export import ExportOptions, answer_text, cover_email, to_preview, to_text
from tests.export import reading
from tests.export.samples import TODAY, docx_of, outline_of, plan
from tests.support.drafts import SOURCE, make_draft

NOBODY = Organisation("o", "  ")
CHOICES = {
    "plain": ExportOptions(),
    "all": ExportOptions(numbers_as_text=True, list_of_sources=True, skipped_named=True),
    "by-section": ExportOptions(numbering=Numbering.BY_SECTION, skipped_named=True),
    "answers-only": ExportOptions(leave_out=frozenset(Part) - {Part.ANSWERS}),
}


def skipped(number: str, reason: str = "") -> Answer:
    return Answer("r", number, "Never printed.", "Nor this.", AnswerMark.SKIPPED, reason)


def a_row(cell: str, columns: int) -> str:
    return "|" + f" {cell} |" * columns


WIDE = "\n".join([a_row("h", 70), a_row("---", 70), a_row("c[@larch-2024, p. 1]", 70)])
ODD: dict[str, Draft] = {
    "nothing": make_draft({}, reason="", organisation=NOBODY),
    "no-name": make_draft({"1": "Four halls closed."}, organisation=NOBODY),
    "ready-but-empty": make_draft({"1": Answer("r", "1", mark=AnswerMark.READY)}),
    "only-skipped": make_draft(
        {"1": skipped("1"), "2": skipped("2", "Not our field"), "3": skipped("3", " ")}, reason=""
    ),
    "many-notes": make_draft(
        {"1": " ".join(f"Claim {n}[@larch-2024, p. {n}][@gone]." for n in range(75))}
    ),
    "headings-only": make_draft(
        {"1": "### One\n\n### Two[@larch-2024]", "2": "### Three"}, key_points=False
    ),
    "odd-tables": make_draft(
        {
            "1": "| a |\n| --- |\n| b | c | d |\n\n- item\n  | x | y |\n  | --- | --- |\n  | 1 |",
            "2": "> | q | w |\n> | --- | --- |\n> | 1 | 2 | 3 |\n\n|  |\n| --- |\n|  |",
            "3": WIDE,
        }
    ),
    "stops-only": make_draft(
        {"1": Answer("r", "1", key_point=" . ")},
        summary=(SummaryPoint(" "), SummaryPoint("...", ("1", "9"))),
        recommendations=[
            Recommendation("a", "r", "9", "", "..."),
            Recommendation("b", "r", "9", "who", " "),
        ],
    ),
}


@pytest.fixture(params=ODD)
def odd(request: pytest.FixtureRequest) -> Draft:
    return ODD[request.param]


@pytest.mark.parametrize("options", CHOICES.values(), ids=CHOICES)
def test_an_odd_submission_can_be_written_in_every_form(odd: Draft, options: ExportOptions) -> None:
    outline = outline_of(odd, options)
    data = docx_of(odd, options)
    marks = [
        int(mark.get(f"{reading.W}id"))
        for mark in reading.root(data).iter(f"{reading.W}footnoteReference")
    ]
    assert marks == [note.number for note in outline.notes] == list(range(1, len(marks) + 1))
    assert to_text(outline).endswith("\n")
    assert to_preview(outline) or not outline.blocks
    assert cover_email(odd, plan(), "x.docx", TODAY, options).subject
    for question in odd.consultation.questions:
        assert "Never printed" not in answer_text(odd, question.number, plan()).text


@pytest.mark.parametrize("options", CHOICES.values(), ids=CHOICES)
def test_no_office_has_to_repair_an_odd_submission(
    odd: Draft, options: ExportOptions, ooxml_validator, tmp_path
) -> None:
    document = tmp_path / "evidence.docx"
    document.write_bytes(docx_of(odd, options))
    assert ooxml_validator(document) == []


def test_without_a_name_the_running_header_names_the_inquiry_alone() -> None:
    draft = ODD["no-name"]
    assert outline_of(draft).frame.header == draft.consultation.title
    named = replace(draft, organisation=Organisation("o", "Fernbrook"))
    assert outline_of(named).frame.header == f"Fernbrook | {draft.consultation.title}"


def test_no_heading_stands_over_nothing() -> None:
    for name in ("nothing", "only-skipped"):
        blocks = outline_of(ODD[name]).blocks
        parts = {block.part for block in blocks if isinstance(block, HeadingBlock)}
        assert Part.ANSWERS not in parts
        assert Part.SUMMARY not in parts
        assert Part.RECOMMENDATIONS not in parts


def test_a_recommendation_of_stops_is_not_printed() -> None:
    assert ODD["stops-only"].recommendations
    assert Part.RECOMMENDATIONS not in {b.part for b in outline_of(ODD["stops-only"]).blocks}


def test_a_source_cited_many_times_is_named_in_full_once() -> None:
    outline = outline_of(ODD["many-notes"], ExportOptions(list_of_sources=True))
    of_larch = [note.text for note in outline.notes if note.source == SOURCE.key]
    assert len(of_larch) == 75
    assert [SOURCE.title in text for text in of_larch] == [True] + [False] * 74
    assert len(outline.sources) == 1
    assert "“gone”" in outline.notes[1].text


def test_a_row_that_is_longer_or_shorter_than_its_header_keeps_every_cell() -> None:
    tables = [b for b in outline_of(ODD["odd-tables"]).blocks if isinstance(b, TableBlock)]
    widths = [[len(row) for row in (table.header, *table.rows)] for table in tables]
    assert widths == [[3, 3], [2, 2], [3, 3], [70, 70]]


def test_a_table_too_wide_for_word_keeps_its_words_and_its_notes() -> None:
    data = docx_of(ODD["odd-tables"])
    (line,) = [text for text in reading.paragraphs(data) if text.count(" | ") == 69 and "c" in text]
    assert line.split(" | ") == ["c"] * 70
