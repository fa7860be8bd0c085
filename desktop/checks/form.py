"""Checks of form: limits, parts, nothing forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.consultation import LimitUnit
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.response import AnswerMark, AnswerState
from desktop.core.rules import Part, SummaryForm
from desktop.core.summary import summary_points
from desktop.markup.counting import answer_words

_NEARLY = 0.9


def organisation_is_named(reading: Reading) -> Iterator[Finding]:
    """A body wants to know who a submission is from."""
    if not reading.draft.organisation.name.strip():
        yield Finding(
            "organisation-named",
            FindingLevel.ERROR,
            Part.TITLE,
            "The organisation has no name.",
            "Give the name as it should be printed on the submission.",
            rule=reading.draft.rules.rule("capacity"),
        )


def within_the_limit(reading: Reading) -> Iterator[Finding]:
    """The whole against the limit: an error where the limit is hard, otherwise a warning."""
    limit = reading.draft.consultation.limit
    if limit is None or limit.unit is not LimitUnit.WORDS:
        return
    rule = reading.draft.rules.rule("length")
    if reading.words > limit.value:
        yield Finding(
            "within-limit",
            FindingLevel.ERROR if limit.hard else FindingLevel.WARNING,
            Part.ANSWERS,
            f"The submission has {reading.words:,} words; {limit.value:,} are asked for.",
            f"Take out about {reading.words - limit.value:,} words.",
            rule=rule,
        )
    elif reading.words > limit.value * _NEARLY:
        yield Finding(
            "within-limit",
            FindingLevel.NUDGE,
            Part.ANSWERS,
            f"The submission has {reading.words:,} of {limit.value:,} words.",
            f"There is room for {limit.value - reading.words:,} more.",
            rule=rule,
        )


def within_the_question_limit(reading: Reading) -> Iterator[Finding]:
    """Each Answer against the limit of its own Question."""
    for item in reading.answers:
        limit = item.question.limit
        if limit is None or limit.unit is not LimitUnit.WORDS:
            continue
        words = answer_words(reading.draft, item.question.number)
        if words > limit.value:
            yield Finding(
                "within-question-limit",
                FindingLevel.ERROR if limit.hard else FindingLevel.WARNING,
                Part.ANSWERS,
                f"This answer has {words:,} words; {limit.value:,} are allowed.",
                f"Take out about {words - limit.value:,} words.",
                question=item.question.number,
            )


def every_question_is_dealt_with(reading: Reading) -> Iterator[Finding]:
    """Every Question is answered, or skipped on purpose."""
    for item in reading.answers:
        if item.answer.state is not AnswerState.NOT_STARTED:
            continue
        required = item.question.required
        yield Finding(
            "question-answered",
            FindingLevel.ERROR if required else FindingLevel.WARNING,
            Part.ANSWERS,
            "This question must be answered." if required else "This question is not answered yet.",
            "Write an answer." if required else "Write an answer, or skip it and say why.",
            question=item.question.number,
        )


def skipped_with_a_reason(reading: Reading) -> Iterator[Finding]:
    """A skipped Question says why, so that a colleague knows it was meant."""
    for question in reading.draft.consultation.questions:
        answer = reading.draft.answer(question.number)
        if answer.mark is AnswerMark.SKIPPED and not answer.skip_reason.strip():
            yield Finding(
                "skip-reason",
                FindingLevel.NUDGE,
                Part.ANSWERS,
                "This question is skipped without a reason.",
                "Say in a few words why, for whoever signs the submission off.",
                question=question.number,
            )


def key_point_for_the_summary(reading: Reading) -> Iterator[Finding]:
    """The summary is built from key points, so each written Answer needs one."""
    for item in reading.started():
        if not item.answer.key_point.strip():
            yield Finding(
                "key-point",
                FindingLevel.WARNING,
                Part.SUMMARY,
                "This answer has no key point.",
                "Say in one sentence what the answer comes to: the summary is built from these.",
                question=item.question.number,
                rule=reading.draft.rules.rule("summary"),
            )


def summary_is_there(reading: Reading) -> Iterator[Finding]:
    """A body that wants a summary gets one."""
    rules = reading.draft.rules
    if rules.document.summary is SummaryForm.NONE or summary_points(reading.draft):
        return
    yield Finding(
        "summary",
        FindingLevel.ERROR,
        Part.SUMMARY,
        "There is no summary.",
        "Write a key point at each question, or write the summary on its own page.",
        rule=rules.rule("summary"),
    )


def about_us_is_there(reading: Reading) -> Iterator[Finding]:
    """A body wants to know in what capacity somebody writes."""
    draft = reading.draft
    if not draft.about.strip():
        yield Finding(
            "about-us",
            FindingLevel.WARNING,
            Part.ABOUT,
            "Nothing says who you are.",
            "Say in a sentence or two what you do, where, and for whom you speak.",
            rule=draft.rules.rule("capacity"),
        )


def says_why(reading: Reading) -> Iterator[Finding]:
    """A body wants to know why somebody writes."""
    draft = reading.draft
    if not draft.response.reason.strip():
        yield Finding(
            "reason",
            FindingLevel.NUDGE,
            Part.ABOUT,
            "Nothing says why you are submitting.",
            "One sentence is enough: what you know about this that others do not.",
            rule=draft.rules.rule("reason"),
        )


CHECKS = (
    Check("organisation-named", Group.FORM, "The organisation is named", organisation_is_named),
    Check("within-limit", Group.FORM, "The length asked for", within_the_limit),
    Check("within-question-limit", Group.FORM, "The length of answers", within_the_question_limit),
    Check("question-answered", Group.FORM, "Nothing is forgotten", every_question_is_dealt_with),
    Check("skip-reason", Group.FORM, "Skipped with a reason", skipped_with_a_reason),
    Check("key-point", Group.FORM, "Answers have a key point", key_point_for_the_summary),
    Check("summary", Group.FORM, "There is a summary", summary_is_there),
    Check("about-us", Group.FORM, "Who you are", about_us_is_there),
    Check("reason", Group.FORM, "Why you write", says_why),
)
