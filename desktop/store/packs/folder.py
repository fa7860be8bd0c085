"""Folders of content files: reading them all, checking them, each on its own and all together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.errors import ContentError
from desktop.store.packs.consultations import CONSULTATION
from desktop.store.packs.content import Content, Pack, join
from desktop.store.packs.document import Document, open_document
from desktop.store.packs.files import ContentFile, Kind, files_found_in, files_laid_out
from desktop.store.packs.problems import Level, PackError, Problem
from desktop.store.packs.prompts import PROMPTS
from desktop.store.packs.reading import PackFormat, Reading, examine
from desktop.store.packs.rules import RULES
from desktop.store.packs.snippets import EVIDENCE
from desktop.store.packs.wording import WORDING, WordingPack

_FORMATS: dict[Kind, PackFormat[Any]] = {
    "snippets": EVIDENCE,
    "prompts": PROMPTS,
    "consultations": CONSULTATION,
    "rules": RULES,
    "wording": WORDING,
}
# What only courses have: those are no content, and looked at by themselves.
_OF_COURSES = frozenset({"unit", "step", "aims"})
_OF_RUBRICS = frozenset({"rubric", "criterion"})
# The tables by which a file shows what it is; the first that is there decides.
_SIGNS: tuple[tuple[str, Kind], ...] = (
    ("wording", "wording"),  # whose "source" is no table
    ("sign_off", "wording"),
    ("source", "snippets"),
    ("snippet", "snippets"),
    ("question", "consultations"),
    ("rule", "rules"),
    ("document", "rules"),
    ("prompt", "prompts"),
)


def read_content(snippets: Path, resources: Path, known: Content | None = None) -> Content:
    """Read every content file of two folders laid out as the program's own.

    Never raises: a file that is wrong is left out and told of in ``problems`` of the result, all
    others load. A folder that is not there counts as empty. ``known`` is content that these files
    may refer to and must not clash with (the program's own, when a person's own files are read).
    """
    return _read(files_laid_out(snippets, resources), known)


def check_folder(folder: Path, known: Content | None = None) -> tuple[int, list[Problem]]:
    """Check the content files of a folder, or one file; return how many and all that is wrong.

    The folder may be laid out like the project (snippets/, resources/...) or hold files of any kind
    side by side. Advice is among the problems; courses are not looked at (see ``courses_in``).
    Raises ContentError if there is no such folder.
    """
    if not folder.exists():
        raise ContentError(
            "There is nothing to check",
            f"There is no folder or file {folder}.",
            "Name a folder that holds content files (they end in .toml).",
        )
    courses = frozenset(courses_in(folder))
    files = [file for file in files_found_in(folder) if file.path not in courses]
    rubrics = [file for file in files if _has(file.path, _OF_RUBRICS)]
    content = _read([file for file in files if file not in rubrics], known)
    order = {file.path: place for place, file in enumerate(files)}
    found = [*content.problems, *content.advice]
    for file in rubrics:
        found += _in_rubric(file.path)
    problems = sorted(found, key=lambda each: (order[each.file], each.line or 0))
    return len(files), problems


def courses_in(folder: Path) -> list[Path]:
    """Return the courses among the files of a folder, or the one file if it is one."""
    return [file.path for file in files_found_in(folder) if _has(file.path, _OF_COURSES)]


def _has(file: Path, keys: frozenset[str]) -> bool:
    """Tell whether a file has one of these at its top."""
    try:
        return not keys.isdisjoint(open_document(file).data)
    except PackError:
        return False


def _in_rubric(file: Path) -> Sequence[Problem]:
    from desktop.store.packs.courses import RUBRIC  # only where there is one

    return examine(open_document(file), RUBRIC).problems


def _read(files: Sequence[ContentFile], known: Content | None) -> Content:
    problems: list[Problem] = []
    readings: list[Reading[Pack]] = []
    for file in files:
        try:
            document = open_document(file.path)
            reading = examine(document, _FORMATS[_kind_of(document, file.kind)])
        except PackError as error:
            problems += error.problems
        else:
            problems += reading.problems
            # Wording refers to nothing and clashes with nothing.
            if not isinstance(reading.pack, WordingPack):
                readings.append(reading)
    loaded = {reading.document.file for reading in readings if reading.pack is not None}
    content = join(readings, known, [file.path for file in files if file.path not in loaded])
    problems += content.problems
    return replace(
        content,
        problems=tuple(_of_level(problems, Level.ERROR)),
        advice=tuple(_of_level(problems, Level.ADVICE)),
    )


def _of_level(problems: Iterable[Problem], level: Level) -> list[Problem]:
    return [problem for problem in problems if problem.level is level]


def _kind_of(document: Document, expected: Kind | None) -> Kind:
    """Return what kind of pack a file is; raises PackError if unclear or in the wrong folder."""
    found: Kind | None = next((kind for table, kind in _SIGNS if table in document.data), None)
    if expected is None:
        if found is None:
            message = "this file has none of the tables that content files have"
            allowed = ", ".join(dict.fromkeys(f"[{table}]" for table, _ in _SIGNS))
            raise PackError([Problem(document.file, "", None, message, allowed)])
        return found
    # A file of nothing but prompts in the snippets folder is told that its [source] is missing.
    if found in (None, expected) or (expected == "snippets" and found == "prompts"):
        return expected
    message = f"this file holds {_FORMATS[found].schema.name}, which belongs in another folder"
    allowed = f"{_FORMATS[expected].schema.name} in the folder {expected}"
    raise PackError([Problem(document.file, "", None, message, allowed)])
