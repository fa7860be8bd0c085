from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.outline import (
    BulletsBlock,
    HeadingBlock,
    Level,
    ParagraphBlock,
    TableBlock,
)
from desktop.core.response import Answer, AnswerMark, Organisation, Recommendation, SummaryPoint
from desktop.core.rules import DocumentRules, Numbering, Part, SummaryForm, Venue
from desktop.errors import ContentError
from desktop.export import ExportOptions, build_outline, to_text
from desktop.export.blocks import plain_words
from tests.export.samples import TODAY, full_draft, outline_of, paragraph_numbers, plan
from tests.support.drafts import make_draft, make_rules


def with_document(**changes):
    """Return made-up rules with some demands on the document changed."""
    return replace(make_rules(), document=DocumentRules(**changes))


def headings(outline, level=Level.SECTION):
    return [b.text for b in outline.blocks if isinstance(b, HeadingBlock) and b.level is level]


def bullets(outline, part):
    return next(b for b in outline.blocks if isinstance(b, BulletsBlock) and b.part is part)


def test_the_parts_come_in_the_order_of_the_rules():
    order = (Part.TITLE, Part.SUMMARY, Part.ABOUT, Part.ANSWERS, Part.DATE)
    outline = outline_of(replace(full_draft(), rules=with_document(parts=order)))
    assert tuple(dict.fromkeys(block.part for block in outline.blocks)) == order


def test_parts_that_the_rules_do_not_name_are_left_out():
    outline = outline_of(replace(full_draft(), rules=with_document(parts=(Part.ANSWERS,))))
    assert {block.part for block in outline.blocks} == {Part.ANSWERS}


def test_a_part_can_be_left_out_of_one_export():
    options = ExportOptions(leave_out=frozenset({Part.ABOUT, Part.DATE}))
    left = {block.part for block in outline_of(full_draft(), options).blocks}
    assert left.isdisjoint({Part.ABOUT, Part.DATE})


def test_the_title_line_names_the_organisation():
    title = "Written evidence submitted by Fernbrook & Dale Community Trust"
    outline = outline_of(full_draft())
    assert outline.title == title
    assert headings(outline, Level.TITLE) == [title]


def test_the_title_line_is_what_the_rules_say():
    rules = with_document(title_line="Memorandum by {{ organisation }} on {{ inquiry }}")
    title = outline_of(make_draft(rules=rules)).title
    assert title == "Memorandum by Fernbrook Community Trust on The future of village halls"


@pytest.mark.parametrize(
    "line", ["{{ organization }}", "{{ organisation", "{{ ''.__class__.__mro__ }}", "{{ 1 // 0 }}"]
)
def test_a_wrong_title_line_in_the_rules_is_a_sentence(line):
    draft = make_draft(rules=with_document(title_line=line))
    with pytest.raises(ContentError, match="The title line of the rules “test”"):
        build_outline(draft, plan(), ExportOptions(), TODAY)


def test_a_name_of_300_characters_and_strange_ones_makes_one_clean_title_line():
    name = "A\x00B\n\tC & <D> " + "x" * 300
    draft = make_draft(organisation=Organisation("o", name))
    assert outline_of(draft).title == f"Written evidence submitted by AB C & <D> {'x' * 300}"


def test_paragraphs_are_numbered_continuously_through_all_sections():
    outline = outline_of(full_draft())
    assert paragraph_numbers(outline) == [
        str(n) for n in range(1, len(paragraph_numbers(outline)) + 1)
    ]
    assert paragraph_numbers(outline)[-1] == "13"


def test_paragraphs_by_section_start_with_the_number_of_their_question():
    outline = outline_of(full_draft(), ExportOptions(numbering=Numbering.BY_SECTION))
    assert paragraph_numbers(outline) == [
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        "1.5",
        "2.1",
        "2.2",
        "4.1",
        "4.2",
    ]
    assert outline.numbering is Numbering.BY_SECTION


def test_the_rules_choose_the_numbering_unless_the_person_does():
    draft = replace(full_draft(), rules=with_document(numbering=Numbering.NONE))
    assert paragraph_numbers(outline_of(draft)) == []
    assert paragraph_numbers(outline_of(draft, ExportOptions(numbering=Numbering.CONTINUOUS)))


def test_each_summary_point_points_at_the_paragraphs_of_its_answers():
    assert bullets(outline_of(full_draft()), Part.SUMMARY).refs == (
        "(paragraphs 4 to 8).",
        "(paragraphs 9 and 10).",
    )


def test_a_summary_point_on_one_paragraph_points_at_that_one():
    draft = make_draft({"1": "", "2": "Two paragraphs.\n\nHere."}, about="", reason="")
    assert bullets(outline_of(draft), Part.SUMMARY).refs == (
        "(paragraph 1).",
        "(paragraphs 2 to 4).",
    )


