"""The whole submission at a glance: what is missing, what to mend, what the body demands."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.core.budget import Budget
from desktop.core.changes import Kind
from desktop.core.finding import Finding
from desktop.core.response import Draft
from desktop.core.walk import progress, states
from desktop.markup.counting import document_words
from desktop.session import Job
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.form import name_field
from desktop.ui.models.question_rows import (
    Examined,
    count_citations,
    missing_words,
    question_rows,
)
from desktop.ui.models.questions_table import QuestionsTableModel
from desktop.ui.pages.response_page import ResponsePage
from desktop.ui.pages.review_findings import FindingsView
from desktop.ui.pages.review_rules import RulesView
from desktop.ui.pages.unreviewed_notice import UnreviewedNotice
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.budget_bar import BudgetBar
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import page_head
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.strip_tabs import StripTabs

_QUIET_MS = 300
_MEND, _QUESTIONS, _RULES = range(3)


class ReviewPage(ResponsePage):
    """Reads the Draft as it stands; the checks run on another thread."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.SETTINGS, Kind.PROMPTS}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._checking = context.jobs.lane(self)
        self._checking.busy.connect(self._busy)
        self._soon = Debounce(_QUIET_MS, self._check, self)
        self._draft: Draft | None = None
        self._known = Examined()
        self.progress = text_label()
        self.missing = text_label()
        self.unreviewed = UnreviewedNotice()
        self.unreviewed.go.connect(self._go)
        self.budget = BudgetBar()
        self.preview_button = Button("Preview", lambda: self.to_page(PageId.PREVIEW))
        self.export_button = Button("Export…", lambda: self.to_page(PageId.EXPORT), look="primary")
        self.findings = FindingsView()
        self.findings.list.go.connect(self._go)
        self.model = QuestionsTableModel(self)
        self.table = self._make_table()
        self.rules = RulesView()
        self.tabs = StripTabs(
            "Parts of the review",
            [
                ("What to mend", self.findings),
                ("Questions", self.table),
                ("Rules", self.rules),
            ],
        )
        self._build()

    def first_focus(self) -> QWidget:
        return self.tabs.first_tab()

    def open(self, place: Place) -> None:
        if place.response != self.response:
            self._known = Examined()
        super().open(place)
        self._soon.cancel()
        self._check()

    def flush(self) -> None:
        self._soon.cancel()

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        at = progress(states(draft).values())
        skipped = f", {at.skipped} skipped" if at.skipped else ""
        self.progress.setText(f"{at.ready} of {at.total} questions ready{skipped}.")
        self.budget.show_budget(Budget(document_words(draft), draft.consultation.limit))
        self.rules.show_rules(draft.rules)
        self.tabs.set_title(_RULES, f"Rules ({len(draft.rules.rules)})")
        self.unreviewed.show_draft(draft)
        self._show_rows()
        self._soon.poke()

    def _check(self) -> None:
        if self._draft is not None:
            job = _examining(self._draft, self.context.session.checking(self._draft))
            self._checking.run(job, self._know)

    def _know(self, known: Examined) -> None:
        self._known = known
        if self._draft is not None:
            self.findings.show_findings(self._draft, known.findings)
        self.tabs.set_title(_MEND, f"What to mend ({len(known.findings)})")
        self._show_rows()

    def _show_rows(self) -> None:
        if self._draft is None:
            return
        rows = question_rows(self._draft, self._known)
        self.model.show(rows)
        self.tabs.set_title(_QUESTIONS, f"Questions ({len(rows)})")
        set_text(self.missing, missing_words(rows))

    def _busy(self, busy: bool) -> None:
        if busy:
            self.findings.said.setText("Checking…")

    def _go(self, place: Place) -> None:
        self.context.go(place)

    def _open_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.to_question(self.model.row(index).question.number)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        name_field(table, "Questions", "Enter goes to the question")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        table.activated.connect(self._open_row)
        table.clicked.connect(self._open_row)
        return table

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        title = text_label("Review", "title")
        column.addWidget(page_head(title, self.preview_button, self.export_button))
        column.addWidget(self.progress)
        column.addWidget(self.missing)
        column.addWidget(self.unreviewed)
        column.addWidget(self.budget)
        column.addSpacing(GAP)
        column.addWidget(self.tabs, 1)


def _examining(draft: Draft, checking: Job[tuple[Finding, ...]]) -> Job[Examined]:
    return lambda: Examined(checking(), count_citations(draft))
