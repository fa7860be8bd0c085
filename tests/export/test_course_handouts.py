"""What the handouts of a course say."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from desktop.core.consultation import Limit, LimitUnit
from desktop.core.course import Course, Switches
from desktop.core.outline import HeadingBlock
from desktop.core.rules import Rule, Strength
from desktop.errors import ContentError, ExportError
from desktop.export import FileExists
from desktop.export.course import HandoutKind, Practice, Taker, handouts, write_handouts
from desktop.export.text import to_text
from tests.export.samples import NOW, TEMPLATES
from tests.support.courses import COURSE, PRACTICE

STYLE = TEMPLATES / "written-evidence/style.docx"
DAY = NOW.date()


def said(kind: HandoutKind, course: Course = COURSE, name: str = "") -> str:
    (made,) = handouts(course, PRACTICE, TEMPLATES, DAY, (kind,), name)
    return to_text(made.outline)


def test_the_question_sheet_says_who_asks_what_and_what_is_demanded() -> None:
    text = said(HandoutKind.QUESTIONS)
    assert "It speaks for: the people who use two village halls (about 400 households)." in text
    assert "Committee on Local Life of the Assembly of Merrowdale asks: Village halls in" in text
    assert "It takes answers until 4 December 2026." in text
    assert "• Name nobody." in text
    assert "• Advice: No more than 1,000 words, without footnotes." in text
    assert "Question 1: What are village halls in Merrowdale used for, and by whom?" in text
    assert "Advice: No more than 300 words." in text
    assert "the people and the figures in this course are invented" in text


def test_the_prompt_sheet_goes_in_the_order_of_an_argument() -> None:
    text = said(HandoutKind.PROMPTS)
    order = ["Claim", "Evidence", "Reason", "Counter-argument", "Ask"]
    places = [text.index(f"{number}. {part}:") for number, part in enumerate(order, start=1)]
    assert places == sorted(places)
    assert "• Our counter-argument is that …" in text
    assert "Evidence | How many people came, and who counted them? | –" in text
    assert "Claim | – | What stands in the way is …" in text


def test_the_data_pack_numbers_the_places_of_each_paper_from_one() -> None:
    text = said(HandoutKind.DATA)
    assert "Paper 1: A week in two halls" in text
    assert "1. We counted who came in one week of March." in text
    assert "2. Table:\n\nHall | Meetings | People" in text
    assert "4. List:\n\n• on Tuesday;" in text
    assert "5. Quotation:\n\n    We come for the soup" in text
    assert "Paper 2: Minutes of the halls committee" in text
    assert "1. The committee met on 4 March." in text
    assert "twice a week. (Paper 1, paragraph 3; suits question 1)" in text
    assert "three years. (Paper 2, paragraph 2; suits any question)" in text


def test_evidence_of_the_library_is_named_by_its_source() -> None:
    built_in = replace(
        PRACTICE,
        snippets=(
            *(replace(item, questions=("x#1", "x#2")) for item in PRACTICE.snippets[:1]),
            replace(PRACTICE.snippets[1], source="gone", questions=()),
        ),
    )
    course = replace(COURSE, papers=())
    (made,) = handouts(course, built_in, TEMPLATES, DAY, (HandoutKind.DATA,))
    text = to_text(made.outline)
    assert (
        "(Fernbrook & Dale Halls Trust, March 2026, paragraph 3; suits questions 1 and 2)" in text
    )
    assert "(gone, paragraph 2)" in text


def sheet_of(practice: Practice) -> str:
    (made,) = handouts(COURSE, practice, TEMPLATES, DAY, (HandoutKind.QUESTIONS,))
    return to_text(made.outline)


def with_limit(limit: Limit, *rules: Rule) -> Practice:
    """Return the practice with a limit of the call, and such rules on length alone."""
    return replace(
        PRACTICE,
        consultation=replace(PRACTICE.consultation, limit=limit),
        rules=replace(PRACTICE.rules, rules=rules),
    )


def test_a_sheet_says_how_long_the_whole_may_be_and_that_it_is_advice() -> None:
    (length,) = PRACTICE.rules.rules[:1]
    pages = replace(length, id="pages", says="Eight sides.", value=8, unit=LimitUnit.PAGES)
    text = sheet_of(with_limit(Limit(3000, note="without footnotes"), length, pages))
    assert "How long it may be\n" in text
    assert "• Advice: No more than 3,000 words, without footnotes." in text
    assert "• Advice: Eight sides." in text
    assert length.says not in text  # what the call says comes before what the body says in general


def test_a_limit_that_is_a_must_is_told_as_one() -> None:
    told = Limit(1000, hard=True, note="Longer answers are cut off.")
    text = sheet_of(with_limit(told))
    assert "• A must: No more than 1,000 words. Longer answers are cut off." in text


def test_a_limit_whose_note_has_the_number_is_told_in_its_words() -> None:
    (length,) = PRACTICE.rules.rules[:1]
    same = replace(length, strength=Strength.SHOULD, value=900, unit=LimitUnit.WORDS)
    text = sheet_of(with_limit(Limit(900, note="About 900 words for everything."), same))
    assert "• Expected: About 900 words for everything." in text
    assert "No more than 900" not in text


def test_without_a_limit_of_the_call_the_body_says_how_long_it_may_be() -> None:
    free = replace(PRACTICE, consultation=replace(PRACTICE.consultation, limit=None))
    assert "• Advice: Keep it short." in sheet_of(free)
    sides = replace(PRACTICE.rules.rules[0], id="pages", says="Eight sides.")
    in_pages = sheet_of(with_limit(Limit(4, LimitUnit.PAGES), sides))
    assert "• Advice: No more than 4 pages." in in_pages
    assert "Eight sides." not in in_pages


def test_snippets_that_a_trainer_turned_off_are_not_in_the_data_pack() -> None:
    without = replace(COURSE, switches=Switches(snippets=False, checks_off=frozenset({"old"})))
    assert "Pieces of evidence" not in said(HandoutKind.DATA, without)
    key = said(HandoutKind.KEY, without)
    assert "The pieces of evidence." in key
    assert "The check “old”." in key
    assert "turned off" not in said(HandoutKind.KEY)


def test_single_hints_and_snippets_that_are_off_are_told_to_the_trainer_alone() -> None:
    hinted = replace(COURSE.repairs[0], hints=("Look at the figure.", "Who counted?"))
    off = Switches(
        hints_off=frozenset({f"{hinted.id}.2"}), snippets_off=frozenset({COURSE.snippets[0].id})
    )
    course = replace(COURSE, repairs=(hinted, *COURSE.repairs[1:]), switches=off)
    key = said(HandoutKind.KEY, course)
    assert "• Hint 2 of “" in key
    assert f"• The piece of evidence “{COURSE.snippets[0].claim}”" in key
    assert "Hints in the repair exercises." not in key


def test_everybody_who_took_part_has_a_certificate_on_a_page_of_their_own(tmp_path: Path) -> None:
    takers = (Taker("Bo", 2), Taker("Nia Fell"), Taker(""))
    made = handouts(COURSE, PRACTICE, TEMPLATES, DAY, (HandoutKind.CERTIFICATE,), takers=takers)
    text = to_text(made[0].outline)
    words = ("Certificate of taking part", "Bo\n", "Nia Fell\n")
    assert [text.count(each) for each in words] == [3, 1, 1]
    (file,) = write_handouts(made, STYLE, tmp_path, overwrite=False, now=NOW)
    body = Document(str(file)).element.body
    assert len(body.xpath(".//w:br[@w:type='page']")) == 2


def test_the_checklist_can_be_ticked() -> None:
    assert "☐ Every figure has its place." in said(HandoutKind.CHECKLIST)


def test_the_rubric_has_every_level_and_no_total() -> None:
    text = said(HandoutKind.RUBRIC)
    assert "Criterion | 0 | 1 | 2 | 3" in text
    assert "Quality of evidence. Can each claim be checked? | Not there yet" in text
    assert "Criterion | Self | Peer | Trainer | Where in the draft, and why" in text
    assert "The levels are not added up" in text
    assert "no committee has agreed it" in text
    assert "What is the one thing you remember?" in text


def test_the_key_has_timings_and_every_answer() -> None:
    text = said(HandoutKind.KEY)
    assert "0:00 – 0:30 | 1. Looking | See what a good answer does" in text
    assert "0:30 – 1:30 | 2. Writing (locked until you open it)" in text
    assert "20 | Compare | Hide the notes." in text
    assert "Key point: Halls are where neighbours meet." in text
    assert "212 people came | Evidence: A figure with its place." in text
    assert "not in that figure | It says what the figure leaves out." in text
    assert "Quality of evidence | 3 | Every figure has its place." in text
    assert "1. The vague paragraph" in text
    assert "• Vague quantities" in text
    assert "Recommendation: The council should fix the rate (by 2027)." in text
    assert "In one week 212 people used the hall.[2]" in text
    assert "Evidence | One member told us | It says how we know." in text
    assert "1 What halls are used for | 600 | 300 | Who comes, and what for." in text
    assert "• How do you know that 212 people came?" in text
    assert "• Who should do this?" in text


def test_a_certificate_has_a_name_or_room_for_one() -> None:
    assert "Nia Fell" in said(HandoutKind.CERTIFICATE, name="Nia\nFell")
    text = said(HandoutKind.CERTIFICATE)
    assert "Name\n" in text
    assert "took part in this course of 90 minutes." in text


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        (0, "took part in this course of 90 minutes."),
        (1, "took part in this course of 90 minutes and wrote an answer to one of its questions."),
        (3, "took part in this course of 90 minutes and wrote answers to 3 of its questions."),
    ],
)
def test_a_certificate_says_no_more_than_was_written(answered: int, words: str) -> None:
    (made,) = handouts(
        COURSE, PRACTICE, TEMPLATES, DAY, (HandoutKind.CERTIFICATE,), answered=answered
    )
    assert words in to_text(made.outline)


def test_of_a_course_on_a_real_inquiry_only_the_charity_is_called_invented() -> None:
    real = replace(COURSE, consultation=None, consultation_id="village-halls")
    assert "Halls Trust is invented. The inquiry and its sources are real." in said(
        HandoutKind.QUESTIONS, real
    )
    assert "invented" not in said(HandoutKind.QUESTIONS, replace(COURSE, example=False))


def test_a_course_with_next_to_nothing_in_it_has_handouts_too() -> None:
    bare = replace(
        COURSE,
        **dict.fromkeys(("aims", "units", "steps", "papers", "cues", "frames", "models"), ()),
        **dict.fromkeys(("repairs", "spots", "budgets", "hearing", "peer", "checklist"), ()),
        comments=(),
    )
    practice = replace(PRACTICE, snippets=(), sources={})
    made = handouts(bare, practice, TEMPLATES, DAY)
    assert [item.kind for item in made] == list(HandoutKind)
    for item in made:
        assert isinstance(item.outline.blocks[0], HeadingBlock)


def test_they_are_written_side_by_side_and_never_over_something(tmp_path: Path) -> None:
    made = handouts(COURSE, PRACTICE, TEMPLATES, DAY, (HandoutKind.CHECKLIST, HandoutKind.DATA))
    files = write_handouts(made, STYLE, tmp_path, overwrite=False, now=NOW)
    assert [path.name for path in files] == [
        "Halls & words a small course - 3 Data pack.docx",
        "Halls & words a small course - 4 Checklist.docx",
    ]
    files[0].unlink()
    with pytest.raises(FileExists, match="4 Checklist"):
        write_handouts(made, STYLE, tmp_path, overwrite=False, now=NOW)
    assert not files[0].exists()
    assert write_handouts(made, STYLE, tmp_path, overwrite=True, now=NOW) == files
    properties = Document(str(files[0])).core_properties
    assert properties.title == "Data pack: Halls & words: a small course"
    assert properties.author == "The makers of Consultee"


@pytest.mark.skipif(os.name == "nt", reason="links need a right there that few have")
def test_where_one_cannot_be_written_none_is_left_behind(tmp_path: Path) -> None:
    made = handouts(COURSE, PRACTICE, TEMPLATES, NOW.date())
    last = tmp_path / made[-1].file_name
    last.symlink_to(tmp_path / "gone" / "away.docx")
    with pytest.raises(ExportError, match="is not there"):
        write_handouts(made, STYLE, tmp_path, overwrite=False, now=NOW)
    assert list(tmp_path.iterdir()) == [last]


def test_a_wrong_template_is_told_of_by_name(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    plan = templates / "course-handout/plan.toml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('page = "Page"', ""), encoding="utf-8")
    with pytest.raises(ContentError, match="lacks the key “page”"):
        handouts(COURSE, PRACTICE, templates, DAY)
    late = "{{ 1 / (number | int - 1) if number is number else '' }}"
    plan.write_text(
        text.replace('exercise = "{{ number }}. {{ title }}"', f'exercise = "{late}"'),
        encoding="utf-8",
    )
    with pytest.raises(ExportError, match="exercise"):
        handouts(COURSE, PRACTICE, templates, DAY)


def test_the_key_quotes_no_markup_of_the_words_to_find() -> None:
    spot = COURSE.spots[0]
    at = "40 came [@week, paragraph 1] on **Monday**"
    key = tuple(replace(marked, at=at) for marked in spot.key)
    cited = replace(COURSE, spots=(replace(spot, text=f"{at}.", key=key),))
    assert "| 40 came on Monday |" in said(HandoutKind.KEY, cited)
