"""What a projector shows: all of a course, cut so that it fits, with nothing lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.course import StepKind
from desktop.core.course_slides import ShownKind, Slide, fitted, shown_of
from desktop.markup.paragraphs import paragraphs
from tests.support.practised import practised

COURSE = practised("first-written-evidence.toml").course
SHOWN = shown_of(COURSE, COURSE.consultation, paragraphs)


def test_a_course_shows_its_units_questions_and_examples() -> None:
    kinds = [thing.kind for thing in SHOWN]
    assert COURSE.consultation is not None
    assert kinds.count(ShownKind.UNIT) == len(COURSE.units)
    assert kinds.count(ShownKind.QUESTION) == len(COURSE.consultation.questions)
    examples = len(COURSE.models) + len(COURSE.repairs) + len(COURSE.spots)
    assert kinds.count(ShownKind.EXAMPLE) == examples


def test_what_is_for_the_trainer_alone_is_on_no_slide() -> None:
    said = " ".join(p for thing in SHOWN for slide in thing.slides for p in slide.paragraphs)
    for step in COURSE.steps:
        assert not step.trainer or step.trainer not in said


def test_a_solution_comes_after_the_text_to_mend() -> None:
    mending = [thing for thing in SHOWN if thing.name.startswith("To mend")]
    assert mending
    assert all(thing.slides[1].title == "One way to mend it" for thing in mending)


def test_an_exercise_is_listed_under_the_title_of_its_step() -> None:
    names = {thing.name for thing in SHOWN}
    assert {f"To mend: {step.title}" for step in COURSE.steps if step.kind is StepKind.REPAIR} <= (
        names
    )
    alone = shown_of(replace(COURSE, steps=()), None, paragraphs)
    assert f"To mend: {COURSE.repairs[0].says}" in {thing.name for thing in alone}


def test_slides_say_words_without_marks_and_citations() -> None:
    assert list(paragraphs("It **is** so [@a-key, paragraph 3].\n\n- one\n- two")) == [
        "It is so.",
        "• one",
        "• two",
    ]


def test_citations_are_read_out_as_they_are_named() -> None:
    names = {"figures": "paper 1", "unknown": ""}
    said = paragraphs(
        "We drove 40 people [@figures, paragraph 3]. Some [@unknown] came back.",
        lambda cite: f"{names[cite.key]}, {cite.locator}" if names[cite.key] else "",
    )
    assert said == ("We drove 40 people (paper 1, paragraph 3). Some came back.",)


def test_a_note_on_a_model_answer_says_what_its_words_do() -> None:
    (shown,) = (t for t in SHOWN if t.name == "Question 1: A strong answer (model answer)")
    notes = COURSE.models[0].notes
    titles = [slide.title for slide in shown.slides[1:]]
    assert titles == [
        note.part.value.capitalize() if note.part else shown.slides[0].title for note in notes
    ]
    assert {"Claim", "Evidence"} <= set(titles)


def test_a_text_is_cut_between_paragraphs_then_sentences_then_words() -> None:
    def fits(slide: Slide) -> bool:
        return sum(map(len, slide.paragraphs)) <= 20

    cut = fitted(
        [Slide("T", ("Short one.", "Two. Three is long.", "Oneverylongwordindeeditis"))], fits
    )
    assert [slide.paragraphs for slide in cut] == [
        ("Short one.",),
        ("Two. Three is long.",),
        ("Oneverylongwordindeeditis",),
    ]
    cut = fitted([Slide("T", ("First sentence. Second sentence that is longer.",))], fits)
    assert cut[0].paragraphs == ("First sentence.",)
    assert all(fits(slide) for slide in cut)


TEXTS = st.lists(
    st.text("ab. ABCé", min_size=1, max_size=80).filter(lambda text: bool(text.split())), max_size=6
)


@given(TEXTS, st.integers(1, 60))
def test_cutting_loses_no_word_and_nothing_is_too_large_but_a_single_word(
    texts: list[str], room: int
) -> None:
    def fits(slide: Slide) -> bool:
        return sum(map(len, slide.paragraphs)) <= room

    cut = fitted([Slide("T", tuple(texts))], fits)
    said = " ".join(paragraph for slide in cut for paragraph in slide.paragraphs)
    assert said.split() == " ".join(texts).split()
    for slide in cut:
        one_word = len(" ".join(slide.paragraphs).split()) == 1
        assert fits(slide) or one_word or not slide.paragraphs
