"""Which paragraphs of a plain text are its headings: only their looks tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop.corpus.readers.text.paragraphs import Para

_TITLE_WORDS = 25
_SHORT_WORDS = 14
_NUMBERED_WORDS = 45
_CAPS_WORDS = 12
_LONG_ENOUGH = 8  # words of a text that a heading can stand over
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"(?:\w+day,? )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? ?"
    rf"(?:\d{{4}})?\Z|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"https?://|www\.|\S@\S|^(?:tel|telephone|fax|email|e-mail|web)\b", re.IGNORECASE
)
_QUESTION = re.compile(r"(?:question|q)\s?\d{1,3}[a-z]?\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:executive )?summary|introduction|background|about us|conclusions?|(?:our )?"
    r"recommendations?|contents|annex(?: \w)?|appendix(?: \w)?|key points|evidence",
    re.IGNORECASE,
)
_NEVER_ENDS = ".,;:…!"


def levels(paras: Sequence[Para]) -> list[int]:
    """Return for each paragraph its level as a heading, 0 for one that is none."""
    found: list[int] = []
    numbered = _numbers_head(paras)
    for at, para in enumerate(paras):
        before = paras[at - 1] if at else None
        following = paras[at + 1] if at + 1 < len(paras) else None
        under = found[-1] if found else 0
        level = _level(para, before, following, numbered)
        if para.bold and under and not level_is_told(para):
            level = 0  # the bold line under a heading is not one itself
        if level and not any(found):
            level = _first(paras[:at], level)
        found.append(level)
    return found


def level_is_told(para: Para) -> bool:
    """Say whether marks in the text itself say that this is a heading."""
    return bool(para.marks or para.underlined)


def _first(before: Sequence[Para], level: int) -> int:
    """A heading with nothing before it but a date is the title."""
    return 1 if all(_DATE.match(para.text) for para in before) else level


def _level(para: Para, before: Para | None, following: Para | None, numbered: bool) -> int:
    if para.rows or para.bullet or para.quoted or para.closed:
        return 0
    if para.marks:
        return para.marks
    if para.underlined:
        return 2
    if para.number:
        return _numbered(para, following, numbered)
    if _DATE.match(para.text) or _ADDRESS.search(para.text):
        return _title(para, before, following)
    if para.bold or para.new_page:
        return 2 if para.words <= _SHORT_WORDS and para.text[-1] not in ".,;:" else 0
    if before is None:
        return _title(para, before, following)
    return 2 if _looks_like_one(para, before, following) else 0


def _title(para: Para, before: Para | None, following: Para | None) -> int:
    fits = para.words <= _TITLE_WORDS and para.text[-1] not in _NEVER_ENDS and para.words > 1
    is_it = before is None and following is not None and fits and not _DATE.match(para.text)
    return 1 if is_it and not re.match(r"\S*@|tel\b|fax\b|dear\b", para.text, re.IGNORECASE) else 0


def _numbers_head(paras: Sequence[Para]) -> bool:
    """Say whether numbers stand at headings that end with a full stop, not at paragraphs."""
    numbered = [
        (para, following) for para, following in pairwise(paras) if para.number and not para.closed
    ]
    heads = sum(
        not following.number and not following.bullet and _one_sentence(para.text)
        for para, following in numbered
    )
    return len(numbered) >= 3 and heads >= len(numbered) * 0.8


def _one_sentence(text: str) -> bool:
    return not re.search(r"(?<![A-Z])[.!?] +[A-Z“‘]", text)


def _numbered(para: Para, following: Para | None, numbered: bool) -> int:
    if following is None or para.words > _NUMBERED_WORDS or not _one_sentence(para.text):
        return 0
    depth = para.number.count(".")
    below = bool(following.number) and following.number.count(".") > depth
    if (following.number and not below) or following.quoted:
        return 0
    if following.bullet and para.words > _CAPS_WORDS:
        return 0
    if para.text[-1] in ",;:" or para.text[0].islower():
        return 0
    if para.text[-1] == "." and not numbered:
        return 0
    return depth + 2


def _looks_like_one(para: Para, before: Para, following: Para | None) -> bool:
    apart = para.blanks > 0 or (before.ended and para.after == 0)
    if not apart:
        return False
    if _QUESTION.match(para.text):
        return para.words <= _NUMBERED_WORDS and following is not None
    if _KNOWN.fullmatch(para.text.rstrip(":")):
        return following is not None
    if not para.text[0].isupper() and para.text[0] not in "“‘\"'" and not para.text[0].isdigit():
        return False
    if para.text[-1] in _NEVER_ENDS or _is_attribution(before):
        return False
    if para.text.isupper() and para.words <= _CAPS_WORDS:
        return sum(letter.isalpha() for letter in para.text) > 2
    return _stands_over(para, following)


def _stands_over(para: Para, following: Para | None) -> bool:
    """A short line by itself is a heading if something longer follows."""
    if following is None or para.words > _SHORT_WORDS or (para.blanks > 0) != (para.after > 0):
        return para.blanks > 0 and following is not None and _over_text(para, following)
    return _over_text(para, following)


def _over_text(para: Para, following: Para) -> bool:
    if para.words > _SHORT_WORDS or following.new_page:
        return False
    longer = following.words > para.words and following.words >= _LONG_ENOUGH
    return bool(following.bullet or longer or following.marks)


def _is_attribution(before: Para) -> bool:
    """After words in quotation marks a short line says whose they are."""
    text = before.text
    return text[0] in '“"' and text[-1] in '”"'
