"""Telling which content files changed without parsing them, as every start of the program does."""

from __future__ import annotations

import zlib
from pathlib import Path

from desktop.store.packs.files import files_laid_out


def pack_digests(snippets: Path, resources: Path) -> dict[str, str]:
    """Return a digest of each content file's bytes by name, such as "rules/pasc-2011.toml".

    It is length and CRC-32: enough to notice an edit, and sooner imported than a stronger one.

    The folders are laid out as for ``read_content``. A file that cannot be read has the digest "".
    """
    return {
        f"{file.kind}/{file.path.name}": _digest(file.path)
        for file in files_laid_out(snippets, resources)
    }


def _digest(file: Path) -> str:
    try:
        # Anything but an ordinary file, such as a pipe, might never end.
        if not file.is_file():
            return ""
        content = file.read_bytes()
    except OSError:
        return ""
    return f"{len(content)}-{zlib.crc32(content):08x}"
