"""What goes between libraries and into spreadsheets: packs of Snippets, the table as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.core.evidence import Source
from desktop.core.library import LibraryRow, Pack
from desktop.errors import ExportError
from desktop.export.files import write_atomic
from desktop.export.table_file import Cell, TableFormat, table_bytes

HEADS = (
    "Claim or title",
    "Text",
    "Kind",
    "Source",
    "Place in the source",
    "Speaker",
    "Consultation",
    "Year",
    "Tags",
    "Owner",
    "Review by",
    "Standing",
    "Reference",
    "Address",
    "Id",
)


def save_pack(packs: Sequence[Pack], path: Path, *, replace: bool) -> Path:
    """Write packs as one file for a colleague; returns its path, with the ending ``.toml``.

    Raises:
        FileExists: there is such a file and ``replace`` is False.
        ExportError: there is nothing to write, or the file cannot be written.
    """
    from desktop.store.packs.shared import shared_text

    if not any(pack.snippets for pack in packs):
        raise ExportError(
            "There is nothing to save",
            "No snippet is chosen.",
            "Choose the snippets that your colleague should have, then save them again.",
        )
    path = path if path.suffix.casefold() == ".toml" else path.with_name(f"{path.name}.toml")
    write_atomic(path, shared_text(packs).encode(), replace)
    return path


def open_pack(path: Path) -> tuple[Pack, ...]:
    """Read a pack; raises ContentError with what is wrong in it."""
    from desktop.store.packs.shared import read_shared

    return read_shared(path)


def save_table(rows: Sequence[LibraryRow], path: Path, *, replace: bool) -> Path:
    """Write rows of the library as XLSX or CSV, by the ending of ``path``; returns its path.

    A name without either ending gets ``.xlsx``. Raises FileExists and ExportError as ``save_pack``.
    """
    ending = path.suffix.casefold().removeprefix(".")
    if ending not in set(TableFormat):
        path, ending = path.with_name(f"{path.name}.xlsx"), TableFormat.XLSX.value
    write_atomic(
        path, table_bytes(HEADS, [_cells(row) for row in rows], TableFormat(ending)), replace
    )
    return path


def _cells(row: LibraryRow) -> list[Cell]:
    source, snippet = row.source, row.snippet
    standing = "Retired" if row.retired else "In use"
    about: list[Cell] = [row.consultation, row.year, ", ".join(row.tags), row.owner, row.review_by]
    found: list[Cell] = [standing, source.reference, source.address]
    if snippet is None:
        kind = source.kind.value.replace("-", " ")
        return [
            source.title,
            source.note,
            f"source: {kind}",
            _by(source),
            "",
            "",
            *about,
            *found,
            source.key,
        ]
    place: list[Cell] = [source.short or source.title, snippet.locator, snippet.speaker]
    kind = snippet.kind.value.replace("-", " ")
    return [snippet.claim, snippet.text, kind, *place, *about, *found, snippet.id]


def _by(source: Source) -> str:
    return ", ".join(dict.fromkeys(part for part in (source.author, source.body) if part))
