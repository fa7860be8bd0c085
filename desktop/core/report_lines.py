"""What is ready of a submission and what is not, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.budget import Budget
from desktop.core.consultation import LimitUnit
from desktop.core.deadline import Deadline
from desktop.core.dismissing import Checked
from desktop.core.evidence_map import Argument, Gap
from desktop.core.finding import FindingLevel
from desktop.core.listing import counted, listed
from desktop.core.moments import printed_day
from desktop.core.recommending import is_blank
from desktop.core.response import AnswerState, Draft
from desktop.core.rules import Part, SummaryForm
from desktop.core.signing import Approval, approval
from desktop.core.summary import summary_points


class Readiness(StrEnum):
    """How a part of a submission stands."""

    READY = "ready"
    OPEN = "open"  # it is not to be sent like this
    THIN = "thin"  # it can be sent, and would be better with more


class Topic(StrEnum):
    """What a line of the report is about."""

    ORGANISATION = "organisation"
    ABOUT = "about"
    REASON = "reason"
    SUMMARY = "summary"
    ANSWERS = "answers"
    EVIDENCE = "evidence"
    RECOMMENDATIONS = "recommendations"
    LENGTH = "length"
    CHECKS = "checks"
    UNREVIEWED = "unreviewed"
    SIGN_OFF = "sign-off"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of "what is ready, what is not"; ``question`` is where to go, if to a Question."""

    topic: Topic
    readiness: Readiness
    says: str
    question: str = ""


def report_lines(
    draft: Draft, checked: Checked, arguments: tuple[Argument, ...], words: int
) -> Iterator[ReportLine]:
    """Yield a line for each part of a submission, in the order of the document, then for what is
    true of the whole.
    """
    parts = frozenset(draft.rules.document.parts)
    yield _organisation(draft)
    if Part.ABOUT in parts:
        yield from _about(draft)
    if Part.SUMMARY in parts and draft.rules.document.summary is not SummaryForm.NONE:
        yield _summary(draft)
    yield _answers(arguments)
    yield from _evidence(arguments)
    if Part.RECOMMENDATIONS in parts:
        yield _recommendations(draft)
    if words:
        yield from _length(draft, words)
    yield _checks(checked)
    yield from _unreviewed(arguments)
    yield from _sign_off(draft)


def deadline_lines(deadline: Deadline | None, *, sent: bool) -> Iterator[ReportLine]:
    """Yield when it has to be there, if anybody has said so; what was sent is not late."""
    if deadline is not None:
        late = deadline.passed and not sent
        ready = Readiness.THIN if late else Readiness.READY
        yield ReportLine(Topic.DEADLINE, ready, f"{deadline.sentence}.")


def _organisation(draft: Draft) -> ReportLine:
    name = draft.organisation.name.strip()
    if name:
        return ReportLine(Topic.ORGANISATION, Readiness.READY, f"It is from {name}.")
    return ReportLine(Topic.ORGANISATION, Readiness.OPEN, "The organisation has no name yet.")


def _about(draft: Draft) -> Iterator[ReportLine]:
    for topic, text, there, missing in (
        (Topic.ABOUT, draft.about, "Says who you are.", "Does not say who you are."),
        (Topic.REASON, draft.response.reason, "Says why you write.", "Does not say why you write."),
    ):
        ready = Readiness.READY if text.strip() else Readiness.THIN
        yield ReportLine(topic, ready, there if text.strip() else missing)


def _summary(draft: Draft) -> ReportLine:
    points = [point for point in summary_points(draft) if point.text.strip()]
    if not points:
        return ReportLine(Topic.SUMMARY, Readiness.OPEN, "There is no summary.")
    follows = draft.response.summary is None
    says = counted(len(points), "point") + (", following the key points." if follows else ".")
    return ReportLine(Topic.SUMMARY, Readiness.READY, says)


def _answers(arguments: tuple[Argument, ...]) -> ReportLine:
    tally = Counter(argument.state for argument in arguments)
    said = [
        f"{tally[AnswerState.READY]} of {counted(len(arguments), 'question')} ready",
        *(
            f"{tally[state]} {word}"
            for state, word in (
                (AnswerState.SKIPPED, "skipped"),
                (AnswerState.DRAFTING, "in draft"),
                (AnswerState.NOT_STARTED, "not started"),
            )
            if tally[state]
        ),
    ]
    unfinished = (AnswerState.DRAFTING, AnswerState.NOT_STARTED)
    first = next((item.question.number for item in arguments if item.state in unfinished), "")
    # A response in which every question is skipped says nothing, however done each is.
    done = not first and tally[AnswerState.READY] > 0
    ready = Readiness.READY if done else Readiness.OPEN
    return ReportLine(Topic.ANSWERS, ready, f"{', '.join(said)}.", first)


