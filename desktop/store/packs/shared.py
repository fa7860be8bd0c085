"""Packs between colleagues: chosen Snippets with their Sources in one file, read and written.

What a person keeps need not be as finished as what ships with the program: a text may have any
length, a tag capital letters, an address may be a shelf mark. So the forms here are wider than
those of ``snippets``. A file of evidence as it ships is taken too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

from desktop.core.characters import safe_characters
from desktop.core.evidence import Snippet, SnippetKind, Source, SourceKind
from desktop.core.library import Pack
from desktop.store.packs.document import Document, open_document
from desktop.store.packs.forms import DAY, LINES_OR_EMPTY, Form, choice, list_of, text
from desktop.store.packs.problems import PackError
from desktop.store.packs.reading import PackFormat, Reading, examine
from desktop.store.packs.schema import (
    FORMAT,
    FORMAT_FIELD,
    Field,
    Row,
    RowReport,
    Rows,
    Schema,
    Table,
)
from desktop.store.packs.snippets import EVIDENCE

_HEAD = """\
# Evidence from Consultee, for a colleague's library: Library > Import a pack.
"""
_NAMED = text("text in quotation marks", lines=True)
_OWN = frozenset({"origin"})  # whose a thing is differs from library to library


def _kept(name: str, form: Form = LINES_OR_EMPTY, *, required: bool = False) -> Field:
    return Field(name, form, "As the library shows it.", required=required)


_SOURCE = Table(
    "source",
    "A document that evidence in this file comes from.",
    (
        _kept("key", _NAMED, required=True),
        _kept("title", _NAMED, required=True),
        _kept("kind", choice(SourceKind), required=True),
        *(_kept(name) for name in ("author", "body", "date", "date_note", "reference", "address")),
        *(_kept(name) for name in ("licence", "short", "note")),
    ),
    repeats=True,
    unique="key",
)


def _check_snippet(row: Row, report: RowReport) -> None:
    if not row["claim"].strip() and not row["text"].strip():
        report.wrong("claim", "there is neither a claim nor a text", "one of the two at least")


_SNIPPET = Table(
    "snippet",
    "A piece of evidence or argument, tied to its place in one of the sources.",
    (
        _kept("id", _NAMED, required=True),
        _kept("source", _NAMED, required=True),
        _kept("kind", choice(SnippetKind), required=True),
        _kept("claim", required=True),
        _kept("text", required=True),
        _kept("locator", required=True),
        *(_kept(name) for name in ("speaker", "owner")),
        _kept("tags", list_of(_NAMED)),
        _kept("questions", list_of(_NAMED)),
        _kept("review_by", DAY),
    ),
    repeats=True,
    unique="id",
    check=_check_snippet,
)

SCHEMA = Schema("shared", (Table("", "A pack.", (FORMAT_FIELD,)), _SOURCE, _SNIPPET))


def _build(_file: Path, rows: Rows) -> tuple[Pack, ...]:
    snippets = [Snippet(**row) for row in rows["snippet"]]
    return tuple(
        Pack(source, tuple(snippet for snippet in snippets if snippet.source == source.key))
        for source in (Source(**row) for row in rows["source"])
    )


_SHARED = PackFormat(SCHEMA, _build)


def read_shared(path: Path) -> tuple[Pack, ...]:
    """Read a pack that a colleague sent; raises PackError with everything that is wrong with it."""
    document = open_document(path)
    if isinstance(document.data.get("source"), dict):
        evidence = examine(document, EVIDENCE)
        if evidence.pack is None:
            raise PackError(evidence.errors)
        return (Pack(evidence.pack.source, evidence.pack.snippets),)
    shared = examine(document, _SHARED)
    if shared.pack is None:
        raise PackError(shared.errors)
    _refuse_strays(document, shared)
    return shared.pack


def shared_text(packs: Iterable[Pack]) -> str:
    """Return packs as the text of a file that ``read_shared`` reads."""
    import tomli_w

    packs = tuple(packs)
    content: dict[str, Any] = {
        "format": FORMAT,
        "source": [_row(pack.source) for pack in packs],
        "snippet": [_row(snippet) for pack in packs for snippet in pack.snippets],
    }
    return _HEAD + tomli_w.dumps(content, multiline_strings=False)


def _row(value: Source | Snippet) -> dict[str, Any]:
    """Return what there is to say of a thing, without what is empty."""
    said = {field.name: getattr(value, field.name) for field in fields(value)}
    needed = {"key", "title", "id", "source", "claim", "text", "locator"}
    return {
        name: _plain(content)
        for name, content in said.items()
        if name not in _OWN and (content or name in needed)
    }


def _plain(content: Any) -> Any:
    if isinstance(content, tuple):
        return list(dict.fromkeys(map(safe_characters, content)))
    return safe_characters(content) if isinstance(content, str) else content


def _refuse_strays(document: Document, reading: Reading[tuple[Pack, ...]]) -> None:
    """Raise PackError if a Snippet names a Source that the file does not have."""
    packs = reading.pack or ()
    known = {pack.source.key for pack in packs}
    strays = [
        document.problem(
            ("snippet", number, "source"),
            f"there is no [[source]] with the key '{row['source']}' in this file",
            ", ".join(sorted(known)),
        )
        for number, row in enumerate(document.data["snippet"])
        if row["source"] not in known
    ]
    if strays:
        raise PackError(strays)
