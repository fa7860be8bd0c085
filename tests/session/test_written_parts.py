"""What a learner wrote comes part by part, and each part is the text that a comment names."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.commenting import Anchor, Comment
from desktop.core.response import SummaryPoint
from desktop.session.travelling_files import text_of
from desktop.session.written_parts import what_was_noted, written_parts
from desktop.ui.commenting.script_column import numbered_in
from tests.support.courses import COURSE, course_draft, course_learning, skipped_draft
from tests.support.drafts import DAY

LEARNING = course_learning()


def test_parts_come_in_the_order_of_the_submission_then_the_repairs() -> None:
    parts = written_parts(COURSE, course_draft(), LEARNING)
    assert [part.id for part in parts] == [
        "reason",
        "summary:0",
        "key-point:1",
        "answer:1",
        "key-point:2",
        "answer:2",
        "recommendation:ask-1",
        "repair:vague",
    ]
    assert all(part.text == text_of(part.id, course_draft(), LEARNING) for part in parts)
    headings = [part.heading for part in parts if part.heading]
    assert headings == [
        "Why we are writing",
        "Summary",
        "1  What halls are used for",
        "2  What stands in the way",
        "Repair: The vague paragraph",
    ]
    assert [part.is_markdown for part in parts[:4]] == [True, False, False, True]


def test_an_answer_that_is_skipped_or_empty_says_so() -> None:
    skipped = skipped_draft()
    second = replace(skipped.answers["2"], body="", key_point="")
    first = replace(skipped.answers["1"], body="", key_point="")
    draft = replace(skipped, answers={"1": first, "2": second})
    parts = {part.id: part for part in written_parts(COURSE, draft, LEARNING)}
    assert parts["answer:1"].note == "Nothing is written here."
    assert parts["answer:2"].note == "Skipped. Not our field."
    assert "key-point:1" not in parts


def test_what_the_learner_says_of_the_charity_is_there_once_it_is_theirs() -> None:
    draft = course_draft()
    own = replace(draft, response=replace(draft.response, about="We run two halls."))
    assert written_parts(COURSE, own, LEARNING)[0].text == "We run two halls."


def test_recommendations_of_no_question_and_every_point_of_the_summary_are_there() -> None:
    draft = course_draft()
    points = (SummaryPoint("One.", ("1",)), SummaryPoint("Two.", ("2",)))
    loose = replace(draft.recommendations[0], question="")
    draft = replace(
        draft, recommendations=(loose,), response=replace(draft.response, summary=points)
    )
    ids = [part.id for part in written_parts(COURSE, draft, LEARNING)]
    assert ids.index("summary:1") == ids.index("summary:0") + 1
    assert ids.index("recommendation:ask-1") > ids.index("answer:2")


def test_what_was_noted_beside_the_submission_is_there_too() -> None:
    assert what_was_noted(COURSE, LEARNING) == (
        ("Notes for the hearing", "How do you know?", "We counted."),
        ("What a peer wrote", COURSE.peer[0], "The soup."),
    )


def test_a_comment_on_a_part_that_is_gone_stands_at_the_nearest_one() -> None:
    parts = written_parts(COURSE, course_draft(), LEARNING)

    def comment(part: str) -> Comment:
        return Comment(part, Anchor(part, "gone", 3), "Say more.", "Ama Reed", DAY)

    gone = [comment("recommendation:other"), comment("about"), comment("answer:1")]
    placed = {each.id: each.located for each in numbered_in(parts, gone)}
    assert len(placed) == len(gone)
    assert placed["about"].comment.anchor.part == parts[0].id
    assert placed["answer:1"].comment.anchor.part == "answer:1"
    assert all(located.moved for located in placed.values())
    assert numbered_in((), gone) == []
