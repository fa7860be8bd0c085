"""The left panel: the questions with their state, then the other parts of the submission."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.consultation import Question
from desktop.core.response import Answer, Draft
from desktop.core.walk import Progress, progress, states
from desktop.ui.checking.counting import counts_by_place
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.labels import text_label, tip
from desktop.ui.widgets.row_button import RowButton
from desktop.ui.widgets.states import progress_words, state_sentence, state_sign, state_word

_PARTS = (
    (PageId.ABOUT, "About us"),
    (PageId.SUMMARY, "Summary"),
    (PageId.RECOMMENDATIONS, "Recommendations"),
    (PageId.WELSH, "Welsh version"),
    (PageId.REVIEW, "Review"),
    (PageId.PREVIEW, "Preview"),
    (PageId.EXPORT, "Export"),
)


class WalkPanel(QWidget):
    """Says where the person is in a Response and takes them elsewhere: ``go(Place)``."""

    go = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("walkPanel")
        self.setAccessibleName("Questions and parts of the submission")
        self._context = context
        self._place = Place(PageId.START)
        self._rows: dict[Place, RowButton] = {}
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = text_label("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._build()
        context.bridge.changed.connect(self._changed)
        if context.checks is not None:
            context.checks.changed.connect(self._show_counts)

    def open(self, place: Place) -> None:
        """Show the Response of a place, with that place marked."""
        other = place.response != self._place.response
        self._place = place
        if other or not self._rows:
            self._refresh()
        self._mark()

    def flush(self) -> None:
        """Nothing is typed here, so there is nothing to save."""

    def rows(self) -> list[RowButton]:
        """Return the rows in reading order."""
        return list(self._rows.values())

    def focus_list(self) -> None:
        """Give the keyboard to the row of the present place."""
        row = self._rows.get(self._place) or next(iter(self._rows.values()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("scrolled", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(text_label("Questions", "heading"))
        column.addWidget(self._bar)
        column.addWidget(self._said)
        column.addLayout(self._list)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _changed(self, changes: Changes) -> None:
        if not self._place.response or changes.response not in {"", self._place.response}:
            return
        if changes.touches(Kind.STATE, Kind.RESPONSE, Kind.ORGANISATION, Kind.TRANSLATIONS):
            self._refresh()

    def _refresh(self) -> None:
        if not self._place.response:
            return
        draft = self._context.session.draft(self._place.response)
        if not self._same_rows(draft):
            self._make_rows(draft)
        for question in draft.consultation.questions:
            place = Place(PageId.QUESTION, draft.response.id, question.number)
            _show_question(self._rows[place], question, draft.answer(question.number))
        self._show_progress(progress(states(draft).values()))
        self._show_counts()
        self._mark()

    def _same_rows(self, draft: Draft) -> bool:
        return list(self._rows) == _places(draft)

    def _make_rows(self, draft: Draft) -> None:
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._rows = {place: self._row(place) for place in _places(draft)}
        for place, row in self._rows.items():
            if place.page is _PARTS[0][0]:
                self._list.addSpacing(GAP_LARGE)
                self._list.addWidget(text_label("The submission", "heading"))
                self._list.addSpacing(GAP)
            self._list.addWidget(row)
        for page, words in _parts(draft):
            row = self._rows[Place(page, draft.response.id)]
            row.show_words(words)
            _name(row, words)

    def _row(self, place: Place) -> RowButton:
        row = RowButton()
        row.clicked.connect(lambda: self.go.emit(place))
        row.step.connect(lambda step: self._move(place, step))
        return row

    def _move(self, place: Place, step: int) -> None:
        rows = list(self._rows)
        to = min(max(rows.index(place) + step, 0), len(rows) - 1)
        row = self._rows[rows[to]]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(row)

    def _mark(self) -> None:
        """Mark the present place; it alone can be reached by Tab, the others by the arrow keys."""
        for place, row in self._rows.items():
            here = place == self._place
            row.set_current(here)
            row.setAccessibleDescription("You are here" if here else "")
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        if self._rows and self._place not in self._rows:
            next(iter(self._rows.values())).setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _show_counts(self) -> None:
        """Say at each place how much the checks found there."""
        checks = self._context.checks
        if checks is None or not self._place.response:
            return
        counts = counts_by_place(checks.said.open, checks.draft) if checks.draft else {}
        for place, row in self._rows.items():
            count = counts.get(place)
            row.show_note(*(count.sign_and_look if count else ("", "")))
            plain = row.property("plainName")
            row.setAccessibleName(f"{plain}, {count.words}" if count else plain)

    def _show_progress(self, so_far: Progress) -> None:
        words = progress_words(so_far)
        self._said.setText(words)
        self._bar.setRange(0, max(so_far.total, 1))
        self._bar.setValue(so_far.done)
        name_field(self._bar, "Progress", words)


def _places(draft: Draft) -> list[Place]:
    response = draft.response.id
    questions = [Place(PageId.QUESTION, response, q.number) for q in draft.consultation.questions]
    return questions + [Place(page, response) for page, _ in _parts(draft)]


def _parts(draft: Draft) -> list[tuple[PageId, str]]:
    """Return the parts around the answers; a Welsh version only where somebody may want one."""
    from desktop.core.translating import offered

    welsh = bool(offered(draft))
    return [part for part in _PARTS if welsh or part[0] is not PageId.WELSH]


def _show_question(row: RowButton, question: Question, answer: Answer) -> None:
    state = state_word(answer.state)
    row.show_words(question.heading or question.text, state_sign(answer.state), question.number)
    row.setToolTip(tip(question.text, state_sentence(answer)))
    _name(row, f"Question {question.number}, {question.heading or question.text}, {state}")


def _name(row: RowButton, name: str) -> None:
    """Name a row; the name is kept, for what the checks count is said after it."""
    row.setProperty("plainName", name)
    name_field(row, name)
