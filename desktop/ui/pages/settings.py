"""Settings: how it looks, how documents are exported, backups, where the workspace lies."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.changes import Changes, Kind
from desktop.errors import DesktopError
from desktop.ui.appearance import LARGEST, SMALLEST, STEP, THEME_WORDS, USUAL, ThemeChoice
from desktop.ui.commenting.naming import change_name
from desktop.ui.context import Context
from desktop.ui.courses.practice import TRAINER, is_practice
from desktop.ui.form import name_field
from desktop.ui.page import Page
from desktop.ui.pages.export_options import DOCUMENT, OptionsRow
from desktop.ui.pages.settings_holidays import HolidayChoice
from desktop.ui.place import Place
from desktop.ui.settling import BACK_UP
from desktop.ui.spacing import GAP
from desktop.ui.widgets.breakable import breakable
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import breakable as breakable_words
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn, titled

_NO_NAME = "Learners see no name beside your comments yet."


class SettingsPage(Page):
    """What a person may choose about the program. Every choice is true at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.themes: dict[ThemeChoice, QRadioButton] = {}
        self.export_options = OptionsRow(context.session, DOCUMENT)
        self.holidays = HolidayChoice(context)
        self.backups = QCheckBox("Back the workspace up when it is opened")
        self.spelling = QCheckBox("Underline words that may be misspelt (British English)")
        self.trainer = QCheckBox("Trainer mode")
        self.name_button = Button("Your name to learners…", self._rename)
        self.name_words = text_label("", "muted")
        self.words_button = Button("Your words…", self.choose_words)
        self.size_words = QLabel()
        self.size_words.setAccessibleName("Text size")
        page = PageColumn("Settings")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        page.add(titled("Settings"))
        page.add(self._looks())
        page.add(self._spelling())
        page.add(self._export())
        page.add(self._deadlines())
        page.add(self._backups())
        page.add(self._workspace())
        if not is_practice(context.session):
            page.add(self._teaching())
        page.end()
        context.bridge.changed.connect(self._changed)
        if context.appearance is not None:
            context.appearance.changed.connect(self._show)

    def open(self, place: Place) -> None:
        self._show()

    def first_focus(self) -> QWidget:
        chosen = [button for button in self.themes.values() if button.isChecked()]
        return chosen[0] if chosen else self.backups

    def _looks(self) -> QVBoxLayout:
        column = titled("Look", role="heading")
        group = QButtonGroup(self)
        for choice, words in THEME_WORDS.items():
            button = QRadioButton(words)
            name_field(button, f"Theme: {words}")
            button.clicked.connect(lambda _checked=False, choice=choice: self._choose(choice))
            group.addButton(button)
            self.themes[choice] = button
            column.addWidget(button)
        column.addSpacing(GAP)
        column.addWidget(text_label("Text size", "strong"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.smaller = Button("Smaller", lambda: self._resize(-STEP), name="Smaller text")
        self.larger = Button("Larger", lambda: self._resize(STEP), name="Larger text")
        self.usual = Button("Usual size", lambda: self._resize(0), look="link")
        row.addWidget(self.smaller)
        row.addWidget(self.size_words)
        row.addWidget(self.larger)
        row.addWidget(self.usual)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _spelling(self) -> QVBoxLayout:
        column = titled("Spelling", role="heading")
        help_text = "Names in your library and the words that you have added count as right."
        name_field(self.spelling, self.spelling.text(), help_text)
        self.spelling.clicked.connect(self._switch_spelling)
        column.addWidget(self.spelling)
        column.addWidget(text_label(help_text, "muted"))
        row = QHBoxLayout()
        row.addWidget(self.words_button)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def choose_words(self) -> None:
        """Show the words that a person has added, and let them take one out again."""
        spelling = self.context.session.spelling
        words = spelling.own_words()
        if not words:
            said = "You have added no words yet. The menu of an underlined word does that."
            self.context.dialogs.notify(said)
            return
        asked = "These count as well spelled everywhere. Choose one to take it out."
        chosen = self.context.dialogs.choose("Your words", asked, words, "Take it out")
        if chosen is not None:
            self.context.apply(spelling.removing(words[chosen]))

    def _export(self) -> QVBoxLayout:
        column = titled("Export", "What is chosen on the export page next time.", role="heading")
        column.addWidget(self.export_options)
        return column

    def _deadlines(self) -> QVBoxLayout:
        said = "Working days to a deadline leave out weekends and these bank holidays."
        column = titled("Deadlines", said, role="heading")
        column.addWidget(self.holidays)
        return column

    def _backups(self) -> QVBoxLayout:
        column = titled("Backups", role="heading")
        help_text = "Only when something has changed since the last backup."
        name_field(self.backups, self.backups.text(), help_text)
        self.backups.clicked.connect(lambda on: self._switch(BACK_UP, on))
        column.addWidget(self.backups)
        column.addWidget(text_label(help_text, "muted"))
        return column

    def _workspace(self) -> QVBoxLayout:
        session = self.context.session
        column = titled("Workspace", role="heading")
        column.addWidget(text_label(f"Your work is kept in {breakable(session.path)}"))
        backups = session.paths.backups(session.path)
        column.addWidget(text_label(f"Backups are kept in {breakable(backups)}", "muted"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(Button("Back up now", lambda: self.context.run("workspace.backup")))
        row.addWidget(Button("Open another workspace…", lambda: self.context.run("workspace.open")))
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _teaching(self) -> QVBoxLayout:
        column = titled("Teaching", role="heading")
        help_text = (
            "The page of courses and the menu Learn then offer what trainers do: make a course, "
            "print handouts, show it on a projector, collect learners’ work and comment on it."
        )
        name_field(self.trainer, self.trainer.text(), help_text)
        self.trainer.clicked.connect(lambda on: self._switch(TRAINER, on))
        column.addWidget(self.trainer)
        column.addWidget(text_label(help_text, "muted"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.name_button)
        row.addWidget(self.name_words, 1)
        column.addLayout(row)
        return column

    def _rename(self) -> None:
        change_name(self.context)
        self._show()

    def _show_name(self) -> None:
        on = self.trainer.isChecked()
        name = self.context.session.courses.teaching.name if on else ""
        self.name_button.setEnabled(on)
        said = f"Learners see: {name}" if name else _NO_NAME
        self.name_words.setText(breakable_words(said))
        self.name_words.setVisible(on)

    def _show(self) -> None:
        self.trainer.setChecked(bool(self.context.session.setting(TRAINER)))
        self._show_name()
        self.backups.setChecked(bool(self.context.session.setting(BACK_UP, True)))
        self.spelling.setChecked(self.context.session.spelling.on)
        self.export_options.read()
        self.holidays.read()
        appearance = self.context.appearance
        if appearance is None:
            return
        self.themes[appearance.choice].setChecked(True)
        size = appearance.text_size
        self.size_words.setText(f"{size}%")
        self.smaller.setEnabled(size > SMALLEST)
        self.larger.setEnabled(size < LARGEST)
        self.usual.setEnabled(size != USUAL)

    def _choose(self, choice: ThemeChoice) -> None:
        if self.context.appearance is not None:
            self.context.appearance.choose(choice)

    def _resize(self, by: int) -> None:
        appearance = self.context.appearance
        if appearance is not None:
            appearance.set_text_size(appearance.text_size + by if by else USUAL)

    def _switch_spelling(self, on: bool) -> None:
        try:
            self.context.session.spelling.switch(on)
        except DesktopError as error:
            self.context.dialogs.show_error(error)
            self._show()

    def _switch(self, setting: str, on: bool) -> None:
        try:
            self.context.session.set_setting(setting, on)
        except DesktopError as error:
            self.context.dialogs.show_error(error)
            self._show()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(Kind.SETTINGS):
            self._show()
