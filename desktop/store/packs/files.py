"""Which content files there are, by folder; nothing is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

Kind = Literal["snippets", "prompts", "consultations", "rules", "wording"]

_IN_RESOURCES: tuple[Kind, ...] = ("prompts", "consultations", "rules")
# Read by whoever checks a text, not kept in the workspace.
_BESIDE: Kind = "wording"


class ContentFile(NamedTuple):
    """A content file, and the kind its folder is for (None: any)."""

    path: Path
    kind: Kind | None


def files_laid_out(snippets: Path, resources: Path) -> list[ContentFile]:
    """List the content files of two folders laid out as the program's own (or none)."""
    files = _files(snippets, "snippets")
    for kind in _IN_RESOURCES:
        files += _files(resources / kind, kind)
    return files


def files_found_in(folder: Path) -> list[ContentFile]:
    """List the content files of a folder laid out like the project, or of any kind side by side.

    A path to a file gives that file.
    """
    if not folder.is_dir():
        return [ContentFile(folder, None)]
    if (folder / "snippets").is_dir() or (folder / "resources").is_dir():
        files = files_laid_out(folder / "snippets", folder / "resources")
        return files + _files(folder / "resources" / _BESIDE, _BESIDE)
    files = _files(folder, None)
    for kind in (*_IN_RESOURCES, _BESIDE):
        files += _files(folder / kind, kind)
    return files


def _files(folder: Path, kind: Kind | None) -> list[ContentFile]:
    """List a folder by name; hidden files are some other program's."""
    paths = sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))
    return [ContentFile(path, kind) for path in paths]
