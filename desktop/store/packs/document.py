"""From a file on disk to TOML that knows its own lines, or to a Problem that says why not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop.store.packs.lines import Steps, find_lines, line_of
from desktop.store.packs.problems import Level, PackError, Problem, shown

MOST_BYTES = 2_000_000

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

# tomllib speaks to programmers; these are the mistakes people make, by the start of its message.
_PLAINLY = (
    ("Expected '=' after a key", "an equals sign is missing after the key"),
    ("Cannot overwrite a value", "this key is in the same table twice"),
    ("Cannot declare", "this table is in the file twice, or its name is already a key"),
    ("Invalid statement", "this is neither a key with its value nor a table in square brackets"),
    ("Invalid value", "the value is not one that TOML knows; text needs quotation marks"),
    ("Unterminated string", "a quotation mark is missing at the end of a text"),
    ("Illegal character '\\n'", "a quotation mark is missing at the end of a text"),
    (
        "Expected newline or end of document",
        "something follows the end of the value; "
        "a quotation mark inside a text needs a backslash before it",
    ),
    ("Unclosed array", "a comma or the closing square bracket of a list is missing"),
    ("Unescaped '\\' in a string", "a backslash in a text must be written twice"),
    ("Invalid initial character", "the name of a key or table is missing or needs quotation marks"),
    ("Exceeds the limit", "a number is far too long"),
    ("Expected ']", "the closing bracket of a table's name is missing"),
)


@dataclass(frozen=True)
class Document:
    """A TOML file that could be parsed."""

    file: Path
    text: str
    data: Mapping[str, Any]

    @cached_property
    def lines(self) -> Mapping[Steps, int]:
        """Where each table and key stands; worked out only when there is something to point at."""
        return find_lines(self.text)

    def problem(
        self, steps: Steps, message: str, allowed: str = "", level: Level = Level.ERROR
    ) -> Problem:
        """Return a Problem at a place in this file, such as ``("snippet", 2, "kind")``."""
        return Problem(
            file=self.file,
            place=self._place(steps),
            line=line_of(self.lines, steps),
            message=message,
            allowed=allowed,
            level=level,
        )

    def _place(self, steps: Steps) -> str:
        """Say in words where ``steps`` leads to."""
        match steps:
            case (str(table), int(number), *keys):
                label = _label(self.data[table][number])
                named = f" ({shown(label)[1:-1]})" if label else ""
                words = [f"[[{shown(table)[1:-1]}]] {number + 1}{named}"]
            case (str(table),) if _is_list_of_tables(self.data.get(table)):
                words, keys = [f"[[{shown(table)[1:-1]}]]"], []
            case (str(table), *keys) if keys or isinstance(self.data.get(table), dict):
                words = [f"[{shown(table)[1:-1]}]"]
            case _:
                words, keys = [], list(steps)
        return ", ".join(words + [f"key {shown(str(key))}" for key in keys])


def _label(row: object) -> str:
    """Return what a row of a list of tables is called by those who write it; "" for nothing."""
    if not isinstance(row, dict):
        return ""
    label = row.get("id", row.get("key", row.get("number")))
    return label if isinstance(label, str) else ""


def is_table(value: object) -> bool:
    """Tell whether TOML gave a [table] or a list of [[tables]]."""
    return isinstance(value, dict) or _is_list_of_tables(value)


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def open_document(file: Path) -> Document:
    """Read and parse a file; raises PackError if it cannot be read, is not UTF-8 or not TOML."""
    return parse_document(file, _text(file, _bytes(file)))


def parse_document(file: Path, text: str) -> Document:
    """Parse what a file says; raises PackError if it is not TOML."""
    try:
        data = tomllib.loads(text)
    except RecursionError:
        message = "too many brackets inside one another"
        raise PackError([Problem(file, "", None, message)]) from None
    except ValueError as error:  # also numbers of thousands of digits, which are no TOMLDecodeError
        raise PackError([_not_toml(file, text, str(error))]) from None
    return Document(file, text, data)


def _bytes(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise PackError([Problem(file, "", None, "this is a folder", "a TOML file")])
        if file.exists() and not file.is_file():  # a pipe or a device would never end
            raise PackError(
                [Problem(file, "", None, "this is not an ordinary file", "a TOML file")]
            )
        if file.stat().st_size > MOST_BYTES:
            allowed = f"at most {MOST_BYTES // 1_000_000} MB"
            raise PackError([Problem(file, "", None, "the file is too large", allowed)])
        return file.read_bytes()
    except FileNotFoundError:
        raise PackError([Problem(file, "", None, "there is no such file")]) from None
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        raise PackError([Problem(file, "", None, f"the file cannot be read ({reason})")]) from None


def _text(file: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")  # some editors on Windows put a mark in front
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "the file is not saved as UTF-8 text"
        allowed = 'UTF-8 (choose it in your editor under "Save as")'
        raise PackError([Problem(file, "", line, message, allowed)]) from None


def _not_toml(file: Path, text: str, said: str) -> Problem:
    """Turn a message of tomllib into a Problem with line and column."""
    at = _AT.search(said)
    said = said[: at.start()] if at else said
    plainly = next((words for start, words in _PLAINLY if said.startswith(start)), said)
    if at and at[1]:
        return Problem(file, f"column {at[2]}", int(at[1]), f"not valid TOML: {plainly}")
    line = text.count("\n") + 1 if at else None
    return Problem(file, "end of the file" if at else "", line, f"not valid TOML: {plainly}")
