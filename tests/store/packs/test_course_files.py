"""Course files: what is wrong is said in a sentence, and what is written is read back."""

from __future__ import annotations

import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.course import (
    Course,
    Cue,
    Marked,
    ModelAnswer,
    Note,
    PartKind,
    Repair,
    Spot,
    Step,
    Switches,
)
from desktop.core.course import StepKind as Kind
from desktop.store.packs.course_text import BLANK, course_text
from desktop.store.packs.courses import (
    RUBRIC_FILE,
    Shelf,
    course_files,
    course_in,
    examine_course,
    read_rubric,
)
from desktop.store.packs.problems import PackError

RESOURCES = Path(__file__).parents[3] / "resources"
SHARED = read_rubric(RESOURCES / "courses" / RUBRIC_FILE)
SHELF = Shelf(
    sources=frozenset({"known"}),
    rules=frozenset({"any-body"}),
    checks=frozenset({"vague-quantity", "jargon", "identifiable"}),
    rubric=SHARED,
)
SMALL = """
format = 1
version = 1
id = "halls"
title = "Answering for a hall"
about = "A short course."
author = "Fernbrook"
minutes = 20
aims = ["Write an answer."]

[consultation]
id = "halls-call"
title = "Halls"
body = "Committee on Halls of Merrowdale"
rules = "any-body"
about = "It asks about halls."
limit = { value = 600, unit = "words" }

[[question]]
number = "1"
heading = "Halls"
text = "What do halls need?"

[organisation]
name = "Fernbrook Halls"

[[paper]]
key = "survey"
title = "Our survey"
short = "Survey"
text = "We asked 40 people.\\n\\nTwo said no."

[[snippet]]
id = "asked"
paper = "survey"
claim = "We asked 40 people."
text = "We asked 40 people in May."
kind = "statistic"
locator = "paragraph 1"
questions = ["1"]

[[model]]
id = "strong"
question = "1"
level = "A strong answer"
key_point = "Halls need people."
text = "Two of 40 said no. [@survey, paragraph 2]"
recommendations = ["The council | pay for keys | by May 2027"]
notes = [{ at = "Two of 40", text = "A figure with its base.", part = "evidence" }]
marks = [{ criterion = "evidence", level = 2, why = "It is small." }]

[[repair]]
id = "vague"
question = "1"
says = "Say how many."
text = "Many people said no."
faults = ["vague-quantity"]
hints = ["How many?"]
solution = "Two people said no."
reasons = "Two is a number."

[[spot]]
id = "find"
says = "Find the claim."
text = "Halls need people. We counted 40."
parts = ["claim"]
key = [{ part = "claim", at = "Halls need people.", why = "It says what is so." }]

[[budget]]
id = "words"
words = 300
says = "Share them out."
reasons = "There is one question."
shares = [{ question = "1", least = 100, lost = "the figures", model = 300 }]

[[unit]]
id = "one"
title = "One"
aim = "Begin."
minutes = 20

[[step]]
unit = "one"
id = "draft"
kind = "draft"
title = "Write"
about = "1"
minutes = 10

[[step]]
unit = "one"
id = "mend"
kind = "repair"
title = "Mend"
about = "vague"
minutes = 5

[[step]]
unit = "one"
id = "spot"
kind = "spot"
title = "Find"
about = "find"

[[step]]
unit = "one"
id = "budget"
kind = "budget"
title = "Share"
about = "words"
minutes = 5
"""


def read(text: str) -> Course:
    course = course_in("halls.toml", text, SHELF).course
    assert course is not None
    return course


def test_a_sound_course_has_nothing_wrong_with_it() -> None:
    reading = course_in("halls.toml", SMALL, SHELF)
    assert (reading.problems, reading.is_sound) == ((), True)
    course = read(SMALL)
    assert course.rubric == SHARED
    assert course.models[0].recommendations == ("The council should pay for keys by May 2027.",)
    assert course.snippets[0].questions == ("halls-call#1",)


