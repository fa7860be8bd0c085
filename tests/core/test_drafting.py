from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.consultation import Limit, LimitUnit
from desktop.core.drafting import (
    USUAL_WORDS,
    AnswerPlan,
    Candidate,
    Missing,
    Room,
    Untouched,
    openings,
    without,
)
from desktop.core.drafting_plan import plan
from desktop.core.drafting_text import body, inserted
from desktop.core.evidence import Purpose
from desktop.core.response import Answer, AnswerMark
from desktop.core.text import Cite, Paragraph, Subheading, Text, citations, plain_text
from tests.support.drafts import make_draft, make_questions

HEADINGS = {part: part.value for part in Purpose}
NUMBERS = ("1", "2", "3")


def piece(
    id_: str, *parts: Purpose, words: int = 40, source: str = "larch", key_point: str = ""
) -> Candidate:
    """Return a piece of so many words, all of them its own."""
    text = " ".join(f"{id_}{place}" for place in range(words))
    cite = Cite(source, f"page {id_}")
    return Candidate(
        id=id_,
        claim=id_,
        text=text,
        source=source,
        reference=f"Larch, page {id_}",
        parts=frozenset(parts or (Purpose.EVIDENCE,)),
        blocks=(Paragraph((Text(text), cite)),),
        opposed=(Paragraph((Text(f"Others disagree. {text}"), cite)),),
        key_point=key_point,
    )


def opened(*numbers: str, words: int | None = 300) -> tuple[AnswerPlan, ...]:
    return tuple(
        AnswerPlan(question, Room(words))
        for question in make_questions(3)
        if question.number in (numbers or NUMBERS)
    )


def placed(found: AnswerPlan) -> list[tuple[Purpose, str]]:
    return [(item.part, item.candidate.id) for item in found.placed]


def test_an_answer_gets_its_parts_in_the_order_in_which_they_are_read() -> None:
    offered = [
        piece("a", Purpose.RECOMMENDATION),
        piece("b"),
        piece("c", Purpose.COUNTER_ARGUMENT),
        piece("d", Purpose.EXAMPLE),
        piece("e", Purpose.CLAIM, key_point="Halls close for want of people."),
    ]
    (found,) = plan(opened("1"), {"1": offered}, None)
    assert placed(found) == [
        (Purpose.CLAIM, "e"),
        (Purpose.EVIDENCE, "b"),
        (Purpose.EXAMPLE, "d"),
        (Purpose.COUNTER_ARGUMENT, "c"),
        (Purpose.RECOMMENDATION, "a"),
    ]
    assert found.key_point == "Halls close for want of people."
    assert not found.missing
    text = plain_text(body(found, HEADINGS)).splitlines()
    assert [line.split()[0] for line in text] == ["b0", "d0", "Others", "a0"]


def test_a_piece_that_suits_two_questions_goes_to_the_one_it_suits_best() -> None:
    offered = {"1": [piece("x"), piece("both")], "2": [piece("both"), piece("x")]}
    one, two = plan(opened("1", "2"), offered, None)
    assert placed(one)[0] == (Purpose.EVIDENCE, "x")
    assert placed(two)[0] == (Purpose.EVIDENCE, "both")


def test_what_is_nearly_the_same_goes_in_once() -> None:
    first = piece("a", words=30)
    again = replace(first, id="b", text=first.text.replace("a3 ", ""))
    (found,) = plan(opened("1"), {"1": [first, again]}, None)
    assert placed(found) == [(Purpose.EVIDENCE, "a")]


def test_more_than_one_piece_of_evidence_leaves_a_third_of_the_room_for_ones_own_words() -> None:
    (found,) = plan(opened("1", words=150), {"1": [piece(name) for name in "abcdef"]}, None)
    assert [id_ for _, id_ in placed(found)] == ["a", "b"]
    assert found.length.words == 80


def test_no_more_than_three_pieces_of_evidence_go_into_an_answer_of_any_length() -> None:
    (found,) = plan(opened("1", words=None), {"1": [piece(name) for name in "abcdef"]}, None)
    assert len(found.placed) == 3


def test_another_source_comes_before_more_of_the_same() -> None:
    offered = [piece("a"), piece("b"), piece("c", source="other")]
    (found,) = plan(opened("1", words=130), {"1": offered}, None)
    assert [id_ for _, id_ in placed(found)] == ["a", "c"]


def test_what_serves_as_an_example_too_is_kept_for_it() -> None:
    offered = [piece("a", Purpose.EVIDENCE, Purpose.EXAMPLE), piece("b")]
    (found,) = plan(opened("1"), {"1": offered}, None)
    assert placed(found) == [(Purpose.EVIDENCE, "b"), (Purpose.EXAMPLE, "a")]


def test_where_there_is_little_room_the_evidence_comes_first() -> None:
    offered = [piece("a", Purpose.RECOMMENDATION), piece("b")]
    (found,) = plan(opened("1", words=50), {"1": offered}, None)
    assert placed(found) == [(Purpose.EVIDENCE, "b")]
    assert found.missing[Purpose.RECOMMENDATION] is Missing.NO_ROOM
    assert found.missing[Purpose.EXAMPLE] is Missing.NOT_FOUND


def test_a_shorter_piece_goes_in_where_the_best_is_too_long() -> None:
    (found,) = plan(opened("1", words=50), {"1": [piece("a", words=60), piece("b")]}, None)
    assert placed(found) == [(Purpose.EVIDENCE, "b")]


