"""Who answers: the organisations on the left, the chosen one as a form on the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core.changes import Changes, Kind
from desktop.core.edits import AddOrganisation, RemoveOrganisation
from desktop.core.response import Organisation
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.models.organisations import NAMELESS, OrganisationsModel
from desktop.ui.page import Page
from desktop.ui.pages.organisation_form import OrganisationForm
from desktop.ui.place import Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choosing import choose_only
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.folding import FoldingSplitter
from desktop.ui.widgets.labels import text_label


class OrganisationsPage(Page):
    """Asked once, reused in every Response. ``Place.item`` is the id of one to show."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = OrganisationsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        name_field(self.list, "Organisations")
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.add_button = Button("Add an organisation", self.add)
        self.form = OrganisationForm(context)
        self.form.remove.connect(self._remove)
        self.empty = EmptyState(
            "Who is answering?",
            "Say once who your organisation is: its name, whom it speaks for, a few sentences "
            "about you. Every response then starts with it. An umbrella body can add its "
            "members and answer for each.",
            "Add your organisation",
            self.add,
        )
        self._build()
        context.bridge.changed.connect(self._hear)

    def open(self, place: Place) -> None:
        self._refresh(place.item or self.form.organisation_id)

    def flush(self) -> None:
        self.form.flush()

    def first_focus(self) -> QWidget:
        if not self.model.rowCount():
            return self.empty.button
        return self.form.name if not self.form.name.text() else self.list

    def add(self) -> None:
        """Add an organisation and let the person name it."""
        self.flush()
        new = Organisation(self.context.session.new_id(), "")
        if self.context.apply(AddOrganisation(new), self) is not None:
            self._refresh(new.id)
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(text_label("Organisations", "title"))
        column.addWidget(text_label("Said once, used in every response.", "muted"))
        column.addWidget(self.list, 1)
        column.addWidget(self.add_button)
        split = FoldingSplitter(80, (1, 3))
        split.addWidget(left)
        split.addWidget(self.form)
        self._both = split
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(split)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)

    def _refresh(self, wanted: str) -> None:
        """Read the list anew and show the wanted organisation, or the first."""
        self.model.show(self.context.session.organisations())
        self._stack.setCurrentWidget(self._both if self.model.rowCount() else self.empty)
        index = self.model.index_of(wanted)
        if not index.isValid():
            index = self.model.index(0)
        choose_only(self.list, index)
        self.form.show_organisation(self.model.organisation(index))

    def _chosen(self, index: QModelIndex) -> None:
        organisation = self.model.organisation(index)
        if organisation is not None and organisation.id != self.form.organisation_id:
            self.form.flush()
            self.form.show_organisation(organisation)

    def _hear(self, changes: Changes) -> None:
        if not self.isVisible() or not changes.touches(Kind.ORGANISATION, Kind.RESPONSES):
            return
        if changes.origin is self.form:
            self._relist()
        elif changes.origin is not self:
            self._refresh(self.form.organisation_id)

    def _relist(self) -> None:
        """Let the list follow the form: a new name may mean another place in it."""
        self.list.selectionModel().blockSignals(True)
        self.model.show(self.context.session.organisations())
        choose_only(self.list, self.model.index_of(self.form.organisation_id))
        self.list.selectionModel().blockSignals(False)

    def _remove(self) -> None:
        self.flush()
        item = self.model.organisation(self.model.index_of(self.form.organisation_id))
        if item is None:
            return
        name = item.name.strip() or NAMELESS
        if not self.context.dialogs.confirm(
            f"Remove “{name}”?",
            "Its name, texts and contact details are removed. Undo brings them back.",
            "Remove",
            risky=True,
        ):
            return
        try:
            self.context.session.apply(RemoveOrganisation(item.id), self)
        except DesktopError as error:
            self.context.dialogs.show_error(error)
            return
        self._refresh("")
        self.context.dialogs.notify("Organisation removed. Undo brings it back.")
