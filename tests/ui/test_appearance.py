"""How the window looks: chosen or as the system asks, at once and for good."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paths import Paths
from desktop.ui.appearance import Appearance, ThemeChoice, system_choice
from desktop.ui.memory import Memory


@dataclass
class System:
    """What a system says about its look."""

    scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown
    contrast: Qt.ContrastPreference = Qt.ContrastPreference.NoPreference

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme

    def accessibility(self) -> System:
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802
        return self.contrast


@pytest.mark.parametrize(
    ("system", "theme"),
    [
        (System(), ThemeChoice.LIGHT),
        (System(Qt.ColorScheme.Light), ThemeChoice.LIGHT),
        (System(Qt.ColorScheme.Dark), ThemeChoice.DARK),
        (
            System(Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast),
            ThemeChoice.HIGH_CONTRAST,
        ),
    ],
)
def test_the_theme_is_what_the_system_asks_for(system: System, theme: ThemeChoice) -> None:
    assert system_choice(system) is theme


def test_the_theme_follows_the_system_as_it_changes(
    qapp: QApplication, qtbot: QtBot, appearance: Appearance
) -> None:
    with qtbot.waitSignal(appearance.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_a_chosen_theme_is_worn_at_once_and_remembered(
    qapp: QApplication, qtbot: QtBot, appearance: Appearance, memory: Memory, paths: Paths
) -> None:
    with qtbot.waitSignal(appearance.changed):
        appearance.choose(ThemeChoice.HIGH_CONTRAST)
    assert appearance.theme.colour("text") == qapp.palette().text().color()
    memory.save()
    assert Memory(paths.config).text("theme") == "high-contrast"
    appearance.follow_system()
    assert appearance.theme.name == "high-contrast"


@pytest.mark.parametrize(("asked", "given"), [(130, 130), (500, 200), (10, 80)])
def test_text_grows_and_shrinks_within_bounds(
    qapp: QApplication, appearance: Appearance, asked: int, given: int
) -> None:
    usual = qapp.font().pixelSize()
    appearance.set_text_size(asked)
    assert appearance.text_size == given
    assert qapp.font().pixelSize() == round(usual * given / 100)


def test_nonsense_in_the_settings_file_means_the_usual_look(
    qapp: QApplication, paths: Paths, appearance: Appearance, memory: Memory
) -> None:
    memory.put("theme", "purple")
    memory.put("text-size", "huge")
    assert appearance.choice is ThemeChoice.SYSTEM
    assert appearance.text_size == 100
