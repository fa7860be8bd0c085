"""Title, author and date, from what the file says of itself or from its first words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.core.document import Block, BlockKind, Document
from desktop.corpus.understanding.days import Day, days
from desktop.corpus.understanding.roles import heading_role
from desktop.corpus.understanding.wording import word_count

_FIRST = 15
_LAST = 8
_NO_TITLE = re.compile(
    r"\s*(?:microsoft (?:word|powerpoint)\b.*|(?:document|presentation|slide|doc|book)\s?\d*"
    r"|powerpoint presentation|untitled.*|title|template.*|new document.*|\S+\.(?:docx?|pdf"
    r"|pptx?|odt|rtf|html?|txt|indd|qxd)"
    r"|no slide title|layout \d+|home|index|\W*)\s*",
    re.IGNORECASE,
)
_NOT_FIRST = re.compile(
    r"https?://|www\.|\S+@\S+|page \d|^\W*$|^please send me|^share|^skip to"
    r"|^menu\b",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"\W*(?:user|users|admin(?:istrator)?|owner|author|unknown|microsoft(?: office)? user"
    r"|windows user|hp|dell"
    r"|acer|default|guest|pc|test|python-docx|openpyxl|staff|home|office|un-named|\w{1,2}"
    r"|\S+\\\S+)?\W*",
    re.IGNORECASE,
)
_BY = (
    re.compile(
        r"\b(?i:written (?:evidence|submission)|memorand(?:um|a)|submission|evidence|response)\s"
        r"(?i:(?:submitted|received|provided)\s)?(?:by|from|of)\s"
        r"(?:the\s)?(?P<who>[A-Z][^.\n]{1,100}?)\s*"
        r"(?:\([A-Z]{1,6}\s?\d{1,4}\)|[–—-]\s|\sto\s(?:the|a)\s|[.,:;]|$)"
    ),
    re.compile(
        r"(?P<who>[A-Z][\w’'&.-]*(?: (?:[A-Z&(][\w’'&.()-]*|of|for|the|and|in)){0,9}?)(?:’s"
        r"|'s|s’)?\s"
        r"(?:(?:full |formal |written )?(?:consultation\s)?(?:response|submission)|evidence"
        r"|written evidence)\sto\b"
    ),
    re.compile(
        r"(?:^|\s)(?:author|submitted by|prepared by|written by|from|on behalf of"
        r"|organisation(?: name)?)\s?:\s?(?P<who>[A-Z][^\n,;|]{1,80})",
        re.IGNORECASE,
    ),
    re.compile(r"^(?i:by|from)\s(?P<who>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,4})"),
)
_OWN = re.compile(r"[’']s?$")
_DATE_LINE = 10
_DATED = re.compile(
    r"\b(?:date|dated|published|submitted|updated|posted"
    r"|sent)\b",
    re.IGNORECASE,
)

_SIGNED = re.compile(r"[A-Z][\w’'&-]*(?: [\w’'&-]+){0,7}(?:,\s|\s[–—-]\s|\s\()")


def title(document: Document, name: str) -> str:
    """Return what a document is called: by its properties, its first heading, its file's name."""
    own = " ".join(document.metadata.title.split())
    if own and not _NO_TITLE.fullmatch(own):
        return own
    first = document.blocks[:_FIRST]
    heads = [each for each in first if each.kind is BlockKind.HEADING and _can_be_title(each)]
    if heads:
        return _flat(min(heads, key=lambda each: each.level).text)
    found = next((each.text for each in first if _can_be_title(each) and _short(each)), "")
    return _flat(found) or _from_name(name)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _short(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and word_count(block.text) <= 25


def _can_be_title(block: Block) -> bool:
    text = block.text.strip()
    if not text or len(text) > 250 or _NOT_FIRST.search(text) or heading_role(block):
        return False
    found = next(days(text), None)
    return not (found and len(text) - (found.end - found.start) < _DATE_LINE)


def _from_name(name: str) -> str:
    stem = re.split(r"[›/\\]", name)[-1].strip()
    stem = re.sub(r"\.\w{1,5}$", "", stem)
    return " ".join(re.sub(r"[_-]+", " ", stem).split())


def author(document: Document) -> str:
    """Return who wrote it: the body named at the top before the name in the file's properties."""
    for block in _lines(document.blocks[:_FIRST]):
        for pattern in _BY:
            found = pattern.search(block)
            if found and not _NO_AUTHOR.fullmatch(found["who"]):
                return _OWN.sub("", found["who"].strip(" ,;:–—-"))
    own = " ".join(document.metadata.author.split())
    return "" if _NO_AUTHOR.fullmatch(own) else own


def _lines(blocks: Iterable[Block]) -> list[str]:
    return [_flat(each.text) for each in blocks if each.text and len(each.text) < 300]


def written(document: Document) -> str:
    """Return the day it was written (YYYY-MM-DD or YYYY-MM): a line at its beginning or end that
    is a date or a name and a date ("Fernbrook Trust, 3 October 2022"), otherwise what the file
    says; "" if nothing tells.
    """
    blocks = document.blocks
    for text in _lines([*blocks[:_FIRST], *reversed(blocks[_FIRST:][-_LAST:])]):
        for found in days(text):
            rest = len(text) - (found.end - found.start)
            dated = rest < 60 and (_DATED.search(text) or _is_signed(text, found))
            if found.year and (rest < _DATE_LINE or dated):
                return found.iso()
    return document.metadata.date


def _is_signed(text: str, day: Day) -> bool:
    """Tell whether a line is a name and a date after it, and nothing else."""
    return not text[day.end :].strip(" .)") and _SIGNED.fullmatch(text[: day.start]) is not None


def named(document: Document, name: str) -> Sequence[str]:
    """Return the texts that say what a document is about: its title, name and first headings."""
    first = (
        each.text
        for each in document.blocks[:_FIRST]
        if each.kind is BlockKind.HEADING or _short(each)
    )
    return (document.metadata.title, _from_name(name), *first)