def test_the_limit_of_the_whole_submission_holds_for_all_answers_together() -> None:
    offered = {
        number: [piece(f"{name}a"), piece(f"{name}b")]
        for number, name in zip(NUMBERS, ("ash", "oak", "elm"), strict=True)
    }
    found = plan(opened(), offered, 90)
    assert sum(item.length.words for item in found) == 80
    assert [len(item.placed) for item in found] == [1, 1, 0]
    assert found[2].missing[Purpose.EVIDENCE] is Missing.NO_ROOM


def test_a_limit_in_characters_is_kept_too() -> None:
    question = replace(make_questions(1)[0], limit=Limit(200, LimitUnit.CHARACTERS, hard=True))
    start = openings(make_draft(questions=(question,)), ["1"])
    assert start[0].room == Room(None, 200)
    offered = {"1": [piece("a", words=60), piece("b", words=20)]}
    (found,) = plan(start, offered, None)
    assert placed(found) == [(Purpose.EVIDENCE, "b")]
    assert found.length.characters <= 200


def test_the_room_is_the_share_of_the_limit_or_else_a_usual_answer() -> None:
    assert openings(make_draft(limit=Limit(1000)), ["2"])[0].room == Room(300)
    assert openings(make_draft(), ["2"])[0].room == Room(USUAL_WORDS)
    own = replace(make_questions(1)[0], limit=Limit(120))
    assert openings(make_draft(questions=(own,)), ["1"])[0].room == Room(120)


def test_what_is_written_skipped_or_ready_is_left_alone() -> None:
    draft = make_draft(
        {
            "1": "Ours.",
            "2": Answer("r", "2", mark=AnswerMark.SKIPPED, skip_reason="No."),
            "3": Answer("r", "3", key_point=" ", mark=AnswerMark.READY),
        },
        questions=4,
    )
    found = openings(draft, ["1", "2", "3", "4"])
    assert [item.untouched for item in found] == [
        Untouched.WRITTEN,
        Untouched.SKIPPED,
        Untouched.READY,
        None,
    ]
    filled = plan(found, {item.question.number: [piece("a")] for item in found}, None)
    assert [len(item.placed) for item in filled] == [0, 0, 0, 1]
    assert filled[0] == found[0]


def test_a_key_point_alone_is_something_written() -> None:
    draft = make_draft({"1": Answer("r", "1", key_point="Halls close.")})
    assert openings(draft, ["1"])[0].untouched is Untouched.WRITTEN


def test_what_a_person_leaves_out_is_not_put_in_and_is_said_to_be_left_out() -> None:
    found = plan(opened("1", "2"), {"1": [piece("a"), piece("b")], "2": [piece("c")]}, None)
    one, two = without(found, {("1", "a"), ("1", "b")})
    assert not one.placed
    assert one.missing[Purpose.EVIDENCE] is Missing.LEFT_OUT
    assert one.missing[Purpose.EXAMPLE] is Missing.NOT_FOUND
    assert two == found[1]


def test_one_of_two_pieces_left_out_leaves_no_part_empty() -> None:
    (found,) = plan(opened("1"), {"1": [piece("a"), piece("b")]}, None)
    (kept,) = without([found], {("1", "a")})
    assert placed(kept) == [(Purpose.EVIDENCE, "b")]
    assert Purpose.EVIDENCE not in kept.missing


def test_a_long_answer_has_sub_headings_and_a_short_one_has_none() -> None:
    parts = (Purpose.EVIDENCE, Purpose.EXAMPLE, Purpose.RECOMMENDATION)

    def answer(words: int) -> list[str]:
        offered = [piece(part.value[:2], part, words=words) for part in parts]
        (found,) = plan(opened("1", words=None), {"1": offered}, None)
        heads = [block for block in body(found, HEADINGS) if isinstance(block, Subheading)]
        return [plain_text([head]) for head in heads]

    assert answer(40) == []
    assert answer(150) == ["evidence", "example", "recommendation"]


def test_each_paragraph_and_the_key_point_wait_to_be_reviewed() -> None:
    two = replace(
        piece("b"),
        blocks=(Paragraph((Text("One."),)), Paragraph((Text("Two."), Cite("larch", "page 2")))),
    )
    offered = [piece("e", Purpose.CLAIM, key_point="Halls close."), two]
    (found,) = plan(opened("1"), {"1": offered}, None)
    assert [(item.piece, item.text) for item in inserted(found)] == [
        ("e", "Halls close."),
        ("b", "One."),
        ("b", "Two."),
    ]


@st.composite
def libraries(draw: st.DrawFn) -> dict[str, list[Candidate]]:
    """Give each question some of a few pieces, in any order and for any part."""
    pieces = [
        piece(
            f"{chr(97 + place)}x",
            *draw(st.sets(st.sampled_from(list(Purpose)[1:]), min_size=1)),
            words=draw(st.integers(1, 90)),
            source=draw(st.sampled_from(["larch", "birch"])),
        )
        for place in range(draw(st.integers(0, 8)))
    ]
    return {number: draw(st.permutations(pieces)) for number in NUMBERS}


@given(libraries(), st.integers(0, 300), st.integers(0, 600) | st.none())
def test_whatever_is_offered_nothing_comes_twice_and_no_limit_is_passed(
    offered: dict[str, list[Candidate]], room: int, left: int | None
) -> None:
    found = plan(opened(words=room), offered, left)
    ids = [id_ for item in found for _, id_ in placed(item)]
    assert len(ids) == len(set(ids))
    assert all(item.length.words <= room for item in found)
    assert left is None or sum(item.length.words for item in found) <= left
    for item in found:
        assert {part for part, _ in placed(item)}.isdisjoint(item.missing)
        assert {part for part, _ in placed(item)} | set(item.missing) == set(Purpose)
        text = body(item, {})
        assert len(list(citations(text))) == len(item.placed)
        assert len(inserted(item)) == len(item.placed)
