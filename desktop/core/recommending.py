"""A Recommendation as a sentence: who should do what, by when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.core.response import Recommendation
from desktop.core.text import Line, Text, phrase

# When a date already says how it is meant, no "by" goes before it.
_SAYS_WHEN = re.compile(
    r"(?:by|before|within|in|on|at|from|until|after|during|as|now|immediately|straight|over"
    r"|no|not|every|each|when|while|once|without|annually|this|next|through|throughout)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"\A(?:should|must|to)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ask:
    """The words of a Recommendation as they fit into a sentence, "" where there are none.

    ``who`` begins it, ``what`` follows "should", ``when`` ends it, after a "by" if ``wants_by``.
    """

    who: str
    what: str
    when: str
    wants_by: bool


def ask(item: Recommendation) -> Ask:
    """Return the words of a Recommendation, however they were typed, ready for a sentence."""
    who, what, when = (phrase(text) for text in (item.who, item.what, item.by_when))
    says_when = _SAYS_WHEN.match(when) is not None
    return Ask(
        who=capital(who),
        what=_small_first(_SHOULD.sub("", what, count=1)),
        when=_small_first(when) if says_when else when,
        wants_by=bool(when) and not says_when,
    )


def is_blank(item: Recommendation) -> bool:
    """Tell whether nothing has been written in a Recommendation."""
    said = (item.who, item.what, item.by_when, item.clause, item.amendment)
    return not any(text.strip() for text in said)


def recommendation_line(item: Recommendation) -> Line:
    """Return the sentence, with who and when in bold; what is missing is named in brackets. The
    clause of a bill that it is about goes before it, the words proposed for that after it.
    """
    words = ask(item)
    clause, amendment = phrase(item.clause), phrase(item.amendment)
    line = [Text(f"{clause}: ")] if clause else []
    line += [
        Text(words.who or "[Who]", bold=bool(words.who)),
        Text(f" should {words.what or '[do what]'}"),
    ]
    if words.when:
        by = "by " if words.wants_by else ""
        line += [Text(" "), Text(f"{by}{words.when}", bold=True)]
    line.append(Text("."))
    if amendment:
        line.append(Text(f" Proposed amendment: {amendment}."))
    return tuple(line)


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _small_first(text: str) -> str:
    """Return the text with a small first letter, unless its first word is an acronym or a name."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:].islower() or len(first) == 1 else text
