"""One entry of the sending log, as a form that saves itself field by field."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QFrame, QVBoxLayout, QWidget

from desktop.core.moments import moment_words
from desktop.core.sending import Sending
from desktop.core.sending_edits import ChangeSending, RemoveSending
from desktop.ui.context import Context
from desktop.ui.form import labelled
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.saved_field import SavedField, TextWidget, line_edit, note_edit

_FORMAT = "d MMMM yyyy, HH:mm"
_REMOVE = (
    "The entry goes out of the log, and what was sent into the bin of the imports. Undo brings "
    "both back."
)


class SendingCard(QFrame):
    """``open_source(Sending)`` asks to see in the library what was sent."""

    open_source = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._entry: Sending | None = None
        self._showing = False
        self.title = text_label("", "heading")
        self.when = QDateTimeEdit()
        self.when.setDisplayFormat(_FORMAT)
        self.when.setCalendarPopup(True)
        self.when.editingFinished.connect(self._set_when)
        self.place, self.reference, self.address = line_edit(), line_edit(), line_edit()
        self.quoted, self.note = note_edit(2), note_edit(2)
        self.file = text_label("", "muted")
        self.source_button = Button("See it in the library", self._open_source, look="link")
        self.remove_button = Button("Take it out of the log…", self._remove, look="link")
        self._fields = {name: self._saved(name, field) for name, field in self._texts().items()}
        self._build()

    def show_entry(self, entry: Sending) -> None:
        """Show an entry; what was typed in another one before has been saved by ``flush``."""
        self._showing = True
        self._entry = entry
        for name, field in self._fields.items():
            field.show(getattr(entry, name))
        sent = entry.sent
        day, clock = QDate(sent.year, sent.month, sent.day), QTime(sent.hour, sent.minute)
        self.when.setDateTime(QDateTime(day, clock))
        self._showing = False
        when = moment_words(sent, self._context.session.clock())
        where = entry.place.strip()
        self.title.setText(breakable(f"Sent: {when} · {where}" if where else f"Sent: {when}"))
        set_text(self.file, breakable(f"File: {Path(entry.file).name}") if entry.file else "")
        self.source_button.setVisible(bool(entry.document))
        self.setAccessibleName(self.title.text())

    def flush(self) -> None:
        """Save what was typed and is not saved yet."""
        for field in self._fields.values():
            if field.unsaved:
                field.flush()
        self._set_when()

    def _texts(self) -> dict[str, TextWidget]:
        return {
            "place": self.place,
            "reference": self.reference,
            "address": self.address,
            "quoted": self.quoted,
            "note": self.note,
        }

    def _saved(self, name: str, field: TextWidget) -> SavedField:
        return SavedField(field, lambda text: self._set(**{name: text}), self._context)

    def _set(self, **values: object) -> bool:
        """Store what one field says; the others may have been changed elsewhere meanwhile."""
        if self._entry is None:
            return True
        response = self._entry.response
        log = self._context.session.sending.log(response)
        now = next((item for item in log if item.id == self._entry.id), None)
        if now is None:
            return True  # taken out of the log
        changed = replace(now, **values)
        if changed == now:
            return True
        return self._context.apply(ChangeSending(response, changed), self) is not None

    def _set_when(self) -> None:
        if self._showing or self._entry is None:
            return
        chosen = self.when.dateTime()
        day, clock = chosen.date(), chosen.time()
        moment = self._entry.sent.replace(
            year=day.year(),
            month=day.month(),
            day=day.day(),
            hour=clock.hour(),
            minute=clock.minute(),
        )
        if moment != self._entry.sent:
            self._set(sent=moment)

    def _open_source(self) -> None:
        if self._entry is not None:
            self.open_source.emit(self._entry)

    def _remove(self) -> None:
        if self._entry is not None and self._context.dialogs.confirm(
            "Take it out of the log?", _REMOVE, "Take it out"
        ):
            entry, self._entry = self._entry, None
            self._context.apply(RemoveSending(entry.response, entry.id))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP + GAP // 2)
        column.addWidget(self.title)
        first = Folding(60, GAP_LARGE)
        first.add_top(labelled(self.when, "When"), 1)
        first.add_top(
            labelled(self.place, "Where to", "For example: the committee’s online form."), 2
        )
        column.addWidget(first)
        second = Folding(60, GAP_LARGE)
        second.add_top(labelled(self.reference, "Reference number", "If they gave one."), 1)
        second.add_top(labelled(self.address, "Published at", "Its address on the web."), 2)
        column.addWidget(second)
        column.addWidget(
            labelled(
                self.quoted,
                "What was quoted, and what came of it",
                "For example: report, paragraph 41; our second recommendation was taken up.",
            )
        )
        column.addWidget(labelled(self.note, "Note"))
        column.addWidget(self.file)
        links = FlowLayout()
        links.addWidget(self.source_button)
        links.addWidget(self.remove_button)
        column.addLayout(links)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
