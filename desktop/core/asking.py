"""Prompts that ask again about what a past response said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.core.evidence import Prompt, Purpose
from desktop.core.shortening import shortened
from desktop.core.understanding import SentenceKind

# How the ids of Prompts begin that ask about something said before.
SAID = "said:"
_LONGEST = 160
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "has not changed since 2011" gives no figure of 2011.
_OF_YEAR = re.compile(r"\b(?:in|for|during|of|by)\s(?:\w+\s)?((?:19|20)\d\d)\b", re.IGNORECASE)
_MUST = re.compile(r"\b(?:should|must|ought to|needs? to|shall)\b")
_MUST_SUBJECT = 60  # characters within which the "should" of the main clause stands
# Words that have a capital only because they begin the sentence.
_OPENING_WORDS = """
a all an any both councils each every future government it local many ministers more most no our
public some such the their there these they this those voluntary we
"""
_OPENERS = frozenset(_OPENING_WORDS.split())
_NAMES = frozenset({"government", "ministers"})
_BRACES = str.maketrans("{}", "()")  # a starter is a template; what was said is not


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a past response: what it is, and the year the response was sent ("" unknown).

    ``key`` becomes the id of the Prompt; ``source`` and ``locator`` say where the sentence stands.
    """

    key: str
    text: str
    kind: SentenceKind
    year: str = ""
    source: str = ""
    locator: str = ""


def asking(said: Statement, questions: tuple[str, ...]) -> Prompt:
    """Return the Prompt that asks whether what was said still holds.

    Args:
        said: the sentence.
        questions: references of the Questions at which it is asked.
    """
    text = short(said.text)
    when = f"in {said.year}" if said.year else "before"
    return Prompt(
        id=said.key,
        question=_question(said, text),
        starter=_starter(said, text),
        purpose=_PURPOSES.get(said.kind, Purpose.EVIDENCE),
        questions=questions,
        why=f"You said this {when}, when you answered the same question or one like it.",
        source=said.source,
        locator=said.locator,
    )


_PURPOSES = {
    SentenceKind.RECOMMENDATION: Purpose.RECOMMENDATION,
    SentenceKind.CLAIM: Purpose.CLAIM,
    SentenceKind.CASE: Purpose.EXAMPLE,
    SentenceKind.TESTIMONY: Purpose.EXAMPLE,
}


def short(text: str) -> str:
    """Return a sentence on one line without its full stop, cut at a word where it is long."""
    return shortened(text.rstrip(" .;,"), _LONGEST)


def _question(said: Statement, text: str) -> str:
    begun = f"In {said.year} you" if said.year else "In an earlier response you"
    match said.kind:
        case SentenceKind.RECOMMENDATION:
            return f"{begun} recommended {_told(text)} Does it still stand?"
        case SentenceKind.CLAIM:
            return f"{begun} argued: “{_quoted(text)}” Do you still, and what shows it now?"
        case SentenceKind.FIGURE:
            year = _year_of(said)
            figure = f"a figure for {year}" if year else "a figure"
            return f"You gave {figure}: “{_quoted(text)}” Is there a newer one?"
        case SentenceKind.CASE | SentenceKind.TESTIMONY:
            return f"{begun} told this: “{_quoted(text)}” What has happened since?"
        case _:
            return f"{begun} wrote: “{_quoted(text)}” Is it still so?"


def _starter(said: Statement, text: str) -> str:
    begun = f"In {said.year} we" if said.year else "In an earlier response we"
    plain = text.translate(_BRACES)
    match said.kind:
        case SentenceKind.RECOMMENDATION:
            return f"{begun} recommended {_told(plain)} This still stands, because "
        case SentenceKind.FIGURE:
            return "The newest figure is "
        case SentenceKind.CLAIM:
            return f"{begun} argued: “{_quoted(plain)}” Since then, "
        case _:
            return "Since then, "


def _told(text: str) -> str:
    """Return "that the council should reply." where that is good English, or the words quoted."""
    first = text.split(" ", 1)[0]
    if _MUST.search(text[:_MUST_SUBJECT]) and first.lower() in _OPENERS and first.lower() != "we":
        low = text if first.lower() in _NAMES else text[:1].lower() + text[1:]
        return f"that {low}" if low.endswith("…") else f"that {low}."
    return f"this: “{_quoted(text)}”"


def _quoted(text: str) -> str:
    """Return words ready to stand in quotation marks: theirs become single, a stop ends them."""
    inner = text.replace("“", "‘").replace("”", "’").replace('"', "'")
    return inner if inner.endswith(("…", "?", "!", ".")) else f"{inner}."


def _year_of(said: Statement) -> str:
    """Return the year that a figure is of: the last that the sentence says it is of, or the
    response's where it names none; "" where the years it names may be another's.
    """
    named = _OF_YEAR.findall(said.text)
    if named:
        return named[-1]
    return "" if _YEAR.search(said.text) else said.year
