"""The submission report as an Outline, for whoever signs off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.core.evidence_map import Argument, Evidence, Gap
from desktop.core.finding import Finding, FindingLevel
from desktop.core.listing import listed
from desktop.core.moments import day_words, printed_day
from desktop.core.outline import (
    BulletsBlock,
    Frame,
    HeadingBlock,
    Level,
    Outline,
    OutlineBlock,
    ParagraphBlock,
    Runs,
    TableBlock,
)
from desktop.core.report import SubmissionReport
from desktop.core.response import AnswerState
from desktop.core.rules import Numbering, Part
from desktop.core.sending import Exported
from desktop.core.signing import Approval
from desktop.core.text import Text
from desktop.export.blocks import plain_runs
from desktop.export.report_words import ReportWords, word_of

_GAPS = {
    Gap.ANSWER: "answer",
    Gap.KEY_POINT: "key_point",
    Gap.EVIDENCE: "evidence",
    Gap.COUNTER_ARGUMENT: "counter",
    Gap.RECOMMENDATION: "recommendation",
}


def report_outline(report: SubmissionReport, words: ReportWords) -> Outline:
    """Return what the report says, in order; raises ExportError if its words cannot be filled."""
    writer = _Writer(report, words)
    return Outline(
        title=words.say("title"),
        organisation=report.organisation,
        inquiry=report.title,
        body=report.body,
        dated=report.made.date(),
        numbering=Numbering.NONE,
        blocks=tuple(writer.blocks()),
        frame=Frame(header=words.say("header"), page=words.say("page")),
    )


class _Writer:
    """Writes one report."""

    def __init__(self, report: SubmissionReport, words: ReportWords) -> None:
        self._report = report
        self._say = words.say

    def blocks(self) -> Iterator[OutlineBlock]:
        """Yield the whole report."""
        yield from self._opening()
        yield from self._readiness()
        yield from self._approval()
        yield from self._map()
        yield from self._findings()
        yield from self._dismissed()
        yield from self._sent()

    def _opening(self) -> Iterator[OutlineBlock]:
        report, say = self._report, self._say
        yield HeadingBlock(Level.TITLE, say("title"), Part.TITLE)
        yield ParagraphBlock(plain_runs(say("subtitle")), Part.TITLE)
        yield _paragraph(report.verdict, bold=True)
        made = report.made
        clock = f"{made.hour}:{made.minute:02}"
        yield _paragraph(say("made", date=day_words(made), time=clock, closes=report.closes))
        if report.message:
            yield _paragraph(say("message", message=report.message))

    def _readiness(self) -> Iterator[OutlineBlock]:
        say = self._say
        yield _heading(say("ready_heading"))
        yield _table(
            [say("column_part"), say("column_stands"), say("column_says")],
            (
                [say(word_of("topic", line.topic)), say(line.readiness.value), line.says]
                for line in self._report.lines
            ),
        )

    def _approval(self) -> Iterator[OutlineBlock]:
        report, say = self._report, self._say
        yield _heading(say("approval_heading"))
        if report.policy:
            yield _paragraph(say("policy", policy=report.policy))
        given = report.sign_off
        who, role = (given.who.strip(), given.role.strip()) if given else ("", "")
        day = printed_day(given.approved.isoformat()) if given and given.approved else ""
        match report.approval:
            case Approval.GIVEN:
                yield _paragraph(say("approved", who=who, role=role, date=day))
                return
            case Approval.OUTDATED:
                yield _paragraph(say("outdated", who=who, role=role, date=day))
            case Approval.WAITED_FOR:
                yield _paragraph(say("awaited", who=who, role=role))
            case Approval.NOT_NEEDED:
                yield _paragraph(say("not_needed"))
                return
        names = ("column_name", "column_role", "column_day", "column_signature")
        yield _table([say(name) for name in names], [[who, role, "", ""]])

    def _map(self) -> Iterator[OutlineBlock]:
        report, say = self._report, self._say
        yield _heading(say("map_heading"))
        arguments = report.arguments
        if report.nothing:
            # What is skipped has its reason; of what is not begun there is nothing to say.
            yield _paragraph(report.nothing)
            arguments = tuple(one for one in arguments if one.state is AnswerState.SKIPPED)
        if not arguments:
            return
        yield _paragraph(say("map_about"))
        names = ("column_question", "column_state", "column_words", "column_argument")
        yield _table(
            [say(name) for name in names],
            (self._overview(argument) for argument in arguments),
        )
        for argument in arguments:
            question = argument.question
            heading = question.heading or question.text
            yield _heading(say("question", number=question.number, heading=heading), Level.QUESTION)
            yield from self._argument(argument)

    def _overview(self, argument: Argument) -> list[str]:
        say, question = self._say, argument.question
        skipped = argument.state is AnswerState.SKIPPED
        share = f"{argument.share:,}" if argument.share else ""
        length = say("words", words=f"{argument.words:,}", share=share)
        gaps = listed([say(_GAPS[gap])[:1].lower() + say(_GAPS[gap])[1:] for gap in argument.gaps])
        argued = say("missing_some", gaps=gaps) if gaps else say("complete")
        return [
            f"{question.number}  {question.heading or question.text}",
            say(word_of("state", argument.state)),
            say("none") if skipped else length,
            say("none") if skipped else argued,
        ]

    def _argument(self, argument: Argument) -> Iterator[OutlineBlock]:
        say = self._say
        if argument.state is AnswerState.SKIPPED:
            yield _paragraph(say("skipped", reason=argument.skip_reason))
            return
        rows = [
            *((say("key_point"), text) for text in (argument.key_point,) if text),
            *((say("evidence"), self._evidence(item)) for item in argument.evidence),
            *((say("counter"), text) for text in (argument.counter,) if text),
            *((say("recommendation"), text) for text in argument.asks),
        ]
        order = [say(word) for word in _GAPS.values()]
        absent = [(say(_GAPS[gap]), "") for gap in argument.gaps]
        every = sorted([*rows, *absent], key=lambda row: order.index(row[0]))
        missing = (Text(say("missing"), bold=True),)
        yield TableBlock(
            (plain_runs(say("column_argument")), plain_runs(say("column_says"))),
            tuple((plain_runs(name), plain_runs(text) or missing) for name, text in every),
            Part.ANSWERS,
        )

    def _evidence(self, item: Evidence) -> str:
        if not item.reference:
            return self._say("seen", says=item.says)
        kind = self._say(word_of("kind", item.kind)) if item.kind else ""
        return self._say("cited", says=item.says, source=item.reference, kind=kind)

    def _findings(self) -> Iterator[OutlineBlock]:
        say, found = self._say, self._report.open
        yield _heading(say("mend_heading"))
        if not found:
            yield _paragraph(say("mend_none"))
        tally = Counter(finding.level for finding in found)
        for level in FindingLevel:
            if tally[level]:
                yield _heading(say(f"level_{level.value}", count=tally[level]), Level.QUESTION)
                yield BulletsBlock(
                    tuple(plain_runs(self._finding(item)) for item in found if item.level is level),
                    Part.ANSWERS,
                )

    def _finding(self, item: Finding) -> str:
        authority = item.rule.source if item.rule else item.authority.rstrip(".")
        return self._say(
            "finding",
            where=self._where(item),
            sentence=item.sentence,
            remedy=item.remedy,
            authority=authority,
        )

    def _where(self, item: Finding) -> str:
        if item.question:
            return self._say("where_question", number=item.question)
        return self._say(word_of("part", item.part))

    def _dismissed(self) -> Iterator[OutlineBlock]:
        say, dismissed = self._say, self._report.dismissed
        if not dismissed:
            return
        yield _heading(say("dismissed_heading"))
        names = ("column_where", "column_said", "column_reason", "column_day")
        yield _table(
            [say(name) for name in names],
            (
                [
                    self._where(finding),
                    finding.sentence,
                    noted.reason,
                    printed_day(noted.noted.isoformat()),
                ]
                for finding, noted in dismissed
            ),
        )

    def _sent(self) -> Iterator[OutlineBlock]:
        say, report = self._say, self._report
        if not report.exports and not report.log:
            return
        yield _heading(say("sent_heading"))
        yield from (_paragraph(self._exported(item)) for item in _telling(report.exports))
        if not report.log:
            return
        names = ("day", "place", "reference", "published", "quoted")
        yield _table(
            [say(f"column_{name}") for name in names],
            (
                [
                    day_words(item.sent),
                    *(
                        text.strip() or say("none")
                        for text in (item.place, item.reference, item.address, item.quoted)
                    ),
                ]
                for item in report.log
            ),
        )
        for item in report.log:
            if item.note:
                yield _paragraph(say("note", date=day_words(item.sent), reason=item.note))

    def _exported(self, item: Exported) -> str:
        file, day = Path(item.file).name, day_words(item.exported)
        if not item.errors:
            return self._say("exported", file=file, date=day)
        errors = " ".join(item.errors)
        return self._say("exported_anyway", file=file, date=day, errors=errors, reason=item.reason)


def _telling(exports: tuple[Exported, ...]) -> Iterator[Exported]:
    """Yield the newest file, and of the others those that went out in spite of errors."""
    for place, item in enumerate(exports):
        if place == 0 or item.errors:
            yield item


def _heading(text: str, level: Level = Level.SECTION) -> HeadingBlock:
    return HeadingBlock(level, text, Part.ANSWERS)


def _paragraph(text: str, *, bold: bool = False) -> ParagraphBlock:
    return ParagraphBlock(plain_runs(text, bold=bold), Part.ANSWERS)


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> TableBlock:
    def cells(texts: Iterable[str]) -> tuple[Runs, ...]:
        return tuple(map(plain_runs, texts))

    return TableBlock(cells(header), tuple(map(cells, rows)), Part.ANSWERS)
