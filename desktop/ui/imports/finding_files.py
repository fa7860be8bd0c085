"""Which files of what was chosen or dropped are read: folders are looked through."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

# What a folder is looked through for. A file chosen by itself is read whatever it is called: what
# it is shows in its content.
ENDINGS = frozenset(
    {
        ".docx", ".docm", ".odt", ".pdf", ".html", ".htm", ".xhtml", ".rtf", ".pptx",
        ".md", ".markdown", ".txt", ".eml",
    }
)  # fmt: skip
FILTER = (
    "Documents (*.docx *.docm *.odt *.pdf *.html *.htm *.xhtml *.rtf *.pptx *.md *.markdown "
    "*.txt *.eml);;All files (*)"
)
# Lock files of word processors and what systems keep in folders for themselves.
_LITTER = ("~$", ".", "__MACOSX")


def files_in(chosen: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files to read, each once: files as they are, folders with all that is in them."""
    found: dict[Path, None] = {}
    for path in chosen:
        for file in _documents(path) if path.is_dir() else (path,):
            found.setdefault(file.absolute())
    return tuple(found)


def _documents(folder: Path) -> Iterator[Path]:
    # Links are not followed: a folder that holds a link to itself has no end.
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_LITTER))
        for name in sorted(names):
            if not name.startswith(_LITTER) and Path(name).suffix.lower() in ENDINGS:
                yield Path(place, name)
