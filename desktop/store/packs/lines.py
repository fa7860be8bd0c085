"""On which line of a TOML text each table and key stands, so that a message can point at it.

``tomllib`` tells no line numbers of what it has read. This scanner knows just enough TOML to step
over values (strings of all four kinds, arrays and inline tables over several lines, comments) and
reads headers and keys. It expects text that ``tomllib`` accepts; on any other text it gives some
answer and never raises.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

# A place in the parsed data: names of keys, and the number of a [[table]] counted from 0.
Steps = tuple[str | int, ...]

_BASIC = r'"(?:[^"\\\n]|\\.)*+"'
_LITERAL = r"'[^'\n]*+'"
# The closing marks of a long string may follow one or two quotation marks that belong to the text.
_LONG_BASIC = r'"""(?:[^"\\]|\\.|"(?!""))*+"""(?:"{0,2})'
_LONG_LITERAL = r"'''(?:[^']|'(?!''))*+'''(?:'{0,2})"

_PART = rf"(?:[A-Za-z0-9_-]+|{_BASIC}|{_LITERAL})"
_KEY = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_KEY})[ \t]*\]")
_ASSIGNMENT = re.compile(rf"[ \t]*({_KEY})[ \t]*=")
_VALUE_TOKEN = re.compile(
    rf"(?P<string>{_LONG_BASIC}|{_LONG_LITERAL}|{_BASIC}|{_LITERAL})|(?P<comment>\#[^\n]*+)"
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)|.",
    re.DOTALL,
)
_BARE = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")


def find_lines(text: str) -> Mapping[Steps, int]:
    """Return the line (from 1) on which each table header and key of a TOML text stands first."""
    scan = _Scan()
    position, line = 0, 1
    while position < len(text):
        if header := _HEADER.match(text, position):
            scan.enter(_parts(header[2]), line, repeats=header[1] == "[[")
            end = _end_of_line(text, header.end())
        elif assignment := _ASSIGNMENT.match(text, position):
            scan.record(scan.table + _parts(assignment[1]), line)
            end = _end_of_value(text, assignment.end())
        else:
            end = _end_of_line(text, position)
        line += text.count("\n", position, end)
        position = end
    return scan.found


def line_of(found: Mapping[Steps, int], steps: Steps) -> int | None:
    """Return the line of a place, or of the nearest thing around it that has one."""
    for end in range(len(steps), 0, -1):
        if line := found.get(steps[:end]):
            return line
    return None


@dataclass
class _Scan:
    """Which table the scanner is in, and what it has found so far."""

    found: dict[Steps, int] = field(default_factory=dict[Steps, int])
    table: Steps = ()
    _count: dict[Steps, int] = field(default_factory=dict[Steps, int])

    def enter(self, names: Steps, line: int, *, repeats: bool) -> None:
        """Take note of a [header] or a [[header]]; ``names`` are the parts of its name."""
        steps: Steps = ()
        for place, name in enumerate(names, start=1):
            steps += (name,)
            if repeats and place == len(names):
                self._count[steps] = self._count.get(steps, -1) + 1
                self.found.setdefault(steps, line)
            if steps in self._count:
                steps += (self._count[steps],)
        self.record(steps, line)
        self.table = steps

    def record(self, steps: Steps, line: int) -> None:
        """Keep the line of a place and of every place around it that has none yet."""
        for end in range(1, len(steps) + 1):
            self.found.setdefault(steps[:end], line)


def _parts(key: str) -> Steps:
    """Take a written key, perhaps quoted or dotted, into the names it is made of."""
    if _BARE.fullmatch(key):
        return tuple(key.split("."))
    try:
        return tuple(_nested_names(tomllib.loads(f"{key} = 0")))
    except tomllib.TOMLDecodeError:
        return (key,)


def _nested_names(data: object) -> Iterator[str]:
    while isinstance(data, dict):
        for name, inner in data.items():
            yield str(name)
            data = inner


def _end_of_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1


def _end_of_value(text: str, position: int) -> int:
    """Return where the statement ends whose value begins at ``position``."""
    depth = 0
    for token in _VALUE_TOKEN.finditer(text, position):
        match token.lastgroup:
            case "open":
                depth += 1
            case "close":
                depth -= 1
            case "end" if depth <= 0:
                return token.end()
            case _:
                pass
    return len(text)
