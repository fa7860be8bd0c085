"""What the import pages work out before anything is drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import Block, BlockKind, Locator
from desktop.core.imports import KeptBlock
from desktop.core.understanding import Call, CalledQuestion
from desktop.ui.imports.changed_blocks import can_rewrite, changed_span
from desktop.ui.imports.finding_files import FILTER, files_in
from desktop.ui.imports.pasted import keep_pasted
from desktop.ui.imports.time_left import Progress, progress_words, seconds_left
from desktop.ui.models import called_questions
from desktop.ui.models.block_words import BLOCK_CHOICES, block_choice, block_words

words = st.text(alphabet="abc ?", min_size=1, max_size=20).map(str.strip).filter(bool)
questions = st.builds(
    CalledQuestion, st.integers(1, 99).map(str), words, words, confidence=st.just(0.5)
)
calls = st.builds(
    Call, questions=st.lists(questions, min_size=1, max_size=6).map(tuple), title=words
)


def texts(call: Call) -> list[str]:
    return [question.text for question in call.questions]


# Which files


def test_folders_are_looked_through_and_litter_is_left_out(tmp_path: Path) -> None:
    for name in ("b.docx", "a.PDF", "~$b.docx", ".hidden.txt", "photo.jpg", ".git/x.txt", "z/c.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    found = files_in([tmp_path])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.PDF",
        "b.docx",
        "z/c.md",
    ]


def test_a_file_that_was_chosen_is_read_whatever_it_is_called_and_once(tmp_path: Path) -> None:
    path = tmp_path / "response.old"
    path.write_bytes(b"x")
    assert files_in([path, path, tmp_path / "gone.docx"]) == (path, tmp_path / "gone.docx")
    assert "*.docx" in FILTER


def test_the_same_pasted_text_is_the_same_file(tmp_path: Path) -> None:
    one = keep_pasted("On halls: a note / draft?\nMore.", tmp_path / "kept")
    assert one == keep_pasted("On halls: a note / draft?\nMore.\n", tmp_path / "kept")
    assert one.name.startswith("On halls a note draft (")
    assert one.read_text(encoding="utf-8") == "On halls: a note / draft?\nMore.\n"
    assert keep_pasted("***", tmp_path).name.startswith("Pasted text (")


# How long


def test_time_left_is_told_once_it_is_known() -> None:
    assert seconds_left(Progress(1, 9, 60)) is None
    assert progress_words(Progress(0, 1, 0)) == "Reading: 0 of 1 file done."
    assert progress_words(Progress(100, 300, 20)).endswith("less than a minute left.")
    assert progress_words(Progress(10, 70, 20)).endswith("about 2 minutes left.")
    assert progress_words(Progress(10, 3610, 20)).endswith("about 2 hours left.")
    assert not Progress(3, 3, 9).running


# The questions of a call


@given(calls, st.data())
def test_moving_a_question_loses_none(call: Call, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(call.questions) - 1))
    by = data.draw(st.integers(-2, 2))
    moved = called_questions.moved(call, place, by)
    assert sorted(texts(moved)) == sorted(texts(call))
    if 0 <= place + by < len(call.questions):
        assert moved.questions[place + by] == call.questions[place]
        assert called_questions.moved(moved, place + by, -by) == call
    else:
        assert moved == call


@given(calls, st.data())
def test_splitting_and_joining_keeps_every_word(call: Call, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(call.questions) - 1))
    at = data.draw(st.integers(0, 25))
    made = called_questions.split(call, place, at)
    before = "".join(" ".join(texts(call)).split())
    assert "".join(" ".join(texts(made)).split()) == before
    assert all(texts(made))
    if made != call:
        numbers = [question.number for question in made.questions]
        assert numbers[place + 1] not in [question.number for question in call.questions]
        joined = called_questions.joined(made, place + 1)
        assert "".join(" ".join(texts(joined)).split()) == before
        assert len(joined.questions) == len(call.questions)


@given(calls, st.data())
def test_adding_and_removing_are_each_others_opposite(call: Call, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(call.questions) - 1))
    made = called_questions.added(call, place)
    assert made.questions[place + 1].text == ""
    assert called_questions.removed(made, place + 1) == call
    question = replace(call.questions[place], text="Another")
    assert called_questions.changed(call, place, question).questions[place].text == "Another"


def test_the_first_question_has_none_before_it_to_join() -> None:
    call = Call(questions=(CalledQuestion("1", "One?"), CalledQuestion("2", "Two?")))
    assert called_questions.joined(call, 0) == call


# What blocks are called


@pytest.mark.parametrize(("kind", "level", "words"), BLOCK_CHOICES)
def test_every_choice_is_found_again(kind: BlockKind, level: int, words: str) -> None:
    block = Block(kind, "text", level=level)
    assert BLOCK_CHOICES[block_choice(block)][2] == words
    assert block_words(block) == words


def test_the_nearest_level_stands_for_one_that_cannot_be_chosen() -> None:
    assert block_words(Block(BlockKind.HEADING, "x", level=7)) == "Lesser heading"
    assert block_words(Block(BlockKind.TABLE)) == "Table"
    assert block_choice(Block(BlockKind.BREAK)) == -1


# What is written anew


def blocks_of(letters: str) -> tuple[KeptBlock, ...]:
    """Return a block for each letter; a capital one stands on page 2."""
    return tuple(
        KeptBlock(
            letter.lower(),
            Block(BlockKind.PARAGRAPH, letter.lower(), page=1 + letter.isupper()),
            Locator(),
        )
        for letter in letters
    )


@given(st.text("abcdefGHIJ", max_size=10), st.text("abcdefGHIJ", max_size=10))
def test_all_but_the_span_that_changed_is_the_same(before: str, now: str) -> None:
    old, new = blocks_of(before), blocks_of(now)
    span = changed_span(old, new)
    behind = len(old) - span.stop
    assert old[: span.start] == new[: span.start]
    assert old[span.stop :] == (new[len(new) - behind :] if behind else ())
    assert span.start + behind <= min(len(old), len(new))


def test_only_the_paragraphs_that_changed_are_written_anew() -> None:
    assert changed_span(blocks_of("abcd"), blocks_of("axcd")) == range(1, 2)
    assert changed_span(blocks_of("abcd"), blocks_of("abycd")) == range(2, 2)
    # The block behind begins a page now: what says so stands before it.
    assert changed_span(blocks_of("abGHI"), blocks_of("abHI")) == range(2, 4)
    assert changed_span(blocks_of("abGHI"), blocks_of("axHI")) == range(1, 4)
    assert not can_rewrite((), blocks_of("a"))
    assert can_rewrite(blocks_of("ab"), blocks_of("c"))
    assert not can_rewrite(blocks_of("a"), blocks_of("G"))
