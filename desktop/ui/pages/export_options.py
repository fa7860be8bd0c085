"""The choices of an export as tick boxes, kept for the next time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.core.rules import Rules
from desktop.export import CopyOptions, ExportOptions, numbers_settled
from desktop.session import Session
from desktop.session.choices import DOCUMENT
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.flow import FlowLayout

FORMS = "export.copy"
_AS_TEXT = "numbers_as_text"
_SETTLED = "The rules of this call have them as text; the Rules tab of the review can change that."
_DOCUMENT_CHOICES = {
    _AS_TEXT: (
        "Numbers as text",
        "Paragraph numbers are typed, with a hanging indent. Some committees’ converters start "
        "Word’s own numbers again at 1.",
    ),
    "list_of_sources": ("List of sources", "Every source that is cited, once, at the end."),
    "skipped_named": (
        "Name skipped questions",
        "A skipped question keeps its heading, with a sentence saying that it is not answered.",
    ),
}
_FORM_CHOICES = {
    "plain_quotes": ("Straight quotation marks", "Some forms garble curly ones."),
    "plain_dashes": ("Hyphens for dashes", "Some forms garble long dashes."),
    "plain_tabs": ("No tabs", "“ | ” stands between the cells of a table."),
    "notes": ("Footnotes", "As [1], with their texts at the end."),
    "recommendations": ("Recommendations", "Those that the answer argues for, after its text."),
}


def export_options(session: Session) -> ExportOptions:
    """Return the choices made last."""
    return replace(ExportOptions(), **_stored(session, DOCUMENT, _DOCUMENT_CHOICES))


def copy_options(session: Session) -> CopyOptions:
    """Return the choices made last for online forms."""
    plain = CopyOptions(plain_quotes=True, plain_dashes=True, plain_tabs=True)
    return replace(plain, **_stored(session, FORMS, _FORM_CHOICES))


def _stored(session: Session, key: str, choices: dict[str, tuple[str, str]]) -> dict[str, bool]:
    """Return what is stored of these choices; anything else that may stand there is left out."""
    value = session.setting(key, {})
    if not isinstance(value, dict):
        return {}
    return {name: bool(value[name]) for name in choices if name in value}


class OptionsRow(QWidget):
    """Tick boxes for the options of ``DOCUMENT`` or ``FORMS``; ``changed()`` once they are kept."""

    changed = Signal()

    def __init__(self, session: Session, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key = key
        self._settled: set[str] = set()
        self._choices = _DOCUMENT_CHOICES if key == DOCUMENT else _FORM_CHOICES
        self.boxes: dict[str, QCheckBox] = {}
        row = FlowLayout(self, GAP_LARGE)
        for name, (words, help_text) in self._choices.items():
            box = QCheckBox(words)
            box.setToolTip(help_text)
            box.setAccessibleName(words)
            box.setAccessibleDescription(help_text)
            box.toggled.connect(self._keep)
            self.boxes[name] = box
            row.addWidget(box)
        self.read()

    def read(self) -> None:
        """Show the choices as they are kept now."""
        now = (
            export_options(self._session) if self._key == DOCUMENT else copy_options(self._session)
        )
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(getattr(now, name) or name in self._settled)
            box.blockSignals(False)

    def show_rules(self, rules: Rules) -> None:
        """Show the choices as they are kept, and what the rules of a call settle."""
        box, settled = self.boxes[_AS_TEXT], numbers_settled(rules)
        self._settled = {_AS_TEXT} if settled else set()
        help_text = _SETTLED if settled else _DOCUMENT_CHOICES[_AS_TEXT][1]
        box.setEnabled(not settled)
        box.setToolTip(help_text)
        box.setAccessibleDescription(help_text)
        self.read()

    def _keep(self) -> None:
        # What the rules of this call settle stays as it is for others.
        chosen = _stored(self._session, self._key, self._choices) | {
            name: box.isChecked() for name, box in self.boxes.items() if name not in self._settled
        }
        self._session.set_setting(self._key, chosen)
        self.changed.emit()
