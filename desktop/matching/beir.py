"""Reading a labelled set in BEIR layout: corpus.jsonl, queries.jsonl, qrels.tsv in one folder.

The layout lets a document or a query carry ``metadata``. What of it a library would know of a
piece, or a person of a question, is read (see ``beir_metadata``); all else is passed over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core.search import Entry
from desktop.core.suggesting import Asked
from desktop.errors import DesktopError
from desktop.matching import beir_metadata

_LAYOUT = "The folder must hold corpus.jsonl, queries.jsonl and qrels.tsv, all in UTF-8."


class DatasetError(DesktopError):
    """A labelled set cannot be read."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Pieces to be found, what is asked by query id, and the grades of the pieces that answer."""

    name: str
    pieces: tuple[Entry, ...]
    queries: dict[str, Asked]
    relevant: dict[str, dict[str, float]]

    @property
    def digest(self) -> str:
        """The same for the same labelled set, another for any other."""
        told = hashlib.sha256()
        for part in (*self.pieces, *self.queries.items(), *self.relevant.items()):
            told.update(repr(part).encode())
        return told.hexdigest()[:16]


def read(folder: Path) -> Dataset:
    """Read the labelled set in ``folder``.

    Queries that no document answers are left out, as every measure is the same for them. Raises
    DatasetError naming the file and the line for anything that is missing, broken or does not fit.
    """
    if not folder.is_dir():
        raise DatasetError("There is no such folder", f"“{folder}” is not a folder.", _LAYOUT)
    name = folder.resolve().name
    pieces = tuple(_pieces(folder / "corpus.jsonl", name))
    queries = dict(_queries(folder / "queries.jsonl"))
    relevant = _relevant(folder / "qrels.tsv", {piece.id for piece in pieces}, queries.keys())
    if not relevant:
        raise DatasetError(
            "There is nothing to measure",
            f"“{folder / 'qrels.tsv'}” names no document that answers a query.",
            "Give at least one line with a score above 0.",
        )
    asked = {key: query for key, query in queries.items() if key in relevant}
    return Dataset(name, pieces, asked, relevant)


def _pieces(path: Path, name: str) -> Iterator[Entry]:
    for number, key, item in _identified(path):
        title = _text(path, number, item, "title") if "title" in item else ""
        piece = Entry(key, name, "argument", claim=title, text=_text(path, number, item, "text"))
        try:
            yield beir_metadata.of_piece(piece, item.get("metadata"))
        except beir_metadata.WrongMetadataError as error:
            raise _wrong(path, number, str(error)) from None


def _queries(path: Path) -> Iterator[tuple[str, Asked]]:
    for number, key, item in _identified(path):
        asked = Asked(_text(path, number, item, "text"))
        try:
            yield key, beir_metadata.of_query(asked, item.get("metadata"))
        except beir_metadata.WrongMetadataError as error:
            raise _wrong(path, number, str(error)) from None


def _relevant(
    path: Path, documents: set[str], queries: Collection[str]
) -> dict[str, dict[str, float]]:
    relevant: dict[str, dict[str, float]] = {}
    for number, line in _lines(path):
        cells = line.split("\t")
        if number == 1 and cells[0] == "query-id":
            continue
        if len(cells) != 3:
            raise _wrong(path, number, "a line is query id, document id and score, between tabs")
        query, document, grade = cells
        if query not in queries:
            raise _wrong(path, number, f"there is no query “{query}” in queries.jsonl")
        if document not in documents:
            raise _wrong(path, number, f"there is no document “{document}” in corpus.jsonl")
        value = _grade(path, number, grade)
        if value > 0:
            relevant.setdefault(query, {})[document] = value
    return relevant


def _grade(path: Path, number: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise _wrong(path, number, f"the score “{text}” is not a number") from None
    if not -1e6 < value < 1e6:
        raise _wrong(path, number, f"the score “{text}” is out of all bounds")
    return value


def _identified(path: Path) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Yield each object with its line and its id, which no other has."""
    known: set[str] = set()
    for number, item in _objects(path):
        key = _text(path, number, item, "_id")
        if key in known:
            raise _wrong(path, number, f"the id “{key}” is there twice")
        known.add(key)
        yield number, key, item


def _objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in _lines(path):
        try:
            item = json.loads(line)
        except (ValueError, RecursionError):
            raise _wrong(path, number, "the line is not JSON") from None
        if not isinstance(item, dict):
            raise _wrong(path, number, "the line is not a JSON object")
        yield number, item


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold anything, with their numbers."""
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line.rstrip("\r\n")
    except UnicodeDecodeError:
        raise _wrong(path, number + 1, "the line is not UTF-8 text") from None
    except OSError as error:
        raise DatasetError(
            "The labelled set cannot be read", f"“{path}”: {error.strerror}.", _LAYOUT
        ) from error


def _text(path: Path, number: int, item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    if not isinstance(value, str) or (key == "_id" and not value):
        raise _wrong(path, number, f"“{key}” must be there and be text")
    return value


def _wrong(path: Path, number: int, what: str) -> DatasetError:
    return DatasetError(
        "The labelled set cannot be read", f"“{path}”, line {number}: {what}.", _LAYOUT
    )
