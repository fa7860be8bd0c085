"""One Organisation as a form that saves itself field by field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.edits import SetOrganisationField
from desktop.core.response import Organisation, OrganisationKind
from desktop.ui.context import Context
from desktop.ui.form import labelled, name_field
from desktop.ui.models.words import ORGANISATION_KINDS
from desktop.ui.pages.house_rules import HouseRulesPart
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.long_field import LongField
from desktop.ui.widgets.page_column import PageColumn, titled
from desktop.ui.widgets.saved_field import SavedField, TextWidget, line_edit, note_edit
from desktop.ui.widgets.sentence_field import SentenceField

CONTACT_NOTE = (
    "For the cover email only. These details never go into the document: evidence is published."
)
_WELSH = "cy-GB"
_WELSH_NOTE = (
    "Each response then has a page for its Welsh version, and the checks ask for it where the "
    "receiving body does."
)


class OrganisationForm(QWidget):
    """``remove`` asks for the organisation to be removed."""

    remove = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.organisation_id = ""
        self.name = SentenceField()
        self.kind = QComboBox()
        for kind, words in ORGANISATION_KINDS.items():
            self.kind.addItem(words, kind.value)
        self.charity_number = line_edit()
        self.speaks_for = SentenceField()
        self.reach = line_edit()
        self._about_field = LongField(
            "&About us",
            "Two or three sentences: what you do, where, since when, for whom. Each response "
            "starts with this text and can change it.",
            dialogs=context.dialogs,
        )
        self.about = self._about_field.text
        self.welsh = QCheckBox("We &write in Welsh too, by our own policy")
        self.welsh.clicked.connect(self._welsh_chosen)
        self.sign_off = SentenceField()
        self.interests = SentenceField()
        self.contact_name = line_edit()
        self.contact_role = line_edit()
        self.contact_email = line_edit()
        self.contact_phone = line_edit()
        self.contact_address = note_edit(3)
        self.house_rules = HouseRulesPart(context)
        self.remove_button = Button("Remove this organisation…", self.remove.emit, look="link")
        self.kind.activated.connect(self._kind_chosen)
        self._fields = {name: self._saved(name, field) for name, field in self._texts().items()}
        self._build()

    def show_organisation(self, organisation: Organisation | None) -> None:
        """Show an Organisation; what was typed in the one before has been saved by ``flush``."""
        self.setEnabled(organisation is not None)
        if organisation is None:
            organisation = Organisation("", "")
        self.organisation_id = organisation.id
        self.house_rules.show_organisation(organisation.id)
        for name, field in self._fields.items():
            field.show(getattr(organisation, name))
        self.kind.setCurrentIndex(self.kind.findData(organisation.kind.value))
        self.welsh.setChecked(_WELSH in organisation.languages.split())

    def flush(self) -> None:
        """Save what was typed and is not saved yet."""
        for field in self._fields.values():
            if field.unsaved:
                field.flush()

    def _texts(self) -> dict[str, TextWidget]:
        return {
            "name": self.name,
            "charity_number": self.charity_number,
            "speaks_for": self.speaks_for,
            "reach": self.reach,
            "about": self.about,
            "sign_off": self.sign_off,
            "interests": self.interests,
            "contact_name": self.contact_name,
            "contact_role": self.contact_role,
            "contact_email": self.contact_email,
            "contact_phone": self.contact_phone,
            "contact_address": self.contact_address,
        }

    def _saved(self, name: str, field: TextWidget) -> SavedField:
        return SavedField(field, lambda text: self._set(name, text), self._context)

    def _set(self, name: str, value: str) -> bool:
        if not self.organisation_id:
            return True
        edit = SetOrganisationField(self.organisation_id, name, value)
        return self._context.apply(edit, self) is not None

    def _kind_chosen(self, place: int) -> None:
        self._set("kind", OrganisationKind(self.kind.itemData(place)).value)

    def _welsh_chosen(self, wanted: bool) -> None:
        self._set("languages", _WELSH if wanted else "")

    def _before_sending(self) -> tuple[QWidget, ...]:
        return (
            labelled(
                self.sign_off,
                "Who a&pproves it",
                "For example: the chair and the chief executive. A response is then not ready "
                "until they have. Leave it empty if nobody needs to.",
            ),
            labelled(
                self.interests,
                "&Interests to declare",
                "What you have at stake with those you write to, such as a grant or a contract. "
                "Write “None” if there are none. The checks ask whether About us says it.",
            ),
        )

    def _build(self) -> None:
        page = PageColumn("The organisation")
        page.add(
            labelled(
                self.name, "&Name", "As it should be printed: “Written evidence submitted by …”."
            )
        )
        page.add(
            _pair(
                labelled(self.kind, "&Kind"),
                labelled(self.charity_number, "&Charity number", "Leave empty if you have none."),
            )
        )
        page.add(
            _pair(
                labelled(
                    self.speaks_for,
                    "Whom it &speaks for",
                    "For example: village halls in the county.",
                ),
                labelled(self.reach, "&How many", "For example: 62 member groups."),
            )
        )
        page.add(self._about_field)
        name_field(self.welsh, "We write in Welsh too, by our own policy", _WELSH_NOTE)
        welsh = QVBoxLayout()
        welsh.addWidget(self.welsh)
        welsh.addWidget(text_label(_WELSH_NOTE, "muted"))
        page.add(welsh)
        page.add(titled("Before anything is sent", "", "heading"))
        for field in self._before_sending():
            page.add(field)
        page.add(titled("Contact person", CONTACT_NOTE, "heading"))
        page.add(
            _pair(labelled(self.contact_name, "Contact name"), labelled(self.contact_role, "Role"))
        )
        page.add(
            _pair(labelled(self.contact_email, "Email"), labelled(self.contact_phone, "Telephone"))
        )
        page.add(labelled(self.contact_address, "Address"))
        page.add(self.house_rules)
        end = QHBoxLayout()
        end.addWidget(self.remove_button)
        end.addStretch(1)
        page.add(end)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)


def _pair(one: QWidget, other: QWidget) -> Folding:
    """Put two short fields side by side, their tops on one line."""
    row = Folding(60, GAP_LARGE)
    for field in (one, other):
        row.add_top(field, 1)
    return row
