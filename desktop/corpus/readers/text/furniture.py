"""What stands in a text and is none of it: running footers, page numbers, parts of a web page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from desktop.corpus.readers.text.lines import Line
from desktop.corpus.readers.text.page_words import SOCIAL, STRONG, WEAK, starts_a_form

_LONGEST_FOOTER = 80
_FEWEST = 3
_PAGE = re.compile(
    r"(?:page )?[-–—|\[( ]*(\d{1,4})[-–—|\]) ]*(?:(?:of|/) ?\d{1,4}|\| ?page)?\Z", re.IGNORECASE
)
_PAGE_FOR_SURE = re.compile(r"(?:page \d{1,4}( of \d{1,4})?|\d{1,4} \| ?page)\Z", re.IGNORECASE)
# People give the same answer to several questions; that is no footer.
_AN_ANSWER = re.compile(
    r"(?:strongly |tend to |partly |fully |somewhat )?(?:yes|no|agree|disagree|neither agree nor "
    r"disagree|don.t know|not sure|unsure|not answered|not applicable|n/a|no answer|no comment|"
    r"no response|see above|as above|comments?|answer|response|reply|neutral|support|oppose)\b",
    re.IGNORECASE,
)
_AFTER_FORM_WORDS = 14  # a line of a comment form has fewer words than this, on average


@dataclass(frozen=True, slots=True)
class Cleared:
    """The lines that are text, the repeated lines left out, and how many of a web page were."""

    lines: list[Line]
    repeated: tuple[str, ...] = ()
    of_page: int = 0


def clear(lines: list[Line]) -> Cleared:
    """Return the lines without furniture; what a footer parted begins a new page."""
    repeated = _repeated(lines)
    lines = _without(lines, lambda line: line.text in repeated, parts_pages=True)
    numbers = _page_numbers(lines)
    lines = _without(lines, lambda line: id(line) in numbers, parts_pages=True)
    of_page = _of_web_page(lines)
    kept = _without(lines, lambda line: id(line) in of_page)
    return Cleared(kept, tuple(sorted(repeated)), len(of_page))


def _without(lines: list[Line], drop, *, parts_pages: bool = False) -> list[Line]:
    kept: list[Line] = []
    blanks, new_page = 0, False
    for line in lines:
        if drop(line):
            blanks += line.blanks + 1
            new_page = new_page or parts_pages or line.new_page
            continue
        line.blanks += blanks
        line.new_page = line.new_page or new_page
        kept.append(line)
        blanks, new_page = 0, False
    return kept


def _repeated(lines: list[Line]) -> set[str]:
    """Find footers: short lines that come again and again, each after a gap wider than usual."""
    gaps = [line.blanks for line in lines[1:] if line.blanks]
    usual = quantiles(gaps)[0] if len(gaps) > 1 else 1
    counts = Counter(line.text for line in lines)
    apart = Counter(
        line.text for line in lines if line.new_page or (line.blanks >= 2 and line.blanks > usual)
    )
    return {
        text
        for text, count in counts.items()
        if count >= _FEWEST and apart[text] >= count * 0.6 and _may_be_footer(text)
    }


def _may_be_footer(text: str) -> bool:
    return (
        len(text) <= _LONGEST_FOOTER
        and " " in text
        and text[-1] not in ".?!:;,"
        and not _AN_ANSWER.match(text)
    )


def _page_numbers(lines: list[Line]) -> set[int]:
    found: list[tuple[int, Line]] = []
    for line in lines:
        match = _PAGE.match(line.text)
        if match and (line.blanks or line.new_page):
            found.append((int(match[1]), line))
    sure = [line for _, line in found if _PAGE_FOR_SURE.match(line.text)]
    values = [value for value, _ in found]
    rising = len(values) >= _FEWEST and all(
        0 < after - before <= 2 for before, after in pairwise(values)
    )
    return {id(line) for line in ([line for _, line in found] if rising else sure)}


def _of_web_page(lines: list[Line]) -> set[int]:
    dropped = {id(line) for line in lines if STRONG.match(line.text) or SOCIAL.match(line.text)}
    for at, line in enumerate(lines):
        if starts_a_form(line.text) and at >= len(lines) / 2:
            rest = lines[at:]
            if sum(len(one.text.split()) for one in rest) < _AFTER_FORM_WORDS * len(rest):
                dropped.update(id(one) for one in rest)
            break
    # Words such as "Home" and "Search" are furniture beside furniture only.
    for order in (lines, lines[::-1]):
        beside = False
        for line in order:
            beside = id(line) in dropped or (beside and bool(WEAK.match(line.text)))
            if beside:
                dropped.add(id(line))
    return dropped
