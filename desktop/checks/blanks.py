"""A check for what was to be filled in and is not yet: “[year]”, “… of …”, “TBC”."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.known import Known
from desktop.checks.reading import LineKind, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import is_quoted
from desktop.checks.worded import said_of
from desktop.checks.wording import matches
from desktop.core.finding import Finding, Group

BLANK = "blank"


def nothing_is_left_to_fill_in(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """What a frame or a template left open is filled in; once a line is enough. What stands in a
    quotation was left out of it, or put in, by whoever quotes.
    """
    if line.kind is LineKind.QUOTE:
        return
    words = known.wording[BLANK]
    for match in matches(words, line.text):
        if not is_quoted(line.text, match.start):
            yield said_of(
                words,
                match,
                line,
                "“{found}” is still to be filled in.",
                "Write what belongs there, or change the sentence so that it needs nothing there.",
            )
            return


CHECKS = (Check(BLANK, Group.FORM, "Nothing is left to fill in", line=nothing_is_left_to_fill_in),)
