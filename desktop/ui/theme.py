"""Themes as data: named colours and their roles, made into a palette and one style sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from desktop.errors import ContentError

_THEME_LINE = re.compile(
    r'\s*(?:\[(?P<table>[\w-]+)\]|(?P<name>[\w-]+) = (?:"(?P<word>[^"\\]*)"|(?P<flag>true|false)))?'
    r"\s*(?:#.*)?"
)
_ROLE = re.compile(r"\$([a-z][a-z-]*[a-z])")
_UNIT = re.compile(r"\b(\d+)u([+-]\d+)?\b")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role, such as ``roles["muted"]`` = "#555e6b"."""

    name: str
    title: str
    dark: bool
    roles: Mapping[str, str]

    def colour(self, role: str) -> QColor:
        """Return the colour that plays a role; raises KeyError if the theme has no such role."""
        return QColor(self.roles[role])


def load_theme(path: Path) -> Theme:
    """Read a theme file; raises ContentError with the place when a role names no colour."""
    try:
        data = read_lines(path.read_text(encoding="utf-8"))
        roles = {role: data["colours"][name] for role, name in data["roles"].items()}
        return Theme(path.stem, data[""]["title"], data[""]["dark"] == "true", roles)
    except (OSError, ValueError, KeyError) as error:
        raise ContentError(
            "The theme cannot be read",
            f"“{path}” is not a whole theme: {error}.",
            "Choose another theme in Settings, or install Consultee again.",
        ) from error


def read_lines(text: str) -> dict[str, dict[str, str]]:
    """Read the little of TOML that themes are written in, by table ("" above the first).

    A theme is read before the window can show, and the whole of TOML takes longer to import than
    to do without. Raises ValueError with the line that is anything else.
    """
    tables: dict[str, dict[str, str]] = {"": {}}
    table = tables[""]
    for number, line in enumerate(text.splitlines(), 1):
        found = _THEME_LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"line {number} cannot be read")
        if found["table"]:
            table = tables.setdefault(found["table"], {})
        elif found["name"]:
            table[found["name"]] = found["flag"] or found["word"]
    return tables


def style_sheet(template: str, theme: Theme, scale: float, icons: Path) -> str:
    """Fill the style template: roles with their colours, units with pixels at ``scale`` (1.0 =
    100%).

    Raises KeyError if the template names a role that the theme does not have.
    """
    words = {
        **theme.roles,
        "icons": icons.as_posix(),
        "tone": "dark" if theme.dark else "light",
        "mark-tone": "light" if theme.dark else "dark",
    }
    text = _ROLE.sub(lambda found: words[found[1]], _COMMENT.sub("", template))
    return _UNIT.sub(lambda found: f"{round(int(found[1]) * scale) + int(found[2] or 0)}px", text)


def palette(theme: Theme) -> QPalette:
    """Return the palette for whatever the style sheet does not reach (Fusion draws from it)."""
    made = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, "ground"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Base, "sheet"),
        (QPalette.ColorRole.AlternateBase, "ground"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.Button, "raised"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.BrightText, "on-accent"),
        (QPalette.ColorRole.PlaceholderText, "muted"),
        (QPalette.ColorRole.Highlight, "marked"),
        (QPalette.ColorRole.HighlightedText, "on-marked"),
        (QPalette.ColorRole.Link, "link"),
        (QPalette.ColorRole.LinkVisited, "link"),
        (QPalette.ColorRole.ToolTipBase, "raised"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.Accent, "accent"),
        (QPalette.ColorRole.Mid, "line"),
        (QPalette.ColorRole.Midlight, "line"),
        (QPalette.ColorRole.Light, "sheet"),
        (QPalette.ColorRole.Dark, "field-line"),
        (QPalette.ColorRole.Shadow, "field-line"),
    ):
        made.setColor(role, theme.colour(name))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("disabled"))
    return made


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: QColor) -> float:
    channels = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(
        weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), channels, strict=True)
    )
