"""The edits of a review: what each does, that it can be undone, that nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import BlockKind
from desktop.core.edits import Edit
from desktop.core.evidence import SourceKind
from desktop.core.imports import MarkState, Review
from desktop.core.intake_edits import (
    BinDocuments,
    JoinPart,
    MergeBlocks,
    MoveBlock,
    MovePart,
    SetBlockKind,
    SetBlockText,
    SetCall,
    SetImportField,
    SetImportKind,
    SetMark,
    SetPart,
    SplitBlock,
    StartPart,
    import_scope,
)
from desktop.core.understanding import Call, CalledQuestion, PartRole, SentenceKind
from desktop.errors import WorkspaceError
from desktop.session import Session
from desktop.store import journal, writing
from desktop.store.connection import Connection, open_workspace
from desktop.store.imports import reading
from desktop.store.imports.adding import NewImport, add
from tests.support.imported import ASK, BUSES, HALLS, a_file, bring_in, understood

NOW = datetime(2026, 11, 27, 9, 0)  # noqa: DTZ001


@pytest.fixture
def key(session: Session) -> str:
    return bring_in(session, a_file())[0]


def shown(review: Review) -> list[tuple[str, list[str]]]:
    """Return the parts of a review as number and texts of their blocks."""
    firsts = {part.first: part for part in review.parts}
    out: list[tuple[str, list[str]]] = []
    for kept in review.blocks:
        if kept.id in firsts:
            out.append((firsts[kept.id].number, []))
        out[-1][1].append(kept.id)
    return out


def test_a_paragraph_is_said_to_be_something_else(session: Session, key: str) -> None:
    session.apply(SetBlockKind(key, "b1", BlockKind.HEADING, 2))
    session.apply(SetBlockKind(key, "b0", BlockKind.QUOTATION, 3))
    first, second = session.intake.review(key).blocks[:2]
    assert (second.block.kind, second.block.level) == (BlockKind.HEADING, 2)
    assert (first.block.kind, first.block.level) == (BlockKind.QUOTATION, 0)


def test_words_put_right_keep_the_marks_that_still_stand(session: Session, key: str) -> None:
    session.apply(SetBlockText(key, "b4", f"In short: {ASK}"))
    (mark,) = session.intake.review(key).marks
    assert (mark.start, mark.end) == (10, 10 + len(ASK))
    session.apply(SetBlockText(key, "b4", "Something else."))
    assert session.intake.review(key).marks == ()
    session.undo(import_scope(key))
    # Both changes of one paragraph within a minute are one step.
    assert session.intake.review(key).marks[0].start == 0


def test_two_paragraphs_are_joined(session: Session, key: str) -> None:
    before = session.intake.review(key)
    session.apply(MergeBlocks(key, "b2"))
    review = session.intake.review(key)
    assert review.blocks[1].block.text == f"{HALLS} {BUSES}"
    assert [kept.id for kept in review.blocks] == ["b0", "b1", "b3", "b4"]
    session.apply(MergeBlocks(key, "b4"))
    (mark,) = session.intake.review(key).marks
    assert (mark.block, mark.start) == ("b3", len(before.blocks[3].block.text) + 1)
    assert session.intake.review(key).parts[1].body == ""
    assert session.undo_name(import_scope(key)) == "joining two paragraphs"
    session.undo(import_scope(key))
    session.undo(import_scope(key))
    assert session.intake.review(key) == before
    with pytest.raises(WorkspaceError, match="no paragraph before"):
        session.apply(MergeBlocks(key, "b0"))


def test_joining_the_only_paragraph_of_an_answer_takes_the_answer_away(
    session: Session, key: str
) -> None:
    session.apply(MergeBlocks(key, "b3"))
    assert shown(session.intake.review(key)) == [("1", ["b0", "b1", "b2"]), ("2", ["b4"])]
    session.apply(MergeBlocks(key, "b4"))
    assert shown(session.intake.review(key)) == [("1", ["b0", "b1", "b2"])]


def test_a_paragraph_is_split_and_its_marks_go_with_their_words(session: Session, key: str) -> None:
    session.apply(SetBlockText(key, "b4", f"Before that. {ASK}"))
    session.apply(SplitBlock(key, "b4", 13, "new"))
    review = session.intake.review(key)
    assert [kept.block.text for kept in review.blocks[-2:]] == ["Before that.", ASK]
    (mark,) = review.marks
    assert (mark.block, mark.start, mark.end) == ("new", 0, len(ASK))
    assert review.blocks[-1].locator == review.blocks[-2].locator
    session.apply(SplitBlock(key, "new", 20, "newer"))
    assert session.intake.review(key).marks == ()
    for at in (0, 500):
        with pytest.raises(WorkspaceError, match="split inside its text"):
            session.apply(SplitBlock(key, "b1", at, "never"))


def test_a_mark_before_a_cut_stays(session: Session, key: str) -> None:
    session.apply(SetBlockText(key, "b4", f"{ASK} And so on."))
    session.apply(SplitBlock(key, "b4", len(ASK), "new"))
    (mark,) = session.intake.review(key).marks
    assert (mark.block, mark.start, mark.end) == ("b4", 0, len(ASK))


def test_a_paragraph_is_moved(session: Session, key: str) -> None:
    session.apply(MoveBlock(key, "b4", "b1"))
    assert shown(session.intake.review(key)) == [("1", ["b0", "b4", "b1", "b2"]), ("2", ["b3"])]
    session.apply(MoveBlock(key, "b3", ""))
    session.apply(MoveBlock(key, "b0", ""))
    assert shown(session.intake.review(key)) == [("1", ["b4", "b1", "b2"]), ("2", ["b3", "b0"])]
    session.apply(MoveBlock(key, "b0", "b4"))
    assert shown(session.intake.review(key))[0] == ("1", ["b0", "b4", "b1", "b2"])
    assert session.apply(MoveBlock(key, "b0", "b0")) is None


def test_many_cuts_at_one_place_find_room(session: Session, key: str) -> None:
    words = [f"word{n}" for n in range(40)]
    session.apply(SetBlockText(key, "b1", " ".join(words)))
    for count in range(1, len(words)):
        at = session.intake.review(key).blocks[1].block.text.rindex(" ")
        session.apply(SplitBlock(key, "b1", at, f"n{count}"))
    texts = [kept.block.text for kept in session.intake.review(key).blocks[1:41]]
    assert texts == words
    while session.undo(import_scope(key)):
        pass
    assert session.intake.review(key).blocks[1].block.text == HALLS


def test_an_answer_is_split_in_two_and_joined_again(session: Session, key: str) -> None:
    before = session.intake.review(key)
    session.apply(StartPart(key, "b2", "extra", PartRole.ANSWER))
    review = session.intake.review(key)
    assert [(part.id, part.first, part.body) for part in review.parts] == [
        ("p0", "b0", "b1"),
        ("extra", "b2", "b2"),
        ("p1", "b3", "b4"),
    ]
    assert review.document.answers == 3
    with pytest.raises(WorkspaceError, match="begins at this paragraph"):
        session.apply(StartPart(key, "b2", "again"))
    session.apply(JoinPart(key, "extra"))
    assert session.intake.review(key) == before
    with pytest.raises(WorkspaceError, match="no part before"):
        session.apply(JoinPart(key, "p0"))


def test_a_part_begun_at_the_words_of_the_answer_takes_them(session: Session, key: str) -> None:
    session.apply(StartPart(key, "b1", "extra", PartRole.ANSWER))
    first = session.intake.review(key).parts[0]
    assert (first.id, first.body) == ("p0", "")
    session.apply(JoinPart(key, "extra"))
    assert session.intake.review(key).parts[0].body == "b1"


def test_saying_what_a_part_is_makes_it_sure(session: Session) -> None:
    (key,) = bring_in(session, a_file(understood(confidence=0.3)))
    session.apply(SetPart(key, "p0", PartRole.ANSWER, "2a", "What of halls?", "x#2a"))
    part = session.intake.review(key).parts[0]
    assert (part.number, part.question, part.ref) == ("2a", "What of halls?", "x#2a")
    assert part.confidence == 1.0
    assert session.intake.document(key).unsure == 0


def test_answers_change_places(session: Session, key: str) -> None:
    session.apply(MovePart(key, "p1", "p0"))
    assert shown(session.intake.review(key)) == [("2", ["b3", "b4"]), ("1", ["b0", "b1", "b2"])]
    session.apply(MovePart(key, "p1", ""))
    assert shown(session.intake.review(key)) == [("1", ["b0", "b1", "b2"]), ("2", ["b3", "b4"])]
    assert session.apply(MovePart(key, "p1", "p1")) is None


def test_a_sentence_is_dismissed_and_brought_back(session: Session, key: str) -> None:
    kind = SentenceKind.RECOMMENDATION
    session.apply(SetMark(key, "m0", kind, MarkState.DISMISSED))
    assert session.intake.review(key).marks[0].state is MarkState.DISMISSED
    assert session.undo_name(import_scope(key)) == "dismissing a sentence"
    session.apply(SetMark(key, "m0", SentenceKind.CLAIM))
    (mark,) = session.intake.review(key).marks
    assert (mark.kind, mark.state) == (SentenceKind.CLAIM, MarkState.PROPOSED)


def test_what_is_said_of_the_whole_is_changed(session: Session, key: str) -> None:
    for field, value in [("title", "Halls"), ("author", "Finch"), ("date", "2018")]:
        session.apply(SetImportField(key, field, value))
    session.apply(SetImportField(key, "organisation", "Fernbrook Trust"))
    session.apply(SetImportKind(key, SourceKind.BRIEFING))
    found = session.intake.document(key)
    assert (found.title, found.author, found.date) == ("Halls", "Finch", "2018")
    assert (found.kind, found.confidence, found.organisation) == (
        SourceKind.BRIEFING,
        1.0,
        "Fernbrook Trust",
    )
    with pytest.raises(ValueError, match="path"):
        session.apply(SetImportField(key, "path", "/etc"))
    with pytest.raises(ValueError, match="poem"):
        session.apply(SetImportField(key, "poem", "short"))


def test_a_kind_that_was_only_guessed_is_one_place_to_look_at(session: Session) -> None:
    (key,) = bring_in(session, a_file(replace(understood(), confidence=0.5)))
    assert session.intake.document(key).unsure == 1
    session.apply(SetImportKind(key, SourceKind.PAST_RESPONSE))
    assert session.intake.document(key).unsure == 0


def test_what_was_understood_of_a_call_is_replaced(session: Session, key: str) -> None:
    unsure = CalledQuestion("1", "What of halls?", options=("Yes", "No"), confidence=0.2)
    call = Call("Halls", closes=date(2027, 1, 4), questions=(unsure,))
    session.apply(SetCall(key, call))
    assert session.intake.review(key).call == call
    assert session.intake.document(key).unsure == 1
    session.undo(import_scope(key))
    assert session.intake.review(key).call is None
    assert session.intake.document(key).unsure == 0


@pytest.mark.parametrize(
    "edit",
    [
        SetBlockText("{}", "b9", "x"),
        MoveBlock("{}", "b0", "b9"),
        JoinPart("{}", "p9"),
        MovePart("{}", "p0", "p9"),
        SetMark("{}", "m9", SentenceKind.CLAIM),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_an_edit_of_what_is_gone_says_so_and_changes_nothing(
    session: Session, key: str, edit: Edit
) -> None:
    before = session.intake.review(key)
    with pytest.raises(WorkspaceError, match=r"is gone|no longer"):
        session.apply(replace(edit, document=key))
    assert session.intake.review(key) == before
    with pytest.raises(WorkspaceError, match="is gone"):
        session.apply(BinDocuments(("nothing",)))


@contextmanager
def a_workspace(folder: Path) -> Iterator[Connection]:
    db = open_workspace(folder / "work.consultee")
    try:
        add(db, NewImport("doc", "x.docx", "/x.docx", "abc", understood(), NOW))
        yield db
    finally:
        db.close()


BLOCKS = st.sampled_from([f"b{n}" for n in range(5)] + ["n1", "n2", "b9"])
PARTS = st.sampled_from(["p0", "p1", "n1", "p9"])
NEW = st.sampled_from(["n1", "n2", "n3"])
EDITS = st.one_of(
    st.builds(MergeBlocks, st.just("doc"), BLOCKS),
    st.builds(SplitBlock, st.just("doc"), BLOCKS, st.integers(0, 200), NEW),
    st.builds(MoveBlock, st.just("doc"), BLOCKS, st.one_of(BLOCKS, st.just(""))),
    st.builds(StartPart, st.just("doc"), BLOCKS, NEW),
    st.builds(JoinPart, st.just("doc"), PARTS),
    st.builds(MovePart, st.just("doc"), PARTS, st.one_of(PARTS, st.just(""))),
    st.builds(SetBlockText, st.just("doc"), BLOCKS, st.sampled_from([ASK, "Short words."])),
)


@given(st.lists(EDITS, max_size=8))
def test_any_edits_keep_every_paragraph_in_a_part_and_are_undone_whole(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Edit]
) -> None:
    with a_workspace(tmp_path_factory.mktemp("work")) as db:
        before = reading.review(db, "doc")
        for step in steps:
            taken = {row[0] for table in ("blocks", "parts") for row in ids(db, table)}
            if getattr(step, "new", "") in taken:
                continue
            try:
                writing.apply(db, step, NOW)
            except WorkspaceError:
                continue
            holds_together(reading.review(db, "doc"))
        while journal.undo(db, import_scope("doc")):
            holds_together(reading.review(db, "doc"))
        assert reading.review(db, "doc") == before


def ids(db: Connection, table: str) -> list[tuple[str]]:
    return db.execute(f"SELECT id FROM {table}").fetchall()


def holds_together(review: Review) -> None:
    """The first part begins at the first block; marks stand where they say they do."""
    texts = {kept.id: kept.block.text for kept in review.blocks}
    assert review.parts[0].first == review.blocks[0].id
    assert len({part.first for part in review.parts}) == len(review.parts)
    places = [list(texts).index(part.first) for part in review.parts]
    assert places == sorted(places)
    for part, end in zip(review.parts, [*places[1:], len(texts)], strict=True):
        if part.body:
            assert list(texts).index(part.first) <= list(texts).index(part.body) < end
    for mark in review.marks:
        assert texts[mark.block][mark.start : mark.end] == mark.text


@given(st.lists(st.sampled_from(["words of one ", "and of two ", "three. "]), min_size=2))
def test_splitting_and_joining_gives_the_same_words(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    text = "".join(words).strip()
    with a_workspace(tmp_path_factory.mktemp("work")) as db:
        writing.apply(db, SetBlockText("doc", "b1", text), NOW)
        at = text.index(" ", len(text) // 2)
        writing.apply(db, SplitBlock("doc", "b1", at, "new"), NOW)
        writing.apply(db, MergeBlocks("doc", "new"), NOW)
        assert reading.review(db, "doc").blocks[1].block.text == text
        assert json.loads(db.execute("SELECT ops FROM journal").fetchone()[0])
