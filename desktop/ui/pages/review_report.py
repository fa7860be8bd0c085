"""The submission report on screen: what is ready, what is not, who approves, where it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.moments import moment_words
from desktop.core.report import SubmissionReport
from desktop.core.report_lines import Readiness, ReportLine, Topic
from desktop.ui.context import Context
from desktop.ui.models.report_words import READINESS, TOPICS
from desktop.ui.pages.review_sign_off import SignOffCard
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, chip, set_look, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

_FOLDED_BELOW = 84
# Of states and topics, in characters.
_COLUMNS = (19, 24)
# Of the files and sendings as many as say how things stand; the rest is on the export page.
_MOST_TOLD = 3


class ReportView(PageColumn):
    """Lines with a way to each part. ``go(ReportLine)`` asks to go where a line is written,
    ``to_sent()`` to where it is noted what was sent.
    """

    go = Signal(object)
    to_sent = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Report", margin=GAP, parent=parent)
        self._context = context
        self.lines: list[ReportRow] = []
        sheet = QFrame()
        sheet.setProperty("card", True)
        self._rows = QVBoxLayout(sheet)
        self._rows.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        self._rows.setSpacing(GAP)
        self.sign_off = SignOffCard(context)
        self.history = text_label("", "muted")
        self.sent_button = Button("Note where it was sent…", self.to_sent.emit, look="link")
        self.add(sheet)
        self.add(self.sign_off)
        sent = QVBoxLayout()
        sent.setSpacing(GAP_SMALL)
        sent.addWidget(text_label("Files and sendings", "heading"))
        sent.addWidget(self.history)
        sent.addWidget(self.sent_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(sent)
        self.end()

    def show_report(self, report: SubmissionReport) -> None:
        """Show a report; the rows stay, only their words change."""
        while len(self.lines) < len(report.lines):
            row = ReportRow()
            row.go.connect(self.go)
            self.lines.append(row)
            self._rows.addWidget(row)
        for row, line in zip(self.lines, report.lines, strict=False):
            row.show_line(line)
            row.show()
        for row in self.lines[len(report.lines) :]:
            row.hide()
        self._show_history(report)

    def show_approval(self) -> None:
        """Give the keyboard to the place where it is said who approves it."""
        self.sign_off.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.sign_off)

    def _show_history(self, report: SubmissionReport) -> None:
        now = self._context.session.clock()
        told: list[str] = []
        for item in report.log[:_MOST_TOLD]:
            where = item.place.strip() or "to a place that is not noted"
            number = f", reference {item.reference.strip()}" if item.reference.strip() else ""
            told.append(f"Sent: {where}{number}. {moment_words(item.sent, now)}.")
        for item in report.exports[:_MOST_TOLD]:
            said = f"Written: {Path(item.file).name}. {moment_words(item.exported, now)}."
            if item.errors:
                said += f" It went out with things to mend, because: {item.reason}"
            told.append(said)
        nothing = "Nothing has been written or sent yet."
        set_text(self.history, breakable("\n".join(told) or nothing))
        self.sent_button.set_words(
            "See where it was sent" if report.log else "Note where it was sent…"
        )


class ReportRow(QWidget):
    """One line: how it stands, which part it is, what there is, and the way there."""

    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: ReportLine | None = None
        self.state = chip()
        self.topic = text_label("", "strong")
        self.says = text_label()
        self.button = Button("", self._go, look="link")
        self.button.setProperty("inline", True)
        # A chip is as wide as its words, in a column as wide as the longest.
        self._columns = _column(self.state, at_left=True), _column(self.topic)
        row = Folding(_FOLDED_BELOW, folded_spacing=0)
        row.add(_side_by_side(*self._columns))
        row.add(self.says, 1)
        row.add(self.button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, GAP_SMALL)
        outer.addWidget(row)
        self._fit()

    def show_line(self, line: ReportLine) -> None:
        """Show a line."""
        self._line = line
        sign, word, look = READINESS[line.readiness]
        self.state.setText(f"{sign} {word}")
        set_look(self.state, "chip", look)
        topic = TOPICS[line.topic]
        self.topic.setText(topic)
        self.says.setText(breakable(line.says))
        words = _where(line)
        self.button.setVisible(bool(words))
        self.button.set_words(words, f"{words}: {line.says}")
        self.setAccessibleName(f"{topic}: {word}. {line.says}")

    def words(self) -> tuple[str, str, str]:
        """Return what the row says."""
        return self.state.text(), self.topic.text(), self.says.text()

    def _go(self) -> None:
        if self._line is not None:
            self.go.emit(self._line)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Give states and topics columns of one width each, so that the rows line up."""
        if hasattr(self, "_columns"):
            width = self.fontMetrics().averageCharWidth()
            for column, characters in zip(self._columns, _COLUMNS, strict=True):
                column.setMinimumWidth(width * characters)


def _column(widget: QWidget, *, at_left: bool = False) -> QWidget:
    """Return a column for a widget, to be given a width; ``at_left`` it keeps its own in it."""
    holder = QWidget()
    inside = QHBoxLayout(holder)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(widget, 1)
    if at_left:
        inside.setAlignment(widget, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return holder


def _side_by_side(*widgets: QWidget) -> QWidget:
    """Return widgets in a row that never folds."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def _where(line: ReportLine) -> str:
    """Return what the way to a line's part is called; "" where there is none, or nothing to do."""
    if line.topic is Topic.EVIDENCE:
        return "See the map"
    if line.question:
        return f"Go to question {line.question}"
    if line.topic in (Topic.LENGTH, Topic.SIGN_OFF, Topic.ANSWERS, Topic.DEADLINE):
        return ""
    if line.topic is Topic.CHECKS:
        return "See what to mend"
    return "" if line.readiness is Readiness.READY else f"Go to {TOPICS[line.topic].lower()}"
