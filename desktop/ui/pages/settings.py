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
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn, titled

NUMBERS_AS_TEXT = "export.numbers-as-text"
LIST_OF_SOURCES = "export.list-of-sources"
BACK_UP = "backup.on-opening"

_SWITCHES = (
    (
        NUMBERS_AS_TEXT,
        False,
        "Write paragraph numbers as text",
        "For bodies whose converter starts every numbered list at 1 again.",
    ),
    (
        LIST_OF_SOURCES,
        False,
        "Add a list of sources at the end",
        "Each source once, after the text. The footnotes stay.",
    ),
    (
        BACK_UP,
        True,
        "Back the workspace up when it is opened",
        "Only when something has changed since the last backup.",
    ),
)


class SettingsPage(Page):
    """What a person may choose about the program. Every choice is true at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.themes: dict[ThemeChoice, QRadioButton] = {}
        self.switches: dict[str, QCheckBox] = {}
        self.size_words = QLabel()
        self.size_words.setAccessibleName("Text size")
        page = PageColumn("Settings")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        page.add(titled("Settings"))
        page.add(self._looks())
        page.add(self._section("Export", (NUMBERS_AS_TEXT, LIST_OF_SOURCES)))
        page.add(self._section("Backups", (BACK_UP,)))
        page.add(self._workspace())
        page.end()
        context.bridge.changed.connect(self._changed)
        if context.appearance is not None:
            context.appearance.changed.connect(self._show)

    def open(self, place: Place) -> None:
        self._show()

    def first_focus(self) -> QWidget:
        chosen = [button for button in self.themes.values() if button.isChecked()]
        return chosen[0] if chosen else next(iter(self.switches.values()))

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

    def _section(self, title: str, keys: tuple[str, ...]) -> QVBoxLayout:
        column = titled(title, role="heading")
        for key, _, words, help_text in _SWITCHES:
            if key not in keys:
                continue
            switch = QCheckBox(words)
            name_field(switch, words, help_text)
            switch.clicked.connect(lambda checked, key=key: self._switch(key, checked))
            self.switches[key] = switch
            both = QVBoxLayout()
            both.setSpacing(GAP_SMALL)
            both.addWidget(switch)
            both.addWidget(text_label(help_text, "muted"))
            column.addLayout(both)
        return column

    def _workspace(self) -> QVBoxLayout:
        session = self.context.session
        column = titled("Workspace", role="heading")
        column.addWidget(text_label(f"Your work is kept in {session.path}"))
        backups = session.paths.backups(session.path)
        column.addWidget(text_label(f"Backups are kept in {backups}", "muted"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(Button("Back up now", lambda: self.context.run("workspace.backup")))
        row.addWidget(Button("Open another workspace…", lambda: self.context.run("workspace.open")))
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _show(self) -> None:
        for key, usual, _, _ in _SWITCHES:
            self.switches[key].setChecked(bool(self.context.session.setting(key, usual)))
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

    def _switch(self, key: str, on: bool) -> None:
        try:
            self.context.session.set_setting(key, on)
        except DesktopError as error:
            self.context.dialogs.show_error(error)
            self._show()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(Kind.SETTINGS):
            self._show()
