from __future__ import annotations

from dataclasses import replace

from desktop.core.response import Answer, AnswerMark
from desktop.core.text import texts
from desktop.markup import parse
from desktop.markup.unreviewed import unreviewed, unreviewed_questions, unreviewed_words
from tests.support.drafts import make_draft

BODY = """\
The hall  closed in 2019.[@larch-2024, page 4]

Ours.

> Nobody   came.
>
> Nobody [@larch-2024] asked."""
TEXTS = ("The hall closed in 2019.", "Nobody came.", "Nobody asked.", "Halls close.")


def test_what_stands_as_it_was_put_in_is_unreviewed_and_what_was_changed_is_not() -> None:
    draft = replace(
        make_draft({"1": Answer("r", "1", "Halls close.", BODY)}), unreviewed={"1": TEXTS}
    )
    assert unreviewed(draft, "1") == (
        "Halls close.",
        "The hall closed in 2019.",
        "Nobody came.",
        "Nobody asked.",
    )
    changed = Answer("r", "1", "Halls close, we find.", BODY.replace("2019", "2020"))
    assert unreviewed(replace(draft, answers={"1": changed}), "1") == (
        "Nobody came.",
        "Nobody asked.",
    )


def test_what_is_only_made_bold_is_still_unread() -> None:
    draft = replace(make_draft({"1": "The **hall** closed in 2019."}), unreviewed={"1": TEXTS})
    assert unreviewed(draft, "1") == ("The hall closed in 2019.",)


def test_a_skipped_answer_is_not_sent_and_needs_no_review() -> None:
    skipped = Answer("r", "1", body=BODY, mark=AnswerMark.SKIPPED)
    draft = replace(make_draft({"1": skipped}), unreviewed={"1": TEXTS})
    assert unreviewed(draft, "1") == ()


def test_the_questions_are_named_in_their_order() -> None:
    draft = replace(
        make_draft({"3": "One.\n\nTwo.", "1": "One.", "2": "Ours."}),
        unreviewed={"3": ("One.", "Two."), "1": ("One.",), "2": ("One.",)},
    )
    found = unreviewed_questions(draft)
    assert list(found.items()) == [("1", 1), ("3", 2)]
    assert unreviewed_words(found) == (
        "3 pieces of the first draft are unreviewed, at questions 1 and 3."
    )
    assert unreviewed_words({"4": 1}) == (
        "1 piece of the first draft is unreviewed, at question 4."
    )
    assert unreviewed_words({}) == ""


def test_the_paragraphs_of_a_text_are_told_without_citations_and_extra_space() -> None:
    assert texts(parse(BODY)) == [
        "The hall closed in 2019.",
        "Ours.",
        "Nobody came.",
        "Nobody asked.",
    ]
