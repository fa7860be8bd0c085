"""Text that was pasted, as a file: from then on it is read like any other."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from desktop.core.text import safe_characters
from desktop.errors import DesktopError

_FIRST_WORDS = 6
_LONGEST = 60
_NOT_IN_NAMES = re.compile(r"[^\w\- ]+")


def keep_pasted(text: str, folder: Path) -> Path:
    """Write a pasted text to a file in ``folder`` and return it; the same text gives the same file.

    Raises DesktopError if it cannot be written.
    """
    clean = safe_characters(text).strip()
    digest = hashlib.sha256(clean.encode()).hexdigest()[:8]
    path = folder / f"{_title(clean)} ({digest}).txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(clean + "\n", encoding="utf-8")
    except OSError as error:
        raise DesktopError(
            "The text cannot be kept",
            f"“{path}” cannot be written: {error.strerror or error}.",
            "Make room on the disk, or save the text as a file yourself and add that.",
        ) from error
    return path


def pasted_folder(workspace: Path) -> Path:
    """Return where pasted texts are kept: beside the workspace, so that they move together."""
    return workspace.with_name(f"{workspace.stem} pasted texts")


def _title(text: str) -> str:
    first = text.split("\n", 1)[0]
    words = _NOT_IN_NAMES.sub(" ", first).split()[:_FIRST_WORDS]
    return " ".join(words)[:_LONGEST].strip() or "Pasted text"