_MISSING = {
    Gap.KEY_POINT: "a key point",
    Gap.EVIDENCE: "evidence",
    Gap.COUNTER_ARGUMENT: "the other side",
    Gap.RECOMMENDATION: "a recommendation",
}


def _evidence(arguments: tuple[Argument, ...]) -> Iterator[ReportLine]:
    """Yield where arguments have gaps, and nothing while no answer has been begun."""
    begun = [item for item in arguments if item.state in (AnswerState.DRAFTING, AnswerState.READY)]
    if not begun:
        return
    tally = Counter(gap for item in begun for gap in item.gaps)
    gaps = [(tally[gap], words) for gap, words in _MISSING.items() if tally[gap]]
    if not gaps:
        says = "Every answer makes a point, rests on something and asks for something."
        yield ReportLine(Topic.EVIDENCE, Readiness.READY, says)
        return
    first = next(item.question.number for item in begun if item.gaps)
    says = _lacking(len(begun), gaps)
    yield ReportLine(Topic.EVIDENCE, Readiness.THIN, says, first)


def _lacking(answers: int, gaps: Sequence[tuple[int, str]]) -> str:
    """Return how many answers lack what: "Of 2 answers, 1 lacks a key point and 2 evidence."."""
    if answers == 1:
        return f"The one answer begun lacks {listed([words for _, words in gaps])}."
    (first, what), *others = gaps
    verb = "lacks" if first == 1 else "lack"
    said = [f"{first} {verb} {what}", *(f"{number} {words}" for number, words in others)]
    return f"Of {counted(answers, 'answer')}, {listed(said)}."


def _recommendations(draft: Draft) -> ReportLine:
    asked = [item for item in draft.recommendations if not is_blank(item)]
    partial = [item for item in asked if not (item.who.strip() and item.what.strip())]
    if not asked:
        return ReportLine(Topic.RECOMMENDATIONS, Readiness.THIN, "Nothing is recommended.")
    says = counted(len(asked), "recommendation")
    if partial:
        says += f", {len(partial)} without saying who should do what"
    ready = Readiness.THIN if partial else Readiness.READY
    return ReportLine(Topic.RECOMMENDATIONS, ready, f"{says}.")


def _length(draft: Draft, words: int) -> Iterator[ReportLine]:
    limit = draft.consultation.limit
    budget = Budget(words, limit)
    says = counted(words, "word")
    if limit is None or limit.unit is not LimitUnit.WORDS:
        yield ReportLine(Topic.LENGTH, Readiness.READY, f"{says}.")
        return
    kind = "may have" if limit.hard else "is advised to have"
    says = f"{says} of the {limit.value:,} that it {kind}."
    over = Readiness.OPEN if limit.hard else Readiness.THIN
    yield ReportLine(Topic.LENGTH, over if budget.over else Readiness.READY, says)


_LEVELS = {
    FindingLevel.ERROR: "must be mended",
    FindingLevel.WARNING: "worth mending",
    FindingLevel.NUDGE: "to think about",
}


def _checks(checked: Checked) -> ReportLine:
    tally = Counter(finding.level for finding in checked.open)
    said = [f"{tally[level]} {words}" for level, words in _LEVELS.items() if tally[level]]
    if checked.dismissed:
        said.append(f"{len(checked.dismissed)} dismissed with a reason")
    says = f"{', '.join(said)}." if said else "The checks found nothing."
    if tally[FindingLevel.ERROR]:
        ready = Readiness.OPEN
    else:
        ready = Readiness.THIN if tally[FindingLevel.WARNING] else Readiness.READY
    return ReportLine(Topic.CHECKS, ready, says)


def _unreviewed(arguments: tuple[Argument, ...]) -> Iterator[ReportLine]:
    where = [item for item in arguments if item.unreviewed]
    if where:
        total = sum(item.unreviewed for item in where)
        says = f"Nobody has read {counted(total, 'piece')} of the first draft."
        yield ReportLine(Topic.UNREVIEWED, Readiness.OPEN, says, where[0].question.number)


def _sign_off(draft: Draft) -> Iterator[ReportLine]:
    given, stands = draft.sign_off, approval(draft)
    who = given.who.strip() if given else ""
    match stands:
        case Approval.NOT_NEEDED:
            return
        case Approval.GIVEN:
            assert given is not None
            assert given.approved is not None
            day = printed_day(given.approved.isoformat())
            yield ReportLine(Topic.SIGN_OFF, Readiness.READY, f"{who} approved it on {day}.")
        case Approval.OUTDATED:
            says = f"The text has changed since {who} approved it."
            yield ReportLine(Topic.SIGN_OFF, Readiness.OPEN, says)
        case Approval.WAITED_FOR:
            says = f"{who} has not approved it yet." if who else "Nobody has approved it yet."
            yield ReportLine(Topic.SIGN_OFF, Readiness.OPEN, says)
