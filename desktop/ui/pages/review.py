"""The review: what is ready, what to mend, where arguments have gaps, what the body demands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.dismissing import Checked
from desktop.core.evidence_map import Argument
from desktop.core.finding import Finding, Fix
from desktop.core.report import SubmissionReport
from desktop.core.report_lines import ReportLine, Topic
from desktop.core.response import AnswerState, Draft
from desktop.session import Job
from desktop.ui.checking.acting import Acting
from desktop.ui.checking.live import LiveChecks
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.models.question_rows import Examined, count_citations, question_rows
from desktop.ui.models.report_words import PAGES
from desktop.ui.pages.export_sent import SENT
from desktop.ui.pages.finding_places import place_of
from desktop.ui.pages.response_page import ResponsePage
from desktop.ui.pages.review_findings import FindingsView
from desktop.ui.pages.review_map import EvidenceMap
from desktop.ui.pages.review_questions import QuestionsView
from desktop.ui.pages.review_report import ReportView
from desktop.ui.pages.review_rules import RulesView
from desktop.ui.pages.review_saving import ReportSaving
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import page_head
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.strip_tabs import StripTabs

_QUIET_MS = 300
_REPORT, _MEND, _MAP, _QUESTIONS, _RULES = range(5)


class ReviewPage(ResponsePage):
    """Reads the Draft as it stands; checks and report are worked out on another thread."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.SETTINGS, Kind.PROMPTS}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._reporting = context.jobs.lane(self)
        self._reporting.busy.connect(self._busy)
        self._soon = Debounce(_QUIET_MS, self._work_out, self)
        self._draft: Draft | None = None
        self._known = Examined()
        checks = context.checks or LiveChecks(context.session, context.bridge, context.jobs, self)
        self._checks = checks
        self._acting = Acting(context, checks, self)
        self._saving = ReportSaving(context, self)
        self.verdict = text_label("", "strong")
        self.save_button = Button("Save the report…", self.save_report)
        self.preview_button = Button("Preview", lambda: self.to_page(PageId.PREVIEW))
        self.export_button = Button("Export…", lambda: self.to_page(PageId.EXPORT), look="primary")
        self.report = ReportView(context)
        self.findings = FindingsView()
        self.map = EvidenceMap()
        self.questions = QuestionsView()
        self.rules = RulesView(context)
        self.tabs = StripTabs(
            "Parts of the review",
            [
                ("Report", self.report),
                ("What to mend", self.findings),
                ("Evidence map", self.map),
                ("Questions", self.questions),
                ("Rules", self.rules),
            ],
        )
        self._connect()
        self._build()

    def first_focus(self) -> QWidget:
        return self.tabs.first_tab()

    def open(self, place: Place) -> None:
        if place.response != self.response:
            self._known = Examined()
            self.verdict.setText("Working out the report…")
        self._checks.show_response(place.response)
        super().open(place)
        self._soon.cancel()
        self._work_out()

    def flush(self) -> None:
        self.report.sign_off.flush()
        self._soon.cancel()

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        return {"report.save": self.save_report}

    def save_report(self) -> None:
        """Ask where to put the report as a document, and write it."""
        self.flush()
        if self.response:
            self._saving.save(self.draft())

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self.rules.show_draft(draft)
        self.tabs.set_title(_RULES, f"Rules ({len(draft.rules.rules)})")
        self.report.sign_off.show_draft(draft)
        self._show_rows()
        self._soon.poke()

    def _work_out(self) -> None:
        if self._draft is not None:
            reporting = self.context.session.sending.reporting(self._draft)
            self._reporting.run(_examining(self._draft, reporting), self._know)

    def _know(self, known: tuple[SubmissionReport, dict[str, int]]) -> None:
        report, cited = known
        self._known = Examined(report.open, cited)
        self.verdict.setText(report.verdict)
        self.report.show_report(report)
        self.map.show_arguments(report.arguments, report.nothing)
        gaps = _gaps(report.arguments)
        self.tabs.set_title(_MAP, f"Evidence map ({gaps})" if gaps else "Evidence map")
        if self._draft is not None:
            self.findings.show_findings(self._draft, Checked(report.open, report.dismissed))
        self.tabs.set_title(_MEND, f"What to mend ({len(report.open)})")
        self._show_rows()

    def _show_rows(self) -> None:
        if self._draft is None:
            return
        rows = question_rows(self._draft, self._known)
        self.questions.show_rows(self._draft, rows)
        self.tabs.set_title(_QUESTIONS, f"Questions ({len(rows)})")

    def _busy(self, busy: bool) -> None:
        if busy:
            self.findings.said.setText("Checking…")

    def _go_line(self, line: ReportLine) -> None:
        """Go where a line of the report is written: a tab here, a page, a question."""
        if line.topic is Topic.EVIDENCE:
            self.tabs.choose(_MAP)
        elif line.question:
            self.to_question(line.question)
        elif line.topic in PAGES:
            self.to_page(PAGES[line.topic])
        elif line.topic is Topic.ORGANISATION and self._draft is not None:
            self.context.go(Place(PageId.ORGANISATIONS, item=self._draft.organisation.id))
        else:
            self.tabs.choose(_MEND)

    def _go_finding(self, finding: Finding) -> None:
        place = place_of(finding, self._draft) if self._draft is not None else None
        if place is not None:
            self.context.go(place)
            # After the page has its place.
            QTimer.singleShot(0, self, lambda: self._checks.wanted.emit(finding))

    def _show_wanted(self, finding: Finding) -> None:
        """Show where a finding is mended, if it is mended here."""
        here = self._draft is not None and place_of(finding, self._draft)
        if here and here.page is PageId.REVIEW and self.isVisible():
            self.tabs.choose(_REPORT)
            self.report.show_approval()

    def _mend(self, finding: Finding, fix: Fix) -> None:
        if self._can_act():
            self._acting.mend(finding, fix)

    def _dismiss(self, finding: Finding) -> None:
        if self._can_act():
            self._acting.dismiss(finding)

    def _can_act(self) -> bool:
        """Tell whether the checks have come round to this response, and say so if not."""
        if not self._checks.known:
            self.context.dialogs.notify("Still checking: try again in a moment.")
        return self._checks.known

    def _connect(self) -> None:
        self.report.go.connect(self._go_line)
        self.report.to_sent.connect(lambda: self.to_page(PageId.EXPORT, SENT))
        self.findings.list.go.connect(self._go_finding)
        self.findings.list.mend.connect(self._mend)
        self.findings.list.dismiss.connect(self._dismiss)
        self.findings.bring_back.connect(self._acting.bring_back)
        self.map.go.connect(self.to_question)
        self.questions.go.connect(self.to_question)
        self._checks.wanted.connect(self._show_wanted)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        title = text_label("Review", "title")
        buttons = (self.save_button, self.preview_button, self.export_button)
        column.addWidget(page_head(title, *buttons))
        column.addWidget(self.verdict)
        column.addWidget(self.tabs, 1)


def _gaps(arguments: tuple[Argument, ...]) -> int:
    """Return how many arguments that have been begun have gaps."""
    return sum(bool(item.gaps) and item.state is not AnswerState.NOT_STARTED for item in arguments)


def _examining(
    draft: Draft, reporting: Job[SubmissionReport]
) -> Job[tuple[SubmissionReport, dict[str, int]]]:
    return lambda: (reporting(), count_citations(draft))
