"""Where the sentences of a text begin and end.

Made for the prose of responses and reports: British abbreviations, initials, decimals, quotations,
citations, marks of footnotes, and fragments that begin with a number.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

# A stop with what belongs to it: closing quotation marks and brackets, the mark of a footnote.
_STOP = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>[\"'”’)\]]*)(?P<note>(?:\[\d{1,3}\])+|(?<=[^\d.][.!?…])\d{1,3})?"
    r"(?P<close2>[\"'”’)\]]*)(?=\s|$)|[\n\t]+"
)
_WORD_BEFORE = re.compile(r"([^\s\"'“‘”’(\[]+)$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})\)?[.)]?|[•·▪◦*–-]")

# After these a sentence goes on, whatever follows.
_TITLES_TEXT = """
mr mrs ms mx dr prof rev hon rt st sir cllr sgt lt col gen capt messrs e.g i.e eg ie viz cf vs v
approx ca incl esp dept gov
"""
_TITLES = frozenset(_TITLES_TEXT.split())
# After these it goes on where a number follows.
_NUMBERED_TEXT = """
no nos p pp para paras vol vols ch chs fig figs s ss art arts reg regs r c q qs sec ref pt ed
jan feb mar apr jun jul aug sep sept oct nov dec tel ext col cl sch
"""
_NUMBERED = frozenset(_NUMBERED_TEXT.split())
# After these it ends only where the next word begins one.
_EITHER_TEXT = """
etc ltd co inc plc jr sr al ed eds bros est ave rd a.m p.m am pm cit ibid
"""
_EITHER = frozenset(_EITHER_TEXT.split())
_OPENERS_TEXT = """
the this that these those a an in on at it we they he she i our my if when while there as but
and so to for with however most many some all although because since what why how who one no
such each every by from after before under its their his her you your
"""
_OPENERS = frozenset(_OPENERS_TEXT.split())
_LETTERED_TEXT = """
option plan question part annex annexe appendix schedule section group table figure class type
grade category block and or hepatitis vitamin
"""
_LETTERED = frozenset(_LETTERED_TEXT.split())


def sentences(text: str) -> list[Span]:
    """Return where each sentence of ``text`` begins and ends, without the spaces around it.

    Nothing but white space lies between them. Line feeds and tabs end a sentence, as they part the
    rows and cells of a table.
    """
    found: list[Span] = []
    begin = 0
    for match in _STOP.finditer(text):
        if match["stop"] is None or _ends(text, begin, match):
            _add(text, begin, match.end(), found)
            begin = match.end()
    _add(text, begin, len(text), found)
    return found


def _add(text: str, begin: int, end: int, found: list[Span]) -> None:
    piece = text[begin:end]
    start = begin + len(piece) - len(piece.lstrip())
    stop = begin + len(piece.rstrip())
    if start < stop:
        found.append((start, stop))


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether the stop that was found ends a sentence."""
    after = text[match.end() :].lstrip()[:40]
    if not after:
        return True
    first = after.lstrip("\"'“‘([")[:1]
    if match["stop"] != ".":
        return not first.islower()
    if match["note"] or match["close"]:
        # "services.12 The", "(see above.) The": the stop is no part of an abbreviation.
        return not first.islower()
    head = text[begin : match.start()].strip()
    if _MARK.fullmatch(head):
        return False
    if first.islower():
        return False
    before = _WORD_BEFORE.search(head)
    return before is None or _ends_after(before.group(1), head[: before.start()], after)


def _ends_after(word: str, head: str, after: str) -> bool:
    """Tell whether a full stop after ``word`` ends a sentence."""
    low = word.lower()
    if low in _NUMBERED:
        return not after[0].isdigit()
    if low in _TITLES:
        return False
    if low in _EITHER:
        return _opens(after)
    if _INITIALS.fullmatch(word):
        return _ends_after_initials(word, head, after)
    return True


def _ends_after_initials(word: str, head: str, after: str) -> bool:
    """Tell whether the stop of "J." or "U.K." ends a sentence."""
    if len(word) > 1:
        return _opens(after)
    previous = head.split()
    if word == "I" or (previous and previous[-1].lower() in _LETTERED):
        return True
    # "J. Smith" goes on; "vitamin D. The" and a lower-case letter do not.
    return word.islower() or (_opens(after) and not after.startswith(("A ", "I ")))


def _opens(after: str) -> bool:
    """Tell whether what follows begins as sentences do."""
    return after.lstrip("\"'“‘([").split(maxsplit=1)[0].strip(",.").lower() in _OPENERS
