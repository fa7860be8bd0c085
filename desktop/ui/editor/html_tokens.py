"""HTML taken apart into tags and text, in time that grows with its length and no faster.

The standard library's parser needs minutes for a megabyte of unclosed tags, and people do paste
such things. This one knows no more of HTML than pasting needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})(?=[\s/>])")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""")
_RAW = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style", "title")}
_LONGEST_TAG = 20_000


@dataclass(frozen=True, slots=True)
class Characters:
    """Text between tags."""

    text: str


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    tag: str


HtmlToken = Characters | Start | End


def tokens(html: str) -> Iterator[HtmlToken]:
    """Yield the tags and texts of a page in order; comments and declarations are left out."""
    last_tag_end, last_comment_end = html.rfind(">"), html.rfind("-->")
    place = 0
    while place < len(html):
        start = html.find("<", place)
        if start < 0 or start > last_tag_end:
            yield Characters(unescape(html[place:]))
            return
        if start > place:
            yield Characters(unescape(html[place:start]))
        place = start + 1
        if found := _TAG.match(html, start):
            place = _tag_end(html, start)
            yield from _tag(found, html[found.end() : place - 1])
            place = _past_raw(html, place, found)
        elif html.startswith("<!--", start) and start < last_comment_end:
            place = html.find("-->", start) + 3
        elif html.startswith(("<!", "<?"), start):
            place = html.find(">", start) + 1
        else:
            yield Characters("<")


def _tag_end(html: str, start: int) -> int:
    """Return the place after a tag; a ">" inside quotation marks does not end it."""
    end = html.find(">", start) + 1
    while html.count('"', start, end) % 2 and end - start < _LONGEST_TAG:
        further = html.find(">", end) + 1
        if not further or further - start > _LONGEST_TAG:
            break
        end = further
    return end


def _tag(found: re.Match[str], inside: str) -> Iterator[HtmlToken]:
    tag = found[2].lower()
    if found[1]:
        yield End(tag)
        return
    attributes = {}
    if len(inside) < _LONGEST_TAG:
        for attribute in _ATTRIBUTE.finditer(inside):
            attributes[attribute[1].lower()] = unescape(attribute[2].strip("\"'"))
    yield Start(tag, attributes)


def _past_raw(html: str, place: int, found: re.Match[str]) -> int:
    """Return the place where a script, style or title that began before ``place`` ends."""
    closing = None if found[1] else _RAW.get(found[2].lower())
    if closing is None:
        return place
    end = closing.search(html, place)
    return end.start() if end else len(html)
