"""The right side of a review: places to look at, answers or questions, sentences, the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.consultation import Consultation
from desktop.core.imports import ImportState
from desktop.ui.form import name_field
from desktop.ui.imports.about_form import AboutForm
from desktop.ui.imports.call_form import CallForm
from desktop.ui.imports.called_form import CalledForm
from desktop.ui.imports.kind_form import KindForm
from desktop.ui.imports.original_pane import keep_height
from desktop.ui.imports.part_form import PartForm
from desktop.ui.imports.understood_list import Colours, UnderstoodList
from desktop.ui.models.review_rows import (
    KIND_PLACE,
    SENTENCE_KINDS,
    Picture,
    Row,
    called_rows,
    mark_rows,
    part_rows,
    place_rows,
    question_names,
)
from desktop.ui.pages.library_form import combo
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import PageColumn
from desktop.ui.widgets.strip_tabs import StripTabs

PLACES, PARTS, SENTENCES, ABOUT = range(4)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SNIPPET_KEYS = _ENTER | {Qt.Key.Key_S}
_DISMISS_KEYS = frozenset({Qt.Key.Key_D, Qt.Key.Key_Delete})
_NOTHING_UNSURE = "✓ Nothing is unsure. Look it over, then accept it."
_LIST_LINES, _FORM_LINES = 6, 5


class UnderstoodPane(QWidget):
    """``picked(Row)`` and ``scrolled(Row)``: of whichever list shows; ``snippet()``, ``dismiss()``
    and ``confirm()``: of the chosen row.
    """

    picked = Signal(object)
    scrolled = Signal(object)
    snippet = Signal()
    dismiss = Signal()
    confirm = Signal()
    mark_kind = Signal(int)

    def __init__(
        self,
        colours: Colours,
        join: Callable[[], object],
        move: Callable[[int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known: Mapping[str, str] = {}
        self._picture: Picture | None = None
        self.places = UnderstoodList(
            "Places to look at", "Enter says that the place is right", colours, _ENTER
        )
        self.parts = UnderstoodList("Parts of the document", "", colours, frozenset())
        self.marks = UnderstoodList(
            "Sentences worth keeping",
            "Enter or S makes a snippet, D dismisses the sentence",
            colours,
            _SNIPPET_KEYS | _DISMISS_KEYS,
        )
        self.no_places = text_label("", "done")
        self.no_marks = text_label("No sentence stands out as worth keeping by itself.", "muted")
        self.part_form = PartForm(self.confirm.emit, join, move)
        self.called_form = CalledForm()
        self.kind_form = KindForm(self.confirm.emit)
        self.forms: tuple[QWidget, ...] = (self.part_form, self.called_form, self.kind_form)
        self.about, self.call = AboutForm(), CallForm()
        self.whole = QStackedWidget()
        self.whole.addWidget(self.about)
        self.whole.addWidget(self.call)
        self.mark_kinds = combo()
        for words in SENTENCE_KINDS.values():
            self.mark_kinds.addItem(words)
        name_field(self.mark_kinds, "What this sentence is")
        self.snippet_button = Button("Make a snippet (S)", self.snippet.emit)
        self.dismiss_button = Button("Dismiss (D)", self.dismiss.emit)
        self.tabs = StripTabs(
            "What was understood",
            [
                ("Look at", self._list_view(self.no_places, self.places)),
                ("Answers", self._list_view(None, self.parts)),
                ("Sentences", self._marks_view()),
                ("About it", self.whole),
            ],
        )
        self._build()
        self._listen()

    def offer(self, consultations: Sequence[Consultation]) -> None:
        """Offer the questions of these consultations."""
        self._known = question_names(consultations)
        self.part_form.offer(consultations)
        self.about.offer(consultations)

    def show_picture(self, picture: Picture) -> None:
        """Show what was understood of an import."""
        self._picture = picture
        review = picture.review
        call = review.call
        waiting = review.document.state is ImportState.WAITING
        places = place_rows(picture, self._known)
        rows = called_rows(call, picture) if call else part_rows(picture, self._known)
        marks = mark_rows(picture)
        self.places.show_rows(places)
        self.parts.show_rows(rows)
        self.marks.show_rows(marks)
        set_text(self.no_places, "" if places else _NOTHING_UNSURE)
        self.places.setVisible(bool(places))
        self.no_marks.setVisible(not marks)
        self.marks.setVisible(bool(marks))
        self.tabs.set_title(PLACES, f"Look at ({len(places)})")
        self.tabs.set_title(PARTS, f"{'Questions' if call else 'Answers'} ({len(rows)})")
        self.tabs.set_title(SENTENCES, f"Sentences ({len(marks)})")
        self.tabs.set_title(ABOUT, "The call" if call else "About it")
        self.about.show_document(review.document, changeable=waiting)
        self.whole.setCurrentWidget(self.call if call else self.about)
        self._column.setStretchFactor(self._form_area, 4 if call else 2)
        if call is not None:
            self.call.show_call(review.document.id, call, changeable=waiting)
        self.show_form()

    def list_here(self) -> UnderstoodList | None:
        """Return the list that shows, None where a form does."""
        return {PLACES: self.places, PARTS: self.parts, SENTENCES: self.marks}.get(
            self.tabs.strip.current
        )

    def current(self) -> Row | None:
        """Return the chosen row of the list that shows."""
        shown = self.list_here()
        return shown.current() if shown is not None else None

    def current_part(self) -> str:
        """Return the id of the part (or the place of the question) that the form is about."""
        chosen = self.places.current() if self.tabs.strip.current == PLACES else None
        row = chosen or self.parts.current()
        return row.id if row is not None and row.id != KIND_PLACE else ""

    def show_form(self) -> None:
        """Show the form for the chosen row of the list that shows."""
        picture = self._picture
        here = self.tabs.strip.current
        row = self.current() if here in (PLACES, PARTS) else None
        self._form_area.setVisible(row is not None)
        if here == SENTENCES:
            self._show_mark()
        if picture is None or row is None:
            return
        waiting = picture.review.document.state is ImportState.WAITING
        if row.id == KIND_PLACE:
            self.kind_form.show_kind(picture.review.document.kind)
            self._show_only(self.kind_form)
        elif picture.review.call is not None:
            place = int(row.id)
            question = picture.review.call.questions[place]
            document = picture.review.document.id
            self.called_form.show_question(document, place, question, changeable=waiting)
            self._show_only(self.called_form)
        else:
            parts = picture.review.parts
            place = [part.id for part in parts].index(row.id)
            self.part_form.show_part(
                parts[place], changeable=waiting, place=place, count=len(parts)
            )
            self._show_only(self.part_form)

    def sizeHint(self) -> QSize:
        # As little as it needs: what there is more goes to both sides alike, and the page scrolls
        # only where even that is too much.
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_height(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Also when the text has become larger, and with it all that stands here.
            self._keep_lines()
            keep_height(self)
        return super().event(event)

    def _keep_lines(self) -> None:
        """Keep some lines of each part in sight however little room there is."""
        line = self.fontMetrics().lineSpacing()
        for shown in (self.places, self.parts, self.marks):
            shown.setMinimumHeight(line * _LIST_LINES)
        self._form_area.setMinimumHeight(line * _FORM_LINES)

    def _show_only(self, wanted: QWidget) -> None:
        for form in self.forms:
            form.setVisible(form is wanted)

    def flush(self) -> None:
        """Tell at once what has been typed in the forms."""
        for form in (self.part_form, self.called_form, self.about, self.call):
            form.flush()

    def _show_mark(self) -> None:
        row = self.marks.current()
        mark = self._picture.mark(row.id) if self._picture and row else None
        for tool in (self.mark_kinds, self.snippet_button, self.dismiss_button):
            tool.setEnabled(mark is not None)
        if mark is not None:
            self.mark_kinds.setCurrentIndex(list(SENTENCE_KINDS).index(mark.kind))

    def _key(self, key: int) -> None:
        if key in _SNIPPET_KEYS:
            self.snippet.emit()
        else:
            self.dismiss.emit()

    def _listen(self) -> None:
        self.tabs.changed.connect(lambda _: self.show_form())
        for shown in (self.places, self.parts, self.marks):
            shown.picked.connect(lambda _: self.show_form())
            shown.picked.connect(self.picked)
            shown.scrolled.connect(self.scrolled)
        self.places.key_pressed.connect(lambda _: self.confirm.emit())
        self.marks.key_pressed.connect(self._key)
        self.mark_kinds.activated.connect(self.mark_kind)

    def _list_view(self, empty: QWidget | None, shown: UnderstoodList) -> QWidget:
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        if empty is not None:
            column.addWidget(empty)
        column.addWidget(shown, 1)
        column.addStretch(0)
        return view

    def _marks_view(self) -> QWidget:
        view = self._list_view(self.no_marks, self.marks)
        tools = FlowLayout()
        for tool in (self.snippet_button, self.dismiss_button, self.mark_kinds):
            tools.addWidget(tool)
        layout = view.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(tools)
        return view

    def _build(self) -> None:
        self._form_area = PageColumn("The chosen part", wide=True, margin=0)
        for form in self.forms:
            self._form_area.add(form)
            form.hide()
        self._form_area.end()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, 0, GAP_LARGE, 0)
        column.setSpacing(GAP)
        column.addWidget(text_label("What was understood", "heading"))
        for part in (self.tabs, self._form_area):
            # By their shares alone: what they would like would leave the form two lines.
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(self.tabs, 3)
        column.addWidget(self._form_area, 2)
