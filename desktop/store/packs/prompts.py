"""Prompts: the keys they may have, and packs of general good practice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.core.evidence import ANY_QUESTION, Prompt, Purpose
from desktop.store.packs.forms import (
    ADDRESS,
    KEY,
    LINE,
    REFERENCE,
    Form,
    Report,
    choice,
    list_of,
    text,
)
from desktop.store.packs.reading import PackFormat, read_pack
from desktop.store.packs.schema import FORMAT_FIELD, VERSION_FIELD, Field, Rows, Schema, Table
from desktop.store.packs.starters import STARTER_NAMES, starter_faults


@dataclass(frozen=True, slots=True)
class PromptsPack:
    """Prompts of general good practice, drawn from no one Source of the library."""

    file: Path
    version: int
    prompts: tuple[Prompt, ...]

    @property
    def name(self) -> str:
        """What the pack is called: its file name without the ending."""
        return self.file.stem


def read_prompts_pack(path: Path) -> PromptsPack:
    """Read a file of general prompts; raises PackError with everything that is wrong with it."""
    return read_pack(path, PROMPTS)


def _check_starter(value: str, report: Report) -> None:
    for fault, allowed in starter_faults(value, STARTER_NAMES):
        report(fault, allowed)


def _read_reference_or_any(value: object, report: Report) -> object:
    return value if value == ANY_QUESTION else REFERENCE.read(value, report)


STARTER = text(
    "the start of a sentence, which may use "
    + ", ".join(f"{{{{ {name} }}}}" for name in STARTER_NAMES),
    check=_check_starter,
)
_REFERENCE_OR_ANY = Form(f'{REFERENCE.allowed}, or "*" for any question', _read_reference_or_any)

PROMPT_FIELDS = (
    Field("id", KEY, "Names the prompt; no other prompt of any pack may have it."),
    Field("question", LINE, "What the writer is asked, in our own words."),
    Field("starter", STARTER, "A Jinja2 template; what it gives is written at the cursor."),
    Field("purpose", choice(Purpose), "What part of an argument the prompt helps with."),
    Field("questions", list_of(_REFERENCE_OR_ANY, least=1), "The questions it suits."),
    Field("why", LINE, "One sentence: why it suits these questions."),
)

SCHEMA = Schema(
    "general prompts",
    (
        Table("", "A file of general good practice.", (FORMAT_FIELD, VERSION_FIELD)),
        Table(
            "prompt",
            "A question to the writer, and the start of a sentence that answers it.",
            (
                *PROMPT_FIELDS,
                Field("source", LINE, "Where the advice comes from, in words."),
                Field("address", ADDRESS, "Where the advice can be read.", required=False),
            ),
            repeats=True,
            unique="id",
        ),
    ),
)


def _build(file: Path, rows: Rows) -> PromptsPack:
    (top,) = rows[""]
    prompts = tuple(
        Prompt(advice=row["source"], **{key: row[key] for key in row if key != "source"})
        for row in rows["prompt"]
    )
    return PromptsPack(file, top["version"], prompts)


PROMPTS = PackFormat(SCHEMA, _build)
