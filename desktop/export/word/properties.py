"""What the file says about itself: title, author, dates, language."""

from __future__ import annotations

from datetime import UTC, datetime

from docx.document import Document

from desktop.core.outline import Outline
from desktop.core.text import safe_characters

# The format allows no more.
_LONGEST = 255


def set_properties(document: Document, outline: Outline, now: datetime) -> None:
    """Fill in the core properties of a document; the author is the organisation."""
    properties = document.core_properties
    properties.title = _shortened(outline.title)
    properties.subject = _shortened(outline.inquiry)
    properties.author = _shortened(outline.organisation)
    properties.last_modified_by = _shortened(outline.organisation)
    properties.created = now.astimezone(UTC).replace(tzinfo=None)
    properties.modified = now.astimezone(UTC).replace(tzinfo=None)
    properties.language = outline.language
    properties.revision = 1


def _shortened(text: str) -> str:
    safe = safe_characters(text)
    return safe if len(safe) <= _LONGEST else f"{safe[: _LONGEST - 1]}…"
