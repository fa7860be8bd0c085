"""Plain text, the text for online forms, the preview and the cover email."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.response import Answer, AnswerMark, Organisation, Recommendation
from desktop.core.words import Count
from desktop.export import (
    CopyOptions,
    ExportOptions,
    answer_text,
    cover_email,
    outline_words,
    question_anchor,
    suggested_file_name,
    to_preview,
    to_text,
)
from desktop.markup.counting import document_words
from tests.export.samples import TODAY, full_draft, outline_of, plan
from tests.support.drafts import make_draft


def copied(body: str, *options: CopyOptions) -> str:
    return answer_text(make_draft({"1": body}, key_points=False), "1", plan(), *options).text


def test_plain_text_numbers_paragraphs_and_puts_notes_at_the_end():
    text = to_text(outline_of(full_draft(), ExportOptions(list_of_sources=True)))
    assert text.startswith("Written evidence submitted by Fernbrook & Dale Community Trust\n=====")
    assert "\n5. A hall costs more to heat than it earns.[1]\n" in text
    assert "\n2022-23 | £4,150 | £2,900\n" in text
    assert "\n(2) advice that is free to halls (https://advice.example/halls?a=1&b=2);\n" in text
    assert "\n    We close the hall in January" in text
    assert "\nR3. Think again.\n" in text
    assert "\nSources\n-------\n" in text
    assert text.endswith("missing from the library; the place in it: para. 3.\n")


def test_the_words_of_a_submission_are_counted_without_its_footnotes():
    draft = make_draft({"1": "One two three.[@larch-2024]"}, key_points=False, about="", reason="")
    with_note = outline_words(outline_of(draft))
    without = outline_words(
        outline_of(make_draft({"1": "One two three."}, key_points=False, about="", reason=""))
    )
    assert with_note == without
    assert isinstance(with_note, Count)


def test_the_copy_of_an_answer_has_key_point_text_recommendations_and_notes():
    draft = full_draft()
    copy = answer_text(draft, "1", plan())
    pieces = copy.text.split("\n\n")
    assert pieces[0] == "Heating, not building, is what closes halls."
    assert pieces[1] == "A hall costs more to heat than it earns.[1]"
    assert "The Department should fix a heating rate for halls by April 2027." in pieces
    assert pieces[-1].startswith("[1] Larchfield Institute, “The state")
    assert copy.count.words > 100
    assert copy.count.characters == len(copy.text.replace("\n", ""))


def test_notes_start_again_in_each_answer_and_can_be_left_out():
    draft = make_draft({"1": "a[@larch-2024]", "2": "b[@larch-2024, p. 2]"}, key_points=False)
    assert answer_text(draft, "2", plan()).text == (
        "b[1]\n\n[1] Larchfield Institute, “The state of village halls”, May 2024, p. 2."
    )
    assert answer_text(draft, "2", plan(), CopyOptions(notes=False)).text == "b"


def test_recommendations_can_be_left_out_of_a_copy():
    draft = make_draft(
        {"1": "a"}, key_points=False, recommendations=[Recommendation("x", "r", "1", "You", "act")]
    )
    assert answer_text(draft, "1", plan()).text == "a\n\nYou should act."
    assert answer_text(draft, "1", plan(), CopyOptions(recommendations=False)).text == "a"


def test_curly_quotes_dashes_and_tabs_are_made_plain_on_request():
    body = "“It’s” – or — ‘was’…\u00a0so\n\n|a|b|\n|-|-|\n|c|d|"
    assert copied(body) == "“It’s” – or — ‘was’…\u00a0so\n\na\tb\nc\td"
    plain = CopyOptions(plain_quotes=True, plain_dashes=True, plain_tabs=True)
    assert copied(body, plain) == "\"It's\" - or - 'was'... so\n\na | b\nc | d"


def test_a_skipped_or_empty_answer_copies_as_nothing():
    draft = make_draft({"1": Answer("r", "1", "x", "y", mark=AnswerMark.SKIPPED)})
    for number in ("1", "2"):
        assert answer_text(draft, number, plan()) == replace(
            answer_text(draft, "2", plan()), text="", count=Count()
        )


def test_a_question_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        answer_text(make_draft(), "77", plan())


def test_the_preview_has_an_anchor_for_each_question():
    html = to_preview(outline_of(full_draft()))
    assert f'<a name="{question_anchor("1")}"></a>Question 1: Who should pay' in html
    assert question_anchor('2 "b"') == "question-2--b-"


def test_the_preview_leads_from_mark_to_note_and_back():
    html = to_preview(outline_of(full_draft(), ExportOptions(list_of_sources=True)))
    assert '<a name="mark-1"></a><sup><a href="#note-1">1</a></sup>' in html
    assert '<a name="note-1"></a><a href="#mark-1">1</a>. Larchfield' in html
    assert "<sup>, </sup>" in html
    assert "<h2>Sources</h2>" in html


def test_the_preview_shows_markup_that_was_typed_as_words():
    html = to_preview(outline_of(make_draft({"1": r"\<script>alert(1)\</script> & \<b>"})))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;" in html
    assert "<script" not in html


def test_the_preview_keeps_bold_italic_links_and_direction():
    html = to_preview(
        outline_of(make_draft({"1": "**b** *i* [l](https://a.example/?x=1&y=2)\n\nשלום"}))
    )
    assert '<b>b</b> <i>i</i> <a href="https://a.example/?x=1&amp;y=2">l</a>' in html
    assert '<td dir="rtl">שלום</td>' in html


def test_a_link_that_cannot_be_one_is_words_in_the_preview():
    html = to_preview(outline_of(make_draft({"1": "[l](<http://[::1>)"})))
    assert "l</td>" in html
    assert "[::1" not in html


def test_the_cover_email_has_the_contact_details_the_inquiry_and_the_attachment():
    draft = full_draft()
    email = cover_email(draft, plan(), suggested_file_name(draft), TODAY, ExportOptions())
    assert email.subject == (
        "Written evidence from Fernbrook & Dale Community Trust: "
        "The future of village halls (HC 77)"
    )
    for words in (
        "of the Rural Committee",
        "Attachment: Fernbrook & Dale Community Trust - The future of village halls.docx",
        f"({document_words(draft):,} words, not counting the questions and the footnotes)",
        "We would be glad to give oral evidence",
        "Please do not publish them.\n\nMorag Ellery, Secretary\nFernbrook & Dale Community Trust\n"
        "Email: morag@fernbrook.example\nTelephone: 01632 960001\n"
        "Address: The Hall, Dale Road, Fernbrook\n\n14 March 2026\n",
    ):
        assert words in email.body


def test_a_cover_email_without_contact_details_does_not_speak_of_them():
    draft = make_draft(organisation=Organisation("o", "Fernbrook"))
    email = cover_email(draft, plan(), "evidence.docx", TODAY, ExportOptions())
    assert "contact details" not in email.body
    assert "oral evidence" not in email.body
    assert email.body.endswith("\n\nFernbrook\n\n14 March 2026\n")


def test_a_role_without_a_name_is_given_in_the_cover_email():
    draft = make_draft(organisation=Organisation("o", "Fernbrook", contact_role="Secretary"))
    body = cover_email(draft, plan(), "evidence.docx", TODAY, ExportOptions()).body
    assert "publish them.\n\nSecretary\nFernbrook\n\n14 March" in body


def test_a_name_with_line_ends_cannot_forge_a_header():
    draft = make_draft(organisation=Organisation("o", "Fernbrook\nBcc: all@example.org"))
    email = cover_email(draft, plan(), "evidence.docx", TODAY, ExportOptions())
    assert "\n" not in email.subject