FAULTS = {
    'about = "vague"': ('about = "nothing"', "there is no repair exercise 'nothing'", False),
    'kind = "draft"': ('kind = "read"', "there is no paper '1'", False),
    'unit = "one"\nid = "draft"': ('unit = "two"\nid = "draft"', "there is no unit 'two'", False),
    'paper = "survey"': ('paper = "surveys"', "there is no paper 'surveys'", False),
    'at = "Two of 40"': ('at = "Nine"', "the words 'Nine' are not in the text", False),
    'at = "Halls need people."': ('at = "e"', "the words 'e' are in the text", False),
    "[@survey, paragraph 2]": ("[@gone]", "there is no source 'gone'", False),
    'parts = ["claim"]': ('parts = ["ask"]', "the key has 'claim'", False),
    'criterion = "evidence"': ('criterion = "style"', "there is no criterion 'style'", False),
    'rules = "any-body"': ('rules = "nobody"', "there is no rules file 'nobody'", False),
    'number = "1"': ('number = "2"', "no unit of the course uses question 2", False),
    "model = 300": ("model = 200", "the key's shares add up to 200 words", True),
    'faults = ["vague-quantity"]': ('faults = ["vague"]', "there is no check 'vague'", True),
    'locator = "paragraph 1"': ('locator = "paragraph 3"', "has 2 paragraphs", True),
    "minutes = 20\n\n[[step]]": ("minutes = 25\n\n[[step]]", "its steps take 20 minutes", True),
    "minutes = 20\naims": ("minutes = 30\naims", "its units take 20 minutes", True),
    'title = "Answering for a hall"': ('title = ""', "it is empty", False),
    '[[unit]]\nid = "one"': ('[[unit]]\nid = "../one"', "is not written like that", False),
    'aim = "Begin."': ('aim = "Beg\\u0000in."', "characters that no Word file can carry", False),
    'id = "halls"': (f'id = "{"x" * 300}"', "files are named after it", False),
    'paragraph 1"\n': (f'paragraph {"9" * 5000}"\n', "has 2 paragraphs", True),
    "format = 1": (
        "format = 2",
        "made with a newer version of Consultee",
        False,
    ),
    'id = "mend"': ('id = "draft"', "'draft' is already used", False),
    "| pay for keys |": ("|", "it does not say who, what and by when", False),
}


@pytest.mark.parametrize("good", FAULTS)
def test_what_is_wrong_in_a_course_is_said(good: str) -> None:
    bad, says, is_sound = FAULTS[good]
    assert good in SMALL
    reading = course_in("halls.toml", SMALL.replace(good, bad, 1), SHELF)
    assert says in " ".join(problem.message for problem in reading.problems)
    assert reading.is_sound is is_sound
    assert all(problem.line for problem in reading.problems)


@pytest.mark.parametrize(
    ("off", "says", "is_sound"),
    [
        ('hints_off = ["vague.9"]', "there is no hint 'vague.9' (did you mean 'vague.1'?)", True),
        ('snippets_off = ["ask"]', "there is no snippet 'ask' (did you mean 'asked'?)", True),
        ('hints_off = ["vague"]', "'vague' is not written like that", False),
        ('hints_off = ["vague.1"]\nsnippets_off = ["asked"]', "", True),
    ],
)
def test_what_is_turned_off_and_is_not_there_is_said(off: str, says: str, is_sound: bool) -> None:
    reading = course_in("halls.toml", f"{SMALL}\n[switches]\n{off}\n", SHELF)
    said = " ".join(problem.message for problem in reading.problems)
    assert (says in said, bool(said)) == (True, bool(says))
    assert reading.is_sound is is_sound


def test_a_course_of_more_steps_than_anybody_takes_is_refused() -> None:
    step = '\n[[step]]\nunit = "one"\nid = "s{}"\nkind = "read"\ntitle = "Read"\n'
    reading = course_in("halls.toml", SMALL + "".join(map(step.format, range(2000))), SHELF)
    assert [each.message for each in reading.problems] == ["there are 2,004 of them"]


def test_an_answer_of_a_whole_submission_can_be_a_model() -> None:
    long = replace(read(SMALL).models[0], text="We counted two of 40. " * 1000, notes=())
    course = replace(read(SMALL), models=(long,))
    assert read(course_text(course, SHARED)) == course


def test_a_course_without_anything_to_answer_says_so() -> None:
    start, end = SMALL.index("[consultation]"), SMALL.index("[organisation]")
    reading = course_in("halls.toml", SMALL[:start] + SMALL[end:], SHELF)
    assert "there is nothing to answer" in {problem.message for problem in reading.problems}
    named = SMALL[:start] + SMALL[end:]
    named = named.replace("minutes = 20\n", 'minutes = 20\nconsultation = "gone"\n', 1)
    reading = course_in("halls.toml", named, SHELF)
    assert any("no consultation 'gone'" in problem.message for problem in reading.problems)


