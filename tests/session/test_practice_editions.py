"""A newer edition of a course comes into the workspace in which it is practised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.changes import Changes, Kind
from desktop.core.course import Course, Paper
from desktop.core.evidence import Passage
from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session import Session

FIRST, INQUIRY = "first-written-evidence", "big-society-inquiry"


@pytest.fixture
def course(session: Session) -> Course:
    return session.courses.read(FIRST)


@pytest.fixture
def learner(session: Session, paths: Paths) -> Iterator[Session]:
    opened = Session.open(session.courses.beginning(FIRST)(), paths)
    yield opened
    opened.close()


def sent(trainer: Session, newer: Course, folder: Path) -> Path:
    """Save an edition as the file that learners are given."""
    trainer.courses.save(newer)
    return trainer.courses.export_course(newer.id, folder / newer.id, replace=True)


def searched(learner: Session, words: str) -> list[str]:
    """Return the papers in which a search of the evidence finds words."""
    found = learner.searching(words)()
    return [item.source.key for item in found if isinstance(item.piece, Passage)]


def with_more(course: Course) -> Course:
    first, *others = course.papers
    longer = replace(first, text=f"{first.text.strip()}\n\nA heron stood on the weir.\n")
    other = Paper(replace(first.source, key="late-paper", title="A late paper"), "It was late.\n")
    assert course.consultation is not None
    question, *more = course.consultation.questions
    call = replace(course.consultation, questions=(replace(question, heading="Anew"), *more))
    dropped, changed, *kept = course.snippets
    snippets = (replace(changed, claim="A claim put better."), *kept)
    assert dropped not in snippets
    return replace(
        course,
        version=course.version + 1,
        papers=(longer, *others, other),
        consultation=call,
        snippets=snippets,
        rules=course.rules[1:],
    )


def test_new_and_changed_papers_snippets_rules_and_questions_come_in_and_work_stays(
    session: Session, learner: Session, course: Course, tmp_path: Path
) -> None:
    learner.apply(edits.SetKeyPoint("practice", "1", "Journeys matter."))
    newer = with_more(course)
    heard: list[Changes] = []
    learner.listen(heard.append)
    learner.courses.import_course(sent(session, newer, tmp_path))
    assert any(changes.touches(Kind.LIBRARY) for changes in heard)
    draft = learner.courses.practice_draft()
    assert draft.answer("1").key_point == "Journeys matter."
    assert draft.consultation.questions[0].heading == "Anew"
    assert {rule.id for rule in course.rules[:1]}.isdisjoint(
        rule.id for rule in draft.rules.rules if rule.source == course.rules[0].source
    )
    offered = {snippet.id: snippet.claim for snippet in learner.snippets()}
    assert offered == {snippet.id: snippet.claim for snippet in newer.snippets}
    assert learner.intake.find_place("late-paper", "paragraph 1") is not None
    key = course.papers[0].source.key
    assert searched(learner, "heron weir") == [key]
    again = replace(newer, version=newer.version + 1)
    learner.courses.import_course(sent(session, again, tmp_path))
    assert searched(learner, "heron weir") == [key]


def test_evidence_that_a_trainer_turns_off_is_not_offered_and_can_still_be_cited(
    session: Session, learner: Session, course: Course, tmp_path: Path
) -> None:
    papers = {paper.source.key for paper in course.papers}
    assert papers & set(searched(learner, "drivers"))
    off = replace(
        course, version=course.version + 1, switches=replace(course.switches, snippets=False)
    )
    learner.courses.import_course(sent(session, off, tmp_path))
    assert learner.snippets() == []
    assert searched(learner, "drivers") == []
    assert all(learner.intake.find_place(key, "paragraph 1") for key in papers)
    learner.courses.import_course(sent(session, replace(course, version=3), tmp_path))
    assert {snippet.id for snippet in learner.snippets()} == {each.id for each in course.snippets}
    assert papers & set(searched(learner, "drivers"))


def test_a_single_snippet_that_a_trainer_turns_off_is_neither_offered_nor_found(
    session: Session, learner: Session, course: Course, tmp_path: Path, paths: Paths
) -> None:
    off = course.snippets[0]
    switches = replace(course.switches, snippets_off=frozenset({off.id}))
    newer = replace(course, version=2, switches=switches)
    others = {each.id for each in course.snippets} - {off.id}
    learner.courses.import_course(sent(session, newer, tmp_path))
    assert {each.id for each in learner.snippets()} == others
    found = [item.piece.id for item in learner.searching(off.claim)()]
    assert found
    assert off.id not in found
    opened = Session.open(session.courses.beginning(FIRST)(), paths)
    try:
        assert {each.id for each in opened.snippets()} == others
    finally:
        opened.close()
    learner.courses.import_course(sent(session, replace(course, version=3), tmp_path))
    assert off.id in {each.id for each in learner.snippets()}


def test_a_course_begun_with_its_evidence_turned_off_offers_none(
    session: Session, paths: Paths
) -> None:
    course = session.courses.read(INQUIRY)
    session.courses.save(replace(course, switches=replace(course.switches, snippets=False)))
    opened = Session.open(session.courses.beginning(INQUIRY)(), paths)
    try:
        assert opened.snippets() == []
        assert searched(opened, "carers") == []
        newer = replace(course, version=course.version + 1)
        opened.courses.import_course(sent(session, newer, paths.data))
        assert {each.id for each in session.snippets()} <= {each.id for each in opened.snippets()}
    finally:
        opened.close()


def test_a_practice_that_cannot_be_put_away_whole_stays_whole(session: Session) -> None:
    path = session.courses.beginning(FIRST)()
    beside = path.with_name(f"{path.name}-wal")
    beside.write_bytes(b"")
    blocked = path.parent / "put away" / f"{path.name}-wal"
    blocked.mkdir(parents=True)
    with pytest.raises(WorkspaceError):
        session.courses.put_away.put(path)
    assert beside.exists()
    assert [card.path for card in session.courses.practices()] == [path]
    assert [each.name for each in blocked.parent.iterdir()] == [blocked.name]
    blocked.rmdir()
    away = session.courses.put_away.put(path)
    assert away.with_name(beside.name).exists()
    assert session.courses.practices() == []
    assert session.courses.put_away.bring_back(away) == path
