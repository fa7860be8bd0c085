"""A course is begun, worked through, handed in, collected, commented on and sent back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.commenting import BankComment, anchor_at
from desktop.core.course import Course, StepKind
from desktop.core.course_steps import counted_steps
from desktop.core.evidence import Origin
from desktop.core.finding import Finding
from desktop.core.imports import ImportState
from desktop.core.learning import Column, WorkKind
from desktop.core.text import Paragraph, Subheading, citations, one_line, plain
from desktop.core.travelling import NotTaken
from desktop.errors import ContentError, WorkspaceError
from desktop.export import FileExists
from desktop.markup import parse
from desktop.paths import Paths
from desktop.session import Session
from desktop.store.packs.problems import PackError

FIRST, INQUIRY = "first-written-evidence", "big-society-inquiry"
RESPONSE = "practice"


@pytest.fixture
def trainer(session: Session) -> Session:
    return session


@pytest.fixture
def course(trainer: Session) -> Course:
    return trainer.courses.read(FIRST)


@pytest.fixture
def learner(trainer: Session, paths: Paths) -> Iterator[Session]:
    path = trainer.courses.beginning(FIRST)()
    opened = Session.open(path, paths)
    yield opened
    opened.close()


def write(learner: Session, course: Course, name: str = "Bo") -> None:
    """Do something of everything."""
    learner.courses.set(WorkKind.NAME, text=name)
    learner.courses.set(WorkKind.STEP, course.steps[0].id, state="done")
    learner.apply(edits.SetKeyPoint(RESPONSE, "1", "Journeys matter."))
    learner.apply(edits.SetBody(RESPONSE, "1", "We drove 40 people. They got there."))
    learner.courses.set(WorkKind.RUBRIC, "self/evidence", level=1, text="Small.")


def test_the_shipped_courses_are_there_and_nothing_is_wrong_with_them(trainer: Session) -> None:
    cards = {card.id: card for card in trainer.courses.list()}
    assert {FIRST, INQUIRY} <= cards.keys()
    assert all(card.is_sound and not card.problems for card in cards.values())
    for card in cards.values():
        assert card.file is not None
        assert trainer.courses.examining(card.file)().problems == ()


def test_a_workspace_that_is_none_for_practising_has_no_course(trainer: Session) -> None:
    assert (trainer.course, trainer.learning) == (None, None)
    with pytest.raises(WorkspaceError):
        trainer.courses.progress()


def test_a_practice_workspace_has_all_that_the_course_practises_with(
    learner: Session, course: Course
) -> None:
    assert learner.course == course
    draft = learner.courses.practice_draft()
    assert draft.consultation.title == (course.consultation and course.consultation.title)
    assert draft.organisation.name == course.organisation.name
    assert {rule.id for rule in course.rules} <= {rule.id for rule in draft.rules.rules}
    offered = {snippet.id: snippet for snippet in learner.snippets()}
    assert offered.keys() == {snippet.id for snippet in course.snippets}
    assert {snippet.origin for snippet in offered.values()} == {Origin.OWN}
    assert learner.undo_name(edits.response_scope(RESPONSE)) is None
    assert learner.undo_name(edits.WORKSPACE_SCOPE) is None


def test_a_course_on_a_built_in_call_keeps_the_evidence_on_it(
    trainer: Session, paths: Paths
) -> None:
    path = trainer.courses.beginning(INQUIRY)()
    opened = Session.open(path, paths)
    try:
        assert len(opened.snippets()) >= len(trainer.snippets())
        assert opened.courses.practice_draft().consultation.id == "pasc-big-society-2011"
    finally:
        opened.close()


@pytest.mark.parametrize("name", [FIRST, INQUIRY])
def test_what_the_course_cites_of_a_paper_opens_that_place(
    trainer: Session, paths: Paths, name: str
) -> None:
    opened = Session.open(trainer.courses.beginning(name)(), paths)
    try:
        course = opened.course
        assert course is not None
        papers = {paper.source.key: parse(paper.text) for paper in course.papers}
        cited = [(item.source, item.locator) for item in course.snippets]
        cited += [
            (cite.key, cite.locator)
            for model in course.models
            for cite in citations(parse(model.text))
        ]
        opening = [item for item in cited if re.fullmatch(r"paragraph \d+", item[1])]
        opening = [item for item in opening if item[0] in papers]
        assert opening
        for key, locator in opening:
            places = [each for each in papers[key] if not isinstance(each, Subheading)]
            told = places[int(locator.split()[1]) - 1]
            place = opened.intake.find_place(key, locator)
            assert place is not None
            review = opened.intake.review(place.document)
            found = [kept for kept in review.blocks if kept.id in place.blocks]
            if isinstance(told, Paragraph):
                assert [kept.block.text for kept in found] == [one_line(plain(told.line))]
            assert {kept.locator.words() for kept in found} == {locator}
    finally:
        opened.close()


def test_a_search_finds_the_paragraphs_of_the_papers(learner: Session, course: Course) -> None:
    accepted = learner.intake.documents()
    assert {item.source for item in accepted} == {paper.source.key for paper in course.papers}
    assert {item.state for item in accepted} == {ImportState.ACCEPTED}
    passages = [each for item in accepted for each in learner.intake.passages_of(item.id)]
    wanted = passages[0]
    words = " ".join(wanted.text.split()[:8])
    hits = learner.searching(words, kinds=frozenset(), passages=True)()
    assert wanted.text in [hit.piece.text for hit in hits]
    assert learner.sources()[wanted.source].title


def test_what_was_begun_can_be_gone_on_with(
    trainer: Session, learner: Session, course: Course, paths: Paths
) -> None:
    write(learner, course)
    (card,) = trainer.courses.practices()
    counted = sum(len(counted_steps(course, unit.id)) for unit in course.units)
    assert (card.course, card.name, card.done, card.steps) == (FIRST, "Bo", 1, counted)
    assert learner.courses.progress().done == 1
    second = trainer.courses.beginning(FIRST)()
    assert second.name == f"{FIRST}-2.consultee"
    (second.parent / "other.consultee").write_bytes(b"no workspace")
    assert len(trainer.courses.practices()) == 2


def test_the_first_attempt_is_kept_once(learner: Session, course: Course) -> None:
    write(learner, course)
    learner.courses.reveal("1")
    learner.apply(edits.SetBody(RESPONSE, "1", "Another."))
    learner.courses.reveal("1")
    assert learner.learning is not None
    assert learner.learning.text(WorkKind.FIRST, "1") == "We drove 40 people. They got there."


def test_what_was_written_beside_the_answers_can_be_undone(learner: Session) -> None:
    learner.courses.set(WorkKind.NOTES, "a", text="One.")
    learner.courses.set(WorkKind.NOTES, "a", text="One. Two.")
    assert learner.courses.set(WorkKind.NOTES, "a", text="One. Two.") is None
    learner.undo(edits.response_scope(RESPONSE))
    assert learner.learning is not None
    assert learner.learning.work(WorkKind.NOTES, "a") is None


def test_the_checks_tell_when_a_fault_is_gone_and_which_is_new(
    learner: Session, course: Course
) -> None:
    repair = course.repairs[0]
    before = learner.courses.repairing(repair, repair.text)()
    assert (before.left, before.gone, before.is_mended) == (repair.faults, (), False)
    after = learner.courses.repairing(repair, repair.solution, repair.recommendation)()
    assert (after.left, after.is_mended) == ((), True)
    worse = learner.courses.repairing(repair, repair.solution + " Write to ada@example.org.")()
    assert worse.new


def test_a_check_that_the_trainer_turned_off_says_nothing(
    trainer: Session, course: Course, paths: Paths, tmp_path: Path
) -> None:
    said = {finding.check for finding in _findings(trainer, paths, FIRST)}
    off = min(said)
    switches = replace(course.switches, checks_off=course.switches.checks_off | {off})
    trainer.courses.save(replace(course, switches=switches))
    assert {finding.check for finding in _findings(trainer, paths, FIRST)} == said - {off}


def _findings(trainer: Session, paths: Paths, course: str) -> tuple[Finding, ...]:
    opened = Session.open(trainer.courses.beginning(course)(), paths)
    try:
        return opened.checking(opened.courses.practice_draft())()
    finally:
        opened.close()


def test_work_is_handed_in_collected_commented_on_and_sent_back(
    trainer: Session, learner: Session, course: Course, tmp_path: Path
) -> None:
    write(learner, course)
    file = learner.courses.hand_in(tmp_path / "bo")
    with pytest.raises(FileExists):
        learner.courses.hand_in(tmp_path / "bo")
    teaching = trainer.courses.teaching
    gathered = teaching.collecting([tmp_path], FIRST)()
    assert (gathered.refused, gathered.notes, teaching.keep(gathered)) == ((), (), 1)
    (kept,) = teaching.collected(FIRST)
    work = teaching.work(kept.id)
    assert work.draft.answer("1").key_point == "Journeys matter."

    teaching.name = "Ada  Finch"
    body = work.draft.answer("1").body
    start = body.index("40 people")
    teaching.comment(kept.id, anchor_at("answer:1", body, start, start + 9), "Of how many?")
    gone = teaching.comment(kept.id, anchor_at("key-point:1", "", 0, 0), "Away.")
    teaching.uncomment(gone.id)
    teaching.mark(kept.id, "evidence", level=2, text="Nearly.")
    (row,) = teaching.looking_at(FIRST)()
    assert (row.name, row.progress.done, row.comments) == ("Bo", 1, 1)
    assert row.levels[Column.TRAINER]["evidence"] == 2
    assert row.levels[Column.SELF]["evidence"] == 1
    assert row.words > 0

    learner.apply(edits.SetBody(RESPONSE, "1", "In all we drove 400 people. They got there."))
    opened = learner.courses.open_comments(teaching.send_comments(kept.id, tmp_path / "back"))
    assert (opened.comments, opened.moved, opened.by) == (1, 1, "Ada Finch")
    assert "nearest place" in " ".join(opened.notes)
    (comment,) = learner.courses.comments()
    assert comment.text == "Of how many?"
    assert learner.learning is not None
    assert learner.learning.text(WorkKind.RUBRIC, "trainer/evidence") == "Nearly."
    teaching.forget(kept.id)
    assert (teaching.collected(), teaching.marks(kept.id)) == ([], [])
    assert file.exists()


def test_what_is_wrong_with_learners_files_is_said_and_nothing_is_lost(
    trainer: Session, learner: Session, course: Course, tmp_path: Path
) -> None:
    write(learner, course)
    good = learner.courses.hand_in(tmp_path / "good")
    text = good.read_text(encoding="utf-8")
    for name, said in (
        ("again", text),
        ("edited", text.replace("They got there.", "They got home.")),
        ("cut", text[: len(text) // 2]),
        ("other", text.replace(f'"{FIRST}"', '"elsewhere"')),
        ("newer", text.replace('"format": 1', '"format": 9')),
    ):
        (tmp_path / f"{name}.consultee-work").write_text(said, encoding="utf-8")
    (tmp_path / "bytes.consultee-work").write_bytes(b"\xff\xfe\x00")
    heard: list[tuple[int, int]] = []
    teaching = trainer.courses.teaching
    gathered = teaching.collecting([tmp_path], "", lambda *told: heard.append(told))()
    refused = {note.file.name.partition(".")[0]: note.says for note in gathered.refused}
    assert refused.keys() == {"cut", "other", "newer", "bytes"}
    assert "cut short" in refused["cut"]
    assert "not here" in refused["other"]
    assert "newer version" in refused["newer"]
    notes = " ".join(note.says for note in gathered.notes)
    assert "word for word" in notes
    assert "changed by hand" in notes
    assert gathered.names == ("Bo", "Bo (2)")
    assert heard[-1] == (7, 7)
    assert teaching.collecting([good], INQUIRY)().refused
    assert teaching.keep(gathered) == 2
    assert teaching.keep(teaching.collecting([tmp_path])()) == 0


def test_comments_on_another_course_are_refused(
    trainer: Session, learner: Session, course: Course, paths: Paths, tmp_path: Path
) -> None:
    write(learner, course)
    teaching = trainer.courses.teaching
    teaching.keep(teaching.collecting([learner.courses.hand_in(tmp_path / "bo")])())
    back = teaching.send_comments(teaching.collected()[0].id, tmp_path / "back")
    other = Session.open(trainer.courses.beginning(INQUIRY)(), paths)
    try:
        with pytest.raises(NotTaken, match="another course"):
            other.courses.open_comments(back)
    finally:
        other.close()


def test_the_bank_has_the_trainer_s_own_comments_first(trainer: Session, course: Course) -> None:
    teaching = trainer.courses.teaching
    brought = teaching.bank(course)[0]
    assert (brought.id, brought.used) == ("", 0)
    used = teaching.use_from_bank(brought)
    own = teaching.save_in_bank(BankComment("", "Which?"))
    assert [each.text for each in teaching.bank(course)[:2]] == [used.text, "Which?"]
    teaching.remove_from_bank(own.id)
    assert own not in teaching.bank()


def test_a_course_goes_out_and_comes_in_as_one_file(
    trainer: Session, course: Course, learner: Session, tmp_path: Path
) -> None:
    newer = replace(course, version=course.version + 1, title="A newer edition")
    trainer.courses.save(newer)
    assert trainer.courses.save(newer) is None
    file = trainer.courses.export_course(FIRST, tmp_path / "sent")
    assert learner.courses.import_course(file) == newer
    assert learner.course == newer
    assert learner.undo_name(edits.WORKSPACE_SCOPE) is None  # it would leave half of it
    trainer.courses.remove(FIRST)
    assert trainer.courses.read(FIRST) == course
    with pytest.raises(ContentError):
        trainer.courses.read("gone")
    other = trainer.courses.export_course(INQUIRY, tmp_path / "other")
    with pytest.raises(ContentError, match="another course"):
        learner.courses.import_course(other)
    file.write_text(file.read_text(encoding="utf-8").replace('kind = "draft"', 'kind = "x"'))
    with pytest.raises(PackError):
        trainer.courses.import_course(file)


def test_a_course_that_changes_after_it_was_given_out_is_another_edition(
    trainer: Session, course: Course, tmp_path: Path
) -> None:
    own = replace(course, id="ours", version=1)
    trainer.courses.save(own)
    trainer.courses.save(replace(own, title="Ours"), what="title")
    assert trainer.courses.read("ours").version == 1  # nobody has it yet
    given = trainer.courses.read("ours")
    trainer.courses.export_course("ours", tmp_path / "ours")
    assert trainer.courses.save(given) is None
    changed = replace(given, title="Ours, and better")
    trainer.courses.save(changed, what="better")
    assert trainer.courses.read("ours").version == 2
    trainer.courses.save(replace(changed, title="Best", version=2), what="best")
    assert trainer.courses.read("ours").version == 2  # which nobody has yet
    trainer.undo(edits.WORKSPACE_SCOPE)
    trainer.undo(edits.WORKSPACE_SCOPE)
    assert trainer.courses.read("ours") == given
    trainer.courses.save(replace(changed, version=5))
    assert trainer.courses.read("ours").version == 5
    trainer.courses.editions.note_given(trainer.courses.read("ours"))
    trainer.courses.save(replace(changed, version=3, title="Once more"))
    assert trainer.courses.read("ours").version == 6


def test_a_shipped_course_that_is_given_out_needs_no_edition(
    trainer: Session, course: Course, tmp_path: Path
) -> None:
    trainer.courses.export_course(FIRST, tmp_path / "first")
    trainer.courses.save(replace(course, title="A version of our own"))
    assert trainer.courses.read(FIRST).version == course.version


def test_a_first_course_is_drawn_from_a_response(
    trainer: Session, learner: Session, course: Course
) -> None:
    model = course.models_of("1")[0]
    learner.apply(edits.SetBody(RESPONSE, "1", model.text))
    made = learner.courses.drawn(learner.courses.practice_draft(), "My own course")
    assert made.id == "my-own-course"
    drawn, said = (list(citations(parse(text))) for text in (made.models[0].text, model.text))
    assert [cite.key for cite in drawn] == [cite.key for cite in said]
    assert made.consultation == learner.courses.practice_draft().consultation
    assert made.organisation.contact_name == ""
    assert [step.kind for step in made.steps_of("question-1")] == [StepKind.DRAFT, StepKind.WORKED]
    trainer.courses.save(made)
    card = next(card for card in trainer.courses.list() if card.id == made.id)
    assert card.is_sound
    assert trainer.courses.read(made.id).models == made.models


def test_a_fault_that_no_check_finds_and_a_solution_that_is_none_are_told(
    trainer: Session, course: Course
) -> None:
    text = trainer.courses.text(FIRST)
    repair = course.repairs[0]
    wrong = replace(course, repairs=(replace(repair, text="Fine.", solution=repair.text),))
    steps = tuple(
        step for step in course.steps if step.kind is not StepKind.REPAIR or step.about == repair.id
    )
    trainer.courses.save(replace(wrong, steps=steps))
    said = " ".join(
        problem.message
        for problem in trainer.courses.examining_text(
            "x.toml", trainer.courses.text(FIRST)
        )().problems
    )
    assert f"no check “{repair.faults[0]}” finds" in said
    assert "still says" in said
    assert trainer.courses.examining_text("x.toml", text)().problems == ()


def test_a_member_asks_about_what_was_written(learner: Session, course: Course) -> None:
    write(learner, course)
    learner.courses.set(WorkKind.HEARING, "0" * 12, text="From our log.", asked="How do you know?")
    found = learner.courses.questions_of_a_member()()
    assert "Journeys matter." in found[0].asks
    assert {each.asks for each in found} >= set(course.hearing)
    assert found[-1].asks == "How do you know?"
