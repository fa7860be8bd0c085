"""Writing what was read and understood of a file, to wait for its review."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop.core.characters import safe_characters
from desktop.core.document import Block, Locator, locators
from desktop.core.imports import ImportState, KeptMark, KeptPart
from desktop.core.understanding import SURE, Mark, Part, Understanding
from desktop.store.database import Database
from desktop.store.imports import rows

# Room for twenty cuts at one place before the others must move.
GAP = 1 << 20
_SAME_PATH, _SAME_NAME = 0.5, 0.8
_LONGEST_KEY = 48
_WORD = re.compile(r"\w+")
_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class NewImport:
    """A file to be added: what is said of it besides what was understood of it. ``places`` are
    those of its blocks where it is cited by others than are counted (none = as they are counted).
    """

    id: str
    name: str
    path: str
    digest: str
    understanding: Understanding
    imported: datetime
    updates: str = ""
    consultation: str = ""
    organisation: str = ""
    sent: str = ""
    places: tuple[Locator, ...] = ()


def add(db: Database, new: NewImport) -> None:
    """Write an import, which waits from then on, in one transaction."""
    blocks = list(block_rows(new))
    marks = list(mark_rows(new))
    parts = list(part_rows(new))
    document = document_row(new)
    with db.atomic():
        document["source"] = _free_key(db, new)
        db.insert("documents", document)
        db.insert_all("blocks", blocks)
        db.insert_all("parts", parts)
        db.insert_all("marks", marks)


def older_copy(db: Database, path: str, name: str, blocks: tuple[Block, ...]) -> str:
    """Return the id of the accepted import that this is a changed copy of; "" if there is none.

    It is one if it has the same path and shares half of the words, or the same name and four
    fifths of them.
    """
    sql = (
        "SELECT id, path FROM documents WHERE state = 'accepted'"
        " AND (name = :name OR (path <> '' AND path = :path)) ORDER BY imported DESC LIMIT 20"
    )
    mine: Counter[str] | None = None
    for key, its_path in db.execute(sql, {"name": name, "path": path}).fetchall():
        mine = mine or _words(block.text for block in blocks)
        texts = db.execute("SELECT text FROM blocks WHERE document = ?", [key])
        needed = _SAME_PATH if path and path == its_path else _SAME_NAME
        if _shared(mine, _words(row[0] for row in texts)) >= needed:
            return str(key)
    return ""


def block_id(place: int) -> str:
    """Return the id that the block at this place of a document gets when it is added."""
    return f"b{place}"


def document_row(new: NewImport) -> dict[str, object]:
    """Return the row of the import itself, which waits, without a place among the Sources."""
    known = new.understanding
    return {
        "id": new.id,
        "name": safe_characters(new.name),
        "path": safe_characters(new.path),
        "digest": new.digest,
        "format": known.document.format.value,
        "kind": known.kind.value,
        "confidence": known.confidence,
        "state": ImportState.WAITING.value,
        "title": safe_characters(known.title or new.name),
        "author": safe_characters(known.author),
        "date": safe_characters(known.date),
        "imported": new.imported.isoformat(),
        "notices": json.dumps([safe_characters(n) for n in known.document.notices]),
        "scanned": int(known.document.scanned),
        "doubts": rows.doubts(kind_sure=known.confidence >= SURE, call=known.call),
        "pieces": len(known.pieces),
        "updates": new.updates,
        "consultation": new.consultation or _answered(known.parts),
        "organisation": safe_characters(new.organisation),
        "sent": safe_characters(new.sent),
        "call": rows.call_column(known.call),
    }


def _answered(parts: tuple[Part, ...]) -> str:
    """Return the Consultation that most of the answers are to; "" if none is known."""
    tally = Counter(part.ref.rpartition("#")[0] for part in parts if part.ref)
    return tally.most_common(1)[0][0] if tally else ""


def block_rows(new: NewImport) -> Iterator[dict[str, object]]:
    """Yield the rows of its blocks, with room between their places."""
    blocks = new.understanding.document.blocks
    for place, (block, where) in enumerate(
        zip(blocks, new.places or locators(blocks), strict=True)
    ):
        yield {
            "document": new.id,
            "id": block_id(place),
            "position": (place + 1) * GAP,
            **rows.block_columns(block),
            "place": rows.place_column(where),
        }


def part_rows(new: NewImport) -> Iterator[dict[str, object]]:
    """Yield the rows of its parts."""
    for place, part in enumerate(new.understanding.parts):
        if part.first < part.end:
            body = block_id(part.body) if part.body < part.end else ""
            kept = KeptPart(
                f"p{place}",
                part.role,
                block_id(part.first),
                body,
                part.number,
                part.question,
                part.ref,
                part.confidence,
            )
            yield rows.part_row(new.id, kept)


def mark_rows(new: NewImport) -> Iterator[dict[str, object]]:
    """Yield the rows of its marks."""
    for place, mark in enumerate(new.understanding.marks):
        span = _span(new.understanding.document.blocks[mark.block].text, mark)
        if span is not None:
            kept = KeptMark(
                f"m{place}",
                block_id(mark.block),
                *span,
                safe_characters(mark.text),
                mark.kind,
                mark.confidence,
                mark.cues,
                mark.speaker,
            )
            yield rows.mark_row(new.id, kept)


def _span(text: str, mark: Mark) -> tuple[int, int] | None:
    """Return where a mark stands in the text as it is kept, without what no Word file may hold."""
    clean = safe_characters(text)
    if len(clean) == len(text):
        return mark.start, mark.end
    words = safe_characters(mark.text)
    start = clean.find(words)
    return None if start < 0 else (start, start + len(words))


def _free_key(db: Database, new: NewImport) -> str:
    """Return a key for the Source that this will be: that of its older copy, or a new one."""
    if new.updates:
        sql = "SELECT source FROM documents WHERE id = ?"
        return str(db.execute(sql, [new.updates]).fetchone()[0])
    known = new.understanding
    year = known.date[:4]
    key = slug(f"{known.title or new.name} {'' if year in known.title else year}")
    return free_key(db, key)


def slug(text: str) -> str:
    """Return text as the key of a Source may be written: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = _NOT_IN_KEY.sub("-", plain).strip("-")
    short = words[:_LONGEST_KEY]
    if len(words) > _LONGEST_KEY and "-" in short:
        short = short.rpartition("-")[0]
    return short.strip("-") or "document"


def free_key(db: Database, key: str) -> str:
    """Return ``key``, or ``key-2`` and so on where a Source or an import has it already."""
    taken = {
        row[0]
        for row in db.execute(
            "SELECT key FROM sources WHERE key = :key OR key LIKE :more"
            " UNION SELECT source FROM documents WHERE source = :key OR source LIKE :more",
            {"key": key, "more": f"{key}-%"},
        )
    }
    name, count = key, 1
    while name in taken:
        count += 1
        name = f"{key}-{count}"
    return name


def _words(texts: Iterator[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text.casefold()))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of the words of the longer text that the other has too."""
    most = max(one.total(), other.total())
    return (one & other).total() / most if most else 0.0
