"""In which language a submission is written out, where it is written in two."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop.core.response import Draft
from desktop.core.translating import LANGUAGE_NAMES, Language, in_language, offered
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import text_label


class LanguageChoice(QWidget):
    """Hidden unless a second language is wanted or begun. ``changed()``: another was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Language, QRadioButton] = {}
        row = FlowLayout(self)
        row.addWidget(text_label("Language:"))
        for language, name in LANGUAGE_NAMES.items():
            button = QRadioButton(name)
            button.setAccessibleName(f"Write it in {name}")
            button.setChecked(language is Language.ENGLISH)
            button.toggled.connect(self._toggled)
            self._group.addButton(button)
            self.buttons[language] = button
            row.addWidget(button)
        self.hide()

    @property
    def language(self) -> Language:
        """What is chosen; English while there is nothing to choose."""
        chosen = (one for one, button in self.buttons.items() if button.isChecked())
        return Language.ENGLISH if self.isHidden() else next(chosen, Language.ENGLISH)

    def show_draft(self, draft: Draft) -> None:
        """Show the choice where this Draft has one."""
        self.setVisible(bool(offered(draft)))

    def printed(self, draft: Draft) -> Draft:
        """Return the Draft in the language that is chosen."""
        return in_language(draft, self.language)

    def _toggled(self, checked: bool) -> None:
        if checked:
            self.changed.emit()
