"""The bytes of a web page into a tree: its encoding, its depth, nothing that is not there."""

from __future__ import annotations

import re

from desktop.corpus import failures
from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.text.decoding import decode

_HEAD = 8192
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONDITIONAL = re.compile(r"<!\[(?:if[^\]>]*|endif)\]>", re.IGNORECASE)
_TOO_DEEP = "Excessive depth"
# Tags that say nothing of what the text is; pages that forget to close them nest thousands deep.
_HOLLOW = re.compile(
    r"</?(?:font|span|b|i|u|a|small|big|em|strong|center|tt|nobr|ins|del|label|abbr)\b[^>]*>",
    re.IGNORECASE,
)
_BOXES = re.compile(
    r"</?(?:div|section|article|main|table|tbody|tr|td|th|ul|ol|dl|blockquote|form|details)\b[^>]*>",
    re.IGNORECASE,
)


def tree(data: bytes, declared: str, name: str) -> XmlElement:
    """Return the root of a page; ``declared`` is the encoding that a header gave ("" for none).

    Raises:
        ReadError: there is nothing in it, or it is nested without end.
    """
    return tree_of_text(decode(data, declared or _declared(data)), name)


def tree_of_text(text: str, name: str) -> XmlElement:
    """Return the root of a page that was decoded.

    Raises:
        ReadError: there is nothing in it, or it is nested without end.
    """
    text = _CONDITIONAL.sub("", _DECLARATION.sub("", text))
    for simpler in (_whole, _without_hollow_tags, _without_boxes):
        root, deep = _parsed(simpler(text))
        if not deep:
            break
    else:
        raise failures.damaged(name, "its parts are nested too deeply")
    if root is None:
        raise failures.empty(name)
    return root


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii", "replace") if found else ""


def _whole(text: str) -> str:
    return text


def _without_hollow_tags(text: str) -> str:
    return _HOLLOW.sub(" ", text)


def _without_boxes(text: str) -> str:
    return _BOXES.sub("<br><br>", _HOLLOW.sub(" ", text))


def _parsed(text: str) -> tuple[XmlElement | None, bool]:
    """Return the root, and whether the parser gave up on the depth and left text out."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    # As bytes in a named encoding, so that the parser does not believe what a page says of itself.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        root = None
    deep = any(_TOO_DEEP in entry.message for entry in parser.error_log)
    return root, deep
