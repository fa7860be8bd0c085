"""Themes: every role has a colour, words can be read, sizes grow with the text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from desktop.errors import ContentError
from desktop.ui.theme import Theme, contrast, load_theme, palette, style_sheet
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
