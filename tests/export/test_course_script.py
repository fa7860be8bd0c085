"""A learner's script: comments in Word beside the words they are about, and three columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from desktop.core.commenting import Anchor, Comment, Located
from desktop.core.course import Step, StepKind
from desktop.core.learning import Learning, Work, WorkKind
from desktop.core.response import Draft, Response
from desktop.core.rules import DocumentRules, SummaryForm
from desktop.export import ExportOptions, FileExists, to_docx
from desktop.export.course import Script, script_outline, write_script
from desktop.export.marks import unmarked
from desktop.export.names import script_file_name
from desktop.export.text import to_text
from tests.export import reading
from tests.export.samples import NOW, TEMPLATES
from tests.support.courses import (
    ANSWERS,
    COURSE,
    PRACTICE,
    comment_on,
    course_comments,
    course_draft,
    course_learning,
    skipped_draft,
)
from tests.support.drafts import DAY

W = reading.W


def script(draft: Draft | None = None, *comments: Located) -> Script:
    return Script(draft or course_draft(), COURSE, PRACTICE, course_learning(), comments)


def commented(one: Script, path: Path) -> dict[str, list[str]]:
    """Give, by the words that each comment stands round in the file, what the comments say."""
    write_script(one, TEMPLATES, path, overwrite=True, now=NOW)
    root = reading.root(path.read_bytes(), "word/document.xml")
    says = {comment.comment_id: comment.text for comment in Document(str(path)).comments}
    open_now: dict[int, str] = {}
    found: dict[str, list[str]] = {}
    for element in root.iter():
        number = int(element.get(f"{W}id", "-1")) if "comment" in str(element.tag) else -1
        if element.tag == f"{W}commentRangeStart":
            open_now[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            found.setdefault(open_now.pop(number), []).append(says.pop(number))
        elif element.tag == f"{W}t":
            open_now = {key: words + (element.text or "") for key, words in open_now.items()}
    assert (open_now, says) == ({}, {})
    return found


def test_every_comment_stands_at_its_words(tmp_path: Path) -> None:
    found = commented(script(None, *course_comments()), tmp_path / "script.docx")
    assert found == {
        "used every day": ["Every day?\nWho says so?"],
        "In one week 212 people came": ["Say more."],
        "people came, and 1,140": ["Say more."],
        "a choir that sings": ["Say more."],
        "Fernbrook212": ["Say more."],
        "Who comesa lunch club": ["From here to there."],
        "our page": [
            "Say more.\n(Written about these words, which have changed since: “[our "
            "page](https://halls.example/rates)”)"
        ],
        "neighbours": ["Say more."],
        "Rates change each year": ["Not printed twice."],
        "one member of staff": ["Say more."],
        "both halls": ["Say more."],
        "Halls are where neighbours meet": ["Say more."],
        "The council should fix the rate by 2027": ["Say more."],
        "212": ["Say more."],
    }


def test_comments_on_first_attempts_and_notes_stand_at_their_words(tmp_path: Path) -> None:
    did = (
        (WorkKind.FIRST, "1", {"text": "Halls are **used**."}),
        (WorkKind.NOTES, "read", {"text": "Two halls, one warden."}),
    )
    learning = course_learning()
    works = {(kind, item): Work(kind, item, data, DAY) for kind, item, data in did}
    learning = replace(learning, works={**learning.works, **works})
    comments = (
        comment_on("first:1", "Halls are **used**.", "**used**", "By whom?"),
        comment_on("notes:read", "Two halls, one warden.", "one warden", "Who is it?"),
        comment_on("hearing:a1b2", "We counted.", "counted", "When?"),
        Located(Comment("spot", Anchor("spot:soup", "", 0), "Well seen.", "", DAY), 0, 0, False),
    )
    one = replace(script(None, *comments), learning=learning)
    assert commented(one, tmp_path / "script.docx") == {
        "used": ["By whom?"],
        "one warden": ["Who is it?"],
        "counted": ["When?"],
    }
    text = to_text(script_outline(one, TEMPLATES, NOW))
    assert "• What is what: Well seen. (Trainer)" in text


def test_a_comment_has_its_author_and_its_day(tmp_path: Path) -> None:
    told = comment_on("answer:2", ANSWERS["2"].body, "Rates")
    nobody = replace(told, comment=replace(told.comment, id="other", author=" "))
    path = tmp_path / "script.docx"
    write_script(script(None, told, nobody), TEMPLATES, path, overwrite=False, now=NOW)
    one, other = Document(str(path)).comments
    assert (one.author, one.initials, one.timestamp) == ("Ama Reed", "AR", DAY.astimezone(UTC))
    assert other.author == "Trainer"
    with pytest.raises(FileExists):
        write_script(script(), TEMPLATES, path, overwrite=False, now=NOW)


def test_what_is_said_of_words_that_are_not_printed_is_not_lost(tmp_path: Path) -> None:
    comments = (
        comment_on("answer:2", ANSWERS["2"].body, "Rates"),
        comment_on("elsewhere", "Nothing", "Nothing"),
    )
    found = script(skipped_draft(), *comments)
    assert commented(found, tmp_path / "script.docx") == {}
    text = to_text(script_outline(found, TEMPLATES, NOW))
    assert "• Question 2, “Rates”: Say more. (Ama Reed)" in text
    assert "• Elsewhere, “Nothing”: Say more. (Ama Reed)" in text
    assert "There are no comments on it." in text
    one = script_outline(script(None, comments[0]), TEMPLATES, NOW)
    assert "One comment stands beside the words that it is about." in to_text(one)


def test_a_comment_on_a_key_point_that_the_summary_repeats_stands_once(tmp_path: Path) -> None:
    draft = course_draft()
    draft = replace(draft, response=replace(draft.response, summary=None))
    comment = comment_on("key-point:1", "Halls are where neighbours meet", "neighbours")
    assert commented(script(draft, comment), tmp_path / "a.docx") == {"neighbours": ["Say more."]}
    document = DocumentRules(summary=SummaryForm.PROSE)
    prose = replace(draft, rules=replace(draft.rules, document=document))
    assert commented(script(prose, comment), tmp_path / "b.docx") == {"neighbours": ["Say more."]}


def test_the_rubric_has_three_columns_side_by_side_and_no_total() -> None:
    text = to_text(script_outline(script(), TEMPLATES, NOW))
    assert "Criterion | Self | Peer | Trainer" in text
    assert "Quality of evidence | 2. I cite the count. | 3 | 2. One is missing. (at" in text
    assert "Recommendations | – | – | –" in text
    assert "They are not added up." in text
    assert "total" not in text.lower()


def test_all_that_a_learner_did_is_in_it() -> None:
    text = to_text(script_outline(script(), TEMPLATES, NOW))
    assert text.startswith("Written work of Nia Fell: Halls & words: a small course\n")
    assert "Written evidence submitted by Fernbrook & Dale Halls Trust" in text
    assert "1. The vague paragraph\n\nIn one week 212 people used it." in text
    assert "How do you know? | We counted." in text
    assert "What is the one thing you remember? | The soup." in text


def test_a_learner_without_a_name_or_any_work_has_a_script_too() -> None:
    draft = course_draft()
    empty = replace(draft, response=Response("r", "c", "o", DAY, DAY), answers={})
    nothing = Script(
        empty,
        replace(COURSE, rubric=replace(COURSE.rubric, criteria=())),
        PRACTICE,
        Learning("small-course", "r"),
    )
    text = to_text(script_outline(nothing, TEMPLATES, NOW))
    assert text.startswith("Written work: Halls & words: a small course\n")
    assert "Repair exercises" not in text
    assert "Rubric" not in text


def test_marks_never_show() -> None:
    odd = replace(
        course_draft(), answers={"1": replace(ANSWERS["1"], body="Odd \U00100000\U00100001 text.")}
    )
    comment = comment_on("answer:1", "Odd text.", "text")
    outline = script_outline(script(odd, comment), TEMPLATES, NOW)
    (remark,) = outline.remarks
    text = to_text(outline)
    assert text.count(remark.opens) == text.count(remark.closes) == 1
    assert "Odd text." in unmarked(text)


def test_a_script_is_called_after_the_course_and_the_learner() -> None:
    assert script_file_name("Halls: words", "Nia/Fell") == "Halls words - Nia Fell.docx"
    assert script_file_name("con", "") == "Work con.docx"
    assert script_file_name("", "") == "Work.docx"


def test_comments_of_a_style_file_made_in_word_are_dropped_and_its_styles_kept(
    tmp_path: Path,
) -> None:
    style = tmp_path / "style.docx"
    document = Document(str(TEMPLATES / "written-evidence/style.docx"))
    document.styles.add_style("annotation text", WD_STYLE_TYPE.PARAGRAPH)
    old = document.add_paragraph("Left over.").runs
    document.add_comment(old, "An old comment.", "Somebody")
    document.save(str(style))
    told = comment_on("answer:2", ANSWERS["2"].body, "Rates")
    path = tmp_path / "script.docx"
    path.write_bytes(
        to_docx(script_outline(script(None, told), TEMPLATES, NOW), style, ExportOptions(), NOW)
    )
    made = Document(str(path))
    assert [comment.text for comment in made.comments] == ["Say more."]
    names = [str(each.name) for each in made.styles if "annotation" in str(each.name)]
    assert sorted(names) == ["annotation reference", "annotation text"]
    (comment,) = made.comments
    assert comment.paragraphs[0]._p.style == made.styles["annotation text"].style_id


def test_all_that_a_learner_wrote_is_in_it(tmp_path: Path) -> None:
    course = replace(
        COURSE, steps=(*COURSE.steps, Step("last", "week", StepKind.FINISH, "At last"))
    )
    written = (
        (WorkKind.FIRST, "1", {"text": "We are **used** a lot.", "key_point": "Halls matter."}),
        (WorkKind.FIRST, "2", {"text": ANSWERS["2"].body}),
        (WorkKind.NOTES, "last", {"text": "Begin with the answer."}),
        (WorkKind.REPAIR, "vague", {"text": "It is used.", "ask": ["The council", "", "by May"]}),
    )
    known = course_learning()
    more = {(kind, item): Work(kind, item, data, DAY) for kind, item, data in written}
    learning = replace(known, works={**known.works, **more})
    text = to_text(
        script_outline(Script(course_draft(), course, PRACTICE, learning), TEMPLATES, NOW)
    )
    assert "Recommendation: The council should [do what] (by May)." in text
    first = text.split("First attempts")[1].split("Begin with the answer")[0]
    assert "Halls matter." in first
    assert "We are used a lot." in first
    # What still reads as at first is in the submission already.
    assert "Question 2" not in first
    assert "At last | Begin with the answer." in text