def test_what_is_no_course_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="not valid TOML"):
        course_in("halls.toml", SMALL[:-20] + '"', SHELF)
    with pytest.raises(PackError, match="no such file"):
        examine_course(tmp_path / "gone.toml")


def test_the_shipped_courses_are_written_as_they_are_read() -> None:
    for file in course_files(RESOURCES):
        course = examine_course(file).course
        assert course is not None
        course = replace(course, rubric=SHARED)
        assert read(course_text(course, SHARED)) == course
        assert read(course_text(course)) == course


TEXT = st.text(string.ascii_letters + string.punctuation.replace("|", "") + " é“”\n", min_size=1)
TEXTS = TEXT.map(str.strip).filter(lambda text: bool(text) and text != BLANK)
LINES = TEXTS.map(lambda text: " ".join(text.split()))
MODELS = st.builds(
    ModelAnswer,
    id=st.just("strong"),
    question=st.just("1"),
    level=LINES,
    key_point=LINES | st.just(""),
    text=TEXTS,
    recommendations=st.lists(LINES, unique=True, max_size=2).map(tuple),
    notes=st.lists(
        st.builds(Note, at=TEXTS, text=TEXTS, part=st.none() | st.sampled_from(PartKind)),
        unique=True,
        max_size=2,
    ).map(tuple),
    marks=st.lists(
        st.tuples(st.just("evidence"), st.integers(0, 3), TEXTS), unique=True, max_size=2
    ).map(tuple),
)
REPAIRS = st.builds(
    Repair,
    id=st.just("vague"),
    question=st.just("1"),
    text=TEXTS,
    faults=st.just(("vague-quantity",)),
    says=TEXTS,
    hints=st.lists(TEXTS, unique=True, max_size=2).map(tuple),
    solution=TEXTS,
    reasons=TEXTS,
    recommendation=st.none() | st.tuples(LINES, LINES, LINES | st.just("")),
)
SPOTS = st.builds(
    Spot,
    id=st.just("find"),
    text=TEXTS,
    says=TEXTS,
    parts=st.just((PartKind.CLAIM,)),
    key=st.lists(
        st.builds(Marked, part=st.sampled_from(PartKind), at=TEXTS, why=TEXTS),
        unique=True,
        min_size=1,
        max_size=2,
    ).map(tuple),
)


@settings(deadline=None, max_examples=60)
@given(
    model=MODELS,
    repair=REPAIRS,
    spot=SPOTS,
    cue=st.builds(Cue, st.sampled_from(PartKind), TEXTS, st.sampled_from(["", "1"])),
    about=TEXTS,
    trainer=TEXTS | st.just(""),
    off=st.builds(
        Switches,
        hints=st.booleans(),
        hints_off=st.frozensets(st.sampled_from(["vague.1", "vague.2"])),
        snippets_off=st.frozensets(st.just("asked")),
    ),
)
def test_whatever_a_course_says_is_read_as_it_was_written(
    model: ModelAnswer,
    repair: Repair,
    spot: Spot,
    cue: Cue,
    about: str,
    trainer: str,
    off: Switches,
) -> None:
    step = Step("more", "one", Kind.FINISH, "More", text=trainer, trainer=trainer)
    course = read(SMALL)
    course = replace(
        course,
        about=about,
        models=(model,),
        repairs=(repair,),
        spots=(spot,),
        cues=(cue,),
        steps=(*course.steps, step),
        switches=off,
    )
    assert read(course_text(course, SHARED)) == course


@settings(deadline=None, max_examples=150)
@given(st.integers(0, len(SMALL)), st.text(max_size=6))
def test_no_slip_of_the_keyboard_ends_in_anything_but_a_sentence(at: int, typed: str) -> None:
    try:
        problems = course_in("halls.toml", SMALL[:at] + typed + SMALL[at + 1 :], SHELF).problems
    except PackError as error:
        problems = error.problems
    assert all(problem.message and str(problem) for problem in problems)


def test_a_text_that_is_still_to_be_written_is_marked_and_kept() -> None:
    course = replace(read(SMALL), about="", models=())
    assert read(course_text(course, SHARED)).about == BLANK
