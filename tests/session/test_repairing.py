"""Mending a flawed text of a course: what the checks say, and what a machine can do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from desktop.core.course import Course, Repair, Switches
from desktop.core.finding import Fix
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.course_examining import least_words

FIRST = "first-written-evidence"
SHIPPED = (FIRST, "big-society-inquiry")
NUMBER = "Please ring our coordinator on 01632 960117."


@pytest.fixture
def learner(session: Session, paths: Paths) -> Iterator[Session]:
    opened = Session.open(session.courses.beginning(FIRST)(), paths)
    yield opened
    opened.close()


@pytest.fixture
def course(learner: Session) -> Course:
    found = learner.course
    assert found is not None
    return found


def test_faults_are_called_by_the_titles_of_their_checks(learner: Session, course: Course) -> None:
    repair = course.repair("mend-survey")
    said = learner.courses.repairing(repair, repair.text)()
    assert set(said.titles) == set(repair.faults)
    assert all(title[:1].isupper() for title in said.titles.values())


def test_a_check_that_the_trainer_turned_off_says_nothing_new(
    learner: Session, course: Course
) -> None:
    repair = course.repair("mend-vague")
    (new,) = learner.courses.repairing(repair, NUMBER)().new
    assert new.check == "contact-details"
    quiet = replace(course, switches=Switches(checks_off=frozenset({"contact-details"})))
    assert learner.courses.repairing_in(quiet, repair, NUMBER)().new == ()


def test_a_fault_is_mended_as_its_check_offers(learner: Session, course: Course) -> None:
    repair = course.repair("mend-contact")
    said = learner.courses.repairing(repair, repair.text)().findings
    (found,) = (each for each in said if each.check == "contact-details")
    mended = learner.courses.mending_repair(repair, repair.text, found, found.fixes[0])
    assert mended is not None
    assert "01632" not in mended
    assert learner.courses.practice_draft().answer("3").body == ""
    gone = learner.courses.mending_repair(repair, "Nothing.", found, found.fixes[0])
    assert gone is None
    assert learner.courses.mending_repair(repair, repair.text, found, Fix("Nothing")) is None


@pytest.mark.parametrize("name", SHIPPED)
def test_every_solution_of_a_shipped_course_counts_as_mended(
    name: str, session: Session, paths: Paths
) -> None:
    for learner, repair in repairs_of(name, session, paths):
        said = learner.courses.repairing(repair, repair.solution, repair.recommendation)()
        assert said.is_mended, repair.id
        assert said.least <= said.words, repair.id


@pytest.mark.parametrize("name", SHIPPED)
def test_a_fault_that_was_cut_away_with_the_text_is_not_mended(
    name: str, session: Session, paths: Paths
) -> None:
    for learner, repair in repairs_of(name, session, paths):
        for left in ("", "x", "Cut. [@some-paper, paragraph 2 and all the rest of it]"):
            said = learner.courses.repairing(repair, left)()
            assert (said.is_little, said.is_mended) == (True, False), repair.id


def test_a_third_of_the_words_is_enough_of_a_text_or_of_a_shorter_solution(course: Course) -> None:
    seven = replace(course.repair("mend-vague"), text="One two three four five six seven.")
    assert least_words(seven) == 3
    assert least_words(replace(seven, solution="One two three.")) == 1
    # Nobody has written a solution yet; and a text that was too long may lose most of itself.
    assert least_words(replace(seven, solution="…")) == 3
    long = course.repair("mend-length")
    assert least_words(long) < len(long.text.split()) / 10


def repairs_of(name: str, session: Session, paths: Paths) -> Iterator[tuple[Session, Repair]]:
    opened = Session.open(session.courses.beginning(name)(), paths)
    with closing(opened) as learner:
        assert learner.course is not None
        yield from ((learner, repair) for repair in learner.course.repairs)
