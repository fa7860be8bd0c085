"""The submission report says what is ready, what is not, and what could be stronger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop.core.consultation import Limit, LimitUnit
from desktop.core.deadline import Calendar, deadline
from desktop.core.dismissing import Checked, Dismissal
from desktop.core.evidence_map import AnswerText, Evidence
from desktop.core.finding import Finding, FindingLevel
from desktop.core.report import SubmissionReport, build_report
from desktop.core.report_lines import Readiness, ReportLine, Topic
from desktop.core.response import Answer, AnswerMark, Draft, Organisation, Recommendation
from desktop.core.rules import DocumentRules, Part, SummaryForm
from desktop.core.sending import Sending
from desktop.core.signing import Approval, SignOff, digest_of
from tests.support.drafts import DAY, make_draft, make_rules

ASK = Recommendation("a", "r", "1", "The council", "keep the halls open", "2012")
LINES = ("Nine halls closed.", "Some say that they were empty; our records show otherwise.")
WHOLE = AnswerText(LINES, (Evidence(LINES[0], "Larchfield Institute"),), 12)
READY = Answer("r", "1", "Halls close.", "Text.", AnswerMark.READY)


def finding(level: FindingLevel) -> Finding:
    return Finding("a-check", level, Part.ANSWERS, "Something is so.", "Mend it.", "1")


def report(
    draft: Draft, texts: dict[str, AnswerText] | None = None, *levels: FindingLevel, words: int = 90
) -> SubmissionReport:
    checked = Checked(tuple(map(finding, levels)))
    return build_report(draft, checked, {"1": WHOLE} if texts is None else texts, words, DAY)


def whole() -> Draft:
    return make_draft({"1": READY}, questions=1, recommendations=[ASK])


def line(of: SubmissionReport, topic: Topic) -> ReportLine:
    return next(item for item in of.lines if item.topic is topic)


def test_a_whole_submission_is_ready_to_be_sent() -> None:
    made = report(whole())
    assert made.ready
    assert made.verdict == "Ready to be sent."
    assert {item.readiness for item in made.lines} == {Readiness.READY}
    assert (made.organisation, made.title) == (
        "Fernbrook Community Trust",
        "The future of village halls",
    )


def test_what_is_open_is_counted_and_what_is_thin_does_not_hold_it_up() -> None:
    made = report(replace(whole(), recommendations=()))
    assert line(made, Topic.RECOMMENDATIONS).readiness is Readiness.THIN
    assert made.verdict == "Ready to be sent. 2 things could be stronger."
    made = report(make_draft(questions=2), {})
    assert len(made.still_open) == 2
    assert made.verdict == "Not ready to be sent: none of the 2 questions is answered yet."
    assert not made.ready
    assert [item.topic for item in made.still_open] == [Topic.SUMMARY, Topic.ANSWERS]


def test_the_answers_are_told_by_where_they_stand() -> None:
    answers = {
        "1": READY,
        "2": Answer("r", "2", mark=AnswerMark.SKIPPED),
        "3": Answer("r", "3", body="Begun."),
    }
    said = line(report(make_draft(answers, questions=4)), Topic.ANSWERS)
    assert said.says == "1 of 4 questions ready, 1 skipped, 1 in draft, 1 not started."
    assert (said.readiness, said.question) == (Readiness.OPEN, "3")


def test_a_response_that_skips_every_question_is_not_ready() -> None:
    draft = make_draft({"1": Answer("r", "1", mark=AnswerMark.SKIPPED)}, questions=1)
    assert line(report(draft), Topic.ANSWERS).readiness is Readiness.OPEN


def test_gaps_in_the_arguments_are_counted_and_the_first_is_named() -> None:
    draft = make_draft({"1": READY, "2": "Text."}, questions=2, key_points=False)
    said = line(report(draft), Topic.EVIDENCE)
    assert said.says == (
        "Of 2 answers, 1 lacks a key point, 1 evidence, 1 the other side and 2 a recommendation."
    )
    assert (said.readiness, said.question) == (Readiness.THIN, "1")


def test_errors_stop_warnings_thin_and_nudges_do_neither() -> None:
    error, warning, nudge = FindingLevel.ERROR, FindingLevel.WARNING, FindingLevel.NUDGE
    said = [
        line(report(whole(), None, *levels), Topic.CHECKS)
        for levels in ((error, error, nudge), (warning,), (nudge,), ())
    ]
    assert [item.readiness for item in said] == [
        Readiness.OPEN,
        Readiness.THIN,
        Readiness.READY,
        Readiness.READY,
    ]
    assert said[0].says == "2 must be mended, 1 to think about."
    assert said[3].says == "The checks found nothing."


def test_what_was_set_aside_is_counted_with_its_reasons() -> None:
    one = finding(FindingLevel.ERROR)
    why = Dismissal(one.check, one.part, "1", "", one.sentence, "It is meant so.", DAY.date())
    made = build_report(whole(), Checked((), ((one, why),)), {"1": WHOLE}, 90, DAY)
    assert line(made, Topic.CHECKS).says == "1 dismissed with a reason."
    assert made.ready
    assert made.dismissed[0][1].reason == "It is meant so."


@pytest.mark.parametrize(
    ("limit", "words", "readiness", "says"),
    [
        (None, 90, Readiness.READY, "90 words."),
        (Limit(2, LimitUnit.PAGES), 90, Readiness.READY, "90 words."),
        (Limit(1000), 1, Readiness.READY, "1 word of the 1,000 that it is advised to have."),
        (Limit(50), 90, Readiness.THIN, "90 words of the 50 that it is advised to have."),
        (Limit(50, hard=True), 90, Readiness.OPEN, "90 words of the 50 that it may have."),
    ],
)
def test_the_length_is_held_against_the_limit(
    limit: Limit | None, words: int, readiness: Readiness, says: str
) -> None:
    draft = whole()
    draft = replace(draft, consultation=replace(draft.consultation, limit=limit))
    said = line(report(draft, words=words), Topic.LENGTH)
    assert (said.readiness, said.says) == (readiness, says)


def test_pieces_that_nobody_has_read_hold_it_up() -> None:
    said = line(report(whole(), {"1": replace(WHOLE, unreviewed=2)}), Topic.UNREVIEWED)
    assert said.says == "Nobody has read 2 pieces of the first draft."
    assert (said.readiness, said.question) == (Readiness.OPEN, "1")


def test_parts_that_the_body_does_not_want_are_not_asked_for() -> None:
    document = DocumentRules(parts=(Part.TITLE, Part.ANSWERS))
    made = report(replace(whole(), rules=replace(make_rules(), document=document)))
    assert [item.topic for item in made.lines] == [
        Topic.ORGANISATION,
        Topic.ANSWERS,
        Topic.EVIDENCE,
        Topic.LENGTH,
        Topic.CHECKS,
    ]
    document = DocumentRules(summary=SummaryForm.NONE)
    made = report(replace(whole(), rules=replace(make_rules(), document=document)))
    assert Topic.SUMMARY not in {item.topic for item in made.lines}


def test_what_frames_the_answers_is_asked_for() -> None:
    nobody = Organisation("o", " ")
    made = report(make_draft({"1": READY}, questions=1, organisation=nobody, reason=""))
    assert line(made, Topic.ORGANISATION).readiness is Readiness.OPEN
    assert line(made, Topic.ABOUT).readiness is Readiness.THIN
    assert line(made, Topic.REASON).says == "Does not say why you write."
    assert line(made, Topic.SUMMARY).says == "1 point, following the key points."


def test_a_recommendation_without_who_or_what_is_thin() -> None:
    said = line(
        report(replace(whole(), recommendations=(replace(ASK, who=""),))), Topic.RECOMMENDATIONS
    )
    assert said.says == "1 recommendation, 1 without saying who should do what."
    assert said.readiness is Readiness.THIN


def test_approval_is_asked_for_where_somebody_wants_it_and_ends_with_the_text() -> None:
    draft = whole()
    assert Topic.SIGN_OFF not in {item.topic for item in report(draft).lines}
    named = replace(draft, sign_off=SignOff("Una Marsh", "Chair"))
    said = line(report(named), Topic.SIGN_OFF)
    assert (said.readiness, said.says) == (Readiness.OPEN, "Una Marsh has not approved it yet.")
    given = SignOff("Una Marsh", "Chair", date(2026, 11, 27), digest_of(draft))
    approved = report(replace(draft, sign_off=given))
    said = line(approved, Topic.SIGN_OFF)
    assert (said.readiness, said.says) == (
        Readiness.READY,
        "Una Marsh approved it on 27 November 2026.",
    )
    assert approved.approval is Approval.GIVEN
    old = replace(draft, sign_off=replace(given, digest="before"))
    assert line(report(old), Topic.SIGN_OFF).says == (
        "The text has changed since Una Marsh approved it."
    )
    wanted = replace(draft.organisation, sign_off="The chair signs.")
    said = line(report(replace(draft, organisation=wanted)), Topic.SIGN_OFF)
    assert said.says == "Nobody has approved it yet."


def test_the_report_keeps_the_time_it_was_made() -> None:
    assert report(whole()).made == datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "sent", "readiness", "says"),
    [
        (date(2026, 11, 27), False, Readiness.READY, "5 working days left."),
        (date(2026, 11, 20), True, Readiness.READY, "Closed on Friday 20 November 2026."),
        (date(2026, 11, 20), False, Readiness.THIN, "Closed on Friday 20 November 2026."),
    ],
)
def test_the_deadline_is_told_and_what_was_sent_is_not_late(
    day: date, sent: bool, readiness: Readiness, says: str
) -> None:
    closing = deadline(day, None, "", DAY.astimezone(), Calendar())
    log = (Sending("s", "r", DAY),) if sent else ()
    made = build_report(whole(), Checked(()), {"1": WHOLE}, 90, DAY, log=log, deadline=closing)
    said = line(made, Topic.DEADLINE)
    assert said.readiness is readiness
    assert said.says.endswith(says)
