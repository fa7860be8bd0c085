"""Taking rich text apart: control words, signs, groups and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<value>-?\d{1,10})?[ ]?"
    r"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    r"|\\(?P<sign>.)"
    r"|(?P<brace>[{}])"
    r"|[\r\n\0]+"
    r"|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)


class Kind(Enum):
    """The kinds of token."""

    WORD = auto()
    BYTE = auto()
    SIGN = auto()
    OPEN = auto()
    CLOSE = auto()
    TEXT = auto()


@dataclass(slots=True)
class Token:
    """A token: ``text`` is the word, the sign or the text; ``value`` a word's number or a byte."""

    kind: Kind
    text: str = ""
    value: int | None = None


_OPENED, _CLOSED = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: str) -> Iterator[Token]:
    """Yield the tokens of rich text, a character for each byte; binary data is passed over."""
    place, end = 0, len(data)
    while place < end:
        found = _TOKEN.match(data, place)
        if found is None:  # a backslash at the very end
            return
        place = found.end()
        match found.lastgroup:
            case "text":
                yield Token(Kind.TEXT, found["text"])
            case "word" | "value":
                value = found["value"]
                number = int(value) if value else None
                if found["word"] == "bin":
                    place += max(number or 0, 0)
                else:
                    yield Token(Kind.WORD, found["word"], number)
            case "hex":
                yield Token(Kind.BYTE, value=int(found["hex"], 16))
            case "sign":
                yield Token(Kind.SIGN, found["sign"])
            case "brace":
                yield _OPENED if found["brace"] == "{" else _CLOSED
            case _:
                pass
