"""A learner's whole first course: every step of it, to a file for the trainer and the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.course import Course
from desktop.core.handing_in import ENDING, HandedIn, read_work
from desktop.core.learning import Learning, WorkKind
from desktop.paths import Paths
from tests.export import reading
from tests.features import course_journey as way
from tests.features import course_story as story
from tests.features import journey
from tests.features.person import Person
from tests.support.office import OoxmlValidator

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_a_learner_goes_through_the_whole_first_course(
    person: Person, paths: Paths, tmp_path: Path, ooxml_validator: OoxmlValidator
) -> None:
    way.begin(person, paths.default_workspace)
    read_and_mend(person)
    write(person)
    look_back(person)
    file, everything, mine = tmp_path / f"wren{ENDING}", tmp_path / "all.docx", tmp_path / "mine"
    way.hand_in(person, file)
    way.take_home(person, everything, mine)
    course = person.window.session.course
    assert course is not None
    see_that_all_is_done(course, person.window.session.learning)
    see_what_is_handed_in(read_work(file.read_text(encoding="utf-8")))
    see_all_of_the_work(everything)
    see_the_submission(person, tmp_path / "submission.docx")
    for document in (everything, tmp_path / "submission.docx"):
        assert ooxml_validator(document) == []
    (certificate,) = mine.iterdir()
    assert story.NAME in "\n".join(reading.paragraphs(certificate.read_bytes()))


def read_and_mend(person: Person) -> None:
    """Go through the first three units."""
    way.go_on(person)
    first, harder, other_side = story.MARKED
    assert other_side == "Find the counter-argument"
    way.mark(person, first)
    way.mark(person, harder)
    way.read_the_papers(person)
    for place, (step, mended) in enumerate(story.BY_HAND.items()):
        if not place:
            way.ask_for_help(person)
        way.mend(person, step, mended)
    way.mend_by_button(person)


def write(person: Person) -> None:
    """Go through the two units in which answers are written."""
    way.at(person, "Question 1: what journeys make possible")
    way.write_with_the_guide(person)
    way.compare(person, "1")
    way.at(person, "500 words for three answers")
    way.share_out(person)
    way.mark(person, "Find the counter-argument")
    for said in (story.SECOND, story.THIRD):
        way.write_shortly(person, said)
    for number in ("2", "3"):
        way.compare(person, number)


def look_back(person: Person) -> None:
    """Go through the last unit, with a break in it, as far as the file for the trainer."""
    way.at(person, "In front of the committee")
    way.answer_a_member(person)
    way.be_read(person)
    way.look_at_ones_own(person)
    way.stop_and_go_on(person)


def see_that_all_is_done(course: Course, learning: Learning | None) -> None:
    """See that no step is left, nor was left out."""
    assert learning is not None
    assert {step.id: learning.state(step.id) for step in course.steps} == {
        step.id: "done" for step in course.steps
    }
    for repair in course.repairs:
        work = learning.work(WorkKind.REPAIR, repair.id)
        assert work is not None
        assert work.data["solved"], repair.id


def see_what_is_handed_in(work: HandedIn) -> None:
    """See that all of the work is there, and nothing of the person but the name typed."""
    learning = work.learning
    assert learning.name == story.NAME
    for mended in story.BY_HAND.values():
        assert mended.words in learning.text(WorkKind.REPAIR, mended.exercise)
    asked = learning.work(WorkKind.REPAIR, "mend-no-ask")
    assert asked is not None
    assert asked.ask == story.BY_HAND["And so?"].ask
    for number, said in story.ANSWERS.items():
        assert said.parts[0] in learning.text(WorkKind.FIRST, number)
    mine = learning.work(WorkKind.RUBRIC, "self/answers")
    assert mine is not None
    assert (mine.level, mine.text, mine.words("quote")) == (2, story.WHY, story.FIRST.parts[0])
    assert learning.text(WorkKind.NOTES, "take-home") == story.DIFFERENTLY
    said_of = {kind: texts_of(learning, kind) for kind in (WorkKind.HEARING, WorkKind.PEER)}
    assert said_of[WorkKind.HEARING] == set(story.HEARING)
    assert said_of[WorkKind.PEER] == set(story.PEER.values())


def texts_of(learning: Learning, wanted: WorkKind) -> set[str]:
    """Return the texts of all work of a kind."""
    return {each.text for (kind, _), each in learning.works.items() if kind is wanted}


def see_all_of_the_work(file: Path) -> None:
    """See that what was written beside the submission is in the document of all of the work."""
    said = "\n".join(reading.paragraphs(file.read_bytes()))
    for mended in story.BY_HAND.values():
        assert mended.words in said
    noted = [note for _, note in story.NOTES.values()]
    for words in (*noted, *story.HEARING, *story.PEER.values(), story.DIFFERENTLY):
        assert words in said
    see_answers(said)


def see_the_submission(person: Person, file: Path) -> None:
    """Export, and see that the answers, their sources and the asks are in the document."""
    way.at(person, "Hand in and take home")
    person.click("Export as a document")
    see_answers("\n".join(reading.paragraphs(journey.export_to(person, file))))
    notes = reading.parts(file.read_bytes())["word/footnotes.xml"].decode()
    assert "paragraph" in notes


def see_answers(said: str) -> None:
    """See that the three answers are there as they were written."""
    assert "Larkhope Wheels" in said
    for answer in story.ANSWERS.values():
        for words in (answer.key_point, *answer.parts, answer.asked):
            assert words in said
