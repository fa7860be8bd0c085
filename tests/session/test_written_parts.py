"""What a learner wrote comes part by part, and each part is the text that a comment names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.core.commenting import Anchor, Comment
from desktop.core.learning import Learning, Work, WorkKind
from desktop.core.response import SummaryPoint
from desktop.session.travelling_files import text_of
from desktop.session.written_parts import what_a_peer_wrote, written_parts
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
        "hearing:a1b2",
    ]
    assert all(part.text == text_of(part.id, course_draft(), LEARNING) for part in parts)
    headings = [part.heading for part in parts if part.heading]
    assert headings == [
        "Why we are writing",
        "Summary",
        "1  What halls are used for",
        "2  What stands in the way",
        "Repair: The vague paragraph",
        "Notes for the hearing",
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


def test_what_a_peer_wrote_is_told_from_what_the_learner_did() -> None:
    assert what_a_peer_wrote(COURSE, LEARNING) == (
        ("What a peer wrote", COURSE.peer[0], "The soup."),
    )


def done(*works: tuple[WorkKind, str, Mapping[str, object]]) -> Learning:
    """Return what a learner did: these, beside what they always do."""
    more = {(kind, item): Work(kind, item, data, DAY) for kind, item, data in works}
    return replace(LEARNING, works={**LEARNING.works, **more})


def test_all_that_was_done_at_the_steps_follows_in_the_order_of_the_course() -> None:
    learning = done(
        (WorkKind.NOTES, "share", {"text": "Half of it."}),
        (WorkKind.NOTES, "read", {"text": "Two halls."}),
        (WorkKind.NOTES, "of-another-edition", {"text": "Gone."}),
        (WorkKind.SPOT, "soup", {"marks": [[0, 22, "claim"], [23, 41, "evidence"], ["x"]]}),
        (WorkKind.BUDGET, "thousand", {"words": {"1": 600, "2": 1}}),
        (WorkKind.REPAIR, "vague", {"text": "212 people.", "ask": ["The council", "act", "May"]}),
    )
    parts = written_parts(COURSE, course_draft(), learning)
    ids = [part.id for part in parts]
    assert ids[ids.index("notes:read") :] == [
        "notes:read",
        "repair:vague",
        "spot:soup",
        "budget:thousand",
        "notes:share",
        "hearing:a1b2",
        "notes:of-another-edition",
    ]
    by_id = {part.id: part for part in parts}
    assert by_id["notes:read"].heading == "Notes: Read the count"
    assert by_id["spot:soup"].note.splitlines() == [
        "Claim: “The hall feeds people.”",
        "Evidence: “One member told us”",
    ]
    assert by_id["budget:thousand"].note.splitlines() == [
        "Question 1: 600 words",
        "Question 2: 1 word",
        "399 words left to give",
    ]
    assert by_id["repair:vague"].note == "Recommendation: The council should act by May."
    assert by_id["hearing:a1b2"].note == "How do you know?"
    assert all(part.text == text_of(part.id, course_draft(), learning) for part in parts)


def test_what_a_file_says_that_is_no_work_at_an_exercise_is_left_out() -> None:
    learning = done(
        (WorkKind.SPOT, "soup", {"marks": "everything"}),
        (WorkKind.BUDGET, "thousand", {"words": [600]}),
    )
    assert written_parts(COURSE, course_draft(), learning) == written_parts(
        COURSE, course_draft(), LEARNING
    )
    # A course that is being written may name an exercise that is not there yet.
    bare = replace(COURSE, repairs=(), spots=(), budgets=())
    ids = {part.id for part in written_parts(bare, course_draft(), LEARNING)}
    assert not {"repair:vague", "spot:soup", "budget:thousand"} & ids


def test_a_first_attempt_stands_under_the_answer_where_that_has_changed_since() -> None:
    draft = course_draft()
    first = {"text": "Halls are **used**.", "key_point": "Halls are good."}
    same = {"text": draft.answer("2").body, "key_point": ""}
    learning = done((WorkKind.FIRST, "1", first), (WorkKind.FIRST, "2", same))
    parts = written_parts(COURSE, draft, learning)
    ids = [part.id for part in parts]
    assert ids[ids.index("answer:1") + 1] == "first:1"
    assert "first:2" not in ids
    (part,) = (part for part in parts if part.id == "first:1")
    assert (part.text, part.is_markdown) == (first["text"], True)
    assert part.note == "The key point was: “Halls are good.”"
    assert part.text == text_of(part.id, draft, learning)


def test_what_was_chosen_of_the_answers_that_are_offered_is_said() -> None:
    draft = course_draft()
    chosen = replace(draft.answer("2"), choice=("Agree", "In part"))
    draft = replace(draft, answers={**draft.answers, "2": chosen})
    (part,) = (part for part in written_parts(COURSE, draft, LEARNING) if part.id == "answer:2")
    assert part.note == "Chosen: Agree; In part"


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
