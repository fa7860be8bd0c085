"""How the parts of an argument are coloured; their names always stand with the colours."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from desktop.core.course import PartKind
from desktop.ui.context import Context

# The ground and the letters of each, by the roles of the theme.
_ROLES = {
    PartKind.CLAIM: ("kind", "on-kind"),
    PartKind.EVIDENCE: ("used", "on-used"),
    PartKind.REASON: ("neutral", "on-neutral"),
    PartKind.COUNTER_ARGUMENT: ("danger", "on-danger"),
    PartKind.ASK: ("warn", "on-warn"),
}
# What a chip of the part goes by in the theme.
PART_CHIPS = {part: ground for part, (ground, _) in _ROLES.items()}


def part_colours(context: Context, part: PartKind) -> tuple[QColor, QColor]:
    """Return the ground and the letters of a part in the theme that is worn."""
    if context.appearance is None:
        palette = QPalette()
        return palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Text)
    ground, letters = _ROLES[part]
    theme = context.appearance.theme
    return theme.colour(ground), theme.colour(letters)
