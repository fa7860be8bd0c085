"""Telling which content files changed without parsing them, as every start of the program does."""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop.store.packs.files import files_laid_out


def pack_digests(snippets: Path, resources: Path) -> dict[str, str]:
    """Return a SHA-256 of each content file's bytes by name, such as "rules/pasc-2011.toml".

    The folders are laid out as for ``read_content``. A file that cannot be read has the digest "".
    """
    return {
        f"{file.kind}/{file.path.name}": _digest(file.path)
        for file in files_laid_out(snippets, resources)
    }


def _digest(file: Path) -> str:
    try:
        # Anything but an ordinary file, such as a pipe, might never end.
        return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
    except OSError:
        return ""
