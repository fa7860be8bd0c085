"""Whatever a document holds, it is understood somehow, and nothing of it is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.core.understanding import PartRole, Understanding
from desktop.corpus.understand import understand
from desktop.corpus.understanding.calls import consultation
from desktop.corpus.understanding.chain import longest
from desktop.corpus.understanding.cutting import cut, sentences
from desktop.corpus.understanding.days import days
from desktop.corpus.understanding.shortening import short_heading
from tests.corpus.understanding.samples import BREAK, F, H, documents, inquiry, texts

INQUIRY = inquiry()
kinds = st.sampled_from((None, *SourceKind))


def words(text: str) -> list[str]:
    return re.findall(r"\S+", text)


def understood(document: Document, kind: SourceKind | None) -> Understanding:
    return understand(document, "file.docx", (INQUIRY,), kind)


@given(documents, kinds)
def test_parts_follow_one_another_from_the_first_block_to_the_last(
    document: Document, kind: SourceKind | None
) -> None:
    got = understood(document, kind)
    place = 0
    for part in got.parts:
        assert part.first == place
        assert part.first < part.end
        assert part.first <= part.body <= part.end
        assert 0 <= part.confidence <= 1
        place = part.end
    assert place == len(got.document.blocks)


@given(documents, kinds)
def test_no_word_is_lost_when_tables_and_paragraphs_are_taken_apart(
    document: Document, kind: SourceKind | None
) -> None:
    def said(blocks: tuple[Block, ...]) -> list[str]:
        cells = (
            " ".join(cell for row in each.cells for cell in row) or each.text
            if each.kind is BlockKind.TABLE
            else f"{each.number} {each.text}"
            for each in blocks
        )
        # The number of a row of a table may stand as "Question 3" before its question.
        return sorted("".join(words(" ".join(cells))).replace("Question", "").replace("|", ""))

    got = understood(document, kind)
    assert said(got.document.blocks) == said(document.blocks)


@given(documents, kinds)
def test_pieces_hold_every_word_of_running_text_once_and_in_order(
    document: Document, kind: SourceKind | None
) -> None:
    got = understood(document, kind)
    told = [
        word
        for part in got.parts
        if part.role is not PartRole.CONTENTS
        for each in got.document.blocks[part.body : part.end]
        if each.kind not in (H, BREAK, F)
        for word in words(each.text)
    ]
    assert [word for piece in got.pieces for word in words(piece.text)] == told


@given(documents, kinds)
def test_a_piece_stays_in_its_part_under_its_heading_and_is_no_longer_than_a_long_paragraph(
    document: Document, kind: SourceKind | None
) -> None:
    got = understood(document, kind)
    for piece in got.pieces:
        (part,) = (part for part in got.parts if part.first <= piece.first < part.end)
        assert piece.end <= part.end
        assert (piece.number, piece.question, piece.ref) == (part.number, part.question, part.ref)
        inside = got.document.blocks[piece.first : piece.end]
        assert not any(each.kind is H for each in inside[1:])
        assert len(words(piece.text)) <= 150


@given(documents)
def test_a_call_becomes_a_consultation_whose_questions_have_different_numbers(
    document: Document,
) -> None:
    call = understood(document, SourceKind.CALL_FOR_EVIDENCE).call
    assert call is not None
    made = consultation(call, "own", "any-body")
    seen = [question.number for question in made.questions]
    assert len(set(seen)) == len(seen)
    assert all(question.heading and question.text for question in made.questions)
    numbers = {question.number for question in call.questions}
    assert {question.parent for question in call.questions} - {""} <= numbers


@given(texts, st.integers(20, 150))
def test_cutting_keeps_every_word_and_the_limit(text: str, most: int) -> None:
    pieces = cut(text, most, 20)
    assert [word for piece in pieces for word in words(piece)] == words(text)
    assert all(len(words(piece)) <= most for piece in pieces)
    assert "".join(sentences(text)) == text


@given(st.text())
def test_a_heading_can_be_made_of_any_wording(text: str) -> None:
    assert len(short_heading(text)) <= max(60, max(map(len, text.split()), default=0))


@given(st.text(alphabet="0123456789/. -JanuaryMch2thof,", max_size=40))
def test_any_text_is_searched_for_dates(text: str) -> None:
    for found in days(text):
        assert 0 <= found.start < found.end <= len(text)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=9))
def test_the_heaviest_ascending_run_is_found(items: list[tuple[int, int]]) -> None:
    run = longest(items)
    keys = [items[place][0] for place in run]
    assert keys == sorted(set(keys))
    assert run == sorted(run)
    best = [0] * len(items)
    for at, (key, weight) in enumerate(items):
        before = (best[other] for other in range(at) if items[other][0] < key)
        best[at] = weight + max(before, default=0)
    assert sum(items[place][1] for place in run) == max(best, default=0)


@pytest.mark.parametrize(
    "text",
    [
        "Question 1: Do you? " * 4000,
        "." * 60_000,
        "1. " * 20_000,
        "(a) what? " * 6000,
        "http://" * 6000,
        "We are a " * 8000,
        "☐ Yes/No " * 6000,
    ],
    ids=lambda text: text[:9],
)
@pytest.mark.timeout(60)
def test_a_hostile_text_is_read_in_time_that_grows_with_its_length(text: str) -> None:
    blocks = tuple(Block(kind, text, 1) for kind in (H, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
    document = Document(DocumentFormat.TEXT, blocks)
    for kind in (SourceKind.PAST_RESPONSE, SourceKind.CALL_FOR_EVIDENCE):
        assert understood(document, kind).parts


@pytest.mark.parametrize(
    ("wording", "short"),
    [
        ("What should be done about the upkeep of village halls?", "Upkeep of village halls"),
        ("How should the move to electric buses be supported?", "Move to electric buses"),
        ("Which groups use the hall?", "Which groups use the hall"),
        ("Do you agree that the grants should be kept?", "Grants should be kept"),
    ],
)
def test_the_short_name_of_a_question_is_english(wording: str, short: str) -> None:
    assert short_heading(wording) == short
