"""Evidence packs: one Source with the Snippets and Prompts that are drawn from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from desktop.core.evidence import Prompt, Snippet, SnippetKind, Source, SourceKind
from desktop.core.words import count_words
from desktop.store.packs.forms import (
    ADDRESS,
    DAY,
    KEY,
    LINE,
    LINE_OR_EMPTY,
    PARTIAL_DATE,
    REFERENCE,
    Report,
    choice,
    list_of,
    text,
)
from desktop.store.packs.problems import Level, shown
from desktop.store.packs.prompts import PROMPT_FIELDS
from desktop.store.packs.reading import PackFormat, read_pack
from desktop.store.packs.schema import (
    FORMAT_FIELD,
    VERSION_FIELD,
    Field,
    Row,
    RowReport,
    Rows,
    Schema,
    Table,
)

_MOST_CLAIM_WORDS = 30
_TEXT_WORDS = range(30, 91)
_TAGS = range(2, 7)
# A full stop inside a sentence follows an initial or a short title ("Dr."), not a longer word.
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")


@dataclass(frozen=True, slots=True)
class EvidencePack:
    """A Source with everything that is drawn from it."""

    file: Path
    version: int
    source: Source
    snippets: tuple[Snippet, ...]
    prompts: tuple[Prompt, ...]


def read_evidence_pack(path: Path) -> EvidencePack:
    """Read a file of evidence; raises PackError with everything that is wrong with it."""
    return read_pack(path, EVIDENCE)


def _check_claim(value: str, report: Report) -> None:
    words = count_words(value)
    if words > _MOST_CLAIM_WORDS:
        report(f"it has {words} words", f"at most {_MOST_CLAIM_WORDS} words", Level.ADVICE)
    if _SENTENCE_END.search(value):
        report("it looks like more than one sentence", "one sentence", Level.ADVICE)


def _check_text(value: str, report: Report) -> None:
    words = count_words(value)
    if words not in _TEXT_WORDS:
        allowed = f"{_TEXT_WORDS[0]} to {_TEXT_WORDS[-1]} words"
        report(f"it has {words} words", allowed, Level.ADVICE)


def _check_tag(value: str, report: Report) -> None:
    if value != value.lower():
        report(f"{shown(value)} has capital letters")


def _check_snippet(row: Row, report: RowReport) -> None:
    if row["kind"] is SnippetKind.QUOTATION and not row.get("speaker"):
        report.wrong("speaker", "a quotation needs to say whose words they are", "a name")
    if len(row["tags"]) not in _TAGS:
        allowed = f"{_TAGS[0]} to {_TAGS[-1]} tags"
        report.advise("tags", f"the list has {len(row['tags'])} items", allowed)


_SOURCE = Table(
    "source",
    "The document that the evidence comes from.",
    (
        Field("key", KEY, "Names the source in citations; no other pack may have it."),
        Field("title", LINE, "The exact title of the document."),
        Field("author", LINE_OR_EMPTY, "The people or body who wrote it."),
        Field("body", LINE_OR_EMPTY, "The organisation that published it."),
        Field("date", PARTIAL_DATE, "When it was published, as exactly as is known."),
        Field(
            "date_note", LINE, "Shown instead of the date when that is not exact.", required=False
        ),
        Field("kind", choice(SourceKind), "What sort of document it is."),
        Field("reference", LINE_OR_EMPTY, "A number it is known by.", required=False),
        Field("address", ADDRESS, "Where it can be read."),
        Field("licence", LINE, "What may be done with its words."),
        Field("short", LINE, "Its short form for second and later footnotes."),
        Field("note", LINE_OR_EMPTY, "A sentence shown with the source.", required=False),
    ),
)

_SNIPPET = Table(
    "snippet",
    "A reusable piece of evidence or argument, tied to its exact place in the source.",
    (
        Field("id", KEY, "Names the snippet; no other snippet of any pack may have it."),
        Field(
            "claim",
            text("one sentence in quotation marks", check=_check_claim),
            f"What it shows, in our own words, in at most {_MOST_CLAIM_WORDS} words.",
        ),
        Field(
            "text",
            text("text in quotation marks", lines=True, check=_check_text),
            f"{_TEXT_WORDS[0]} to {_TEXT_WORDS[-1]} words of ours, ready to paste, that say whose "
            "claim it is.",
        ),
        Field("kind", choice(SnippetKind), "What sort of piece it is."),
        Field(
            "tags",
            list_of(text("words in lower case", check=_check_tag)),
            f"{_TAGS[0]} to {_TAGS[-1]} words or short phrases that people would look for.",
        ),
        Field("questions", list_of(REFERENCE), "The questions it serves."),
        Field("locator", LINE, "The exact place in the source, for a person to find again."),
        Field(
            "speaker", LINE_OR_EMPTY, "Whose words they are; a quotation needs it.", required=False
        ),
        Field("review_by", DAY, "When to check whether it still holds.", required=False),
    ),
    repeats=True,
    required=False,
    unique="id",
    check=_check_snippet,
)

SCHEMA = Schema(
    "evidence",
    (
        Table("", "An evidence pack.", (FORMAT_FIELD, VERSION_FIELD)),
        _SOURCE,
        _SNIPPET,
        Table(
            "prompt",
            "A question to the writer, drawn from the source, and the start of a sentence.",
            (*PROMPT_FIELDS, Field("locator", LINE, "The place in the source that prompts it.")),
            repeats=True,
            required=False,
            unique="id",
        ),
    ),
)


def _build(file: Path, rows: Rows) -> EvidencePack:
    (top,), (source,) = rows[""], rows["source"]
    key = source["key"]
    return EvidencePack(
        file=file,
        version=top["version"],
        source=Source(**source),
        snippets=tuple(Snippet(source=key, **row) for row in rows["snippet"]),
        prompts=tuple(Prompt(source=key, **row) for row in rows["prompt"]),
    )


EVIDENCE = PackFormat(SCHEMA, _build)
