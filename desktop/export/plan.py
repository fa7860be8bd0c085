"""The plan of a kind of document: its fixed words and its look, read from the templates folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop.core.text import safe_characters
from desktop.errors import ContentError, ExportError
from desktop.export.filling import FillingError, Values, fill, fill_line

KIND = "written-evidence"
ENGLISH = "en-GB"
_FORMAT = 1
_MONTHS = 12

# What every fixed word may use, with the values it is tried with on load.
_EVERYWHERE: Values = dict.fromkeys(
    ("organisation", "inquiry", "body", "body_short", "reference"), "Example"
)
# The fixed words there must be, and what each may use besides.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "title": (),
    "months": (),
    "header": (),
    "subtitle": (),
    "page": (),
    "notes": (),
    "sources": (),
    "about": ("has_reason",),
    "summary": (),
    "answers": ("venue",),
    "recommendations": (),
    "oral_evidence": (),
    "question": ("number", "text", "heading"),
    "facts": ("speaks_for", "reach", "charity_number"),
    "choice": ("choices",),
    "skipped": ("reason",),
    "recommendation": ("who", "who_inside", "what", "when"),
    "clause": ("clause", "sentence"),
    "amendment": ("amendment",),
    "by": ("date",),
    "date": ("date",),
    "missing_source": ("key", "locator"),
    "paragraph_one": ("places",),
    "paragraph_many": ("places",),
    "question_one": ("places",),
    "question_many": ("places",),
    "range": ("first", "last"),
    "and": (),
    "draft_evidence": (),
    "draft_example": (),
    "draft_recommendation": (),
    "draft_said": ("who", "when"),
    "draft_opposed": (),
}
_EMAIL = (
    *("contact_name", "contact_role", "contact_email", "contact_phone", "contact_address"),
    *("has_contact", "oral_evidence", "file_name", "words", "date"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The fixed words of a kind of document, its style file and the cover email to go with it."""

    title: str
    words: Mapping[str, str]
    style: Path
    email: str

    def say(self, word: str, base: Values, **values: object) -> str:
        """Return a fixed word with its values as one line of text.

        Args:
            word: its key in plan.toml.
            base: organisation, inquiry, body, body_short and reference.
            values: what this word may use besides.

        Raises:
            ExportError: it cannot be filled with these very values.
        """
        try:
            return fill_line(self.words[word], {**base, **values})
        except FillingError as error:
            raise ExportError(
                "The document cannot be built",
                f"The fixed words “{word}” of the template cannot be filled: {error}.",
                "Your answers are safe. Put the original plan.toml back, or correct that line.",
            ) from error

    def day(self, day: date) -> str:
        """Return a day as it is printed, such as "23 November 2026"."""
        months = self.words["months"].split()
        return f"{day.day} {months[day.month - 1]} {day.year}"

    def write_email(self, values: Values) -> str:
        """Return the text of the cover email; raises ExportError if it cannot be filled."""
        try:
            return fill(self.email, values)
        except FillingError as error:
            raise ExportError(
                "The cover email cannot be written",
                f"Its template cannot be filled: {error}.",
                "The submission itself is not touched. Put the original cover-email.j2 back.",
            ) from error


def load_plan(templates: Path, language: str = ENGLISH) -> Plan:
    """Read the plan of the written-evidence document.

    Args:
        templates: the templates folder (``Paths.templates``).
        language: in which its words are to be (BCP 47): those of "cy-GB" stand in
            plan.cy-GB.toml and cover-email.cy-GB.j2.

    Raises:
        ContentError: a file is missing or unreadable, or a key is unknown, missing or wrong; the
            sentence names the file and the key.
    """
    ending = "" if language == ENGLISH else f".{language}"
    file = templates / KIND / f"plan{ending}.toml"
    title, words = load_words(file, _WORDS)
    if len(words["months"].split()) != _MONTHS:
        raise _bad(file, "[words] months does not name twelve months", "Put spaces between them.")
    email_file = templates / f"cover-email{ending}.j2"
    email = _read(email_file)
    _try_out(email_file, "the template", email, _EMAIL)
    return Plan(title, words, style_file(templates), email)


def style_file(templates: Path) -> Path:
    """Return the file that holds the look of a document; raises ContentError if it is missing."""
    style = templates / KIND / "style.docx"
    if not style.is_file():
        raise _bad(style, "the file is missing", "It holds the look of the Word document.")
    return style


def load_words(file: Path, wanted: Mapping[str, tuple[str, ...]]) -> tuple[str, Mapping[str, str]]:
    """Return the title and the fixed words of a plan.toml, each tried with its values.

    Args:
        file: the plan.
        wanted: the words there must be, and what each may use besides what all may.

    Raises:
        ContentError: as ``load_plan``.
    """
    data = _read_toml(file)
    _require(file, "the file", data, {"format", "title", "words"})
    if data["format"] != _FORMAT:
        raise _bad(file, f"format is {data['format']!r}", f"This program reads format {_FORMAT}.")
    words = data["words"]
    if not isinstance(data["title"], str) or not isinstance(words, dict):
        raise _bad(file, "title or [words] is not as it should be", "title is text, words a table.")
    _require(file, "[words]", words, set(wanted))
    for key, extra in wanted.items():
        _try_out(file, f"[words] {key}", words[key], extra)
    return data["title"], words


def _read_toml(file: Path) -> dict[str, Any]:
    text = _read(file)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _bad(file, f"it is not TOML: {error}", "") from error


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise _bad(file, f"it cannot be read ({reason})", "") from error


def _require(file: Path, table: str, found: Mapping[str, object], wanted: set[str]) -> None:
    """Raise ContentError unless the keys are exactly those wanted."""
    allowed = f"Allowed in {table}: {', '.join(sorted(wanted))}."
    for key in sorted(set(found) - wanted):
        raise _bad(file, f"{table} has the unknown key “{safe_characters(key)}”", allowed)
    for key in sorted(wanted - set(found)):
        raise _bad(file, f"{table} lacks the key “{key}”", allowed)


def _try_out(file: Path, place: str, template: object, extra: tuple[str, ...]) -> None:
    """Raise ContentError unless the template can be filled, with its values and without them."""
    names = (*_EVERYWHERE, *extra)
    if not isinstance(template, str):
        raise _bad(file, f"{place} is not text", "Write it between quotation marks.")
    for value in ("Example", ""):
        try:
            fill(template, dict.fromkeys(names, value))
        except FillingError as error:
            allowed = f"It may use: {', '.join(names)}."
            raise _bad(file, f"{place} cannot be filled: {error}", allowed) from error


def _bad(file: Path, what: str, hint: str) -> ContentError:
    return ContentError("A template cannot be used", f"In {file}: {what.rstrip('.')}.", hint)
