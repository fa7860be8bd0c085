"""What was understood comes back from the workspace as it went in, whatever it was."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.characters import safe_characters
from desktop.core.consultation import Limit, LimitUnit, QuestionKind
from desktop.core.document import Block, BlockKind, Document, DocumentFormat, locators
from desktop.core.evidence import SourceKind
from desktop.core.understanding import (
    Call,
    CalledQuestion,
    Mark,
    Part,
    PartRole,
    RuleMention,
    SentenceKind,
    Understanding,
)
from desktop.store.connection import open_workspace
from desktop.store.imports import reading, rows
from desktop.store.imports.adding import NewImport, add, block_id, slug

NOW = datetime(2026, 11, 27, 9, 0)  # noqa: DTZ001
TEXT = st.text(max_size=30)
SAFE = TEXT.map(safe_characters)
SURE = st.floats(0, 1)
BLOCK = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=SAFE,
    level=st.integers(0, 9),
    number=SAFE,
    cells=st.lists(st.lists(SAFE, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
    page=st.integers(0, 900),
    slide=st.integers(0, 900),
)
QUESTION = st.builds(
    CalledQuestion,
    number=SAFE,
    text=SAFE,
    guidance=SAFE,
    kind=st.sampled_from(QuestionKind),
    options=st.lists(SAFE, max_size=3).map(tuple),
    parent=SAFE,
    block=st.integers(0, 99),
    confidence=SURE,
)
CALL = st.builds(
    Call,
    title=SAFE,
    body=SAFE,
    closes=st.none() | st.dates(),
    closing_time=SAFE,
    limit=st.none() | st.builds(Limit, st.integers(1, 9999), st.sampled_from(LimitUnit)),
    rules=st.lists(st.builds(RuleMention, SAFE, st.integers(0, 9)), max_size=2).map(tuple),
    address=SAFE,
    lead_in=SAFE,
    questions=st.lists(QUESTION, max_size=3).map(tuple),
)


@given(st.none() | CALL)
def test_a_call_comes_back_as_it_was(call: Call | None) -> None:
    assert rows.call(rows.call_column(call)) == call


def test_a_call_is_kept_without_what_no_word_file_may_hold() -> None:
    call = Call("Ha\x00lls", rules=(RuleMention("Num\x0bber\ud800 them.", 3),))
    kept = rows.call(rows.call_column(call))
    assert kept == Call("Halls", rules=(RuleMention("Number them.", 3),))


def test_only_days_are_written_as_days() -> None:
    assert rows.call(rows.call_column(Call(closes=date(2027, 1, 4)))) == Call(
        closes=date(2027, 1, 4)
    )
    with pytest.raises(TypeError):
        rows.call_column(Call(title=b"Halls"))  # type: ignore[arg-type]


@st.composite
def understandings(draw: st.DrawFn) -> Understanding:
    blocks = tuple(draw(st.lists(BLOCK, min_size=1, max_size=6)))
    cuts = sorted(draw(st.sets(st.integers(1, len(blocks)), max_size=3)) - {len(blocks)})
    parts = tuple(
        Part(draw(st.sampled_from(PartRole)), first, first, end, draw(SAFE), draw(SAFE), "", 0.5)
        for first, end in zip([0, *cuts], [*cuts, len(blocks)], strict=True)
    )
    place = draw(st.integers(0, len(blocks) - 1))
    text = blocks[place].text
    mark = Mark(
        place, 0, len(text), text, draw(st.sampled_from(SentenceKind)), draw(SURE), (text,), "Finch"
    )
    return Understanding(
        Document(DocumentFormat.ODT, blocks), SourceKind.REPORT, 0.4, parts=parts, marks=(mark,)
    )


@given(understandings())
def test_an_import_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, known: Understanding
) -> None:
    db = open_workspace(tmp_path_factory.mktemp("work") / "work.consultee")
    try:
        add(db, NewImport("doc", "x.odt", "", "abc", known, NOW))
        review = reading.review(db, "doc")
    finally:
        db.close()
    assert tuple(kept.block for kept in review.blocks) == known.document.blocks
    assert tuple(kept.locator for kept in review.blocks) == locators(known.document.blocks)
    places = [(part.role, part.first, part.number, part.question) for part in review.parts]
    assert places == [(p.role, block_id(p.first), p.number, p.question) for p in known.parts]
    (mark,), (given_mark,) = review.marks, known.marks
    assert (mark.block, mark.text, mark.kind, mark.cues, mark.confidence) == (
        block_id(given_mark.block),
        given_mark.text,
        given_mark.kind,
        given_mark.cues,
        given_mark.confidence,
    )


def test_marks_stand_in_the_text_as_it_is_kept(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A sentence after a character that no Word file may hold is still marked where it stands."""
    text = "Be\x00fore. Halls close. An\x0bd so on."
    marks = (
        Mark(0, 9, 21, "Halls close.", SentenceKind.CLAIM, 0.9),
        Mark(0, 22, 34, "And so never.", SentenceKind.CLAIM, 0.9),
    )
    known = Understanding(
        Document(DocumentFormat.TEXT, (Block(BlockKind.PARAGRAPH, text),)),
        SourceKind.REPORT,
        1.0,
        marks=marks,
    )
    db = open_workspace(tmp_path_factory.mktemp("work") / "work.consultee")
    try:
        add(db, NewImport("doc", "x.txt", "", "abc", known, NOW))
        (kept,) = reading.review(db, "doc").marks
        assert reading.review(db, "doc").blocks[0].block.text[kept.start : kept.end] == kept.text
    finally:
        db.close()


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Fernbrook: Halls & Buses (2019)", "fernbrook-halls-buses-2019"),
        ("Café Llŷn", "cafe-llyn"),
        ("日本", "document"),
        ("a" * 80, "a" * 48),
        ("word " * 20, "word-word-word-word-word-word-word-word-word"),
    ],
)
def test_a_title_becomes_a_key_that_citations_can_name(title: str, key: str) -> None:
    assert slug(title) == key
