"""A sentence that asks for something, taken apart into who should do what by when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.core.moments import MONTHS

_SHOULD = re.compile(r"\s(?:should|must|ought to|needs? to)\s")
# A day, a month, a year or a season at the end of the sentence.
_WHEN = re.compile(
    r"[,\s]+((?:by|before|within|no later than|not later than|from|until)\s"
    r"(?:the\s)?(?:(?:end|start|spring|summer|autumn|winter|beginning|next|middle|year|any)\b[^.;]{0,50}"
    rf"|\d[^.;]{{0,40}}|(?:{'|'.join(MONTHS)})\b[^.;]{{0,20}}"
    r"|(?:one|two|three|four|five|six|twelve)\s[^.;]{0,60}))$",
    re.IGNORECASE,
)
_LONGEST_WHO = 20


@dataclass(frozen=True, slots=True)
class ReadAsk:
    """The parts of an ask; "" where the sentence does not say."""

    who: str
    what: str
    when: str


def read_ask(sentence: str) -> ReadAsk:
    """Return the parts of a sentence; all of it is ``what`` where it names nobody to act."""
    words = " ".join(sentence.split()).rstrip(" .;")
    found = _WHEN.search(words)
    when = found[1] if found else ""
    words = words[: found.start()] if found else words
    should = _SHOULD.search(words)
    if should is None or len(words[: should.start()].split()) > _LONGEST_WHO:
        return ReadAsk("", words, when)
    return ReadAsk(words[: should.start()], words[should.end() :], when)