def test_a_point_on_several_answers_names_neighbours_as_one_range():
    draft = make_draft(
        {"1": "a", "2": "b", "3": "c", "4": "d"},
        questions=4,
        key_points=False,
        about="",
        reason="",
        summary=(SummaryPoint("All of it.", ("1", "2", "4")), SummaryPoint("No place.", ())),
    )
    assert bullets(outline_of(draft), Part.SUMMARY).refs == ("(paragraphs 1, 2 and 4).", "")
    options = ExportOptions(numbering=Numbering.BY_SECTION)
    refs = bullets(outline_of(draft, options), Part.SUMMARY).refs
    assert refs[0] == "(paragraphs 1.1, 2.1 and 4.1)."


def test_without_numbers_a_summary_point_names_its_questions():
    outline = outline_of(full_draft(), ExportOptions(numbering=Numbering.NONE))
    assert bullets(outline, Part.SUMMARY).refs == ("(question 1).", "(question 2).")


def test_a_summary_point_on_a_skipped_question_points_nowhere():
    draft = replace(
        full_draft(),
        response=replace(full_draft().response, summary=(SummaryPoint("Of three.", ("3",)),)),
    )
    assert bullets(outline_of(draft), Part.SUMMARY).refs == ("",)


def test_a_prose_summary_is_one_paragraph_without_a_number():
    draft = replace(full_draft(), rules=with_document(summary=SummaryForm.PROSE))
    summary = [b for b in outline_of(draft).blocks if b.part is Part.SUMMARY][1:]
    assert len(summary) == 1
    assert isinstance(summary[0], ParagraphBlock)
    assert summary[0].number == ""
    assert plain_words(summary[0].runs) == (
        "Heating, not building, is what closes halls (paragraphs 4 to 8). "
        "Halls need trustees more than they need money (paragraphs 9 and 10)."
    )


def test_rules_without_a_summary_get_none():
    draft = replace(full_draft(), rules=with_document(summary=SummaryForm.NONE))
    assert not [b for b in outline_of(draft).blocks if b.part is Part.SUMMARY]


def test_about_us_says_who_for_whom_how_many_and_why():
    outline = outline_of(full_draft())
    about = [b for b in outline.blocks if b.part is Part.ABOUT]
    assert headings(outline)[0] == "Who we are and why we are submitting evidence"
    assert [plain_words(b.runs) for b in about if isinstance(b, ParagraphBlock)] == [
        "We run four village halls in Fernbrook and Dale, with two staff and 60 volunteers.",
        "We speak for the people who use four village halls (about 900 households). "
        "Registered charity number: 1099999.",
        "Two of our halls may close this year.",
    ]


def test_about_us_of_this_response_replaces_that_of_the_organisation():
    draft = make_draft(about="Only this.", reason="")
    text = to_text(outline_of(draft))
    assert "Only this." in text
    assert "We run four village halls" not in text
    assert headings(outline_of(draft))[0] == "Who we are"


def test_the_official_wording_heads_each_answer_with_its_number():
    assert headings(outline_of(full_draft()), Level.QUESTION) == [
        "Question 1: Who should pay for village halls?",
        "Question 2: Who should run them & why?",
        "Question 4: Do you agree that halls are a public service?",
    ]


def test_skipped_and_empty_questions_are_left_out():
    text = to_text(outline_of(full_draft()))
    assert "What has your council done?" not in text
    assert "Never to be printed" not in text
    assert "Is there anything else?" not in text


def test_a_skipped_question_can_be_named_with_its_reason():
    text = to_text(outline_of(full_draft(), ExportOptions(skipped_named=True)))
    assert "Question 3: What has your council done?" in text
    assert "We do not comment on this question. Ours is a parish matter." in text
    assert "Never to be printed" not in text


def test_a_skipped_question_without_a_reason_is_named_all_the_same():
    draft = make_draft({"1": Answer("r", "1", mark=AnswerMark.SKIPPED)})
    assert "on this question.\n" in to_text(outline_of(draft, ExportOptions(skipped_named=True)))


def test_the_key_point_opens_the_answer():
    first = next(b for b in outline_of(full_draft()).blocks if getattr(b, "number", "") == "4")
    assert isinstance(first, ParagraphBlock)
    assert plain_words(first.runs) == "Heating, not building, is what closes halls."


def test_a_key_point_that_the_text_opens_with_is_not_said_twice():
    draft = make_draft({"1": Answer("r", "1", "Halls close", "**Halls** close! So we say.")})
    assert to_text(outline_of(draft)).count("close") == 2  # in the summary and in the answer


