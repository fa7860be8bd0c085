"""What the people in a case study or quotation have agreed to, on the form of a Snippet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QVBoxLayout, QWidget

from desktop.core.consent import Consent, Use
from desktop.ui.form import labelled, name_field
from desktop.ui.models.words import CONSENT_USES
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.inset import inset
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.saved_field import line_edit, note_edit

_NOTE = (
    "Evidence that a committee or department publishes stays public for good. Record here what "
    "somebody who could be recognised has agreed to; for a person under 18, who agreed for them. "
    "Leave it empty where nobody could be recognised."
)


class ConsentFields(QWidget):
    """``changed()`` when a person ticks something or chooses a day; the two fields of text are for
    the form to listen to. Its values are plain, and stand among those of the form.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who, self.note = line_edit(), note_edit(2)
        self.uses = {use: QCheckBox(words) for use, words in CONSENT_USES.items()}
        self.ends = QCheckBox("It was given until a certain day")
        name_field(self.ends, self.ends.text())
        self.until = QDateEdit()
        inset(self.until)
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("d MMMM yyyy")
        name_field(self.until, "Consent until")
        for box in self.uses.values():
            name_field(box, f"Agreed to: {box.text()}")
            box.clicked.connect(self.changed)
        self.ends.clicked.connect(self.changed)
        self.ends.toggled.connect(self.until.setEnabled)
        self.until.dateChanged.connect(self.changed)
        self._build()

    def values(self) -> dict[str, Any]:
        """Return what is ticked and chosen, as it may be kept."""
        day = self.until.date()
        ended = date(day.year(), day.month(), day.day()).isoformat()
        return {
            "consent_covers": [use.value for use, box in self.uses.items() if box.isChecked()],
            "consent_until": ended if self.ends.isChecked() else "",
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Tick and choose what ``values`` has; what is missing is empty."""
        covers = values.get("consent_covers", ())
        for use, box in self.uses.items():
            box.setChecked(use.value in covers)
        day = QDate.fromString(str(values.get("consent_until", "")), "yyyy-MM-dd")
        self.ends.setChecked(day.isValid())
        self.until.setEnabled(day.isValid())
        self.until.setDate(day if day.isValid() else QDate.currentDate().addYears(2))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(text_label("Consent", "heading"))
        column.addWidget(text_label(_NOTE, "muted"))
        column.addWidget(
            labelled(self.who, "Who has agreed", "For example: the woman described; her son.")
        )
        ticks = QVBoxLayout()
        ticks.setSpacing(GAP_SMALL)
        ticks.addWidget(text_label("What they have agreed to", "strong"))
        for box in self.uses.values():
            ticks.addWidget(box)
        ticks.addWidget(self.ends)
        ticks.addWidget(self.until)
        column.addLayout(ticks)
        column.addWidget(
            labelled(
                self.note,
                "What was agreed",
                "How they may be named, and where the form is kept.",
            )
        )


def consent_values(consent: Consent | None) -> dict[str, Any]:
    """Return a consent record as the form takes it; nothing where there is none."""
    if consent is None:
        return {}
    return {
        "consent_who": consent.who,
        "consent_note": consent.note,
        "consent_covers": [use.value for use in Use if use in consent.covers],
        "consent_until": consent.until.isoformat() if consent.until else "",
        "consent_recorded": consent.recorded.isoformat(),
    }


def consent_of(values: Mapping[str, Any], snippet: str, today: date) -> Consent | None:
    """Return the consent record in the values of a form, or None where nothing is said."""
    if not says_anything(values):
        return None
    until = values["consent_until"]
    return Consent(
        snippet,
        values["consent_who"],
        frozenset(map(Use, values["consent_covers"])),
        today,
        date.fromisoformat(until) if until else None,
        values["consent_note"],
    )


def says_anything(values: Mapping[str, Any]) -> bool:
    """Tell whether the values of a form record a consent."""
    return bool(values["consent_who"] or values["consent_covers"] or values["consent_note"])
