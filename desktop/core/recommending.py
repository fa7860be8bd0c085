"""A Recommendation as the sentence that people read: who should do what, by when."""

from __future__ import annotations

import re

from desktop.core.response import Recommendation
from desktop.core.text import Line, Text

# When a date already says how it is meant, no "by" goes before it.
_SAYS_WHEN = re.compile(
    r"(?:by|before|within|in|on|at|from|until|after|during|as|now|immediately|straight|over|no|not|every"
    r"|each|when|while|once|without|annually|this|next|through|throughout)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"\A(?:should|must|to)\s+", re.IGNORECASE)


def is_blank(item: Recommendation) -> bool:
    """Tell whether nothing has been written in a Recommendation."""
    return not (item.who.strip() or item.what.strip() or item.by_when.strip())


def recommendation_line(item: Recommendation) -> Line:
    """Return the sentence, with who and when in bold; what is missing is named in brackets."""
    who, what, when = (_phrase(text) for text in (item.who, item.what, item.by_when))
    what = _SHOULD.sub("", what, count=1)
    line: list[Text] = [Text(who[:1].upper() + who[1:] if who else "[Who]", bold=bool(who))]
    line.append(Text(f" should {_small_first(what)}" if what else " should [do what]"))
    if when:
        line.append(Text(" "))
        line.append(Text(when if _SAYS_WHEN.match(when) else f"by {when}", bold=True))
    line.append(Text("."))
    return tuple(line)


def _phrase(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,")


def _small_first(text: str) -> str:
    """Return the text with a small first letter, unless its first word is an acronym or a name."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:].islower() or len(first) == 1 else text
