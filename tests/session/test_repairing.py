"""Mending a flawed text of a course: what the checks say, and what a machine can do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.core.course import Course, Switches
from desktop.core.finding import Fix
from desktop.paths import Paths
from desktop.session import Session

FIRST = "first-written-evidence"
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
