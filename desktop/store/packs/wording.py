"""Wording files: word lists that ship with the program, and an organisation's house rules, in one
form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core.finding import FindingLevel
from desktop.core.rules import Authority, Venue
from desktop.core.wording import HOUSE, HouseSignOff, Wording
from desktop.store.packs.document import open_document, parse_document
from desktop.store.packs.forms import (
    ADDRESS,
    DAY,
    KEY,
    LINE,
    WHOLE,
    Form,
    Report,
    choice,
    list_of,
    text,
    what_it_is,
)
from desktop.store.packs.problems import Problem, shown
from desktop.store.packs.reading import PackFormat, Reading, examine, read_pack
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

# A pattern is tried on these before it is taken: texts that the usual mistakes never end on.
_TRIALS = (
    *(letter * 4000 + "!" for letter in "a1 "),
    "We asked every member about it, twice. " * 100,
)
_SECONDS = 0.25
_MOST_SWAPS = 500
_LEAST_LETTERS = 3
_WAYS = ("words", "swaps", "pattern", "required")
_WORDS = re.compile(r"\w.*")
_OPEN = re.compile(rf"(?:\w{{{_LEAST_LETTERS},}}|.*\W.*\w)\*")
_PLACES = re.compile(r"\{(?!found\}|instead\})[^}]*\}?")


@dataclass(frozen=True, slots=True)
class WordingPack:
    """The Wordings of one file and the version of it, and who approves by it, if it says so."""

    file: Path
    version: int
    wordings: tuple[Wording, ...]
    sign_off: HouseSignOff | None = None


def read_wording(path: Path) -> WordingPack:
    """Read a wording file; raises PackError with everything that is wrong with it."""
    return read_pack(path, WORDING)


def examine_wording(path: Path) -> Reading[WordingPack]:
    """Read a wording file and tell all that is wrong with it, and what could be better; raises
    PackError only if it is no TOML at all.
    """
    return examine(open_document(path), WORDING)


def wording_in(name: str, said: str) -> Reading[WordingPack]:
    """Read what a wording file called ``name`` said when it was added; raises PackError as
    ``examine_wording`` does.
    """
    return examine(parse_document(Path(name), said), WORDING)


def shipped_wording(resources: Path) -> tuple[Wording, ...]:
    """Return the Wordings that ship with the program, of all files of ``resources/wording``; raises
    PackError if one of them is wrong.
    """
    files = sorted((resources / "wording").glob("*.toml"))
    return tuple(wording for file in files for wording in read_wording(file).wordings)


def _check_words(value: str, report: Report) -> None:
    if not _WORDS.fullmatch(value):
        report(f"{shown(value)} does not begin with a letter or a digit", "a word or a phrase")
    elif "*" in value and not _OPEN.fullmatch(value):
        report(f"{shown(value)} would stand for too many words", "a * after three letters or more")


def _check_pattern(value: str, report: Report) -> None:
    import regex

    try:
        expression = regex.compile(value)
    except regex.error as error:
        return report(f"{shown(value)} is no regular expression: {error}")
    try:
        for trial in _TRIALS:
            for found in expression.finditer(trial, timeout=_SECONDS):
                if found.start() == found.end():
                    return report(f"{shown(value)} finds nothing at all as well as words")
    except TimeoutError:
        return report(
            f"{shown(value)} takes too long on ordinary text",
            "a pattern without one repetition inside another",
        )
    return None


def _check_sentence(value: str, report: Report) -> None:
    if wrong := _PLACES.search(value):
        report(f"{shown(wrong[0])} stands for nothing", "{found} or {instead}")


def _read_swaps(value: object, report: Report) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(value, dict):
        return report(what_it_is(value))
    if len(value) > _MOST_SWAPS:
        return report(f"it has {len(value):,} words", f"at most {_MOST_SWAPS} words")
    for words, instead in value.items():
        _ONE.read(words, report)
        LINE.read(instead, report)
    return tuple(value.items())


_ONE = text("a word or a phrase", check=_check_words)
_SENTENCE = text(
    "a sentence in quotation marks, which may use {found} and {instead}", check=_check_sentence
)
_SWAPS = Form('a table such as { "utilise" = "use" }', _read_swaps)
_READ_FROM = (
    Field("source", LINE, "Where the advice was read, in words.", required=False),
    Field("address", ADDRESS, "Where it can be read.", required=False),
    Field("authority", choice(Authority), "How it is known.", required=False),
    Field("checked", DAY, "When it was read.", required=False),
)


def _check_row(row: Row, report: RowReport) -> None:
    given = [way for way in _WAYS if way in row]
    if len(given) != 1:
        said = " and ".join(given) if given else "none of them is there"
        report.wrong("words", f"just one is wanted, and {said}", ", ".join(_WAYS))
    if "instead" in row and "swaps" in row:
        report.wrong("instead", "each of the swaps has its own", "only one of swaps and instead")


SCHEMA = Schema(
    "wording",
    (
        Table(
            "",
            "A list of words to look for. What is said at the top holds for each of them that does "
            "not say otherwise.",
            (FORMAT_FIELD, VERSION_FIELD, *_READ_FROM),
        ),
        Table(
            "wording",
            "One rule about words. Just one of words, swaps, pattern and required is given.",
            (
                Field("id", KEY, "Names the rule within this file."),
                Field(
                    "check",
                    KEY,
                    f'The check it belongs to; left out, it is a house rule ("{HOUSE}").',
                    required=False,
                ),
                Field(
                    "level",
                    choice(FindingLevel),
                    "How much it matters; left out, it is a nudge.",
                    required=False,
                ),
                Field(
                    "words",
                    list_of(_ONE, least=1),
                    "Words and phrases to avoid, in any case unless they have a capital letter; a "
                    "* at the end stands for any ending.",
                    required=False,
                ),
                Field("swaps", _SWAPS, "Words, each with what to write instead.", required=False),
                Field(
                    "pattern",
                    text(
                        "a regular expression in single quotation marks",
                        lines=True,
                        check=_check_pattern,
                    ),
                    "What to avoid, as a regular expression.",
                    required=False,
                ),
                Field(
                    "required",
                    list_of(_ONE, least=1),
                    "Words that a submission must have; one of them is enough.",
                    required=False,
                ),
                Field(
                    "unless",
                    list_of(_ONE),
                    "Longer phrases in which the words are not meant.",
                    required=False,
                ),
                Field(
                    "needs",
                    list_of(_ONE),
                    "The pattern is tried only where one of these stands; that makes it quick.",
                    required=False,
                ),
                Field("instead", LINE, "What to write in their place.", required=False),
                Field("says", _SENTENCE, "What is said of it, in one sentence.", required=False),
                Field("remedy", _SENTENCE, "What to do, in one sentence.", required=False),
                *_READ_FROM,
            ),
            repeats=True,
            required=False,
            unique="id",
            check=_check_row,
        ),
        Table(
            "sign_off",
            "Who approves what is sent. It comes before what the page of the organisation says.",
            (
                Field("who", LINE, "Who approves it, such as “The chair of trustees”."),
                Field(
                    "venues",
                    list_of(choice(Venue), least=1),
                    "The kinds of body for which it holds; left out, it holds for all.",
                    required=False,
                ),
                Field(
                    "days",
                    WHOLE,
                    "How many days before the closing day they want to have it.",
                    required=False,
                ),
                Field("says", LINE, "What else is to be done, in one sentence.", required=False),
            ),
            required=False,
        ),
    ),
    either=("wording", "sign_off"),
)


def _build(file: Path, rows: Rows) -> WordingPack:
    (top,) = rows[""]
    shared = {each.key: top[each.key] for each in _READ_FROM if each.key in top}
    told = {key: top[key] for key in ("source", "address") if key in top}
    approving = (HouseSignOff(**{**told, **row}) for row in rows["sign_off"])
    wordings = tuple(_wordings(rows["wording"], shared))
    return WordingPack(file, top["version"], wordings, next(approving, None))


def _wordings(rows: Iterable[Row], shared: Mapping[str, Any]) -> Iterable[Wording]:
    return (Wording(**{**shared, **row}) for row in rows)


WORDING = PackFormat(SCHEMA, _build)


def problems_in(path: Path) -> tuple[Problem, ...]:
    """Return all that is wrong with a wording file; raises PackError if it is no TOML at all."""
    return examine_wording(path).problems
