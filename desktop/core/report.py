"""The submission report, for whoever writes and whoever signs off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.core.deadline import Deadline
from desktop.core.dismissing import Checked, Dismissal
from desktop.core.evidence_map import AnswerText, Argument, evidence_map
from desktop.core.finding import Finding
from desktop.core.listing import counted
from desktop.core.nothing_answered import nothing_answered
from desktop.core.report_lines import Readiness, ReportLine, deadline_lines, report_lines
from desktop.core.response import Draft
from desktop.core.sending import Exported, Sending
from desktop.core.signing import Approval, SignOff, approval, approver


@dataclass(frozen=True, slots=True)
class SubmissionReport:
    """All that there is to say about a submission before it is sent, and after.

    ``dismissed`` are the Findings that somebody does not want to act on, with the reasons.
    ``closes`` says when the Consultation closes ("" = nobody has said).
    ``nothing`` says so where nothing is answered ("" = something is).
    ``policy`` is what the organisation says of approvals; ``exports`` are the files that were
    written, ``log`` where they were sent, both newest first.
    """

    title: str
    body: str
    organisation: str
    made: datetime
    words: int
    lines: tuple[ReportLine, ...]
    arguments: tuple[Argument, ...]
    open: tuple[Finding, ...] = ()
    dismissed: tuple[tuple[Finding, Dismissal], ...] = ()
    closes: str = ""
    message: str = ""
    sign_off: SignOff | None = None
    approval: Approval = Approval.NOT_NEEDED
    policy: str = ""
    exports: tuple[Exported, ...] = ()
    log: tuple[Sending, ...] = ()
    nothing: str = ""

    @property
    def ready(self) -> bool:
        """Whether nothing stands in the way of sending it."""
        return not self.still_open and not self.nothing

    @property
    def still_open(self) -> tuple[ReportLine, ...]:
        """The lines of what must be done before it is sent."""
        return tuple(line for line in self.lines if line.readiness is Readiness.OPEN)

    @property
    def verdict(self) -> str:
        """The report in one sentence."""
        if self.nothing:
            return f"Not ready to be sent: {self.nothing[:1].lower()}{self.nothing[1:]}"
        count = len(self.still_open)
        if count:
            return f"Not ready to be sent: {counted(count, 'thing')} still open."
        thin = sum(line.readiness is Readiness.THIN for line in self.lines)
        return "Ready to be sent." + (
            f" {counted(thin, 'thing')} could be stronger." if thin else ""
        )


def build_report(
    draft: Draft,
    checked: Checked,
    texts: Mapping[str, AnswerText],
    words: int,
    made: datetime,
    exports: tuple[Exported, ...] = (),
    log: tuple[Sending, ...] = (),
    deadline: Deadline | None = None,
) -> SubmissionReport:
    """Return the report on a draft.

    Args:
        draft: the Response with everything it is made of.
        checked: what the checks say of it, and what of that was dismissed.
        texts: what its Answers say, by Question number.
        words: how long the whole is.
        made: the time of the report.
        exports: the files written of it, newest first.
        log: where it was sent, newest first.
        deadline: when the Consultation closes, None where nobody has said.
    """
    arguments = evidence_map(draft, texts)
    return SubmissionReport(
        title=draft.consultation.title,
        body=draft.consultation.body,
        organisation=draft.organisation.name.strip(),
        made=made,
        words=words,
        lines=(
            *report_lines(draft, checked, arguments, words),
            *deadline_lines(deadline, sent=bool(log)),
        ),
        arguments=arguments,
        open=checked.open,
        dismissed=checked.dismissed,
        closes=deadline.sentence if deadline else "",
        message=draft.response.message.strip(),
        sign_off=draft.sign_off,
        approval=approval(draft),
        policy=approver(draft),
        exports=exports,
        log=log,
        nothing=nothing_answered(draft),
    )
