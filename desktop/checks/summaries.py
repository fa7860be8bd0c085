"""Checks of the summary: there is one, it is short, and each point sums up what is written."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.advice import COMMONS, LORDS
from desktop.checks.lengths import WORDS_A_PAGE, pages
from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.consultation import LimitUnit
from desktop.core.finding import Finding, FindingLevel, Group, Spot, TextField
from desktop.core.response import AnswerState
from desktop.core.rules import Part, Rule, SummaryForm
from desktop.core.summary import summary_points
from desktop.core.words import count_words


def summary_is_there(reading: Reading) -> Iterator[Finding]:
    """A body that wants a summary of what is written gets one."""
    rules, rule = reading.draft.rules, reading.draft.rules.rule("summary")
    if rules.document.summary is SummaryForm.NONE or not _is_due(rule, reading.words):
        return
    begun = any(True for _ in reading.started())
    if not begun or any(point.text.strip() for point in summary_points(reading.draft)):
        return
    yield Finding(
        "summary",
        FindingLevel.ERROR if rule and rule.is_demand else FindingLevel.WARNING,
        Part.SUMMARY,
        "There is no summary.",
        "Write a key point at each question, or write the summary on its own page.",
        rule=rule,
    )


def _is_due(rule: Rule | None, words: int) -> bool:
    """Tell whether a body wants a summary of so many words."""
    if rule is None:
        return True
    if "over-pages" in rule.choices and rule.value is not None:
        return pages(words) > rule.value
    return "never" not in rule.choices


def summary_is_short(reading: Reading) -> Iterator[Finding]:
    """A summary fits on a page, or is as short as the body asks."""
    rule = reading.draft.rules.rule("summary-length")
    most, unit = WORDS_A_PAGE, LimitUnit.WORDS
    if rule is not None and rule.value is not None:
        unit = rule.unit or LimitUnit.WORDS
        most = rule.value * WORDS_A_PAGE if unit is LimitUnit.PAGES else rule.value
    points = summary_points(reading.draft)
    if unit is LimitUnit.CHARACTERS:
        used = sum(len(point.text) for point in points)
    else:
        used, unit = sum(count_words(point.text) for point in points), LimitUnit.WORDS
    if used > most:
        yield Finding(
            "summary-length",
            FindingLevel.WARNING,
            Part.SUMMARY,
            f"The summary has {used:,} {unit.value}; {most:,} are asked for."
            if rule
            else f"The summary has {used:,} {unit.value}, which is more than a page.",
            "Keep the points that a busy reader must take away, one sentence each.",
            rule=rule,
        )


def points_sum_up_what_is_written(reading: Reading) -> Iterator[Finding]:
    """Each point of a summary stands for an Answer: nothing new is said there."""
    draft = reading.draft
    if draft.response.summary is None:
        return
    told = {AnswerState.DRAFTING, AnswerState.READY}
    written = {
        question.number
        for question in draft.consultation.questions
        if draft.answer(question.number).state in told
    }
    for place, point in enumerate(draft.response.summary):
        if not point.text.strip() or not written.isdisjoint(point.questions):
            continue
        yield Finding(
            "summary-point",
            FindingLevel.WARNING,
            Part.SUMMARY,
            "This point of the summary belongs to no answer."
            if not point.questions
            else "No answer is written to what this point of the summary sums up.",
            "Say which question it sums up, or take it out: a summary holds nothing new.",
            excerpt=point.text,
            spot=Spot(TextField.SUMMARY, str(place), 0, 0, len(point.text)),
            rule=draft.rules.rule("summary"),
            basis=point.text,
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


CHECKS = (
    Check(
        "summary",
        Group.FORM,
        "There is a summary where the body wants one",
        summary_is_there,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
    Check(
        "summary-length",
        Group.FORM,
        "The summary fits on a page",
        summary_is_short,
        authority=LORDS.authority,
        address=LORDS.address,
    ),
    Check(
        "summary-point",
        Group.FORM,
        "Each point of the summary sums up an answer",
        points_sum_up_what_is_written,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
    Check(
        "key-point",
        Group.FORM,
        "Each answer has a key point",
        key_point_for_the_summary,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
)