@pytest.mark.parametrize(
    ("key_point", "bullet", "opening"),
    [
        ("Halls close", ("Halls close", "(paragraphs 1 and 2)."), "Halls close."),
        ("Halls close ,", ("Halls close", "(paragraphs 1 and 2)."), "Halls close."),
        ("Who pays?", ("Who pays?", "(paragraphs 1 and 2)"), "Who pays?"),
        ("They say “pay.”", ("They say “pay.”", "(paragraphs 1 and 2)"), "They say “pay.”"),
        ("And so on...", ("And so on...", "(paragraphs 1 and 2)"), "And so on..."),
    ],
)
def test_a_key_point_is_printed_with_one_closing_stop(key_point, bullet, opening):
    answer = Answer("r", "1", key_point=key_point, body="Something else.")
    outline = outline_of(make_draft({"1": answer}, about="", reason=""))
    block = bullets(outline, Part.SUMMARY)
    assert (plain_words(block.items[0]), block.refs[0]) == bullet
    assert f"• {' '.join(bullet)}\n" in to_text(outline)
    assert f"1. {opening}\n" in to_text(outline)


def test_a_summary_point_that_points_nowhere_has_its_stop_too():
    draft = make_draft({"1": "a"}, summary=(SummaryPoint("No place", ()),))
    assert plain_words(bullets(outline_of(draft), Part.SUMMARY).items[0]) == "No place."


def test_the_choice_at_a_closed_question_is_printed():
    assert "11. Our answer: Agree." in to_text(outline_of(full_draft()))


def test_recommendations_say_who_what_and_by_when_and_point_back():
    block = bullets(outline_of(full_draft()), Part.RECOMMENDATIONS)
    assert block.ordered
    assert list(zip(map(plain_words, block.items), block.refs, strict=True)) == [
        (
            "The Department should fix a heating rate for halls by April 2027",
            "(paragraphs 4 to 8).",
        ),
        ("Councils should advertise for trustees within a year", "(paragraphs 9 and 10)."),
        ("Think again.", ""),
    ]


@pytest.mark.parametrize(
    ("what", "printed"),
    [
        ("NHS bodies to account", "X should NHS bodies to account."),
        ("to act", "X should act."),
        ("must act.", "X should act."),
        ("tomorrow's work", "X should tomorrow's work."),
    ],
)
def test_a_recommendation_reads_as_a_sentence_however_it_was_typed(what, printed):
    draft = make_draft(recommendations=[Recommendation("a", "r", "1", "x", what)])
    items = bullets(outline_of(draft), Part.RECOMMENDATIONS).items
    assert plain_words(items[0]) == printed


def test_contact_details_are_nowhere_in_the_document():
    text = to_text(outline_of(full_draft(), ExportOptions(list_of_sources=True)))
    for secret in ("Morag", "Ellery", "Secretary", "morag@", "960001", "Dale Road"):
        assert secret not in text


def test_the_date_is_that_of_the_response_or_else_of_the_day():
    draft = full_draft()
    assert to_text(outline_of(draft)).split("\n\n")[-3] == "14 March 2026"
    dated = replace(draft, response=replace(draft.response, dated=date(2025, 1, 2)))
    assert outline_of(dated).dated == date(2025, 1, 2)
    assert "\n2 January 2025\n" in to_text(outline_of(dated))


@pytest.mark.parametrize(
    ("rule", "wanted", "shown"),
    [("yes", False, True), ("no", True, False), ("either", True, True), ("either", False, False)],
)
def test_page_numbers_are_for_the_rules_to_ask_for_or_refuse(rule, wanted, shown):
    draft = replace(full_draft(), rules=with_document(page_numbers=rule))
    assert outline_of(draft, ExportOptions(page_numbers=wanted)).frame.page_numbers is shown


def test_a_response_with_nothing_in_it_is_still_a_document():
    draft = make_draft(organisation=Organisation("o", ""), reason="")
    outline = outline_of(draft)
    assert {block.part for block in outline.blocks} == {Part.TITLE, Part.DATE}
    assert outline.notes == ()


def test_tables_lists_and_quotations_keep_their_shape():
    kinds = [type(b).__name__ for b in outline_of(full_draft()).blocks if b.question == "1"]
    assert kinds == [
        "HeadingBlock",
        "ParagraphBlock",
        "ParagraphBlock",
        "HeadingBlock",
        "ParagraphBlock",
        "TableBlock",
        "ParagraphBlock",
        "BulletsBlock",
        "QuoteBlock",
        "ParagraphBlock",
    ]
    table = next(b for b in outline_of(full_draft()).blocks if isinstance(b, TableBlock))
    assert [plain_words(cell) for cell in table.header] == ["Winter", "Heating", "Lettings"]


@pytest.mark.parametrize(
    ("venue", "words"),
    [
        (Venue.COMMONS_COMMITTEE, "Our evidence on the questions of the inquiry"),
        (Venue.BILL_COMMITTEE, "Our evidence on the bill"),
        (Venue.COUNCIL, "Our answers to the questions of the consultation"),
    ],
)
def test_the_answers_are_headed_as_what_is_answered_is_called(venue: Venue, words: str):
    draft = full_draft()
    outline = outline_of(replace(draft, rules=replace(draft.rules, venue=venue)))
    assert words in headings(outline)
