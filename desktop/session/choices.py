"""What a person has chosen for all exports, as the settings of the workspace keep it."""

from __future__ import annotations

from desktop.store.connection import Connection
from desktop.store.reading import setting

DOCUMENT = "export.options"


def numbers_as_text(db: Connection) -> bool:
    """Tell whether every export writes the numbers of paragraphs as text."""
    chosen = setting(db, DOCUMENT)
    return isinstance(chosen, dict) and bool(chosen.get("numbers_as_text"))
