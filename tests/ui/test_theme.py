"""Themes: every role has a colour, words can be read, sizes grow with the text."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.errors import ContentError
from desktop.ui.theme import Theme, contrast, load_theme, palette, read_lines, style_sheet
from tests.support.workspace import REPOSITORY

THEMES = REPOSITORY / "resources" / "themes"
TEMPLATE = (THEMES / "window.qss").read_text(encoding="utf-8")
NAMES = ["light", "dark", "high-contrast"]

# Which text stands on which ground somewhere in the window.
READ = [
    *[(text, ground) for text in ("text", "muted", "link") for ground in ("sheet", "ground")],
    *[("text", "raised"), ("muted", "raised"), ("muted", "hover"), ("text", "hover")],
    *[("accent", "sheet"), ("on-accent", "accent"), ("on-accent", "accent-strong")],
    *[("on-here", "here"), ("muted", "here"), ("on-marked", "marked"), ("sheet", "text")],
    *[("on-kind", "kind"), ("on-used", "used"), ("on-warn", "warn"), ("on-danger", "danger")],
    *[("on-neutral", "neutral"), ("on-danger", "sheet"), ("on-danger", "ground")],
    *[("on-warn", "sheet"), ("on-used", "sheet")],
]
# What must be seen, though it is no text: fields, the focus, progress.
SEEN = [("field-line", "sheet"), ("focus", "sheet"), ("focus", "ground"), ("accent", "track")]


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(THEMES / f"{request.param}.toml")


def test_a_theme_means_what_any_reader_of_toml_takes_it_for(theme: Theme) -> None:
    text = (THEMES / f"{theme.name}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    ours = read_lines(text)
    assert (theme.title, theme.dark) == (data["title"], data["dark"])
    assert (ours["colours"], ours["roles"]) == (data["colours"], data["roles"])


def test_all_text_can_be_read_in_every_theme(theme: Theme) -> None:
    least = 7.0 if theme.name == "high-contrast" else 4.5
    found = {
        f"{text} on {ground}": round(contrast(theme.colour(text), theme.colour(ground)), 2)
        for text, ground in READ
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


def test_fields_focus_and_progress_can_be_seen_in_every_theme(theme: Theme) -> None:
    found = {
        f"{mark} on {ground}": round(contrast(theme.colour(mark), theme.colour(ground)), 2)
        for mark, ground in SEEN
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < 3} == {}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ff0000", 1)],
)
def test_contrast_is_measured_as_the_guidelines_do(one: str, other: str, ratio: float) -> None:
    assert contrast(QColor(one), QColor(other)) == pytest.approx(ratio, abs=0.01)
    assert contrast(QColor(other), QColor(one)) == pytest.approx(ratio, abs=0.01)


def test_the_style_sheet_is_filled_for_every_theme(theme: Theme) -> None:
    made = style_sheet(TEMPLATE, theme, 1.0, Path("/icons"))
    assert "$" not in made
    assert not re.search(r"\d+u\b", made)
    assert theme.roles["accent"] in made


def test_every_icon_of_the_style_sheet_is_there(theme: Theme) -> None:
    icons = REPOSITORY / "resources" / "icons"
    named = re.findall(r'url\("([^"]+)"\)', style_sheet(TEMPLATE, theme, 1.0, icons))
    assert named
    assert [name for name in named if not Path(name).is_file()] == []


def test_every_role_of_a_theme_is_used(theme: Theme) -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in (REPOSITORY / "desktop/ui").rglob("*.py")
    )
    unused = [r for r in theme.roles if f"${r}" not in TEMPLATE and f'"{r}"' not in code]
    assert unused == []


def test_sizes_grow_with_the_text_and_borders_stay_thin(theme: Theme) -> None:
    template = "QLabel { padding: 8u 12u-1; border: 1px solid $line; }"
    assert "padding: 16px 23px; border: 1px" in style_sheet(template, theme, 2.0, Path())
    assert "padding: 8px 11px; border: 1px" in style_sheet(template, theme, 1.0, Path())


def test_a_palette_follows_its_theme(theme: Theme) -> None:
    made = palette(theme)
    assert made.window().color() == theme.colour("ground")
    assert made.text().color() == theme.colour("text")


@pytest.mark.parametrize(
    "text", ["not toml at all [", 'title = "T"\ndark = true\n[colours]\n[roles]\ntext = "ink"\n']
)
def test_a_broken_theme_is_met_with_a_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"mine\.toml"):
        load_theme(file)


@pytest.mark.parametrize(("scale", "pixels"), [(1.0, "8px 7px 13px"), (2.0, "16px 15px 21px")])
def test_pixels_may_be_taken_from_or_added_to_what_grows(scale: float, pixels: str) -> None:
    theme = load_theme(THEMES / "light.toml")
    assert style_sheet("8u 8u-1 8u+5", theme, scale, THEMES) == pixels


def test_the_cross_that_clears_a_field_stands_in_its_middle(qtbot: QtBot) -> None:
    field = QLineEdit("heat pumps")
    qtbot.addWidget(field)
    field.setClearButtonEnabled(True)
    field.setStyleSheet(style_sheet(TEMPLATE, load_theme(THEMES / "light.toml"), 1.0, THEMES))
    field.show()
    cross = field.findChild(QToolButton)
    assert isinstance(cross, QToolButton)
    assert abs(cross.geometry().center().y() - field.rect().center().y()) <= 1


def test_a_focused_button_has_one_frame_only(qtbot: QtBot) -> None:
    button = QPushButton("Keep")
    qtbot.addWidget(button)
    button.setStyleSheet(style_sheet(TEMPLATE, load_theme(THEMES / "light.toml"), 1.0, THEMES))
    button.resize(120, 40)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    qtbot.keyClick(button, Qt.Key.Key_Tab)  # from now on the style shows where the keyboard is
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with_words = button.grab().toImage()
    middle = with_words.height() // 2
    # Left of the word there is nothing but the button's own frame.
    greys = {with_words.pixelColor(x, middle).name() for x in range(6, 40)}
    assert greys == {"#ffffff"}
    assert with_words.pixelColor(1, middle) != QColor("#ffffff")
