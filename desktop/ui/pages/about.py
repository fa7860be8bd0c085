"""What frames the answers: who we are, why we write, what we would say in person."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.core.changes import Kind
from desktop.core.edits import (
    SetDated,
    SetOrganisation,
    SetOrganisationField,
    SetResponseText,
)
from desktop.core.finding import TextField
from desktop.core.response import Draft
from desktop.ui.checking.marking import mark_field
from desktop.ui.context import Context
from desktop.ui.form import labelled, name_field
from desktop.ui.models.organisations import NAMELESS
from desktop.ui.pages.response_page import ResponsePage
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.spelling.menu import spelled
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.inset import inset
from desktop.ui.widgets.long_field import LongField
from desktop.ui.widgets.page_column import PageColumn, titled
from desktop.ui.widgets.saved_field import SavedField

_FORMAT = "d MMMM yyyy"


class AboutPage(ResponsePage):
    """About us follows the Organisation's text until it is edited here; where there is none yet,
    what is typed here becomes it.
    """

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSE, Kind.ORGANISATION})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.organisation = QComboBox()
        self.organisation.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.organisation.activated.connect(self._choose)
        self.edit_organisations = Button("Edit organisations", self._to_organisations, look="link")
        about = LongField("About &us", dialogs=context.dialogs)
        reason = LongField(
            "&Why we are submitting",
            "One or two sentences: what you know about this that others do not.",
            dialogs=context.dialogs,
        )
        oral = LongField(
            "What we would like to say in &oral evidence",
            "Leave empty if you do not offer to come. Otherwise say what you would speak about.",
            dialogs=context.dialogs,
        )
        self.about, self.reason, self.oral = about.text, reason.text, oral.text
        self.about_field = about
        mark_field(self.about, context, TextField.ABOUT)
        mark_field(self.reason, context, TextField.REASON)
        mark_field(self.oral, context, TextField.ORAL_EVIDENCE)
        self.spelling = [spelled(box, context) for box in (self.about, self.reason, self.oral)]
        self.follow_button = Button(
            "Follow the organisation’s text again", self._follow, look="link"
        )
        self.today = QCheckBox("Print the day of export")
        self.today.toggled.connect(self._date_chosen)
        self.dated = QDateEdit()
        inset(self.dated)
        self.dated.setCalendarPopup(True)
        self.dated.setDisplayFormat(_FORMAT)
        self.dated.editingFinished.connect(self._date_chosen)
        self._fields = {
            "about": SavedField(about.text, self._set_about, context),
            "reason": self._saved("reason", reason),
            "oral_evidence": self._saved("oral_evidence", oral),
        }
        self._showing = False
        self._first = ""  # the id of the Organisation whose first text is written here
        self._build(about, reason, oral)

    def flush(self) -> None:
        for field in self._fields.values():
            if field.unsaved:
                field.flush()
        self._date_chosen()

    def first_focus(self) -> QWidget:
        return self.about

    def show_draft(self, draft: Draft) -> None:
        response = draft.response
        self._showing = True
        self._show_organisations(draft)
        asked_first = response.about is None and not draft.organisation.about.strip()
        self._first = draft.organisation.id if asked_first else ""
        self._fields["about"].show(draft.about)
        self._fields["reason"].show(response.reason)
        self._fields["oral_evidence"].show(response.oral_evidence)
        for menu in self.spelling:
            menu.marks.show_text(self.response)
        self.today.setChecked(response.dated is None)
        day = response.dated or self.context.session.clock().date()
        self.dated.setDate(QDate(day.year, day.month, day.day))
        self._showing = False
        self.show_own_change(draft)

    def show_own_change(self, draft: Draft) -> None:
        self.dated.setEnabled(draft.response.dated is not None)
        follows = draft.response.about is None
        name = draft.organisation.name.strip() or NAMELESS
        if self._first:
            said = "Kept with the organisation, so that the next response starts with it."
        elif follows:
            said = (
                f"Follows the text of {name}. Change it here, and it is changed for this response "
                "only."
            )
        else:
            said = "Changed for this response only."
        self.about_field.set_help(said)
        self.follow_button.setVisible(not follows)

    def _build(self, about: LongField, reason: LongField, oral: LongField) -> None:
        page = PageColumn("About us")
        page.add(
            titled(
                "About us",
                "A committee wants to know who is speaking, for whom, and why. Contact details "
                "are kept with the organisation and go into the cover email only.",
            )
        )
        page.add(
            _above(labelled(self.organisation, "This response is &from"), self.edit_organisations)
        )
        page.add(_above(about, self.follow_button))
        page.add(reason)
        page.add(oral)
        when = QVBoxLayout()
        when.setSpacing(GAP)
        when.addWidget(self.today)
        name_field(self.today, "Print the day of export as the date")
        row = QHBoxLayout()
        row.addWidget(labelled(self.dated, "&Date printed"))
        row.addStretch(1)
        when.addLayout(row)
        page.add(when)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _saved(self, name: str, field: LongField) -> SavedField:
        return SavedField(field.text, lambda text: self._set(name, text), self.context)

    def _set_about(self, text: str) -> bool:
        """Store about us: with the Organisation if it has none yet, else with the Response."""
        if not self._first:
            return self._set("about", text)
        edit = SetOrganisationField(self._first, "about", text)
        return self.context.apply(edit, self) is not None

    def _set(self, name: str, text: str) -> bool:
        return self.context.apply(SetResponseText(self.response, name, text), self) is not None

    def _show_organisations(self, draft: Draft) -> None:
        self.organisation.clear()
        for item in self.context.session.organisations():
            self.organisation.addItem(item.name.strip() or NAMELESS, item.id)
        self.organisation.setCurrentIndex(self.organisation.findData(draft.organisation.id))

    def _choose(self, place: int) -> None:
        self.flush()
        self.context.apply(SetOrganisation(self.response, self.organisation.itemData(place)))

    def _follow(self) -> None:
        self.flush()
        self.context.apply(SetResponseText(self.response, "about", None))

    def _date_chosen(self) -> None:
        if self._showing or not self.response:
            return
        day = self.dated.date()
        value = None if self.today.isChecked() else date(day.year(), day.month(), day.day())
        self.dated.setEnabled(value is not None)
        if value != self.draft().response.dated:
            self.context.apply(SetDated(self.response, value), self)

    def _to_organisations(self) -> None:
        place = self.organisation.currentData() or ""
        self.context.go(Place(PageId.ORGANISATIONS, item=place))


def _above(field: QWidget, link: Button) -> QVBoxLayout:
    """Put a link below the field that it belongs to."""
    column = QVBoxLayout()
    column.setSpacing(GAP_SMALL)
    column.addWidget(field)
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return column
