"""Where in a text something stands: its sentence, a quotation, under a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.checks.reading import WrittenLine
from desktop.core.finding import Spot
from desktop.core.sentences import sentence_spans
from desktop.core.text import Blocks, Cite, Line, ListBlock, Quote, Table, Text, lines, plain
from desktop.markup import parse

# A pair of double marks, whatever they enclose that is quoted in its turn, or a pair of single ones
# that are no apostrophes.
_QUOTED = re.compile(
    r"“(?:[^“”]|“[^“”]*”)*”|(?<!\d)\"[^\"]*\"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))*’(?!\w)|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*'(?!\w)"
)
_OPENING = "“\"‘'"
_ADDRESS = re.compile(r"https?://|\bwww\.|\bdoi\.org\b", re.IGNORECASE)
_OF_ADDRESSES = ("://", "www.", "doi.org")
# "(Larchfield Institute, 2024)", "[Annual report 2023-24]".
_NAMED_IN_BRACKETS = re.compile(
    r"[(\[][^()\[\]]*[A-Za-z][^()\[\]]*\b(?:19|20)\d\d\b[^()\[\]]*[)\]]"
)
_KEPT = 16_384  # lines
_TEXTS = 256


@lru_cache(maxsize=_KEPT)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence of a line begins and ends."""
    return sentence_spans(text)


def sentence_of(text: str, start: int) -> tuple[int, int]:
    """Return where the sentence begins and ends in which character ``start`` of a line stands."""
    return next((span for span in spans(text) if start < span[1]), (0, len(text)))


def is_question(sentence: str) -> bool:
    """Tell whether a sentence asks instead of saying something."""
    return sentence.rstrip("”’\"') ").endswith("?")


@lru_cache(maxsize=_KEPT)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the quotations of a line begin and end, their marks included."""
    if not any(mark in text for mark in _OPENING):
        return ()
    return tuple(found.span() for found in _QUOTED.finditer(text))


def is_quoted(text: str, start: int) -> bool:
    """Tell whether a character of a line stands in a quotation."""
    return any(begin <= start < end for begin, end in quoted(text))


def spot_of(line: WrittenLine, start: int, end: int, place: int = 0) -> Spot:
    """Return the Spot of characters of a line, which has this place in its text."""
    return Spot(line.field, line.item, place, start, end)


def names_its_source(line: Line) -> bool:
    """Tell whether a line says where it comes from: by a citation, a link, an address, or a name
    and a year in brackets.
    """
    if any(isinstance(part, Cite) or part.href for part in line):
        return True
    return _has_a_name(plain(line))


@lru_cache(maxsize=_KEPT)
def _has_a_name(text: str) -> bool:
    small = text.casefold()
    address = any(sign in small for sign in _OF_ADDRESSES) and _ADDRESS.search(text)
    return bool(address or _NAMED_IN_BRACKETS.search(text))


@lru_cache(maxsize=_TEXTS)
def sourced(body: str) -> tuple[bool, ...]:
    """Tell of each line of an answer (Markdown), in the order of ``desktop.core.text.lines``,
    whether it has a source of its own, or one that is given for the whole list, quotation or table
    it is part of: in its last line, or in the paragraph before it, or (but for a list) after it.
    """
    return tuple(_sourced(parse(body)))


def _sourced(blocks: Blocks) -> Iterator[bool]:
    for place, block in enumerate(blocks):
        own = [names_its_source(line) for line in lines((block,))]
        if not isinstance(block, ListBlock | Quote | Table):
            yield from own
            continue
        before = place > 0 and _closes_with_source(blocks[place - 1 : place])
        after = isinstance(block, Quote | Table) and _opens_with_source(
            blocks[place + 1 : place + 2]
        )
        shared = before or after or own[-1] or (not isinstance(block, ListBlock) and any(own))
        yield from (shared or one for one in own)


def _closes_with_source(blocks: Blocks) -> bool:
    *_, last = lines(blocks)
    return names_its_source(last)


def _opens_with_source(blocks: Blocks) -> bool:
    first = next(lines(blocks), ())
    return names_its_source(first)


def where_cited(line: Line) -> Iterator[tuple[Cite, int]]:
    """Yield each citation of a line with the place in its plain text at which it stands."""
    at = 0
    for part in line:
        if isinstance(part, Text):
            at += len(part.text)
        else:
            yield part, at


def claim_before(text: str, at: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that a citation at ``at`` stands behind."""
    before = len(text[:at].rstrip())
    start, end = next((s for s in spans(text) if before <= s[1]), (0, len(text)))
    return start, max(start, len(text[start:end].rstrip()) + start)
